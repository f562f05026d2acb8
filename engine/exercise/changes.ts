/**
 * Which rows an event may have changed, and whom that can concern.
 * Knows: events. Does not know: what the rows hold or who may see them (view and overview do).
 */
import type { FactId, RoleId } from '../plan/plan.ts';
import type { ExerciseEvent } from './entry.ts';
import { declaredKey, type ExerciseState } from './state.ts';

/** Something whose row may have changed. `roles`: whom it can concern; absent: any of them. */
export type Ref = {
  readonly kind:
    | 'exercise'
    | 'phase'
    | 'inject'
    | 'message'
    | 'obligation'
    | 'task'
    | 'decision'
    | 'fact'
    | 'clock'
    | 'service'
    | 'awareness'
    | 'publication'
    | 'ask'
    | 'contest'
    | 'outside'
    | 'seat'
    | 'role'
    | 'staff'
    | 'call'
    | 'note'
    | 'observation'
    | 'question'
    | 'hotwash';
  readonly id: string;
  readonly roles?: readonly RoleId[];
  /** What it says stands; only who has read or answered it has changed. */
  readonly read?: true;
};

/** The rows that an event may have changed, read after the event was applied. */
export function changes(state: ExerciseState, event: ExerciseEvent): readonly Ref[] {
  switch (event.type) {
    case 'input.refused':
    case 'exercise.jumped':
      return [];
    case 'exercise.opened':
    case 'exercise.started':
    case 'exercise.paused':
    case 'exercise.resumed':
    case 'exercise.paced':
    case 'exercise.ended':
    case 'hotwash.opened':
    case 'exercise.closed':
      return [{ kind: 'exercise', id: 'exercise' }];
    case 'exercise.shifted':
      return shifted(state);
    case 'phase.adjusted':
      return [{ kind: 'phase', id: event.phase, roles: [] }];
    case 'phase.entered':
      return [
        { kind: 'phase', id: event.phase, roles: [] },
        ...(event.from === undefined
          ? []
          : [{ kind: 'phase' as const, id: event.from, roles: [] }]),
      ];
    case 'thread.ended':
      return [{ kind: 'phase', id: event.from, roles: [] }];
    case 'question.asked':
      return [{ kind: 'question', id: event.question, roles: event.to }];
    case 'question.scheduled':
    case 'question.skipped':
      return [{ kind: 'question', id: event.question, roles: [] }];
    case 'question.answered':
      return [{ kind: 'question', id: event.question, roles: [event.role] }];
    case 'inject.released': {
      const own: Ref = { kind: 'inject', id: event.inject, roles: event.to };
      const answered = state.injects.get(event.inject)?.row.replyTo;
      return answered === undefined ? [own] : [own, itemRef(state, answered, event.to)];
    }
    case 'inject.scheduled':
    case 'inject.held':
    case 'inject.unheld':
    case 'inject.skipped':
    case 'inject.passed':
    case 'inject.changed':
    case 'inject.written':
      return [{ kind: 'inject', id: event.inject, roles: [] }];
    case 'obligation.opened':
    case 'obligation.met':
    case 'obligation.overdue':
    case 'obligation.late':
    case 'obligation.lapsed':
    case 'obligation.waived':
    case 'obligation.outside':
      return [{ kind: 'obligation', id: event.obligation, roles: [] }];
    case 'item.opened':
      return state.publications.has(event.item)
        ? [{ kind: 'publication', id: event.item, roles: [event.role], read: true }]
        : [itemRef(state, event.item, [event.role])];
    case 'item.acknowledged':
      return [itemRef(state, event.item, [event.role])];
    case 'message.sent': {
      const roles = [event.from, ...event.to];
      const own: Ref = { kind: 'message', id: event.message, roles };
      return event.replyTo === undefined ? [own] : [own, itemRef(state, event.replyTo, roles)];
    }
    case 'fact.known': {
      const roles = [event.role];
      const tasks = state.lookup.tasksOf.get(event.fact) ?? [];
      return [
        { kind: 'fact', id: event.fact, roles },
        ...tasks.map((id): Ref => ({ kind: 'task', id, roles })),
        ...basedOn(state, event.fact).map((id): Ref => ({ kind: 'decision', id, roles })),
      ];
    }
    case 'task.started':
    case 'task.overdue':
    case 'task.claimed':
    case 'task.assigned':
    case 'task.released':
    case 'task.done':
    case 'handover.offered':
    case 'handover.accepted':
    case 'handover.declined':
      return [{ kind: 'task', id: event.task }];
    case 'decision.opened':
    case 'decision.raised':
    case 'decision.discussed':
    case 'decision.recorded':
      return [{ kind: 'decision', id: event.decision }];
    case 'awareness.declared': {
      const roles = state.lookup.rolesOf.get(event.organisation) ?? [];
      return [{ kind: 'awareness', id: declaredKey(event), roles }];
    }
    case 'clock.started':
    case 'clock.met':
    case 'clock.missed': {
      const organisation = state.lookup.clocks.get(event.clock)?.organisation ?? '';
      const roles = state.lookup.rolesOf.get(organisation) ?? [];
      return [{ kind: 'clock', id: event.clock, roles }];
    }
    case 'service.changed':
      return [{ kind: 'service', id: event.service, roles: [] }];
    case 'statement.published':
      return [{ kind: 'publication', id: event.statement }];
    case 'picture.updated':
      return [{ kind: 'publication', id: event.picture }];
    case 'control.asked':
      return [{ kind: 'ask', id: event.ask, roles: [event.role] }];
    case 'control.answered': {
      const role = state.asks.get(event.ask)?.role;
      return [{ kind: 'ask', id: event.ask, roles: role === undefined ? [] : [role] }];
    }
    case 'call.noted':
      return [{ kind: 'call', id: event.call, roles: [] }];
    case 'simcell.played':
      return [{ kind: 'role', id: event.role, roles: [] }];
    case 'staff.joined':
      return [{ kind: 'staff', id: event.staff, roles: [] }];
    case 'staff.left':
      return [
        { kind: 'staff', id: event.staff, roles: [] },
        ...state.lookup.plan.roles.flatMap(({ id, playedBy }): readonly Ref[] =>
          playedBy === 'simcell' ? [{ kind: 'role', id, roles: [] }] : [],
        ),
      ];
    case 'staff.handed':
      return [
        { kind: 'staff', id: event.from, roles: [] },
        { kind: 'staff', id: event.to, roles: [] },
      ];
    case 'record.noted':
      return [{ kind: 'note', id: event.note, roles: [] }];
    case 'record.contested':
      return [{ kind: 'contest', id: event.contest, roles: [event.role] }];
    case 'outside.reported':
      return [{ kind: 'outside', id: event.report, roles: [event.role] }];
    case 'seat.taken':
    case 'seat.left':
    case 'practice.finished':
      return [{ kind: 'seat', id: event.seat, roles: [] }];
    case 'observation.noted':
      return [{ kind: 'observation', id: String(state.observations.length), roles: [] }];
    case 'hotwash.answered':
      return [{ kind: 'hotwash', id: `${event.role}:${event.question}`, roles: [event.role] }];
    default:
      return event satisfies never;
  }
}

/** The decisions taken that name the fact to whoever knows it. */
function basedOn(state: ExerciseState, fact: FactId): readonly string[] {
  return [...state.decisions].flatMap(([id, { made }]) => (made?.facts.includes(fact) ? [id] : []));
}

/** Something that was read or answered. */
function itemRef(state: ExerciseState, id: string, roles: readonly RoleId[]): Ref {
  return { kind: state.injects.has(id) ? 'inject' : 'message', id, roles, read: true };
}

/** All that has a time ahead: the shift is the exercise's own, and nobody's but control's besides. */
function shifted(state: ExerciseState): readonly Ref[] {
  const waits = (status: string): boolean => status === 'planned' || status === 'held';
  return [
    { kind: 'exercise', id: 'exercise' },
    ...[...state.strands.values()].map(({ phase }): Ref => ({
      kind: 'phase',
      id: phase,
      roles: [],
    })),
    ...[...state.injects].flatMap(([id, { status }]): readonly Ref[] =>
      waits(status) ? [{ kind: 'inject', id, roles: [] }] : [],
    ),
    ...[...state.questions].flatMap(([id, { status }]): readonly Ref[] =>
      waits(status) ? [{ kind: 'question', id, roles: [] }] : [],
    ),
  ];
}
