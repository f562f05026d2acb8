/**
 * When things come by the plan: at the time that is written, or as the script alone lets it be worked
 * out. Knows: what triggers, gates, branches and defaults mean for time. Does not know: what people
 * will do; it takes two views of them (`course` and `earliest`) and says which one a time rests on.
 */
import type { Plan, Trigger } from '../../engine/plan/plan.ts';
import type { Condition } from '../../engine/scenario/condition.ts';
import { earliest, NEVER } from '../../engine/scenario/earliest.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import { type At, nodesOf } from './nodes.ts';
import { type Span, walk } from './walk.ts';

export type { Span } from './walk.ts';

/**
 * A time by the plan. `exact`: it is written in the script. Otherwise it is worked out: `course` says
 * that the usual course gets there (decisions lapse to their default, tasks are done at their
 * deadline); where it does not, the time is the earliest that any course allows.
 */
export type Moment = { readonly at: Ms; readonly exact: boolean; readonly course: boolean };

export type Schedule = {
  /** Undefined: released by hand, or by nothing that the script tells. */
  readonly inject: (id: string) => Moment | undefined;
  readonly task: (id: string) => Moment | undefined;
  readonly decision: (id: string) => Moment | undefined;
  readonly question: (id: string) => Moment | undefined;
  readonly phase: (id: string) => Moment | undefined;
  readonly interface: (id: string) => Moment | undefined;
  /** The phases of the storyline and the threads in the order the usual course comes to them. */
  readonly spans: readonly Span[];
  /** The phases that the usual course passes by, at their earliest. */
  readonly asides: readonly Span[];
};

export function scheduleOf(plan: Plan): Schedule {
  const { at: course, reader, spans } = walk(plan);
  const soonest = earliest(nodesOf(plan, 'earliest'));
  const moment = (key: string, when?: Condition): Moment | undefined => {
    const planned = course(key);
    const comes = planned !== NEVER && (!when || reader.holds(when, planned, course));
    if (comes) return { at: planned, exact: false, course: true };
    const possible = soonest(key);
    return possible === NEVER ? undefined : { at: possible, exact: false, course: false };
  };
  const triggers = new Map<string, Trigger>([
    ...plan.injects.map(({ id, trigger }) => [`inject:${id}`, trigger] as const),
    ...(plan.questions ?? []).map(({ id, trigger }) => [`question:${id}`, trigger] as const),
  ]);
  const triggered = (key: string): Moment | undefined => {
    const trigger = triggers.get(key);
    if (!trigger || trigger.type === 'manual') return undefined;
    if (trigger.type !== 'at') return moment(key, 'when' in trigger ? trigger.when : undefined);
    return { at: trigger.at, exact: true, course: course(key) !== NEVER };
  };
  const starts = new Set([plan.begins, ...(plan.threads ?? []).map(({ begins }) => begins)]);
  return {
    inject: (id) => triggered(`inject:${id}`),
    question: (id) => triggered(`question:${id}`),
    task: (id) => moment(`task:${id}`),
    decision: (id) => moment(`decision:${id}`),
    phase: (id) => {
      const enters = moment(`phase:${id}`);
      return enters && { ...enters, exact: starts.has(id) };
    },
    interface: (id) => moment(`interface:${id}`),
    spans,
    asides: asidesOf(plan, spans, soonest),
  };
}

function asidesOf(plan: Plan, spans: readonly Span[], soonest: At): readonly Span[] {
  const seen = new Set(spans.map(({ phase }) => phase));
  return plan.phases.flatMap(({ id, thread, length }) => {
    const from = soonest(`phase:${id}`);
    if (seen.has(id) || from === NEVER) return [];
    const to = Math.max(from, Math.min(plan.length, from + (length ?? plan.length)));
    return [{ phase: id, ...(thread === undefined ? {} : { thread }), from, to }];
  });
}

/** Orders by time; what has none comes last, by its number in the script. */
export function byMoment<T extends { readonly id: string }>(
  rows: readonly T[],
  moment: (id: string) => Moment | undefined,
): readonly T[] {
  const keyed = rows.map((row, i) => ({ row, i, at: moment(row.id)?.at ?? Infinity }));
  return keyed.sort((a, b) => compare(a.at, b.at) || a.i - b.i).map(({ row }) => row);
}

/** Infinity less infinity is no number. */
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
