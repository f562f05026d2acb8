/**
 * Tables that people work on in Word: headings on every page, no row parted, forms with room to write.
 * Knows: rows and columns. Does not know: what they say.
 */
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Cell, Line, TableBlock } from '../block.ts';
import { type Anchors, type Run, type Runs, cellRuns, clean, textRuns } from '../paper/runs.ts';
import { type Measure, widthsOf } from '../paper/widths.ts';
import { anchorOf, pieces } from './runs.ts';
import { COLOURS, SIZES, STYLE } from './styles.ts';

/** What Word will set it in is not known: an average letter is near enough to share out the room. */
const average: Measure = (text, font, size) => text.length * size * (font === 'bold' ? 0.66 : 0.6);
const TWIPS = 20;
/** Rows to be written in, and upright headings, in twips. */
const FORM_ROW = 900;
const UPRIGHT = 2_300;

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const THIN = { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line } as const;
const MARGINS = { top: 30, bottom: 30, left: 60, right: 60 } as const;

/** `width`: of the text on the page, in twips. */
export function tableOf(table: TableBlock, anchors: Anchors, width: number): Table {
  const widths = widthsOf(table, width / TWIPS, average).map((points) =>
    Math.round(points * TWIPS),
  );
  const upright = table.form === true || table.layout === 'matrix' ? THIN : NONE;
  const rows = table.rows.map((row, i) => bodyRow(table, row, widths, anchors, table.anchors?.[i]));
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: widths.reduce((sum, w) => sum + w, 0), type: WidthType.DXA },
    margins: MARGINS,
    borders: {
      top: THIN,
      bottom: THIN,
      left: NONE,
      right: NONE,
      insideHorizontal: THIN,
      insideVertical: upright,
    },
    rows: [headRow(table, widths), ...rows],
  });
}

const isNarrow = ({ layout }: TableBlock, column: number): boolean =>
  layout === 'matrix' && column > 1;

function headRow(table: TableBlock, widths: readonly number[]): TableRow {
  const cells = table.columns.map(({ title, figure }, c) => {
    const narrow = isNarrow(table, c);
    const text: Run = { text: clean(title), bold: true, soft: true };
    return new TableCell({
      width: { size: widths[c] ?? 0, type: WidthType.DXA },
      shading: { fill: COLOURS.band },
      verticalAlign: VerticalAlignTable.BOTTOM,
      ...(narrow && { textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT }),
      children: [
        new Paragraph({
          style: STYLE.table,
          keepNext: true,
          ...(figure && !narrow && { alignment: AlignmentType.RIGHT }),
          children: pieces([text]),
        }),
      ],
    });
  });
  const height = { value: UPRIGHT, rule: HeightRule.ATLEAST };
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    ...(table.layout === 'matrix' && { height }),
    children: cells,
  });
}

function bodyRow(
  table: TableBlock,
  row: readonly Cell[],
  widths: readonly number[],
  anchors: Anchors,
  anchor: number | undefined,
): TableRow {
  const cells = row.map((cell, c) => {
    const narrow = isNarrow(table, c);
    const named = c === 0 && table.columns.length > 1 && !cell.figure;
    const lines = cellRuns(cell, anchors).map((runs) => (named ? inBold(runs) : runs));
    return new TableCell({
      width: { size: widths[c] ?? 0, type: WidthType.DXA },
      children: (lines.length === 0 ? [[]] : lines).map(
        (runs) =>
          new Paragraph({
            style: narrow ? STYLE.matrix : STYLE.table,
            ...(cell.figure && !narrow && { alignment: AlignmentType.RIGHT }),
            children: marked(pieces(runs, narrow ? SIZES.matrix - 2 : SIZES.small), c, anchor),
          }),
      ),
    });
  });
  const height = { value: FORM_ROW, rule: HeightRule.ATLEAST };
  return new TableRow({ cantSplit: true, ...(table.form && { height }), children: cells });
}

function marked(
  children: ReturnType<typeof pieces>,
  column: number,
  anchor: number | undefined,
): ReturnType<typeof pieces> | readonly Bookmark[] {
  if (column > 0 || anchor === undefined) return children;
  return [new Bookmark({ id: anchorOf(anchor), children })];
}

/** A row's own name, which its first cell is. */
const inBold = (runs: Runs): Runs => runs.map((run) => (run.small ? run : { ...run, bold: true }));

const TERM = 0.24;

/** Terms with what is said of them, side by side; rows with the same heading share it. */
export function pairsTable(
  rows: readonly (Line & { readonly lead: string })[],
  anchors: Anchors,
  width: number,
): Table {
  return twoColumns(
    width,
    rows.map((row, i) => ({
      lead: rows[i - 1]?.lead === row.lead ? '' : row.lead,
      body: textRuns(row, anchors),
    })),
    NONE,
  );
}

/** Rows with nothing but their headings, to be filled in. */
export function notesTable(notes: readonly string[], width: number): Table {
  return twoColumns(
    width,
    notes.map((lead) => ({ lead, body: [] })),
    THIN,
    FORM_ROW,
  );
}

function twoColumns(
  width: number,
  rows: readonly { readonly lead: string; readonly body: Runs }[],
  border: typeof NONE | typeof THIN,
  tall?: number,
): Table {
  const widths = [Math.round(width * TERM), width - Math.round(width * TERM)] as const;
  const cell = (runs: Runs, size: number): TableCell =>
    new TableCell({
      width: { size, type: WidthType.DXA },
      children: [new Paragraph({ style: STYLE.table, children: pieces(runs) })],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: width, type: WidthType.DXA },
    margins: MARGINS,
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: rows.map(
      ({ lead, body }) =>
        new TableRow({
          cantSplit: true,
          ...(tall !== undefined && { height: { value: tall, rule: HeightRule.ATLEAST } }),
          children: [
            cell(lead === '' ? [] : [{ text: clean(lead), bold: true, soft: true }], widths[0]),
            cell(body, widths[1]),
          ],
        }),
    ),
  });
}
