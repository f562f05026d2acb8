/**
 * Short codes that are said aloud: `K7M-4QX`. Knows: their alphabet, and what people make of them.
 * Does not know: what one opens, or how guessing is held back (doors does). Runs in a browser too.
 *
 * No two of the 25 characters look or sound alike, and there are no vowels to make words of. What is
 * easily written for another is read as the one of the two that codes are made of.
 */
export const CODE_ALPHABET = '0123456789CDFGJKMPQRTVWXY';
export const CODE_LENGTH = 6;

const SLIPS: Readonly<Record<string, string>> = {
  O: '0',
  Ø: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  B: '8',
  U: 'V',
  N: 'M',
  H: 'K',
};

/** The code that somebody wrote, without dash; undefined when it can be none. */
export function readCode(written: string): string | undefined {
  // Codes are short; what is longer is a token, and need not be looked through.
  if (written.length > 40) return undefined;
  const bare = written.toUpperCase().replace(/[\s\p{Pd}_.]/gu, '');
  const read = Array.from(bare).map((char) => SLIPS[char] ?? char);
  const sound = read.length === CODE_LENGTH && read.every((char) => CODE_ALPHABET.includes(char));
  return sound ? read.join('') : undefined;
}

/** As it is shown and read aloud: in two halves. */
export function showCode(code: string): string {
  const half = CODE_LENGTH / 2;
  return `${code.slice(0, half)}-${code.slice(half)}`;
}
