/**
 * A table over as many pages as it needs: the heading on each, no row parted unless it is taller than
 * a page. Knows: rows and columns. Does not know: what they say.
 */
import type { Cell, TableBlock } from '../block.ts';
import { clean, type Runs, cellRuns } from '../paper/runs.ts';
import {
  type Desk,
  type Element,
  MARGIN,
  artifact,
  bottomOf,
  element,
  makeRoom,
  roomOf,
  rule,
  turnPage,
  widthOf,
  writeLines,
} from './desk.ts';
import { BAND, LINE, SIZES, SOFT, type Set, lineHeight, setLines } from './face.ts';
import { widthsOf } from '../paper/widths.ts';

const PAD = 3;
const SIZE = SIZES.table;
/** The narrow columns of a matrix: a time still stands on one line. */
const NARROW = { pad: 1.5, size: 6.7 } as const;
/** A row to be written in by hand. */
const FORM_ROW = 44;
/** Upright headings are no taller. */
const UPRIGHT = 132;

type Laid = { readonly cells: readonly (readonly Set[])[]; readonly height: number };
type Grid = {
  readonly table: TableBlock;
  readonly widths: readonly number[];
  readonly head: Laid;
  readonly element: Element;
};

export function writeTable(desk: Desk, into: Element, table: TableBlock): void {
  const widths = widthsOf(table, widthOf(desk), desk.measure);
  const head = headOf(desk, table, widths);
  const rows = table.rows.map((row) => laid(desk, table, row, widths));
  const first = keptTogether(desk, rows);
  const caption = table.quiet ? [] : captionLines(desk, table);
  const above = caption.length * lineHeight(SIZES.body) + 4;
  makeRoom(desk, Math.min(above + head.height + first, roomOf(desk)));
  const grid: Grid = { table, widths, head, element: element(desk, into, 'Table') };
  writeCaption(desk, grid, caption);
  writeHead(desk, grid, 'first');
  for (const [i, row] of rows.entries()) writeRow(desk, grid, row, i);
  grid.element.end();
  desk.y += 10;
}

/** So few rows stand on one page together; of longer tables, the first row stands with the heading. */
const FEW = 9;

function keptTogether(desk: Desk, rows: readonly Laid[]): number {
  const all = rows.length <= FEW ? sum(rows.map(({ height }) => height)) : Infinity;
  return all < roomOf(desk) / 2 ? all : (rows[0]?.height ?? 0);
}

function captionLines(desk: Desk, { caption }: TableBlock): readonly Set[] {
  return setLines([{ text: clean(caption), bold: true }], SIZES.body, widthOf(desk), desk.measure);
}

function writeCaption(desk: Desk, { element: into }: Grid, lines: readonly Set[]): void {
  if (lines.length === 0) return;
  const caption = element(desk, into, 'Caption');
  writeLines(desk, caption, 'Caption', lines, { x: MARGIN.side, y: desk.y, size: SIZES.body });
  caption.end();
  desk.y += lines.length * lineHeight(SIZES.body) + 4;
}

const isUpright = ({ layout }: TableBlock, column: number): boolean =>
  layout === 'matrix' && column > 1;

function headOf(desk: Desk, table: TableBlock, widths: readonly number[]): Laid {
  const cells = table.columns.map(({ title }, c) => {
    const room = isUpright(table, c) ? UPRIGHT : (widths[c] ?? 0) - 2 * PAD;
    return setLines([{ text: clean(title), bold: true, soft: true }], SIZE, room, desk.measure);
  });
  const heights = cells.map((lines, c) =>
    isUpright(table, c) ? Math.max(0, ...lines.map(lengthOf)) : lines.length * lineHeight(SIZE),
  );
  return { cells, height: Math.max(0, ...heights) + 2 * PAD };
}

const lengthOf = (line: Set): number => line.reduce((sum, { width }) => sum + width, 0);

function writeHead(desk: Desk, grid: Grid, as: 'first' | 'again'): void {
  const { head, widths, table } = grid;
  const { doc, y } = desk;
  artifact(desk, () => {
    doc.rect(MARGIN.side, y, sum(widths), head.height).fill(BAND);
    across(desk, widths, y + head.height, SOFT, 0.8);
  });
  const write = (cell: Element | undefined): void => {
    const row = cell && element(desk, cell, 'TR');
    let x = MARGIN.side;
    for (const [c, lines] of head.cells.entries()) {
      const th = row && element(desk, row, 'TH', { scope: 'Column' });
      writeHeading(desk, th, lines, placeOf(table, c, x, widths[c] ?? 0), head.height);
      th?.end();
      x += widths[c] ?? 0;
    }
    row?.end();
  };
  // Read out once; on the pages that follow it is there for the eye.
  if (as === 'first') write(grid.element);
  else artifact(desk, () => write(undefined), 'Pagination');
  desk.y += head.height;
}

type Place = {
  readonly x: number;
  readonly width: number;
  readonly as: 'upright' | 'figure' | 'words';
};

function placeOf(table: TableBlock, c: number, x: number, width: number): Place {
  const as = isUpright(table, c) ? 'upright' : table.columns[c]?.figure ? 'figure' : 'words';
  return { x, width, as };
}

