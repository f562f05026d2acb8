/**
 * The timeline's lanes drawn as SVG: solid bars for injects, hollow ones for expectations, figures on
 * the peaks, triangles for the moments. Knows: charts. Does not know: where their contents come from.
 */
import type { Ms } from '../../engine/scenario/time.ts';
import { html } from '../formats/escape.ts';
import type { Band, BandRow, Bar, LoadChart, LoadLane, LoadMark } from './lanes.ts';
import { QUARTER } from './load.ts';

const WIDTH = 1160;
const LEFT = 214;
const RIGHT = 44;
const BAND = 20;
const AXIS = 22;
const ROW = 46;
/** Of a lane's height: marks above, then figures, then bars up to so high. */
const HIGH = 22;
const FOOT = 26;

type X = (at: Ms) => number;

export function laneChart(chart: LoadChart): string {
  const x: X = (at) => LEFT + (Math.min(at, chart.end) / chart.end) * (WIDTH - LEFT - RIGHT);
  const top = 4 + chart.rows.length * BAND + AXIS;
  const bottom = top + chart.lanes.length * ROW;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${bottom + FOOT}" class="load" font-family="Arial,sans-serif" role="img" aria-labelledby="${chart.id}-t ${chart.id}-d">`,
    `<title id="${chart.id}-t">${html(chart.title)}</title>`,
    `<desc id="${chart.id}-d">${html(chart.text)}</desc>`,
    ...chart.lanes.map((lane, i) => ground(lane, i, top)),
    ...chart.ticks.map(({ at, label }) => tick(x(at), label, top, bottom)),
    ...chart.rows.map((row, i) => bandRow(row, i, x)),
    ...chart.lanes.map((lane, i) => laneParts(lane, top + i * ROW, chart, x)),
    key(chart, bottom),
    '</svg>',
  ].join('\n');
}

const n = (value: number): string => value.toFixed(1).replace(/\.0$/, '');

function ground({ name, under, total }: LoadLane, i: number, top: number): string {
  const y = top + i * ROW;
  const line = (words: string, dy: number, kind: string, most: number): string =>
    `<text class="${kind}" x="8" y="${y + dy}">${html(shorten(words, most))}<title>${html(words)}</title></text>`;
  return [
    `<rect class="row${i % 2}" x="0" y="${y}" width="${WIDTH}" height="${ROW}"/>`,
    line(name, 20, 'who', 28),
    line(under, 35, 'under', 36),
    `<text class="sum" x="${WIDTH - 6}" y="${y + ROW - 8}">${html(total)}</text>`,
  ].join('');
}

function tick(at: number, label: string, top: number, bottom: number): string {
  return `<path class="grid" d="M${n(at)} ${top - 5}V${bottom}"/><text class="tick" x="${n(at)}" y="${top - 9}">${html(label)}</text>`;
}

function bandRow({ label, bands }: BandRow, i: number, x: X): string {
  const y = 4 + i * BAND;
  const name = `<text class="strand" x="8" y="${y + 13}">${html(shorten(label, 34))}</text>`;
  return name + bands.map((band) => bandRect(band, y, x)).join('');
}

function bandRect({ from, to, label, aside }: Band, y: number, x: X): string {
  const width = Math.max(1, x(to) - x(from) - 1.5);
  const words = shorten(label, Math.floor((width - 8) / 5.6));
  const text =
    width < 26
      ? ''
      : `<text class="phase" x="${n(x(from) + 5)}" y="${y + 13}">${html(words)}</text>`;
  return `<g class="band${aside ? ' aside' : ''}"><title>${html(label)}</title><rect x="${n(x(from))}" y="${y}" width="${n(width)}" height="${BAND - 3}" rx="3"/>${text}</g>`;
}

function laneParts({ bars, marks }: LoadLane, y: number, chart: LoadChart, x: X): string {
  return [
    ...bars.map((bar) => barParts(bar, y + ROW - 2, chart, x)),
    ...thinned(marks, x).map((mark) => markPart(mark, y + 7, x)),
  ].join('');
}

/** A bar is its quarter wide, at most as wide as looks like a bar. */
function barParts(bar: Bar, foot: number, chart: LoadChart, x: X): string {
  const room = x(bar.from + QUARTER) - x(bar.from);
  const width = Math.max(2, Math.min(room - 1, 26));
  const left = x(bar.from) + (room - width) / 2;
  const unit = HIGH / chart.most;
  const solid = bar.injects * unit;
  const hollow = bar.expectations * unit;
  const box = (kind: string, y: number, height: number): string =>
    height === 0
      ? ''
      : `<rect class="${kind}" x="${n(left)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"/>`;
  const high = foot - solid - hollow;
  const figure = bar.figure
    ? `<text class="figure" x="${n(left + width / 2)}" y="${n(high - 2)}">${bar.injects + bar.expectations}</text>`
    : '';
  return `<g><title>${html(bar.label)}</title>${box('solid', foot - solid, solid)}${box('hollow', high, hollow)}${figure}</g>`;
}

