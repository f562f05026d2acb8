/**
 * Across sectors and across domains: how soon they found each other, whom decisions heard, what came
 * of requests, and how long a fact of one domain took to move somebody in the other.
 * Knows: contacts, decisions, the plan's needs. Does not know: whether they should have met sooner.
 */
import type { Domain } from '../../../engine/scenario/schema.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import type { Cast } from '../cast.ts';
import { type History, of } from '../history.ts';
import type { Items } from '../items.ts';
import type { Contact } from '../network/contacts.ts';
import { median } from '../quantile.ts';
import { type Crossing, domainsOf } from './domains.ts';
import { type Requests, requestsOf } from './requests.ts';
import { type SectorResult, sectorsOf } from './sectors.ts';
import { type SharedDecision, decisionsOf } from './shared.ts';

export type Crossings = {
  readonly sectors: readonly SectorResult[];
  /** From STARTEX until two sectors first had to do with each other. */
  readonly firstAcross?: Ms;
  readonly decisions: readonly SharedDecision[];
  /** Decisions that affected other sectors and heard them all / decisions that affected others. */
  readonly consulted?: number;
  /** Decisions with more than one organisation / decisions made. */
  readonly joint?: number;
  readonly requests: Requests;
  readonly domains: readonly Crossing[];
  /** Median lag each way; with the two, how many there were. */
  readonly digitalToPhysical?: Ms;
  readonly physicalToDigital?: Ms;
};

export function analyseCrossing(
  history: History,
  items: Items,
  cast: Cast,
  contacts: readonly Contact[],
): Crossings {
  const across = contacts.filter(({ from, to }) => cast.sector(from) !== cast.sector(to));
  const [started] = of(history, 'exercise.started');
  const decisions = decisionsOf(history, items, cast);
  const affecting = decisions.filter((row) => row.affected.length > 0);
  const domains = domainsOf(history, items, cast);
  const lag = (from: Domain): Ms | undefined =>
    median(domains.filter((row) => row.from === from).flatMap((row) => row.lag ?? []));
  const [physical, digital] = [lag('digital'), lag('physical')];
  const [first] = across;
  return {
    sectors: sectorsOf(across, cast),
    ...(first && { firstAcross: first.at - (started?.at ?? 0) }),
    decisions,
    ...(affecting.length > 0 && {
      consulted:
        affecting.filter((d) => d.heard.length === d.affected.length).length / affecting.length,
    }),
    ...(decisions.length > 0 && {
      joint: decisions.filter((d) => d.organisations.length > 1).length / decisions.length,
    }),
    requests: requestsOf(history, items, cast),
    domains,
    ...(physical !== undefined && { digitalToPhysical: physical }),
    ...(digital !== undefined && { physicalToDigital: digital }),
  };
}
