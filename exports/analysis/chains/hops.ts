/**
 * What became of one hop of a chain: who got the facts, by whom, how long it took, or where it stopped.
 * Knows: one leg and the facts on it. Does not know: the rest of the chain.
 */
import type { FactId, RoleId } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import type { Cast } from '../cast.ts';
import { type Evidence, type History, type Moment, by, evidence, inOrder } from '../history.ts';
import type { Item, Items } from '../items.ts';
import type { Arrival, Arrivals } from './arrivals.ts';
import type { Leg } from './courses.ts';
import type { Link } from './links.ts';
import { type Held, heldFrom } from '../condition.ts';

/**
 * How a fact came to a receiver. `planned`: from a role at the hop's own end. `regular`: another way
 * that needs no explanation: a colleague, another link of the plan, an answer to one's own question,
 * the situation picture, exercise control. `bypass`: from somebody the plan does not have there.
 */
export type Way = 'planned' | 'regular' | 'bypass';
export type Receiver = {
  readonly role: RoleId;
  /** How it first came, and from whom; absent where it never did. */
  readonly way?: Way;
  readonly by?: RoleId;
  readonly at?: Ms;
  /** When it came by the planned way, first or later. */
  readonly plannedAt?: Ms;
  /** Times the same fact was opened again. */
  readonly again: number;
  readonly evidence: Evidence;
};
/**
 * `reached`: at least one receiver got it by the planned way. `regular`, `bypassed`: only so.
 * `outside`: said to have been told outside the tool. `unopened`: sent and left lying. `unsent`:
 * somebody had it to give, the time ran out, and nothing was sent. `pending`: time was left.
 * `unready`: nobody at the hop's beginning ever had it, or was meant to send it yet.
 */
const HOP_STATES = [
  'reached',
  'regular',
  'bypassed',
  'outside',
  'unopened',
  'unsent',
  'pending',
  'unready',
] as const;
export type HopState = (typeof HOP_STATES)[number];
export type Hop = {
  readonly link: { readonly kind: Link['kind']; readonly id: string };
  readonly from: readonly RoleId[];
  readonly to: readonly RoleId[];
  readonly state: HopState;
  readonly receivers: readonly Receiver[];
  /** Of the facts the hop should carry and had to give, those that crossed by any way but a bypass. */
  readonly carried: readonly FactId[];
  readonly missing: readonly FactId[];
  readonly readyAt?: Ms;
  /** Who had it to give; where the hop broke, it stopped with them. */
  readonly ready: readonly RoleId[];
  readonly due?: Ms;
  readonly at?: Ms;
  /** First planned or regular arrival − ready. */
  readonly delay?: Ms;
  readonly late: boolean;
  /** Receivers written to, opened, acknowledged, by messages of this hop. */
  readonly funnel: {
    readonly sent: number;
    readonly opened: number;
    readonly acknowledged: number;
  };
  readonly evidence: Evidence;
};

/** What hops are worked out from. */
export type Ground = {
  readonly history: History;
  readonly items: Items;
  readonly cast: Cast;
  readonly arrivals: Arrivals;
  readonly links: readonly Link[];
};

/** One fact's course over the hop. */
type Passage = {
  readonly fact: FactId;
  readonly state: HopState;
  readonly receivers: readonly Receiver[];
  readonly ready: readonly (Moment & { readonly role: RoleId })[];
  readonly readyAt: Moment | undefined;
  readonly due: Ms | undefined;
  readonly sent: readonly Item[];
};

