/** Quantiles of a few durations, in whole milliseconds. Knows: lengths. Does not know: of what. */
import type { Ms } from '../../engine/scenario/time.ts';

/**
 * The length below which a share `p` (0–1) of the durations lie, with straight lines between them
 * (Hyndman and Fan's seventh definition, Am. Stat. 50, 1996). Undefined where there are none.
 */
export function quantile(durations: readonly Ms[], p: number): Ms | undefined {
  const sorted = [...durations].sort((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (low === undefined || high === undefined) return undefined;
  // Nothing is measured more finely, and half a millisecond is no figure for a reader.
  return Math.round(low + (high - low) * (place - Math.floor(place)));
}

/** The middle one, or halfway between the two in the middle. */
export function median(durations: readonly Ms[]): Ms | undefined {
  return quantile(durations, 0.5);
}
