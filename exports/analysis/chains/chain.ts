/**
 * One notification chain: a planned way of some facts, hop by hop, and what came of it.
 * Knows: its own hops. Does not know: the other chains.
 */
import type { FactId, RoleId } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import { type Evidence, evidence } from '../history.ts';
import type { Course } from './courses.ts';
import { type Ground, type Hop, hopOf } from './hops.ts';

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
  readonly evidence: Evidence;
};
export function chainOf(ground: Ground, { facts, legs }: Course): Omit<Chain, 'id'> {
  const { entered } = ground.arrivals;
  const points = facts.flatMap((fact) => entered.get(fact) ?? []);
  const came = [...points].sort((a, b) => a.seq - b.seq)[0];
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
    evidence: evidence(came?.seq, ...hops.map((hop) => hop.evidence)),
  };
}

function shareOf({ receivers }: Hop): number {
  const reached = receivers.filter(({ way, plannedAt }) => {
    return plannedAt !== undefined || way === 'planned' || way === 'regular';
  });
  return reached.length / receivers.length;
}
