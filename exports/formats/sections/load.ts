/** Load: how much each role had on it, and what was done in time at which load. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { LoadStep, RoleLoad, Timely } from '../../analysis/load.ts';
import type { Block, Cell, TableBlock } from '../block.ts';
import type { Lines, Tick } from '../charts/chart.ts';
import type { Speaker } from '../words.ts';
import { timeTicks } from './services.ts';

/** The roles with most on them at once; more curves than this, nobody can tell apart. */
const CURVES = 6;

export function loadBlocks(analysis: Analysis, s: Speaker): readonly Block[] {
  const t = s.t.load;
  const heading: Block = { type: 'heading', text: t.heading };
  const [first] = mostLoaded(analysis.load);
  if (!first) return [heading, { type: 'note', text: t.none }];
  const bots = analysis.load.some(({ role }) => analysis.validity.bots.includes(role));
  return [
    heading,
    { type: 'chart', chart: chartOf(analysis, first, s), table: roleTable(analysis, s) },
    levelTable(analysis, s),
    ...(bots ? [{ type: 'note', text: t.bots } as const] : []),
  ];
}

const mostLoaded = (rows: readonly RoleLoad[]): readonly RoleLoad[] =>
  [...rows].sort((a, b) => b.peak - a.peak);

function chartOf(analysis: Analysis, first: RoleLoad, s: Speaker): Lines {
  const t = s.t.load;
  const { end } = analysis.exercise;
  return {
    kind: 'lines',
    title: t.curve,
    text: t.curveText(s.name('roles', first.role), String(first.peak), s.time(first.peakAt)),
    x: { title: s.t.services.time, end, ticks: timeTicks(end, s) },
    y: { title: t.axis, end: Math.max(1, first.peak), ticks: wholeTicks(first.peak) },
    series: mostLoaded(analysis.load)
      .slice(0, CURVES)
      .map(({ role, steps }) => ({
        name: s.name('roles', role),
        step: true,
        points: pointsOf(steps),
      })),
    marks: [],
  };
}

function wholeTicks(peak: number): readonly Tick[] {
  const step = Math.max(1, Math.ceil(peak / 5));
  return [...Array(Math.floor(peak / step) + 1).keys()].map((i) => ({
    at: i * step,
    label: String(i * step),
  }));
}

function pointsOf(steps: readonly LoadStep[]): Lines['series'][number]['points'] {
  const last = steps.at(-1);
  const points = steps.map(({ from, load }) => ({ x: from, y: load }));
  return last ? [...points, { x: last.to, y: last.load }] : points;
}

const part = ({ inTime, due }: Timely, s: Speaker): string => s.t.of(String(inTime), String(due));

function roleTable(analysis: Analysis, s: Speaker): TableBlock {
  const t = s.t.load;
  const columns = [t.role, t.peak, t.at, t.breaking, t.light, t.heavy, t.broke, t.recovered];
  return {
    type: 'table',
    caption: t.table,
    columns: columns.map((title, i) => ({ title, figure: i > 0 && i !== 3 })),
    rows: mostLoaded(analysis.load).map((row) => roleRow(row, s)),
  };
}

function roleRow(
  { role, peak, peakAt, breaking, evidence }: RoleLoad,
  s: Speaker,
): readonly Cell[] {
  const t = s.t.load;
  const figure = (text: string): Cell => ({ text, figure: true });
  const head = [
    { text: s.name('roles', role), evidence },
    figure(String(peak)),
    figure(s.time(peakAt)),
  ];
  if (!breaking) {
    const none = figure(s.t.none);
    return [...head, { text: t.tooFew }, none, none, none, none];
  }
  const { load, below, above, brokeAt, recoveredAt } = breaking;
  return [
    ...head,
    { text: String(load) },
    figure(part(below, s)),
    figure(part(above, s)),
    figure(s.time(brokeAt)),
    figure(recoveredAt === undefined ? t.notRecovered : s.time(recoveredAt)),
  ];
}

function levelTable({ load }: Analysis, s: Speaker): Block {
  const t = s.t.load;
  const pooled = new Map<number, Timely>();
  for (const level of load.flatMap(({ levels }) => levels)) {
    const { due, inTime } = pooled.get(level.load) ?? { due: 0, inTime: 0 };
    pooled.set(level.load, { due: due + level.due, inTime: inTime + level.inTime });
  }
  return {
    type: 'table',
    caption: t.levels,
    columns: [t.load, t.due, t.inTime].map((title) => ({ title, figure: true })),
    rows: [...pooled]
      .sort(([a], [b]) => a - b)
      .map(([level, row]) => [
        { text: String(level), figure: true },
        { text: String(row.due), figure: true },
        { text: part(row, s), figure: true, bar: row.inTime / row.due },
      ]),
  };
}
