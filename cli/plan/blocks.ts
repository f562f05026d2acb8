/**
 * Chapters of a plan as text for the terminal. Knows: blocks, widths and colours.
 * Does not know: what the chapters say.
 */
import type { Block, Cell, Section } from '../../exports/formats/block.ts';
import { fit, widthOf, wrap } from '../../facilitator-ui/width.ts';
import { plainText } from '../../facilitator-ui/sanitise.ts';
import type { Terminal } from '../output.ts';

type Table = Extract<Block, { readonly type: 'table' }>;
type Paint = Terminal['paint'];

export function sectionText(section: Section, { paint }: Terminal, width: number): string {
  const lines = [
    paint.bold(plainText(section.title)),
    ...(section.intro === undefined ? [] : [...wrap(section.intro, width), '']),
    ...section.blocks.flatMap((block) => ['', ...blockLines(block, paint, width)]),
  ];
  return lines.map((line) => line.trimEnd()).join('\n');
}

function blockLines(block: Block, paint: Paint, width: number): readonly string[] {
  switch (block.type) {
    case 'heading':
      return wrap(block.text, width).map((line) => paint.bold(line));
    case 'para':
    case 'prose':
    case 'note':
      return wrap(block.text, width);
    case 'list':
      return block.items.flatMap(({ lead, text }, i) =>
        hanging(
          block.ordered ? `${i + 1}. ` : '• ',
          lead === undefined ? text : `${lead}: ${text}`,
          width,
        ),
      );
    case 'pairs':
      return block.rows.flatMap(({ lead, text }) => hanging('• ', `${lead}: ${text}`, width));
    case 'tiles':
      return wrap(block.tiles.map(({ value, label }) => `${value} ${label}`).join(' · '), width);
    case 'table': {
      const caption = wrap(block.caption, width).map((line) => paint.bold(line));
      if (block.layout === 'matrix') return [...caption, ...matrixLines(block, paint, width)];
      return [...caption, ...tableLines(block, paint, width)];
    }
    case 'cards':
      return block.cards.flatMap(({ title, blocks }) => [
        ...wrap(title, width).map((line) => paint.bold(line)),
        ...blocks.flatMap((part) => blockLines(part, paint, width)),
        '',
      ]);
    case 'code':
      return block.text.split('\n').map(codeLine);
    case 'lanes':
      return wrap(block.lanes.description, width);
    case 'drawing':
      return wrap(block.text, width);
    case 'strips':
      return wrap(block.strips.description, width);
    case 'chart':
      return [...wrap(block.chart.text, width), '', ...blockLines(block.table, paint, width)];
    default:
      return block satisfies never;
  }
}

/** Text for a machine is not wrapped: its spaces mean something. */
const codeLine = (line: string): string => (/^ */.exec(line)?.[0] ?? '') + plainText(line).trim();

function hanging(mark: string, text: string, width: number): readonly string[] {
  const [first = '', ...rest] = wrap(text, width - mark.length);
  return [mark + first, ...rest.map((line) => ' '.repeat(mark.length) + line)];
}

/** All that a cell says, a thing a line: shapes stand for the badges, as on paper. */
function cellLines({ text, sub, lines, badges }: Cell): readonly string[] {
  const said = [
    text.trim(),
    ...(lines ?? []),
    ...(badges ?? []).map(({ shape, label }) => `${shape} ${label}`.trim()),
    ...(sub === undefined ? [] : [sub]),
  ].filter((line) => line !== '');
  return said.length === 0 ? [''] : said;
}

const GAP = 2;
/** Narrower than this a column of prose cannot be read: the row is then told as a list. */
const NARROWEST = 9;

