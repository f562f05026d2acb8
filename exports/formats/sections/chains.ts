/** Notification chains: drawn and told hop by hop, and how far what was sent came. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { Chain, Deviation } from '../../analysis/chains/chain.ts';
import type { Funnel } from '../../analysis/chains/funnel.ts';
import type { Hop } from '../../analysis/chains/hops.ts';
import type { Block, Cell, Section, TableBlock } from '../block.ts';
import type { Chain as ChainChart, Streams } from '../charts/chart.ts';
import { interfaceName } from '../saying.ts';
import type { Speaker } from '../words.ts';

/** So many chains are drawn: more are not looked at. */
const DRAWN = 6;

export function chainsSection(analysis: Analysis, s: Speaker): Section {
  const t = s.t.coordination.chains;
  const { chains, funnels, reports } = analysis.chains;
  const own = analysis.edition && s.t.audience.own.chains;
  const arose = own ? chains : chains.filter((chain) => chain.enteredAt !== undefined);
  const drawn = arose.filter(isTelling).sort(worthDrawing).slice(0, DRAWN);
  const blocks: readonly Block[] =
    chains.length === 0
      ? [{ type: 'note', text: own?.none ?? t.none }]
      : [
          ...(own ? [{ type: 'note', text: own.note } as const] : []),
          { type: 'para', text: own ? ownSum(arose, s) : sumOf(chains, arose, s) },
          ...(arose.length > drawn.length
            ? [{ type: 'note', text: t.shown(String(drawn.length)) } as const]
            : []),
          ...drawn.map((chain) => chartOf(chain, s)),
          ...(arose.length > 0 ? [chainTable(arose, s)] : []),
          ...(arose.some((chain) => chain.deviations.length > 0)
            ? [{ type: 'note', text: t.deviationNote } as const]
            : []),
        ];
  return {
    id: 'chains',
    title: s.t.sections.chains,
    intro: t.intro,
    blocks: [
      ...blocks,
      ...(reports.doubled.length > 0 ? [doubledTable(analysis, s)] : []),
      ...funnelBlocks(funnels, s),
    ],
  };
}

function sumOf(chains: readonly Chain[], arose: readonly Chain[], s: Speaker): string {
  const whole = arose.filter((chain) => chain.reach === 1).length;
  const broken = arose.filter((chain) => chain.broken !== undefined).length;
  const never = chains.length - arose.length;
  const counts = [arose.length, whole, broken, never].map(String);
  const [a = '', b = '', c = '', d = ''] = counts;
  return s.t.coordination.chains.sum(a, b, c, d);
}

function ownSum(stretches: readonly Chain[], s: Speaker): string {
  const ids = (rows: readonly Chain[]): string => String(new Set(rows.map(({ id }) => id)).size);
  const broken = stretches.filter((chain) => chain.broken !== undefined);
  return s.t.audience.own.chains.sum(ids(stretches), ids(broken));
}

const isBypassed = (chain: Chain): boolean =>
  chain.hops.some((hop) => hop.receivers.some((receiver) => receiver.way === 'bypass'));

/** One step that was taken needs no drawing. */
const isTelling = (chain: Chain): boolean =>
  chain.broken !== undefined || isBypassed(chain) || chain.hops.length > 1;

function worthDrawing(a: Chain, b: Chain): number {
  const rank = (chain: Chain): number =>
    chain.broken !== undefined ? 0 : isBypassed(chain) ? 1 : 2;
  return rank(a) - rank(b) || b.hops.length - a.hops.length || 0;
}

const factsOf = (chain: Chain, s: Speaker): string =>
  s.list(chain.facts.map((fact) => s.t.quote(s.name('facts', fact))));

function chartOf(chain: Chain, s: Speaker): Block {
  const t = s.t.coordination.chains;
  const roles = [chain.entry, ...chain.hops.map((hop) => hop.to)];
  const chart: ChainChart = {
    kind: 'chain',
    title: t.chart(chain.id, factsOf(chain, s)),
    text: t.chartText(roles.map((ids) => s.roles(ids)).join(' → '), s.share(chain.reach)),
    nodes: roles.map((ids, i) => ({
      id: `${chain.id}.${i}`,
      name: s.roles(ids),
      under: i > 0 ? underOf(chain.hops[i - 1], s) : chain.enteredAt === undefined ? '' : t.entry,
    })),
    hops: chain.hops.map((hop, i) => ({
      from: `${chain.id}.${i}`,
      to: `${chain.id}.${i + 1}`,
      as: drawnAs(hop),
      label: hop.delay === undefined ? t.states[hop.state] : s.length(hop.delay),
    })),
  };
  return { type: 'chart', chart, table: hopTable(chain, s) };
}

