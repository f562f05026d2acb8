/**
 * What one organisation may see of an exercise: its own, and of others only those it shares an
 * interface or a decision with. Knows: who takes part in what. Does not know: the parts' shapes.
 */
import type { About } from '../../engine/exercise/entry.ts';
import type { RoleId } from '../../engine/plan/plan.ts';
import type { Analysis } from '../analysis/analysis.ts';

/** Stands for every role, and every organisation, that is not to be named. No id can be this. */
export const HIDDEN = '(other)';

export type Sight = {
  readonly organisation: string;
  readonly own: (role: RoleId | undefined) => boolean;
  readonly ownAny: (roles: readonly RoleId[]) => boolean;
  readonly isRole: (id: string) => boolean;
  /** May be named. */
  readonly names: (role: RoleId) => boolean;
  readonly role: (role: RoleId) => RoleId;
  /** Each once; those not to be named as one. */
  readonly roles: (roles: readonly RoleId[]) => readonly RoleId[];
  readonly task: (id: string | undefined) => boolean;
  readonly decision: (id: string | undefined) => boolean;
  readonly interface: (id: string) => boolean;
  readonly fact: (id: string) => boolean;
  /** Each once; those that never reached it as one. */
  readonly facts: (ids: readonly string[]) => readonly string[];
  readonly clock: (id: string) => boolean;
  readonly obligation: (id: string) => boolean;
  /** Injects and messages that came to it or from it, and what it published. */
  readonly item: (id: string) => boolean;
  readonly question: (id: string) => boolean;
  readonly about: (about: About | undefined) => About | undefined;
};

export function sightOf(analysis: Analysis, organisation: string): Sight {
  const { names } = analysis;
  const house = new Set(
    names.roles.filter((row) => row.organisation === organisation).map(({ id }) => id),
  );
  const everybody = new Set(names.roles.map(({ id }) => id));
  const own = (role: RoleId | undefined): boolean => role !== undefined && house.has(role);
  const ownAny = (roles: readonly RoleId[]): boolean => roles.some(own);
  const interfaces = names.interfaces.filter((row) => ownAny([...row.from, ...row.to]));
  const decisions = analysis.decisions.decisions.filter((row) => ownAny(partiesOf(row)));
  const partners = new Set([
    ...house,
    ...interfaces.flatMap((row) => [...row.from, ...row.to]),
    ...decisions.flatMap(partiesOf),
  ]);
  const seen = {
    tasks: tasksOf(analysis, ownAny),
    decisions: new Set([...decisions.map((row) => row.decision), ...raisedBy(analysis, ownAny)]),
    interfaces: new Set(interfaces.map(({ id }) => id)),
    facts: factsOf(analysis, own),
    clocks: new Set(
      names.clocks.filter((row) => row.organisation === organisation).map(({ id }) => id),
    ),
    obligations: new Set(names.expectations.filter((row) => own(row.role)).map(({ id }) => id)),
    items: itemsOf(analysis, own, ownAny),
    questions: questionsOf(analysis, ownAny),
  };
  const role = (id: RoleId): RoleId => (partners.has(id) ? id : HIDDEN);
  return {
    organisation,
    own,
    ownAny,
    isRole: (id) => everybody.has(id),
    role,
    names: (id) => partners.has(id),
    roles: (ids) => [...new Set(ids.map(role))],
    task: (id) => id !== undefined && seen.tasks.has(id),
    decision: (id) => id !== undefined && seen.decisions.has(id),
    interface: (id) => seen.interfaces.has(id),
    fact: (id) => seen.facts.has(id),
    facts: (ids) => [...new Set(ids.map((id) => (seen.facts.has(id) ? id : HIDDEN)))],
    clock: (id) => seen.clocks.has(id),
    obligation: (id) => seen.obligations.has(id),
    item: (id) => seen.items.has(id),
    question: (id) => seen.questions.has(id),
    about: (about) => aboutOwn(about, own, seen),
  };
}

type Own = (role: RoleId | undefined) => boolean;
type OwnAny = (roles: readonly RoleId[]) => boolean;

function partiesOf({
  authority,
  run,
}: Analysis['decisions']['decisions'][number]): readonly RoleId[] {
  const made = run?.made?.role;
  const heard = run?.consulted.map((row) => row.role) ?? [];
  return [...authority, ...heard, ...(made === undefined ? [] : [made])];
}

/** What it has a part in by the plan or by deed, was handed or handed on, or was asked about. */
function tasksOf(analysis: Analysis, ownAny: OwnAny): ReadonlySet<string> {
  const { responsibility, handovers, beliefs } = analysis;
  return new Set([
    ...responsibility.tasks
      .filter((row) => ownAny(row.cells.map((cell) => cell.role)))
      .map((row) => row.task),
    ...handovers.offers.filter((row) => ownAny([row.from, row.to])).map((row) => row.task),
    ...beliefs.polls
      .filter((row) => ownAny(row.beliefs.map((belief) => belief.role)))
      .map((row) => row.task),
  ]);
}

function raisedBy({ timeline }: Analysis, ownAny: OwnAny): readonly string[] {
  return timeline.flatMap(({ event }) =>
    event.type === 'decision.raised' && ownAny([event.role, ...event.with]) ? [event.decision] : [],
  );
}

/**
 * What reached it. A fact it needed and never had may be one that it is not cleared for: the need is
 * shown, and not what would have met it.
 */
function factsOf({ flow }: Analysis, own: Own): ReadonlySet<string> {
  return new Set([
    ...flow.facts.filter((row) => row.roles.some(({ role }) => own(role))).map((row) => row.fact),
  ]);
}

function itemsOf({ timeline }: Analysis, own: Own, ownAny: OwnAny): ReadonlySet<string> {
  return new Set(
    timeline.flatMap(({ event }) => {
      switch (event.type) {
        case 'inject.released':
          return ownAny(event.to) ? [event.inject] : [];
        case 'message.sent':
          return ownAny([event.from, ...event.to]) ? [event.message] : [];
        case 'statement.published':
          return own(event.role) ? [event.statement] : [];
        case 'picture.updated':
          return own(event.role) ? [event.picture] : [];
        default:
          return [];
      }
    }),
  );
}

function questionsOf({ beliefs }: Analysis, ownAny: OwnAny): ReadonlySet<string> {
  return new Set([
    ...beliefs.polls
      .filter((row) => ownAny(row.beliefs.map(({ role }) => role)))
      .map((row) => row.poll),
    ...beliefs.probes.probes
      .filter((row) => ownAny(row.answers.map(({ role }) => role)))
      .map((row) => row.probe),
  ]);
}

type Seen = {
  readonly tasks: ReadonlySet<string>;
  readonly decisions: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
};

function aboutOwn(about: About | undefined, own: Own, seen: Seen): About | undefined {
  if (!about) return undefined;
  const { task, decision, inject, role, objective } = about;
  const kept = {
    ...(task !== undefined && seen.tasks.has(task) && { task }),
    ...(decision !== undefined && seen.decisions.has(decision) && { decision }),
    ...(inject !== undefined && seen.items.has(inject) && { inject }),
    ...(own(role) && { role }),
    ...(objective !== undefined && { objective }),
  };
  return Object.keys(kept).length > 0 ? kept : undefined;
}
