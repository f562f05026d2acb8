/**
 * From a key to an input: what an action asks first, and what a finished form becomes.
 * Knows: the facilitator's acts. Does not know: sending them (store) or drawing them (panels).
 */
import type { About, ControlInput, Rating } from '../engine/exercise/entry.ts';
import type { Channel } from '../engine/scenario/schema.ts';
import type { Ms } from '../engine/runtime/protocol.ts';
import { chosenRef } from './choice.ts';
import {
  effectsOfClose,
  effectsOfEnd,
  effectsOfHotwash,
  effectsOfJump,
  effectsOfPhase,
  effectsOfRelease,
  effectsOfSkip,
} from './effects.ts';
import { chosenOf, missing, valueOf, type Form } from './form.ts';
import {
  decideForm,
  endForm,
  jumpForm,
  NOBODY,
  observeForm,
  paceForm,
  pauseForm,
  phaseForm,
  rolesOf,
  sendForm,
  skipForm,
  writeForm,
} from './forms.ts';
import type { Action } from './keys.ts';
import { scheduled } from './rows.ts';
import { words, type Confirm, type Scene } from './scene.ts';
import { nextPace, readPace, readWhen } from './when.ts';

export type Step =
  | { readonly type: 'act'; readonly input: ControlInput }
  | { readonly type: 'form'; readonly form: Form }
  | { readonly type: 'confirm'; readonly confirm: Confirm }
  | { readonly type: 'notice'; readonly text: string };

const act = (input: ControlInput): Step => ({ type: 'act', input });
const form = (made: Form | undefined, otherwise: string): Step =>
  made ? { type: 'form', form: made } : { type: 'notice', text: otherwise };
const confirm = (made: Confirm): Step => ({ type: 'confirm', confirm: made });

/** The first step of an action; undefined for those that only move about the screen. */
export function begin(action: Action, scene: Scene): Step | undefined {
  const w = words(scene);
  switch (action) {
    case 'start':
      return act({ type: 'exercise.start' });
    case 'pause':
      return form(pauseForm(scene), '');
    case 'resume':
      return act({ type: 'exercise.resume' });
    case 'pace':
      return form(paceForm(scene), '');
    case 'faster':
      return changePace(scene, 1);
    case 'slower':
      return changePace(scene, -1);
    case 'jump':
      return form(jumpForm(scene), '');
    case 'next':
      return jumpToNext(scene);
    case 'release':
    case 'hold':
    case 'unhold':
    case 'skip':
      return handleInject(action, scene);
    case 'write':
      return form(writeForm(scene), '');
    case 'send':
      return form(sendForm(scene), w.noSimulated);
    case 'decide':
      return form(decideForm(scene, chosenRef(scene)?.id ?? ''), w.notAllowedYet);
    case 'observe':
      return form(observeForm(scene), '');
    case 'phase':
      return form(phaseForm(scene), w.noPhases);
    case 'end':
      return form(endForm(scene), '');
    case 'hotwash':
      return confirm({
        title: w.confirm.hotwash,
        effects: effectsOfHotwash(scene),
        input: { type: 'exercise.hotwash' },
        harmless: true,
      });
    case 'close':
      return confirm({
        title: w.confirm.close,
        effects: effectsOfClose(scene),
        input: { type: 'exercise.close' },
      });
    case 'quit':
      return confirm({
        title: w.quit[scene.onQuit].title,
        effects: [[{ text: w.quit[scene.onQuit].effect }]],
        input: 'leave',
        harmless: true,
      });
    default:
      return undefined;
  }
}

function changePace(scene: Scene, by: 1 | -1): Step | undefined {
  const pace = nextPace(scene.view.exercise?.['exercise']?.pace ?? 1, by);
  return pace === undefined ? undefined : act({ type: 'exercise.pace', pace });
}

function jumpToNext(scene: Scene): Step {
  const due = scheduled(scene.view).find((row) => (row.due ?? 0) > scene.now)?.due;
  return due === undefined
    ? { type: 'notice', text: words(scene).noNextInject }
    : confirm(confirmJump(scene, due));
}

/** The question before a jump, with everything that falls on the way. */
export function confirmJump(scene: Scene, to: Ms, from?: Form): Confirm {
  return {
    title: words(scene).confirm.jump,
    effects: effectsOfJump(scene, to),
    input: { type: 'exercise.jump', to },
    ...(from ? { form: from } : {}),
  };
}

