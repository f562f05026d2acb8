/**
 * Calls that ring. Knows: how long one rings. Does not know: how it looks. Answering a call is
 * opening it; nothing follows from ringing.
 */
import type { ExerciseRow, ItemRow, RoleView } from '../engine/exercise/rows.ts';
import { isReal } from './hold.ts';
import { isUnread } from './view.ts';

/** Real ms; while the exercise's time stands still the call goes on ringing. */
const RINGS = 60_000;

export function isRinging(item: ItemRow, exercise: ExerciseRow, now: number): boolean {
  // In a real incident no telephone of the story may ring.
  return waitsUnrung(item, exercise, now) && !isReal(exercise);
}

function waitsUnrung(item: ItemRow, { status, pace }: ExerciseRow, now: number): boolean {
  const goesOn = status === 'running' || status === 'paused';
  return item.channel === 'phone' && isUnread(item) && goesOn && now - item.at < RINGS * pace;
}

/** It has rung and nobody has opened it. */
export function isMissed(item: ItemRow, exercise: ExerciseRow, now: number): boolean {
  return item.channel === 'phone' && isUnread(item) && !waitsUnrung(item, exercise, now);
}

/** Those that ring now, the first first. */
export function ringing(view: RoleView, now: number): readonly ItemRow[] {
  const exercise = view.exercise['exercise'];
  if (!exercise) return [];
  return Object.values(view.items)
    .filter((item) => isRinging(item, exercise, now))
    .sort((a, b) => a.seq - b.seq);
}
