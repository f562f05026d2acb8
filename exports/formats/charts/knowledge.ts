/**
 * Who had which fact: a ring where it was delivered, half full where it was opened, full where it was
 * used. Drawn as it stood at the end; the cells carry their times, by which a page can go back.
 */
import type { Charts } from '../../danish/charts.ts';
import type { Knowledge } from './chart.ts';
import { frame, key, leftOut, num, tooltip, twoLines, widthOf, words } from './svg.ts';

const LEFT = 236;
const CELL = 34;
const ROW = 30;
/** So much can be taken in; the table has it all. */
const MOST = { rows: 50, columns: 32 };

export function knowledgeSvg(chart: Knowledge, t: Charts): string {
  const rows = chart.rows.slice(0, MOST.rows);
  const columns = chart.columns.slice(0, MOST.columns);
  const rest = chart.rows.length - rows.length + chart.columns.length - columns.length;
  const longest = Math.max(0, ...columns.map(({ name }) => Math.min(32, name.length)));
  const top = 20 + widthOf('x'.repeat(longest), 12) * 0.72;
  // The last column's words lean out over the edge.
  const width = Math.max(700, LEFT + columns.length * CELL + top * 0.95);
  const bottom = top + Math.max(1, rows.length) * ROW;
  const legend = keyOf(chart, bottom + 28, width);
  return frame(
    'knowledge',
    chart,
    { width, height: bottom + 34 + legend.height + (rest > 0 ? 20 : 0) },
    [
      ...rows.map((_, i) => bandOf(i, 0, top, LEFT + columns.length * CELL)),
      ...columns.map(({ name }, i) =>
        words(name, LEFT + i * CELL + CELL / 2 + 4, top - 8, { most: 32, turn: -45 }),
      ),
      inked(cells(chart, rows, columns, top).join('')),
      `<g class="pin">${rows.map(({ name }, i) => bandOf(i, 1, top, LEFT - 4) + nameOf(name, top + i * ROW)).join('')}</g>`,
      rows.length === 0 || columns.length === 0 ? leftOut(t.nothing, 8, top + 20) : '',
      legend.drawn,
      rest > 0 ? leftOut(t.more(String(rest)), 8, bottom + 34 + legend.height) : '',
    ],
  );
}

/** The ink of all cells, written once. */
const inked = (drawn: string): string =>
  `<g class="cells" fill="#0b4a7d" stroke="#0b4a7d" stroke-width="1.8">${drawn}</g>`;

/** Every other row's ground; under the names all have one, since a page lets the cells slide under it. */
function bandOf(i: number, names: 0 | 1, top: number, width: number): string {
  if (i % 2 === 1 && names === 0) return '';
  const [look, fill] = i % 2 === 0 ? ['row0', '#f4f6f9'] : ['ring', '#ffffff'];
  return `<rect class="${look}" x="0" y="${num(top + i * ROW)}" width="${num(width)}" height="${ROW}" fill="${fill}" stroke="none"/>`;
}

/** On two lines: the names are sentences, and on a telephone they share the width with the cells. */
function nameOf(name: string, y: number): string {
  const lines = twoLines(name, 34);
  const first = y + (lines.length === 1 ? 19 : 13);
  const drawn = lines.map((line, i) => words(line, 6, first + i * 12.5, { size: 11 }));
  return `<g>${tooltip(name)}${drawn.join('')}</g>`;
}

function cells(
  { cells: all, words: said }: Knowledge,
  rows: Knowledge['rows'],
  columns: Knowledge['columns'],
  top: number,
): readonly string[] {
  const [down, across] = [rows, columns].map((list) => new Map(list.map(({ id }, i) => [id, i])));
  return all.map((cell) => {
    const [i, j] = [down?.get(cell.row), across?.get(cell.column)];
    const { deliveredAt, knownAt, usedAt } = cell;
    if (i === undefined || j === undefined) return '';
    const level =
      usedAt !== undefined ? 3 : knownAt !== undefined ? 2 : deliveredAt !== undefined ? 1 : 0;
    if (level === 0) return '';
    const times = [deliveredAt, knownAt, usedAt].map((at) =>
      at === undefined ? '' : String(Math.round(at / 1000)),
    );
    const label = [said.delivered, said.known, said.used][level - 1] ?? '';
    const who = `${rows[i]?.name ?? ''} · ${columns[j]?.name ?? ''}: ${label}`;
    return `<g class="know k${level}" data-t="${times.join(' ')}" transform="translate(${num(LEFT + j * CELL + CELL / 2)} ${num(top + i * ROW + ROW / 2)})">${tooltip(who)}${shape(level)}</g>`;
  });
}

/** All three shapes lie in each cell of a page; the level says which show. */
function shape(level: number): string {
  const hide = (shown: boolean): string => (shown ? '' : ' display="none"');
  return [
    `<circle class="ring" r="8" fill="#fff"/>`,
    `<path class="half" d="M0-8A8 8 0 0 1 0 8Z"${hide(level === 2)}/>`,
    `<circle class="full" r="8"${hide(level === 3)}/>`,
  ].join('');
}

function keyOf({ words: said }: Knowledge, y: number, width: number): ReturnType<typeof key> {
  return key(
    [said.delivered, said.known, said.used].map((label, i) => ({
      sample: (x, top) =>
        inked(
          `<g class="know" transform="translate(${num(x + 14)} ${num(top)})">${shape(i + 1)}</g>`,
        ),
      label,
    })),
    8,
    y,
    width - 16,
  );
}