export function hopOf(ground: Ground, leg: Leg, facts: readonly FactId[]): Hop {
  const passages = facts.map((fact) => passageOf(ground, leg, fact));
  const state = HOP_STATES.find((one) => passages.some((p) => p.state === one)) ?? 'unready';
  const given = passages.filter((p) => p.readyAt !== undefined);
  const across = given.filter((p) => CROSSED.includes(p.state));
  const readyAt = earliest(given.flatMap((p) => p.readyAt ?? []));
  const receivers = leg.to.map((role) => firstOf(role, passages));
  const at = earliestTime(across.flatMap((p) => p.receivers.filter((r) => r.way !== 'bypass')));
  const due = given.find((p) => p.due !== undefined)?.due;
  const sent = [...new Set(passages.flatMap((p) => p.sent))];
  return {
    link: { kind: leg.link.kind, id: leg.link.id },
    from: leg.from,
    to: leg.to,
    state,
    receivers,
    carried: across.map((p) => p.fact),
    missing: given.filter((p) => !CROSSED.includes(p.state)).map((p) => p.fact),
    ready: [...new Set(given.flatMap((p) => p.ready.map((one) => one.role)))],
    ...(readyAt && { readyAt: readyAt.at }),
    ...(due !== undefined && { due }),
    ...(at !== undefined && { at }),
    ...(at !== undefined && readyAt && { delay: Math.max(0, at - readyAt.at) }),
    late: at !== undefined && due !== undefined && at > due,
    funnel: funnelOf(ground, leg, sent),
    evidence: evidence(
      readyAt?.seq,
      given.flatMap((p) => p.ready.map((point) => point.seq)),
      sent.map((item) => item.seq),
      ...receivers.map((receiver) => receiver.evidence),
    ),
  };
}

const CROSSED: readonly HopState[] = ['reached', 'regular'];

const earliest = (points: readonly Moment[]): Moment | undefined =>
  [...points].sort((a, b) => a.at - b.at || a.seq - b.seq)[0];

