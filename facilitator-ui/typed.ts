/** Knows: taking typed lines apart, for both line programs. Does not know: what words mean. */

/** The first word, and what comes after it. A name in quotes is one word. */
export function firstWord(text: string): { readonly word: string; readonly rest: string } {
  const match = /^\s*(?:"([^"]*)"|(\S+))\s*([\s\S]*)$/.exec(text);
  return { word: match?.[1] ?? match?.[2] ?? '', rest: (match?.[3] ?? '').trimEnd() };
}

/** A number, or all from one to another, as it was written. */
export type Numbers = { readonly from: number; readonly to: number; readonly word: string };
const LIST = /^\s*(\d{1,5}(?:-\d{1,5})?(?:\s*,\s*\d{1,5}(?:-\d{1,5})?)*)(?=\s|$)\s*([\s\S]*)$/;
const BARE = /^\s*\d{1,5}(?:\s+\d{1,5})+\s*$/;

/**
 * A leading list: `14,16,20-22`. Undefined where there is but one number: anything may come after
 * that, a reason that begins with a number too. `bare`: nothing can, so that `14 16` is a list.
 */
export function firstList(
  text: string,
  bare: boolean,
): { readonly list: readonly Numbers[]; readonly rest: string } | undefined {
  const listed = bare && BARE.test(text) ? text.trim().replace(/\s+/g, ',') : text;
  const [, words = '', rest = ''] = LIST.exec(listed) ?? [];
  if (!/[,-]/.test(words)) return undefined;
  const list = words.split(',').map((part) => {
    const word = part.trim();
    const [from = 0, to = from] = word.split('-').map(Number);
    return { from, to, word };
  });
  return { list, rest: rest.trimEnd() };
}

/** A leading number; undefined where there is none. */
export function firstNumber(text: string): {
  readonly number: number | undefined;
  readonly rest: string;
} {
  const { word, rest } = firstWord(text);
  return /^\d{1,5}$/.test(word)
    ? { number: Number(word), rest }
    : { number: undefined, rest: text };
}
