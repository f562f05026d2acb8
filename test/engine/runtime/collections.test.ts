/** How puts change a view, in copies and where it stands. */
import { expect, test } from 'vitest';
import type { Put } from '../../../engine/exercise/rows.ts';
import {
  applyPuts,
  changedSince,
  putInPlace,
  versionOf,
  type Collections,
} from '../../../engine/runtime/collections.ts';

const entry = (seq: number): Put => ['record', String(seq), { seq }];
const SEVERAL = 20_000;

test('in place a collection stays the object it was; the view does not', () => {
  const before = putInPlace({}, [['items', 'a', { n: 1 }]]);
  const items = before['items'] ?? {};
  const after = putInPlace(before, [
    ['items', 'b', { n: 2 }],
    ['tasks', 't', { n: 3 }],
  ]);
  expect(after).not.toBe(before);
  expect(after['items']).toBe(items);
  expect(after).toEqual({ items: { a: { n: 1 }, b: { n: 2 } }, tasks: { t: { n: 3 } } });
});

test('says which rows have changed since a version, as long as it remembers', () => {
  const view = putInPlace({}, [['items', 'a', { n: 1 }]]);
  const items = view['items'] ?? {};
  const version = versionOf(items);
  putInPlace(view, [
    ['items', 'b', { n: 2 }],
    ['items', 'a', null],
    ['items', 'b', { n: 3 }],
  ]);
  expect(changedSince(items, version)).toEqual(new Set(['b', 'a']));
  expect(changedSince(items, versionOf(items))).toEqual(new Set());
  for (let i = 0; i < SEVERAL; i += 1) putInPlace(view, [['items', 'a', { i }]]);
  expect(changedSince(items, version)).toBeUndefined();
  expect(changedSince(items, versionOf(items) - 3)).toEqual(new Set(['a']));
});

test('a collection that is copied never changes under anybody', () => {
  const view = applyPuts({}, [['items', 'a', { n: 1 }]]);
  const items = view['items'] ?? {};
  applyPuts(view, [['items', 'b', { n: 2 }]]);
  expect(items).toEqual({ a: { n: 1 } });
  expect(versionOf(items)).toBe(0);
});

test.each([
  ['copied', applyPuts],
  ['in place', putInPlace],
])('the record keeps its end, and no more of it than a list can use: %s', (_, change) => {
  let view: Collections = change({}, [['items', '0', { n: 0 }]]);
  const step = 100;
  for (let from = 0; from < SEVERAL; from += step) {
    view = change(view, [
      ...Array.from({ length: step }, (_, i) => entry(from + i)),
      ['items', String(from), { n: from }],
    ]);
    expect(Object.keys(view['record'] ?? {}).length).toBeLessThanOrEqual(5_600);
  }
  const seqs = Object.keys(view['record'] ?? {}).map(Number);
  expect(seqs.at(-1)).toBe(SEVERAL - 1);
  expect(seqs.length).toBeGreaterThanOrEqual(5_000);
  expect(seqs).toEqual(Array.from(seqs, (_, i) => SEVERAL - seqs.length + i));
  // What is a state, not a log, is never let go.
  expect(Object.keys(view['items'] ?? {}).length).toBe(SEVERAL / step);
});
