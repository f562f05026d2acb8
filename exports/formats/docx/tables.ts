/**
 * Tables that people work on in Word: headings on every page, no row parted, forms with room to write.
 * Knows: rows and columns. Does not know: what they say.
 */
import type { Cell, Line, TableBlock } from '../block.ts';
import { type Anchors, type Runs, cellRuns, clean, textRuns } from '../paper/runs.ts';
import { type Measure, widthsOf } from '../paper/widths.ts';
import {
  bookmark,
  cellLike,
  type Edge,
  paragraphLike,
  rowLike,
  table,
  type TableLook,
} from './markup.ts';
import { anchorOf, runsOf, writerOf } from './runs.ts';
import { COLOURS, SIZES, STYLE } from './styles.ts';

/** What a table needs of the page it stands on. */
export type Ground = {
  readonly anchors: Anchors;
  /** Of the text on the page, in twips. */
  readonly width: number;
  /** The next bookmark's id. */
  readonly mark: () => number;
};

/** What Word will set it in is not known: an average letter is near enough to share out the room. */
const average: Measure = (text, font, size) => text.length * size * (font === 'bold' ? 0.66 : 0.6);
const TWIPS = 20;
/** Rows to be written in, and upright headings, in twips. */
const FORM_ROW = 900;
const UPRIGHT = 2_300;

const NONE: Edge = { size: 0, colour: 'auto' };
const THIN: Edge = { size: 4, colour: COLOURS.line };
const MARGINS = { top: 30, bottom: 30, left: 60, right: 60 } as const;
const ROWS = { top: THIN, bottom: THIN, left: NONE, right: NONE, insideH: THIN } as const;

export function tableOf(block: TableBlock, ground: Ground): string {
  const { layout, form = false } = block;
  const widths = widthsOf(block, ground.width / TWIPS, average).map((points) =>
    Math.round(points * TWIPS),
  );
  const insideV = form || layout === 'matrix' ? THIN : NONE;
  const rows = headRow(block, widths) + bodyRows(block, widths, ground);
  return table(rows, { widths, margins: MARGINS, edges: { ...ROWS, insideV } });
}

const isNarrow = ({ layout }: TableBlock, column: number): boolean =>
  layout === 'matrix' && column > 1;

function headRow(block: TableBlock, widths: readonly number[]): string {
  const cells = block.columns.map(({ title, figure }, c) => {
    const upright = isNarrow(block, c);
    const cell = cellLike({ width: widths[c] ?? 0, fill: COLOURS.band, upright, bottom: true });
    const right = figure && !upright;
    const paragraph = paragraphLike({ style: STYLE.table, keepNext: true, right });
    return cell(paragraph(runsOf([{ text: clean(title), bold: true, soft: true }])));
  });
  const height = block.layout === 'matrix' ? UPRIGHT : undefined;
  return rowLike({ head: true, height })(cells.join(''));
}

function bodyRows(block: TableBlock, widths: readonly number[], ground: Ground): string {
  const row = rowLike({ height: block.form ? FORM_ROW : undefined });
  const columns = widths.map((width, c) => columnOf(block, c, width, ground));
  let markup = '';
  for (const [i, cells] of block.rows.entries()) {
    let line = '';
    for (const [c, cell] of cells.entries()) line += columns[c]?.(cell, i) ?? '';
    markup += row(line);
  }
  return markup;
}

type Column = (content: Cell, row: number) => string;

function columnOf(block: TableBlock, c: number, width: number, ground: Ground): Column {
  const narrow = isNarrow(block, c);
  const style = narrow ? STYLE.matrix : STYLE.table;
  const cell = cellLike({ width });
  const left = paragraphLike({ style });
  const right = paragraphLike({ style, right: true });
  const write = narrow ? inMatrix : runsOf;
  // The first cell is the row's own name.
  const name = c === 0 && block.columns.length > 1;
  return (content, row) => {
    const lines = cellRuns(content, ground.anchors);
    const runs = name && !content.figure ? lines.map(inBold) : lines;
    const anchor = c === 0 ? block.anchors?.[row] : undefined;
    const paragraph = content.figure && !narrow ? right : left;
    const [first = '', ...others] = runs.map(write);
    const named = anchor === undefined ? first : bookmark(anchorOf(anchor), ground.mark(), first);
    return cell(others.reduce((xml, line) => xml + paragraph(line), paragraph(named)));
  };
}

const inMatrix = writerOf(SIZES.matrix - 2);

const inBold = (runs: Runs): Runs => runs.map((run) => (run.small ? run : { ...run, bold: true }));

/** Terms with what is said of them, side by side; rows with the same heading share it. */
export function pairsTable(
  rows: readonly (Line & { readonly lead: string })[],
  { anchors, width }: Ground,
): string {
  const pairs = rows.map((line, i) => {
    const lead = rows[i - 1]?.lead === line.lead ? '' : line.lead;
    return { lead, body: textRuns(line, anchors) };
  });
  return twoColumns(width, pairs, NONE);
}

/** Rows with nothing but their headings, to be filled in. */
export function notesTable(notes: readonly string[], { width }: Ground): string {
  const rows = notes.map((lead) => ({ lead, body: [] }));
  return twoColumns(width, rows, THIN, FORM_ROW);
}

const TERM = 0.24;

function twoColumns(
  width: number,
  rows: readonly { readonly lead: string; readonly body: Runs }[],
  edge: Edge,
  height?: number,
): string {
  const term = Math.round(width * TERM);
  const widths = [term, width - term] as const;
  const [head, body] = [cellLike({ width: widths[0] }), cellLike({ width: widths[1] })];
  const paragraph = paragraphLike({ style: STYLE.table });
  const row = rowLike({ height });
  const lines = rows.map((pair) => {
    const lead: Runs = pair.lead === '' ? [] : [{ text: clean(pair.lead), bold: true, soft: true }];
    return row(head(paragraph(runsOf(lead))) + body(paragraph(runsOf(pair.body))));
  });
  return table(lines.join(''), { widths, margins: MARGINS, edges: framed(edge) });
}

const framed = (edge: Edge): TableLook['edges'] => ({
  top: edge,
  bottom: edge,
  left: edge,
  right: edge,
  insideH: edge,
  insideV: edge,
});
