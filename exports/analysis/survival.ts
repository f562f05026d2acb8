/**
 * Kaplan–Meier: how long things take when some had not happened yet at the end of the measurement.
 * Knows: durations. Does not know: of what.
 */
import type { Ms } from '../../engine/scenario/time.ts';

/** `happened` false: the wait was still going on after `time` (censored). */
type Wait = { readonly time: Ms; readonly happened: boolean };
export type Step = {
  readonly time: Ms;
  readonly atRisk: number;
  readonly happened: number;
  /** The share still waiting after `time`. */
  readonly waiting: number;
};
export type Survival = {
  readonly waits: number;
  readonly censored: number;
  readonly steps: readonly Step[];
  /** The first time at which half or fewer still wait. Absent when more than half never got there. */
  readonly median?: Ms;
};

export function survival(waits: readonly Wait[]): Survival {
  const times = [...new Set(waits.filter((w) => w.happened).map((w) => w.time))];
  let waiting = 1;
  const steps = times
    .sort((a, b) => a - b)
    .map((time) => {
      const atRisk = waits.filter((w) => w.time >= time).length;
      const happened = waits.filter((w) => w.happened && w.time === time).length;
      waiting *= 1 - happened / atRisk;
      return { time, atRisk, happened, waiting };
    });
  // Products of fractions miss ½ by the last bit: 1 − 1/6 − … must still count as half.
  const median = steps.find((step) => step.waiting <= 0.5 + 1e-9)?.time;
  const censored = waits.filter((w) => !w.happened).length;
  return { waits: waits.length, censored, steps, ...(median !== undefined && { median }) };
}
