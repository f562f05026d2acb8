/**
 * Places in source text, and the few lines around one. Knows: lines, columns, what may harm a
 * terminal. Does not know: what is wrong there.
 */

/** One file's text with its line starts, so that an offset becomes a line without a search from 0. */
export type Source = {
  readonly name: string;
  readonly text: string;
  readonly starts: readonly number[];
};

/** Line and column count from 1; column and length are UTF-16 units, as editors count. */
export type Place = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
};

const WIDTH = 100;
const LEAD = 30;

/** Controls, the bidirectional overrides that reorder a line on screen, and broken surrogates. */
const HARMFUL =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

/** The first harmful character in `text`, if there is one. */
export function harmful(text: string): string | undefined {
  return text.match(HARMFUL)?.[0];
}

/** `text` with whatever could drive a terminal or reorder a line written out as `\u001b`. */
export function neutral(text: string): string {
  return text.replace(HARMFUL, codePoint).replace(/[\n\t]/g, ' ');
}

/** A character by number, as an author can search for it. */
export function codePoint(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

export function sourceOf(name: string, text: string): Source {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return { name, text, starts };
}

/** The place of the text from `from` to `to`; never longer than what stands on its first line. */
export function placeAt(source: Source, from: number, to: number): Place {
  const start = Math.min(Math.max(from, 0), source.text.length);
  let low = 0;
  let high = source.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.starts[middle] ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  const column = start - (source.starts[low] ?? 0) + 1;
  const rest = lineText(source, low + 1).length - (column - 1);
  return {
    file: source.name,
    line: low + 1,
    column,
    length: Math.max(1, Math.min(to - start, rest)),
  };
}

function lineText(source: Source, line: number): string {
  const from = source.starts[line - 1];
  if (from === undefined) return '';
  return source.text
    .slice(from, (source.starts[line] ?? source.text.length + 1) - 1)
    .replace(/\r$/, '');
}

/** The line before, the line itself and a line of carets: `12 | within: 45` over `   |         ^^`. */
export function excerptAt(source: Source, place: Place): readonly string[] {
  const gutter = String(place.line).length;
  const cut = place.column > WIDTH - LEAD ? place.column - LEAD : 0;
  const show = (line: number): string => {
    const text = lineText(source, line);
    const seen = oneColumnEach(text.slice(cut, cut + WIDTH));
    const shown = cut > 0 && seen !== '' ? `…${seen.slice(1)}` : seen;
    return `${String(line).padStart(gutter)} | ${shown}`.trimEnd();
  };
  const carets = Math.min(place.length, Math.max(1, WIDTH - (place.column - 1 - cut)));
  const under = `${' '.repeat(gutter)} | ${' '.repeat(place.column - 1 - cut)}${'^'.repeat(carets)}`;
  const before =
    lineText(source, place.line - 1)
      .slice(cut)
      .trim() === ''
      ? []
      : [show(place.line - 1)];
  return [...before, show(place.line), under];
}

/** As `neutral`, but one character for one character, so that the carets stay under their word. */
function oneColumnEach(text: string): string {
  return text.replace(/\t/g, ' ').replace(HARMFUL, '\u00bf');
}
