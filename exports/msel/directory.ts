/**
 * Which id a name in a sheet was meant for. Knows: spelling, and who and what there is.
 * Does not know: sheets.
 */
import { nearest } from '../../engine/scenario/nearest.ts';
import { byCodeUnit } from '../../engine/scenario/text.ts';

export type Named = { readonly id: string; readonly names: readonly string[] };
export type Found = { readonly id: string; readonly exact: boolean };
export type Directory = (word: string) => Found | undefined;

const ALL = new Set(
  'all alle everyone everybody samtlige tous toutes,all teams,all players,alle hold,alle roller,alle deltagere,tout le monde,toutes les equipes'
    .split(',')
    .flatMap((words, i) => (i === 0 ? words.split(' ') : [words])),
);

/** Words as they sound alike: without case, marks, accents and doubled blanks. */
export function fold(text: string): string {
  return text
    .slice(0, 300)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
}

export function isAll(word: string): boolean {
  return ALL.has(fold(word));
}

/** Each word is looked for once: a sheet repeats its names thousands of times. */
export function directory(entries: readonly Named[]): Directory {
  const exact = new Map<string, string>();
  // An id goes before a name that happens to be spelt the same.
  for (const { id } of entries) exact.set(fold(id), exact.get(fold(id)) ?? id);
  for (const { id, names } of entries) {
    for (const name of names) exact.set(fold(name), exact.get(fold(name)) ?? id);
  }
  exact.delete('');
  const known = new Map<string, Found | undefined>();
  return (word) => {
    const folded = fold(word);
    if (!known.has(folded)) known.set(folded, search(folded, exact));
    return known.get(folded);
  };
}

function search(word: string, exact: ReadonlyMap<string, string>): Found | undefined {
  const id = exact.get(word);
  if (id !== undefined) return { id, exact: true };
  if (word.length < 3) return undefined;
  const near = holding(word, exact) ?? nearest(word, exact.keys());
  const guess = near === undefined ? undefined : exact.get(near);
  return guess === undefined ? undefined : { id: guess, exact: false };
}

/** The one name that has all of these words in it, or is itself among them. */
function holding(word: string, exact: ReadonlyMap<string, string>): string | undefined {
  const words = word.split(' ');
  const inside = (few: readonly string[], many: readonly string[]): boolean =>
    few.every((part) => part.length > 2 && many.includes(part));
  const found = [...exact.keys()].filter((name) => {
    const parts = name.split(' ');
    return inside(words, parts) || inside(parts, words);
  });
  const ids = new Set(found.map((name) => exact.get(name)));
  return ids.size === 1 ? found.sort(byCodeUnit)[0] : undefined;
}

/**
 * The names in one cell: between commas, semicolons, line breaks, »og«/»and«; and between blanks
 * where every word by itself is a name that is known.
 */
export function splitNames(text: string, find: Directory): readonly string[] {
  return text
    .split(/[,;\n\r|/+&\u2022]+|\s(?:og|and|et)\s/i)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      const words = part.split(/\s+/);
      const isKnown = (word: string): boolean => isAll(word) || find(word)?.exact === true;
      return words.length > 1 && !isKnown(part) && words.every(isKnown) ? words : [part];
    });
}
