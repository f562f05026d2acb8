/** Networks: who dealt with whom beside who was meant to, queues, and what the loss of a role does. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { RoleFigures } from '../../analysis/network/measures.ts';
import { LAYERS } from '../../analysis/network/contacts.ts';
import type { Edge } from '../../analysis/network/edges.ts';
import { bottlenecksIn } from '../../analysis/rules/network.ts';
import { ticks } from '../axis.ts';
import type { Block, Cell, Section, TableBlock } from '../block.ts';
import type { Lines, Network as NetworkChart } from '../charts/chart.ts';
import { tagsOf } from '../charts/network.ts';
import type { Speaker } from '../words.ts';
import { linkBlocks } from './links.ts';

/** A picture with more lines than this shows none. */
const DRAWN = 120;
/** Below so many roles, a share of them says little. */
const FEW_ROLES = 10;
/** Rows of the tables of roles, and queues drawn as curves. */
const ROWS = 40;
const CURVES = 3;

export function networksSection(analysis: Analysis, s: Speaker): Section {
  const t = s.t.coordination.networks;
  const { network } = analysis;
  const head = { id: 'networks', title: s.t.sections.networks, intro: t.intro };
  const queues = queueBlocks(analysis, s);
  if (analysis.edition) {
    const parts = { table: edgeTable(analysis, s), missed: missedOf(analysis).slice(0, DRAWN) };
    const own = linkBlocks(analysis, parts, s);
    return { ...head, blocks: [...own, ...queues, ...lossBlocks(analysis, s)] };
  }
  if (network.edges.length === 0) {
    return { ...head, blocks: [{ type: 'note', text: t.none }, ...queues] };
  }
  return {
    ...head,
    blocks: [
      { type: 'para', text: coverageOf(analysis, s) },
      ...(network.whole.roles < FEW_ROLES
        ? [{ type: 'note', text: t.few(String(network.whole.roles)) } as const]
        : []),
      ...(network.absent.length > 0
        ? [{ type: 'note', text: t.absent(s.roles(network.absent)) } as const]
        : []),
      { type: 'chart', chart: pictureOf(analysis, s), table: edgeTable(analysis, s) },
      { type: 'heading', text: t.figures },
      { type: 'pairs', rows: figuresOf(analysis, s) },
      layerTable(analysis, s),
      roleTable(analysis, s),
      ...queues,
      ...lossBlocks(analysis, s),
    ],
  };
}

function coverageOf({ network: { coverage } }: Analysis, s: Speaker): string {
  const t = s.t.coordination.networks;
  const [seen, outside] = [String(coverage.seen), String(coverage.outside)];
  return coverage.outside === 0 || coverage.share === undefined
    ? t.allSeen(seen)
    : t.coverage(s.share(coverage.share), seen, outside);
}

/** The most used ties, in the roles' order; what many used is drawn first, not praised. */
function strongest({ network }: Analysis): readonly Edge[] {
  if (network.edges.length <= DRAWN) return network.edges;
  const kept = new Set([...network.edges].sort((a, b) => b.weight - a.weight || 0).slice(0, DRAWN));
  return network.edges.filter((edge) => kept.has(edge));
}

/** What the picture and the table call a line, so that a choice among them is of both alike. */
const asOf = ({ planned }: Pick<Edge, 'planned'>): 'both' | 'unmeant' =>
  planned ? 'both' : 'unmeant';
const UNUSED = { as: 'meant', layers: [] } as const;
const layersSaid = ({ layers }: Pick<Edge, 'layers'>, s: Speaker): string =>
  s.list(layers.map((layer) => s.t.coordination.networks.layers[layer]));

type Missed = { readonly from: string; readonly to: string };

/** Each pair of a planned tie that nobody used. */
function missedOf({ network }: Analysis): readonly Missed[] {
  const pairs = new Map<string, Missed>();
  for (const { from, to } of network.ties.filter((tie) => !tie.kept)) {
    for (const one of from) {
      for (const other of to)
        if (one !== other) pairs.set(`${one} ${other}`, { from: one, to: other });
    }
  }
  return [...pairs.values()];
}

