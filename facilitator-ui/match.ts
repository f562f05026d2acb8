/**
 * Finding by a few letters: which texts fit what was typed, the best first.
 * Knows: words. Does not know: lists, forms or keys.
 */

/** How well a text fits, lower is better; undefined: not at all. Every word typed must be there. */
export function rank(text: string, typed: string): number | undefined {
  const lower = text.toLowerCase();
  let worst = 0;
  for (const word of typed.toLowerCase().split(/\s+/)) {
    const own = rankOf(lower, word);
    if (own === undefined) return undefined;
    worst = Math.max(worst, own);
  }
  return worst;
}

function rankOf(text: string, word: string): number | undefined {
  if (text.startsWith(word)) return 0;
  if (text.includes(word)) return text.includes(` ${word}`) ? 1 : 2;
  return text.split(/[\s,.;:()»«“”/-]+/).some((part) => abbreviates(word, part)) ? 3 : undefined;
}

/** `brdvg` is »brandvagt«: the first letter, and the others in their order. */
function abbreviates(short: string, word: string): boolean {
  if (short.length < 2 || short[0] !== word[0]) return false;
  let at = 0;
  for (const letter of word) if (letter === short[at]) at += 1;
  return at === short.length;
}

/** What fits, the best first; what fits equally well stays in its order. */
export function matching<T>(all: readonly T[], text: (one: T) => string, typed: string): T[] {
  const found: { readonly one: T; readonly rank: number }[] = [];
  for (const one of all) {
    const own = rank(text(one), typed);
    if (own !== undefined) found.push({ one, rank: own });
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ one }) => one);
}
