/**
 * The lanes drawn as SVG: shapes that differ in form, a text for those who do not see it.
 * Knows: lanes. Does not know: where marks come from.
 */
import type { Ms } from '../../engine/scenario/time.ts';
import type { Mark } from '../analysis/timeline.ts';
import { shorten } from './charts/svg.ts';
import { html } from './escape.ts';
import type { Lanes } from './lanes.ts';
import { seconds } from './page/controls.ts';

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

type Scale = (at: Ms) => string;

export function swimlane(lanes: Lanes): string {
  const x: Scale = (at) =>
    (LEFT + (Math.min(at, lanes.end) / lanes.end) * (WIDTH - LEFT - RIGHT)).toFixed(1);
  // The threads' bands push the lanes down: each has a line of its own under the storyline's.
  const top = TOP + lanes.threads.length * BAND;
  const bottom = top + lanes.lanes.length * ROW;
  const height = bottom + 26;
  const scale = `data-end="${seconds(lanes.end)}" data-left="${LEFT}" data-plot="${WIDTH - LEFT - RIGHT}" data-row="${ROW}" data-high="${height}"`;
  const name = html(`${lanes.title}. ${lanes.description}`);
  return [
    `<svg class="lanes" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${name}" ${scale}>`,
    ...lanes.lanes.map((lane, i) => strip(i, laneRow(lane, i, top + i * ROW))),
    ...lanes.phases.map((phase) => phaseBand(phase, x, 4, bottom)),
    ...lanes.threads.map((thread, i) => threadBand(thread, x, STORYLINE + i * BAND)),
    ...lanes.ticks.map((mark) => tick(mark, x, top, bottom)),
    ...lanes.cuts.map((cut) => cutLine(cut, x, top, bottom)),
    ...lanes.lanes.map((_, i) => strip(i, laneMarks(lanes, i, x, top + i * ROW + ROW / 2))),
    `<g class="foot">${lanes.cuts.map((cut) => cutWord(cut, x, bottom)).join('')}</g>`,
    '</svg>',
  ].join('\n');
}

/** What belongs to one lane, so that a page can take it away and let the others close up. */
const strip = (lane: number, drawn: string): string =>
  drawn === '' ? '' : `<g class="lane" data-lane="${lane}">${drawn}</g>`;

/** What has a place on the axis carries its time, so that a page can draw a shorter period. */
function placed(
  x: Scale,
  from: Ms,
  drawn: string,
  more: { to?: Ms; attributes?: string; y?: number } = {},
): string {
  const { to, attributes = '', y } = more;
  const until = to === undefined ? '' : ` data-b="${seconds(to)}"`;
  const height = y === undefined ? '' : ` data-y="${y}"`;
  return `<g${attributes} data-a="${seconds(from)}"${until}${height} transform="translate(${x(from)} ${y ?? 0})">${drawn}</g>`;
}

const title = (label: string): string => `<title>${html(label)}</title>`;

function laneMarks({ bars, marks }: Lanes, lane: number, x: Scale, middle: number): string {
  const waits = bars.filter((bar) => bar.lane === lane).map((bar) => waitingBar(bar, x, middle));
  const shapes = marks
    .filter((row) => row.lane === lane)
    .map(({ at, mark, label }) =>
      placed(x, at, title(label) + SHAPES[mark], {
        attributes: ` class="m-${mark}" data-kind="${mark}"`,
        y: middle + (LIFT[mark] ?? 0),
      }),
    );
  return waits.join('') + shapes.join('');
}

function laneRow({ name, under }: Lanes['lanes'][number], i: number, y: number): string {
  const text = (words: string, dy: number, kind: string): string =>
    `<text class="${kind}" x="8" y="${y + dy}">${html(shorten(words, 30))}${title(words)}</text>`;
  const label =
    under === '' ? text(name, 22, 'who') : text(name, 15, 'who') + text(under, 28, 'under');
  return `<rect class="row${i % 2}" x="0" y="${y}" width="${WIDTH}" height="${ROW}"/>${label}`;
}

/** A phase's name at its beginning, and a line from there down to `bottom`; a thread's has a bar too. */
function phaseBand(
  { from, to, label }: Lanes['phases'][number],
  x: Scale,
  y: number,
  bottom: number,
  bar = '',
): string {
  const room = Number(x(to)) - Number(x(from));
  const words = html(shorten(label, Math.floor(room / 6.4)));
  const hide = room < 34 ? ' style="display:none"' : '';
  const text = `<text class="phase" x="4" y="${y + 12}"${hide}>${words}</text>`;
  const line = `<path class="phase-line" d="M0 ${y}V${bottom}"/>`;
  return placed(x, from, title(label) + bar + line + text, { to, attributes: ' data-cut="1"' });
}

/** A thread's phases on a bar that ends where the thread does. */
function threadBand({ name, phases }: Lanes['threads'][number], x: Scale, y: number): string {
  const words = html(shorten(name, 32));
  const lead = `<text class="under" x="8" y="${y + 12}">${words}${title(name)}</text>`;
  const bars = phases.map((phase) => {
    const width = Math.max(1, Number(x(phase.to)) - Number(x(phase.from))).toFixed(1);
    const bar = `<rect class="strand" x="0" y="${y}" width="${width}" height="${BAND - 2}"/>`;
    return phaseBand(phase, x, y, y + BAND - 2, bar);
  });
  return lead + bars.join('');
}

function tick(
  { at, label }: Lanes['ticks'][number],
  x: Scale,
  top: number,
  bottom: number,
): string {
  const grid = `<path class="grid" d="M0 ${top - 8}V${bottom}"/>`;
  const words = `<text class="tick" y="${top - 13}">${html(label)}</text>`;
  return placed(x, at, grid + words);
}

function cutLine(
  { from, to, label }: Lanes['cuts'][number],
  x: Scale,
  top: number,
  bottom: number,
): string {
  const width = Math.max(2, Number(x(to)) - Number(x(from))).toFixed(1);
  const band = `<rect class="cut" y="${top}" width="${width}" height="${bottom - top}"/>`;
  return placed(x, from, title(label) + band, { to });
}

function cutWord({ from, to, label }: Lanes['cuts'][number], x: Scale, bottom: number): string {
  return placed(x, (from + to) / 2, `<text class="tick" y="${bottom + 16}">${html(label)}</text>`);
}

function waitingBar({ from, to, label }: Lanes['bars'][number], x: Scale, middle: number): string {
  const width = Math.max(2, Number(x(to)) - Number(x(from))).toFixed(1);
  const bar = `<rect class="wait" y="${middle - 2.5}" width="${width}" height="5"/>`;
  return placed(x, from, title(label) + bar, { to });
}

/** The key to the shapes, as a list beside the drawing. */
export function legend(lanes: Lanes): string {
  const items = lanes.legend.map(({ mark, label }) => `<li>${key(mark)} ${html(label)}</li>`);
  return `<ul class="legend">${items.join('')}</ul>`;
}

/** One shape alone. */
export function key(mark: Mark): string {
  return `<svg class="key" viewBox="-8 -8 16 16" aria-hidden="true"><g class="m-${mark}">${SHAPES[mark]}</g></svg>`;
}