function pictureOf(analysis: Analysis, s: Speaker): NetworkChart {
  const t = s.t.coordination.networks;
  const { network, names } = analysis;
  const drawn = strongest(analysis);
  const missed = missedOf(analysis).slice(0, DRAWN);
  const houses = new Map(names.roles.map((role) => [role.id, role.organisation]));
  const heaviest = drawn.reduce((most, edge) => Math.max(most, edge.weight), 0) || 1;
  const meant = network.edges.filter((edge) => edge.planned).length;
  const counts = [network.whole.roles, network.edges.length, meant, network.edges.length - meant];
  const [roles = '', pairs = '', inside = '', outside = ''] = counts.map(String);
  const broken = String(network.ties.filter((tie) => !tie.kept).length);
  const text = t.chartText(roles, pairs, inside, outside, broken);
  const top = network.roles.reduce((most, row) => Math.max(most, row.betweenness), 0) || 1;
  const shown = new Set(network.roles.map((row) => houses.get(row.role) ?? ''));
  return {
    kind: 'network',
    title: t.chart,
    text: drawn.length < network.edges.length ? `${text} ${t.strongest(String(DRAWN))}` : text,
    nodes: network.roles.map((row) => ({
      id: row.role,
      name: s.name('roles', row.role),
      group: houses.get(row.role) ?? '',
      weight: row.betweenness / top,
      label: `${t.rank} ${row.rank}`,
    })),
    edges: [
      ...drawn.map(({ from, to, weight, contacts, ...edge }) => ({
        from,
        to,
        weight: weight / heaviest,
        as: asOf(edge),
        layers: edge.layers,
        label: `${t.contacts}: ${contacts} (${layersSaid(edge, s)})`,
      })),
      ...missed
        .filter(
          ({ from, to }) =>
            network.roles.some((r) => r.role === from) && network.roles.some((r) => r.role === to),
        )
        .map(({ from, to }) => ({ from, to, weight: 0, ...UNUSED, label: '' })),
    ],
    layers: LAYERS.map((id) => ({ id, name: t.layers[id] })),
    groups: names.organisations
      .filter(({ id }) => shown.has(id))
      .map(({ id }) => ({ id, name: s.name('organisations', id) })),
  };
}

function edgeTable(analysis: Analysis, s: Speaker): TableBlock {
  const t = s.t.coordination.networks;
  const figure = (text: string): Cell => ({ text, figure: true });
  const used = strongest(analysis);
  const missed = missedOf(analysis).slice(0, DRAWN);
  return {
    type: 'table',
    caption: t.edges,
    columns: [
      { title: t.from },
      { title: t.to },
      { title: t.plan },
      { title: t.contacts, figure: true },
      { title: t.layer },
      { title: t.first, figure: true },
    ],
    tags: [
      ...used.map((edge) => tagsOf({ as: asOf(edge), layers: edge.layers })),
      ...missed.map(() => tagsOf(UNUSED)),
    ],
    rows: [
      ...used.map((edge) => [
        { text: s.name('roles', edge.from) },
        { text: s.name('roles', edge.to), evidence: edge.evidence },
        { text: t.as[asOf(edge)] },
        figure(String(edge.contacts)),
        { text: layersSaid(edge, s) },
        figure(s.time(edge.firstAt)),
      ]),
      ...missed.map(({ from, to }) => [
        { text: s.name('roles', from) },
        { text: s.name('roles', to) },
        { text: t.as.meant },
        figure('0'),
        { text: s.t.none },
        figure(s.t.none),
      ]),
    ],
  };
}

