/**
 * The whole of a rehearsal as data: what many runs reached, what none did and how one could, who was
 * busy, and who must not fall silent. Knows: the parts. Does not know: how they are shown.
 */
import { EVERYONE, type Behave } from '../../engine/exercise/bots/behaviour.ts';
import { planDigest } from '../../engine/exercise/replay.ts';
import type { Plan, RoleId } from '../../engine/plan/plan.ts';
import { byCodeUnit, type Lang } from '../../engine/scenario/text.ts';
import { createCollector, type Coverage, type RoleLoad } from './coverage.ts';
import { reach, type Reached } from './reach.ts';
import { runOnce, type Pile, type Ran } from './runs.ts';
import { compareSilence, type Silence } from './silence.ts';
import { COUNTS, type Mark } from './target.ts';

/** The JSON's own format. 1: first. */
export const REHEARSAL_FORMAT = 1;

export type Never = Mark & { readonly reached: Reached };

export type Rehearsal = {
  readonly format: typeof REHEARSAL_FORMAT;
  readonly engine: string;
  readonly scenario: string;
  readonly version: string;
  readonly digest: string;
  readonly behave: Readonly<Record<string, string>>;
  readonly coverage: Coverage;
  /** What no run reached, without the expectations of injects that never came. */
  readonly never: readonly Never[];
  /** Left out of the share: only a facilitator can bring it about. */
  readonly manual: readonly Mark[];
  readonly load: readonly (RoleLoad & { readonly pile?: Pile })[];
  /** Absent when it was not asked for. */
  readonly silence?: readonly Silence[];
  /** Inputs that the rules refused, in all runs. */
  readonly refused: number;
};

export type Ask = {
  readonly plan: Plan;
  readonly lang: Lang;
  readonly engine: string;
  readonly seed: number;
  readonly runs: number;
  readonly behave?: Behave;
  readonly silence: boolean;
  /** Called after each run, which can be kept. */
  readonly ran?: (ran: Ran, done: number) => void;
  readonly tick?: (part: 'paths' | 'silence', done: number, of: number) => void;
};

/** `conduct` runs one seed; the command line hands in one that keeps the journal as well. */
export function rehearseMany(ask: Ask, conduct: (seed: number) => Ran = conductOf(ask)): Rehearsal {
  const { plan, lang, engine, seed, runs, behave, tick = () => {} } = ask;
  const collector = createCollector(plan);
  const piles = new Map<RoleId, Pile>();
  let refused = 0;
  for (let i = 0; i < runs; i += 1) {
    const ran = conduct(seed + i);
    collector.add(ran.tally);
    refused += ran.tally.refused;
    for (const [role, pile] of ran.piles) addPile(piles, role, pile);
    ask.ran?.(ran, i + 1);
  }
  const coverage = collector.coverage();
  const missing = missingOf(plan, coverage);
  const never = missing.map((mark, i): Never => {
    tick('paths', i, missing.length);
    return { ...mark, reached: reach(plan, mark, { seed, lang, engine }) };
  });
  const setting = { opening: openingOf(ask, seed), lang, ...(behave ? { behave } : {}) };
  return {
    format: REHEARSAL_FORMAT,
    engine,
    scenario: plan.id,
    version: plan.version,
    digest: planDigest(plan),
    behave: Object.fromEntries([...(behave ?? [[EVERYONE, 'human']])].sort(byKey)),
    coverage,
    never,
    manual: coverage.items.filter(({ manual }) => manual).map(markOf),
    load: collector.load().map((row) => withPile(row, piles.get(row.role))),
    ...(ask.silence
      ? { silence: compareSilence(setting, (done, of) => tick('silence', done, of)) }
      : {}),
    refused,
  };
}

const byKey = ([a]: readonly [string, string], [b]: readonly [string, string]): number =>
  byCodeUnit(a, b);

const markOf = ({ kind, id }: Pick<Mark, 'kind' | 'id'>): Mark => ({
  kind,
  id,
  mark: COUNTS[kind],
});

function openingOf({ plan, engine }: Ask, seed: number) {
  return { plan, exercise: `${plan.id}-rehearsal-${seed}`, seed, engine };
}

export function conductOf(ask: Ask): (seed: number) => Ran {
  const { lang, behave } = ask;
  return (seed) => runOnce({ opening: openingOf(ask, seed), lang, ...(behave ? { behave } : {}) });
}

/** An inject that never came explains by itself that nobody met what it expected. */
function missingOf(plan: Plan, { items }: Coverage): readonly Mark[] {
  const uncovered = items.filter(({ manual, runs }) => !manual && runs === 0);
  const unreleased = new Set(
    uncovered.flatMap(({ kind, id }) =>
      kind === 'injects' || kind === 'contingencies' ? [id] : [],
    ),
  );
  const injectOf = new Map(plan.expectations.map(({ id, inject }) => [id, inject]));
  return uncovered
    .filter(({ kind, id }) => kind !== 'expectations' || !unreleased.has(injectOf.get(id) ?? ''))
    .map(markOf);
}

function addPile(piles: Map<RoleId, Pile>, role: RoleId, { longest, forgotten }: Pile): void {
  const sum = piles.get(role) ?? { longest: 0, forgotten: 0 };
  piles.set(role, {
    longest: Math.max(sum.longest, longest),
    forgotten: sum.forgotten + forgotten,
  });
}

function withPile(row: RoleLoad, pile: Pile | undefined): RoleLoad & { readonly pile?: Pile } {
  return pile ? { ...row, pile } : row;
}
