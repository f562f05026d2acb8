/**
 * Replays a journal: feeds the recorded inputs to the engine and compares every event with what it
 * computes now. Knows: the rules, through step. Does not know: files, or the hash chain.
 */
import { canonicalJson, sha256 } from '../plan/digest.ts';
import type { Plan } from '../plan/plan.ts';
import { nextDue } from './due.ts';
import { JOURNAL_FORMAT, type Entry, type ExerciseEvent, type InputEntry } from './entry.ts';
import { initialState, type ExerciseState } from './state.ts';
import { step } from './step.ts';

export type Difference = {
  /** The first entry that is not what the engine computes. */
  readonly seq: number;
  readonly why: 'no-plan' | 'format' | 'digest' | 'event' | 'time' | 'extra';
  readonly recorded?: ExerciseEvent;
  readonly computed?: ExerciseEvent;
};

export type Replay = {
  /** Where the exercise stood after the last whole group of entries (undefined without a plan). */
  readonly state?: ExerciseState;
  readonly entries: number;
  /** Seq of the last entry whose group (an input and all it caused) is whole. */
  readonly whole: number;
  readonly differs?: Difference;
};

/** The Plan's fingerprint: what a journal pins. */
export function planDigest(plan: Plan): string {
  return sha256(canonicalJson(plan));
}

/** Replays from the first entry. A group cut short at the end is left out, not a difference. */
export function replay(entries: readonly Entry[]): Replay {
  const first = entries[0];
  if (!first || !('input' in first) || first.input.type !== 'exercise.open') {
    return { entries: entries.length, whole: -1, differs: { seq: 0, why: 'no-plan' } };
  }
  const { plan, format, digest } = first.input;
  const known = Number.isInteger(format) && format >= 1 && format <= JOURNAL_FORMAT;
  const bad = !known ? 'format' : planDigest(plan) !== digest ? 'digest' : undefined;
  if (bad) return { entries: entries.length, whole: -1, differs: { seq: 0, why: bad } };
  const state = initialState(plan);
  let i = 0;
  while (i < entries.length) {
    const result = replayGroup(state, entries, i);
    if (typeof result !== 'number') {
      if (result.type === 'cut') return withoutTail(entries, i);
      return { state, entries: entries.length, whole: i - 1, differs: result.difference };
    }
    i = result;
  }
  return { state, entries: entries.length, whole: i - 1 };
}

/** A group without its end has already moved the state on: the rest is replayed afresh. */
function withoutTail(entries: readonly Entry[], from: number): Replay {
  const { state, whole } = replay(entries.slice(0, from));
  return { ...(state ? { state } : {}), entries: entries.length, whole };
}

type Outcome =
  number | { readonly type: 'cut' } | { readonly type: 'differs'; readonly difference: Difference };

/** Replays the input at `i` and what it caused; returns where the next input stands. */
function replayGroup(state: ExerciseState, entries: readonly Entry[], i: number): Outcome {
  const entry = entries[i];
  const differs = (difference: Difference): Outcome => ({ type: 'differs', difference });
  if (!entry || !('input' in entry)) {
    const recorded = entry && 'event' in entry ? { recorded: entry.event } : {};
    return differs({ seq: entry?.seq ?? i, why: 'extra', ...recorded });
  }
  if (entry.at < state.at || passesOverDue(state, entry)) {
    return differs({ seq: entry.seq, why: 'time' });
  }
  const events = step(state, entry.input, entry);
  for (const [k, computed] of events.entries()) {
    const recorded = entries[i + 1 + k];
    if (!recorded) return { type: 'cut' };
    const difference = compare(recorded, computed, entry);
    if (difference) return differs(difference);
  }
  return i + 1 + events.length;
}

/** What is due comes before whatever else happens then: an act that overtakes it never was. */
function passesOverDue(state: ExerciseState, { input, at }: InputEntry): boolean {
  return input.type !== 'agenda.due' && (nextDue(state)?.due ?? Infinity) <= at;
}

function compare(
  recorded: Entry,
  computed: ExerciseEvent,
  input: InputEntry,
): Difference | undefined {
  const { seq } = recorded;
  if (!('event' in recorded)) return { seq, why: 'event', computed };
  if (recorded.at !== input.at) return { seq, why: 'time', recorded: recorded.event, computed };
  // The same code writes both in the same order; only when that fails is order ruled out.
  const same =
    JSON.stringify(recorded.event) === JSON.stringify(computed) ||
    canonicalJson(recorded.event) === canonicalJson(computed);
  return same ? undefined : { seq, why: 'event', recorded: recorded.event, computed };
}
