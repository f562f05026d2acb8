/**
 * Who was brought, knew and used which fact, sorted once, and where a fact was at a moment.
 * Knows: deliveries, openings, calls, uses. Does not know: who needed it.
 */
import type { FactId, RoleId } from '../../../engine/plan/plan.ts';
import type { Cast } from '../cast.ts';
import {
  type Evidence,
  type History,
  type Moment,
  addTo,
  evidence,
  inOrder,
  of,
} from '../history.ts';
import type { Item, Items } from '../items.ts';

/** When a role came to know a fact, and from which item. */
export type Learned = Moment & { readonly item: string };
export type Knowledge = {
  /** What carried the fact, in order. */
  readonly carriers: (fact: FactId) => readonly Item[];
  /** Who knew it, in the order in which they learned it. */
  readonly knowers: (fact: FactId) => ReadonlyMap<RoleId, Learned>;
  /** The first item that brought it to each role. */
  readonly delivered: (fact: FactId) => ReadonlyMap<RoleId, Item>;
  /** When each role first passed it on, or named it as the basis of a decision. */
  readonly uses: (fact: FactId) => ReadonlyMap<RoleId, Moment>;
  readonly plays: Cast['plays'];
};
/** Everything before an entry, and no later than a moment: what counted when something was made. */
export type CutOff = Moment;
export const before = (moment: Moment, cut: CutOff): boolean =>
  moment.seq < cut.seq && moment.at <= cut.at;

export function readKnowledge(history: History, items: Items, cast: Cast): Knowledge {
  const carriers = new Map<FactId, Item[]>();
  const delivered = table<Item>();
  const uses = table<Moment>();
  const knowers = table<Learned>();
  for (const item of items.all) {
    for (const fact of item.facts) {
      addTo(carriers, fact, item);
      for (const role of item.to) delivered.first(fact, role, item);
      if (passesOn(item)) uses.first(fact, item.from, item);
    }
  }
  for (const { at, seq, event } of of(history, 'fact.known')) {
    knowers.first(event.fact, event.role, { at, seq, item: event.item });
  }
  for (const { at, seq, event } of of(history, 'decision.recorded')) {
    for (const fact of event.role === undefined ? [] : event.facts) {
      uses.earliest(fact, event.role, { at, seq });
    }
  }
  return {
    carriers: (fact) => carriers.get(fact) ?? [],
    knowers: knowers.of,
    delivered: delivered.of,
    uses: uses.of,
    plays: cast.plays,
  };
}

function passesOn(item: Item): item is Item & { readonly from: RoleId } {
  return item.kind !== 'inject' && item.kind !== 'call' && item.from !== undefined;
}

/** Fact by role. */
function table<T extends Moment>(): {
  readonly of: (fact: FactId) => ReadonlyMap<RoleId, T>;
  readonly first: (fact: FactId, role: RoleId, value: T) => void;
  readonly earliest: (fact: FactId, role: RoleId | undefined, value: T) => void;
} {
  const rows = new Map<FactId, Map<RoleId, T>>();
  const rowOf = (fact: FactId): Map<RoleId, T> => {
    const row = rows.get(fact) ?? new Map<RoleId, T>();
    rows.set(fact, row);
    return row;
  };
  return {
    of: (fact) => rows.get(fact) ?? new Map<RoleId, T>(),
    first: (fact, role, value) => {
      const row = rowOf(fact);
      if (!row.has(role)) row.set(role, value);
    },
    earliest: (fact, role, value) => {
      if (role === undefined) return;
      const row = rowOf(fact);
      if (value.seq < (row.get(role)?.seq ?? Infinity)) row.set(role, value);
    },
  };
}

/** Where a key fact was at a moment, seen from some roles. */
export type FactAtHand = {
  readonly fact: FactId;
  /** `unopened`: lay with them, unread. `held`: another player knew it. `nowhere`: none did. */
  readonly where: 'known' | 'unopened' | 'held' | 'nowhere';
  readonly heldBy: readonly RoleId[];
  readonly evidence: Evidence;
};

export function whereWas(
  knowledge: Knowledge,
  fact: FactId,
  roles: readonly RoleId[],
  cut: CutOff,
): FactAtHand {
  const known = knowledge.knowers(fact);
  const own = roles.flatMap((role) => inTime(known.get(role), cut)).sort(inOrder)[0];
  if (own) return { fact, where: 'known', heldBy: [], evidence: [own.seq] };
  const holders = [...known].filter(
    ([role, learned]) => knowledge.plays(role) && before(learned, cut),
  );
  const heldBy = holders.map(([role]) => role);
  const seqs = holders.map(([, learned]) => learned.seq);
  const brought = knowledge.delivered(fact);
  const lying = roles.flatMap((role) => inTime(brought.get(role), cut)).sort(inOrder)[0];
  if (lying) return { fact, where: 'unopened', heldBy, evidence: evidence(lying.seq, seqs) };
  return { fact, where: heldBy.length > 0 ? 'held' : 'nowhere', heldBy, evidence: evidence(seqs) };
}

function inTime<T extends Moment>(moment: T | undefined, cut: CutOff): readonly T[] {
  return moment && before(moment, cut) ? [moment] : [];
}
