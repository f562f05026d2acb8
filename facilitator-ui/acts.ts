/**
 * From a key to an act: what an action asks first.
 * Knows: the facilitator's acts. Does not know: what a filled-in form becomes (finish).
 */
import type { ControlInput } from '../engine/exercise/entry.ts';
import type { ControlQuestionRow } from '../engine/exercise/rows.ts';
import { chosenQuestion, chosenRef } from './choice.ts';
import { effectsOfAsk, effectsOfClose, effectsOfHotwash, effectsOfRelease } from './effects.ts';
import { beginLook } from './look.ts';
import { confirmFree, confirmInvite, freeForm, peopleIn } from './doors.ts';
import { beginPacing } from './conduct.ts';
import type { Form } from './form.ts';
import {
  answerForm,
  dropForm,
  endForm,
  jumpForm,
  paceForm,
  pauseForm,
  phaseForm,
  skipForm,
} from './forms.ts';
import { resume } from './hold.ts';
import type { Action } from './binding.ts';
import { decideForm, noteForm, observeForm } from './scribe.ts';
import { callForm, messageForm, playForm, sendForm, settleForm } from './simcell.ts';
import { scheduled } from './rows.ts';
import { words, type Confirm, type Scene } from './scene.ts';
import { beginScript } from './script.ts';
import { beginSeveral } from './several.ts';
import { beginStaff } from './staff.ts';
import { lastMoment } from './moment.ts';
import type { Step } from './step.ts';
import { confirmJump } from './turn.ts';
import { nextPace } from './when.ts';

const act = (input: ControlInput): Step => ({ type: 'act', input });
const form = (made: Form | undefined, otherwise: string): Step =>
  made ? { type: 'form', form: made } : { type: 'notice', text: otherwise };
const confirm = (made: Confirm): Step => ({ type: 'confirm', confirm: made });

/** The first step of an action; undefined for those that only move about the screen. */
export function begin(action: Action, scene: Scene): Step | undefined {
  const w = words(scene);
  switch (action) {
    case 'start':
      return { type: 'preflight' };
    case 'pause':
      return form(pauseForm(scene), '');
    case 'eyes':
    case 'past':
    case 'earlier':
    case 'later':
    case 'minuteBack':
    case 'minuteOn':
      return beginLook(action, scene);
    case 'resume':
      return resume(scene);
    case 'real':
    case 'halt':
    case 'turn':
    case 'adjust':
    case 'shift':
      return beginPacing(action, scene);
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
    case 'ask':
    case 'drop':
      return handleQuestion(action, scene);
    case 'write':
      return beginScript('adhoc', scene);
    case 'reschedule':
    case 'reword':
    case 'redirect':
    case 'repeat':
      return beginScript(action, scene);
    case 'releaseAll':
    case 'holdAll':
    case 'unholdAll':
    case 'skipAll':
    case 'moveAll':
      return beginSeveral(action, scene);
    case 'send':
      return form(sendForm(scene), w.noSimulated);
    case 'answer':
      return form(answerForm(scene) ?? messageForm(scene), w.notAllowedYet);
    case 'call':
      return form(callForm(scene), w.noSimulated);
    case 'play':
      return form(playForm(scene), w.noSimulated);
    case 'settle':
      return form(settleForm(scene), w.notAllowedYet);
    case 'bookmark':
    case 'correct':
      return form(noteForm(action, scene), w.scribe.form.noEntry);
    case 'decide':
      return form(decideForm(scene), '');
    case 'observe':
      return form(observeForm(scene), '');
    case 'codes':
      return confirm(confirmInvite(scene));
    case 'free':
      return freeChosen(scene);
    case 'appoint':
    case 'dismiss':
    case 'handover':
      return beginStaff(action, scene);
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
    case 'debrief':
      return { type: 'errand', input: { type: 'debrief' } };
    case 'close':
      return confirm({
        title: w.confirm.close,
        effects: effectsOfClose(scene),
        input: { type: 'exercise.close' },
      });
    case 'quit':
      return confirm({
        title: w.quit[leaving(scene)].title,
        effects: [[{ text: w.quit[leaving(scene)].effect }]],
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
  const ahead = (due = 0): boolean => due > scene.now && due <= lastMoment(scene);
  const due = scheduled(scene.view).find((row) => ahead(row.due))?.due;
  return due === undefined
    ? { type: 'notice', text: words(scene).noNextInject }
    : confirm(confirmJump(scene, due));
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

function handleQuestion(action: 'ask' | 'drop', scene: Scene): Step {
  const row = chosenQuestion(scene);
  if (!row) return { type: 'notice', text: words(scene).notAllowedYet };
  return action === 'drop' ? { type: 'form', form: dropForm(scene, row.id) } : askNow(scene, row);
}

function freeChosen(scene: Scene): Step {
  const role = chosenRef(scene)?.id ?? '';
  const people = peopleIn(scene, role);
  const [only] = people;
  if (!only) return { type: 'notice', text: words(scene).notAllowedYet };
  return people.length === 1
    ? confirm(confirmFree(scene, only))
    : { type: 'form', form: freeForm(scene, role) };
}

/** The question before a poll or a probe is asked at once. */
export function askNow(
  scene: Scene,
  row: ControlQuestionRow,
): Extract<Step, { readonly type: 'confirm' }> {
  return {
    type: 'confirm',
    confirm: {
      title: words(scene).confirm.ask,
      effects: effectsOfAsk(scene, row),
      input: { type: 'question.ask', question: row.id },
    },
  };
}

/** A closed exercise does not stop, nor can it be resumed. */
function leaving({ onQuit, view }: Scene): 'detach' | 'stop' | 'over' {
  const closed = view.exercise?.['exercise']?.status === 'closed';
  return onQuit === 'stop' && closed ? 'over' : onQuit;
}
