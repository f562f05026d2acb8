/**
 * An organisation's own links, for its own version: whom its roles dealt with, and how many wrote.
 * Knows: links. Does not know: how anybody stood beside others; nothing here is in order of size.
 */
import type { Analysis } from '../../analysis/analysis.ts';
import { LAYERS } from '../../analysis/network/contacts.ts';
import type { Edge } from '../../analysis/network/edges.ts';
import type { Block, Cell, TableBlock } from '../block.ts';
import type { Network as NetworkChart } from '../charts/chart.ts';
import type { Speaker } from '../words.ts';

type Pair = { readonly from: string; readonly to: string };
type Parts = { readonly table: TableBlock; readonly missed: readonly Pair[] };

export function linkBlocks(
  analysis: Analysis,
  { table, missed }: Parts,
  s: Speaker,
): readonly Block[] {
  const t = s.t.audience.own.networks;
  const { edges, absent } = analysis.network;
  if (edges.length + missed.length === 0) return [{ type: 'note', text: t.none }];
  return [
    { type: 'note', text: t.note },
    ...(absent.length > 0
      ? [{ type: 'note', text: s.t.coordination.networks.absent(s.roles(absent)) } as const]
      : []),
    { type: 'chart', chart: chartOf(analysis, missed, s), table },
    degreeTable(analysis, s),
  ];
}

function chartOf(analysis: Analysis, missed: readonly Pair[], s: Speaker): NetworkChart {
  const { names, network } = analysis;
  const t = s.t.audience.own.networks;
  const words = s.t.coordination.networks;
  const houses = new Map(names.roles.map((role) => [role.id, role.organisation]));
  const ends = new Set([...network.edges, ...missed].flatMap(({ from, to }) => [from, to]));
  const roles = names.roles.filter(({ id }) => ends.has(id));
  const shown = new Set(roles.map(({ organisation }) => organisation));
  const most = network.edges.reduce((n, { contacts }) => Math.max(n, contacts), 1);
  return {
    kind: 'network',
    title: t.chart,
    text: t.chartText(String(network.edges.length), String(missed.length)),
    nodes: roles.map(({ id }) => ({
      id,
      name: s.name('roles', id),
      group: houses.get(id) ?? '',
      weight: 0,
      label: '',
    })),
    edges: [
      ...network.edges.map(({ from, to, contacts, planned, layers }) => ({
        from,
        to,
        weight: contacts / most,
        as: planned ? ('both' as const) : ('unmeant' as const),
        layers,
        label: `${words.contacts}: ${contacts}`,
      })),
      ...missed.map((pair) => ({
        ...pair,
        weight: 0,
        as: 'meant' as const,
        layers: [],
        label: words.as.meant,
      })),
    ],
    layers: LAYERS.map((id) => ({ id, name: words.layers[id] })),
    groups: names.organisations
      .filter(({ id }) => shown.has(id))
      .map(({ id }) => ({ id, name: s.name('organisations', id) })),
  };
}

/** In the plan's order. */
function degreeTable({ names, network, edition }: Analysis, s: Speaker): Block {
  const t = s.t.audience.own.networks;
  const house = edition?.for === 'organisation' ? edition.organisation : undefined;
  const own = names.roles.filter((role) => role.organisation === house && !role.simulated);
  const titles = [t.wroteTo, t.heardFrom, t.out, t.in];
  return {
    type: 'table',
    caption: t.degrees,
    columns: [
      { title: s.t.coordination.networks.role },
      ...titles.map((title) => ({ title, figure: true })),
    ],
    rows: own.map(({ id }) => {
      const [out, into] = [
        network.edges.filter(({ from }) => from === id),
        network.edges.filter(({ to }) => to === id),
      ];
      return [
        { text: s.name('roles', id) },
        ...[out.length, into.length, sum(out), sum(into)].map(figure),
      ];
    }),
  };
}

const sum = (edges: readonly Edge[]): number => edges.reduce((n, { contacts }) => n + contacts, 0);
const figure = (n: number): Cell => ({ text: String(n), figure: true });
