/**
 * One hop of a notification chain as an organisation may have it. A hop over an interface stands in
 * the register of both its ends, and so whole; of any other, whoever had it to give has the giving,
 * and whoever should have got it the getting. Knows: hops. Does not know: chains.
 */
import type { ExerciseEvent } from '../../engine/exercise/entry.ts';
import type { RoleId } from '../../engine/plan/plan.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { Hop, Receiver } from '../analysis/chains/hops.ts';
import { type Fields, cut } from './cut.ts';
import { HIDDEN, type Sight } from './sight.ts';

/** What was sent, and who opened and acknowledged it, by the item's id and the role. */
export type Post = {
  readonly sent: ReadonlyMap<number, Extract<ExerciseEvent, { readonly type: 'message.sent' }>>;
  readonly opened: ReadonlySet<string>;
  readonly acknowledged: ReadonlySet<string>;
};
export type Ground = { readonly sight: Sight; readonly post: Post };

export function postOf({ timeline }: Analysis): Post {
  const marks = (type: 'item.opened' | 'item.acknowledged'): ReadonlySet<string> =>
    new Set(
      timeline.flatMap(({ event }) => (event.type === type ? [`${event.role} ${event.item}`] : [])),
    );
  return {
    sent: new Map(
      timeline.flatMap(({ seq, event }) =>
        event.type === 'message.sent' ? [[seq, event] as const] : [],
      ),
    ),
    opened: marks('item.opened'),
    acknowledged: marks('item.acknowledged'),
  };
}

const isShared = ({ link, from, to }: Hop, sight: Sight): boolean =>
  link.kind === 'interface' && sight.interface(link.id) && sight.ownAny([...from, ...to]);
/** It had it to give. Who had nothing has no part in what others did with it. */
const gives = ({ ready }: Hop, sight: Sight): boolean => sight.ownAny(ready);

/**
 * What came to it, and what it knows that it was to be told. That somebody was expected to write to
 * it is in the script, which players do not have.
 */
function gets({ link, to, receivers }: Hop, sight: Sight): boolean {
  if (link.kind === 'task' && sight.task(link.id) && sight.ownAny(to)) return true;
  return receivers.some(({ role, at }) => sight.own(role) && at !== undefined);
}

export const isOwnHop = (hop: Hop, sight: Sight): boolean =>
  isShared(hop, sight) || gives(hop, sight) || gets(hop, sight);

/** The figures are its own to have: both ends', or of roles that are all its own. */
const isClear = (hop: Hop, sight: Sight): boolean =>
  isShared(hop, sight) || (gives(hop, sight) && hop.ready.every(sight.own));
/** What arrived by somebody else's hand is not the fate of its own message. */
const isPlanned = (hop: Hop, sight: Sight): boolean =>
  isShared(hop, sight) || (isClear(hop, sight) && hop.state === 'reached');

const RECEIVER: Fields<Receiver, Ground> = {
  role: ({ role }) => role,
  way: ({ way }) => way,
  by: ({ by }, { sight }) => (by === undefined ? undefined : sight.neighbour(by)),
  at: ({ at }) => at,
  plannedAt: ({ plannedAt }) => plannedAt,
  again: ({ again }) => again,
  evidence: ({ evidence }, { sight }) => sight.entries(evidence),
};

const HOP: Fields<Hop, Ground> = {
  link: (hop, { sight }) => linkFor(hop.link, sight),
  from: ({ from }, { sight }) => sight.neighbours(from),
  to: ({ to }, { sight }) => sight.neighbours(to),
  state: stateFor,
  // When the others opened it is theirs.
  receivers: ({ receivers }, ground) =>
    receivers.filter(({ role }) => ground.sight.own(role)).map((row) => cut(RECEIVER, row, ground)),
  carried: ({ carried }, { sight }) => carried.filter(sight.fact),
  missing: (hop, { sight }) =>
    isShared(hop, sight) || gives(hop, sight) ? sight.facts(hop.missing) : [],
  readyAt: (hop, { sight }) => (isClear(hop, sight) ? hop.readyAt : undefined),
  // That others had it too, and since when, is theirs.
  ready: ({ ready }, { sight }) => ready.filter(sight.own),
  due: (hop, { sight }) => (isClear(hop, sight) ? hop.due : undefined),
  at: (hop, { sight }) => (isPlanned(hop, sight) ? hop.at : undefined),
  delay: (hop, { sight }) => (isPlanned(hop, sight) ? hop.delay : undefined),
  late: (hop, { sight }) => isPlanned(hop, sight) && hop.late,
  funnel: funnelFor,
  evidence: ({ evidence }, { sight }) => sight.entries(evidence),
};

export const hopFor = (hop: Hop, ground: Ground): Hop => cut(HOP, hop, ground);

export function linkFor({ kind, id }: Hop['link'], sight: Sight): Hop['link'] {
  const seen = { interface: sight.interface, task: sight.task, expectation: sight.obligation };
  return { kind, id: seen[kind](id) ? id : HIDDEN };
}

/** Seen from the receiving end it came, in one way or another; it lies there; or it did not come. */
function stateFor(hop: Hop, ground: Ground): Hop['state'] {
  const { sight } = ground;
  if (isShared(hop, sight) || gives(hop, sight)) return hop.state;
  const own = hop.receivers.filter(({ role }) => sight.own(role));
  if (own.some(({ plannedAt }) => plannedAt !== undefined)) return 'reached';
  if (own.some(({ way }) => way === 'regular')) return 'regular';
  if (own.some(({ way }) => way === 'bypass')) return 'bypassed';
  return funnelFor(hop, ground).sent > 0 ? 'unopened' : 'unready';
}

/** The hop's messages that it sent or was sent, counted anew for each receiver. */
function funnelFor({ evidence, from, to }: Hop, { sight, post }: Ground): Hop['funnel'] {
  const pairs = evidence.flatMap((seq) => {
    const event = post.sent.get(seq);
    if (!event || !from.includes(event.from)) return [];
    const mine = (role: RoleId): boolean => sight.own(event.from) || sight.own(role);
    return event.to
      .filter((role) => to.includes(role) && mine(role))
      .map((role) => `${role} ${event.message}`);
  });
  return {
    sent: pairs.length,
    opened: pairs.filter((pair) => post.opened.has(pair)).length,
    acknowledged: pairs.filter((pair) => post.acknowledged.has(pair)).length,
  };
}
