/**
 * A plan in figures, phase by phase. Knows: what there is to count, and in which phase it falls.
 * Does not know: how it is shown.
 */
import type { Inject, Plan } from '../../engine/plan/plan.ts';
import type { Channel, Domain } from '../../engine/scenario/schema.ts';
import { HOUR, type Ms } from '../../engine/scenario/time.ts';
import type { Moment, Schedule, Span } from './schedule.ts';

export type Tally = {
  /** Absent: what falls in no phase. */
  readonly span?: Span;
  /** The usual course passes the phase by. */
  readonly aside: boolean;
  readonly length: Ms;
  readonly injects: readonly Inject[];
  readonly reserves: number;
  readonly expectations: number;
  readonly tasks: number;
  readonly decisions: number;
  /** Facts that come out here first. */
  readonly facts: number;
  /** Injects and expectations an hour, each receiver by itself. */
  readonly load: number;
  readonly idle: readonly string[];
};

export function tallyOf(plan: Plan, schedule: Schedule): readonly Tally[] {
  const spans = [
    ...schedule.spans.map((span) => ({ span, aside: false })),
    ...schedule.asides.map((span) => ({ span, aside: true })),
  ];
  const first = firstOut(plan, schedule);
  const rows = spans.map(({ span, aside }) => {
    const inside = (moment: Moment | undefined): boolean => !aside && within(span, moment);
    const injects = plan.injects.filter((row) =>
      row.phases.length > 0 ? row.phases.includes(span.phase) : inside(schedule.inject(row.id)),
    );
    const mine = (moment: Moment | undefined): boolean => !span.thread && inside(moment);
    return {
      span,
      aside,
      length: span.to - span.from,
      ...countsOf(plan, injects, span.to - span.from),
      tasks: plan.tasks.filter(({ id }) => mine(schedule.task(id))).length,
      decisions: plan.decisions.filter(({ id }) => mine(schedule.decision(id))).length,
      facts: injects.flatMap(({ id }) => first.get(id) ?? []).length,
    };
  });
  return [...rows, ...rest(plan, rows, first)];
}

/** What no phase has: injects by hand, or those that the script gives no time. */
function rest(
  plan: Plan,
  rows: readonly Tally[],
  first: ReadonlyMap<string, readonly string[]>,
): readonly Tally[] {
  const counted = new Set(rows.flatMap(({ injects }) => injects));
  const injects = plan.injects.filter((row) => !counted.has(row));
  if (injects.length === 0) return [];
  const facts = injects.flatMap(({ id }) => first.get(id) ?? []).length;
  const counts = { ...countsOf(plan, injects, 0), idle: [] };
  return [{ aside: true, length: 0, ...counts, tasks: 0, decisions: 0, facts }];
}

/** A span holds its beginning, not its end; the last holds both. */
function within({ from, to, thread }: Span, moment: Moment | undefined): boolean {
  if (!moment || thread !== undefined) return false;
  return moment.at >= from && moment.at < to;
}

function countsOf(
  plan: Plan,
  injects: readonly Inject[],
  length: Ms,
): Pick<Tally, 'injects' | 'reserves' | 'expectations' | 'load' | 'idle'> {
  const ids = new Set(injects.map(({ id }) => id));
  const expectations = plan.expectations.filter(({ inject }) => ids.has(inject));
  const busy = new Set([
    ...injects.flatMap(({ to }) => to),
    ...expectations.map(({ role }) => role),
  ]);
  const things = injects.reduce((sum, { to }) => sum + to.length, 0) + expectations.length;
  return {
    injects,
    reserves: injects.filter(({ trigger }) => trigger.type === 'if-not').length,
    expectations: expectations.length,
    load: length > 0 ? (things * HOUR) / length : 0,
    idle: plan.roles
      .filter(({ id, playedBy }) => playedBy === 'participant' && !busy.has(id))
      .map(({ id }) => id),
  };
}

/** The facts that come out first with each inject. */
function firstOut(plan: Plan, schedule: Schedule): ReadonlyMap<string, readonly string[]> {
  const out = new Map<string, string[]>();
  for (const { id } of plan.facts) {
    let first: { readonly inject: string; readonly at: Ms } | undefined;
    for (const inject of plan.injects) {
      const moment = schedule.inject(inject.id);
      if (!inject.facts.includes(id) || !moment) continue;
      if (!first || moment.at < first.at) first = { inject: inject.id, at: moment.at };
    }
    if (first) out.set(first.inject, [...(out.get(first.inject) ?? []), id]);
  }
  return out;
}

export type Use = { readonly key: Channel | Domain; readonly count: number };

/** How often each word occurs, the most used first. */
export function usesOf(injects: readonly Inject[], what: 'channel' | 'domain'): readonly Use[] {
  const counts = new Map<Channel | Domain, number>();
  for (const row of injects) counts.set(row[what], (counts.get(row[what]) ?? 0) + 1);
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
