/**
 * The questions before time is led on: by a jump, and by a turn to the next moment.
 * Knows: what is asked. Does not know: what falls on the way (effects), or which moments there are.
 */
import { formatExerciseTime, type Ms } from '../engine/runtime/protocol.ts';
import { effectsOfJump } from './effects.ts';
import type { Form } from './form.ts';
import { nextMoment } from './moment.ts';
import { words, type Confirm, type Scene } from './scene.ts';
import type { Step } from './step.ts';

/** The question before a jump, with everything that falls on the way. */
export function confirmJump(scene: Scene, to: Ms, from?: Form): Confirm {
  return {
    title: words(scene).confirm.jump,
    effects: effectsOfJump(scene, to),
    input: { type: 'exercise.jump', to },
    ...(from ? { form: from } : {}),
  };
}

/** The question before a turn: what the jump to it releases, and what lapses. */
export function turn(scene: Scene): Extract<Step, { readonly type: 'confirm' | 'notice' }> {
  const w = words(scene).pacing;
  const to = nextMoment(scene);
  if (to === undefined) return { type: 'notice', text: w.noTurn };
  const jump = confirmJump(scene, to);
  const title = w.turnAsk(formatExerciseTime(to));
  const effects = [...jump.effects, [{ text: w.turnStays }]];
  return { type: 'confirm', confirm: { ...jump, title, effects } };
}