/** Columns as wide as they need, prose wrapped; where there is no room, one row after the other. */
function tableLines(table: Table, paint: Paint, width: number): readonly string[] {
  const titles = table.columns.map(({ title }) => plainText(title));
  const rows = table.rows.map((row) => row.map(cellLines));
  const widths = widthsFor(titles, rows, width);
  if (widths.some((w, i) => w < Math.min(NARROWEST, widthOf(titles[i] ?? '')))) {
    return rows.flatMap((row) => recordLines(titles, row, paint, width));
  }
  const right = table.columns.map(({ figure }) => figure ?? false);
  const head = layRow(
    titles.map((title) => [title]),
    widths,
    right,
  );
  const rule = widths.map((w) => '─'.repeat(w)).join(' '.repeat(GAP));
  const wrapped = rows.some((row) => row.some((lines, i) => needs(lines) > (widths[i] ?? 0)));
  const tall = wrapped || rows.some((row) => row.some((lines) => lines.length > 1));
  return [
    ...head.map((line) => paint.bold(line)),
    paint.dim(rule),
    ...rows.flatMap((row, i) => [
      ...layRow(row, widths, right),
      ...(tall && i < rows.length - 1 ? [''] : []),
    ]),
  ];
}

function recordLines(
  titles: readonly string[],
  row: readonly (readonly string[])[],
  paint: Paint,
  width: number,
): readonly string[] {
  const [first = [], ...rest] = row;
  return [
    ...first.flatMap((line) => wrap(line, width)).map((line) => paint.bold(line)),
    ...rest.flatMap((lines, i) =>
      lines.join('') === '' || lines.join('') === '–'
        ? []
        : hanging('  ', `${titles[i + 1] ?? ''}: ${lines.join('; ')}`, width),
    ),
    '',
  ];
}

const needs = (lines: readonly string[]): number =>
  Math.max(...lines.map((line) => widthOf(plainText(line))));

function widthsFor(
  titles: readonly string[],
  rows: readonly (readonly (readonly string[])[])[],
  width: number,
): readonly number[] {
  const widths = titles.map((title, i) =>
    Math.max(widthOf(title), ...rows.map((row) => needs(row[i] ?? ['']))),
  );
  const room = width - GAP * (titles.length - 1);
  for (let total = sum(widths); total > room; total -= 1) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? 1) - 1;
  }
  return widths;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function layRow(
  row: readonly (readonly string[])[],
  widths: readonly number[],
  right: readonly boolean[],
): readonly string[] {
  const cells = row.map((lines, i) => lines.flatMap((line) => wrap(line, widths[i] ?? 1)));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, y) =>
    cells
      .map((lines, i) => fit(lines[y] ?? '', widths[i] ?? 0, right[i] ? 'right' : 'left'))
      .join(' '.repeat(GAP)),
  );
}

/** Roles side by side under numbers; the key below says who they are. Marks go before the name. */
function matrixLines(table: Table, paint: Paint, width: number): readonly string[] {
  const start = table.rows.some((row) => row[1]?.badges !== undefined) ? 2 : 1;
  const roles = table.columns.slice(start).map(({ title }) => title);
  const cells = table.rows.map((row) => row.slice(start).map(({ text }) => plainText(text)));
  const narrow = Math.max(
    3,
    ...cells.flat().map(widthOf),
    ...roles.map((_, i) => String(i + 1).length),
  );
  const lead = Math.max(16, Math.min(44, width - Math.min(roles.length, 12) * (narrow + 1)));
  const most = Math.max(1, Math.floor((width - lead) / (narrow + 1)));
  const lines: string[] = [];
  for (let from = 0; from < roles.length; from += most) {
    const part = roles.slice(from, from + most).map((_, i) => from + i);
    const head = part.map((i) => ` ${fit(String(i + 1), narrow, 'right')}`).join('');
    lines.push(paint.bold(fit(table.columns[0]?.title ?? '', lead) + head));
    lines.push(paint.dim('─'.repeat(lead + part.length * (narrow + 1))));
    table.rows.forEach((row, y) => {
      const marks = start === 2 ? (row[1]?.badges ?? []).map(({ shape }) => shape).join('') : '';
      const said = `${marks === '' ? '' : `${marks} `}${row[0]?.text.trim() ?? ''}`;
      const [first = '', ...rest] = wrap(said, lead - 1).slice(0, 2);
      const values = part.map((i) => ` ${fit(cells[y]?.[i] ?? '', narrow, 'right')}`).join('');
      lines.push(fit(first, lead) + values, ...rest);
    });
    lines.push('');
  }
  const key = roles.map((role, i) => `${i + 1} ${role}`);
  return [...lines, ...wrap(key.join(' · '), width)];
}
