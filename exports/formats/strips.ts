/**
 * Rows of small bars over a time axis, drawn as SVG: how much came to each, when.
 * Knows: rows and ticks. Does not know: what is counted.
 */
import type { Ms } from '../../engine/scenario/time.ts';
import { shorten } from './charts/svg.ts';
import { html } from './escape.ts';

export type Strips = {
  readonly title: string;
  readonly description: string;
  readonly note: string;
  readonly end: Ms;
  /** What a bar of full height stands for. */
  readonly full: number;
  /** How long each value lasts. */
  readonly width: Ms;
  readonly rows: readonly {
    readonly name: string;
    readonly under: string;
    readonly values: readonly number[];
  }[];
  readonly ticks: readonly { readonly at: Ms; readonly label: string }[];
};

const WIDTH = 1120;
const LEFT = 228;
const RIGHT = 30;
const TOP = 26;
const ROW = 38;

export function stripChart(strips: Strips): string {
  const { rows, ticks, end, full } = strips;
  const x = (at: Ms): number => LEFT + (Math.min(at, end) / end) * (WIDTH - LEFT - RIGHT);
  const bottom = TOP + rows.length * ROW;
  const grid = ticks.map(({ at, label }) => {
    const place = x(at).toFixed(1);
    return `<path class="grid" d="M${place} ${TOP - 6}V${bottom}"/><text class="tick" x="${place}" y="${TOP - 11}">${html(label)}</text>`;
  });
  return [
    `<svg viewBox="0 0 ${WIDTH} ${bottom + 8}" role="img" aria-label="${html(`${strips.title}. ${strips.description}`)}">`,
    ...rows.map((row, i) => band(row, i)),
    ...grid,
    ...rows.map((row, i) => bars(row.values, i, strips.width, full, x)),
    '</svg>',
  ].join('\n');
}

function band({ name, under }: Strips['rows'][number], i: number): string {
  const y = TOP + i * ROW;
  const back = `<rect class="row${i % 2}" x="0" y="${y}" width="${WIDTH}" height="${ROW}"/>`;
  const who = `<text class="who" x="8" y="${y + 16}">${html(shorten(name, 31))}<title>${html(name)}</title></text>`;
  const house = `<text class="under" x="8" y="${y + 29}">${html(shorten(under, 31))}<title>${html(under)}</title></text>`;
  return back + who + house;
}

function bars(
  values: readonly number[],
  i: number,
  width: Ms,
  full: number,
  x: (at: Ms) => number,
): string {
  const base = TOP + (i + 1) * ROW - 3;
  const drawn = values.map((value, n) => {
    if (value <= 0) return '';
    const height = Math.max(1, (Math.min(value, full) / full) * (ROW - 7));
    const [from, to] = [x(n * width), x((n + 1) * width)];
    const wide = Math.max(1, to - from - 0.6);
    return `<rect class="strip" x="${from.toFixed(1)}" y="${(base - height).toFixed(1)}" width="${wide.toFixed(1)}" height="${height.toFixed(1)}"/>`;
  });
  return `<path class="base" d="M${LEFT} ${base}H${WIDTH - RIGHT}"/>${drawn.join('')}`;
}
