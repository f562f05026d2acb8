/** A time axis. Knows: which steps read well. Does not know: what stands along it. */
import { DAY, HOUR, MINUTE, type Ms } from '../../engine/scenario/time.ts';
import type { Tick } from './charts/chart.ts';
import type { Speaker } from './words.ts';

const STEPS: readonly Ms[] = [
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
];

/** The times from 0 to `end` at which to write a time: at most `most` of them and the first. */
export function ticks(end: Ms, most: number, least: Ms = 0): readonly Ms[] {
  const step =
    STEPS.find((length) => length >= least && end / length <= most) ??
    Math.ceil(end / most / DAY) * DAY;
  return [...Array(Math.floor(end / step) + 1).keys()].map((i) => i * step);
}

/** The same, said: for a curve over the whole exercise. */
export function timeTicks(end: Ms, s: Pick<Speaker, 'time'>): readonly Tick[] {
  return ticks(Math.max(end, MINUTE), 8).map((at) => ({ at, label: s.time(at) }));
}
