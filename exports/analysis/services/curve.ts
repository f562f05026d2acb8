/**
 * Levels of service over time, as steps: a level holds until it changes. Knows: levels and times.
 * Does not know: which service, or what changed it.
 */
import type { Ms } from '../../../engine/scenario/time.ts';

/** `level`: of full service, 0–1, from `from` until `to`. */
export type LevelStep = { readonly from: Ms; readonly to: Ms; readonly level: number };
export type LevelChange = { readonly at: Ms; readonly level: number };

/** Q(t) from 0 to `end`, full before the first change. Stretches without length are left out. */
export function curveOf(changes: readonly LevelChange[], end: Ms): readonly LevelStep[] {
  const steps: LevelStep[] = [];
  let [from, level] = [0, 1];
  for (const change of [...changes, { at: end, level: 1 }]) {
    const to = Math.min(change.at, end);
    if (to > from) steps.push({ from, to, level });
    [from, level] = [Math.max(from, to), change.level];
  }
  return steps;
}

/** ∫(1 − Q)dt: how much full service was lost, in ms of it. Levels are whole per cent, and so exact. */
export function lossOf(steps: readonly LevelStep[]): Ms {
  const hundredths = steps.reduce(
    (sum, { from, to, level }) => sum + (100 - Math.round(level * 100)) * (to - from),
    0,
  );
  return hundredths / 100;
}

export type Weighted = { readonly steps: readonly LevelStep[]; readonly weight: number };

/** Σ wQ / Σ w: how much of what counts works. Undefined where nothing counts. */
export function combined(curves: readonly Weighted[], end: Ms): readonly LevelStep[] | undefined {
  const weights = curves.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return undefined;
  const moves = curves
    .flatMap(({ steps, weight }) =>
      steps.map(({ from, level }, i) => ({
        at: from,
        by: (level - (steps[i - 1]?.level ?? 1)) * weight,
      })),
    )
    .sort((a, b) => a.at - b.at);
  let total = weights;
  const changes = moves.map(({ at, by }) => {
    total += by;
    // Sums of shares miss the whole by the last bit.
    return { at, level: Math.round((total / weights) * 1e6) / 1e6 };
  });
  return curveOf(changes, end);
}
