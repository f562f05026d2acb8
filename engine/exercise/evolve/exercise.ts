/** How control's events and the storyline's change the state: status, pace, phase, agenda at STARTEX. */
import { strandOf, THREAD_END } from '../../plan/exercise.machine.ts';
import { STORYLINE } from '../../scenario/strand.ts';
import { addDue, addLast } from '../agenda.ts';
import type { EventOf } from '../entry.ts';
import type { ExerciseState } from '../state.ts';

export function evolveExercise(
  state: ExerciseState,
  event: EventOf<
    | 'exercise.opened'
    | 'exercise.started'
    | 'exercise.paused'
    | 'exercise.resumed'
    | 'exercise.paced'
    | 'exercise.jumped'
    | 'exercise.ended'
    | 'hotwash.opened'
    | 'exercise.closed'
    | 'phase.entered'
    | 'thread.ended'
  >,
): void {
  const because = (reason: string | undefined): void => {
    if (reason === undefined) delete state.reason;
    else state.reason = reason;
  };
  switch (event.type) {
    case 'exercise.opened':
      state.exercise = event.exercise;
      return;
    case 'exercise.started':
      state.status = 'running';
      state.pace = event.pace;
      fillAgenda(state);
      return;
    case 'exercise.paused':
      state.status = 'paused';
      because(event.reason);
      return;
    case 'exercise.resumed':
      state.status = 'running';
      because(undefined);
      return;
    case 'exercise.paced':
      state.pace = event.pace;
      return;
    case 'exercise.jumped':
      return;
    case 'exercise.ended':
      state.status = 'ended';
      because(event.reason);
      return;
    case 'hotwash.opened':
      state.status = 'hotwash';
      return;
    case 'exercise.closed':
      state.status = 'closed';
      return;
    case 'phase.entered':
      enterPhase(state, event);
      return;
    case 'thread.ended':
      state.visits += 1;
      state.strands.set(event.thread, {
        phase: THREAD_END,
        enteredAt: state.at,
        visit: state.visits,
      });
      return;
    default:
      event satisfies never;
  }
}

function enterPhase(state: ExerciseState, { phase, until }: EventOf<'phase.entered'>): void {
  const row = state.lookup.phases.get(phase);
  state.visits += 1;
  state.visited.add(phase);
  state.strands.set(row ? strandOf(row) : STORYLINE, {
    phase,
    enteredAt: state.at,
    visit: state.visits,
    ...(until === undefined ? {} : { until }),
  });
  if (until === undefined) return;
  addDue(state.agenda, until, { type: 'phase', id: phase, visit: state.visits });
}

/** What is known at STARTEX to fall due. The end comes last among equals: all else happens first. */
function fillAgenda(state: ExerciseState): void {
  const { plan, times } = state.lookup;
  for (const { id, trigger } of plan.injects) {
    if (trigger.type === 'at') addDue(state.agenda, trigger.at, { type: 'inject', id });
  }
  for (const { id, trigger } of plan.questions ?? []) {
    if (trigger.type === 'at') addDue(state.agenda, trigger.at, { type: 'question', id });
  }
  for (const at of times) addDue(state.agenda, at, { type: 'time', at });
  addLast(state.agenda, plan.length, { type: 'length' });
}
