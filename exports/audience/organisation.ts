/**
 * The analysis as one organisation may have it: its own rows. Every part is decided here, and one
 * that is new does not compile until somebody has. Knows: the parts. Does not know: formats.
 */
import type { Analysis } from '../analysis/analysis.ts';
import { agree, jaccard } from '../analysis/agreement.ts';
import type { DecisionResult } from '../analysis/decisions/decisions.ts';
import type { FactAtHand } from '../analysis/information/knowledge.ts';
import type { DecisionStop } from '../analysis/decisions/level.ts';
import { foremost, RESPONSIBILITY } from '../analysis/findings.ts';
import type { Finding } from '../analysis/finding.ts';
import { strongest } from '../analysis/letters.ts';
import { fingerprintOf } from '../analysis/followup/fingerprint.ts';
import { type TaskResult, compare } from '../analysis/responsibility.ts';
import { survival } from '../analysis/survival.ts';
import type { Edit, OpenPoint } from '../proposal/change.ts';
import { beliefsFor } from './beliefs.ts';
import { eventFor } from './event.ts';
import { namesFor } from './names.ts';
import { NOTHING } from './nothing.ts';
import { HIDDEN, type Sight, sightOf } from './sight.ts';

export type Part = Exclude<keyof Analysis, 'edition'>;
type Rules = { readonly [K in Part]-?: (analysis: Analysis, sight: Sight) => Analysis[K] };

const RULES: Rules = {
  format: ({ format }) => format,
  exercise: ({ exercise }) => exercise,
  names: namesFor,
  validity: ({ validity }, sight) => ({
    ...validity,
    pauses: validity.pauses.map(({ reason: _, ...pause }) => pause),
    bots: validity.bots.filter(sight.own),
    unseated: validity.unseated.filter(sight.own),
    simulatedRoles: validity.simulatedRoles.filter(sight.names),
  }),
  timeline: ({ timeline }, sight) =>
    timeline.flatMap((row) => {
      const event = eventFor(row.event, sight);
      return event ? [{ ...row, event, lanes: row.lanes.filter(sight.own) }] : [];
    }),
  responsibility: responsibilityFor,
  beliefs: beliefsFor,
  handovers: ({ handovers }, sight) => ({
    offers: handovers.offers
      .filter((row) => sight.ownAny([row.from, row.to]))
      .map((row) => ({ ...row, from: sight.role(row.from), to: sight.role(row.to) })),
    orphans: handovers.orphans.filter((row) => sight.own(row.by)),
    returns: handovers.returns
      .filter((row) => sight.own(row.role))
      .map((row) => ({ ...row, others: sight.roles(row.others) })),
    orphaned: handovers.orphans
      .filter((row) => sight.own(row.by))
      .reduce((sum, row) => sum + row.to - row.from, 0),
  }),
  decisions: decisionsFor,
  clocks: ({ clocks }, sight) => clocks.filter((row) => sight.clock(row.clock)),
  obligations: ({ obligations, names }, sight) => {
    const rows = obligations.rows.filter((row) => sight.own(row.role));
    const planned = names.expectations.filter((row) => sight.own(row.role)).length;
    return { rows, neverArose: planned - rows.length };
  },
  flow: flowFor,
  interfaces: ({ interfaces }, sight) =>
    interfaces
      .filter((row) => sight.interface(row.interface))
      .map((row) => ({
        ...row,
        carried: sight.facts(row.carried),
        missing: sight.facts(row.missing),
      })),
  observations: ({ observations }, sight) =>
    observations
      .filter((row) => sight.own(row.about?.role))
      .map(({ about, ...row }) => {
        const kept = sight.about(about);
        return { ...row, ...(kept && { about: kept }) };
      }),
  hotwash: ({ hotwash }, sight) => hotwash.filter((row) => sight.own(row.role)),
  injects: ({ injects }, sight) =>
    injects
      .filter((row) => sight.item(row.inject))
      .map((row) => ({
        ...row,
        plannedTo: row.plannedTo.filter(sight.own),
        to: row.to.filter(sight.own),
      })),
  load: ({ load }, sight) => load.filter((row) => sight.own(row.role)),
  // These are about what passes between organisations: none has them for itself.
  fidelity: withheld('fidelity'),
  statements: withheld('statements'),
  picture: withheld('picture'),
  services: withheld('services'),
  meetings: withheld('meetings'),
  chains: withheld('chains'),
  network: withheld('network'),
  crossing: withheld('crossing'),
  evaluation: withheld('evaluation'),
  prompting: withheld('prompting'),
  findings: findingsFor,
  followUp: followUpFor,
  proposal: ({ proposal }, sight) => ({
    changes: proposal.changes.filter(({ edit }) => isOwnEdit(edit, sight)),
    questions: proposal.questions.filter((row) => isOwnQuestion(row, sight)),
    // A row of the plan has every role in it.
    rows: [],
  }),
};