function earliestTime(rows: readonly { readonly at?: Ms }[]): Ms | undefined {
  const times = rows.flatMap((row) => row.at ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}

function firstOf(role: RoleId, passages: readonly Passage[]): Receiver {
  const own = passages.flatMap((p) => p.receivers.filter((receiver) => receiver.role === role));
  const came = own.filter((receiver) => receiver.at !== undefined);
  const best = [...came].sort(
    (a, b) => WAYS.indexOf(a.way) - WAYS.indexOf(b.way) || (a.at ?? 0) - (b.at ?? 0),
  )[0];
  return best ?? { role, again: 0, evidence: [] };
}
const WAYS: readonly (Way | undefined)[] = ['planned', 'regular', 'bypass'];

function passageOf(ground: Ground, leg: Leg, fact: FactId): Passage {
  // Whoever at the link's beginning has it can send it, not only those whom the plan leads it to.
  const from = leg.link.from.filter((role) => !leg.to.includes(role));
  const ready = from.flatMap((role) => hadBy(ground, fact, role));
  const began = beginning(ground.history, leg.link);
  const readyAt =
    ready.length === 0 || began === 'never' ? undefined : later(earliest(ready), began);
  const receivers = leg.to.map((role) => receiverOf(ground, leg, fact, role));
  const sent = from.flatMap((role) =>
    ground.arrivals.sent(fact, role).filter((item) => item.to.some((to) => leg.to.includes(to))),
  );
  const due = readyAt && dueOf(ground.history, leg.link, readyAt);
  const passage = { fact, receivers, ready, readyAt, due, sent };
  return { ...passage, state: stateOf(ground, leg, passage) };
}

/** When a role first had a fact. What control's roles send, they have. */
function hadBy(
  { arrivals, cast }: Ground,
  fact: FactId,
  role: RoleId,
): readonly (Moment & { readonly role: RoleId })[] {
  const [opened] = arrivals.of(fact, role);
  const [sent] = cast.plays(role) ? [] : arrivals.sent(fact, role);
  const first = earliest([opened, sent].flatMap((point) => point ?? []));
  return first ? [{ role, at: first.at, seq: first.seq }] : [];
}

/** From when on somebody is meant to send: the link's own condition, the task, the obligation. */
function beginning(history: History, link: Link): Held {
  switch (link.kind) {
    case 'interface':
      return link.starts ? heldFrom(history, link.starts) : 'unknown';
    case 'expectation':
      return by(history, 'obligation.opened', 'obligation', link.id)[0] ?? 'never';
    // Until it is done, there is no outcome to tell.
    case 'task':
      return by(history, 'task.done', 'task', link.id)[0] ?? 'never';
    default:
      return link.kind satisfies never;
  }
}

/** A task's outcome is due with the task; anything else, so long after it could be sent. */
function dueOf(history: History, link: Link, readyAt: Moment): Ms | undefined {
  if (link.kind === 'task') return by(history, 'task.started', 'task', link.id)[0]?.event.due;
  return link.within === undefined ? undefined : readyAt.at + link.within;
}

function later(point: Moment | undefined, began: Held): Moment | undefined {
  if (!point || typeof began === 'string') return point;
  return began.at > point.at ? { at: began.at, seq: began.seq } : point;
}

function receiverOf(ground: Ground, leg: Leg, fact: FactId, role: RoleId): Receiver {
  const { arrivals } = ground;
  const carried = arrivals.of(fact, role);
  const told =
    leg.link.kind === 'task'
      ? arrivals.told(leg.link.id, role).filter((a) => leg.link.from.includes(a.from ?? ''))
      : [];
  const came = [...new Set([...carried, ...told])].sort(inOrder);
  const [first] = came;
  if (!first) return { role, again: 0, evidence: [] };
  const planned = came.find((arrival) => isPlanned(leg, arrival));
  return {
    role,
    way: wayOf(ground, leg, fact, first),
    ...(first.from !== undefined && { by: first.from }),
    at: first.at,
    ...(planned && { plannedAt: planned.at }),
    again: came.length - 1,
    evidence: evidence(first.item?.seq, first.seq, planned?.item?.seq, planned?.seq),
  };
}

const isPlanned = ({ link }: Leg, { from, item }: Arrival): boolean =>
  from !== undefined && link.from.includes(from) && item?.kind === 'message';

function wayOf(ground: Ground, leg: Leg, fact: FactId, arrival: Arrival): Way {
  const { cast, links, items } = ground;
  const { from, role, item } = arrival;
  if (isPlanned(leg, arrival)) return 'planned';
  if (from === undefined || item?.kind !== 'message' || !cast.plays(from)) return 'regular';
  if (cast.organisation(from) === cast.organisation(role)) return 'regular';
  const asked = item.replyTo === undefined ? undefined : items.byId.get(item.replyTo);
  if (asked?.from === role) return 'regular';
  const elsewhere = links.some(
    (other) => other.facts.includes(fact) && other.from.includes(from) && other.to.includes(role),
  );
  return elsewhere || shareTask(ground, fact, from, role) ? 'regular' : 'bypass';
}

/** Two who have letters in one task that needs the fact may well speak of it. */
function shareTask({ history }: Ground, fact: FactId, one: RoleId, other: RoleId): boolean {
  return history.plan.tasks.some((task) => {
    if (!task.needs.includes(fact)) return false;
    const { accountable, responsible, support, consulted, informed } = task;
    const parties = [...accountable, ...responsible, ...support, ...consulted, ...informed];
    return parties.includes(one) && parties.includes(other);
  });
}

function stateOf(ground: Ground, leg: Leg, passage: Omit<Passage, 'state'>): HopState {
  const { receivers, readyAt, due, ready, sent } = passage;
  const { history } = ground;
  if (receivers.some((receiver) => receiver.plannedAt !== undefined)) return 'reached';
  if (receivers.some((receiver) => receiver.way === 'regular')) return 'regular';
  if (receivers.some((receiver) => receiver.way === 'bypass')) return 'bypassed';
  if (!readyAt) return 'unready';
  const told = ready.some(({ role, seq }) =>
    ground.arrivals
      .outside(role)
      .some((h) => h.seq > seq && h.event.to.some((to) => leg.to.includes(to))),
  );
  if (told || isOutside(history, leg.link)) return 'outside';
  if (due !== undefined && due > history.end) return 'pending';
  return sent.length > 0 ? 'unopened' : 'unsent';
}

/** An expected message that was waived is nobody's fault; one done outside was done. */
function isOutside(history: History, link: Link): boolean {
  if (link.kind !== 'expectation') return false;
  const outside = by(history, 'obligation.outside', 'obligation', link.id);
  return outside.length + by(history, 'obligation.waived', 'obligation', link.id).length > 0;
}

function funnelOf({ history, items }: Ground, leg: Leg, sent: readonly Item[]): Hop['funnel'] {
  const pairs = sent.flatMap((item) =>
    item.to.filter((role) => leg.to.includes(role)).map((role) => ({ item, role })),
  );
  const acknowledged = pairs.filter(({ item, role }) =>
    by(history, 'item.acknowledged', 'item', item.id).some((h) => h.event.role === role),
  );
  return {
    sent: pairs.length,
    opened: pairs.filter(({ item, role }) => items.opened(item, role)).length,
    acknowledged: acknowledged.length,
  };
}
