/**
 * The course of the exercise, event by event, each in its lane.
 * Knows: what belongs in the main lines. Does not know: words for it (formats do).
 */
import type { ExerciseEvent } from '../../engine/exercise/entry.ts';
import type { RoleId } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import { type History, actor } from './history.ts';

export type Mark =
  | 'inject'
  | 'message'
  | 'claim'
  | 'release'
  | 'done'
  | 'handover'
  | 'decision'
  | 'awareness'
  | 'overdue'
  | 'clock'
  | 'phase'
  | 'control'
  | 'other';
export type TimelineRow = {
  readonly seq: number;
  readonly at: Ms;
  /** Belongs in the main lines; the rest is detail that only the full tables carry. */
  readonly key: boolean;
  readonly mark: Mark;
  /** The roles in whose lanes it stands; none: the exercise's own lane. */
  readonly lanes: readonly RoleId[];
  readonly event: ExerciseEvent;
};

const MARKS: { readonly [T in ExerciseEvent['type']]: readonly [Mark, key: boolean] } = {
  'exercise.opened': ['control', false],
  'exercise.started': ['control', true],
  'exercise.paused': ['control', true],
  'exercise.resumed': ['control', true],
  'exercise.paced': ['control', true],
  'exercise.jumped': ['control', true],
  'exercise.shifted': ['control', true],
  'exercise.ended': ['control', true],
  'hotwash.opened': ['control', false],
  'exercise.closed': ['control', false],
  'phase.entered': ['phase', true],
  'phase.adjusted': ['phase', true],
  'thread.ended': ['phase', true],
  'inject.scheduled': ['other', false],
  'inject.released': ['inject', true],
  'inject.held': ['control', true],
  'inject.unheld': ['control', true],
  'inject.skipped': ['control', true],
  'inject.passed': ['control', false],
  'inject.changed': ['control', true],
  'call.noted': ['message', true],
  'simcell.played': ['other', false],
  'record.noted': ['other', false],
  'staff.joined': ['other', false],
  'staff.left': ['other', false],
  'staff.handed': ['control', false],
  'inject.written': ['control', false],
  'obligation.opened': ['other', false],
  'obligation.met': ['other', false],
  'obligation.overdue': ['overdue', false],
  'obligation.late': ['other', false],
  'obligation.lapsed': ['other', false],
  'obligation.waived': ['other', false],
  'obligation.outside': ['other', false],
  'item.opened': ['other', false],
  'item.acknowledged': ['other', false],
  'message.sent': ['message', false],
  'fact.known': ['other', false],
  'task.started': ['other', true],
  'task.overdue': ['overdue', true],
  'task.claimed': ['claim', true],
  'task.assigned': ['handover', true],
  'task.released': ['release', true],
  'task.done': ['done', true],
  'handover.offered': ['handover', true],
  'handover.accepted': ['handover', true],
  'handover.declined': ['handover', true],
  'decision.opened': ['other', true],
  'decision.raised': ['other', true],
  'decision.discussed': ['other', false],
  'decision.recorded': ['decision', true],
  'awareness.declared': ['awareness', true],
  'statement.published': ['message', true],
  'picture.updated': ['message', true],
  'control.asked': ['control', false],
  'control.answered': ['control', false],
  'record.contested': ['control', true],
  'outside.reported': ['done', true],
  'clock.started': ['clock', true],
  'clock.met': ['clock', true],
  'clock.missed': ['overdue', true],
  'service.changed': ['other', true],
  'question.scheduled': ['other', false],
  'question.asked': ['control', true],
  'question.skipped': ['control', false],
  'question.answered': ['other', false],
  'observation.noted': ['other', false],
  'hotwash.answered': ['other', false],
  'seat.taken': ['other', false],
  'seat.left': ['other', false],
  'practice.finished': ['other', false],
  'input.refused': ['other', false],
};

export function timelineOf(history: History): readonly TimelineRow[] {
  return history.events.map(({ seq, at, event }) => {
    const [mark, key] = MARKS[event.type];
    return { seq, at, key, mark, lanes: lanesOf(history, event), event };
  });
}

function lanesOf(history: History, event: ExerciseEvent): readonly RoleId[] {
  switch (event.type) {
    case 'inject.released':
      return event.to;
    case 'message.sent':
      return [event.from];
    case 'fact.known':
    case 'seat.taken':
    case 'seat.left':
      return [event.role];
    case 'task.overdue':
      return history.plan.tasks.find((task) => task.id === event.task)?.accountable ?? [];
    case 'clock.missed':
      return history.plan.tasks.find((task) => task.id === event.clock)?.accountable ?? [];
    case 'decision.recorded':
      return event.role === undefined ? [] : [event.role];
    case 'obligation.overdue':
      return history.plan.expectations
        .filter((expectation) => expectation.id === event.obligation)
        .map((expectation) => expectation.role);
    default: {
      const role = actor(event);
      return role === undefined ? [] : [role];
    }
  }
}
