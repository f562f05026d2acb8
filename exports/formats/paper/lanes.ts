/**
 * Drawings with more rows than a sheet has room for, in parts. Knows: rows and what lies in them.
 * Does not know: how they are drawn.
 */
import type { Lanes } from '../lanes.ts';
import type { Strips } from '../strips.ts';

/** So many rows can still be read on one sheet. */
const ROWS = 17;

/** Each part begins with the exercise's own lane. */
export function laneParts(lanes: Lanes): readonly Lanes[] {
  const [own, ...others] = lanes.lanes;
  if (!own) return [lanes];
  return chunks(others, ROWS).map((some, part) => {
    const first = part * ROWS + 1;
    const moved = (lane: number): number => (lane === 0 ? 0 : lane - first + 1);
    const here = (row: { readonly lane: number }): boolean =>
      row.lane === 0 || (row.lane >= first && row.lane < first + some.length);
    const place = <T extends { readonly lane: number }>(rows: readonly T[]): readonly T[] =>
      rows.filter(here).map((row) => ({ ...row, lane: moved(row.lane) }));
    return { ...lanes, lanes: [own, ...some], marks: place(lanes.marks), bars: place(lanes.bars) };
  });
}

export function stripParts(strips: Strips): readonly Strips[] {
  return chunks(strips.rows, ROWS).map((rows) => ({ ...strips, rows }));
}

/** As even as can be, and one of them at least. */
function chunks<T>(rows: readonly T[], most: number): readonly (readonly T[])[] {
  const parts = Math.max(1, Math.ceil(rows.length / most));
  return [...Array(parts).keys()].map((i) => rows.slice(i * most, (i + 1) * most));
}
