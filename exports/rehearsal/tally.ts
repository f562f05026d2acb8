/**
 * What one run reached. Fed line by line, so that no run need be kept.
 * Knows: events. Does not know: other runs.
 */
import { ENDEX } from '../../engine/plan/exercise.machine.ts';
import { lookup, type Lookup } from '../../engine/plan/lookup.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import type { Draft, EventOf, ExerciseEvent } from '../../engine/exercise/entry.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import { createDuty, type Duty } from './load.ts';
import { branchId, markKey, type Kind } from './target.ts';

export type Tally = {
  readonly seed: number;
  /** Keys of marks (target.ts). */
  readonly seen: ReadonlySet<string>;
  readonly endedAt: Ms;
  readonly refused: number;
  /** Decisions that nobody took. */
  readonly byDefault: ReadonlySet<string>;
  /** `role:fact` for whatever became known. */
  readonly known: ReadonlySet<string>;
  readonly duty: ReadonlyMap<string, Duty>;
};

export type Watch = {
  readonly see: (draft: Draft) => void;
  readonly done: () => Tally;
};

export function watchRun(plan: Plan, seed: number): Watch {
  const rows = lookup(plan);
  const seen = new Set<string>();
  const byDefault = new Set<string>();
  const known = new Set<string>();
  const duty = createDuty(plan);
  const stand: Stand = { rows, phases: new Map(), messages: new Map(), known };
  let refused = 0;
  let at: Ms = 0;
  const mark = (kind: Kind, id: string, what: string): void => {
    seen.add(markKey({ kind, id, mark: what }));
  };
  return {
    see: (draft) => {
      if (!('event' in draft)) return;
      const { event } = draft;
      if (event.type !== 'exercise.closed') at = draft.at;
      if (event.type === 'input.refused') refused += 1;
      if (event.type === 'fact.known') known.add(`${event.role}:${event.fact}`);
      if (event.type === 'decision.recorded' && event.how === 'default')
        byDefault.add(event.decision);
      markEvent(event, stand, mark);
      duty.see(event, draft.at);
    },
    done: () => ({ seed, seen, endedAt: at, refused, byDefault, known, duty: duty.done(at) }),
  };
}

type Stand = {
  readonly rows: Lookup;
  /** Where the storyline ('') and each thread stands. */
  readonly phases: Map<string, string>;
  readonly messages: Map<string, EventOf<'message.sent'>>;
  readonly known: ReadonlySet<string>;
};
type Marker = (kind: Kind, id: string, what: string) => void;

function markEvent(event: ExerciseEvent, stand: Stand, mark: Marker): void {
  switch (event.type) {
    case 'phase.entered':
      markPhase(event, stand, mark);
      return;
    case 'exercise.ended':
      if (event.cause === 'storyline') {
        mark('branches', branchId(stand.phases.get('') ?? '', ENDEX, 0), 'taken');
      }
      return;
    case 'inject.released': {
      const contingent = stand.rows.injects.get(event.inject)?.trigger.type === 'if-not';
      mark(contingent ? 'contingencies' : 'injects', event.inject, 'released');
      return;
    }
    case 'decision.recorded':
      mark('options', `${event.decision}=${event.option}`, 'chosen');
      return;
    case 'task.started':
      mark('tasks', event.task, 'started');
      for (const { id } of stand.rows.plan.interfaces) {
        if (stand.rows.tasks.get(event.task)?.interface === id) mark('interfaces', id, 'triggered');
      }
      return;
    case 'task.done':
      mark('tasks', event.task, 'done');
      return;
    case 'fact.known':
      for (const { id, from, carries } of stand.rows.plan.interfaces) {
        if (from.includes(event.role) && carries.includes(event.fact)) {
          mark('interfaces', id, 'triggered');
        }
      }
      return;
    case 'message.sent':
      stand.messages.set(event.message, event);
      // Nobody opens what reaches a simulated role: control reads it as it comes.
      for (const role of event.to) {
        if (stand.rows.roles.get(role)?.playedBy === 'simcell')
          markCrossing(event, role, stand, mark);
      }
      return;
    case 'item.opened': {
      const message = stand.messages.get(event.item);
      if (message) markCrossing(message, event.role, stand, mark);
      return;
    }
    case 'handover.accepted':
      for (const { id, from, to } of stand.rows.plan.interfaces) {
        const its = stand.rows.tasks.get(event.task)?.interface === id;
        if (its && from.includes(event.from) && to.includes(event.to))
          mark('interfaces', id, 'used');
      }
      return;
    case 'question.asked':
      mark('questions', event.question, 'asked');
      return;
    case 'question.answered':
      mark('questions', event.question, 'answered');
      return;
    case 'clock.started':
      mark('clocks', event.clock, 'started');
      return;
    case 'clock.met':
      mark('clocks', event.clock, 'met');
      return;
    case 'clock.missed':
      mark('clocks', event.clock, 'late');
      return;
    case 'obligation.opened':
    case 'obligation.met':
    case 'obligation.late':
    case 'obligation.lapsed':
      mark('expectations', event.obligation, event.type.slice('obligation.'.length));
      return;
    default:
  }
}

function markPhase(event: EventOf<'phase.entered'>, stand: Stand, mark: Marker): void {
  const { phase: to, cause } = event;
  const thread = stand.rows.phases.get(to)?.thread ?? '';
  const from = stand.phases.get(thread);
  stand.phases.set(thread, to);
  mark('phases', to, 'entered');
  if (thread !== '') mark('threads', thread, 'entered');
  if (cause.type === 'decision') mark('branches', `${cause.decision}=${cause.option}`, 'taken');
  if (from === undefined || (cause.type !== 'length' && cause.type !== 'gate')) return;
  // Of several ways to the same phase the record does not say which was taken: the first counts.
  mark('branches', branchId(from, to, 0), 'taken');
}

/** As in the report's interface register: what should cross did, and was opened. */
function markCrossing(
  message: EventOf<'message.sent'>,
  reader: string,
  stand: Stand,
  mark: Marker,
): void {
  for (const { id, from, to, carries } of stand.rows.plan.interfaces) {
    if (!from.includes(message.from) || !to.includes(reader)) continue;
    const about = stand.rows.tasks.get(message.about?.task ?? '');
    const owned = stand.rows.plan.tasks.some((task) => task.interface === id);
    const open = carries.length === 0 && !owned;
    const relevant = message.facts.some((fact) => carries.includes(fact));
    if (open || relevant || about?.interface === id) mark('interfaces', id, 'used');
  }
}
