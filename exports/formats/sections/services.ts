/** Restoration: the services' curves, their targets, and the order in which they came back. */
import type { ServiceCause } from '../../../engine/exercise/entry.ts';
import { MINUTE, type Ms } from '../../../engine/scenario/time.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import type { LevelStep } from '../../analysis/services/curve.ts';
import type { Outage } from '../../analysis/services/outage.ts';
import type { ServiceResult } from '../../analysis/services/services.ts';
import { timeTicks } from '../axis.ts';
import type { Block, Cell, Section, TableBlock } from '../block.ts';
import type { Lines } from '../charts/chart.ts';
import type { Speaker } from '../words.ts';
import { loadBlocks } from './load.ts';

/** More curves than this, nobody can tell apart; the table has all. */
const CURVES = 8;

export function servicesSection(analysis: Analysis, s: Speaker): Section {
  const t = s.t.services;
  const { services } = analysis.services;
  return {
    id: 'services',
    title: t.title,
    ...(services.length > 0 && { intro: t.intro }),
    blocks: [
      ...(services.length === 0
        ? [
            {
              type: 'note',
              text: analysis.edition ? s.t.audience.own.services.none : t.none,
            } as const,
          ]
        : [
            curveBlock(analysis, s),
            resultTable(analysis, s),
            // Where only some orders are seen, that all was in order is not said.
            ...(analysis.edition && analysis.services.violations.length === 0
              ? []
              : orderBlocks(analysis, s)),
          ]),
      ...loadBlocks(analysis, s),
    ],
  };
}

/** Beyond this a decimal would say more than is known. */
const LONG = 100 * MINUTE;

/** Service-minutes: whole ones, or with the decimal that a short outage needs. */
export const serviceMinutes = (loss: Ms, s: Speaker): string =>
  s.number(loss / MINUTE, loss % MINUTE === 0 || loss > LONG ? 0 : 1);

function curveBlock(analysis: Analysis, s: Speaker): Block {
  const t = s.t.services;
  const { services, together, loss } = analysis.services;
  const { end } = analysis.exercise;
  const chart: Lines = {
    kind: 'lines',
    title: t.curve,
    text: t.curveText(String(services.length), serviceMinutes(loss, s)),
    x: { title: t.time, end, ticks: timeTicks(end, s) },
    y: {
      title: t.level,
      end: 1,
      ticks: [0, 0.5, 1].map((at) => ({ at, label: s.share(at) })),
    },
    series: [
      ...services.slice(0, CURVES).map((row) => ({
        name: s.name('services', row.service),
        step: true,
        points: pointsOf(row.steps),
      })),
      ...(services.length > 1 && together
        ? [{ name: t.together, step: true, points: pointsOf(together) }]
        : []),
    ],
    marks: analysis.decisions.decisions.flatMap(({ decision, run }) =>
      run?.made ? [{ at: run.made.at, label: s.t.quote(s.name('decisions', decision)) }] : [],
    ),
  };
  return { type: 'chart', chart, table: levelTable(analysis, s) };
}

/** The last value is held to the end. */
function pointsOf(steps: readonly LevelStep[]): Lines['series'][number]['points'] {
  const last = steps.at(-1);
  const points = steps.map(({ from, level }) => ({ x: from, y: level }));
  return last ? [...points, { x: last.to, y: last.level }] : points;
}

