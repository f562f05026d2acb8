/** Field by field: what has no rule is left behind, and does not compile. */
import { expect, test } from 'vitest';
import { type Fields, cut } from '../../../exports/audience/cut.ts';

type Row = { readonly id: string; readonly at?: number };

test('only what a rule gives is kept; an absent field stays absent', () => {
  const fields: Fields<Row, number> = { id: ({ id }) => id, at: ({ at }, less) => at && at - less };
  const row = { id: 'a', at: 5, secret: 'x' };
  expect(cut(fields, row, 2)).toEqual({ id: 'a', at: 3 });
  expect(cut(fields, { id: 'b' }, 2)).toEqual({ id: 'b' });
  const without: Fields<Row, number> = { ...fields, at: () => undefined };
  expect(Object.keys(cut(without, row, 2))).toEqual(['id']);
});

test('a field without a rule, and a needed one withheld, do not compile', () => {
  // @ts-expect-error `at` has no rule
  const short: Fields<Row, number> = { id: ({ id }) => id };
  // @ts-expect-error `id` may not be left out
  const empty: Fields<Row, number> = { id: () => undefined, at: ({ at }) => at };
  expect([short, empty]).toHaveLength(2);
});
