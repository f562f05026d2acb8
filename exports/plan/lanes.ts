/**
 * The timeline as lanes, one a role, with bars for the load and bands for phases and threads above.
 * Knows: what stands where in time. Does not know: SVG.
 */
import type { Plan } from '../../engine/plan/plan.ts';
import { MINUTE, type Ms } from '../../engine/scenario/time.ts';
import { ticks } from '../formats/axis.ts';
import { type RoleLoad, loadOf, QUARTER, totalOf } from './load.ts';
import type { Material } from './material.ts';
import { pagesOf } from './pages.ts';
import type { Span } from './schedule.ts';
import type { Teller } from './teller.ts';

export type Band = {
  readonly from: Ms;
  readonly to: Ms;
  readonly label: string;
  readonly aside: boolean;
};
export type BandRow = { readonly label: string; readonly bands: readonly Band[] };
export type Bar = {
  readonly from: Ms;
  readonly injects: number;
  readonly expectations: number;
  /** Written above the bar. */
  readonly figure: boolean;
  readonly label: string;
};
export type LoadMark = { readonly at: Ms; readonly branch: boolean; readonly label: string };
export type LoadLane = {
  readonly name: string;
  readonly under: string;
  readonly total: string;
  readonly bars: readonly Bar[];
  readonly marks: readonly LoadMark[];
};
export type LoadChart = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly end: Ms;
  /** The highest bar anywhere in the plan: all lanes have one scale. */
  readonly most: number;
  readonly rows: readonly BandRow[];
  readonly lanes: readonly LoadLane[];
  readonly ticks: readonly { readonly at: Ms; readonly label: string }[];
  readonly legend: Readonly<Record<'inject' | 'expectation' | 'mark' | 'branch' | 'peak', string>>;
};

/** Lanes that fit one sheet turned sideways. */
const MOST_LANES = 16;
/** Quarters on the axis up to which every bar carries its figure. */
const FEW_QUARTERS = 48;

/** A chart a page of roles. Where no role is reached, there is none. */
export function chartsOf({ plan, schedule, edition }: Material, s: Teller): readonly LoadChart[] {
  const loads = new Map(loadOf(plan, schedule).map((load) => [load.role, load]));
  const roles = plan.roles.filter(
    ({ id, playedBy }) => playedBy === 'participant' || (loads.get(id)?.marks.length ?? 0) > 0,
  );
  if ([...loads.values()].every(({ marks }) => marks.length === 0)) return [];
  const end = endOf(plan, schedule.spans);
  const most = Math.max(
    1,
    ...[...loads.values()].flatMap(({ quarters }) => [...quarters.values()].map(totalOf)),
  );
  const text = edition === 'controllers' ? s.t.timeline.alt : s.t.timeline.altInjects;
  const pages = pagesOf(plan, roles, MOST_LANES);
  return pages.map((page, i) => ({
    id: `load-${i + 1}`,
    title: s.t.timeline.figure(String(i + 1), String(pages.length)),
    text: text(String(page.roles.length), s.time(end)),
    end,
    most,
    rows: bandRows(plan, schedule.spans, schedule.asides, s),
    lanes: page.roles.flatMap(({ id }) => {
      const load = loads.get(id);
      return load ? [laneOf(load, plan, end, s)] : [];
    }),
    ticks: ticksOf(end, s),
    legend: s.t.timeline.legend,
  }));
}

function endOf({ length, injects }: Plan, spans: readonly Span[]): Ms {
  const written = injects.flatMap(({ trigger }) => (trigger.type === 'at' ? [trigger.at] : []));
  const last = [...spans.map(({ to }) => to), ...written].reduce((a, b) => Math.max(a, b), length);
  return Math.ceil(Math.max(last, QUARTER) / QUARTER) * QUARTER;
}

function laneOf(load: RoleLoad, plan: Plan, end: Ms, s: Teller): LoadLane {
  const role = plan.roles.find(({ id }) => id === load.role);
  const figures = figured(load, end);
  const total = load.injects + load.expectations;
  return {
    name: s.text(role?.name ?? load.role),
    under: s.organisation(role?.organisation ?? ''),
    total: String(total),
    bars: [...load.quarters]
      .toSorted(([a], [b]) => a - b)
      .map(([quarter, { injects, expectations }]) => ({
        from: quarter * QUARTER,
        injects,
        expectations,
        figure: figures.has(quarter),
        label: `${s.t.timeline.range(s.time(quarter * QUARTER), s.time((quarter + 1) * QUARTER))}: ${injects} ${s.t.timeline.injects.toLowerCase()}, ${expectations} ${s.t.timeline.expectations.toLowerCase()}`,
      })),
    marks: load.marks.map(({ inject, moment }) => ({
      at: moment.at,
      branch: !moment.course,
      label: `${s.moment(moment)} ${s.inject(inject)}`,
    })),
  };
}

/** On a long axis only peaks carry figures, the highest first, and never so close that they touch. */
function figured({ quarters }: RoleLoad, end: Ms): ReadonlySet<number> {
  const all = [...quarters];
  if (end / QUARTER <= FEW_QUARTERS) return new Set(all.map(([quarter]) => quarter));
  const room = Math.ceil(end / QUARTER / FEW_QUARTERS);
  const chosen: number[] = [];
  for (const [quarter, load] of all.toSorted(
    ([a, x], [b, y]) => totalOf(y) - totalOf(x) || a - b,
  )) {
    if (totalOf(load) < 2) continue;
    if (chosen.every((other) => Math.abs(other - quarter) >= room)) chosen.push(quarter);
  }
  return new Set(chosen);
}

function bandRows(
  plan: Plan,
  spans: readonly Span[],
  asides: readonly Span[],
  s: Teller,
): readonly BandRow[] {
  const strands = [undefined, ...(plan.threads ?? []).map(({ id }) => id)];
  return strands.flatMap((thread) => {
    const label = thread === undefined ? s.t.timeline.storyline : s.thread(thread);
    const own = (span: Span): boolean => span.thread === thread;
    const bands = (list: readonly Span[], aside: boolean): readonly Band[] =>
      list.filter(own).map(({ phase, from, to }) => ({ from, to, label: s.phase(phase), aside }));
    const rest = packed(bands(asides, true)).map((row, i) => ({
      label: i === 0 ? s.t.timeline.asides : '',
      bands: row,
    }));
    return [{ label, bands: bands(spans, false) }, ...rest];
  });
}

/** Bands that overlap go into rows below each other. */
function packed(bands: readonly Band[]): readonly (readonly Band[])[] {
  const rows: Band[][] = [];
  for (const band of bands.toSorted((a, b) => a.from - b.from)) {
    const row = rows.find((taken) => (taken.at(-1)?.to ?? 0) <= band.from);
    if (row) row.push(band);
    else rows.push([band]);
  }
  return rows;
}

function ticksOf(end: Ms, s: Teller): LoadChart['ticks'] {
  return ticks(end, 12, 15 * MINUTE).map((at) => ({ at, label: s.time(at) }));
}
