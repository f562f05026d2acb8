/**
 * One notification chain: a planned way of some facts, hop by hop, and what came of it.
 * Knows: its own hops. Does not know: the other chains.
 */
import type { FactId, RoleId } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import { type Evidence, evidence, inOrder } from '../history.ts';
import type { Course } from './courses.ts';
import { type Ground, type Hop, hopOf } from './hops.ts';

/**
 * Where the way that was taken differs from the planned one. `skipped`: the hop was not taken, and a
 * later one was. `order`: taken before the hop before it. `inserted`: somebody handed it on whom the
 * plan does not have there. `sender`: another of the link's senders than this way leads to.
 */
export type Deviation = {
  readonly kind: 'skipped' | 'order' | 'inserted' | 'sender';
  /** The hop's number, from 0. */
  readonly hop: number;
  /** Who handed it on, where that is what differs. */
  readonly roles: readonly RoleId[];
};
export type Chain = {
  /** `K1` … in the order in which they arose; those that never did are last. */
  readonly id: string;
  readonly facts: readonly FactId[];
  readonly entry: readonly RoleId[];
  /** When the first of its facts came into the exercise. Absent: none did. */
  readonly enteredAt?: Ms;
  readonly hops: readonly Hop[];
  /** Product over the hops of receivers reached, by any way but a bypass, of all. */
  readonly reach: number;
  /** The number of the hop at which it broke, from 0. */
  readonly broken?: number;
  /** Entered until the first of the last receivers had it, by whatever way was earliest. */
  readonly endToEnd?: Ms;
  readonly deviations: readonly Deviation[];
  readonly evidence: Evidence;
};
export function chainOf(ground: Ground, { facts, legs }: Course): Omit<Chain, 'id'> {
  const { entered } = ground.arrivals;
  const points = facts.flatMap((fact) => entered.get(fact) ?? []);
  const came = [...points].sort(inOrder)[0];
  const hops = legs.map((leg) => hopOf(ground, leg, facts));
  const broken = hops.findIndex((hop) => hop.state === 'unsent' || hop.state === 'unopened');
  const times = hops.at(-1)?.receivers.flatMap((receiver) => receiver.at ?? []) ?? [];
  return {
    facts,
    hops,
    entry: legs[0]?.from ?? [],
    ...(came && { enteredAt: came.at }),
    reach: came ? hops.reduce((product, hop) => product * shareOf(hop), 1) : 0,
    ...(broken >= 0 && { broken }),
    ...(came && times.length > 0 && { endToEnd: Math.max(0, Math.min(...times) - came.at) }),
    deviations: hops.flatMap((hop, i) => deviationsOf(hops, hop, i)),
    evidence: evidence(came?.seq, ...hops.map((hop) => hop.evidence)),
  };
}

function shareOf({ receivers }: Hop): number {
  const reached = receivers.filter(({ way, plannedAt }) => {
    return plannedAt !== undefined || way === 'planned' || way === 'regular';
  });
  return reached.length / receivers.length;
}

function deviationsOf(hops: readonly Hop[], hop: Hop, i: number): readonly Deviation[] {
  const before = hops[i - 1]?.at;
  const round = hop.receivers.filter((receiver) => receiver.way === 'bypass');
  const others = hop.receivers.filter(
    ({ way, by }) => way === 'planned' && by !== undefined && !hop.from.includes(by),
  );
  const found: readonly (readonly [Deviation['kind'], boolean, readonly RoleId[]])[] = [
    ['skipped', hop.at === undefined && hops.slice(i + 1).some((h) => h.at !== undefined), []],
    ['order', hop.at !== undefined && before !== undefined && hop.at < before, []],
    ['inserted', round.length > 0, round.flatMap((receiver) => receiver.by ?? [])],
    ['sender', others.length > 0, others.flatMap((receiver) => receiver.by ?? [])],
  ];
  return found
    .filter(([, differs]) => differs)
    .map(([kind, , roles]) => ({ kind, hop: i, roles: [...new Set(roles)] }));
}
