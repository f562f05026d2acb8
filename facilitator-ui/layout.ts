/**
 * Lines of a known width: tables, rules, paragraphs, columns side by side. Every span passes
 * through cut or fit, which make it safe. Knows: columns. Does not know: what they are about.
 */
import type { Line, Span } from './scene.ts';
import { plainLines } from './sanitise.ts';
import type { Tone } from './tone.ts';
import { cut, fit, widthOf, wrap } from './width.ts';
import { windowOf } from './window.ts';

export const BLANK: Line = [];

export function span(text: string, tone?: Tone): Span {
  return tone === undefined ? { text } : { text, tone };
}

/** The line cut to `width` and filled up with space. */
export function padded(line: Line, width: number): Line {
  const spans: Span[] = [];
  let left = width;
  for (const part of line) {
    if (left <= 0) break;
    const text = cut(part.text, left);
    left -= widthOf(text);
    spans.push({ ...part, text });
  }
  return left > 0 ? [...spans, span(' '.repeat(left))] : spans;
}

/** The same text in one tone: how a chosen row looks. */
function marked(line: Line, width: number): Line {
  const text = padded(line, width)
    .map((part) => part.text)
    .join('');
  return [span(text, 'chosen')];
}

/** Exactly `height` lines; `filler` where there are too few. */
export function filled(lines: readonly Line[], height: number, filler = BLANK): readonly Line[] {
  const missing = Math.max(0, height - lines.length);
  return [...lines.slice(0, Math.max(0, height)), ...Array<Line>(missing).fill(filler)];
}

/** `── title ───────── right ──`. */
export function rule(width: number, title = '', right = ''): Line {
  const left = title === '' ? '' : ` ${cut(title, Math.max(0, width - 8))} `;
  const end = right === '' ? '' : ` ${right} `;
  const room = width - 4 - widthOf(left) - widthOf(end);
  if (room < 0) return rule(width, title);
  return [
    span('──', 'dim'),
    span(left, 'strong'),
    span('─'.repeat(room), 'dim'),
    span(end, 'dim'),
    span('──', 'dim'),
  ];
}

/** A text in lines, safe; blank lines are kept, and so is a line's own indentation. */
export function paragraph(text: string, width: number, tone?: Tone, indent = 0): readonly Line[] {
  return plainLines(text).flatMap((line) => {
    const own = indent + line.length - line.trimStart().length;
    const space = ' '.repeat(Math.min(own, Math.floor(width / 2)));
    const lines = wrap(line.trimStart(), Math.max(1, width - space.length));
    return lines.map((part): Line => [span(space + part, tone)]);
  });
}

/** `Label  text`, with what does not fit under itself. */
export function labelled(
  label: string,
  text: string,
  width: number,
  tone?: Tone,
  column = 16,
): readonly Line[] {
  const name = `${fit(label, column)}  `;
  const start = widthOf(name);
  const rows = plainLines(text).flatMap((line) => wrap(line, Math.max(8, width - start)));
  return rows.map((row, i) => [span(i === 0 ? name : ' '.repeat(start), 'dim'), span(row, tone)]);
}

/** Two blocks next to each other with a line between them. */
export function beside(
  left: readonly Line[],
  right: readonly Line[],
  width: { readonly left: number; readonly right: number },
  height: number,
): readonly Line[] {
  const rights = filled(right, height);
  return filled(left, height).map((line, i) => [
    ...padded(line, width.left),
    span(' │ ', 'dim'),
    ...padded(rights[i] ?? BLANK, width.right),
  ]);
}

export type Column = {
  readonly head: string;
  /** Columns of text; those without share what is left. */
  readonly width?: number;
  readonly share?: number;
  readonly align?: 'left' | 'right';
};

const GAP = 2;

/** How wide each column is when the table is `width` wide. */
export function widthsOf(columns: readonly Column[], width: number): readonly number[] {
  const fixed = columns.reduce((sum, { width: w = 0 }) => sum + w, 0);
  const shares = columns.reduce((sum, c) => sum + (c.width === undefined ? (c.share ?? 1) : 0), 0);
  const free = Math.max(0, width - fixed - GAP * (columns.length - 1));
  let given = 0;
  let passed = 0;
  return columns.map((column) => {
    if (column.width !== undefined) return column.width;
    passed += column.share ?? 1;
    const upTo = Math.floor((free * passed) / shares);
    const own = upTo - given;
    given = upTo;
    return own;
  });
}

/** The cells of one row under their columns. */
export function row(
  cells: readonly Span[],
  columns: readonly Column[],
  widths: readonly number[],
): Line {
  return columns.flatMap((column, i) => {
    const cell = cells[i] ?? span('');
    const text = fit(cell.text, widths[i] ?? 0, column.align);
    const gap = i === columns.length - 1 ? [] : [span(' '.repeat(GAP))];
    return [{ ...cell, text }, ...gap];
  });
}

/** A heading and the rows in sight, the chosen one marked. Only what is in sight is made. */
export function table(options: {
  readonly columns: readonly Column[];
  readonly count: number;
  readonly chosen: number | undefined;
  readonly cells: (index: number) => readonly Span[];
  readonly width: number;
  readonly height: number;
}): readonly Line[] {
  const { columns, width } = options;
  const widths = widthsOf(columns, width - 2);
  const heads = columns.map(({ head }) => span(head, 'dim'));
  return [
    [span('  '), ...row(heads, columns, widths)],
    ...rows({ ...options, height: options.height - 1 }, (i) =>
      row(options.cells(i), columns, widths),
    ),
  ];
}

/** The rows in sight of a list, without a heading. */
export function rows(
  list: {
    readonly count: number;
    readonly chosen: number | undefined;
    readonly width: number;
    readonly height: number;
  },
  draw: (index: number) => Line,
): readonly Line[] {
  const { from, to } = windowOf(list.count, list.chosen ?? 0, list.height);
  return Array.from({ length: to - from }, (_, i) => {
    const index = from + i;
    return index === list.chosen
      ? marked([span('› '), ...draw(index)], list.width)
      : [span('  '), ...draw(index)];
  });
}
