/**
 * The interface register: which meeting points between roles the exercise tried, and which it did not.
 * Knows: messages and handovers across them. Does not know: what was said in the room.
 */
import type { Rating } from '../../engine/exercise/entry.ts';
import type { FactId, Interface, RoleId } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import type { HandoverResult } from './handovers.ts';
import {
  type Evidence,
  type History,
  type Moment,
  by,
  evidence,
  groupBy,
  inOrder,
  of,
} from './history.ts';
import type { Item, Items } from './items.ts';
import { median } from './quantile.ts';

export type InterfaceResult = {
  readonly interface: string;
  /**
   * `tested`: what should cross did, and was opened, or a handover was accepted. `used`: something
   * crossed, but not that, or unopened. `not-exercised` is never "in order".
   */
  readonly status: 'tested' | 'used' | 'not-exercised';
  /** The other side's first sign that it took it: a handover accepted, an acknowledgement, an answer. */
  readonly accepted?: {
    readonly how: 'handover' | 'acknowledged' | 'answered';
    readonly at: Ms;
    readonly evidence: Evidence;
  };
  /** One end first knew a fact to carry, or a task of the interface arose. */
  readonly triggeredAt?: Ms;
  readonly crossedAt?: Ms;
  /** First crossing − trigger. */
  readonly delay?: Ms;
  /** Of the facts it should carry, those that crossed and were opened. */
  readonly carried: readonly FactId[];
  readonly missing: readonly FactId[];
  readonly messages: number;
  /** Messages the other way. */
  readonly returns: number;
  readonly handovers: number;
  readonly offers: Offers;
  /** What observers rated of it, by the side they looked at where they say so. */
  readonly ratings: readonly InterfaceRating[];
  /** Crossed later than the interface allows; only where it says. */
  readonly late: boolean;
  readonly evidence: Evidence;
};
/** Offered handovers across it, either way, by what came of them; and the median time to accept. */
export type Offers = {
  readonly offered: number;
  readonly accepted: number;
  readonly declined: number;
  /** No answer, or the offer fell away before one. */
  readonly expired: number;
  readonly median?: Ms;
};
export type InterfaceRating = {
  readonly rating: Rating;
  readonly side: 'from' | 'to' | 'both';
  readonly evidence: Evidence;
};

export function analyseInterfaces(
  history: History,
  items: Items,
  offers: readonly HandoverResult[],
): readonly InterfaceResult[] {
  const messages = items.all.filter((item) => item.kind === 'message');
  const senders = groupBy(messages, (item) => item.from ?? '');
  const acceptance = acceptancesOf(history, items);
  return history.plan.interfaces.map((row) =>
    interfaceResult({ history, items, senders, offers, acceptance }, row),
  );
}

type Acceptance = NonNullable<InterfaceResult['accepted']>;
type Ground = {
  readonly history: History;
  readonly items: Items;
  readonly senders: ReadonlyMap<RoleId, readonly Item[]>;
  readonly offers: readonly HandoverResult[];
  /** By item and role. */
  readonly acceptance: ReadonlyMap<string, Acceptance>;
};

/** Messages from one side to the other, in order. */
function between({ senders }: Ground, from: readonly RoleId[], to: readonly RoleId[]) {
  const own = from.flatMap((role) => senders.get(role) ?? []);
  const across = own.filter((item) => item.to.some((role) => to.includes(role)));
  return across.sort(inOrder);
}

/** The first acknowledgement or answer of each item by each role. */
function acceptancesOf(history: History, items: Items): ReadonlyMap<string, Acceptance> {
  const signed = of(history, 'item.acknowledged').map(({ at, seq, event }) => ({
    key: `${event.item} ${event.role}`,
    value: { how: 'acknowledged', at, evidence: [seq] } as const,
  }));
  const replied = items.all.flatMap(({ replyTo, from, at, seq }) =>
    replyTo === undefined || from === undefined
      ? []
      : [{ key: `${replyTo} ${from}`, value: { how: 'answered', at, evidence: [seq] } as const }],
  );
  const first = new Map<string, Acceptance>();
  for (const { key, value } of [...signed, ...replied]) {
    const known = first.get(key);
    if (!known || value.at < known.at) first.set(key, value);
  }
  return first;
}

