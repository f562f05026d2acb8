/**
 * How well a name answers to what somebody has typed. Knows: letters, with and without their marks.
 * Does not know: what is searched. Smaller is closer; undefined is not at all.
 */

/** The letters as one types them on any keyboard: both `Tåge på Ærø` and `Taage paa Aeroe` agree. */
export function folded(text: string): string {
  const lower = text.toLowerCase();
  const plain = /^[\x20-\x7e]*$/.test(lower) ? lower : unmarked(lower);
  return plain.replaceAll('aa', 'a').replaceAll('oe', 'o');
}

function unmarked(lower: string): string {
  return lower
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');
}

/** Shorter than this, letters spread over a name would be found in every one. */
const SPREAD = 3;
/** How many times their own length the letters may be spread over. */
const LOOSE = 4;

/** Every typed word must be there; `text` and `search` are folded. */
export function closeness(text: string, search: string): number | undefined {
  let sum = 0;
  for (const word of search.split(' ')) {
    const far = word === '' ? 0 : wordIn(text, word);
    if (far === undefined) return undefined;
    sum += far;
  }
  return sum;
}

/** The beginning, the beginning of a word, inside one, or the letters in that order. */
function wordIn(text: string, word: string): number | undefined {
  const at = text.indexOf(word);
  if (at === 0) return 0;
  if (at > 0) return beginsWord(text, word) ? 1 : 2;
  return word.length >= SPREAD && spread(text, word) ? 6 : undefined;
}

function beginsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (isStart(text, at)) return true;
  }
  return false;
}

function isStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');
}

/** From the beginning of some word on, and not all over the line: that would be chance. */
function spread(text: string, letters: string): boolean {
  const [first = ''] = letters;
  for (let at = text.indexOf(first); at !== -1; at = text.indexOf(first, at + 1)) {
    if (isStart(text, at) && follow(text, letters, at) - at <= letters.length * LOOSE) return true;
  }
  return false;
}

/** Where the last of the letters is found, each after the one before it. */
function follow(text: string, letters: string, from: number): number {
  let at = from - 1;
  for (const letter of letters) {
    at = text.indexOf(letter, at + 1);
    if (at === -1) return Infinity;
  }
  return at;
}

/** Those that answer to `search`, the closest first, otherwise in the order they had. */
export function closest<T>(
  rows: readonly T[],
  search: string,
  name: (row: T) => string,
): readonly T[] {
  const wanted = folded(search.trim());
  if (wanted === '') return rows;
  return rows
    .flatMap((row) => {
      const far = closeness(name(row), wanted);
      return far === undefined ? [] : [{ row, far }];
    })
    .sort((a, b) => a.far - b.far)
    .map(({ row }) => row);
}
