/**
 * What cannot be taken back, in one table, and the net under every key: none of it is sent before
 * its question has been answered. Knows: kinds of acts. Does not know: what they do (effects).
 */
import type { Step } from './step.ts';
import type { Form } from './form.ts';
import { words, type Errand, type Scene } from './scene.ts';

/** True: asked about first. What is written to participants has its own form with a button. */
export const IRREVERSIBLE: Readonly<Record<Exclude<Errand['type'], 'several'>, boolean>> = {
  'exercise.start': true,
  'exercise.pause': false,
  'exercise.resume': false,
  'exercise.pace': false,
  'exercise.jump': true,
  'exercise.shift': true,
  'exercise.end': true,
  'exercise.hotwash': true,
  'exercise.close': true,
  'phase.choose': true,
  'phase.adjust': true,
  'inject.release': true,
  'inject.hold': false,
  'inject.unhold': false,
  'inject.skip': true,
  'inject.change': false,
  'inject.repeat': true,
  'inject.write': false,
  'question.ask': true,
  'question.skip': true,
  'simcell.send': false,
  'simcell.call': false,
  'simcell.play': false,
  'decision.enter': false,
  'decision.note': false,
  'observation.note': false,
  'record.note': false,
  'staff.hand': true,
  'control.answer': false,
  free: true,
  invite: true,
  debrief: false,
  appoint: false,
  dismiss: true,
};

/** Several are as irreversible as the act that is done to each of them. */
export function isIrreversible(input: Errand): boolean {
  return input.type === 'several'
    ? input.acts.some(({ type }) => IRREVERSIBLE[type])
    : IRREVERSIBLE[input.type];
}

/** The step, or the question before it. */
export function asked<S extends Step | undefined>(step: S, scene: Scene, form?: Form): S | Step {
  if (step?.type !== 'act' && step?.type !== 'errand') return step;
  if (!isIrreversible(step.input)) return step;
  const w = words(scene).search;
  const { input } = step;
  const confirm = { title: w.irreversible, effects: [[{ text: w.askedFirst(input.type) }]], input };
  return { type: 'confirm', confirm: form ? { ...confirm, form } : confirm };
}
