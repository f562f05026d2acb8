/**
 * Who dealt with whom: nodes of one group on a common ground, lines by what was planned and seen.
 * Knows: a layout that is the same each time. Does not know: what a line stands for.
 */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Charts } from '../../danish/charts.ts';
import { html } from '../escape.ts';
import type { Network } from './chart.ts';
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
  twoLines,
} from './svg.ts';

const WIDTH = 1040;
const EDGE = 84;
const ROUNDS = 240;
/** So much can be drawn and still be followed; the heaviest stay. */
const MOST = { nodes: 60, edges: 240 };

type Node = Network['nodes'][number];
type Edge = Network['edges'][number];
type Placed = SimulationNodeDatum & {
  readonly node: Node;
  x: number;
  y: number;
  readonly r: number;
};

export function networkSvg(chart: Network, t: Charts): string {
  const nodes = heaviest(chart.nodes, MOST.nodes);
  const ids = new Set(nodes.map(({ id }) => id));
  const known = chart.edges.filter(({ from, to }) => ids.has(from) && ids.has(to) && from !== to);
  const edges = heaviest(known, MOST.edges);
  const rest = chart.nodes.length - nodes.length + chart.edges.length - edges.length;
  const height = nodes.length === 0 ? 80 : Math.min(880, 400 + nodes.length * 18);
  const placed = layout(chart, nodes, edges, height);
  const dense = edges.length > DENSE;
  const grounds = chart.groups.flatMap((group) => ground(group.name, group.id, placed));
  const legend = keyOf(edges, height + 16, t);
  return frame(
    'network',
    chart,
    { width: WIDTH, height: height + 24 + legend.height + (rest > 0 ? 20 : 0) },
    [
      ...grounds.map(({ box }) => box),
      ...inOrder(edges).map((edge) => edgeOf(edge, placed, dense, t)),
      ...grounds.map(({ name }) => name),
      ...[...placed.values()].map(nodeOf),
      ...[...placed.values()].map(nameOf),
      nodes.length === 0 ? leftOut(t.nothing, 20, 40) : '',
      legend.drawn,
      rest > 0 ? leftOut(t.more(String(rest)), 20, height + 24 + legend.height) : '',
    ],
  );
}

function heaviest<T extends { readonly weight: number }>(
  rows: readonly T[],
  most: number,
): readonly T[] {
  if (rows.length <= most) return rows;
  const kept = new Set([...rows].sort((a, b) => b.weight - a.weight).slice(0, most));
  return rows.filter((row) => kept.has(row));
}

/** Groups stand around an ellipse, and each node is drawn to its group: the picture keeps its shape. */
function layout(
  { groups }: Network,
  nodes: readonly Node[],
  edges: readonly Edge[],
  height: number,
): ReadonlyMap<string, Placed> {
  const present = groups.filter(({ id }) => nodes.some(({ group }) => group === id));
  const centre = new Map(
    present.map(({ id }, i) => {
      const angle = (i / Math.max(1, present.length)) * 2 * Math.PI - Math.PI / 2;
      const apart = present.length < 2 ? 0 : 1;
      return [
        id,
        {
          x: WIDTH / 2 + apart * Math.cos(angle) * (WIDTH / 2 - 190),
          y: height / 2 + apart * Math.sin(angle) * (height / 2 - 90),
        },
      ];
    }),
  );
  const middle = { x: WIDTH / 2, y: height / 2 };
  const home = ({ node }: Placed): { x: number; y: number } => centre.get(node.group) ?? middle;
  const placed = nodes.map((node, i): Placed => {
    const start = centre.get(node.group) ?? middle;
    return {
      node,
      r: 8 + 13 * Math.min(1, Math.max(0, node.weight)),
      x: start.x + 30 * Math.cos(i * 2.4),
      y: start.y + 30 * Math.sin(i * 2.4),
    };
  });
  const byId = new Map(placed.map((row) => [row.node.id, row]));
  const lines = edges.flatMap(({ from, to }) => {
    const [source, target] = [byId.get(from), byId.get(to)];
    return source && target ? [{ source, target }] : [];
  });
  forceSimulation(placed)
    .force('x', forceX<Placed>((row) => home(row).x).strength(0.26))
    .force('y', forceY<Placed>((row) => home(row).y).strength(0.34))
    .force('apart', forceManyBody<Placed>().strength(-160))
    .force(
      'room',
      forceCollide<Placed>((row) => row.r + 46),
    )
    .force(
      'lines',
      forceLink<Placed, (typeof lines)[number]>(lines)
        .strength(0.6 / Math.max(20, edges.length))
        .distance(150),
    )
    .stop()
    .tick(ROUNDS);
  for (const row of placed) {
    row.x = num(Math.min(WIDTH - EDGE, Math.max(EDGE, row.x)));
    row.y = num(Math.min(height - 54, Math.max(44, row.y)));
  }
  return byId;
}

