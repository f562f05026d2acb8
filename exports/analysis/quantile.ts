/** Quantiles of a few durations. Knows: numbers. Does not know: what was measured. */

/** Of sorted values, with straight lines between them (the usual seventh definition). */
export function quantile(sorted: readonly number[], p: number): number | undefined {
  const place = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (low === undefined || high === undefined) return undefined;
  return Math.round(low + (high - low) * (place - Math.floor(place)));
}

/** The middle one, or halfway between the two in the middle; not rounded. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
