/**
 * What one organisation may see of an exercise: its own, and of others only those it shares an
 * interface or a decision with, or wrote to or heard from. Knows: who takes part in what. Does not
 * know: the parts' shapes.
 */
import type { About } from '../../engine/exercise/entry.ts';
import type { RoleId } from '../../engine/plan/plan.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { eventFor } from './event.ts';
import { HIDDEN, type Sight } from './sight.ts';

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
    services: new Set(
      analysis.services.services.filter((row) => own(row.owner)).map((row) => row.service),
    ),
  };
  const role = (id: RoleId): RoleId => (partners.has(id) ? id : HIDDEN);
  const known = new Set([...partners, ...exchangesOf(analysis, own)]);
  const neighbour = (id: RoleId): RoleId => (known.has(id) ? id : HIDDEN);
  const places = placesOf(analysis, organisation, known);
  let shown: ReadonlySet<number> | undefined;
  const sight: Sight = {
    organisation,
    own,
    ownAny,
    isRole: (id) => everybody.has(id),
    role,
    names: (id) => partners.has(id),
    roles: (ids) => [...new Set(ids.map(role))],
    met: (id) => known.has(id),
    neighbour,
    neighbours: (ids) => [...new Set(ids.map(neighbour))],
    house: (id) => (places.houses.has(id) ? id : HIDDEN),
    sector: (id) => (places.sectors.has(id) ? id : HIDDEN),
    task: (id) => id !== undefined && seen.tasks.has(id),
    decision: (id) => id !== undefined && seen.decisions.has(id),
    interface: (id) => seen.interfaces.has(id),
    fact: (id) => seen.facts.has(id),
    facts: (ids) => [...new Set(ids.map((id) => (seen.facts.has(id) ? id : HIDDEN)))],
    clock: (id) => seen.clocks.has(id),
    obligation: (id) => seen.obligations.has(id),
    item: (id) => seen.items.has(id),
    question: (id) => seen.questions.has(id),
    service: (id) => seen.services.has(id),
    entries: (evidence) => {
      shown ??= entriesOf(analysis, sight);
      return evidence.filter((seq) => shown?.has(seq));
    },
    about: (about) => aboutOwn(about, own, seen),
  };
  return sight;
}

function entriesOf({ timeline }: Analysis, sight: Sight): ReadonlySet<number> {
  return new Set(timeline.filter(({ event }) => eventFor(event, sight)).map(({ seq }) => seq));
}

/** Who wrote to one of its roles, or was written to by one; who was handed something, or handed it. */
function exchangesOf({ timeline }: Analysis, own: Own): readonly RoleId[] {
  const between = (from: RoleId, to: readonly RoleId[]): readonly RoleId[] =>
    own(from) ? to : to.some(own) ? [from] : [];
  return timeline.flatMap(({ event }) => {
    switch (event.type) {
      case 'message.sent':
        return between(event.from, event.to);
      case 'task.assigned':
      case 'handover.offered':
      case 'handover.accepted':
      case 'handover.declined':
        return between(event.from, [event.to]);
      default:
        return [];
    }
  });
}

/** An organisation that names no sector is one by itself. */
function placesOf({ names }: Analysis, organisation: string, known: ReadonlySet<RoleId>) {
  const roles = names.roles.filter(({ id }) => known.has(id));
  const houses = new Set([organisation, ...roles.map((row) => row.organisation)]);
  const rows = names.organisations.filter(({ id }) => houses.has(id));
  return { houses, sectors: new Set(rows.map(({ id, sector }) => sector ?? id)) };
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