/** Marks of one kind that would cover each other are drawn once; their texts are gathered. */
function thinned(marks: readonly LoadMark[], x: X): readonly LoadMark[] {
  const seen = new Map<string, LoadMark>();
  for (const mark of marks) {
    const key = `${mark.branch} ${Math.round(x(mark.at) / 3)}`;
    const known = seen.get(key);
    seen.set(key, known ? { ...known, label: `${known.label}; ${mark.label}` } : mark);
  }
  return [...seen.values()];
}

function markPart({ at, branch, label }: LoadMark, y: number, x: X): string {
  return `<path class="mark${branch ? ' branch' : ''}" d="M${n(x(at) - 3.5)} ${y - 3}h7l-3.5 6z"><title>${html(label)}</title></path>`;
}

function key({ legend }: LoadChart, bottom: number): string {
  const y = bottom + 16;
  const parts: readonly (readonly [string, string])[] = [
    [`<rect class="solid" x="0" y="-8" width="8" height="9"/>`, legend.inject],
    [`<rect class="hollow" x="0.5" y="-8" width="8" height="9"/>`, legend.expectation],
    [`<path class="mark" d="M0-7h7l-3.5 6z"/>`, legend.mark],
    [`<path class="mark branch" d="M0-7h7l-3.5 6z"/>`, legend.branch],
    [`<text class="figure" x="4" y="0">3</text>`, legend.peak],
  ];
  let at = LEFT;
  const drawn = parts.map(([shape, label]) => {
    const part = `<g transform="translate(${n(at)} ${y})">${shape}<text class="tick left" x="14" y="0">${html(label)}</text></g>`;
    at += 30 + label.length * 5.4;
    return part;
  });
  return `<g class="keys" aria-hidden="true">${drawn.join('')}</g>`;
}

const shorten = (words: string, length: number): string =>
  words.length > length ? `${words.slice(0, Math.max(1, length - 1))}…` : words;

/** Several charts below each other as one drawing that stands by itself. */
export function laneCharts(charts: readonly LoadChart[]): string {
  const heights = charts.map(
    ({ rows, lanes }) => 4 + rows.length * BAND + AXIS + lanes.length * ROW + FOOT,
  );
  const total = heights.reduce((sum, height) => sum + height + 24, 0);
  let y = 0;
  const parts = charts.map((chart, i) => {
    const drawn = laneChart(chart).replace('<svg ', `<svg y="${y}" height="${heights[i] ?? 0}" `);
    y += (heights[i] ?? 0) + 24;
    return drawn;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${total}" width="${WIDTH}" height="${total}">\n<style>${ALONE}</style>\n<rect width="100%" height="100%" fill="#fff"/>\n${parts.join('\n')}\n</svg>\n`;
}

/** The look of the chart; `colours` gives it those of a page or its own. */
export const LOAD_STYLE = `
svg.load text{font-size:11px;fill:var(--ink)}svg.load .who{font-weight:600}
svg.load .under,svg.load .tick{font-size:9.5px;fill:var(--soft)}svg.load .tick{text-anchor:middle}svg.load .tick.left{text-anchor:start;font-size:10.5px}
svg.load .strand{font-size:10.5px;fill:var(--soft);font-weight:600}svg.load .sum{text-anchor:end;font-weight:700;font-size:12px}
svg.load .row0{fill:var(--band)}svg.load .row1{fill:var(--paper)}svg.load .grid{stroke:var(--line);fill:none}
svg.load .band rect{fill:var(--accent);fill-opacity:.14;stroke:var(--accent)}svg.load .band.aside rect{fill:none;stroke-dasharray:3 3}
svg.load .band .phase{font-size:10.5px;font-weight:600;fill:var(--ink)}
svg.load .solid{fill:var(--accent);stroke:var(--accent)}svg.load .hollow{fill:var(--paper);stroke:var(--accent)}
svg.load .figure{text-anchor:middle;font-weight:700;font-size:10px}
svg.load .mark{fill:var(--soft);stroke:var(--soft)}svg.load .mark.branch{fill:var(--paper)}`;

const ALONE = `svg{--paper:#fff;--ink:#18212c;--soft:#4d5968;--line:#d3dae2;--band:#f4f6f9;--accent:#0b4a7d}${LOAD_STYLE}`;
