/**
 * Pausing for a purpose, and what the pause is called. Knows: the kinds, and which of them is asked
 * about first. Does not know: keys or the screen.
 */
import type { ControlInput, PauseKind } from '../engine/exercise/entry.ts';
import type { ExerciseRow } from '../engine/exercise/rows.ts';
import type { Lang } from '../engine/runtime/protocol.ts';
import type { Step } from './step.ts';
import { line, pick, valueOf, type Form } from './form.ts';
import { held } from './status.ts';
import { words, type Confirm, type Scene } from './scene.ts';
import { catalogue } from './text.ts';

const ORDINARY = 'ordinary';
const KINDS = ['discussion', 'step', ORDINARY, 'real'] as const;

/** How the exercise stands, in words: of a pause, what it is for. */
export function standing({ status, hold }: ExerciseRow, lang: Lang): string {
  const w = catalogue(lang);
  return status === 'paused' ? w.pacing.hold[hold ?? ORDINARY] : w.status[status];
}

/** The same to a participant at a terminal. */
export function playedHold({ status, hold }: ExerciseRow, lang: Lang): string | undefined {
  return status === 'paused' && hold ? catalogue(lang).pacing.played[hold] : undefined;
}

/** Why nothing happened: a real incident is the reason that must not be missed. */
export function whyNot(scene: Scene): string {
  const w = words(scene);
  return held(scene) === 'real' ? w.pacing.realNo : w.notAllowedYet;
}

/** The kind that one is in is no choice: what it says stands already. */
export function haltForm(scene: Scene): Form {
  const w = words(scene).pacing;
  const paused = scene.view.exercise?.['exercise']?.status === 'paused';
  const now = paused ? (held(scene) ?? ORDINARY) : undefined;
  const options = KINDS.filter((kind) => kind !== now).map((id) => {
    const [name = '', note = ''] = w.kinds[id];
    return { id, name, note };
  });
  const fields = [pick('kind', w.kind, options), line('reason', w.reason, '', true)];
  return { kind: 'halt', title: w.haltTitle, fields, at: 0 };
}

/** One line, so that Enter is all it takes. */
export function realForm(scene: Scene): Form {
  const w = words(scene).pacing;
  const fields = [line('reason', w.reason, '', true)];
  return { kind: 'real', title: w.realTitle, hint: w.realHint, fields, at: 0 };
}

export function finishHalt(filled: Form, scene: Scene): Step {
  const kind = filled.kind === 'real' ? 'real' : valueOf(filled, 'kind');
  return haltAs(scene, kind, valueOf(filled, 'reason'), filled);
}

/** The pause itself; a real incident, and the end of one, are asked about first. */
export function haltAs(
  scene: Scene,
  kind: string,
  reason: string,
  form?: Form,
): Extract<Step, { readonly type: 'act' | 'confirm' }> {
  const input: ControlInput = {
    type: 'exercise.pause',
    ...(kind === ORDINARY ? {} : { kind: kind as PauseKind }),
    ...(reason === '' ? {} : { reason }),
  };
  const back = form ? { form } : {};
  if (kind === 'real')
    return { type: 'confirm', confirm: { ...realAsked(scene, reason, input), ...back } };
  if (held(scene) !== 'real') return { type: 'act', input };
  const w = words(scene).pacing;
  const [name = ''] = w.kinds[kind as keyof typeof w.kinds];
  const effects = [[{ text: w.changed(name) }]];
  return {
    type: 'confirm',
    confirm: { title: w.leaveReal, effects, input, harmless: true, ...back },
  };
}

function realAsked(scene: Scene, reason: string, input: ControlInput): Confirm {
  const w = words(scene).pacing;
  const effects = [...w.realEffects, ...(reason === '' ? [] : [w.because(reason)])];
  return { title: w.realAsk, effects: effects.map((text) => [{ text }]), input, harmless: true };
}

/** After a real incident everybody goes on at once: that is asked about. */
export function resume(scene: Scene): Extract<Step, { readonly type: 'act' | 'confirm' }> {
  const input: ControlInput = { type: 'exercise.resume' };
  if (held(scene) !== 'real') return { type: 'act', input };
  const w = words(scene).pacing;
  const effects = [[{ text: w.resumed }]];
  return { type: 'confirm', confirm: { title: w.leaveReal, effects, input, harmless: true } };
}
