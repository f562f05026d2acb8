/**
 * The record further back than the host tells it by itself: what has been fetched of it, and what
 * is missing. Knows: seqs. Does not know: the host (look), or how rows are shown.
 */
import type { ControlView, Put, RecordRow } from '../engine/exercise/rows.ts';

type Rows = Partial<ControlView>;
/** Rows that were fetched, by seq. */
export type Older = { readonly [seq: string]: RecordRow };

/** So many fetched rows are kept: those nearest to where one is. */
const KEPT = 3_000;
/** So near to the end of what is there, more is fetched. */
const NEAR = 60;

const merged = new WeakMap<object, WeakMap<object, Rows>>();

/** The view with what was fetched of the record up to `until`; the same object for the same rows. */
export function withOlder(view: Rows, older: Older | undefined, until = Infinity): Rows {
  if (!older) return view;
  const known = merged.get(older)?.get(view);
  if (known) return known;
  const rows = Object.entries(older).filter(([, { seq }]) => seq <= until);
  const whole = { ...view, record: { ...Object.fromEntries(rows), ...view.record } };
  const byView = merged.get(older) ?? new WeakMap<object, Rows>();
  merged.set(older, byView.set(view, whole));
  return whole;
}

/** Before which seq something is missing, near below `seq`; undefined where nothing is. */
export function missingBelow(record: Older, seq: number): number | undefined {
  for (let at = seq; at > Math.max(0, seq - NEAR); at -= 1) {
    if (record[at - 1] === undefined) return at;
  }
  return undefined;
}

/** With the rows that came; those farthest from `seq` are let go. */
export function keptOlder(older: Older | undefined, puts: readonly Put[], seq: number): Older {
  const came = puts.flatMap(([, , row]) => (row === null ? [] : [row as RecordRow]));
  const all = { ...older, ...Object.fromEntries(came.map((row) => [row.seq, row])) };
  const rows = Object.values(all);
  if (rows.length <= KEPT) return all;
  const nearest = rows.sort((a, b) => Math.abs(a.seq - seq) - Math.abs(b.seq - seq));
  return Object.fromEntries(nearest.slice(0, KEPT).map((row) => [row.seq, row]));
}

/** The row of the record's list for an entry: an act shows itself by what it caused. */
export function shownFor(record: Older, seq: number): number | undefined {
  for (let at = seq; record[at] !== undefined; at += 1) if (record[at]?.event) return at;
  for (let at = seq - 1; record[at] !== undefined; at -= 1) if (record[at]?.event) return at;
  return undefined;
}