function levelTable({ services: { services }, timeline }: Analysis, s: Speaker): TableBlock {
  const t = s.t.services;
  const causes = new Map(
    timeline.flatMap(({ seq, at, event }) =>
      event.type === 'service.changed' ? [[seq, { at, event }] as const] : [],
    ),
  );
  const titles = [t.service, t.from, t.to, t.level, t.cause];
  return {
    type: 'table',
    caption: t.curve,
    columns: titles.map((title, i) => ({ title, figure: i > 0 && i < 4 })),
    rows: services.flatMap((row) =>
      row.steps.map((step) => {
        // Of several changes in one moment the last is the one that held.
        const seq = row.evidence.findLast((n) => (causes.get(n)?.at ?? Infinity) <= step.from);
        const event = seq === undefined ? undefined : causes.get(seq)?.event;
        return [
          { text: s.name('services', row.service) },
          { text: s.time(step.from), figure: true },
          { text: s.time(step.to), figure: true },
          { text: s.share(step.level), figure: true, bar: step.level },
          event && seq !== undefined
            ? { text: causeText(event.cause, s), evidence: [seq] }
            : { text: step.from === 0 ? t.start : s.t.none },
        ];
      }),
    ),
  };
}

function causeText(cause: ServiceCause, s: Speaker): string {
  return 'inject' in cause ? s.item(cause.inject) : s.t.quote(s.name('tasks', cause.task));
}

function resultTable({ services: { services } }: Analysis, s: Speaker): Block {
  const t = s.t.services;
  const columns = [t.service, t.owner, t.down, t.lasted, t.rto, t.gap, t.rpo, t.loss, t.slope];
  return {
    type: 'table',
    caption: t.results,
    columns: columns.map((title, i) => ({ title, figure: i === 3 || i > 6 })),
    rows: services.flatMap((row) =>
      row.outages.length === 0
        ? [resultRow(row, undefined, 0, s)]
        : row.outages.map((outage, i) => resultRow(row, outage, i, s)),
    ),
  };
}

/** What is true of the service as a whole stands in its first row. */
function resultRow(
  row: ServiceResult,
  outage: Outage | undefined,
  nth: number,
  s: Speaker,
): readonly Cell[] {
  const t = s.t.services;
  const none = { text: s.t.none };
  const figure = (text: string): Cell => ({ text, figure: true });
  const target = (length: Ms | undefined, said: string): Cell =>
    length === undefined ? none : { text: s.length(length), ...(outage && { sub: said }) };
  return [
    {
      text: s.name('services', row.service),
      ...(row.weight !== 1 && {
        sub: `${t.weight} ${s.number(row.weight, row.weight % 1 ? 1 : 0)}`,
      }),
    },
    { text: row.owner === undefined ? s.t.none : s.name('roles', row.owner) },
    outage
      ? {
          text: `${s.time(outage.from)} – ${outage.to === undefined ? t.never : s.time(outage.to)}`,
          evidence: outage.evidence,
        }
      : { text: t.unharmed },
    outage ? figure(s.length(outage.lasted)) : figure(s.t.none),
    target(row.rto, outage ? t.target[outage.rto] : ''),
    outage?.gap === undefined ? none : { text: s.length(outage.gap) },
    target(row.rpo, outage ? t.data[outage.rpo] : ''),
    figure(nth === 0 ? serviceMinutes(row.loss, s) : ''),
    figure(outage?.slope === undefined ? s.t.none : s.share(outage.slope)),
  ];
}

function orderBlocks({ services: { violations } }: Analysis, s: Speaker): readonly Block[] {
  const t = s.t.services;
  if (violations.length === 0) {
    return [
      { type: 'heading', text: t.order },
      { type: 'para', text: t.inOrder },
    ];
  }
  const columns = [t.service, t.dependency, t.from, t.then, t.by, t.caught];
  return [
    {
      type: 'table',
      caption: t.order,
      columns: columns.map((title, i) => ({ title, figure: i === 2 || i === 5 })),
      rows: violations.map((row) => [
        { text: s.name('services', row.service) },
        { text: s.name('services', row.dependency) },
        { text: s.time(row.at), figure: true },
        { text: `${s.share(row.level)} / ${s.share(row.below)}` },
        {
          text: row.role === undefined ? t.script : s.name('roles', row.role),
          sub: causeText(row.cause, s),
          evidence: row.evidence,
        },
        { text: row.until === undefined ? t.notCaught : s.time(row.until), figure: true },
      ]),
    },
  ];
}
