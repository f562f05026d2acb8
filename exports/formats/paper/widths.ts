/**
 * How wide the columns of a table are: no narrower than their longest word, wider where there is more
 * to say. Knows: texts and their widths. Does not know: the page,
 * and which letters it is set in.
 */
import type { Cell, TableBlock } from '../block.ts';
import { clean } from './runs.ts';

/** The width of a text on one line, in points. */
export type Measure = (text: string, font: 'regular' | 'bold', size: number) => number;

/** What tables are set in, in points. */
export const TABLE_SIZE = 8.2;

/** What a cell has on both sides of its text. */
const PADS = 7;
/** So many rows say enough about the rest. */
const LOOKED_AT = 150;
/** A word longer than this is broken; a text longer than this is set in several lines. */
const LONGEST_WORD = 126;
const LONGEST_TEXT = 330;
/** A column to be written in by hand. */
const BLANK = 86;
const MATRIX = { name: 132, second: 92, widest: 48 } as const;

export function widthsOf(table: TableBlock, room: number, measure: Measure): readonly number[] {
  if (table.layout === 'matrix') return matrixWidths(table, room, measure);
  const wishes = table.columns.map((_, c) => wishOf(table, c, measure));
  const least = total(wishes.map(({ least }) => least));
  const most = total(wishes.map(({ most }) => most));
  if (least >= room) return wishes.map(({ least: width }) => (width / least) * room);
  if (most <= room) return stretched(table, wishes, room - most);
  return shared(wishes, room);
}

/** Where most is said there is most to gain; no column gets more than its longest text needs. */
function shared(wishes: readonly Wish[], room: number): readonly number[] {
  let widths = wishes.map(({ least }) => least);
  for (let round = 0; round < wishes.length; round += 1) {
    const spare = room - total(widths);
    const open = wishes.map(({ most, load }, c) => {
      const width = widths[c] ?? 0;
      return width < most ? Math.max(1, Math.min(load, most) - width) : 0;
    });
    if (spare < 1 || total(open) === 0) break;
    const each = spare / total(open);
    widths = widths.map((width, c) =>
      Math.min(wishes[c]?.most ?? width, width + (open[c] ?? 0) * each),
    );
  }
  return widths;
}

/** What is left over goes to the words: figures far from each other are hard to compare. */
function stretched(table: TableBlock, wishes: readonly Wish[], spare: number): readonly number[] {
  const worded = table.columns.map(({ figure }) => !figure);
  const takers = worded.includes(true) ? worded : worded.map(() => true);
  const all = total(wishes.map(({ most }, c) => (takers[c] ? most : 0)));
  return wishes.map(({ most }, c) => most + (takers[c] ? (most / all) * spare : 0));
}

/** The names, then a column that is as wide as it must be, then narrow ones alike. */
function matrixWidths(table: TableBlock, room: number, measure: Measure): readonly number[] {
  const second = Math.min(MATRIX.second, wishOf(table, 1, measure).most);
  const narrow = Math.max(1, table.columns.length - 2);
  const each = Math.min(MATRIX.widest, (room - MATRIX.name - second) / narrow);
  return table.columns.map((_, c) => (c === 0 ? MATRIX.name : c === 1 ? second : each));
}

/** `load`: what a cell says on average, on one line. */
type Wish = { readonly least: number; readonly most: number; readonly load: number };

function wishOf(table: TableBlock, column: number, measure: Measure): Wish {
  const cells = table.rows.slice(0, LOOKED_AT).flatMap((row) => row[column] ?? []);
  const blank = table.form && cells.every(({ text }) => text === '');
  if (blank) return { least: BLANK, most: BLANK, load: BLANK };
  const title = wishOfText(table.columns[column]?.title ?? '', 'bold', measure);
  const wishes = [title, ...cells.map((cell) => wishOfCell(cell, column === 0, measure))];
  return {
    least: Math.min(LONGEST_WORD, Math.max(...wishes.map(({ least }) => least))) + PADS,
    most: Math.min(LONGEST_TEXT, Math.max(...wishes.map(({ most }) => most))) + PADS,
    load: total(wishes.map(({ load }) => load)) / wishes.length + PADS,
  };
}

function wishOfCell(cell: Cell, first: boolean, measure: Measure): Wish {
  const { text, sub = '', lines = [], badges = [], figure, evidence = [] } = cell;
  const font = first ? 'bold' : 'regular';
  const wishes = [
    wishOfText(figure ? clean(text).replaceAll(' ', '\u00a0') : text, font, measure),
    ...[sub, ...lines].map((words) => wishOfText(words, 'regular', measure)),
    ...badges.map(({ shape, label }) => wishOfText(`${shape} ${label}`, 'bold', measure)),
  ];
  const refs = Math.min(evidence.length, 4) * 22;
  return {
    least: Math.max(...wishes.map(({ least }) => least)),
    most: Math.max(...wishes.map(({ most }) => most)) + refs,
    load: total(wishes.map(({ load }) => load)) + refs,
  };
}

function wishOfText(text: string, font: 'regular' | 'bold', measure: Measure): Wish {
  const said = clean(text);
  const gap = measure(' ', font, TABLE_SIZE);
  let [least, whole, from] = [0, 0, 0];
  // Thousands of cells are measured: no list of words is made for each.
  for (;;) {
    const end = said.indexOf(' ', from);
    const width = measure(said.slice(from, end < 0 ? undefined : end), font, TABLE_SIZE);
    least = Math.max(least, width);
    whole += width;
    if (end < 0) return { least, most: whole, load: whole };
    whole += gap;
    from = end + 1;
  }
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);
