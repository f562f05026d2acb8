/** How long decisions took: how many still waited after how long, and where each one’s time went. */
import type { DecisionRun, Decisions } from '../../analysis/decisions/decisions.ts';
import type { LatencyPart } from '../../analysis/decisions/latency.ts';
import type { Survival } from '../../analysis/survival.ts';
import { ticks } from '../axis.ts';
import type { Block, Cell, TableBlock } from '../block.ts';
import type { Bars, Lines } from '../charts/chart.ts';
import type { Tone } from '../tone.ts';
import type { Speaker } from '../words.ts';

/** Below so many a curve would draw what a sentence says better. */
const [CURVE, TICKS] = [3, 8];

export function survivalBlocks(latency: Survival, s: Speaker): readonly Block[] {
  if (latency.waits < CURVE || latency.steps.length === 0) return [];
  const t = s.t.decisions.survival;
  const table: TableBlock = {
    type: 'table',
    caption: t.caption,
    columns: [t.wait, t.atRisk, t.happened, t.share].map((title) => ({ title, figure: true })),
    rows: latency.steps.map((step) => [
      { text: s.length(step.time), figure: true },
      { text: String(step.atRisk), figure: true },
      { text: String(step.happened), figure: true },
      { text: s.share(step.waiting), figure: true, bar: step.waiting },
    ]),
  };
  return [{ type: 'chart', chart: curve(latency, s), table }];
}

function curve({ steps, median }: Survival, s: Speaker): Lines {
  const t = s.t.decisions.survival;
  const end = steps.at(-1)?.time ?? 0;
  const said = steps.map((step) => t.step(s.share(step.waiting), s.length(step.time)));
  return {
    kind: 'lines',
    title: t.title,
    text: t.text(`${said.join('; ')}.`),
    x: {
      title: t.wait,
      end,
      ticks: ticks(end, TICKS).map((at) => ({ at, label: s.length(at) })),
    },
    y: {
      title: t.share,
      end: 1,
      ticks: [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, label: s.share(at) })),
    },
    series: [
      {
        name: t.series,
        step: true,
        points: [
          { x: 0, y: 1 },
          ...steps.map((step) => ({ x: step.time, y: step.waiting })),
          { x: end, y: steps.at(-1)?.waiting ?? 1 },
        ],
      },
    ],
    marks: median === undefined ? [] : [{ at: median, label: t.median }],
  };
}

const TONES: Readonly<Record<LatencyPart['name'], Tone>> = {
  noticed: 'warn',
  oriented: 'calm',
  made: 'good',
  told: 'calm',
  effect: 'calm',
};

type Row = { readonly decision: string; readonly run: DecisionRun };

export function courseBlocks({ decisions }: Decisions, s: Speaker): readonly Block[] {
  const rows = decisions.flatMap(({ decision, run }) =>
    run?.releasedAt === undefined ? [] : [{ decision, run }],
  );
  if (rows.length === 0) return [];
  return [{ type: 'chart', chart: bars(rows, s), table: courseTable(rows, s) }];
}

function bars(rows: readonly Row[], s: Speaker): Bars {
  const t = s.t.decisions.course;
  const drawn = rows.map((row) => barOf(row, s));
  const ends = drawn.flatMap(({ parts }) => parts.map((part) => part.to));
  const end = ends.reduce((most, at) => Math.max(most, at), 1);
  return {
    kind: 'bars',
    title: t.title,
    text: t.text,
    end,
    ticks: ticks(end, TICKS).map((at) => ({ at, label: s.length(at) })),
    rows: drawn,
    legend: [
      { tone: 'warn', label: t.until.noticed },
      { tone: 'calm', label: t.until.oriented },
      { tone: 'good', label: t.until.made },
      { tone: 'bad', label: t.waiting },
    ],
  };
}

/** The way to the decision alone: what came after it runs beside, and is in the table. */
function barOf({ decision, run }: Row, s: Speaker): Bars['rows'][0] {
  const t = s.t.decisions;
  const start = run.releasedAt ?? run.openedAt;
  const never = !run.made || run.made.how === 'default';
  const parts = run.parts
    .filter(({ name }) => name !== 'told' && name !== 'effect')
    .map(({ name, from, to }) => ({
      from: from - start,
      to: to - start,
      tone: never && name === 'made' ? ('bad' as const) : TONES[name],
      label: `${never && name === 'made' ? t.course.waiting : t.course.until[name]}: ${s.length(to - from)}`,
    }));
  const seen = parts.at(-1)?.to ?? 0;
  const waited = run.openedAt + run.waited - start;
  const open =
    run.made || waited <= seen
      ? []
      : [
          {
            from: seen,
            to: waited,
            tone: 'bad' as const,
            label: `${t.course.waiting}: ${s.length(waited - seen)}`,
          },
        ];
  return {
    name: s.name('decisions', decision),
    ...(run.late && { under: t.late }),
    parts: [...parts, ...open].filter((part) => part.to > part.from),
  };
}

const COLUMNS = ['noticed', 'oriented', 'made', 'told', 'effect'] as const;

function courseTable(rows: readonly Row[], s: Speaker): TableBlock {
  const t = s.t.decisions;
  return {
    type: 'table',
    caption: t.course.caption,
    columns: [
      { title: t.question },
      { title: t.course.released, figure: true },
      ...COLUMNS.map((name) => ({ title: t.course.until[name], figure: true })),
    ],
    rows: rows.map(({ decision, run }) => [
      { text: s.name('decisions', decision) },
      {
        text: s.time(run.releasedAt ?? run.openedAt),
        figure: true,
        evidence: run.points[0]?.evidence ?? [],
      },
      ...COLUMNS.map((name) => partCell(run, name, s)),
    ]),
  };
}

function partCell(run: DecisionRun, name: LatencyPart['name'], s: Speaker): Cell {
  const t = s.t.decisions.course;
  const part = run.parts.find((one) => one.name === name);
  if (!part) return { text: s.t.none, figure: true };
  const usual = { noticed: 'released', oriented: 'noticed', made: 'oriented' } as const;
  const expected = name === 'told' || name === 'effect' ? 'made' : usual[name];
  const never = name === 'made' && run.made?.how === 'default';
  return {
    text: `${never ? '> ' : ''}${s.length(part.to - part.from)}`,
    figure: true,
    ...(part.since !== expected && { sub: t.skipped(t.points[part.since]) }),
    ...(never && { sub: t.waiting }),
    evidence: run.points.find((point) => point.name === name)?.evidence ?? [],
  };
}

export function partsBlocks({ parts }: Decisions, s: Speaker): readonly Block[] {
  if (parts.length === 0) return [];
  const t = s.t.decisions;
  return [
    {
      type: 'table',
      caption: t.parts.caption,
      columns: [
        { title: t.parts.part },
        { title: t.parts.median, figure: true },
        { title: t.parts.middle, figure: true },
        { title: t.parts.count, figure: true },
      ],
      rows: parts.map(({ name, median, lower, upper, count }) => [
        { text: t.course.until[name] },
        { text: s.length(median), figure: true },
        {
          text:
            lower === undefined || upper === undefined
              ? s.t.none
              : t.parts.range(s.length(lower), s.length(upper)),
          figure: true,
        },
        { text: String(count), figure: true },
      ]),
    },
  ];
}
