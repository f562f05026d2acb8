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

/** A line that begins something of its own in Markdown: a list item, a heading, a quotation. */
const OWN_LINE = /^\s*(?:[-*+>]\s|\d{1,4}[.)]\s|#{1,6}\s|$)/;

/**
 * Undoes a writer's wrapping of lines in a file: a line break inside a paragraph becomes a space.
 * A backslash at the end of a line keeps the break; so do list items, headings and blank lines.
 * From here on a line break in a text means a line break.
 */
export function unwrap(text: string): string {
  const lines = text.split(/\r?\n/);
  return lines.reduce((read, line, i) => {
    const before = lines[i - 1] ?? '';
    if (i === 0) return line;
    if (before.endsWith('\\')) return `${read.slice(0, -1)}\n${line}`;
    if (before.trim() === '' || OWN_LINE.test(line)) return `${read}\n${line}`;
    return `${read.trimEnd()} ${line.trimStart()}`;
  }, '');
}

/** Orders by UTF-16 code unit: the same on every machine, unlike a locale's order. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
