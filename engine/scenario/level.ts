/**
 * How much of a service works, as a planner writes it. Knows: per cent. Does not know: any service.
 */

/** `60%` → 0.6. Whole per cent from 0 to 100; undefined for anything else. */
export function readLevel(source: string): number | undefined {
  const percent = /^\s*(\d{1,3})\s*%\s*$/.exec(source)?.[1];
  if (percent === undefined || Number(percent) > 100) return undefined;
  return Number(percent) / 100;
}

/** What somebody who wrote a bare number most likely meant: `60` → `60%`, `0.6` → `60%`. */
export function meantLevel(source: string): string | undefined {
  const number = /^\s*(\d{1,3}(?:\.\d{1,4})?)\s*(?:%|percent|procent|pct\.?)?\s*$/i.exec(
    source,
  )?.[1];
  if (number === undefined || Number(number) > 100) return undefined;
  const share = Number(number);
  return `${Math.round(share > 0 && share < 1 ? share * 100 : share)}%`;
}
