/**
 * Notification chains: the ways news should have taken by the plan, hop by hop, and what came of each.
 * Knows: reach, breaks, delays, bypasses. Does not know: whether the words still meant the same.
 */
import type { Cast } from '../cast.ts';
import type { History } from '../history.ts';
import type { Items } from '../items.ts';
import { arrivalsOf } from './arrivals.ts';
import { type Chain, chainOf } from './chain.ts';
import { coursesOf } from './courses.ts';
import { type Funnel, funnelsOf } from './funnel.ts';
import type { Ground } from './hops.ts';
import { linksOf } from './links.ts';
import { type Cut, cutsOf } from './cuts.ts';
import { type Astray, astrayIn } from './astray.ts';
import { type Reports, reportsOf } from './reports.ts';

export type Chains = {
  readonly chains: readonly Chain[];
  readonly funnels: readonly Funnel[];
  /** Roles that a planned way cannot do without. */
  readonly cuts: readonly Cut[];
  /** Facts that went to somebody else while a hop broke for want of a message. */
  readonly astray: readonly Astray[];
  readonly reports: Reports;
};

export function analyseChains(history: History, items: Items, cast: Cast): Chains {
  const arrivals = arrivalsOf(history, items, cast);
  const links = linksOf(history.plan);
  const ground: Ground = { history, items, cast, arrivals, links };
  const courses = coursesOf(links, arrivals.entries, cast.plays);
  const found = courses
    .map((course) => chainOf(ground, course))
    .sort((a, b) => (a.enteredAt ?? Infinity) - (b.enteredAt ?? Infinity) || 0);
  const chains = found.map((chain, i) => ({ id: `K${i + 1}`, ...chain }));
  return {
    chains,
    funnels: funnelsOf(history, items, cast),
    cuts: cutsOf(ground, chains),
    astray: astrayIn(ground, chains),
    reports: reportsOf(history, items, cast),
  };
}
