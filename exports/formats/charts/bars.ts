/**
 * Rows of stretches on an axis of time, each told apart by its hatching.
 * Knows: stretches. Does not know: what they mean.
 */
import type { Charts } from '../../danish/charts.ts';
import type { Bars } from './chart.ts';
import {
  frame,
  key,
  leftOut,
  num,
  plaque,
  stroke,
  toned,
  tooltip,
  widthOf,
  words,
  wrapped,
} from './svg.ts';

const WIDTH = 1100;
const LEFT = 300;
const RIGHT = 26;
const TOP = 30;
const ROW = 36;
/** Letters of a row's name on one line. */
const NAME = 38;
/** So many rows can be taken in; the table has them all. */
const ROWS = 60;

export function barsSvg(chart: Bars, t: Charts): string {
  const rows = chart.rows.slice(0, ROWS);
  const rest = chart.rows.length - rows.length;
  const bottom = TOP + Math.max(1, rows.length) * ROW;
  const x = (at: number): number => {
    const share = chart.end > 0 ? Math.min(1, Math.max(0, at / chart.end)) : 0;
    return num(LEFT + share * (WIDTH - LEFT - RIGHT));
  };
  const foot = bottom + 26 + (rest > 0 ? 20 : 0);
  const legend = key(
    chart.legend.map(({ tone, label }) => ({
      sample: (left, top) => toned({ x: left, y: top - 7, width: 24, height: 13 }, tone),
      label,
    })),
    LEFT,
    foot,
    WIDTH - LEFT - RIGHT,
  );
  return frame('bars', chart, { width: WIDTH, height: foot + legend.height }, [
    ...rows.map((_, i) => band(i)),
    ...chart.ticks.map(
      ({ at, label }) =>
        `<path d="M${x(at)} ${TOP - 6}V${bottom}" ${stroke('grid')}/>${words(label, x(at), TOP - 12, { anchor: 'middle', ink: 'soft', most: 12 })}`,
    ),
    ...rows.map((row, i) => rowOf(row, i, x)),
    rows.length === 0 ? leftOut(t.nothing, LEFT + 10, TOP + 22) : '',
    rest > 0 ? leftOut(t.more(String(rest)), LEFT, bottom + 20) : '',
    legend.drawn,
  ]);
}

const band = (i: number): string =>
  i % 2 === 0
    ? `<rect class="row0" x="0" y="${TOP + i * ROW}" width="${WIDTH}" height="${ROW}" fill="#f4f6f9"/>`
    : '';

function rowOf(row: Bars['rows'][number], i: number, x: (at: number) => number): string {
  const y = TOP + i * ROW;
  const under = row.under ?? '';
  const lines = wrapped(row.name, NAME, under === '' ? 2 : 1);
  const top = y + (under === '' && lines.length === 1 ? 22 : 15);
  const drawn = lines.map((line, n) => words(line, 8, top + n * 15, { bold: true })).join('');
  const name = `<g>${lines.some((line) => line.endsWith('…')) ? tooltip(row.name) : ''}${drawn}</g>`;
  const house = under === '' ? '' : words(under, 8, y + 30, { size: 11, ink: 'soft', most: 44 });
  const parts = row.parts.map(({ from, to, tone, label }) => {
    const box = { x: x(from), y: y + 8, width: Math.max(2, x(to) - x(from)), height: ROW - 16 };
    const fits = widthOf(label, 11) + 14 < box.width;
    const said = fits
      ? plaque(label, box.x + box.width / 2, y + ROW / 2 + 4, { size: 11, anchor: 'middle' })
      : '';
    return `<g>${tooltip(`${row.name}: ${label}`)}${toned(box, tone)}${said}</g>`;
  });
  return name + house + parts.join('');
}
