/**
 * How the pages look: letters, sizes, colours, and how text is broken into lines.
 * Knows: the width of a word. Does not know: where on a page it stands.
 */
import type { Run, Runs } from '../paper/runs.ts';
import { type Measure, TABLE_SIZE } from '../paper/widths.ts';
import type { Tone } from '../tone.ts';

/** The letters as files: every shape that the reports use must be in them. */
export type Fonts = { readonly regular: Uint8Array; readonly bold: Uint8Array };

export const INK = '#000000';
export const SOFT = '#444444';
export const LINE = '#9aa3ad';
export const BAND = '#eef1f5';
export const ACCENT = '#0b3c66';
export const TONES: { readonly [T in Tone]: string } = {
  bad: '#8c1414',
  warn: '#6b4000',
  good: '#0d4f30',
  calm: '#333333',
};
export const SIZES = {
  body: 9.5,
  table: TABLE_SIZE,
  title: 24,
  section: 15,
  heading: 11.5,
} as const;
const SMALL = 0.85;
export const LEADING = 1.32;

type Style = { readonly font: 'regular' | 'bold'; readonly size: number; readonly colour: string };
export type Piece = {
  readonly text: string;
  readonly width: number;
  readonly link?: number;
} & Style;
/** One line as it is set; pieces that look the same are one. */
export type Set = readonly Piece[];

/** Measures in the document's own letters. Widths are kept: the same words come again and again. */
export function measureWith(doc: PDFKit.PDFDocument): Measure {
  const known = { regular: new Map<string, number>(), bold: new Map<string, number>() };
  return (text, font, size) => {
    let width = known[font].get(text);
    if (width === undefined) {
      width = doc.font(font).fontSize(1).widthOfString(text);
      known[font].set(text, width);
    }
    return width * size;
  };
}

function styleOf(run: Run, size: number): Style {
  return {
    font: run.bold ? 'bold' : 'regular',
    size: run.small ? size * SMALL : size,
    colour: run.tone ? TONES[run.tone] : run.link !== undefined ? ACCENT : run.soft ? SOFT : INK,
  };
}

/** Breaks between words, after hyphens and slashes, and within a word only where it must. */
export function setLines(
  runs: Runs,
  size: number,
  width: number,
  measure: Measure,
): readonly Set[] {
  const lines: Piece[][] = [[]];
  let used = 0;
  for (const run of runs) {
    const style = styleOf(run, size);
    for (const word of run.text.match(/ +|[^ ]+?(?:[-/](?=[^ ])|(?= |$))/g) ?? []) {
      for (const part of fitting(word, style, width, measure)) {
        const wide = measure(part, style.font, style.size);
        if (used > 0 && used + wide > width + 0.01) {
          lines.push([]);
          used = 0;
        }
        // No line begins with the space that was to part its words.
        if (used === 0 && part.trim() === '') continue;
        put(lines.at(-1) ?? [], { ...style, text: part, width: wide, ...linkOf(run) });
        used += wide;
      }
    }
  }
  return lines.filter((line) => line.length > 0);
}

const linkOf = ({ link }: Run): { readonly link?: number } => (link === undefined ? {} : { link });

function put(line: Piece[], piece: Piece): void {
  const last = line.at(-1);
  const alike =
    last &&
    last.font === piece.font &&
    last.size === piece.size &&
    last.colour === piece.colour &&
    last.link === piece.link;
  if (!alike) line.push(piece);
  else
    line[line.length - 1] = {
      ...last,
      text: last.text + piece.text,
      width: last.width + piece.width,
    };
}

/** A word longer than the line, in parts that fit. */
function fitting(word: string, style: Style, width: number, measure: Measure): readonly string[] {
  if (measure(word, style.font, style.size) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && measure(part + letter, style.font, style.size) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

export const lineHeight = (size: number): number => size * LEADING;
