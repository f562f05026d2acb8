/** Knows: taking typed lines apart, for both line programs. Does not know: what words mean. */

/** The first word, and what comes after it. A name in quotes is one word. */
export function firstWord(text: string): { readonly word: string; readonly rest: string } {
  const match = /^\s*(?:"([^"]*)"|(\S+))\s*([\s\S]*)$/.exec(text);
  return { word: match?.[1] ?? match?.[2] ?? '', rest: (match?.[3] ?? '').trimEnd() };
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