function interfaceResult(ground: Ground, row: Interface): InterfaceResult {
  const { history, items } = ground;
  const tasks = history.plan.tasks.filter((t) => t.interface === row.id).map((t) => t.id);
  const trigger = triggerOf(history, row, tasks);
  const crossing = between(ground, row.from, row.to);
  const back = between(ground, row.to, row.from);
  const received = crossing.filter((item) => row.to.some((role) => items.opened(item, role)));
  const carried = row.carries.filter((fact) => received.some((i) => i.facts.includes(fact)));
  const handovers = tasks
    .flatMap((task) => by(history, 'handover.accepted', 'task', task))
    .filter(({ event: e }) => row.from.includes(e.from) && row.to.includes(e.to));
  // A row that names neither facts nor a task is tested by any word that arrives.
  const open = row.carries.length + tasks.length === 0;
  const relevant = received.filter(
    (item) =>
      open ||
      item.facts.some((fact) => row.carries.includes(fact)) ||
      tasks.includes(item.about?.task ?? ''),
  );
  const tested = relevant.length + handovers.length > 0;
  const first = [...(tested ? relevant : crossing), ...handovers].sort(inOrder)[0];
  const delay = tested && first && trigger ? Math.max(0, first.at - trigger.at) : undefined;
  const accepted = acceptedBy(ground, row, relevant, handovers);
  return {
    interface: row.id,
    carried,
    messages: crossing.length,
    handovers: handovers.length,
    status: tested ? 'tested' : first ? 'used' : 'not-exercised',
    ...(accepted && { accepted }),
    ...(trigger && { triggeredAt: trigger.at }),
    ...(first && { crossedAt: first.at }),
    ...(delay !== undefined && { delay }),
    missing: row.carries.filter((fact) => !carried.includes(fact)),
    returns: back.length,
    offers: offersOver(ground, row),
    ratings: ratingsOf(history, row, tasks, new Set([...crossing, ...back].map((i) => i.id))),
    late: delay !== undefined && row.within !== undefined && delay > row.within,
    evidence: evidence(
      trigger?.seq,
      first?.seq,
      relevant.map((item) => item.seq),
      relevant.flatMap((item) => row.to.flatMap((role) => items.opened(item, role)?.seq ?? [])),
    ),
  };
}

function acceptedBy(
  { acceptance }: Ground,
  row: Interface,
  relevant: readonly Item[],
  handovers: readonly Moment[],
): Acceptance | undefined {
  const given = handovers.map(({ at, seq }): Acceptance => ({
    how: 'handover',
    at,
    evidence: [seq],
  }));
  const signed = relevant.flatMap((item) =>
    row.to.flatMap((role) => acceptance.get(`${item.id} ${role}`) ?? []),
  );
  return [...given, ...signed].sort((a, b) => a.at - b.at)[0];
}

/** A handover of any task between the two sides is a meeting at the interface. */
function offersOver({ offers }: Ground, { from, to }: Interface): Offers {
  const own = offers.filter(
    (offer) =>
      (from.includes(offer.from) && to.includes(offer.to)) ||
      (to.includes(offer.from) && from.includes(offer.to)),
  );
  const taken = own.filter((offer) => offer.result === 'accepted');
  const middle = median(taken.map((o) => (o.answeredAt ?? o.offeredAt) - o.offeredAt));
  return {
    offered: own.length,
    accepted: taken.length,
    declined: own.filter((offer) => offer.result === 'declined').length,
    expired: own.filter((o) => o.result === 'unanswered' || o.result === 'withdrawn').length,
    ...(middle !== undefined && { median: middle }),
  };
}

/** Observations about a task of the interface, or about a message that crossed it. */
function ratingsOf(
  history: History,
  row: Interface,
  tasks: readonly string[],
  messages: ReadonlySet<string>,
): readonly InterfaceRating[] {
  return of(history, 'observation.noted').flatMap(({ seq, event: { rating, about } }) => {
    const mine = tasks.includes(about?.task ?? '') || messages.has(about?.message ?? '');
    if (!rating || !mine) return [];
    const [here, there] = [row.from, row.to].map((roles) => roles.includes(about?.role ?? ''));
    const side = here === there ? 'both' : here ? 'from' : 'to';
    return [{ rating, side, evidence: [seq] }];
  });
}

function triggerOf(history: History, row: Interface, tasks: readonly string[]): Moment | undefined {
  const known = row.carries.flatMap(
    (fact) =>
      by(history, 'fact.known', 'fact', fact).find(({ event }) => row.from.includes(event.role)) ??
      [],
  );
  const arisen = tasks.flatMap((task) => by(history, 'task.started', 'task', task)[0] ?? []);
  return [...known, ...arisen].sort(inOrder)[0];
}
