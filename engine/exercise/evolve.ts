/**
 * How each event changes the state. Never decides anything: what is in the journal has happened.
 *
 * The state is changed in place. It has one owner, and only views of it leave that owner; copying
 * ten thousand rows an event would buy nothing (engine/decisions/002).
 */
import { head, takeHead } from './agenda.ts';
import type { Entry, ExerciseEvent, Moment } from './entry.ts';
import { evolveClock, evolveDecision } from './evolve/decision.ts';
import { evolveExercise } from './evolve/exercise.ts';
import { evolveInject } from './evolve/inject.ts';
import { evolveItem } from './evolve/item.ts';
import { evolveObligation } from './evolve/obligation.ts';
import { evolvePeople } from './evolve/people.ts';
import { evolvePublication, evolveReport } from './evolve/publication.ts';
import { evolveQuestion } from './evolve/question.ts';
import { evolveService } from './evolve/service.ts';
import { evolveTask } from './evolve/task.ts';
import type { ExerciseState } from './state.ts';

/** Applies one journal entry: an event's change, or the passing of time and agenda by an input. */
export function apply(state: ExerciseState, entry: Entry): void {
  if ('event' in entry) {
    evolve(state, entry.event, entry);
    return;
  }
  state.at = entry.at;
  state.seq = entry.seq;
  const { input, by } = entry;
  if (input.type === 'agenda.due' && by.type === 'engine') takeDue(state, input.number);
}

/** Takes the item off the agenda, and whatever stale items lay before it; nothing that is to come. */
export function takeDue(state: ExerciseState, number: number): void {
  for (let item = head(state.agenda); item && item.due <= state.at; item = head(state.agenda)) {
    takeHead(state.agenda);
    if (item.number === number) return;
  }
}

export function evolve(state: ExerciseState, event: ExerciseEvent, moment: Moment): void {
  state.at = moment.at;
  state.seq = moment.seq;
  switch (event.type) {
    case 'input.refused':
      return;
    case 'exercise.opened':
    case 'exercise.started':
    case 'exercise.paused':
    case 'exercise.resumed':
    case 'exercise.paced':
    case 'exercise.jumped':
    case 'exercise.shifted':
    case 'exercise.ended':
    case 'hotwash.opened':
    case 'exercise.closed':
    case 'phase.entered':
    case 'phase.adjusted':
    case 'thread.ended':
      evolveExercise(state, event);
      return;
    case 'inject.scheduled':
    case 'inject.released':
    case 'inject.held':
    case 'inject.unheld':
    case 'inject.skipped':
    case 'inject.passed':
    case 'inject.changed':
    case 'inject.written':
      evolveInject(state, event, moment);
      return;
    case 'obligation.opened':
    case 'obligation.met':
    case 'obligation.overdue':
    case 'obligation.late':
    case 'obligation.lapsed':
    case 'obligation.waived':
    case 'obligation.outside':
      evolveObligation(state, event);
      return;
    case 'item.opened':
    case 'item.acknowledged':
    case 'message.sent':
    case 'fact.known':
      evolveItem(state, event, moment);
      return;
    case 'task.started':
    case 'task.overdue':
    case 'task.claimed':
    case 'task.assigned':
    case 'task.released':
    case 'task.done':
    case 'handover.offered':
    case 'handover.accepted':
    case 'handover.declined':
      evolveTask(state, event);
      return;
    case 'decision.opened':
    case 'decision.raised':
    case 'decision.discussed':
    case 'decision.recorded':
      evolveDecision(state, event);
      return;
    case 'awareness.declared':
    case 'clock.started':
    case 'clock.met':
    case 'clock.missed':
      evolveClock(state, event);
      return;
    case 'service.changed':
      evolveService(state, event);
      return;
    case 'question.scheduled':
    case 'question.asked':
    case 'question.skipped':
    case 'question.answered':
      evolveQuestion(state, event);
      return;
    case 'observation.noted':
    case 'record.noted':
    case 'call.noted':
    case 'simcell.played':
    case 'staff.joined':
    case 'staff.left':
    case 'staff.handed':
    case 'hotwash.answered':
    case 'seat.taken':
    case 'seat.left':
    case 'practice.finished':
      evolvePeople(state, event, moment);
      return;
    case 'statement.published':
    case 'picture.updated':
      evolvePublication(state, event, moment);
      return;
    case 'control.asked':
    case 'control.answered':
    case 'record.contested':
    case 'outside.reported':
      evolveReport(state, event);
      return;
    default:
      event satisfies never;
  }
}
