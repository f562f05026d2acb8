/**
 * How each fact came to each role: by whose hand and in what, every time; and what was sent of it.
 * Knows: items and openings. Does not know: whether that was the planned way.
 */
import type { FactId, RoleId } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import type { Cast } from '../cast.ts';
import { type Happening, type History, type Moment, addTo, groupBy, of } from '../history.ts';
import type { Item, Items } from '../items.ts';

export type Arrival = {
  readonly role: RoleId;
  readonly at: Ms;
  readonly seq: number;
  /** Absent where it was said in a call. */
  readonly item?: Item;
  /** The sending role; absent where it came from outside. */
  readonly from?: RoleId;
};
export type Arrivals = {
  /** In the order in which they were opened. */
  readonly of: (fact: FactId, role: RoleId) => readonly Arrival[];
  /** Messages about a task that a role opened. */
  readonly told: (task: string, role: RoleId) => readonly Arrival[];
  /** Messages that carry a fact, by sender. */
  readonly sent: (fact: FactId, from: RoleId) => readonly Item[];
  /** The roles that got a fact straight from outside, and when it first came. */
  readonly entries: ReadonlyMap<FactId, ReadonlySet<RoleId>>;
  readonly entered: ReadonlyMap<FactId, Moment>;
  readonly outside: (role: RoleId) => readonly Happening<'outside.reported'>[];
};

export function arrivalsOf(history: History, items: Items, cast: Cast): Arrivals {
  const all = openings(history, items, cast);
  const byFact = new Map<string, Arrival[]>();
  const byTask = new Map<string, Arrival[]>();
  for (const { arrival, facts } of all) {
    for (const fact of facts) addTo(byFact, `${arrival.role} ${fact}`, arrival);
    const task = arrival.item?.kind === 'message' ? arrival.item.about?.task : undefined;
    if (task !== undefined) addTo(byTask, `${arrival.role} ${task}`, arrival);
  }
  const sent = new Map<string, Item[]>();
  for (const item of items.all) {
    if (item.kind !== 'message') continue;
    for (const fact of item.facts) addTo(sent, `${item.from ?? ''} ${fact}`, item);
  }
  const reports = groupBy(of(history, 'outside.reported'), ({ event }) => event.role);
  return {
    of: (fact, role) => byFact.get(`${role} ${fact}`) ?? [],
    told: (task, role) => byTask.get(`${role} ${task}`) ?? [],
    sent: (fact, from) => sent.get(`${from} ${fact}`) ?? [],
    outside: (role) => reports.get(role) ?? [],
    ...entered(history, items),
  };
}

type Opening = { readonly arrival: Arrival; readonly facts: readonly FactId[] };

function openings(history: History, items: Items, cast: Cast): readonly Opening[] {
  const opened = of(history, 'item.opened').flatMap(({ at, seq, event }) => {
    const item = items.byId.get(event.item);
    return item ? [openingOf(item, event.role, at, seq)] : [];
  });
  // What reaches a role that control plays is read at once.
  const read = items.all.flatMap((item) => {
    if (item.kind === 'statement' || item.kind === 'picture') return [];
    const simulated = item.to.filter((role) => !cast.plays(role));
    return simulated.map((role) => openingOf(item, role, item.at, item.seq));
  });
  const called = of(history, 'call.noted').flatMap(({ at, seq, event }) =>
    event.with.map((role) => ({
      arrival: { role, at, seq, from: event.from },
      facts: event.facts,
    })),
  );
  return [...opened, ...read, ...called].sort((a, b) => a.arrival.seq - b.arrival.seq);
}

function openingOf(item: Item, role: RoleId, at: Ms, seq: number): Opening {
  const from = item.from === undefined ? {} : { from: item.from };
  return { arrival: { role, at, seq, item, ...from }, facts: item.facts };
}

/**
 * Where each fact came in: the roles of the first inject that carried it, by the journal, or by the
 * plan where none was released. What control gives later is no entry: by then it should be known.
 */
function entered(history: History, items: Items): Pick<Arrivals, 'entries' | 'entered'> {
  const entries = new Map<FactId, Set<RoleId>>();
  const first = new Map<FactId, Moment>();
  const came = new Map<FactId, Ms>();
  for (const { kind, facts, to, at, seq } of items.all) {
    for (const fact of facts) {
      if (!first.has(fact)) first.set(fact, { at, seq });
      if (kind !== 'inject') continue;
      if (!came.has(fact)) came.set(fact, at);
      if (came.get(fact) === at) add(entries, fact, to);
    }
  }
  const planned = new Set<FactId>();
  for (const { facts, to, trigger } of history.plan.injects) {
    for (const fact of facts) {
      if (came.has(fact) || planned.has(fact) || trigger.type === 'if-not') continue;
      planned.add(fact);
      add(entries, fact, to);
    }
  }
  return { entries, entered: first };
}

function add(map: Map<FactId, Set<RoleId>>, fact: FactId, roles: readonly RoleId[]): void {
  const known = map.get(fact) ?? new Set<RoleId>();
  for (const role of roles) known.add(role);
  map.set(fact, known);
}
