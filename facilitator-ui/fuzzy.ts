/**
 * Finding by a few letters. Knows: letters that are written in more than one way, and how well some
 * letters fit a text. Does not know: what is looked for.
 */
import { plainText } from './sanitise.ts';

const PLAIN = /^[\x20-\x7e]*$/;
const LIGATURES: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa', œ: 'oe', ß: 'ss' };
const LOOSE: Readonly<Record<string, string>> = { ...LIGATURES, ø: 'o', å: 'a' };

/** In small letters without marks: `Ålborg` and `aalborg` are the same, and so are `é` and `e`. */
export function fold(text: string): string {
  return written(text, LIGATURES);
}

function written(text: string, letters: Readonly<Record<string, string>>): string {
  const small = plainText(text).toLowerCase();
  if (PLAIN.test(small)) return small;
  const spelt = small.replace(/[æøåœß]/g, (letter) => letters[letter] ?? letter);
  if (PLAIN.test(spelt)) return spelt;
  return spelt.normalize('NFD').replace(/\p{M}/gu, '');
}

/** What is searched in: also for those whose keyboard has no Danish letters and who leave them out. */
export function searchable(text: string): string {
  const folded = fold(text);
  const loose = PLAIN.test(text) ? folded : written(text, LOOSE);
  return loose === folded ? folded : `${folded}\n${loose}`;
}

/** Whether every word stands somewhere in what `searchable` made. */
export function says(haystack: string, words: readonly string[]): boolean {
  return words.every((word) => haystack.includes(word));
}

/** The words of what is typed, folded. */
export function wordsOf(typed: string): readonly string[] {
  return fold(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/**
 * How well the words fit what `searchable` made, the more the better; undefined where one of them
 * does not fit. Beginnings come before middles, letters that stand together before scattered ones.
 */
export function rank(haystack: string, words: readonly string[]): number | undefined {
  let sum = 0;
  for (const word of words) {
    const fit = haystack
      .split('\n')
      .reduce<number | undefined>((best, text) => better(best, fitOf(word, text)), undefined);
    if (fit === undefined) return undefined;
    sum += fit;
  }
  // Of two that fit alike the shorter one says it more exactly.
  return sum - Math.min(haystack.length, 200) / 100;
}

/** Those that fit, the best first, otherwise in the order they had; `text` is what `searchable` made. */
export function closest<T>(
  rows: readonly T[],
  typed: string,
  text: (row: T) => string,
): readonly T[] {
  const words = wordsOf(typed);
  if (words.length === 0) return rows;
  return rows
    .flatMap((row) => {
      const fit = rank(text(row), words);
      return fit === undefined ? [] : [{ row, fit }];
    })
    .sort((a, b) => b.fit - a.fit)
    .map(({ row }) => row);
}

function better(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}

function fitOf(word: string, text: string): number | undefined {
  if (text === word) return 120;
  if (text.startsWith(word)) return 100;
  const found = text.indexOf(word);
  if (found !== -1) return startsWord(text, wordStart(text, word, 0) ?? found) ? 80 : 60;
  return scattered(word, text);
}

/** Fewer letters than these are found in every name: unless each of them begins a word there. */
const SPREAD = 3;
/** How many times their own length letters may be spread over: farther apart it would be chance. */
const WIDE = 4;

/** Letters in their order, the first of them at the beginning of a word. */
function scattered(word: string, text: string): number | undefined {
  const [first = ''] = word;
  let best: number | undefined;
  for (let at = wordStart(text, first, 0); at !== undefined;) {
    best = better(best, followed(word, text, at));
    at = wordStart(text, first, at + 1);
  }
  return best;
}

/** Each letter beside the last one, else where a word begins, else the next there is. */
function followed(word: string, text: string, from: number): number | undefined {
  let at = from;
  let good = 1;
  for (const letter of word.slice(1)) {
    const next =
      text[at + 1] === letter
        ? at + 1
        : (wordStart(text, letter, at + 1) ?? text.indexOf(letter, at + 1));
    if (next === -1) return undefined;
    const initial = startsWord(text, next);
    if (!initial && (word.length < SPREAD || next - from > word.length * WIDE)) return undefined;
    if (next === at + 1 || initial) good += 1;
    at = next;
  }
  return (40 * good) / word.length - (at - from) / 10;
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ');
}

function wordStart(text: string, what: string, from: number): number | undefined {
  for (let at = text.indexOf(what, from); at !== -1; at = text.indexOf(what, at + 1)) {
    if (startsWord(text, at)) return at;
  }
  return undefined;
}
