/** In which state of the exercise something applies. Knows: status and hold. Does not know: keys. */
import type { ExerciseRow } from '../engine/exercise/rows.ts';
import type { Scene } from './scene.ts';

/** True while the exercise has one of these statuses. */
export const during =
  (...wanted: readonly ExerciseRow['status'][]) =>
  ({ view }: Scene): boolean => {
    const status = view.exercise?.['exercise']?.status;
    return status !== undefined && wanted.includes(status);
  };

/** While time is kept, running or not. */
export const underway = during('running', 'paused');

/** As long as anything can be added to the record. */
export const unclosed = during('planned', 'running', 'paused', 'ended', 'hotwash');

export const held = ({ view }: Scene): string | undefined => view.exercise?.['exercise']?.hold;

/** While the exercise can be steered: a real incident stops all of it. */
export function steered(scene: Scene): boolean {
  return underway(scene) && held(scene) !== 'real';
}

export const byTurns = (scene: Scene): boolean => held(scene) === 'step';
