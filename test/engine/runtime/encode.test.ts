/** Frames: the same bytes as plain JSON, and each row written once a round. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Put } from '../../../engine/exercise/rows.ts';
import { createEncoder } from '../../../engine/runtime/encode.ts';

const row = fc.oneof(
  fc.constant(null),
  fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()),
) as fc.Arbitrary<object | null>;
const puts: fc.Arbitrary<Put[]> = fc.array(
  fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), row),
);

test('a frame is what JSON would make of the message', () => {
  fc.assert(
    fc.property(fc.nat(), puts, (seq, put) => {
      const frame = createEncoder().update(seq, put).toString('utf8');
      expect(frame).toBe(JSON.stringify({ type: 'update', seq, put }));
    }),
  );
});

/** Counts how often it is written. */
function counted(): { readonly row: object; readonly times: () => number } {
  let times = 0;
  return { row: { toJSON: () => ({ times: (times += 1) }) }, times: () => times };
}

test('a row is written once, however many receive it', () => {
  const encoder = createEncoder();
  const { row: shared, times } = counted();
  const one = encoder.update(1, [['items', 'a', shared]]);
  const two = encoder.update(1, [['items', 'a', shared]]);
  encoder.update(1, [
    ['tasks', 'b', { x: 1 }],
    ['items', 'a', shared],
  ]);
  expect(times()).toBe(1);
  expect(two).toBe(one);
});

test('after a round a row that was changed in place is written anew', () => {
  const encoder = createEncoder();
  const changing = { n: 1 };
  expect(encoder.update(1, [['items', 'a', changing]]).toString()).toContain('"n":1');
  encoder.forget();
  changing.n = 2;
  expect(encoder.update(2, [['items', 'a', changing]]).toString()).toContain('"n":2');
});
