import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, sha256 } from '../../../engine/plan/digest.ts';

test('a digest is of the UTF-8 bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const expected = createHash('sha256').update(Buffer.from(text, 'utf8')).digest('hex');
      expect(sha256(text)).toBe(expected);
      expect(sha256(Buffer.from(text, 'utf8'))).toBe(expected);
    }),
  );
});

/** The same data with every object's keys written in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, reversed(each)]),
  );
}

test('equal data has one text, whatever order it was written in, and the text is the data', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(reversed(value))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('keys stand by code unit, without spaces', () => {
  expect(canonicalJson({ å: 1, z: [1, { b: 2, a: null }], Z: 'x y', 10: 1, 9: 1 })).toBe(
    '{"10":1,"9":1,"Z":"x y","z":[1,{"a":null,"b":2}],"å":1}',
  );
});

test('what is undefined is not there; in a list it is null', () => {
  expect(canonicalJson({ a: undefined, b: [undefined], c: NaN })).toBe('{"b":[null],"c":null}');
  expect(canonicalJson(undefined)).toBe('null');
});
