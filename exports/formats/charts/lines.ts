/**
 * Curves over a common axis, each with its own dash, shape and name at its end.
 * Knows: points and axes. Does not know: what is measured.
 */
import { html } from '../escape.ts';
import type { Charts } from '../../danish/charts.ts';
import type { Lines } from './chart.ts';
import {
  frame,
  leftOut,
  num,
  plaque,
  shorten,
  stroke,
  tooltip,
  widthOf,
  words,
  wrapped,
} from './svg.ts';

const WIDTH = 900;
const LEFT = 66;
const RIGHT = 206;
const HIGH = 270;
/** Words over the plot, for what is marked, in at most so many rows. */
const ROWS = 3;
const ROW = 17;
/** So many curves can be told apart; so many points can be seen. */
const SERIES = 12;
const POINTS = 400;
const SHAPED = 36;
const SPARSE = 10;

const DASHES = ['', '8 4', '2 3', '10 3 2 3', '5 2', '14 5'];
export const COLOURS = ['#0b4a7d', '#9a4d00', '#11603a', '#6b2c91', '#8a1c4a', '#3b4756'];
const SHAPES = [
  '<circle r="3.6"/>',
  '<path d="M-3.4-3.4H3.4V3.4H-3.4Z"/>',
  '<path d="M-4 3.4H4L0-4Z"/>',
  '<path d="M0-4.6L4.6 0L0 4.6L-4.6 0Z"/>',
  '<path d="M-4-3.4H4L0 4Z"/>',
];

type Scale = (value: number) => number;
type Series = Lines['series'][number];

export function linesSvg(chart: Lines, t: Charts): string {
  const marks = placed(chart);
  const top = 22 + ROW * marks.rows;
  const bottom = top + HIGH;
  const x = scale(chart.x.end, LEFT, WIDTH - RIGHT);
  const y = scale(chart.y.end, bottom, top);
  const shown = chart.series.filter(({ points }) => points.length > 0).slice(0, SERIES);
  const rest = chart.series.filter(({ points }) => points.length > 0).length - shown.length;
  return frame('lines', chart, { width: WIDTH, height: bottom + 50 }, [
    axes(chart, x, y, top, bottom),
    ...marks.drawn.map((mark) => mark(x, top, bottom)),
    ...shown.map((series, i) => curve(series, i, x, y, chart.x.end)),
    ...ends(shown, y, bottom),
    shown.length === 0 ? leftOut(t.nothing, LEFT + 12, top + 24) : '',
    rest > 0 ? leftOut(t.more(String(rest)), LEFT, bottom + 46) : '',
  ]);
}

function scale(end: number, from: number, to: number): Scale {
  return (value) => {
    const share = end > 0 ? Math.min(1, Math.max(0, value / end)) : 0;
    return num(from + share * (to - from));
  };
}

function axes({ x: ax, y: ay }: Lines, x: Scale, y: Scale, top: number, bottom: number): string {
  const right = WIDTH - RIGHT;
  const level = ay.ticks.map(
    ({ at, label }) =>
      `<path d="M${LEFT} ${y(at)}H${right}" ${stroke('grid')}/>${words(label, LEFT - 8, y(at) + 4, { anchor: 'end', ink: 'soft', most: 9 })}`,
  );
  const along = ax.ticks.map(
    ({ at, label }) =>
      `<path d="M${x(at)} ${bottom}v5" ${stroke('soft')}/>${words(label, x(at), bottom + 19, { anchor: 'middle', ink: 'soft', most: 12 })}`,
  );
  return [
    ...level,
    `<path d="M${LEFT} ${bottom}H${right}" ${stroke('soft')}/>`,
    ...along,
    words(ay.title, 8, top - 10, { ink: 'soft', most: 60 }),
    words(ax.title, right, bottom + 38, { anchor: 'end', ink: 'soft', most: 60 }),
  ].join('');
}

type Drawn = (x: Scale, top: number, bottom: number) => string;

