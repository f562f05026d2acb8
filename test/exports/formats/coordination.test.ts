/** Chains, networks and what lies between sectors, in the report: pictures, tables and sheets agree. */
import { describe, expect, test } from 'vitest';
import { LANGS } from '../../../engine/scenario/text.ts';
import { analyse } from '../../../exports/analysis/analysis.ts';
import { QUEUE } from '../../../exports/analysis/finding.ts';
import type { Block } from '../../../exports/formats/block.ts';
import type { Chart } from '../../../exports/formats/charts/chart.ts';
import { renderCsv } from '../../../exports/formats/csv.ts';
import { reportOf } from '../../../exports/formats/report.ts';
import { catalogue } from '../../../exports/text.ts';
import { exercise } from '../exercise.ts';

const meta = { digest: 'd'.repeat(64), entries: 1, engine: '0.1.0' };
const analysis = analyse(exercise().entries);
const blocksOf = (id: string, lang: 'da' | 'en' = 'da'): readonly Block[] =>
  reportOf(analysis, lang, meta).sections.find((section) => section.id === id)!.blocks;
const charts = (id: string): readonly Chart[] =>
  blocksOf(id).flatMap((block) => (block.type === 'chart' ? [block.chart] : []));

test('the sections stand in the report’s order', () => {
  const ids = reportOf(analysis, 'da', meta).sections.map((section) => section.id);
  const mine = ['decisions', 'chains', 'clocks', 'interfaces', 'networks', 'coordination'];
  expect(ids.filter((id) => mine.includes(id))).toEqual(mine);
});

describe.each(LANGS)('in %s', (lang) => {
  test('nothing is left unsaid, and no table has a ragged row', () => {
    for (const id of ['chains', 'interfaces', 'networks', 'coordination']) {
      const blocks = blocksOf(id, lang);
      expect(JSON.stringify(blocks)).not.toMatch(/undefined|NaN|null|function/);
      for (const block of blocks) {
        const table = block.type === 'chart' ? block.table : block;
        if (table.type !== 'table') continue;
        for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
      }
    }
  });

  test('the sheets are as wide as their heads', () => {
    const sheets = renderCsv(analysis, lang);
    for (const name of ['chains', 'interfaces', 'network', 'network-roles']) {
      const [head = '', ...rows] = sheets[`${name}.csv`]!.trimEnd().split('\r\n');
      const cells = (line: string): number => line.replace(/"(?:[^"]|"")*"/g, '').split(',').length;
      expect(head).toMatch(/^[a-z_,]+$/);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(cells(row), `${name}: ${row}`).toBe(cells(head));
    }
  });

  test('the method appendix prints the bounds of a bottleneck', () => {
    expect(QUEUE).toEqual({ brokers: 0.25, peak: 3, busy: 0.25, longer: 2 });
    const rows = catalogue(lang).method.rows.map(([, text]) => text);
    expect(rows.some((text) => /mindst 3 ting|at least 3 things/.test(text))).toBe(true);
  });
});

test('broken chains are drawn first, every hop between two of the picture’s nodes', () => {
  const drawn = charts('chains').flatMap((chart) => (chart.kind === 'chain' ? [chart] : []));
  const broken = analysis.chains.chains.filter((chain) => chain.broken !== undefined);
  expect(drawn).toHaveLength(broken.length);
  expect(broken.length).toBeGreaterThan(0);
  for (const chart of drawn) {
    const ids = chart.nodes.map((node) => node.id);
    expect(chart.hops.every((hop) => ids.includes(hop.from) && ids.includes(hop.to))).toBe(true);
    expect(chart.hops.some((hop) => hop.as === 'broken')).toBe(true);
  }
});

test('the funnel loses nothing: what comes into a step goes out of it', () => {
  const [streams] = charts('chains').filter((chart) => chart.kind === 'streams');
  expect(streams).toBeDefined();
  const flow = (id: string, end: 'from' | 'to'): number =>
    streams!.links.filter((link) => link[end] === id).reduce((sum, link) => sum + link.weight, 0);
  const ids = streams!.nodes.map((node) => node.id);
  for (const id of ids.filter((one) => flow(one, 'from') > 0 && one !== 'sent')) {
    expect(flow(id, 'from'), id).toBe(flow(id, 'to'));
  }
  const { sent } = analysis.chains.funnels.find((funnel) => funnel.kind === 'message')!;
  expect(flow('sent', 'from')).toBe(sent);
});

test('the network is drawn with its planned ties that nobody used, between known nodes', () => {
  const [network] = charts('networks').flatMap((c) => (c.kind === 'network' ? [c] : []));
  const nodes = network!.nodes.map((node) => node.id);
  const groups = network!.groups.map((group) => group.id);
  expect(network!.nodes.every((node) => groups.includes(node.group))).toBe(true);
  expect(network!.nodes.every((node) => node.weight >= 0 && node.weight <= 1)).toBe(true);
  for (const { from, to, weight } of network!.edges) {
    expect([nodes.includes(from), nodes.includes(to), weight >= 0 && weight <= 1]).toEqual([
      true,
      true,
      true,
    ]);
  }
  const used = network!.edges.filter((edge) => edge.as !== 'meant');
  expect(used).toHaveLength(analysis.network.edges.length);
});

test('queues are drawn from 0 to the end, as high as their peak', () => {
  const [lines] = charts('networks').flatMap((c) => (c.kind === 'lines' ? [c] : []));
  const peaks = analysis.network.queues.map((queue) => queue.peak);
  expect(lines!.y.end).toBe(Math.max(...peaks));
  for (const { points } of lines!.series) {
    expect([points[0]!.x, points.at(-1)!.x]).toEqual([0, analysis.exercise.end]);
    const times = points.map((point) => point.x);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  }
});
