/**
 * What becomes of a finished form: an act, a question, or the form again with its fault.
 * Knows: the fields. Does not know: how a form came up (acts) or how an act is sent (store).
 */
import type { ControlInput } from '../engine/exercise/entry.ts';
import { finishPacing } from './conduct.ts';
import { confirmFree } from './doors.ts';
import { effectsOfDrop, effectsOfEnd, effectsOfPhase, effectsOfSkip } from './effects.ts';
import { missing, valueOf, type Form } from './form.ts';
import { finishScribe } from './scribe.ts';
import { finishSimcell } from './simcell.ts';
import { words, type Confirm, type Scene } from './scene.ts';
import { finishScript } from './script.ts';
import { finishSeveral } from './several.ts';
import { finishStaff } from './staff.ts';
import { lastMoment, pastEnd } from './moment.ts';
import type { Step } from './step.ts';
import { confirmJump } from './turn.ts';
import { readPace, readPast, readWhen } from './when.ts';

const act = (input: ControlInput): Step => ({ type: 'act', input });
const confirm = (made: Confirm): Step => ({ type: 'confirm', confirm: made });

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
    case 'past': {
      const at = readPast(value('at'), scene.now);
      return at === undefined ? fault(filled, w.form.badTime) : { type: 'look', wish: { at } };
    }
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
    case 'drop':
      return finishDrop(filled, scene);
    case 'free': {
      const seat = scene.view.seats?.[value('seat')];
      return seat ? confirm(confirmFree(scene, seat, filled)) : fault(filled, w.doors.gone);
    }
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
    case 'send':
    case 'reply':
    case 'call':
    case 'play':
    case 'settle':
      return finishSimcell(filled, filled.kind, scene);
    case 'answer':
      return act({ type: 'control.answer', ask: filled.target ?? '', text: value('text') });
    case 'reschedule':
    case 'reword':
    case 'redirect':
    case 'repeat':
    case 'adhoc':
      return finishScript(filled, filled.kind, scene);
    case 'skipAll':
    case 'moveAll':
      return finishSeveral(filled, filled.kind, scene);
    case 'decide':
    case 'observe':
    case 'bookmark':
    case 'correct':
      return finishScribe(filled, filled.kind, scene);
    case 'appoint':
    case 'dismiss':
    case 'handover':
      return finishStaff(filled, scene);
    case 'real':
    case 'halt':
    case 'adjust':
    case 'shift':
      return finishPacing(filled, scene);
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
  if (to > lastMoment(scene)) return fault(filled, pastEnd(scene));
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

function finishDrop(filled: Form, scene: Scene): Step {
  const row = scene.view.questions?.[filled.target ?? ''];
  const reason = valueOf(filled, 'reason');
  if (!row) return fault(filled, words(scene).notAllowedYet);
  return confirm({
    title: words(scene).confirm.drop,
    effects: effectsOfDrop(scene, row, reason),
    input: { type: 'question.skip', question: row.id, ...(reason === '' ? {} : { reason }) },
    form: filled,
  });
}
