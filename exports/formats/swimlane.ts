/**
 * The lanes drawn as SVG: shapes that differ in form, a text for those who do not see it.
 * Knows: lanes. Does not know: where marks come from.
 */
import type { Ms } from '../../engine/scenario/time.ts';
import type { Mark } from '../analysis/timeline.ts';
import { html } from './escape.ts';
import type { Lanes } from './lanes.ts';

const WIDTH = 1120;
const LEFT = 228;
const RIGHT = 30;
const TOP = 46;
const ROW = 36;

/** Each mark around (0, 0), about 12 units wide. */
const SHAPES: Readonly<Record<Mark, string>> = {
  inject: '<path d="M-5-4H5L0 5Z"/>',
  message: '<circle r="2.6"/>',
  claim: '<path d="M-5 5H5L0-5Z"/>',
  release: '<path class="hollow" d="M-5 5H5L0-5Z"/>',
  done: '<path d="M-4.5-4.5H4.5V4.5H-4.5Z"/>',
  handover: '<path class="line" d="M-6-2H5M2-5L5-2M6 3H-5M-2 6L-5 3"/>',
  decision: '<path d="M0-7L7 0L0 7L-7 0Z"/>',
  awareness: '<path d="M0-7L1.8-2.2L7-2L2.9 1.2L4.3 6.2L0 3.4L-4.3 6.2L-2.9 1.2L-7-2L-1.8-2.2Z"/>',
  overdue: '<path class="line" d="M-4.5-4.5L4.5 4.5M-4.5 4.5L4.5-4.5"/>',
  clock: '<g class="line"><circle r="5"/><path d="M0-3V0H2.5"/></g>',
  phase: '<path class="line" d="M0-7V7"/>',
  control: '<path class="line" d="M0-6V6M-3-6H3M-3 6H3"/>',
  other: '<circle r="2"/>',
};
/** Kinds that often fall together stand at different heights of the lane. */
const LIFT: Readonly<Partial<Record<Mark, number>>> = {
  inject: -9,
  overdue: -9,
  claim: 9,
  release: 9,
  done: 9,
  handover: 9,
};

export function swimlane(lanes: Lanes): string {
  const x = (at: Ms): string =>
    (LEFT + (Math.min(at, lanes.end) / lanes.end) * (WIDTH - LEFT - RIGHT)).toFixed(1);
  const height = TOP + lanes.lanes.length * ROW + 26;
  const bottom = TOP + lanes.lanes.length * ROW;
  const parts = [
    ...lanes.lanes.map((lane, i) => laneRow(lane, i)),
    ...lanes.phases.map((phase) => phaseBand(phase, x, bottom)),
    ...lanes.ticks.map(({ at, label }) => tick(x(at), label, bottom)),
    ...lanes.cuts.map((cut) => cutLine(cut, x, bottom)),
    ...lanes.bars.map((bar) => waitingBar(bar, x)),
    ...lanes.marks.map(({ lane, at, mark, label }) => {
      const y = middle(lane) + (LIFT[mark] ?? 0);
      const name = `<title>${html(label)}</title>`;
      return `<g class="m-${mark}" transform="translate(${x(at)} ${y})">${name}${SHAPES[mark]}</g>`;
    }),
  ];
  return [
    `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="lanes-t lanes-d">`,
    `<title id="lanes-t">${html(lanes.title)}</title>`,
    `<desc id="lanes-d">${html(lanes.description)}</desc>`,
    ...parts,
    '</svg>',
  ].join('\n');
}

const middle = (lane: number): number => TOP + lane * ROW + ROW / 2;

function laneRow({ name, under }: Lanes['lanes'][number], i: number): string {
  const y = TOP + i * ROW;
  const text = (words: string, dy: number, kind: string): string =>
    `<text class="${kind}" x="8" y="${y + dy}">${html(shorten(words, 30))}<title>${html(words)}</title></text>`;
  const label =
    under === '' ? text(name, 22, 'who') : text(name, 15, 'who') + text(under, 28, 'under');
  return `<rect class="row${i % 2}" x="0" y="${y}" width="${WIDTH}" height="${ROW}"/>${label}`;
}

function phaseBand(
  { from, to, label }: Lanes['phases'][number],
  x: (at: Ms) => string,
  bottom: number,
): string {
  const room = Number(x(to)) - Number(x(from));
  const words = shorten(label, Math.floor(room / 6.4));
  const text =
    room < 34 ? '' : `<text class="phase" x="${Number(x(from)) + 4}" y="16">${html(words)}</text>`;
  const line = `<path class="phase-line" d="M${x(from)} 4V${bottom}"/>`;
  return `<g><title>${html(label)}</title>${line}${text}</g>`;
}

function tick(x: string, label: string, bottom: number): string {
  const grid = `<path class="grid" d="M${x} ${TOP - 8}V${bottom}"/>`;
  return `${grid}<text class="tick" x="${x}" y="${TOP - 13}">${html(label)}</text>`;
}

function cutLine(
  { from, to, label }: Lanes['cuts'][number],
  x: (at: Ms) => string,
  bottom: number,
): string {
  const width = Math.max(2, Number(x(to)) - Number(x(from))).toFixed(1);
  const band = `<rect class="cut" x="${x(from)}" y="${TOP}" width="${width}" height="${bottom - TOP}"/>`;
  const centre = ((Number(x(from)) + Number(x(to))) / 2).toFixed(1);
  return `<g><title>${html(label)}</title>${band}<text class="tick" x="${centre}" y="${bottom + 16}">${html(label)}</text></g>`;
}

function waitingBar(bar: Lanes['bars'][number], x: (at: Ms) => string): string {
  const width = Math.max(2, Number(x(bar.to)) - Number(x(bar.from))).toFixed(1);
  const y = middle(bar.lane) - 2.5;
  return `<rect class="wait" x="${x(bar.from)}" y="${y}" width="${width}" height="5"><title>${html(bar.label)}</title></rect>`;
}

const shorten = (words: string, length: number): string =>
  words.length > length ? `${words.slice(0, Math.max(1, length - 1))}…` : words;

/** The key to the shapes, as a list beside the drawing. */
export function legend(lanes: Lanes): string {
  const items = lanes.legend.map(({ mark, label }) => {
    const shape = `<svg class="key" viewBox="-8 -8 16 16" aria-hidden="true"><g class="m-${mark}">${SHAPES[mark]}</g></svg>`;
    return `<li>${shape} ${html(label)}</li>`;
  });
  return `<ul class="legend">${items.join('')}</ul>`;
}