/** A hop that only a short cut came over is the short cut; one that nothing came over is a break. */
function drawnAs(hop: Hop): ChainChart['hops'][number]['as'] {
  switch (hop.state) {
    case 'reached':
    case 'regular':
    case 'outside':
      return 'reached';
    case 'bypassed':
      return 'bypass';
    case 'unopened':
    case 'unsent':
    case 'pending':
    case 'unready':
      return 'broken';
    default:
      return hop.state satisfies never;
  }
}

function underOf(hop: Hop | undefined, s: Speaker): string {
  const t = s.t.coordination.chains;
  const had = hop?.receivers.filter((receiver) => receiver.at !== undefined) ?? [];
  const times = had.flatMap((receiver) => receiver.at ?? []);
  const all = hop?.receivers.length ?? 0;
  // In an organisation's version, others' receiving is not said.
  if (all === 0) return '';
  if (times.length === 0) return t.nobody;
  return times.length < all
    ? t.partly(s.t.of(String(times.length), String(all)))
    : t.had(s.time(Math.max(...times)));
}

export function linkName(link: Hop['link'], s: Speaker): string {
  const kind = s.t.coordination.chains.links[link.kind];
  switch (link.kind) {
    case 'interface':
      return `${kind} ${interfaceName(link.id, s)}`;
    case 'task':
      return `${kind} ${s.t.quote(s.name('tasks', link.id))}`;
    case 'expectation':
      return kind;
    default:
      return link.kind satisfies never;
  }
}

function hopTable(chain: Chain, s: Speaker): TableBlock {
  const t = s.t.coordination.chains;
  return {
    type: 'table',
    caption: `${chain.id}. ${t.hops}`,
    columns: [
      { title: t.hop },
      { title: t.from },
      { title: t.to },
      { title: t.state },
      { title: t.delay, figure: true },
      { title: t.carried, figure: true },
    ],
    rows: chain.hops.map((hop, i) => hopRow(hop, i, chain, s)),
  };
}

function hopRow(hop: Hop, i: number, chain: Chain, s: Speaker): readonly Cell[] {
  const t = s.t.coordination.chains;
  const round = hop.receivers.filter((r) => r.way === 'bypass').flatMap((r) => r.by ?? []);
  const { sent, opened, acknowledged } = hop.funnel;
  const steps = `${t.steps.sent} ${sent}, ${t.steps.opened} ${opened}, ${t.steps.acknowledged} ${acknowledged}`;
  const said = [
    ...(sent > 0 ? [steps] : []),
    ...(round.length > 0 ? [t.bypass(s.roles([...new Set(round)]))] : []),
  ];
  return [
    { text: String(i + 1), sub: linkName(hop.link, s) },
    { text: s.roles(hop.from) },
    { text: s.roles(hop.to), ...(hop.receivers.length > 0 && { sub: underOf(hop, s) }) },
    {
      text: t.states[hop.state],
      ...(said.length > 0 && { sub: said.join('; ') }),
      evidence: hop.evidence,
    },
    {
      text: hop.delay === undefined ? s.t.none : s.length(hop.delay),
      ...(hop.late && { sub: t.late }),
      figure: true,
    },
    { text: s.t.of(String(hop.carried.length), String(chain.facts.length)), figure: true },
  ];
}

function chainTable(chains: readonly Chain[], s: Speaker): Block {
  const t = s.t.coordination.chains;
  return {
    type: 'table',
    caption: t.caption,
    columns: [
      { title: t.chain },
      { title: t.way },
      { title: t.reach, figure: true },
      { title: t.broke },
      { title: t.endToEnd, figure: true },
    ],
    rows: chains.map((chain) => {
      const hop = chain.broken === undefined ? undefined : chain.hops[chain.broken];
      return [
        { text: chain.id, sub: factsOf(chain, s) },
        {
          text: [chain.entry, ...chain.hops.map(({ to }) => to)]
            .map((roles) => s.roles(roles))
            .join(' → '),
          lines: chain.deviations.map((deviation) => deviationText(deviation, s)),
          evidence: chain.evidence,
        },
        { text: s.share(chain.reach), bar: chain.reach, figure: true },
        { text: hop ? brokeAt(chain, hop, s) : chain.reach === 1 ? t.whole : s.t.none },
        {
          text: chain.endToEnd === undefined ? s.t.none : s.length(chain.endToEnd),
          figure: true,
        },
      ];
    }),
  };
}

