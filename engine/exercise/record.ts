/**
 * Turns an input into its lines of the record: the input, then what it caused.
 * Knows: numbering. Does not know: when it is, or whether the lines are safe yet.
 */
import type { Ms } from '../scenario/time.ts';
import type { By, Draft, ExerciseEvent, Input } from './entry.ts';
import type { ExerciseState } from './state.ts';
import { step } from './step.ts';

export type Given = {
  readonly input: Input;
  readonly by: By;
  readonly at: Ms;
  /** ISO 8601 UTC. */
  readonly wall: string;
  readonly act?: string;
};

/** Steps the state by `given` and returns the drafts to append: never one without the others. */
export function record(
  state: ExerciseState,
  { input, by, at, wall, act }: Given,
): { readonly drafts: readonly Draft[]; readonly events: readonly ExerciseEvent[] } {
  const seq = state.seq + 1;
  const events = step(state, input, { at, by, seq });
  const first: Draft = { seq, at, wall, by, input, ...(act === undefined ? {} : { act }) };
  const rest = events.map((event, i): Draft => ({ seq: seq + 1 + i, at, wall, by, event }));
  return { drafts: [first, ...rest], events };
}
