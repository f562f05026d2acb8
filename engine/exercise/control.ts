/**
 * What exercise control does. Knows: when each act is allowed, and the event it becomes; injects,
 * simulated roles and what is written down have files of their own (control/). Does not know: what
 * follows from that event (react), or who may do what (staff).
 */
import { moveStoryline } from '../plan/exercise.machine.ts';
import { DAY } from '../scenario/time.ts';
import {
  changeInject,
  handleInject,
  handleQuestion,
  repeatInject,
  writeInject,
} from './control/inject.ts';
import { ahead, notConducted, type Of } from './control/of.ts';
import { answerAsked, enterDecision, note } from './control/record.ts';
import { playSimulated, sendSimulated } from './control/simcell.ts';
import type { ControlInput } from './entry.ts';
import { emit, endExercise, enter, steer, type Run, type Verdict } from './run.ts';
import { permits } from './staff.ts';
import { conducted, standsIn } from './state.ts';

/** Paces that a clock and a person can make sense of. */
const PACE = { min: 0.1, max: 3600 } as const;
/** Further than this no exercise is shifted: beyond, the clock would no longer count exactly. */
const LONGEST = 100 * DAY;

export function control(run: Run, input: ControlInput): Verdict {
  if (run.state.status === 'closed') return 'closed';
  const refused = permits(run.state, run.moment.by, input);
  if (refused) return refused;
  if (run.state.hold === 'real' && !DURING_REAL.includes(input.type)) return 'real-incident';
  switch (input.type) {
    case 'exercise.start':
      return start(run, input.step);
    case 'exercise.pause':
    case 'exercise.resume':
      return pauseOrResume(run, input);
    case 'exercise.pace':
      return setPace(run, input.pace);
    case 'exercise.jump':
      return jump(run, input.to);
    case 'exercise.shift':
      return shift(run, input);
    case 'exercise.end':
      if (!conducted(run.state)) return notConducted(run);
      endExercise(run, 'control', input.reason);
      return undefined;
    case 'exercise.hotwash':
      if (run.state.status === 'hotwash') return 'hotwash-open';
      if (!steer(run, { type: 'hotwash.opened' }).moved) return 'not-ended';
      emit(run, { type: 'hotwash.opened' });
      return undefined;
    case 'exercise.close':
      if (!steer(run, { type: 'exercise.closed' }).moved) return 'not-ended';
      emit(run, { type: 'exercise.closed' });
      return undefined;
    case 'phase.choose':
      return choosePhase(run, input);
    case 'phase.adjust':
      return adjustPhase(run, input);
    case 'inject.release':
    case 'inject.hold':
    case 'inject.unhold':
    case 'inject.skip':
      return handleInject(run, input);
    case 'inject.change':
      return changeInject(run, input);
    case 'inject.repeat':
      return repeatInject(run, input);
    case 'question.ask':
    case 'question.skip':
      return handleQuestion(run, input);
    case 'inject.write':
      return writeInject(run, input);
    case 'simcell.send':
      return sendSimulated(run, input);
    case 'simcell.call':
    case 'simcell.play':
      return playSimulated(run, input);
    case 'decision.enter':
    case 'decision.note':
      return enterDecision(run, input);
    case 'observation.note':
    case 'record.note':
      return note(run, input);
    case 'staff.hand':
      return handLead(run, input.to);
    case 'control.answer':
      return answerAsked(run, input);
    default:
      return input satisfies never;
  }
}

/** What is no part of the play goes on while a real incident is dealt with. */
const DURING_REAL: readonly ControlInput['type'][] = [
  'exercise.pause',
  'exercise.resume',
  'exercise.end',
  'observation.note',
  'record.note',
  'control.answer',
  'staff.hand',
];

function start(run: Run, byStep: true | undefined): Verdict {
  const { status, pace } = run.state;
  if (status !== 'planned') {
    return status === 'running' || status === 'paused' ? 'already-started' : 'ended';
  }
  const move = moveStoryline(run.state.lookup.plan, { status }, { type: 'exercise.started' });
  emit(run, { type: 'exercise.started', pace });
  enter(run, move, { type: 'start' });
  if (byStep) {
    steer(run, { type: 'exercise.paused' });
    emit(run, { type: 'exercise.paused', kind: 'step' });
  }
  return undefined;
}

function pauseOrResume(run: Run, input: Of<'exercise.pause' | 'exercise.resume'>): Verdict {
  if (!conducted(run.state)) return notConducted(run);
  if (input.type === 'exercise.pause') {
    const { type, ...why } = input;
    const other = why.kind !== run.state.hold;
    if (!steer(run, { type: 'exercise.paused' }).moved && !other) return 'paused';
    emit(run, { type: 'exercise.paused', ...why });
  } else {
    if (!steer(run, { type: 'exercise.resumed' }).moved) return 'not-paused';
    emit(run, { type: 'exercise.resumed' });
  }
  return undefined;
}

function setPace(run: Run, pace: number): Verdict {
  if (run.state.status !== 'planned' && !conducted(run.state)) return 'ended';
  if (!(pace >= PACE.min && pace <= PACE.max)) return 'bad-pace';
  emit(run, { type: 'exercise.paced', pace });
  return undefined;
}

function jump(run: Run, to: number): Verdict {
  if (!conducted(run.state)) return notConducted(run);
  const { length } = run.state;
  if (!Number.isSafeInteger(to) || to <= run.moment.at || to > length) return 'bad-jump';
  emit(run, { type: 'exercise.jumped', to });
  return undefined;
}

function shift(run: Run, { type, ...by }: Of<'exercise.shift'>): Verdict {
  const { state, moment } = run;
  if (!conducted(state)) return notConducted(run);
  const end = state.length + by.by;
  const sound = Number.isSafeInteger(by.by) && by.by !== 0 && end <= LONGEST;
  if (!sound || end <= moment.at) return 'bad-time';
  emit(run, { ...by, type: 'exercise.shifted' });
  return undefined;
}

function adjustPhase(run: Run, { type, ...row }: Of<'phase.adjust'>): Verdict {
  if (!conducted(run.state)) return notConducted(run);
  // A thread that is over stands in no phase of the plan.
  const known = run.state.lookup.phases.has(row.phase);
  if (!known || !standsIn(run.state, row.phase)) return 'unknown-phase';
  if (!ahead(run, row.until)) return 'bad-time';
  emit(run, { ...row, type: 'phase.adjusted' });
  return undefined;
}

function choosePhase(run: Run, input: Of<'phase.choose'>): Verdict {
  if (!conducted(run.state)) return notConducted(run);
  const { phase, reason } = input;
  if (!run.state.lookup.phases.has(phase) || standsIn(run.state, phase)) return 'unknown-phase';
  if (reason.trim() === '') return 'empty-text';
  steer(run, { type: 'phase.chosen', to: phase }, { type: 'control', reason });
  return undefined;
}

function handLead(run: Run, to: string): Verdict {
  const { staff } = run.state;
  const from = [...staff.values()].find(({ kind }) => kind === 'lead')?.id;
  if (from === undefined || from === to || !staff.has(to)) return 'unknown-staff';
  emit(run, { type: 'staff.handed', from, to });
  return undefined;
}
