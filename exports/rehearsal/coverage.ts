/**
 * What many runs reached together. Knows: tallies. Does not know: in which order they came, which
 * changes nothing.
 */
import type { Plan, RoleId } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import type { Tally } from './tally.ts';
import { COUNTS, KINDS, MARKS, markKey, targetsOf, type Kind, type Target } from './target.ts';

export type Covered = Target & {
  /** In how many runs each mark was reached. */
  readonly marks: Readonly<Record<string, number>>;
  /** In how many runs it counted as covered. */
  readonly runs: number;
  /** The lowest seed that covered it. */
  readonly seed?: number;
};

/** `share` is `covered / of`: things covered in at least one run; what needs a facilitator is left out. */
export type Share = { readonly covered: number; readonly of: number; readonly share: number };

export type Coverage = {
  readonly runs: number;
  readonly seeds: { readonly first: number; readonly last: number };
  readonly total: Share;
  readonly kinds: Readonly<Record<Kind, Share>>;
  readonly items: readonly Covered[];
};

export type RoleLoad = {
  readonly role: RoleId;
  /** Mean of items received in each quarter of an hour, over the runs. */
  readonly received: readonly number[];
  /** The most in one quarter, in any run. */
  readonly peak: number;
  readonly open: number;
  readonly unopened: number;
  /** Mean number of acts. */
  readonly acts: number;
  /** The longest quiet of any run. */
  readonly idle: { readonly from: Ms; readonly length: Ms; readonly seed: number };
};

type Sum = {
  received: number[];
  peak: number;
  open: number;
  unopened: number;
  acts: number;
  idle: { from: Ms; length: Ms; seed: number };
};

export type Collector = {
  readonly add: (tally: Tally) => void;
  readonly coverage: () => Coverage;
  readonly load: () => readonly RoleLoad[];
};

/** Takes in runs one by one and keeps sums only: a thousand runs need no more room than ten. */
export function createCollector(plan: Plan): Collector {
  const targets = targetsOf(plan);
  const counts = new Map<string, number>();
  const first = new Map<string, number>();
  const sums = new Map<RoleId, Sum>();
  const seeds: number[] = [];
  return {
    add: (tally) => {
      seeds.push(tally.seed);
      for (const key of tally.seen) {
        counts.set(key, (counts.get(key) ?? 0) + 1);
        first.set(key, Math.min(first.get(key) ?? Infinity, tally.seed));
      }
      addDuty(sums, tally);
    },
    coverage: () => {
      const items = targets.map((target) => coveredOf(target, counts, first));
      return {
        runs: seeds.length,
        seeds: { first: Math.min(...seeds), last: Math.max(...seeds) },
        total: shareOf(items),
        kinds: Object.fromEntries(
          KINDS.map((kind) => [kind, shareOf(items.filter((item) => item.kind === kind))]),
        ) as Record<Kind, Share>,
        items,
      };
    },
    load: () => [...sums].map(([role, sum]) => loadOf(role, sum, seeds.length)),
  };
}

function coveredOf(
  target: Target,
  counts: ReadonlyMap<string, number>,
  first: ReadonlyMap<string, number>,
): Covered {
  const key = (mark: string): string => markKey({ ...target, mark });
  const marks = Object.fromEntries(
    MARKS[target.kind].map((mark) => [mark, counts.get(key(mark)) ?? 0]),
  );
  const seed = first.get(key(COUNTS[target.kind]));
  const runs = counts.get(key(COUNTS[target.kind])) ?? 0;
  return { ...target, marks, runs, ...(seed === undefined ? {} : { seed }) };
}

/** Nothing to cover is fully covered: a scenario without clocks lacks none. */
function shareOf(items: readonly Covered[]): Share {
  const counted = items.filter(({ manual }) => !manual);
  const covered = counted.filter(({ runs }) => runs > 0).length;
  return {
    covered,
    of: counted.length,
    share: counted.length === 0 ? 1 : covered / counted.length,
  };
}

function addDuty(sums: Map<RoleId, Sum>, { duty, seed }: Tally): void {
  for (const [role, own] of duty) {
    const sum = sums.get(role) ?? {
      received: [],
      peak: 0,
      open: 0,
      unopened: 0,
      acts: 0,
      idle: { from: 0, length: -1, seed },
    };
    sums.set(role, sum);
    for (const [i, n] of own.received.entries()) sum.received[i] = (sum.received[i] ?? 0) + n;
    sum.peak = Math.max(sum.peak, ...own.received);
    sum.open = Math.max(sum.open, own.open);
    sum.unopened = Math.max(sum.unopened, own.unopened);
    sum.acts += own.acts;
    const longer = own.idle.length - sum.idle.length;
    if (longer > 0 || (longer === 0 && seed < sum.idle.seed)) sum.idle = { ...own.idle, seed };
  }
}

function loadOf(role: RoleId, sum: Sum, runs: number): RoleLoad {
  const mean = (n: number): number => Math.round((n / runs) * 100) / 100;
  const { peak, open, unopened, idle } = sum;
  return {
    role,
    received: sum.received.map(mean),
    peak,
    open,
    unopened,
    acts: mean(sum.acts),
    idle,
  };
}