/** A group's ground: the box around its nodes, with its name over it. */
function ground(
  name: string,
  id: string,
  placed: ReadonlyMap<string, Placed>,
): readonly { readonly box: string; readonly name: string }[] {
  const members = [...placed.values()].filter(({ node }) => node.group === id);
  if (members.length === 0) return [];
  const left = Math.min(...members.map(({ x }) => x)) - 76;
  const right = Math.max(...members.map(({ x }) => x)) + 76;
  const top = Math.min(...members.map(({ y, r }) => y - r)) - 22;
  const bottom = Math.max(...members.map(({ y, r }) => y + r)) + 36;
  const box = `<rect class="group" x="${num(left)}" y="${num(top)}" width="${num(right - left)}" height="${num(bottom - top)}" rx="14" fill="#f4f6f9" stroke="#d3dae2"/>`;
  const said = plaque(name, (left + right) / 2, top + 14, {
    anchor: 'middle',
    size: 11,
    ink: 'soft',
    most: Math.max(18, Math.floor((right - left) / 6.4)),
  });
  return [{ box, name: said }];
}

const LOOKS = {
  both: { ink: 'calm', dash: '' },
  meant: { ink: 'accent', dash: '7 5' },
  unmeant: { ink: 'warn', dash: '1.5 4' },
} as const;

/** From so many lines on they are drawn finer, so that the heavy ones can be seen among them. */
const DENSE = 50;
const RANK = { both: 0, meant: 1, unmeant: 2 } as const;

/** What differs from the plan lies over what follows it, and the heavy over the light. */
function inOrder(edges: readonly Edge[]): readonly Edge[] {
  return [...edges].sort((a, b) => RANK[a.as] - RANK[b.as] || a.weight - b.weight);
}

/** By which a page's choice knows a line, and its row in the table: how it stands to the plan first. */
export const tagsOf = ({ as, layers }: Pick<Edge, 'as' | 'layers'>): readonly string[] => [
  as,
  ...layers,
];

/** Bent a little to its right, so that the way there and the way back are two lines. */
function edgeOf(
  edge: Edge,
  placed: ReadonlyMap<string, Placed>,
  dense: boolean,
  t: Charts,
): string {
  const [a, b] = [placed.get(edge.from), placed.get(edge.to)];
  if (!a || !b) return '';
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.max(1, Math.hypot(dx, dy));
  const bend = { x: (a.x + b.x) / 2 - dy * 0.1, y: (a.y + b.y) / 2 + dx * 0.1 };
  const angle = Math.atan2(b.y - bend.y, b.x - bend.x);
  const out = Math.atan2(bend.y - a.y, bend.x - a.x);
  const start = { x: a.x + a.r * Math.cos(out), y: a.y + a.r * Math.sin(out) };
  const reach = Math.min(b.r + 2, length / 2);
  const end = { x: b.x - reach * Math.cos(angle), y: b.y - reach * Math.sin(angle) };
  const { ink, dash } = LOOKS[edge.as];
  const weight = Math.min(1, Math.max(0, edge.weight));
  const width = num(dense ? 0.7 + 3.4 * weight * weight : 1.2 + 3.2 * weight);
  const seen = dense && edge.as === 'both' ? num(0.3 + 0.5 * weight) : 0.85;
  const said = `${a.node.name} → ${b.node.name}: ${t.edges[edge.as]}${edge.label === '' ? '' : `, ${edge.label}`}`;
  const line = `M${num(start.x)} ${num(start.y)}Q${num(bend.x)} ${num(bend.y)} ${num(end.x)} ${num(end.y)}`;
  const head = `<path d="${arrow(end.x, end.y, angle, 5 + width)}" ${filled(ink)} fill-opacity="${seen}"/>`;
  const tags = html(tagsOf(edge).join(' '));
  return `<g class="edge" data-tags="${tags}">${tooltip(said)}<path d="${line}" ${stroke(ink, width, dash)} stroke-opacity="${seen}"/>${head}</g>`;
}

function nodeOf({ node, x, y, r }: Placed): string {
  const said = node.label === '' ? node.name : `${node.name}: ${node.label}`;
  return `<g>${tooltip(said)}<circle class="node" cx="${x}" cy="${y}" r="${num(r)}" fill="#0b4a7d" stroke="#ffffff" stroke-width="2"/></g>`;
}

const nameOf = ({ node, x, y, r }: Placed): string =>
  twoLines(node.name, 18)
    .map((line, i) =>
      plaque(line, x, y + r + 13 + i * 14, { anchor: 'middle', size: 11, bold: true }),
    )
    .join('');

/** Each kind of line with its word and how many there are. */
function keyOf(edges: readonly Edge[], y: number, t: Charts): ReturnType<typeof key> {
  return key(
    (['both', 'meant', 'unmeant'] as const).flatMap((as) => {
      const count = edges.filter((edge) => edge.as === as).length;
      const { ink, dash } = LOOKS[as];
      const sample = (x: number, top: number): string =>
        `<path d="M${x} ${top}h26" ${stroke(ink, 2.4, dash)}/>`;
      return count === 0 ? [] : [{ sample, label: `${t.edges[as]} (${count})`, tag: as }];
    }),
    20,
    y,
    WIDTH - 40,
  );
}
