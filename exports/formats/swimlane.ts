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
/** Where the storyline's phases end and the threads' bands begin, and a band's height. */
const STORYLINE = 22;
const BAND = 19;

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
  // The threads' bands push the lanes down: each has a line of its own under the storyline's.
  const top = TOP + lanes.threads.length * BAND;
  const bottom = top + lanes.lanes.length * ROW;
  const middle = (lane: number): number => top + lane * ROW + ROW / 2;
  const parts = [
    ...lanes.lanes.map((lane, i) => laneRow(lane, i, top + i * ROW)),
    ...lanes.phases.map((phase) => phaseBand(phase, x, 4, bottom)),
    ...lanes.threads.map((thread, i) => threadBand(thread, x, STORYLINE + i * BAND)),
    ...lanes.ticks.map(({ at, label }) => tick(x(at), label, top, bottom)),
    ...lanes.cuts.map((cut) => cutLine(cut, x, top, bottom)),
    ...lanes.bars.map((bar) => waitingBar(bar, x, middle(bar.lane))),
    ...lanes.marks.map(({ lane, at, mark, label }) => {
      const y = middle(lane) + (LIFT[mark] ?? 0);
      const name = `<title>${html(label)}</title>`;
      return `<g class="m-${mark}" transform="translate(${x(at)} ${y})">${name}${SHAPES[mark]}</g>`;
    }),
  ];
  const height = bottom + 26;
  return [
    `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="lanes-t lanes-d">`,
    `<title id="lanes-t">${html(lanes.title)}</title>`,
    `<desc id="lanes-d">${html(lanes.description)}</desc>`,
    ...parts,
    '</svg>',
  ].join('\n');
}

function laneRow({ name, under }: Lanes['lanes'][number], i: number, y: number): string {
  const text = (words: string, dy: number, kind: string): string =>
    `<text class="${kind}" x="8" y="${y + dy}">${html(shorten(words, 30))}<title>${html(words)}</title></text>`;
  const label =
    under === '' ? text(name, 22, 'who') : text(name, 15, 'who') + text(under, 28, 'under');
  return `<rect class="row${i % 2}" x="0" y="${y}" width="${WIDTH}" height="${ROW}"/>${label}`;
}

/** A phase's name at its beginning, and a line from there down to `bottom`. */
function phaseBand(
  { from, to, label }: Lanes['phases'][number],
  x: (at: Ms) => string,
  y: number,
  bottom: number,
): string {
  const room = Number(x(to)) - Number(x(from));
  const words = shorten(label, Math.floor(room / 6.4));
  const text =
    room < 34
      ? ''
      : `<text class="phase" x="${Number(x(from)) + 4}" y="${y + 12}">${html(words)}</text>`;
  const line = `<path class="phase-line" d="M${x(from)} ${y}V${bottom}"/>`;
  return `<g><title>${html(label)}</title>${line}${text}</g>`;
}

/** A thread's phases on a bar that ends where the thread does. */
function threadBand(
  { name, phases }: Lanes['threads'][number],
  x: (at: Ms) => string,
  y: number,
): string {
  const words = html(shorten(name, 32));
  const title = `<text class="under" x="8" y="${y + 12}">${words}<title>${html(name)}</title></text>`;
  const bars = phases.map((phase) => {
    const width = Math.max(1, Number(x(phase.to)) - Number(x(phase.from))).toFixed(1);
    const bar = `<rect class="strand" x="${x(phase.from)}" y="${y}" width="${width}" height="${BAND - 2}"/>`;
    return bar + phaseBand(phase, x, y, y + BAND - 2);
  });
  return title + bars.join('');
}

function tick(x: string, label: string, top: number, bottom: number): string {
  const grid = `<path class="grid" d="M${x} ${top - 8}V${bottom}"/>`;
  return `${grid}<text class="tick" x="${x}" y="${top - 13}">${html(label)}</text>`;
}

function cutLine(
  { from, to, label }: Lanes['cuts'][number],
  x: (at: Ms) => string,
  top: number,
  bottom: number,
): string {
  const width = Math.max(2, Number(x(to)) - Number(x(from))).toFixed(1);
  const band = `<rect class="cut" x="${x(from)}" y="${top}" width="${width}" height="${bottom - top}"/>`;
  const centre = ((Number(x(from)) + Number(x(to))) / 2).toFixed(1);
  return `<g><title>${html(label)}</title>${band}<text class="tick" x="${centre}" y="${bottom + 16}">${html(label)}</text></g>`;
}

function waitingBar(bar: Lanes['bars'][number], x: (at: Ms) => string, middle: number): string {
  const width = Math.max(2, Number(x(bar.to)) - Number(x(bar.from))).toFixed(1);
  return `<rect class="wait" x="${x(bar.from)}" y="${middle - 2.5}" width="${width}" height="5"><title>${html(bar.label)}</title></rect>`;
}

const shorten = (words: string, length: number): string =>
  words.length > length ? `${words.slice(0, Math.max(1, length - 1))}…` : words;

/** The key to the shapes, as a list beside the drawing. */
export function legend(lanes: Lanes): string {
  const items = lanes.legend.map(({ mark, label }) => `<li>${key(mark)} ${html(label)}</li>`);
  return `<ul class="legend">${items.join('')}</ul>`;
}

/** One shape alone. */
export function key(mark: Mark): string {
  return `<svg class="key" viewBox="-8 -8 16 16" aria-hidden="true"><g class="m-${mark}">${SHAPES[mark]}</g></svg>`;
}
