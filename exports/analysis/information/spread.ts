/**
 * How much of what was known by then each organisation and sector knew, and how much came to no use.
 * Knows: moments of learning. Does not know: who ought to know; to know more is not to do better.
 */
import type { FactId, RoleId } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import type { Cast } from '../cast.ts';
import { type History, addTo, groupBy, unique } from '../history.ts';
import type { Knowledge } from './knowledge.ts';
import type { NeedResult } from './needs.ts';

/** An organisation or a sector at several moments: facts it knew, and facts that any player knew. */
export type SpreadRow = {
  readonly level: 'organisation' | 'sector';
  readonly unit: string;
  readonly known: readonly number[];
  /** Its own needs, and those of them that were met in time. */
  readonly needs: number;
  readonly met: number;
};
export type Spread = {
  /** The moments: each quarter of the exercise. */
  readonly moments: readonly Ms[];
  /** Facts that any player knew at each. */
  readonly known: readonly number[];
  readonly rows: readonly SpreadRow[];
};

const QUARTERS = [1, 2, 3, 4] as const;

export function readSpread(
  history: History,
  knowledge: Knowledge,
  cast: Cast,
  needs: readonly NeedResult[],
): Spread {
  const { plan, end } = history;
  const moments = QUARTERS.map((n) => Math.round((end * n) / QUARTERS.length));
  const sectors = new Map(plan.organisations.map(({ id, sector }) => [id, sector]));
  const sectorOf = (role: RoleId): string | undefined => sectors.get(cast.organisation(role));
  const organisation = firsts(history, knowledge, cast.organisation);
  const sector = firsts(history, knowledge, sectorOf);
  const anybody = firsts(history, knowledge, () => '').get('') ?? [];
  const count = (times: readonly Ms[]): readonly number[] =>
    moments.map((moment) => times.filter((at) => at <= moment).length);
  const rowsOf = (
    level: SpreadRow['level'],
    units: readonly string[],
    times: ReadonlyMap<string, readonly Ms[]>,
    unitOf: (role: RoleId) => string | undefined,
  ): readonly SpreadRow[] => {
    const wanted = groupBy(needs, (need) => unitOf(need.role));
    return units.map((unit) => {
      const own = wanted.get(unit) ?? [];
      const met = own.filter((need) => need.where === 'known').length;
      return { level, unit, known: count(times.get(unit) ?? []), needs: own.length, met };
    });
  };
  const houses = unique(cast.players.map(cast.organisation));
  const fields = unique(houses.flatMap((house) => sectors.get(house) ?? []));
  return {
    moments,
    known: count(anybody),
    rows: [
      ...rowsOf('organisation', houses, organisation, cast.organisation),
      ...rowsOf('sector', fields, sector, sectorOf),
    ],
  };
}

/** For each unit, when it first knew each fact that it came to know. */
function firsts(
  { plan }: History,
  knowledge: Knowledge,
  unitOf: (role: RoleId) => string | undefined,
): ReadonlyMap<string, readonly Ms[]> {
  const times = new Map<string, Ms[]>();
  for (const { id } of plan.facts) {
    const seen = new Set<string>();
    // In the order of learning: the first of a unit is when the unit knew.
    for (const [role, { at }] of knowledge.knowers(id)) {
      const unit = knowledge.plays(role) ? unitOf(role) : undefined;
      if (unit === undefined || seen.has(unit)) continue;
      seen.add(unit);
      addTo(times, unit, at);
    }
  }
  return times;
}

/** Facts that came out, and those of them that nobody used and nothing that arose needed. */
export type Noise = {
  readonly out: number;
  readonly unused: readonly FactId[];
  readonly noise: readonly FactId[];
};

export function readNoise(
  history: History,
  knowledge: Knowledge,
  needs: readonly NeedResult[],
): Noise {
  const needed = new Set(needs.map((need) => need.fact));
  const out = history.plan.facts
    .map(({ id }) => id)
    .filter((id) => knowledge.carriers(id).length > 0);
  const byPlayers = (fact: FactId): boolean =>
    [...knowledge.uses(fact).keys()].some((role) => knowledge.plays(role));
  const unused = out.filter((id) => !byPlayers(id));
  return { out: out.length, unused, noise: unused.filter((id) => !needed.has(id)) };
}
