/**
 * What exercise control does. Knows: when each act is allowed, and the event it becomes.
 * Does not know: what follows from that event (react).
 */
import { moveStoryline } from '../plan/exercise.machine.ts';
import { nextInject, type InjectStep } from '../plan/lifecycle.machine.ts';
import type { ControlInput } from './entry.ts';
import {
  ask,
  emit,
  endExercise,
  enter,
  inPhase,
  passOver,
  release,
  steer,
  type Run,
  type Verdict,
} from './run.ts';
import { conducted, decisionOf, standsIn, type InjectState } from './state.ts';

type Of<T extends ControlInput['type']> = Extract<ControlInput, { type: T }>;

/** Paces that a clock and a person can make sense of. */
const PACE = { min: 0.1, max: 3600 } as const;

export function control(run: Run, input: ControlInput): Verdict {
  if (run.state.status === 'closed') return 'closed';
  switch (input.type) {
    case 'exercise.start':
      return start(run);
    case 'exercise.pause':
    case 'exercise.resume':
      return pauseOrResume(run, input);
    case 'exercise.pace':
      return setPace(run, input.pace);
    case 'exercise.jump':
      return jump(run, input.to);
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
    case 'inject.release':
    case 'inject.hold':
    case 'inject.unhold':
    case 'inject.skip':
      return handleInject(run, input);
    case 'question.ask':
    case 'question.skip':
      return handleQuestion(run, input);
    case 'inject.write':
      return writeInject(run, input);
    case 'simcell.send':
      return sendSimulated(run, input);
    case 'decision.enter':
      return enterDecision(run, input);
    case 'observation.note': {
      const { type, ...row } = input;
      if (row.text.trim() === '') return 'empty-text';
      emit(run, { ...row, type: 'observation.noted' });
      return undefined;
    }
    case 'control.answer':
      return answerAsked(run, input);
    default:
      return input satisfies never;
  }
}

function notConducted({ state }: Run): Verdict {
  return state.status === 'planned' ? 'not-started' : 'ended';
}

function start(run: Run): Verdict {
  const { status, pace } = run.state;
  if (status !== 'planned') {
    return status === 'running' || status === 'paused' ? 'already-started' : 'ended';
  }
  const move = moveStoryline(run.state.lookup.plan, { status }, { type: 'exercise.started' });
  emit(run, { type: 'exercise.started', pace });
  enter(run, move, { type: 'start' });
  return undefined;
}