function deviationText({ kind, hop, roles }: Deviation, s: Speaker): string {
  return s.t.coordination.chains.deviations[kind](String(hop + 1), s.roles(roles));
}

/** It stopped with those who had it to give, or with those who let it lie. */
function brokeAt({ broken = 0 }: Chain, hop: Hop, s: Speaker): string {
  const stopped = hop.state === 'unopened' ? hop.to : hop.ready;
  return s.t.coordination.chains.brokeAt(String(broken + 1), s.roles(stopped));
}

function doubledTable({ chains }: Analysis, s: Speaker): Block {
  const t = s.t.coordination.chains;
  return {
    type: 'table',
    caption: t.doubled,
    columns: [
      { title: t.task },
      { title: t.receiver },
      { title: t.by },
      { title: t.apart, figure: true },
    ],
    rows: chains.reports.doubled.map((row) => [
      { text: s.name('tasks', row.task) },
      { text: s.name('roles', row.receiver) },
      { text: s.roles(row.by), evidence: row.evidence },
      { text: s.length(row.apart), figure: true },
    ]),
  };
}

function funnelBlocks(funnels: readonly Funnel[], s: Speaker): readonly Block[] {
  const messages = funnels.find((funnel) => funnel.kind === 'message' && funnel.sent > 0);
  const seen = funnels.filter((funnel) => funnel.sent > 0);
  if (seen.length === 0) return [];
  const t = s.t.coordination.chains;
  const table = funnelTable(seen, s);
  return [
    { type: 'heading', text: t.funnel },
    { type: 'para', text: t.funnelText },
    messages ? { type: 'chart', chart: streamsOf(messages, s), table } : table,
  ];
}

function funnelTable(funnels: readonly Funnel[], s: Speaker): TableBlock {
  const { kind, kinds, steps, funnel: caption } = s.t.coordination.chains;
  const columns = ['sent', 'delivered', 'opened', 'acknowledged', 'acted'] as const;
  return {
    type: 'table',
    caption,
    quiet: true,
    columns: [
      { title: kind },
      ...columns.map((column) => ({ title: steps[column], figure: true })),
    ],
    rows: funnels.map((funnel) => [
      { text: kinds[funnel.kind] },
      ...columns.map((column) => ({ text: String(funnel[column]), figure: true })),
    ]),
  };
}

function streamsOf(f: Funnel, s: Speaker): Streams {
  const t = s.t.coordination.chains;
  const { steps, funnel, kinds } = t;
  const plain = f.opened - f.acknowledged;
  const stream = (from: string, to: string, weight: number, lost: boolean) =>
    ({ from, to, weight, tone: lost ? 'warn' : 'good', label: String(weight) }) as const;
  const links = [
    stream('sent', 'delivered', f.delivered, false),
    stream('sent', 'undelivered', f.sent - f.delivered, true),
    stream('delivered', 'opened', f.opened, false),
    stream('delivered', 'unopened', f.delivered - f.opened, true),
    stream('opened', 'acknowledged', f.acknowledged, false),
    { ...stream('opened', 'plain', plain, false), tone: 'calm' as const },
    stream('acknowledged', 'acted', f.both, false),
    { ...stream('acknowledged', 'still', f.acknowledged - f.both, false), tone: 'calm' as const },
    stream('plain', 'acted', f.acted - f.both, false),
    { ...stream('plain', 'still', plain - (f.acted - f.both), false), tone: 'calm' as const },
  ].filter((link) => link.weight > 0);
  const used = new Set(links.flatMap((link) => [link.from, link.to]));
  return {
    kind: 'streams',
    title: `${funnel}: ${kinds[f.kind]}`,
    text: t.funnelChart(String(f.sent), String(f.opened), String(f.acted)),
    columns: [steps.sent, steps.delivered, steps.opened, steps.acknowledged, steps.acted],
    nodes: NODES.filter(([id]) => used.has(id)).map(([id, column]) => ({
      id,
      column,
      name: steps[id],
    })),
    links,
  };
}

const NODES = [
  ['sent', 0],
  ['delivered', 1],
  ['undelivered', 1],
  ['opened', 2],
  ['unopened', 2],
  ['acknowledged', 3],
  ['plain', 3],
  ['acted', 4],
  ['still', 4],
] as const;
