/**
 * Whether a path is really walked: bots follow its orders in a run of their own.
 * Knows: paths and runs. Does not know: words.
 */
import type { Plan } from '../../engine/plan/plan.ts';
import { goalOf, type Goal } from './goal.ts';
import { pathsTo, type Path } from './path.ts';
import { runOnce, type Setting } from './runs.ts';
import { byCodeUnit, type Lang } from '../../engine/scenario/text.ts';
import { markKey, targetsOf, type Mark } from './target.ts';

/**
 * `walked`: a steered run with this seed reached it. `unproven`: a path by the Plan's rules, but no
 * run came through it in time. `none`: nothing leads there. `chance`: no orders could bring it about.
 */
export type Reached =
  | { readonly type: 'walked'; readonly path: Path; readonly seed: number; readonly tried: number }
  | {
      readonly type: 'unproven';
      readonly path: Path;
      readonly tried: number;
      /** The ways that runs left the phase by, where a branch was wanted. */
      readonly instead: readonly string[];
    }
  | { readonly type: 'none'; readonly blocked: readonly Goal[]; readonly limit: boolean }
  | { readonly type: 'chance' };

export type Steering = { readonly seed: number; readonly lang: Lang; readonly engine: string };

/** So many paths are walked before it is given up; the cheapest come first. */
const TRIES = 12;

export function reach(plan: Plan, mark: Mark, steering: Steering): Reached {
  const goal = goalOf(plan, mark);
  if (!goal) return { type: 'chance' };
  const paths = pathsTo(plan, goal);
  const instead = new Set<string>();
  let best: Path | undefined;
  let tried = 0;
  while (tried < TRIES) {
    const next = paths.next();
    if (next.done) {
      if (!best) return { type: 'none', ...next.value };
      break;
    }
    tried += 1;
    best ??= next.value;
    const { seen } = runOnce(steered(plan, next.value, steering)).tally;
    if (reaches(seen, mark))
      return { type: 'walked', path: next.value, seed: steering.seed, tried };
    for (const id of otherWays(plan, mark)) {
      if (seen.has(markKey({ ...mark, id }))) instead.add(id);
    }
  }
  if (!best) return { type: 'chance' };
  return { type: 'unproven', path: best, tried, instead: [...instead].sort(byCodeUnit) };
}

/** What else leads out of the phase that a branch leaves. */
function otherWays(plan: Plan, { kind, id }: Mark): readonly string[] {
  const [from = ''] = id.split('>');
  if (kind !== 'branches' || !id.includes('>')) return [];
  const decisions = new Set(
    plan.decisions.filter(({ phases }) => phases.includes(from)).map((row) => row.id),
  );
  return targetsOf(plan)
    .filter((target) => target.kind === 'branches' && target.id !== id)
    .map((target) => target.id)
    .filter((other) => other.startsWith(`${from}>`) || decisions.has(other.split('=')[0] ?? ''));
}

function reaches(seen: ReadonlySet<string>, mark: Mark): boolean {
  // An expectation that ran out ends as late or as lapsed; the path is to its running out.
  const ranOut = mark.mark === 'lapsed' || mark.mark === 'late';
  if (mark.kind !== 'expectations' || !ranOut) return seen.has(markKey(mark));
  return ['late', 'lapsed'].some((end) => seen.has(markKey({ ...mark, mark: end })));
}

/** The run that walks the path: everybody is diligent, and does as ordered. */
export function steered(plan: Plan, path: Path, { seed, lang, engine }: Steering): Setting {
  return {
    opening: { plan, exercise: `${plan.id}-reach-${seed}`, seed, engine },
    lang,
    behave: new Map([['*', 'diligent']]),
    orders: path.orders,
  };
}
