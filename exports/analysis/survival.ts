/**
 * Kaplan–Meier: how long things take when some had not happened yet at the end of the measurement.
 * Knows: durations. Does not know: of what. Source: Kaplan and Meier, J. Am. Stat. Assoc. 53 (1958).
 */
import type { Ms } from '../../engine/scenario/time.ts';
import { groupBy } from './history.ts';

/** `happened` false: the wait was still going on after `time` (censored). */
type Wait = { readonly time: Ms; readonly happened: boolean };
export type SurvivalStep = {
  readonly time: Ms;
  readonly atRisk: number;
  readonly happened: number;
  /** The share still waiting after `time`. */
  readonly waiting: number;
};
export type Survival = {
  readonly waits: number;
  readonly censored: number;
  readonly steps: readonly SurvivalStep[];
  /** The first times at which three quarters, half, a quarter or fewer still wait. Absent: never. */
  readonly lower?: Ms;
  readonly median?: Ms;
  readonly upper?: Ms;
};

export function survival(waits: readonly Wait[]): Survival {
  const times = [...groupBy(waits, (wait) => wait.time)].sort(([a], [b]) => a - b);
  const steps: SurvivalStep[] = [];
  let [waiting, atRisk] = [1, waits.length];
  for (const [time, ending] of times) {
    const happened = ending.filter((wait) => wait.happened).length;
    if (happened > 0) {
      waiting *= 1 - happened / atRisk;
      steps.push({ time, atRisk, happened, waiting });
    }
    // What is censored at a time was still at risk at it.
    atRisk -= ending.length;
  }
  // Products of fractions miss ½ by the last bit: 1 − 1/6 − … must still count as half.
  const when = (share: number): Ms | undefined =>
    steps.find((step) => step.waiting <= share + 1e-9)?.time;
  const [lower, median, upper] = [when(0.75), when(0.5), when(0.25)];
  return {
    waits: waits.length,
    censored: waits.filter((wait) => !wait.happened).length,
    steps,
    ...(lower !== undefined && { lower }),
    ...(median !== undefined && { median }),
    ...(upper !== undefined && { upper }),
  };
}