function handleInject(action: 'release' | 'hold' | 'unhold' | 'skip', scene: Scene): Step {
  const ref = chosenRef(scene);
  const row = ref?.kind === 'inject' ? scene.view.injects?.[ref.id] : undefined;
  if (!row) return { type: 'notice', text: words(scene).notAllowedYet };
  switch (action) {
    case 'release':
      return confirm({
        title: words(scene).confirm.release,
        effects: effectsOfRelease(scene, row),
        input: { type: 'inject.release', inject: row.id },
      });
    case 'hold':
      return act({ type: 'inject.hold', inject: row.id });
    case 'unhold':
      return act({ type: 'inject.unhold', inject: row.id });
    case 'skip':
      return { type: 'form', form: skipForm(scene, row.id) };
    default:
      return action satisfies never;
  }
}

/** What becomes of a form that has been sent: an act, a question, or the form with its fault. */
export function finish(filled: Form, scene: Scene): Step {
  const gap = missing(filled);
  const w = words(scene);
  if (gap) {
    const at = filled.fields.indexOf(gap);
    return { type: 'form', form: { ...filled, at, error: w.form.missing(gap.label) } };
  }
  const value = (id: string): string => valueOf(filled, id);
  const reason = value('reason') === '' ? {} : { reason: value('reason') };
  switch (filled.kind) {
    case 'pause':
      return act({ type: 'exercise.pause', ...reason });
    case 'pace': {
      const pace = readPace(value('pace'));
      return pace === undefined
        ? fault(filled, w.form.badPace)
        : act({ type: 'exercise.pace', pace });
    }
    case 'jump':
      return finishJump(filled, scene);
    case 'skip':
      return finishSkip(filled, scene);
    case 'end':
      return confirm({
        title: w.confirm.end,
        effects: effectsOfEnd(scene, value('reason')),
        input: { type: 'exercise.end', ...reason },
        form: filled,
      });
    case 'phase':
      return confirm({
        title: w.confirm.phase,
        effects: effectsOfPhase(scene, value('phase'), value('reason')),
        input: { type: 'phase.choose', phase: value('phase'), reason: value('reason') },
        form: filled,
      });
    case 'write':
      return act(written(filled, scene));
    case 'send':
      return act(sent(filled, scene));
    case 'decide':
      return act({
        type: 'decision.enter',
        decision: filled.target ?? '',
        option: value('option'),
        role: value('role'),
        reason: value('reason'),
      });
    case 'observe':
      return act(observed(filled));
    default:
      return filled.kind satisfies never;
  }
}

function fault(filled: Form, error: string): Step {
  return { type: 'form', form: { ...filled, error } };
}

function finishJump(filled: Form, scene: Scene): Step {
  const w = words(scene).form;
  const to = readWhen(valueOf(filled, 'to'), scene.now);
  if (to === undefined) return fault(filled, w.badTime);
  return to <= scene.now ? fault(filled, w.pastTime) : confirm(confirmJump(scene, to, filled));
}

function finishSkip(filled: Form, scene: Scene): Step {
  const row = scene.view.injects?.[filled.target ?? ''];
  const reason = valueOf(filled, 'reason');
  if (!row) return fault(filled, words(scene).notAllowedYet);
  return confirm({
    title: words(scene).confirm.skip,
    effects: effectsOfSkip(scene, row, reason),
    input: { type: 'inject.skip', inject: row.id, ...(reason === '' ? {} : { reason }) },
    form: filled,
  });
}

function written(filled: Form, scene: Scene): ControlInput {
  const facts = chosenOf(filled, 'facts');
  return {
    type: 'inject.write',
    to: rolesOf(scene, chosenOf(filled, 'to')),
    from: valueOf(filled, 'from'),
    channel: valueOf(filled, 'channel') as Channel,
    title: valueOf(filled, 'title'),
    body: valueOf(filled, 'body'),
    ...(facts.length > 0 ? { facts } : {}),
  };
}

function sent(filled: Form, scene: Scene): ControlInput {
  const facts = chosenOf(filled, 'facts');
  const title = valueOf(filled, 'title');
  const from = valueOf(filled, 'from');
  return {
    type: 'simcell.send',
    from,
    to: rolesOf(scene, chosenOf(filled, 'to')).filter((role) => role !== from),
    ...(title === '' ? {} : { title }),
    body: valueOf(filled, 'body'),
    ...(facts.length > 0 ? { facts } : {}),
    ...(filled.target === undefined ? {} : { replyTo: filled.target }),
  };
}

function observed(filled: Form): ControlInput {
  const rating = valueOf(filled, 'rating');
  const subject = valueOf(filled, 'about');
  const cut = subject.indexOf(':');
  const about: About = { [subject.slice(0, cut)]: subject.slice(cut + 1) };
  return {
    type: 'observation.note',
    text: valueOf(filled, 'text'),
    ...(rating === NOBODY ? {} : { rating: rating as Rating }),
    ...(subject === NOBODY ? {} : { about }),
  };
}
