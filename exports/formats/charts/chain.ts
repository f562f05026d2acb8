/**
 * The steps of a chain from left to right: what was reached, where it broke, what went around it.
 * Knows: steps and hops. Does not know: who notifies whom.
 */
import type { Charts } from '../../danish/charts.ts';
import type { Chain } from './chart.ts';
import {
  arrow,
  filled,
  frame,
  key,
  leftOut,
  num,
  plaque,
  stroke,
  tooltip,
  words,
  wrapped,
} from './svg.ts';

const BOX = { width: 224, height: 82 };
const STEP = { x: 352, y: 120 };
/** Letters of a step's name on a line, and its lines. */
const NAME = { most: 27, lines: 3 };
const EDGE = 16;
const TOP = 22;
const NODES = 60;

type Hop = Chain['hops'][number];
type Place = { readonly x: number; readonly y: number };

export function chainSvg(chart: Chain, t: Charts): string {
  const nodes = chart.nodes.slice(0, NODES);
  const rest = chart.nodes.length - nodes.length;
  const ids = new Set(nodes.map(({ id }) => id));
  const hops = chart.hops.filter(({ from, to }) => ids.has(from) && ids.has(to) && from !== to);
  const places = layout(nodes, hops);
  const all = [...places.values()];
  const width = Math.max(620, ...all.map(({ x }) => x + BOX.width + EDGE));
  const bottom = Math.max(TOP + BOX.height, ...all.map(({ y }) => y + BOX.height)) + 34;
  const legend = key(
    (['reached', 'broken', 'bypass'] as const)
      .filter((as) => hops.some((hop) => hop.as === as))
      .map((as) => ({ sample: (x, y) => sample(as, x, y), label: t.hops[as] })),
    EDGE,
    bottom,
    width - 2 * EDGE,
  );
  return frame(
    `chain${width > 900 ? ' long' : ''}`,
    chart,
    { width, height: bottom + Math.max(6, legend.height) },
    [
      ...hops.map((hop) => hopOf(hop, places, t)),
      ...nodes.map((node) => step(node, places.get(node.id) ?? { x: 0, y: 0 })),
      nodes.length === 0 ? leftOut(t.nothing, EDGE, TOP + 20) : '',
      rest > 0 ? leftOut(t.more(String(rest)), EDGE, bottom - 12) : '',
      legend.drawn,
    ],
  );
}

/** A step stands right of all that lead to it; a circle in the plan cannot push it for ever. */
function layout(nodes: Chain['nodes'], hops: readonly Hop[]): ReadonlyMap<string, Place> {
  const depth = new Map(nodes.map(({ id }) => [id, 0]));
  const planned = hops.filter(({ as }) => as !== 'bypass');
  for (let round = 1; round < Math.min(nodes.length, 12); round += 1) {
    for (const { from, to } of planned) {
      const next = Math.min(nodes.length - 1, (depth.get(from) ?? 0) + 1);
      if ((depth.get(to) ?? 0) < next && next <= round) depth.set(to, next);
    }
  }
  const filled = new Map<number, number>();
  return new Map(
    nodes.map(({ id }) => {
      const column = depth.get(id) ?? 0;
      const row = filled.get(column) ?? 0;
      filled.set(column, row + 1);
      return [id, { x: EDGE + column * STEP.x, y: TOP + row * STEP.y }];
    }),
  );
}

function step({ name, under }: Chain['nodes'][number], { x, y }: Place): string {
  const box = `<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="5" class="box" fill="#f4f6f9" stroke="#4d5968"/>`;
  const lines = wrapped(name, NAME.most, NAME.lines);
  const high = lines.length * 16 + (under === '' ? 0 : 15);
  const top = BOX.height / 2 + 12 - high / 2;
  const below =
    under === ''
      ? ''
      : words(under, x + 10, y + top + lines.length * 16 + 1, { size: 11, ink: 'soft', most: 32 });
  return `<g>${tooltip(`${name} ${under}`.trim())}${box}${lines.map((line, i) => words(line, x + 10, y + top + i * 16, { bold: true })).join('')}${below}</g>`;
}

const LOOKS = {
  reached: { ink: 'good', dash: '', width: 2.2 },
  broken: { ink: 'bad', dash: '7 5', width: 2.2 },
  bypass: { ink: 'warn', dash: '2 4', width: 2 },
} as const;

function hopOf(hop: Hop, places: ReadonlyMap<string, Place>, t: Charts): string {
  const [a, b] = [places.get(hop.from), places.get(hop.to)];
  if (!a || !b) return '';
  const { ink, dash, width } = LOOKS[hop.as];
  const forward = b.x > a.x;
  const from = { x: forward ? a.x + BOX.width : a.x, y: a.y + BOX.height / 2 };
  const to = { x: forward ? b.x - 3 : b.x + BOX.width + 3, y: b.y + BOX.height / 2 };
  const bend = hop.as === 'bypass' || !forward ? STEP.y / 2 : 0;
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 + bend };
  const path = `M${num(from.x)} ${num(from.y)}Q${num(middle.x)} ${num(middle.y + bend)} ${num(to.x)} ${num(to.y)}`;
  const angle = Math.atan2(to.y - middle.y - bend, to.x - middle.x);
  const head = `<path d="${arrow(to.x, to.y, angle, 9)}" ${filled(ink)}/>`;
  const word = hop.label === '' ? t.hops[hop.as] : hop.label;
  const said = plaque(word, middle.x, middle.y - 10, {
    size: 11,
    anchor: 'middle',
    most: 20,
    bold: hop.as !== 'reached',
  });
  const cross = hop.as === 'broken' ? breakAt(middle.x, middle.y) : '';
  return `<g>${tooltip(`${t.hops[hop.as]}: ${hop.label}`)}<path d="${path}" ${stroke(ink, width, dash)}/>${head}${cross}${said}</g>`;
}

/** Two bars across the line: a break by shape. */
const breakAt = (x: number, y: number): string =>
  `<path d="M${num(x - 7)} ${num(y + 8)}L${num(x - 1)} ${num(y - 6)}M${num(x + 1)} ${num(y + 8)}L${num(x + 7)} ${num(y - 6)}" ${stroke('bad', 2.6)}/>`;

function sample(as: Hop['as'], x: number, y: number): string {
  const { ink, dash, width } = LOOKS[as];
  const line = `<path d="M${x} ${y}h26" ${stroke(ink, width, dash)}/>`;
  return line + (as === 'broken' ? breakAt(x + 13, y) : '');
}
