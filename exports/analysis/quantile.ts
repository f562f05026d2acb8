/** Quantiles of a few durations. Knows: numbers. Does not know: what was measured. */

/** Of sorted values, with straight lines between them (the usual seventh definition). */
export function quantile(sorted: readonly number[], p: number): number | undefined {
  const place = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (low === undefined || high === undefined) return undefined;
  return Math.round(low + (high - low) * (place - Math.floor(place)));
}
