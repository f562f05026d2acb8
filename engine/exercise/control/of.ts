/** What the acts of control have in common. Knows: when in the exercise, and on which side of now. */
import type { RoleId } from '../../plan/plan.ts';
import type { Ms } from '../../scenario/time.ts';
import type { ControlInput } from '../entry.ts';
import type { Run, Verdict } from '../run.ts';
import type { ExerciseState } from '../state.ts';

export type Of<T extends ControlInput['type']> = Extract<ControlInput, { type: T }>;

export function notConducted({ state }: Run): Verdict {
  return state.status === 'planned' ? 'not-started' : 'ended';
}

/** Later than now, and not after the exercise's own end. Before STARTEX, STARTEX itself is ahead. */
export function ahead({ state, moment }: Run, at: Ms): boolean {
  const later = state.status === 'planned' ? at >= 0 : at > moment.at;
  return Number.isSafeInteger(at) && later && at <= state.length;
}

/** Control says that it was then: not after now. */
export function behind({ moment }: Run, at: Ms | undefined): boolean {
  return at === undefined || (Number.isSafeInteger(at) && at >= 0 && at <= moment.at);
}

/** Somebody is to get it, and each of them is a role of the plan. */
export function badReceivers({ lookup }: ExerciseState, to: readonly RoleId[]): Verdict {
  if (to.length === 0) return 'no-receiver';
  return to.every((role) => lookup.roles.has(role)) ? undefined : 'unknown-role';
}

export function isPrepared(state: ExerciseState, id: string | undefined): boolean {
  return id === undefined || (state.lookup.plan.bank ?? []).some((row) => row.id === id);
}