function withheld<K extends Part>(part: K): () => Analysis[K] {
  return () => NOTHING[part];
}

export function forOrganisation(analysis: Analysis, organisation: string): Analysis {
  const sight = sightOf(analysis, organisation);
  const parts = Object.entries(RULES).map(([key, rule]) => [key, rule(analysis, sight)]);
  const edition = { for: 'organisation', organisation } as const;
  return { ...(Object.fromEntries(parts) as Analysis), edition };
}

function responsibilityFor(
  { responsibility, names }: Analysis,
  sight: Sight,
): Analysis['responsibility'] {
  const tasks = responsibility.tasks
    .filter((row) => sight.task(row.task))
    .map((row) => taskFor(row, sight));
  const players = names.roles.filter((role) => sight.own(role.id) && !role.simulated);
  const ids = players.map(({ id }) => id);
  return {
    tasks,
    roles: agree(
      compare(
        tasks,
        ids.map((id) => [id]),
      ),
    ),
    organisations: agree(compare(tasks, ids.length > 0 ? [ids] : [])),
  };
}

function taskFor({ run, ...task }: TaskResult, sight: Sight): TaskResult {
  const cells = task.cells
    .filter((cell) => sight.own(cell.role))
    .map(({ deputyOf, ...cell }) => ({
      ...cell,
      ...(deputyOf !== undefined && { deputyOf: sight.role(deputyOf) }),
    }));
  if (!run) return { ...task, cells };
  const { jaccard: _, ...rest } = run;
  const index = jaccard({
    planned: cells.map((cell) => strongest(cell.planned)),
    observed: cells.map((cell) => cell.observed),
  });
  return {
    ...task,
    cells,
    run: {
      ...rest,
      ...(run.done && { done: { ...run.done, role: sight.role(run.done.role) } }),
      overlap: sight.ownAny(run.overlap) ? sight.roles(run.overlap) : [],
      drift: run.drift.filter(sight.own),
      informing: run.informing.filter((row) => sight.own(row.role)),
      consulting: run.consulting.filter((row) => sight.own(row.role)),
      holding: {
        ...run.holding,
        spells: run.holding.spells.map((spell) => ({
          ...spell,
          holders: spell.holders.map((holder) => ({ ...holder, role: sight.role(holder.role) })),
        })),
      },
      ...(index !== undefined && { jaccard: index }),
    },
  };
}

function decisionsFor({ decisions }: Analysis, sight: Sight): Analysis['decisions'] {
  const isOwnStop = ({ organisation }: DecisionStop): boolean =>
    organisation === sight.organisation;
  const rows = decisions.decisions
    .filter((row) => sight.decision(row.decision))
    .map(({ run, ...row }): DecisionResult => {
      if (!run) return row;
      const own = sight.own(run.made?.role) || (!run.made && sight.ownAny(row.authority));
      const { made } = run;
      const atHand = own ? run.atHand.map((row) => heldFor(row, sight)) : [];
      const told = made && !own ? { ...made, reason: '', facts: [] } : made;
      const mine = told && { ...told, facts: told.facts.filter(sight.fact) };
      const seen = {
        ...run,
        atHand,
        consulted: run.consulted.map((part) => ({ ...part, role: sight.role(part.role) })),
        informed: run.informed.filter((part) => sight.own(part.role)),
        // Whom a decision went past on its way is theirs to tell.
        level: { ...run.level, stops: run.level.stops.filter(isOwnStop) },
        revisions: own ? run.revisions : [],
      };
      const { passedBy: _, ...level } = seen.level;
      return { ...row, run: { ...seen, level, ...(mine && { made: mine }) } };
    });
  const waits = rows.flatMap(({ run }) =>
    run
      ? [{ time: run.waited, happened: run.made !== undefined && run.made.how !== 'default' }]
      : [],
  );
  return { ...NOTHING.decisions, decisions: rows, latency: survival(waits) };
}