function figuresOf({ network }: Analysis, s: Speaker): Extract<Block, { type: 'pairs' }>['rows'] {
  const t = s.t.coordination.networks;
  const { whole: w, recall, precision, ties, edges } = network;
  const n = (value: number): string => s.number(value, 2);
  const rounded = (value: number): string => s.number(value, Number.isInteger(value) ? 0 : 1);
  const row = (lead: string, text: string | undefined) =>
    text === undefined ? [] : [{ lead, text }];
  const kept = String(ties.filter((tie) => tie.kept).length);
  const meant = String(edges.filter((edge) => edge.planned).length);
  const share = (value: number | undefined, say: (said: string) => string): string | undefined =>
    value === undefined ? undefined : say(s.share(value));
  const value = (one: number | undefined, say: (said: string) => string): string | undefined =>
    one === undefined ? undefined : say(n(one));
  return [
    ...row(
      t.planned,
      share(recall, (x) => t.plannedOf(kept, String(ties.length), x)),
    ),
    ...row(
      t.within,
      share(precision, (x) => t.plannedOf(meant, String(edges.length), x)),
    ),
    ...row(
      t.density,
      value(w.density, (x) => `${x} (${t.densityOf(String(w.pairs), String(w.possible))})`),
    ),
    ...row(t.reciprocity, share(w.reciprocity, t.reciprocityOf)),
    ...row(
      t.centralisation,
      value(w.centralisation, (x) => t.scale(x, t.even, t.star)),
    ),
    ...row(
      t.fragmentation,
      value(w.fragmentation, (x) => t.scale(x, t.tight, t.loose)),
    ),
    ...row(t.reachable, t.reachableOf(String(w.reachable), String(w.possible))),
    ...row(
      t.cross,
      value(w.cross, (x) => t.crossOf(x, rounded(w.across), rounded(w.within))),
    ),
    ...row(
      t.groups,
      value(w.agreement, (x) => t.groupsOf(String(w.communities), String(w.sectors), x)),
    ),
  ];
}

function layerTable({ network }: Analysis, s: Speaker): Block {
  const t = s.t.coordination.networks;
  return {
    type: 'table',
    caption: t.layersCaption,
    columns: [
      { title: t.layer },
      { title: t.contacts, figure: true },
      { title: t.pairs, figure: true },
      { title: t.across, figure: true },
    ],
    rows: network.layers.map((row) => [
      { text: t.layers[row.layer] },
      { text: String(row.contacts), figure: true },
      { text: String(row.pairs), figure: true },
      { text: String(row.across), figure: true },
    ]),
  };
}

function roleTable({ network }: Analysis, s: Speaker): Block {
  const t = s.t.coordination.networks;
  const others = String(network.roles.length - 1);
  const rows = [...network.roles].sort((a, b) => a.rank - b.rank || 0).slice(0, ROWS);
  const figure = (text: string): Cell => ({ text, figure: true });
  const value = (one: number | undefined): Cell =>
    figure(one === undefined ? s.t.none : s.number(one, 2));
  return {
    type: 'table',
    caption: t.roles,
    columns: [
      { title: t.role },
      ...[t.wrote, t.rank, t.between, t.reached, t.status, t.cross, t.loss].map((title) => ({
        title,
        figure: true,
      })),
    ],
    rows: rows.map((row: RoleFigures) => [
      { text: s.name('roles', row.role) },
      figure(`${row.wroteTo}/${row.heardFrom}`),
      figure(row.betweenness === 0 ? s.t.none : `${row.rank}`),
      figure(String(row.between)),
      figure(s.t.of(String(row.reached), others)),
      value(row.status),
      value(row.cross),
      value(row.loss),
    ]),
  };
}

function queueBlocks(analysis: Analysis, s: Speaker): readonly Block[] {
  const t = s.t.coordination.networks;
  const queues = inOrder(analysis);
  const drawn = queues.slice(0, CURVES).filter((queue) => queue.peak > 1);
  if (queues.length === 0) return [];
  const table = queueTable(analysis, s);
  return [
    { type: 'heading', text: t.queues },
    { type: 'para', text: t.queuesText },
    drawn.length === 0 ? table : { type: 'chart', chart: curvesOf(analysis, drawn, s), table },
  ];
}

