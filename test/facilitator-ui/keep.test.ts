/** Lists that are brought up to date say what lists made anew would say. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Put } from '../../engine/exercise/rows.ts';
import { applyPuts, putInPlace, type Collections } from '../../engine/runtime/collections.ts';
import { grouped, once, shapeOf, sorted } from '../../facilitator-ui/keep.ts';

type Row = {
  readonly id: string;
  readonly due: number;
  readonly open: boolean;
  readonly role: string;
};
const row = fc.record({
  due: fc.integer({ min: 0, max: 5 }),
  open: fc.boolean(),
  role: fc.constantFrom('a', 'b', 'c'),
});
/** Rows do not come back once they are taken away: no host does that. */
const change = fc.record({ key: fc.integer({ min: 0, max: 30 }), row });
const rounds = fc.array(fc.array(change, { maxLength: 12 }), { maxLength: 20 });

const put = ({ key, row: made }: { key: number; row: object }): Put => [
  'rows',
  `r${key}`,
  { id: `r${key}`, ...made },
];
const rowsOf = (view: Collections): Record<string, Row> =>
  (view['rows'] ?? {}) as Record<string, Row>;
const inOrder = (view: Collections): readonly Row[] =>
  sorted(
    rowsOf(view),
    'open',
    (a, b) => a.due - b.due,
    ({ open }) => open,
  );
const byRole = (view: Collections): Record<string, readonly Row[]> =>
  Object.fromEntries(
    [...grouped(rowsOf(view), 'role', ({ role }) => role)].map(([role, rows]) => [
      role,
      rows.toSorted((a, b) => a.id.localeCompare(b.id)),
    ]),
  );

test('in place or anew: the same rows, the same order among equals, the same groups', () => {
  fc.assert(
    fc.property(rounds, fc.array(fc.integer({ min: 0, max: 30 })), (all, taken) => {
      let live: Collections = putInPlace({}, [
        ['rows', 'first', { id: 'first', due: 3, open: true, role: 'a' }],
      ]);
      let fresh: Collections = applyPuts({}, [
        ['rows', 'first', { id: 'first', due: 3, open: true, role: 'a' }],
      ]);
      for (const [i, changes] of all.entries()) {
        const puts = changes.map(put);
        live = putInPlace(live, puts);
        fresh = applyPuts(fresh, puts);
        // Not every change is looked at.
        if (i % 3 === 0) continue;
        expect(inOrder(live)).toEqual(inOrder(fresh));
        expect(byRole(live)).toEqual(byRole(fresh));
      }
      const gone = taken.map((key): Put => ['rows', `r${key}`, null]);
      live = putInPlace(live, gone);
      fresh = applyPuts(fresh, gone);
      expect(live).toEqual(fresh);
      expect(inOrder(live)).toEqual(inOrder(fresh));
      expect(byRole(live)).toEqual(byRole(fresh));
    }),
  );
});

test('a list is the very same until a row that it shows changes', () => {
  const one = { id: 'x', due: 1, open: true, role: 'a' };
  let view = putInPlace({}, [
    ['rows', 'x', one],
    ['rows', 'y', { ...one, id: 'y', open: false }],
  ]);
  const before = inOrder(view);
  const values = once(rowsOf(view), 'values', Object.values);
  expect(once(rowsOf(view), 'values', Object.values)).toBe(values);
  view = putInPlace(view, [['rows', 'y', { ...one, id: 'y', open: false, due: 9 }]]);
  expect(inOrder(view)).toBe(before);
  expect(once(rowsOf(view), 'values', Object.values)).not.toBe(values);
  view = putInPlace(view, [['rows', 'y', { ...one, id: 'y', due: 0 }]]);
  expect(inOrder(view).map(({ id }) => id)).toEqual(['y', 'x']);
});

test('who did not look for thousands of changes still sees them all', () => {
  const at = (i: number): Put => [
    'rows',
    `r${i % 50}`,
    { id: `r${i % 50}`, due: i % 7, open: i % 3 > 0, role: 'a' },
  ];
  let view = putInPlace(
    {},
    Array.from({ length: 50 }, (_, i) => at(i)),
  );
  inOrder(view);
  view = putInPlace(
    view,
    Array.from({ length: 10_000 }, (_, i) => at(i)),
  );
  expect(inOrder(view)).toEqual(inOrder(applyPuts(view, [])));
});

test('a list whose rows have changed where they stand keeps its shape, and another has its own', () => {
  const row = (id: string, due: number, role: string): Put => [
    'rows',
    id,
    { id, due, role, open: true },
  ];
  const view = putInPlace({}, [row('a', 1, 'x'), row('b', 2, 'x'), row('c', 3, 'x')]);
  const list = inOrder(view);
  const changed = inOrder(putInPlace(view, [row('c', 3, 'y'), row('a', 1, 'y')]));
  expect(changed.map(({ id, role }) => `${id}${role}`)).toEqual(['ay', 'bx', 'cy']);
  expect(changed).not.toBe(list);
  expect(shapeOf(changed)).toBe(shapeOf(list));
  const moved = inOrder(putInPlace(view, [row('a', 9, 'y')]));
  expect(moved.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  expect(shapeOf(moved)).not.toBe(shapeOf(list));
});