/** Where a fact was, without which it was where it never came. */
function heldFor<R extends FactAtHand>(row: R, sight: Sight): R {
  const [fact = row.fact] = sight.facts([row.fact]);
  return { ...row, fact, heldBy: sight.roles(row.heldBy) };
}

function flowFor({ flow }: Analysis, sight: Sight): Analysis['flow'] {
  const needs = flow.needs.filter((row) => sight.own(row.role)).map((row) => heldFor(row, sight));
  const met = needs.filter((need) => need.where === 'known').length;
  return {
    ...NOTHING.flow,
    facts: flow.facts
      .filter((row) => sight.fact(row.fact))
      .map((row) => {
        const roles = row.roles.filter(({ role }) => sight.own(role));
        return { ...row, roles, used: roles.some(({ usedAt }) => usedAt !== undefined) };
      }),
    needs,
    ...(needs.length > 0 && { coverage: met / needs.length }),
  };
}

/** About one of its roles, or an interface that it has an end of. */
function findingsFor({ findings }: Analysis, sight: Sight): Analysis['findings'] {
  const own = (rows: readonly Finding[]): readonly Finding[] =>
    rows.filter((row) => isOwnFinding(row, sight)).map((row) => findingFor(row, sight));
  const [weak, strong] = [own(findings.findings), own(findings.strengths)];
  return {
    findings: weak,
    strengths: strong,
    // The weightiest of its own, which the whole exercise's need not be.
    foremost: foremost(weak.filter(({ code }) => RESPONSIBILITY.includes(code))),
    foremostStrengths: foremost(strong),
  };
}

const isOwnFinding = (row: Finding, sight: Sight): boolean =>
  sight.ownAny(row.roles) || row.interfaces.some(sight.interface);

function findingFor(row: Finding, sight: Sight): Finding {
  return {
    ...row,
    roles: sight.roles(row.roles),
    others: sight.roles(row.others),
    tasks: row.tasks.filter(sight.task),
    decisions: row.decisions.filter(sight.decision),
    clocks: row.clocks.filter(sight.clock),
    interfaces: row.interfaces.filter(sight.interface),
    facts: sight.facts(row.facts),
  };
}

function followUpFor(analysis: Analysis, sight: Sight): Analysis['followUp'] {
  const names = namesFor(analysis, sight);
  const rows = new Map(analysis.findings.findings.map((row) => [row.id, row]));
  return analysis.followUp.flatMap((draft) => {
    const finding = rows.get(draft.finding);
    if (!finding || !isOwnFinding(finding, sight)) return [];
    const { owner } = draft;
    const named = owner.type === 'control' || sight.names(owner.role);
    return [
      {
        ...draft,
        fingerprint: fingerprintOf(findingFor(finding, sight), names),
        owner: named ? owner : { type: 'role', role: HIDDEN, organisation: HIDDEN },
      },
    ];
  });
}

/** Its own part in a task it sees, or a deputy of its own; the rest is for the planners. */
function isOwnEdit(edit: Edit, sight: Sight): boolean {
  switch (edit.type) {
    case 'accountable':
      return (
        sight.task(edit.task) &&
        sight.own(edit.to) &&
        [...edit.from, ...edit.former.map((row) => row.role)].every(sight.names)
      );
    case 'letter':
      return sight.task(edit.task) && sight.own(edit.role);
    case 'deputy':
      return sight.own(edit.role) && sight.own(edit.deputy);
    case 'interface':
      return false;
    default:
      return edit satisfies never;
  }
}

function isOwnQuestion(row: OpenPoint, sight: Sight): boolean {
  switch (row.type) {
    case 'accountable':
      return sight.ownAny(row.between) && row.between.every(sight.names);
    case 'within':
      return sight.task(row.task);
    case 'deputy':
      return sight.own(row.role);
    default:
      return row satisfies never;
  }
}
