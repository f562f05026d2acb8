/**
 * Who had which fact: a ring where it was delivered, half full where it was opened, full where it was
 * used. Drawn as it stood at the end; the cells carry their times, by which a page can go back.
 */
import type { Charts } from '../../danish/charts.ts';
import type { Knowledge } from './chart.ts';
import { frame, key, leftOut, num, tooltip, widthOf, words, wrapped } from './svg.ts';

const LEFT = 330;
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
      ...rows.map(({ name }, i) => rowOf(name, i, top, LEFT + columns.length * CELL)),
      ...columns.map(({ name }, i) =>
        words(name, LEFT + i * CELL + CELL / 2 + 4, top - 8, { most: 32, turn: -45 }),
      ),
      inked(cells(chart, rows, columns, top).join('')),
      rows.length === 0 || columns.length === 0 ? leftOut(t.nothing, 8, top + 20) : '',
      legend.drawn,
      rest > 0 ? leftOut(t.more(String(rest)), 8, bottom + 34 + legend.height) : '',
    ],
  );
}

/** The ink of all cells, written once. */
const inked = (drawn: string): string =>
  `<g class="cells" fill="#0b4a7d" stroke="#0b4a7d" stroke-width="1.8">${drawn}</g>`;

function rowOf(name: string, i: number, top: number, width: number): string {
  const y = top + i * ROW;
  const band =
    i % 2 === 0
      ? `<rect class="row0" x="0" y="${num(y)}" width="${num(width)}" height="${ROW}" fill="#f4f6f9"/>`
      : '';
  const lines = wrapped(name, 50, 2);
  const first = y + (lines.length === 1 ? 19 : 13);
  const said = lines.map((line, n) => words(line, 8, first + n * 13, { size: 11 })).join('');
  return `${band}<g>${lines.at(-1)?.endsWith('…') ? tooltip(name) : ''}${said}</g>`;
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
