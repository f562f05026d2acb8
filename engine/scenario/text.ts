/** Knows: text in the exercise's languages. Does not know: which language anybody reads. */

export const LANGS = ['da', 'en'] as const;
export type Lang = (typeof LANGS)[number];

/** One string for every language (a name), or one string a language. */
export type Text = string | { readonly [L in Lang]?: string };

/** The text in `lang`; where that is missing, in the other language, so that nobody sees nothing. */
export function say(text: Text, lang: Lang): string {
  if (typeof text === 'string') return text;
  return text[lang] ?? text.da ?? text.en ?? '';
}

/** Orders by UTF-16 code unit: the same on every machine, unlike a locale's order. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
