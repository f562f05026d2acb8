/**
 * The course of the exercise as lanes: one a role, marks and waiting decisions on a time axis.
 * Knows: what is drawn where on the axis. Does not know: SVG.
 */
import { MINUTE, type Ms } from '../../engine/scenario/time.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { Mark, TimelineRow } from '../analysis/timeline.ts';
import { tell } from '../telling.ts';
import { ticks } from './axis.ts';
import type { Speaker } from './words.ts';

export type LaneMark = {
  readonly lane: number;
  readonly at: Ms;
  readonly mark: Mark;
  readonly label: string;
};
export type Lanes = {
  readonly title: string;
  readonly description: string;
  readonly note: string;
  readonly end: Ms;
  /** The first lane is the exercise's own. */
  readonly lanes: readonly { readonly name: string; readonly under: string }[];
  readonly ticks: readonly { readonly at: Ms; readonly label: string }[];
  readonly phases: readonly { readonly from: Ms; readonly to: Ms; readonly label: string }[];
  /** Strands beside the storyline, each with its own phases. Empty where the scenario has none. */
  readonly threads: readonly { readonly name: string; readonly phases: Lanes['phases'] }[];
  readonly cuts: readonly { readonly from: Ms; readonly to: Ms; readonly label: string }[];
  readonly bars: readonly {
    readonly lane: number;
    readonly from: Ms;
    readonly to: Ms;
    readonly label: string;
  }[];
  readonly marks: readonly LaneMark[];
  readonly legend: readonly { readonly mark: Mark; readonly label: string }[];
};

/**
 * Marks closer than a share of the axis, of one kind and in one lane, are drawn as one: the finest of
 * these shares by which there are not too many to be told apart.
 */
const GRAINS = [1 / 640, 1 / 320, 1 / 160, 1 / 80];
const MARKS = 4_000;
/** So many lanes can be looked over: those with the most marks. */
const LANES = 60;

export function lanesOf(analysis: Analysis, s: Speaker): Lanes {
  const { exercise, names, timeline, validity } = analysis;
  const end = Math.max(exercise.end, MINUTE);
  const drawn = timeline.filter((row) => row.mark !== 'other' && row.mark !== 'phase');
  const counts = new Map<string, number>();
  for (const role of drawn.flatMap((row) => row.lanes)) {
    counts.set(role, (counts.get(role) ?? 0) + 1);
  }
  const present = names.roles.filter((role) => counts.has(role.id));
  const busiest = new Set(
    [...present]
      .sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0))
      .slice(0, LANES)
      .map((role) => role.id),
  );
  const roles = present.filter((role) => busiest.has(role.id));
  const left = present.length - roles.length;
  const index = new Map(roles.map((role, i) => [role.id, i + 1]));
  const marks = thin(
    drawn
      // What stands in the lanes of roles that are left out is not the exercise's own.
      .filter((row) => row.lanes.length === 0 || row.lanes.some((role) => index.has(role)))
      .flatMap((row) => marksOf(row, index, s)),
    end,
  );
  return {
    title: s.t.timeline.figure,
    description: s.t.timeline.alt(String(roles.length), s.time(exercise.end)),
    note: `${s.t.timeline.figureNote}${left > 0 ? ` ${s.t.debrief.lanesLeft(String(left))}` : ''}`,
    end,
    lanes: [
      { name: s.t.timeline.control, under: '' },
      ...roles.map((role) => ({
        name: s.text(role.name),
        under: s.name('organisations', role.organisation),
      })),
    ],
    ticks: ticksOf(end, s),
    phases: phasesOf(analysis, undefined, end, s),
    threads: names.threads.map(({ id, name }) => ({
      name: s.t.timeline.thread(s.text(name)),
      phases: phasesOf(analysis, id, end, s),
    })),
    cuts: [
      ...validity.jumps.map(({ from, to }) => ({ from, to, label: s.t.timeline.jump })),
      ...validity.pauses.map(({ at }) => ({ from: at, to: at, label: s.t.timeline.pause })),
    ],
    bars: barsOf(analysis, index, s),
    marks,
    legend: LEGEND.filter((mark) => marks.some((m) => m.mark === mark)).map((mark) => ({
      mark,
      label: s.t.timeline.marks[mark],
    })),
  };
}

const LEGEND: readonly Mark[] = [
  'inject',
  'message',
  'claim',
  'release',
  'done',
  'handover',
  'decision',
  'awareness',
  'clock',
  'overdue',
  'control',
];

function marksOf(
  row: TimelineRow,
  index: ReadonlyMap<string, number>,
  s: Speaker,
): readonly LaneMark[] {
  const label = `#${row.seq} ${s.time(row.at)} ${tell(row.event, s)}`;
  const lanes = row.lanes.flatMap((role) => index.get(role) ?? []);
  return (lanes.length === 0 ? [0] : lanes).map((lane) => ({
    lane,
    at: row.at,
    mark: row.mark,
    label,
  }));
}

function thin(marks: readonly LaneMark[], end: Ms): readonly LaneMark[] {
  const tries = GRAINS.map((grain) => thinned(marks, end * grain));
  return tries.find((kept) => kept.length <= MARKS) ?? (tries.at(-1) ?? []).slice(0, MARKS);
}

function thinned(marks: readonly LaneMark[], apart: Ms): readonly LaneMark[] {
  const taken = new Set<string>();
  return marks.filter(({ lane, mark, at }) => {
    const key = `${lane} ${mark} ${Math.round(at / apart)}`;
    if (taken.has(key)) return false;
    taken.add(key);
    return true;
  });
}

function ticksOf(end: Ms, s: Speaker): Lanes['ticks'] {
  return ticks(end, 10).map((at) => ({ at, label: s.time(at) }));
}

/** The phases of one strand: a thread, or the storyline. What another strand enters cuts none of them. */
function phasesOf(
  { timeline, names }: Analysis,
  thread: string | undefined,
  end: Ms,
  s: Speaker,
): Lanes['phases'] {
  const strands = new Map(names.phases.map((row) => [row.id, row.thread]));
  const entered = timeline.flatMap(({ at, event }) =>
    event.type === 'phase.entered' && strands.get(event.phase) === thread
      ? [{ at, label: s.name('phases', event.phase) }]
      : [],
  );
  const over = timeline.find(
    ({ event }) => event.type === 'thread.ended' && event.thread === thread,
  )?.at;
  return entered.map(({ at, label }, i) => ({
    from: at,
    to: entered[i + 1]?.at ?? over ?? end,
    label,
  }));
}

function barsOf(analysis: Analysis, index: ReadonlyMap<string, number>, s: Speaker): Lanes['bars'] {
  return analysis.decisions.decisions.flatMap(({ decision, authority, run }) => {
    if (!run) return [];
    const deciders = run.made?.role === undefined ? authority : [run.made.role];
    return deciders
      .flatMap((role) => index.get(role) ?? [])
      .map((lane) => ({
        lane,
        from: run.openedAt,
        to: run.openedAt + run.waited,
        label: s.t.timeline.waiting(s.name('decisions', decision)),
      }));
  });
}
