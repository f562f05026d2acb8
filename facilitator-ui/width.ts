/**
 * Fits text into columns. Everything that is fitted is made safe first, so that no caller can
 * forget to. Knows: how wide a character is. Does not know: what is written.
 */
import { plainText } from './sanitise.ts';

const WIDE: readonly (readonly [from: number, to: number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];
/** Latin letters, and the marks, arrows and boxes that screens are made of: one column each. */
const NARROW = /^[\x20-\u02ff\u2010-\u2027\u2030-\u203c\u2190-\u21ff\u2500-\u25fc\u2713\u2717]*$/;
const MARK = /[\p{Mn}\p{Me}]/u;
const EMOJI = /\p{Emoji_Presentation}/u;
const REGIONAL = /[\u{1f1e6}-\u{1f1ff}]/u;

function charWidth(char: string): number {
  if (MARK.test(char)) return 0;
  if (REGIONAL.test(char)) return 1;
  if (EMOJI.test(char)) return 2;
  const code = char.codePointAt(0) ?? 0;
  return WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}

/** Columns that safe text takes up. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width;
}

/** As much of safe text as `width` columns hold. */
function head(text: string, width: number): string {
  if (NARROW.test(text)) return text.slice(0, Math.max(0, width));
  let used = 0;
  let taken = '';
  for (const char of text) {
    used += charWidth(char);
    if (used > width) break;
    taken += char;
  }
  return taken;
}

/** The text, safe, and no wider than `width`; `…` says that there is more. */
export function cut(text: string, width: number): string {
  const safe = plainText(text);
  if (widthOf(safe) <= width) return safe;
  if (width < 1) return '';
  return `${head(safe, width - 1).trimEnd()}…`;
}

/** Exactly `width` columns. */
export function fit(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const short = cut(text, width);
  const space = ' '.repeat(Math.max(0, width - widthOf(short)));
  return align === 'left' ? short + space : space + short;
}

/** The text, safe, in lines of at most `width` columns, broken between words where it can be. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of plainText(text).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (widthOf(line) > width) {
      const piece = head(line, Math.max(1, width)) || (Array.from(line)[0] ?? line);
      lines.push(piece);
      line = line.slice(piece.length);
    }
  }
  return [...lines, line];
}
