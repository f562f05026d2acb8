/**
 * The analysis as one organisation may have it: its own rows. Every part is decided here, and one
 * that is new does not compile until somebody has. Knows: the parts. Does not know: formats.
 */
import type { Analysis } from '../analysis/analysis.ts';
import type { DecisionResult } from '../analysis/decisions/decisions.ts';
import type { FactAtHand } from '../analysis/information/knowledge.ts';
import type { DecisionStop } from '../analysis/decisions/level.ts';
import { survival } from '../analysis/survival.ts';
import { beliefsFor } from './beliefs.ts';
import { chainsFor } from './chains.ts';
import { crossingFor } from './crossing.ts';
import { evaluationFor } from './evaluation.ts';
import { eventFor } from './event.ts';
import { findingsFor, followUpFor, proposalFor } from './findings.ts';
import { namesFor } from './names.ts';
import { networkFor } from './network.ts';
import { NOTHING } from './nothing.ts';
import { pictureFor } from './picture.ts';
import { servicesFor } from './services.ts';
import { sightOf } from './reader.ts';
import type { Sight } from './sight.ts';
import { statementsFor } from './statements.ts';
import { responsibilityFor } from './tasks.ts';

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
      .map((row) => ({ ...row, from: sight.neighbour(row.from), to: sight.neighbour(row.to) })),
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
  statements: statementsFor,
  picture: pictureFor,
  services: servicesFor,
  chains: chainsFor,
  network: networkFor,
  crossing: crossingFor,
  evaluation: evaluationFor,
  // What became of a fact on its way is told by what others knew of it before and after.
  fidelity: withheld('fidelity'),
  // The matrix of everybody with everybody; its own links are in the network.
  meetings: withheld('meetings'),
  // What exercise control did to bring things about is control's.
  prompting: withheld('prompting'),
  findings: findingsFor,
  followUp: followUpFor,
  proposal: proposalFor,
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
