/**
 * Streams from column to column, as wide as what flows in them.
 * Knows: the layout of streams. Does not know: what flows.
 */
import { type SankeyLink, type SankeyNode, sankey, sankeyLinkHorizontal } from 'd3-sankey';
import type { Charts } from '../../danish/charts.ts';
import type { Streams } from './chart.ts';
import type { Tone } from '../tone.ts';
import { filled, frame, leftOut, num, plaque, stroke, tooltip, widthOf, words } from './svg.ts';

const WIDTH = 1040;
const SIDE = 176;
const TOP = 46;
const NODE = 16;
/** Beyond so many streams none can be followed. */
const LINKS = 120;

type Node = Streams['nodes'][number];
type Link = {
  readonly source: string;
  readonly target: string;
  readonly value: number;
  readonly tone: Tone;
  readonly label: string;
};

export function streamsSvg(chart: Streams, t: Charts): string {
  const { links, rest } = linksOf(chart);
  const used = new Set(links.flatMap(({ source, target }) => [source, target]));
  const nodes = chart.nodes.filter(({ id }) => used.has(id));
  const fullest = Math.max(
    0,
    ...chart.columns.map((_, i) => nodes.filter(({ column }) => column === i).length),
  );
  const high = Math.min(720, Math.max(240, fullest * 54));
  const bottom = TOP + (links.length === 0 ? 40 : high);
  return frame('streams', chart, { width: WIDTH, height: bottom + (rest > 0 ? 34 : 14) }, [
    ...heads(chart.columns),
    ...(links.length === 0
      ? [leftOut(t.nothing, SIDE, TOP + 20)]
      : flow(chart, nodes, links, bottom)),
    rest > 0 ? leftOut(t.more(String(rest)), SIDE, bottom + 26) : '',
  ]);
}

/** Only what flows onwards from one column to a later one is a stream; the widest go first. */
function linksOf({ nodes, links }: Streams): {
  readonly links: readonly Link[];
  readonly rest: number;
} {
  const column = new Map(nodes.map((node) => [node.id, node.column]));
  const onward = links
    .filter(({ from, to, weight }) => {
      const [a, b] = [column.get(from), column.get(to)];
      return weight > 0 && a !== undefined && b !== undefined && a < b;
    })
    .map(({ from, to, weight, tone, label }) => ({
      source: from,
      target: to,
      value: weight,
      tone,
      label,
    }));
  const widest = [...onward].sort((a, b) => b.value - a.value).slice(0, LINKS);
  const kept = onward.length > LINKS ? onward.filter((link) => widest.includes(link)) : onward;
  return { links: kept, rest: onward.length - kept.length };
}

const columnX = (i: number, columns: number): number =>
  columns < 2 ? SIDE : SIDE + (i / (columns - 1)) * (WIDTH - 2 * SIDE - NODE);

function heads(columns: readonly string[]): readonly string[] {
  return columns.map((title, i) =>
    words(title, columnX(i, columns.length) + NODE / 2, 20, {
      anchor: 'middle',
      bold: true,
      size: 13,
      most: 40,
    }),
  );
}

function flow(
  { columns }: Streams,
  nodes: readonly Node[],
  links: readonly Link[],
  bottom: number,
): readonly string[] {
  const graph = sankey<Node, Link>()
    .nodeId((node) => node.id)
    .nodeAlign((node) => node.column)
    .nodeWidth(NODE)
    .nodePadding(26)
    .nodeSort(null)
    .extent([
      [SIDE, TOP],
      [WIDTH - SIDE, bottom],
    ])({ nodes: nodes.map((node) => ({ ...node })), links: links.map((link) => ({ ...link })) });
  for (const node of graph.nodes) {
    // The library counts only columns that streams end in; ours stand where their heads do.
    node.x0 = columnX(node.column, columns.length);
    node.x1 = node.x0 + NODE;
  }
  const path = sankeyLinkHorizontal<Node, Link>();
  const drawn = graph.links.map((link) => stream(link, path(link) ?? ''));
  const sides = graph.nodes.map((node) => column(node, columns.length - 1));
  return [...drawn, ...sides, ...labels(graph.links)];
}

const MIDDLES: Readonly<Record<Tone, string>> = { good: '', calm: '', warn: '8 5', bad: '2 4' };

function stream(link: SankeyLink<Node, Link>, path: string): string {
  const d = path.replace(/-?\d+\.\d+/g, (n) => String(num(Number(n))));
  const width = Math.max(1, num(link.width ?? 1));
  const dash = MIDDLES[link.tone];
  const middle = dash === '' ? '' : `<path d="${d}" ${stroke(link.tone, 1.6, dash)}/>`;
  return `<g>${tooltip(link.label)}<path d="${d}" ${stroke(link.tone, width)} stroke-opacity="${link.tone === 'calm' ? 0.22 : 0.38}"/>${middle}</g>`;
}

/** Where along a stream its words can stand, tried in this order. */
const ALONG = [0.3, 0.7, 0.5, 0.18, 0.82];
const HIGH = 16;

/** Words stand where they cover no other's; a stream too thin for them has a tooltip alone. */
function labels(links: readonly SankeyLink<Node, Link>[]): readonly string[] {
  const taken: { readonly x: number; readonly y: number; readonly half: number }[] = [];
  return links.map((link) => {
    const half = widthOf(link.label, 11) / 2 + 6;
    const [from, to] = [sideOf(link.source, 'x1'), sideOf(link.target, 'x0')];
    if ((link.width ?? 0) < 12 || half * 2 > to - from - 16) return '';
    const places = ALONG.map((t) => pointAt(link, from, to, t)).filter(
      ({ x }) => x - half > from && x + half < to,
    );
    const free = places.find(({ x, y }) =>
      taken.every((row) => Math.abs(row.y - y) > HIGH || Math.abs(row.x - x) > row.half + half),
    );
    if (!free) return '';
    taken.push({ ...free, half });
    return plaque(link.label, free.x, free.y + 4, { size: 11, anchor: 'middle' });
  });
}

/** A point of the curve that the library draws between two nodes. */
function pointAt(
  { y0 = 0, y1 = 0 }: SankeyLink<Node, Link>,
  from: number,
  to: number,
  t: number,
): { readonly x: number; readonly y: number } {
  const u = 1 - t;
  const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  const middle = (from + to) / 2;
  return { x: a * from + (b + c) * middle + d * to, y: (a + b) * y0 + (c + d) * y1 };
}

/** The layout puts the node itself where its id stood. */
function sideOf(end: SankeyLink<Node, Link>['source'], side: 'x0' | 'x1'): number {
  return typeof end === 'object' ? (end[side] ?? 0) : 0;
}

function column(node: SankeyNode<Node, Link>, last: number): string {
  const [x0, y0, y1] = [node.x0 ?? 0, node.y0 ?? 0, node.y1 ?? 0];
  const middle = (y0 + y1) / 2 + 4;
  const bar = `<rect x="${num(x0)}" y="${num(y0)}" width="${NODE}" height="${num(Math.max(1, y1 - y0))}" ${filled('calm')}/>`;
  const said = `${node.name} (${num(node.value ?? 0)})`;
  const name =
    node.column === 0
      ? words(said, x0 - 8, middle, { anchor: 'end', most: 26 })
      : node.column === last
        ? words(said, x0 + NODE + 8, middle, { most: 26 })
        : plaque(said, x0 + NODE / 2, y0 - 7, { anchor: 'middle', most: 30, bold: true });
  return `<g>${tooltip(said)}${bar}${name}</g>`;
}