/** The longest first; in an organisation's own version in the plan's order, which ranks nobody. */
function inOrder({ network: { queues }, edition }: Analysis): Analysis['network']['queues'] {
  return edition ? queues : [...queues].sort((a, b) => b.mean - a.mean || 0);
}

function curvesOf(
  { exercise }: Analysis,
  queues: Analysis['network']['queues'],
  s: Speaker,
): Lines {
  const t = s.t.coordination.networks;
  const most = queues.reduce((peak, queue) => Math.max(peak, queue.peak), 0);
  const step = Math.max(1, Math.ceil(most / 5));
  const levels = Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
  return {
    kind: 'lines',
    title: t.queues,
    text: t.queueText(s.roles(queues.map((queue) => queue.role))),
    x: {
      title: t.time,
      end: exercise.end,
      ticks: ticks(exercise.end, 8).map((at) => ({ at, label: s.time(at) })),
    },
    y: { title: t.waiting, end: most, ticks: levels.map((at) => ({ at, label: String(at) })) },
    series: queues.map(({ role, points }) => ({
      name: s.name('roles', role),
      step: true,
      points: [
        { x: 0, y: 0 },
        ...points.map(({ at, waiting }) => ({ x: at, y: waiting })),
        { x: exercise.end, y: points.at(-1)?.waiting ?? 0 },
      ],
    })),
    marks: [],
  };
}

function queueTable(analysis: Analysis, s: Speaker): TableBlock {
  const t = s.t.coordination.networks;
  const necks = new Set(bottlenecksIn(analysis.network).map((queue) => queue.role));
  const rows = inOrder(analysis).slice(0, ROWS);
  const figure = (text: string): Cell => ({ text, figure: true });
  return {
    type: 'table',
    caption: t.queues,
    quiet: true,
    columns: [
      { title: t.role },
      ...[t.items, t.peak, t.mean, t.wait, t.busy, t.left].map((title) => ({
        title,
        figure: true,
      })),
    ],
    rows: rows.map((row) => [
      {
        text: s.name('roles', row.role),
        ...(necks.has(row.role) && {
          badges: [{ tone: 'warn', shape: '▼', label: t.bottleneck }] as const,
        }),
      },
      figure(String(row.items)),
      {
        text: t.peakOf(String(row.peak), s.time(row.peakAt)),
        figure: true,
        evidence: row.evidence,
      },
      figure(s.number(row.mean, 1)),
      figure(s.length(row.wait)),
      { text: s.share(row.busy), bar: row.busy, figure: true },
      figure(String(row.waiting)),
    ]),
  };
}

/** Roles that planned ways need, and those without whom the network falls apart most. */
function lossBlocks({ chains, network }: Analysis, s: Speaker): readonly Block[] {
  const t = s.t.coordination.networks;
  if (chains.cuts.length === 0) return [];
  const losses = new Map(network.roles.map((row) => [row.role, row.loss]));
  return [
    { type: 'heading', text: t.losses },
    { type: 'para', text: t.lossesText },
    {
      type: 'table',
      caption: t.losses,
      quiet: true,
      columns: [
        { title: t.role },
        { title: t.deputy },
        { title: t.cut },
        { title: t.loss, figure: true },
      ],
      rows: chains.cuts.map((cut) => {
        const loss = losses.get(cut.role);
        return [
          { text: s.name('roles', cut.role) },
          { text: cut.deputy === undefined ? t.noDeputy : s.name('roles', cut.deputy) },
          {
            text: s.roles(cut.lost),
            sub: t.cutFacts(s.list(cut.facts.map((fact) => s.name('facts', fact)))),
            evidence: cut.evidence,
          },
          { text: loss === undefined ? s.t.none : s.number(loss, 2), figure: true },
        ];
      }),
    },
  ];
}