function writeHeading(
  desk: Desk,
  into: Element | undefined,
  lines: readonly Set[],
  { x, width, as }: Place,
  height: number,
): void {
  const { doc, y } = desk;
  if (lines.length === 0) return;
  if (into) into.add(doc.markStructureContent('TH'));
  const tall = lines.length * lineHeight(SIZE);
  const start = as === 'upright' ? Math.max(0, (width - tall) / 2) : height - PAD - tall;
  for (const [i, line] of lines.entries()) {
    const base = start + i * lineHeight(SIZE) + SIZE * 0.95;
    const draw = (at: number, below: number): void => {
      let next = at;
      for (const piece of line) {
        desk.write(piece, next, below);
        next += piece.width;
      }
    };
    if (as !== 'upright') {
      draw(as === 'figure' ? x + width - PAD - lengthOf(line) : x + PAD, y + base);
      continue;
    }
    doc.save().rotate(-90, { origin: [x + base, y + height - PAD] });
    draw(x + base, y + height - PAD);
    doc.restore();
  }
  if (into) doc.endMarkedContent();
}

function laid(
  desk: Desk,
  table: TableBlock,
  row: readonly Cell[],
  widths: readonly number[],
): Laid {
  const cells = row.map((cell, c) => {
    const narrow = isUpright(table, c) && !cell.letters;
    const room = (widths[c] ?? 0) - 2 * (narrow ? NARROW.pad : PAD);
    return cellRuns(cell, desk.anchors)
      .map((runs) => (c === 0 && table.columns.length > 1 && !cell.figure ? firstBold(runs) : runs))
      .flatMap((runs) =>
        setLines(runs, narrow ? NARROW.size : SIZE, Math.max(8, room), desk.measure),
      );
  });
  const tallest = Math.max(1, ...cells.map((lines) => lines.length)) * lineHeight(SIZE);
  return { cells, height: Math.max(tallest + 2 * PAD, table.form ? FORM_ROW : 0) };
}

/** The row's own name, which its first cell is. */
function firstBold(runs: Runs): Runs {
  return runs.map((run) => (run.small ? run : { ...run, bold: true }));
}

function writeRow(desk: Desk, grid: Grid, whole: Laid, at: number): void {
  const { table, head } = grid;
  const row = table.rows[at] ?? [];
  const anchor = table.anchors?.[at];
  const tr = element(desk, grid.element, 'TR');
  const cells = row.map((_, c) =>
    c === 0 ? element(desk, tr, 'TH', { scope: 'Row' }) : element(desk, tr, 'TD'),
  );
  const fits = roomOf(desk) - head.height;
  for (const [i, part] of (whole.height <= fits ? [whole] : parted(whole, fits)).entries()) {
    if (desk.y + part.height > bottomOf(desk)) {
      turnPage(desk);
      writeHead(desk, grid, 'again');
    }
    if (i === 0 && anchor !== undefined) {
      desk.doc.addNamedDestination(`e${anchor}`, 'XYZ', MARGIN.side, desk.y, null);
    }
    writePart(desk, grid, row, part, cells);
  }
  for (const cell of cells) cell.end();
  tr.end();
}

/** A row taller than a page, in parts of whole lines. */
function parted({ cells }: Laid, height: number): readonly Laid[] {
  const lines = Math.floor((height - 2 * PAD) / lineHeight(SIZE));
  const parts = Math.ceil(Math.max(...cells.map((cell) => cell.length)) / lines);
  return [...Array(parts).keys()].map((i) => {
    const some = cells.map((cell) => cell.slice(i * lines, (i + 1) * lines));
    const tallest = Math.max(1, ...some.map((cell) => cell.length));
    return { cells: some, height: tallest * lineHeight(SIZE) + 2 * PAD };
  });
}

function writePart(
  desk: Desk,
  { table, widths }: Grid,
  row: readonly Cell[],
  part: Laid,
  into: readonly Element[],
): void {
  let x = MARGIN.side;
  for (const [c, lines] of part.cells.entries()) {
    const width = widths[c] ?? 0;
    const [cell, to] = [row[c], into[c]];
    if (to && lines.length > 0) {
      const middle = cell?.letters !== undefined || isUpright(table, c);
      const right = cell?.figure ? { right: x + width - PAD } : {};
      const place = { x: x + PAD, y: desk.y + PAD, size: SIZE, ...right };
      if (middle) writeCentred(desk, to, lines, x, width);
      else writeLines(desk, to, c === 0 ? 'TH' : 'TD', lines, place);
    }
    x += width;
  }
  artifact(desk, () => {
    across(desk, widths, desk.y + part.height, LINE, 0.4);
    if (table.form || table.layout === 'matrix') uprights(desk, widths, part.height);
  });
  desk.y += part.height;
}

function writeCentred(
  desk: Desk,
  into: Element,
  lines: readonly Set[],
  x: number,
  width: number,
): void {
  for (const [i, line] of lines.entries()) {
    const at = x + Math.max(NARROW.pad, (width - lengthOf(line)) / 2);
    const y = desk.y + PAD + i * lineHeight(SIZE);
    writeLines(desk, into, 'TD', [line], { x: at, y, size: SIZE });
  }
}

function uprights(desk: Desk, widths: readonly number[], height: number): void {
  let x = MARGIN.side;
  for (const width of widths.slice(0, -1)) {
    x += width;
    rule(desk, [x, desk.y], [x, desk.y + height], LINE, 0.4);
  }
}

/** Across the whole table. */
function across(
  desk: Desk,
  widths: readonly number[],
  y: number,
  colour: string,
  thick: number,
): void {
  rule(desk, [MARGIN.side, y], [MARGIN.side + sum(widths), y], colour, thick);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);
