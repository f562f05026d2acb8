/**
 * The collections of a view and how puts change them: in copies, or where they stand, with a note of
 * which rows have changed. Knows: rows by key. Does not know: what they are about.
 */
import type { Put } from '../exercise/rows.ts';

export type Collections = { readonly [c: string]: { readonly [key: string]: object } };
type Rows = Record<string, object>;

/** The record grows for as long as the exercise lasts; the host has all of it, a client the end. */
const ENDS: Readonly<Record<string, number>> = { record: 5_000 };
/** In place, rows are counted once for so many changes; until then there may be so many too many. */
const COUNTED = 500;

/** The view with the changes made. Only the collections that change are copied. */
export function applyPuts(view: Collections, puts: readonly Put[]): Collections {
  const next: Record<string, Rows> = {};
  for (const [collection, key, row] of puts) {
    put((next[collection] ??= { ...view[collection] }), key, row);
  }
  for (const [collection, rows] of Object.entries(next)) letGo(rows, ENDS[collection]);
  return { ...view, ...next };
}

/**
 * The same without a copy: a collection stays the object it was, and only the view is a new one. At
 * ten thousand rows a copy for every change is what a processor would do all day.
 */
export function putInPlace(view: Collections, puts: readonly Put[]): Collections {
  const next = { ...view } as Record<string, Rows>;
  const full = new Map<Rows, number>();
  for (const [collection, key, row] of puts) {
    const rows = (next[collection] ??= {});
    put(rows, key, row);
    note(rows, key);
    const most = ENDS[collection];
    if (most !== undefined && versionOf(rows) % COUNTED === 0) full.set(rows, most);
  }
  for (const [rows, most] of full) {
    for (const key of letGo(rows, most)) note(rows, key);
  }
  return next;
}

function put(rows: Rows, key: string, row: object | null): void {
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a keyed row taken away
  if (row === null) delete rows[key];
  else rows[key] = row;
}

/** Keys that are numbers come in their order: the first ones are the oldest. */
function letGo(rows: Rows, most: number | undefined): readonly string[] {
  if (most === undefined) return [];
  const keys = Object.keys(rows);
  const old = keys.slice(0, Math.max(0, keys.length - most));
  for (const key of old) put(rows, key, null);
  return old;
}

/** The keys in the order in which they were changed; the first of them made version `from` + 1. */
type Log = { from: number; keys: string[] };
const logs = new WeakMap<object, Log>();
/** Who has not looked for so many changes, looks at everything. */
const REMEMBERED = 4_000;

function note(rows: object, key: string): void {
  const log = logs.get(rows) ?? { from: 0, keys: [] };
  logs.set(rows, log);
  log.keys.push(key);
  if (log.keys.length <= REMEMBERED) return;
  const forgotten = log.keys.length - REMEMBERED / 2;
  log.from += forgotten;
  log.keys = log.keys.slice(forgotten);
}

/** Grows with every row that changes in place; always 0 of a collection that never does. */
export function versionOf(rows: object): number {
  const log = logs.get(rows);
  return log ? log.from + log.keys.length : 0;
}

/** The rows that have changed since that version; undefined where nobody remembers that far back. */
export function changedSince(rows: object, version: number): ReadonlySet<string> | undefined {
  const log = logs.get(rows);
  if (!log) return new Set();
  return version < log.from ? undefined : new Set(log.keys.slice(version - log.from));
}