/** A mark's words stand in the first row where they do not run into another's; else its line alone. */
function placed(chart: Lines): { readonly rows: number; readonly drawn: readonly Drawn[] } {
  const x = scale(chart.x.end, LEFT, WIDTH - RIGHT);
  const taken: number[] = [];
  const drawn = [...chart.marks]
    .sort((a, b) => a.at - b.at)
    .map(({ at, label }): Drawn => {
      const said = shorten(label, 34);
      const [from, to] = [x(at), x(at) + widthOf(said, 11) + 12];
      const free = [...Array(ROWS).keys()].find((row) => (taken[row] ?? 0) <= from);
      if (free !== undefined) taken[free] = to;
      return (place, top, bottom) => {
        const line = `<path d="M${place(at)} ${free === undefined ? top : 18 + free * ROW}V${bottom}" ${stroke('accent', 1.2, '3 3')}/>`;
        const name =
          free === undefined
            ? ''
            : plaque(
                label,
                Math.min(place(at) + 4, WIDTH - widthOf(said, 11) - 8),
                16 + free * ROW,
                {
                  size: 11,
                  ink: 'accent',
                  most: 34,
                },
              );
        return `<g>${tooltip(label)}${line}${name}</g>`;
      };
    });
  return { rows: taken.length, drawn };
}

/** Too many points for the eye are thinned evenly; the last always stays. */
function thinned(points: Series['points']): Series['points'] {
  const every = Math.ceil(points.length / POINTS);
  return points.filter((_, i) => i % every === 0 || i === points.length - 1);
}

function curve(series: Series, i: number, x: Scale, y: Scale, end: number): string {
  const points = thinned(series.points);
  const [first, ...rest] = points;
  if (!first) return '';
  const path = rest.map((p) => (series.step ? `H${x(p.x)}V${y(p.y)}` : `L${x(p.x)} ${y(p.y)}`));
  const tail = series.step ? `H${x(end)}` : '';
  const dash = DASHES[i % DASHES.length] ?? '';
  const colour = COLOURS[i % COLOURS.length] ?? '';
  // Where all cannot be seen, a few tell the curve from the others.
  const apart = points.length <= SHAPED ? 1 : Math.ceil(points.length / SPARSE);
  const shapes = points
    .filter((_, n) => n % apart === 0)
    .map(
      (p) => `<g transform="translate(${x(p.x)} ${y(p.y)})">${SHAPES[i % SHAPES.length] ?? ''}</g>`,
    );
  const line = `<path d="M${x(first.x)} ${y(first.y)}${path.join('')}${tail}" fill="none" stroke="${colour}" stroke-width="2"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`;
  return `<g class="series c${i % COLOURS.length}" fill="${colour}"><title>${html(series.name)}</title>${line}${shapes.join('')}</g>`;
}

const NAME = 17;

/** Letters of a curve's name on a line. */
const LETTERS = 25;

/** Names at the curves' ends, pushed apart where they would overlap, and up from the axis. */
function ends(series: readonly Series[], y: Scale, bottom: number): readonly string[] {
  const whole = series.flatMap(({ name }) => wrapped(name, LETTERS, 2)).length;
  // On two lines where there is room for all of them.
  const most = whole * NAME > HIGH ? 1 : 2;
  const rows = series
    .map(({ name, points }, i) => ({
      name,
      lines: wrapped(name, LETTERS, most),
      i,
      at: y(points.at(-1)?.y ?? 0) + 4,
    }))
    .sort((a, b) => a.at - b.at || a.i - b.i);
  let free = -Infinity;
  const down = rows.map(({ at, lines }) => {
    const place = Math.max(at, free);
    free = place + lines.length * NAME;
    return place;
  });
  let next = bottom + 4 + NAME;
  const places = [...down].reverse().map((at, n) => {
    const tall = (rows[rows.length - 1 - n]?.lines.length ?? 1) * NAME;
    return (next = Math.min(at, next - tall));
  });
  return rows.map(({ name, lines, i }, n) => {
    const place = places[rows.length - 1 - n] ?? 0;
    const x = WIDTH - RIGHT + 8;
    const colour = COLOURS[i % COLOURS.length] ?? '';
    const shape = `<g class="series c${i % COLOURS.length}" fill="${colour}" transform="translate(${x + 4} ${num(place - 4)})">${SHAPES[i % SHAPES.length] ?? ''}</g>`;
    const said = lines.map((line, row) => words(line, x + 14, place + row * 15, { bold: true }));
    const whole = lines.join(' ').endsWith('…') ? tooltip(name) : '';
    return `${shape}<g>${whole}${said.join('')}</g>`;
  });
}
