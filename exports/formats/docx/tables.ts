/**
 * Tables that people work on in Word: headings on every page, no row parted, forms with room to write.
 * Knows: rows and columns. Does not know: what they say.
 */
import type { Cell, Line, TableBlock } from '../block.ts';
import { type Anchors, type Runs, cellRuns, clean, textRuns } from '../paper/runs.ts';
import { type Measure, widthsOf } from '../paper/widths.ts';
import { type Edge, type TableLook, bookmark, cell, paragraph, row, table } from './markup.ts';
import { anchorOf, runsOf } from './runs.ts';
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
  const widths = widthsOf(block, ground.width / TWIPS, average).map((points) =>
    Math.round(points * TWIPS),
  );
  const upright = block.form === true || block.layout === 'matrix' ? THIN : NONE;
  const rows = block.rows.map((_, i) => bodyRow(block, i, widths, ground));
  return table([headRow(block, widths), ...rows], {
    widths,
    margins: MARGINS,
    edges: { ...ROWS, insideV: upright },
  });
}

const isNarrow = ({ layout }: TableBlock, column: number): boolean =>
  layout === 'matrix' && column > 1;

function headRow(block: TableBlock, widths: readonly number[]): string {
  const cells = block.columns.map(({ title, figure }, c) => {
    const upright = isNarrow(block, c);
    const look = { style: STYLE.table, keepNext: true, right: figure && !upright };
    const text = runsOf([{ text: clean(title), bold: true, soft: true }]);
    return cell(paragraph(text, look), {
      width: widths[c] ?? 0,
      fill: COLOURS.band,
      upright,
      bottom: true,
    });
  });
  const height = block.layout === 'matrix' ? UPRIGHT : undefined;
  return row(cells.join(''), { head: true, height });
}

function bodyRow(block: TableBlock, i: number, widths: readonly number[], ground: Ground): string {
  let cells = '';
  for (const [c, content] of (block.rows[i] ?? []).entries()) {
    const lines = linesOf(block, c, content, ground.anchors);
    const anchor = c === 0 ? block.anchors?.[i] : undefined;
    if (anchor !== undefined) lines[0] = bookmark(anchorOf(anchor), ground.mark(), lines[0] ?? '');
    const narrow = isNarrow(block, c);
    const style = narrow ? STYLE.matrix : STYLE.table;
    const look = { style, right: content.figure && !narrow };
    const text = lines.map((line) => paragraph(line, look)).join('');
    cells += cell(text, { width: widths[c] ?? 0 });
  }
  return row(cells, { height: block.form ? FORM_ROW : undefined });
}

/** The runs of each line; a cell has one line at least. The first cell is the row's own name. */
function linesOf(block: TableBlock, column: number, content: Cell, anchors: Anchors): string[] {
  const named = column === 0 && block.columns.length > 1 && !content.figure;
  const small = isNarrow(block, column) ? SIZES.matrix - 2 : SIZES.small;
  const lines = cellRuns(content, anchors);
  if (lines.length === 0) return [''];
  return lines.map((runs) => runsOf(named ? inBold(runs) : runs, small));
}

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
  const half = (runs: Runs, side: 0 | 1): string =>
    cell(paragraph(runsOf(runs), { style: STYLE.table }), { width: widths[side] });
  const lines = rows.map(({ lead, body }) => {
    const head: Runs = lead === '' ? [] : [{ text: clean(lead), bold: true, soft: true }];
    return row(half(head, 0) + half(body, 1), { height });
  });
  return table(lines, { widths, margins: MARGINS, edges: framed(edge) });
}

const framed = (edge: Edge): TableLook['edges'] => ({
  top: edge,
  bottom: edge,
  left: edge,
  right: edge,
  insideH: edge,
  insideV: edge,
});
