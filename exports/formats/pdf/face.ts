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
  const lines: Growing[][] = [[]];
  let [line, used]: [Growing[], number] = [lines[0] ?? [], 0];
  for (const run of runs) {
    const style = styleOf(run, size);
    // A run looks the same all through: a line of it is one piece, which grows by words.
    let piece: Growing | undefined;
    const add = (part: string): void => {
      const wide = measure(part, style.font, style.size);
      if (used > 0 && used + wide > width + 0.01) {
        line = [];
        lines.push(line);
        [used, piece] = [0, undefined];
      }
      // No line begins with the space that was to part its words.
      if (used === 0 && part.trim() === '') return;
      piece ??= begun(line, style, run);
      piece.text += part;
      piece.width += wide;
      used += wide;
    };
    for (const word of run.text.match(/ +|[^ ]+?(?:[-/](?=[^ ])|(?= |$))/g) ?? []) {
      if (measure(word, style.font, style.size) <= width) add(word);
      else for (const part of fitting(word, style, width, measure)) add(part);
    }
  }
  return lines.filter((done) => done.length > 0);
}

type Growing = { -readonly [K in keyof Piece]: Piece[K] };

/** The line's last piece where it looks the same; else a new one. */
function begun(line: Growing[], style: Style, { link }: Run): Growing {
  const last = line.at(-1);
  const alike =
    last?.font === style.font &&
    last.size === style.size &&
    last.colour === style.colour &&
    last.link === link;
  if (alike) return last;
  const piece: Growing = { text: '', width: 0, ...style, ...(link !== undefined && { link }) };
  line.push(piece);
  return piece;
}

/** A word longer than the line, in parts that fit. */
function fitting(word: string, style: Style, width: number, measure: Measure): readonly string[] {
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
