/**
 * How much each role had on it, and how much of it was done in time at which load. Knows: obligations
 * and who held tasks. Does not know: how long a piece of work takes, or how hard it is.
 */
import type { RoleId } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import type { Cast } from './cast.ts';
import { type Evidence, type History, evidence, groupBy } from './history.ts';
import type { ObligationResult, Obligations } from './obligations.ts';
import type { TaskResult } from './responsibility.ts';

/** Obligations not ended yet, and tasks held, from `from` until `to`. */
export type LoadStep = { readonly from: Ms; readonly to: Ms; readonly load: number };
/** Of the obligations that fell on somebody at this load, how many were done in time. */
export type Timely = { readonly due: number; readonly inTime: number };
export type LoadLevel = Timely & { readonly load: number };
export type Breaking = {
  /** The lowest load from which the on-time share stays below the threshold. */
  readonly load: number;
  readonly below: Timely;
  readonly above: Timely;
  /** When the load first came so high. */
  readonly brokeAt: Ms;
  /** When, after the last time it was so high, an obligation fell on the role and was done in time. */
  readonly recoveredAt?: Ms;
};
export type RoleLoad = {
  readonly role: RoleId;
  readonly steps: readonly LoadStep[];
  readonly peak: number;
  readonly peakAt: Ms;
  readonly levels: readonly LoadLevel[];
  /** Absent: there is no such load, or too little to tell it from chance. */
  readonly breaking?: Breaking;
  readonly evidence: Evidence;
};

/** θ: below this on-time share a role does not keep up. The method appendix prints it. */
export const KEEPS_UP = 0.5;
/** So many obligations are needed below the breaking point, and so many from it on. */
export const ENOUGH = 5;

export function analyseLoad(
  history: History,
  cast: Cast,
  tasks: readonly TaskResult[],
  { rows }: Obligations,
): readonly RoleLoad[] {
  const owed = groupBy(rows, ({ role }) => role);
  const held = groupBy(tasks.flatMap(stretchesOf), ({ role }) => role);
  return cast.players.flatMap((role) => {
    const duties = owed.get(role) ?? [];
    const work = held.get(role) ?? [];
    if (duties.length + work.length === 0) return [];
    return [loadOf(role, duties, work, history.end)];
  });
}

type Stretch = {
  readonly role: RoleId;
  readonly from: Ms;
  readonly to: Ms;
  readonly evidence: Evidence;
};

function stretchesOf({ run }: TaskResult): readonly Stretch[] {
  return (run?.holding.spells ?? []).flatMap(({ from, to, holders, evidence: seqs }) =>
    holders.map(({ role }) => ({ role, from, to, evidence: seqs })),
  );
}

function loadOf(
  role: RoleId,
  duties: readonly ObligationResult[],
  work: readonly Stretch[],
  end: Ms,
): RoleLoad {
  const steps = stepsOf(duties, work, end);
  const loadAt = reader(steps);
  const judged = duties.flatMap((duty) => {
    const inTime = verdict(duty);
    // What was met the moment it fell on the role was on it all the same.
    const load = Math.max(1, loadAt(duty.openedAt));
    return inTime === undefined ? [] : [{ at: duty.openedAt, load, inTime }];
  });
  const levels = levelsOf(judged);
  const breaking = breakingOf(levels, judged, steps);
  const peak = steps.reduce((most, step) => Math.max(most, step.load), 0);
  return {
    role,
    steps,
    peak,
    peakAt: steps.find((step) => step.load === peak)?.from ?? 0,
    levels,
    ...(breaking && { breaking }),
    evidence: evidence(...duties.map((row) => row.evidence), ...work.map((row) => row.evidence)),
  };
}

/** Done in time, or not; undefined where that cannot be said of the role. */
function verdict({ status }: ObligationResult): boolean | undefined {
  if (status === 'waived' || status === 'outside' || status === 'open') return undefined;
  return status === 'met';
}

function stepsOf(
  duties: readonly ObligationResult[],
  work: readonly Stretch[],
  end: Ms,
): readonly LoadStep[] {
  const moves = [
    ...duties.map((row) => ({ from: row.openedAt, to: row.endedAt ?? end })),
    ...work,
  ].flatMap(({ from, to }) => [
    { at: from, by: 1 },
    { at: to, by: -1 },
  ]);
  const ends = [...moves, { at: end, by: 0 }].sort((a, b) => a.at - b.at);
  const steps: LoadStep[] = [];
  let [from, load] = [0, 0];
  for (const { at, by } of ends) {
    if (at > from) {
      const last = steps.at(-1);
      // A task that goes from one spell to the next stays where it was.
      if (last?.load === load) steps[steps.length - 1] = { ...last, to: at };
      else steps.push({ from, to: at, load });
      from = at;
    }
    load += by;
  }
  return steps;
}

/** The load just after `at`. */
function reader(steps: readonly LoadStep[]): (at: Ms) => number {
  return (at) => {
    let [low, high] = [0, steps.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((steps[middle]?.to ?? Infinity) <= at) low = middle + 1;
      else high = middle;
    }
    return steps[low]?.load ?? 0;
  };
}

type Judged = { readonly at: Ms; readonly load: number; readonly inTime: boolean };

function levelsOf(judged: readonly Judged[]): readonly LoadLevel[] {
  return [...groupBy(judged, ({ load }) => load)]
    .map(([load, rows]) => ({
      load,
      due: rows.length,
      inTime: rows.filter(({ inTime }) => inTime).length,
    }))
    .sort((a, b) => a.load - b.load);
}

const sum = (rows: readonly Timely[]): Timely => ({
  due: rows.reduce((total, row) => total + row.due, 0),
  inTime: rows.reduce((total, row) => total + row.inTime, 0),
});
const share = ({ due, inTime }: Timely): number => inTime / due;

/** Who is late at any load has no breaking point: below it, the role must have kept up. */
function breakingOf(
  levels: readonly LoadLevel[],
  judged: readonly Judged[],
  steps: readonly LoadStep[],
): Breaking | undefined {
  const last = levels.findLastIndex((level) => share(level) >= KEEPS_UP);
  const first = levels[last + 1];
  const [below, above] = [sum(levels.slice(0, last + 1)), sum(levels.slice(last + 1))];
  if (!first || below.due < ENOUGH || above.due < ENOUGH || share(below) < KEEPS_UP) {
    return undefined;
  }
  const { load } = first;
  const high = steps.filter((step) => step.load >= load);
  const over = high.at(-1)?.to ?? 0;
  const recovered = judged
    .filter((row) => row.at >= over && row.load < load && row.inTime)
    .reduce((least, row) => Math.min(least, row.at), Infinity);
  return {
    load,
    below,
    above,
    brokeAt: high[0]?.from ?? 0,
    ...(recovered < Infinity && { recoveredAt: recovered }),
  };
}
