/**
 * How much reaches each role in each quarter of an hour, by plan. Knows: injects and expectations.
 * Does not know: how long anything takes to handle.
 */
import type { Plan } from '../../engine/plan/plan.ts';
import { MINUTE, type Ms } from '../../engine/scenario/time.ts';
import type { Moment, Schedule } from './schedule.ts';

export const QUARTER: Ms = 15 * MINUTE;

export type Quarter = { readonly injects: number; readonly expectations: number };
export type RoleLoad = {
  readonly role: string;
  /** By number of the quarter since STARTEX; quarters without anything are left out. */
  readonly quarters: ReadonlyMap<number, Quarter>;
  /** Every inject it may receive at a known time, those of other branches too. */
  readonly marks: readonly { readonly inject: string; readonly moment: Moment }[];
  readonly injects: number;
  readonly expectations: number;
};

/** One for each role, in the plan's order. What the usual course does not bring is no load. */
export function loadOf(plan: Plan, schedule: Schedule): readonly RoleLoad[] {
  const loads = new Map(plan.roles.map(({ id }) => [id, empty()]));
  const expected = new Map<string, string[]>();
  for (const { inject, role } of plan.expectations) {
    expected.set(inject, [...(expected.get(inject) ?? []), role]);
  }
  for (const { id, to } of plan.injects) {
    const moment = schedule.inject(id);
    if (!moment) continue;
    for (const role of to) loads.get(role)?.marks.push({ inject: id, moment });
    if (!moment.course) continue;
    for (const role of to) count(loads.get(role), moment.at, 'injects');
    for (const role of expected.get(id) ?? []) count(loads.get(role), moment.at, 'expectations');
  }
  return [...loads].map(([role, { quarters, marks }]) => ({
    role,
    quarters,
    marks,
    injects: sum(quarters, 'injects'),
    expectations: sum(quarters, 'expectations'),
  }));
}

type Open = {
  readonly quarters: Map<number, Quarter>;
  readonly marks: { readonly inject: string; readonly moment: Moment }[];
};
const empty = (): Open => ({ quarters: new Map(), marks: [] });

function count(load: Open | undefined, at: Ms, what: keyof Quarter): void {
  const quarter = Math.floor(at / QUARTER);
  const before = load?.quarters.get(quarter) ?? { injects: 0, expectations: 0 };
  load?.quarters.set(quarter, { ...before, [what]: before[what] + 1 });
}

function sum(quarters: ReadonlyMap<number, Quarter>, what: keyof Quarter): number {
  return [...quarters.values()].reduce((all, quarter) => all + quarter[what], 0);
}

export const totalOf = ({ injects, expectations }: Quarter): number => injects + expectations;

/** The role's heaviest quarter, the first of them. */
export function peakOf(
  load: RoleLoad,
): { readonly quarter: number; readonly load: Quarter } | undefined {
  return [...load.quarters]
    .toSorted(([a], [b]) => a - b)
    .reduce<{ quarter: number; load: Quarter } | undefined>(
      (peak, [quarter, now]) =>
        !peak || totalOf(now) > totalOf(peak.load) ? { quarter, load: now } : peak,
      undefined,
    );
}

/** The longest stretch in which nothing reaches the role. */
export function longestIdle(load: RoleLoad, end: Ms): { readonly from: Ms; readonly to: Ms } {
  const busy = [...load.quarters.keys()].toSorted((a, b) => a - b);
  const ends = [...busy.map((quarter) => quarter * QUARTER), end];
  let longest = { from: 0, to: ends[0] ?? end };
  for (const [i, quarter] of busy.entries()) {
    const gap = { from: (quarter + 1) * QUARTER, to: ends[i + 1] ?? end };
    if (gap.to - gap.from > longest.to - longest.from) longest = gap;
  }
  return longest;
}
