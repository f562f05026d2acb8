/** How control's events and the storyline's change the state: status, pace, phase, agenda at STARTEX. */
import { THREAD_END } from '../../plan/exercise.machine.ts';
import { addDue, addLast } from '../agenda.ts';
import type { EventOf } from '../entry.ts';
import type { Ms } from '../../scenario/time.ts';
import { before } from '../heap.ts';
import { isMovable, stands, strandOfPhase } from '../standing.ts';
import type { ExerciseState, Strand } from '../state.ts';

export function evolveExercise(
  state: ExerciseState,
  event: EventOf<
    | 'exercise.opened'
    | 'exercise.started'
    | 'exercise.paused'
    | 'exercise.resumed'
    | 'exercise.paced'
    | 'exercise.jumped'
    | 'exercise.shifted'
    | 'exercise.ended'
    | 'hotwash.opened'
    | 'exercise.closed'
    | 'phase.entered'
    | 'phase.adjusted'
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
      if (event.kind === undefined) delete state.hold;
      else state.hold = event.kind;
      return;
    case 'exercise.resumed':
      state.status = 'running';
      because(undefined);
      delete state.hold;
      return;
    case 'exercise.paced':
      state.pace = event.pace;
      return;
    case 'exercise.jumped':
      return;
    case 'exercise.shifted':
      shift(state, event.by);
      return;
    case 'exercise.ended':
      state.status = 'ended';
      delete state.hold;
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
    case 'phase.adjusted':
      put(state, event.phase, event.until);
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
  state.visited.add(phase);
  const ends = until === undefined ? {} : { until };
  stay(state, strandOfPhase(state, phase), { phase, enteredAt: state.at, ...ends });
}

/** Gives the stay in the phase another end. */
function put(state: ExerciseState, phase: string, until: Ms): void {
  const strand = strandOfPhase(state, phase);
  const here = state.strands.get(strand);
  if (here) stay(state, strand, { ...here, until });
}

/** A new visit, also where only the end of the stay is another: what was due before is not now. */
function stay(state: ExerciseState, strand: string, at: Omit<Strand, 'visit'>): void {
  state.visits += 1;
  const visit = state.visits;
  state.strands.set(strand, { ...at, visit });
  if (at.until !== undefined) {
    addDue(state.agenda, at.until, { type: 'phase', id: at.phase, visit });
  }
}

/** In the order in which they were due; what is moved to a moment comes behind what stands there. */
function shift(state: ExerciseState, by: Ms): void {
  const waiting = state.agenda.heap.flatMap((item) => {
    const { what } = item;
    return isMovable(what) && stands(state, what) ? [{ ...item, what }] : [];
  });
  for (const { due, what } of waiting.sort((a, b) => (before(a, b) ? -1 : 1))) {
    const later = Math.max(state.at, due + by);
    if (what.type === 'phase') put(state, what.id, later);
    else move(state, what, later);
  }
  state.length += by;
  state.shifts += 1;
  addLast(state.agenda, state.length, { type: 'length', shifts: state.shifts });
}

/** Its new place on the agenda is the only one that counts. */
export function move(
  state: ExerciseState,
  { type, id }: { readonly type: 'inject' | 'question'; readonly id: string },
  due: Ms,
): void {
  const row = type === 'inject' ? state.injects.get(id) : state.questions.get(id);
  if (!row) return;
  // One that had no time of its own was not moved away from any.
  if (row.moved === 0 && row.due !== undefined) row.planned = row.due;
  row.due = due;
  row.moved += 1;
  // Before STARTEX there is no agenda: what is on it would be dropped, at a moment of one's own.
  if (state.status === 'planned') return;
  addDue(state.agenda, due, { type, id, moved: row.moved });
}

/** What is known at STARTEX to fall due. The end comes last among equals: all else happens first. */
function fillAgenda(state: ExerciseState): void {
  for (const [id, { due, moved }] of state.injects) {
    if (due !== undefined) addDue(state.agenda, due, { type: 'inject', id, moved });
  }
  for (const [id, { due, moved }] of state.questions) {
    if (due !== undefined) addDue(state.agenda, due, { type: 'question', id, moved });
  }
  for (const at of state.lookup.times) addDue(state.agenda, at, { type: 'time', at });
  addLast(state.agenda, state.length, { type: 'length', shifts: 0 });
}
