/**
 * Keeps what was worked out from a collection: until a row of it changes, or brought up to date by
 * the rows that have. Knows: versions of collections. Does not know: what is in them.
 */
import { changedSince, versionOf } from '../engine/runtime/collections.ts';

type Rows<T> = { readonly [key: string]: T };
type Before<V> = { readonly value: V; readonly changed: ReadonlySet<string> };
const made = new WeakMap<
  object,
  Map<string, { readonly version: number; readonly value: unknown }>
>();

/** `compute(collection)`, kept for as long as the very same rows are asked about. */
export function once<C extends object, T>(collection: C, name: string, compute: (c: C) => T): T {
  return kept(collection, name, () => compute(collection));
}

type Of = { readonly parts: readonly unknown[]; readonly value: unknown };
const ofSeveral = new WeakMap<object, Map<string, Of>>();

/**
 * The same for what is worked out from other things too. A collection can change and stay the object
 * it was: whoever compares objects alone has not seen it change.
 */
export function onceOf<T>(
  collection: object,
  name: string,
  others: readonly unknown[],
  compute: () => T,
): T {
  const all = ofSeveral.get(collection) ?? new Map<string, Of>();
  ofSeveral.set(collection, all);
  const parts = [collection, ...others].flatMap((part) => [part, stateOf(part)]);
  const known = all.get(name);
  if (known?.parts.every((part, i) => part === parts[i])) return known.value as T;
  const value = compute();
  all.set(name, { parts, value });
  return value;
}

function stateOf(part: unknown): number {
  return typeof part === 'object' && part !== null ? versionOf(part) : 0;
}

/** `before`: what was kept, and the keys that have changed since; absent: begin anew. */
function kept<V>(rows: object, name: string, compute: (before?: Before<V>) => V): V {
  const all = made.get(rows) ?? new Map<string, { version: number; value: unknown }>();
  made.set(rows, all);
  const known = all.get(name);
  const version = versionOf(rows);
  if (known?.version === version) return known.value as V;
  const changed = known && changedSince(rows, known.version);
  const value = compute(known && changed && { value: known.value as V, changed });
  all.set(name, { version, value });
  return value;
}

type Ranks = { readonly of: Map<string, number>; next: number };
/** Where each key stands in its collection: equals stay in that order. */
function ranks(rows: object): Ranks {
  return kept<Ranks>(rows, 'ranks', (before) => {
    const keys = before ? [...before.changed] : Object.keys(rows);
    const known = before?.value ?? { of: new Map<string, number>(), next: 0 };
    for (const key of keys) {
      if (!Object.hasOwn(rows, key)) known.of.delete(key);
      else if (!known.of.has(key)) known.of.set(key, known.next++);
    }
    return known;
  });
}

type Entry<T> = { readonly row: T; readonly rank: number };
type Order<T> = (a: T, b: T) => number;
type Sorted<T> = {
  readonly of: Map<string, Entry<T>>;
  entries: readonly Entry<T>[];
  list: readonly T[];
};

/** The wanted rows in an order of their own. The very same list for as long as none of them changes. */
export function sorted<T>(
  rows: Rows<T>,
  name: string,
  order: Order<T>,
  wanted: (row: T) => boolean,
): readonly T[] {
  return kept<Sorted<T>>(rows, `sorted:${name}`, (before) => {
    const rank = ranks(rows).of;
    const compare: Order<Entry<T>> = (a, b) => order(a.row, b.row) || a.rank - b.rank;
    const known = before?.value ?? { of: new Map<string, Entry<T>>(), entries: [], list: [] };
    const gone: Entry<T>[] = [];
    const come: Entry<T>[] = [];
    for (const key of before ? before.changed : Object.keys(rows)) {
      const row = rows[key];
      const old = known.of.get(key);
      if (old && old.row === row) continue;
      if (old && known.of.delete(key)) gone.push(old);
      if (row === undefined || !wanted(row)) continue;
      const entry = { row, rank: rank.get(key) ?? 0 };
      known.of.set(key, entry);
      come.push(entry);
    }
    if (gone.length + come.length === 0) return known;
    const { entries, list } = known;
    const stay = gone.length === come.length && gone.every((old, i) => isAt(compare, old, come[i]));
    known.entries = stay
      ? replaced(entries, gone, come, compare)
      : merged(entries, new Set(gone), come.sort(compare), compare);
    known.list = known.entries.map(({ row }) => row);
    if (stay) shapes.set(known.list, shapeOf(list));
    return known;
  }).list;
}

