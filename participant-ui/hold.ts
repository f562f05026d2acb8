/**
 * What a pause is for, as it concerns those who play. Knows: whether one can act, and whether all is
 * stopped. Does not know: words.
 */
import type { ExerciseRow } from '../engine/exercise/rows.ts';

type Standing = Pick<ExerciseRow, 'status' | 'hold'>;

/** A real incident: nobody plays until it is resumed. */
export function isReal({ status, hold }: Standing): boolean {
  return status === 'paused' && hold === 'real';
}

/** Turn by turn the story's time stands still, and people think and act. */
export function canAct({ status, hold }: Standing): boolean {
  return status === 'running' || (status === 'paused' && hold === 'step');
}
