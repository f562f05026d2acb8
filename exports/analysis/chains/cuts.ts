/**
 * Roles that planned ways go through and cannot go round: what would not have arrived without one.
 * Knows: the plan's links, and what passed. Does not know: whether somebody would have stepped in.
 */
import type { FactId, RoleId } from '../../../engine/plan/plan.ts';
import { type Evidence, evidence, unique } from '../history.ts';
import type { Chain } from './chain.ts';
import { spread } from './courses.ts';
import type { Ground } from './hops.ts';

export type Cut = {
  readonly role: RoleId;
  readonly deputy?: RoleId;
  /** Facts that stand between a first and a last role with this one alone in the middle. */
  readonly facts: readonly FactId[];
  /** Who would not have got them. */
  readonly lost: readonly RoleId[];
  readonly chains: readonly string[];
  /** A chain broke at this very role. */
  readonly broke: boolean;
  readonly evidence: Evidence;
};

/** Of chains that arose: what never came up shows nothing. */
export function cutsOf(ground: Ground, chains: readonly Chain[]): readonly Cut[] {
  const cuts = new Map<RoleId, Cut>();
  for (const chain of chains) {
    if (chain.enteredAt === undefined) continue;
    chain.hops.forEach((hop, i) => {
      const [role, more] = hop.from;
      // The one who gets it from outside is where the way begins, not what it goes through.
      if (i === 0 || role === undefined || more !== undefined || !ground.cast.plays(role)) return;
      const losses = chain.facts
        .map((fact) => ({ fact, lost: lostWithout(ground, fact, role, hop.to) }))
        .filter(({ lost }) => lost.length > 0);
      if (losses.length === 0) return;
      const old = cuts.get(role);
      const deputy = ground.cast.deputy(role);
      cuts.set(role, {
        role,
        ...(deputy !== undefined && { deputy }),
        facts: unique([...(old?.facts ?? []), ...losses.map(({ fact }) => fact)]),
        lost: unique([...(old?.lost ?? []), ...losses.flatMap(({ lost }) => lost)]),
        chains: unique([...(old?.chains ?? []), chain.id]),
        broke: (old?.broke ?? false) || chain.broken === i,
        evidence: evidence(
          old?.evidence,
          chain.evidence[0],
          chain.hops[i - 1]?.evidence,
          hop.evidence,
        ),
      });
    });
  }
  return [...cuts.values()].sort((a, b) => b.lost.length - a.lost.length);
}

/** The receivers that no other planned way leads to. */
function lostWithout(
  { links, arrivals, cast }: Ground,
  fact: FactId,
  without: RoleId,
  to: readonly RoleId[],
): readonly RoleId[] {
  const entry = arrivals.entries.get(fact) ?? new Set<RoleId>();
  const rest = links
    .filter((link) => link.facts.includes(fact))
    .map((link) => ({ ...link, from: link.from.filter((role) => role !== without) }));
  const legs = spread(rest, new Set([...entry].filter((role) => role !== without)), cast.plays);
  const reached = new Set(legs.flatMap((leg) => leg.to));
  return to.filter((role) => !reached.has(role));
}
