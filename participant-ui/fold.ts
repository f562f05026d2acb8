/**
 * Texts as they are compared in a search. Knows: Danish letters. Does not know: what is searched.
 */

/** A text as it is compared, and for each of its characters where it stood in the original. */
export type Folded = { readonly text: string; readonly at: readonly number[] };

/** Æ, ø and å are letters of their own; their neighbours' letters and old spellings count as them. */
const LETTERS: Readonly<Record<string, string>> = {
  æ: 'æ',
  ø: 'ø',
  å: 'å',
  ä: 'æ',
  ö: 'ø',
  ß: 'ss',
  ð: 'd',
  þ: 'th',
};

/** Case and accents do not count. "aa" is "å": Aabenraa is Åbenrå. */
export function fold(source: string): string {
  return folded(source.normalize('NFC')).text;
}

export function folded(source: string): Folded {
  const chars: string[] = [];
  const at: number[] = [];
  for (let i = 0; i < source.length;) {
    const char = String.fromCodePoint(source.codePointAt(i) ?? 0);
    const low = char.toLowerCase();
    const double = low === 'a' && source[i + 1]?.toLowerCase() === 'a';
    for (const one of double ? 'å' : (LETTERS[low] ?? bare(low))) {
      chars.push(one);
      for (let unit = 0; unit < one.length; unit += 1) at.push(i);
    }
    i += double ? 2 : char.length;
  }
  return { text: chars.join(''), at: [...at, source.length] };
}

/** Without its accents; "é" is "e". */
function bare(char: string): string {
  return char.normalize('NFD').replace(/\p{M}/gu, '');
}

/** The words of a query. */
export function terms(query: string): readonly string[] {
  return [...new Set(fold(query).match(/[\p{L}\p{N}]+/gu) ?? [])];
}
