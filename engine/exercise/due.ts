/**
 * What happens when the agenda's head falls due. Knows: what each item means.
 * Does not know: when it is asked (session and rehearsal do).
 */
import { head, takeHead, type AgendaItem, type Due } from './agenda.ts';
import { takeDue } from './evolve.ts';
import { touch } from './react.ts';
import { ask, emit, endExercise, inPhase, leavePhase, release, type Run } from './run.ts';
import { conducted, type ExerciseState } from './state.ts';
import { stands } from './standing.ts';

/**
 * The next item that still matters; those before it that no longer do are dropped. What has once
 * ceased to matter never matters again, so it is the same whenever one looks.
 */
export function nextDue(state: ExerciseState): AgendaItem | undefined {
  for (let item = head(state.agenda); item; item = head(state.agenda)) {
    if (matters(state, item.what)) return item;
    takeHead(state.agenda);
  }
  return undefined;
}

function matters(state: ExerciseState, what: Due): boolean {
  if (!conducted(state)) return false;
  switch (what.type) {
    case 'inject':
    case 'question':
    case 'phase':
      return stands(state, what);
    case 'obligation':
      return state.obligations.get(what.id)?.status === 'open';
    case 'task': {
      const task = state.tasks.get(what.id);
      return task?.status === 'open' && !task.overdue;
    }
    case 'decision':
      return state.decisions.get(what.id)?.status === 'open';
    case 'clock': {
      const clock = state.clocks.get(what.id);
      return clock?.status === 'running' && !clock.missed;
    }
    case 'time':
      return true;
    case 'length':
      return what.shifts === state.shifts;
    default:
      return what satisfies never;
  }
}

export function fallDue(run: Run, item: AgendaItem): void {
  const { state } = run;
  const { what } = item;
  takeDue(state, item.number);
  switch (what.type) {
    case 'inject': {
      const inject = state.injects.get(what.id);
      if (inject?.status === 'planned' && inPhase(state, inject)) release(run, inject, 'due');
      return;
    }
    case 'question': {
      const question = state.questions.get(what.id);
      if (question) ask(run, question, 'due');
      return;
    }
    case 'obligation':
      emit(run, { type: 'obligation.overdue', obligation: what.id });
      return;
    case 'task':
      emit(run, { type: 'task.overdue', task: what.id });
      return;
    case 'decision':
      takeDefault(run, what.id);
      return;
    case 'clock':
      emit(run, { type: 'clock.missed', clock: what.id });
      return;
    case 'phase': {
      const phase = state.lookup.phases.get(what.id);
      if (phase) leavePhase(run, phase, 'length');
      return;
    }
    case 'time':
      touch(run, `time:${what.at}`);
      return;
    case 'length':
      endExercise(run, 'length');
      return;
    default:
      what satisfies never;
  }
}

/** Nobody decided in time: the default stands, and the record says that nobody took it. */
function takeDefault(run: Run, id: string): void {
  const decision = run.state.lookup.decisions.get(id);
  if (!decision) return;
  emit(run, {
    type: 'decision.recorded',
    decision: id,
    option: decision.default,
    reason: '',
    facts: [],
    how: 'default',
  });
}