/** What lists have in common that hold the same keys at the same places; only rows have changed. */
const shapes = new WeakMap<object, object>();
export function shapeOf(list: object): object {
  return shapes.get(list) ?? list;
}

function isAt<E>(compare: Order<E>, old: E, next: E | undefined): boolean {
  return next !== undefined && compare(old, next) === 0;
}

/** `entries` with each of `gone`, which are found by their order, replaced by the one beside it. */
function replaced<E>(
  entries: readonly E[],
  gone: readonly E[],
  come: readonly E[],
  compare: Order<E>,
): readonly E[] {
  const all = entries.slice();
  for (const [i, old] of gone.entries()) {
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = all[middle];
      if (there !== undefined && compare(there, old) < 0) low = middle + 1;
      else high = middle;
    }
    const next = come[i];
    if (next !== undefined) all[low] = next;
  }
  return all;
}

/** `entries` without those that are gone and with those that come, both in order. */
function merged<T>(
  entries: readonly T[],
  gone: ReadonlySet<T>,
  come: readonly T[],
  compare: Order<T>,
): readonly T[] {
  const all: T[] = [];
  let i = 0;
  for (const entry of entries) {
    if (gone.has(entry)) continue;
    for (let next = come[i]; next && compare(next, entry) < 0; next = come[i]) {
      all.push(next);
      i += 1;
    }
    all.push(entry);
  }
  return [...all, ...come.slice(i)];
}

type Groups<T> = {
  readonly of: Map<string, readonly [group: string, row: T]>;
  readonly groups: Map<string, readonly T[]>;
};

/** Rows by something they have in common. The very same list for as long as no row of it changes. */
export function grouped<T>(
  rows: Rows<T>,
  name: string,
  groupOf: (row: T) => string,
): ReadonlyMap<string, readonly T[]> {
  return kept<Groups<T>>(rows, `grouped:${name}`, (before) => {
    if (!before) return groupAll(rows, groupOf);
    const { of, groups } = before.value;
    for (const key of before.changed) {
      const [group, old] = of.get(key) ?? [];
      const row = rows[key];
      if (old !== undefined && old === row) continue;
      const next = row === undefined ? undefined : groupOf(row);
      if (group !== undefined && group !== next) leave(groups, group, old);
      of.delete(key);
      if (row === undefined || next === undefined) continue;
      of.set(key, [next, row]);
      const others = groups.get(next) ?? [];
      groups.set(
        next,
        group === next ? others.map((one) => (one === old ? row : one)) : [...others, row],
      );
    }
    return before.value;
  }).groups;
}

function groupAll<T>(rows: Rows<T>, groupOf: (row: T) => string): Groups<T> {
  const of = new Map<string, readonly [string, T]>();
  const groups = new Map<string, T[]>();
  for (const [key, row] of Object.entries(rows)) {
    const group = groupOf(row);
    of.set(key, [group, row]);
    const others = groups.get(group);
    if (others) others.push(row);
    else groups.set(group, [row]);
  }
  return { of, groups };
}

function leave<T>(groups: Map<string, readonly T[]>, group: string, row: T | undefined): void {
  const rest = (groups.get(group) ?? []).filter((one) => one !== row);
  if (rest.length > 0) groups.set(group, rest);
  else groups.delete(group);
}