function pauseOrResume(run: Run, input: Of<'exercise.pause' | 'exercise.resume'>): Verdict {
  if (!conducted(run.state)) return notConducted(run);
  if (input.type === 'exercise.pause') {
    if (!steer(run, { type: 'exercise.paused' }).moved) return 'paused';
    const reason = input.reason === undefined ? {} : { reason: input.reason };
    emit(run, { type: 'exercise.paused', ...reason });
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
  const { length } = run.state.lookup.plan;
  if (!Number.isSafeInteger(to) || to <= run.moment.at || to > length) return 'bad-jump';
  emit(run, { type: 'exercise.jumped', to });
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

function handleInject(
  run: Run,
  input: Of<'inject.release' | 'inject.hold' | 'inject.unhold' | 'inject.skip'>,
): Verdict {
  const { state } = run;
  if (state.status !== 'planned' && !conducted(state)) return 'ended';
  const inject = state.injects.get(input.inject);
  if (!inject) return 'unknown-inject';
  const step = input.type.slice('inject.'.length) as InjectStep;
  if (!nextInject(inject.status, step)) return refuseInject(inject, input.type);
  const id = inject.row.id;
  switch (input.type) {
    case 'inject.release':
      if (state.status === 'planned') return 'not-started';
      release(run, inject, 'control');
      return undefined;
    case 'inject.hold':
      emit(run, { type: 'inject.held', inject: id });
      return undefined;
    case 'inject.unhold':
      emit(run, { type: 'inject.unheld', inject: id });
      if (ripe(run, inject)) release(run, inject, 'due');
      else passOver(run, id);
      return undefined;
    case 'inject.skip': {
      const reason = input.reason === undefined ? {} : { reason: input.reason };
      emit(run, { type: 'inject.skipped', inject: id, ...reason });
      return undefined;
    }
    default:
      return input satisfies never;
  }
}

function handleQuestion(run: Run, input: Of<'question.ask' | 'question.skip'>): Verdict {
  const { state } = run;
  if (input.type === 'question.ask' && state.status === 'planned') return 'not-started';
  if (state.status !== 'planned' && !conducted(state)) return 'ended';
  const question = state.questions.get(input.question);
  if (!question) return 'unknown-question';
  if (question.status !== 'planned') return 'question-gone';
  if (input.type === 'question.ask') {
    ask(run, question, 'control');
  } else {
    const reason = input.reason === undefined ? {} : { reason: input.reason };
    emit(run, { type: 'question.skipped', question: question.row.id, ...reason });
  }
  return undefined;
}

function refuseInject(inject: InjectState, type: string): Verdict {
  if (type === 'inject.unhold') return 'inject-not-held';
  return type === 'inject.hold' && inject.status === 'held' ? 'inject-held' : 'inject-gone';
}

/** Its time has passed, and it may be released where the storyline stands. */
function ripe(run: Run, inject: InjectState): boolean {
  const due = inject.due ?? Infinity;
  return conducted(run.state) && due <= run.moment.at && inPhase(run.state, inject);
}

function writeInject(run: Run, input: Of<'inject.write'>): Verdict {
  const { state } = run;
  if (!conducted(run.state)) return notConducted(run);
  const { to, from, channel, title, body, facts = [], replyTo } = input;
  if (to.length === 0) return 'no-receiver';
  if (to.some((role) => !state.lookup.roles.has(role))) return 'unknown-role';
  if ([title, body, from].some((text) => text.trim() === '')) return 'empty-text';
  if (facts.some((fact) => !state.lookup.facts.has(fact))) return 'fact-not-known';
  if (replyTo !== undefined && !state.messages.has(replyTo)) return 'unknown-item';
  const id = `adhoc.${state.written + 1}`;
  const row = {
    ...{ title, body, from: { name: from }, to: [...new Set(to)], channel, facts },
    ...(replyTo === undefined ? {} : { replyTo }),
  };
  emit(run, { type: 'inject.written', inject: id, row });
  const written = state.injects.get(id);
  if (written) release(run, written, 'control');
  return undefined;
}

function sendSimulated(run: Run, input: Of<'simcell.send'>): Verdict {
  const { state } = run;
  if (!conducted(run.state)) return notConducted(run);
  const { type, facts = [], ...rest } = input;
  const to = [...new Set(input.to)];
  if (state.lookup.roles.get(input.from)?.playedBy !== 'simcell') return 'not-simulated';
  if (input.to.length === 0) return 'no-receiver';
  if (input.to.some((role) => !state.lookup.roles.has(role))) return 'unknown-role';
  if (to.includes(input.from)) return 'own-role';
  if (input.body.trim() === '') return 'empty-text';
  if (facts.some((fact) => !state.lookup.facts.has(fact))) return 'fact-not-known';
  if (input.replyTo !== undefined && !state.messages.has(input.replyTo)) return 'unknown-item';
  const message = `msg.${state.messages.size + 1}`;
  emit(run, { ...rest, to, type: 'message.sent', message, facts, asks: false, simulated: true });
  return undefined;
}

function enterDecision(run: Run, input: Of<'decision.enter'>): Verdict {
  const { state } = run;
  if (!conducted(run.state)) return notConducted(run);
  const decision = decisionOf(state, input.decision);
  if (!decision) return 'unknown-decision';
  if (state.decisions.get(decision.id)?.status !== 'open') return 'decision-not-open';
  if (!decision.options.some(({ id }) => id === input.option)) return 'unknown-option';
  if (!state.lookup.roles.has(input.role)) return 'unknown-role';
  if (input.reason.trim() === '') return 'empty-text';
  const { type, ...rest } = input;
  emit(run, { ...rest, type: 'decision.recorded', facts: [], how: 'control' });
  return undefined;
}

/** A second answer takes the first one's place in the view; both are in the record. */
function answerAsked(run: Run, { ask, text }: Of<'control.answer'>): Verdict {
  if (!run.state.asks.has(ask)) return 'unknown-question';
  if (text.trim() === '') return 'empty-text';
  emit(run, { type: 'control.answered', ask, text });
  return undefined;
}
