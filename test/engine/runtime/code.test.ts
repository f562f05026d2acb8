/** Codes that are said aloud: what they are made of, and what people make of them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODE_ALPHABET, CODE_LENGTH, readCode, showCode } from '../../../engine/runtime/code.ts';
import { hashCode, newCode } from '../../../engine/runtime/token.ts';

const code = fc
  .array(fc.constantFrom(...Array.from(CODE_ALPHABET)), {
    minLength: CODE_LENGTH,
    maxLength: CODE_LENGTH,
  })
  .map((chars) => chars.join(''));

test('a new code is six of the alphabet, and uses all of it', () => {
  const codes = Array.from({ length: 500 }, newCode);
  for (const each of codes) expect(readCode(each)).toBe(each);
  expect([...new Set(codes.join(''))].sort().join('')).toBe(CODE_ALPHABET);
  expect(new Set(codes).size).toBe(500);
});

test('a code is read however it is cased, spaced or divided', () => {
  fc.assert(
    fc.property(
      code,
      fc.array(fc.constantFrom('', ' ', '-', '–', '\u00a0', '. ')),
      (bare, gaps) => {
        const loose = Array.from(bare)
          .map((char, i) => char.toLowerCase() + (gaps[i] ?? ''))
          .join('');
        expect(readCode(loose)).toBe(bare);
        expect(readCode(` ${showCode(bare)}\n`)).toBe(bare);
      },
    ),
  );
});

test.each([
  ['k7m-4qx', 'K7M4QX'],
  ['O1O-1O1', '010101'],
  ['øil-zsb', '011258'],
  ['UNH UNH', 'VMKVMK'],
])('%s is read as %s', (written, read) => {
  expect(readCode(written)).toBe(read);
});

test.each(['', 'K7M-4Q', 'K7M-4QXX', 'K7M-4QA', 'K7M-4Q!', 'K7M/4QX', 'Ķ7M4QX', '🂡7M4QX'])(
  '»%s« is no code',
  (written) => {
    expect(readCode(written)).toBeUndefined();
  },
);

test('whatever is written, nothing is thrown, and what is read is a code', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (written) => {
      const read = readCode(written);
      if (read !== undefined) expect(readCode(showCode(read))).toBe(read);
    }),
  );
});

test('the hash of a code depends on it and on the salt', async () => {
  const hash = await hashCode('K7M4QX', 'salt');
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(await hashCode('K7M4QX', 'salt')).toBe(hash);
  expect(await hashCode('K7M4QY', 'salt')).not.toBe(hash);
  expect(await hashCode('K7M4QX', 'pepper')).not.toBe(hash);
});
