/**
 * How each event changes the state. Never decides anything: what is in the journal has happened.
 *
 * The state is changed in place. It has one owner, and only views of it leave that owner; copying
 * ten thousand rows an event would buy nothing (engine/decisions/002).
 */
import { nextInject, nextObligation, NEW_OBLIGATION } from '../plan/lifecycle.machine.ts';
import type { InjectStep, ObligationStep } from '../plan/lifecycle.machine.ts';
import type { Inject } from '../plan/plan.ts';
import type { Ms } from '../scenario/time.ts';
import { addDue, addLast, head, takeHead } from './agenda.ts';
import type { By, Entry, ExerciseEvent, WrittenInject } from './entry.ts';
import { newInject, received, type ExerciseState, type Times } from './state.ts';

/** Where and by whom an event happened. */
export type Moment = { readonly seq: number; readonly at: Ms; readonly by: By };
type Of<T extends ExerciseEvent['type']> = Extract<ExerciseEvent, { type: T }>;

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
    case 'exercise.ended':
    case 'hotwash.opened':
    case 'exercise.closed':
    case 'phase.entered':
      evolveExercise(state, event);
      return;
    case 'inject.scheduled':
    case 'inject.released':
    case 'inject.held':
    case 'inject.unheld':
    case 'inject.skipped':
    case 'inject.passed':
    case 'inject.written':
      evolveInject(state, event, moment);
      return;
    case 'obligation.opened':
    case 'obligation.met':
    case 'obligation.overdue':
    case 'obligation.late':
    case 'obligation.lapsed':
    case 'obligation.waived':
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
    case 'task.released':
    case 'task.done':
    case 'handover.offered':
    case 'handover.accepted':
    case 'handover.declined':
      evolveTask(state, event);
      return;
    case 'decision.opened':
    case 'decision.recorded':
      evolveDecision(state, event);
      return;
    case 'awareness.declared':
    case 'clock.started':
    case 'clock.met':
    case 'clock.missed':
      evolveClock(state, event);
      return;
    case 'observation.noted':
    case 'hotwash.answered':
    case 'seat.taken':
    case 'seat.left':
      evolvePeople(state, event, moment);
      return;
    default:
      event satisfies never;
  }
}

function evolveExercise(
  state: ExerciseState,
  event: Of<
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
      state.phase = event.phase;
      state.phaseEnteredAt = state.at;
      state.visits += 1;
      state.visited.add(event.phase);
      delete state.phaseUntil;
      if (event.until !== undefined) {
        state.phaseUntil = event.until;
        addDue(state.agenda, event.until, { type: 'phase', id: event.phase, visit: state.visits });
      }
      return;
    default:
      event satisfies never;
  }
}

/** What is known at STARTEX to fall due. The end comes last among equals: all else happens first. */
function fillAgenda(state: ExerciseState): void {
  const { plan, times } = state.lookup;
  for (const { id, trigger } of plan.injects) {
    if (trigger.type === 'at') addDue(state.agenda, trigger.at, { type: 'inject', id });
  }
  for (const at of times) addDue(state.agenda, at, { type: 'time', at });
  addLast(state.agenda, plan.length, { type: 'length' });
}

function evolveInject(
  state: ExerciseState,
  event: Of<
    | 'inject.scheduled'
    | 'inject.released'
    | 'inject.held'
    | 'inject.unheld'
    | 'inject.skipped'
    | 'inject.passed'
    | 'inject.written'
  >,
  moment: Moment,
): void {
  if (event.type === 'inject.written') {
    state.written += 1;
    const row = writtenRow(state, event.inject, event.row);
    state.injects.set(event.inject, newInject(row, true));
    return;
  }
  const inject = state.injects.get(event.inject);
  if (!inject) return;
  const step = (name: InjectStep): void => {
    inject.status = nextInject(inject.status, name) ?? inject.status;
  };
  switch (event.type) {
    case 'inject.scheduled':
      inject.due = event.due;
      addDue(state.agenda, event.due, { type: 'inject', id: event.inject });
      return;
    case 'inject.released':
      step('release');
      inject.releasedAt = state.at;
      inject.seq = moment.seq;
      return;
    case 'inject.held':
      step('hold');
      return;
    case 'inject.unheld':
      step('unhold');
      return;
    case 'inject.skipped':
      step('skip');
      return;
    case 'inject.passed':
      step('pass');
      return;
    default:
      event satisfies never;
  }
}

function writtenRow(state: ExerciseState, id: string, row: WrittenInject): Inject {
  const { plan } = state.lookup;
  return {
    ...row,
    id,
    number: plan.injects.length + state.written,
    domain: 'both',
    marking: plan.marking,
    objectives: [],
    trigger: { type: 'manual' },
    phases: [],
  };
}

function evolveObligation(
  state: ExerciseState,
  event: Of<
    | 'obligation.opened'
    | 'obligation.met'
    | 'obligation.overdue'
    | 'obligation.late'
    | 'obligation.lapsed'
    | 'obligation.waived'
  >,
): void {
  const id = event.obligation;
  if (event.type === 'obligation.opened') {
    const row = state.lookup.expectations.get(id);
    if (!row) return;
    state.obligations.set(id, { row, due: event.due, status: NEW_OBLIGATION });
    const pending = state.pending.get(row.role);
    if (pending) pending.add(id);
    else state.pending.set(row.role, new Set([id]));
    addDue(state.agenda, event.due, { type: 'obligation', id });
    return;
  }
  const obligation = state.obligations.get(id);
  if (!obligation) return;
  const steps: Record<typeof event.type, ObligationStep> = {
    'obligation.met': 'fulfil',
    'obligation.late': 'fulfil',
    'obligation.overdue': 'expire',
    'obligation.lapsed': 'lapse',
    'obligation.waived': 'waive',
  };
  obligation.status = nextObligation(obligation.status, steps[event.type]) ?? obligation.status;
  if (event.type !== 'obligation.overdue') state.pending.get(obligation.row.role)?.delete(id);
}

function note(times: Times | undefined, role: string, at: Ms): void {
  if (times && !times.has(role)) times.set(role, at);
}

function evolveItem(
  state: ExerciseState,
  event: Of<'item.opened' | 'item.acknowledged' | 'message.sent' | 'fact.known'>,
  moment: Moment,
): void {
  switch (event.type) {
    case 'item.opened':
      note(received(state, event.role, event.item)?.opened, event.role, state.at);
      return;
    case 'item.acknowledged':
      note(received(state, event.role, event.item)?.acknowledged, event.role, state.at);
      return;
    case 'fact.known':
      note(state.facts.get(event.fact), event.role, state.at);
      return;
    case 'message.sent': {
      const { type, message, ...row } = event;
      state.messages.set(message, {
        ...row,
        id: message,
        seq: moment.seq,
        at: state.at,
        opened: new Map(),
        acknowledged: new Map(),
        answered: new Map(),
      });
      if (event.replyTo !== undefined) {
        note(received(state, event.from, event.replyTo)?.answered, event.from, state.at);
      }
      return;
    }
    default:
      event satisfies never;
  }
}

function evolveTask(
  state: ExerciseState,
  event: Of<
    | 'task.started'
    | 'task.overdue'
    | 'task.claimed'
    | 'task.released'
    | 'task.done'
    | 'handover.offered'
    | 'handover.accepted'
    | 'handover.declined'
  >,
): void {
  const task = state.tasks.get(event.task);
  if (!task) return;
  const without = (from: string, to: string): void => {
    task.offers = task.offers.filter((offer) => offer.from !== from || offer.to !== to);
  };
  const drop = (role: string): void => {
    task.holders = task.holders.filter((holder) => holder.role !== role);
    task.offers = task.offers.filter((offer) => offer.from !== role);
  };
  const since = state.at;
  switch (event.type) {
    case 'task.started':
      Object.assign(task, { status: 'open', startedAt: since, due: event.due });
      addDue(state.agenda, event.due, { type: 'task', id: event.task });
      return;
    case 'task.overdue':
      task.overdue = true;
      return;
    case 'task.claimed':
      drop(event.role);
      task.holders = [...task.holders, { role: event.role, as: event.as, since }];
      return;
    case 'task.released':
      drop(event.role);
      return;
    case 'task.done':
      task.status = 'done';
      task.offers = [];
      task.done = { role: event.role, at: since, note: event.note };
      return;
    case 'handover.offered': {
      const { type, task: id, ...offer } = event;
      task.offers = [...task.offers, { ...offer, at: since }];
      task.offeredTo.add(event.to);
      return;
    }
    case 'handover.accepted':
      drop(event.from);
      drop(event.to);
      task.holders = [...task.holders, { role: event.to, as: event.as, since }];
      return;
    case 'handover.declined':
      without(event.from, event.to);
      return;
    default:
      event satisfies never;
  }
}

function evolveDecision(
  state: ExerciseState,
  event: Of<'decision.opened' | 'decision.recorded'>,
): void {
  const decision = state.decisions.get(event.decision);
  if (!decision) return;
  if (event.type === 'decision.opened') {
    Object.assign(decision, { status: 'open', openedAt: state.at, due: event.due });
    addDue(state.agenda, event.due, { type: 'decision', id: event.decision });
    return;
  }
  const { option, reason, role, how } = event;
  decision.status = 'made';
  decision.made = { option, reason, at: state.at, how, ...(role === undefined ? {} : { role }) };
}

function evolveClock(
  state: ExerciseState,
  event: Of<'awareness.declared' | 'clock.started' | 'clock.met' | 'clock.missed'>,
): void {
  if (event.type === 'awareness.declared') {
    const { type, ...row } = event;
    state.awareness.set(`${row.organisation}:${row.matter}`, { ...row, at: state.at });
    return;
  }
  const clock = state.clocks.get(event.clock);
  if (!clock) return;
  switch (event.type) {
    case 'clock.started':
      clock.status = 'running';
      clock.startedAt = state.at;
      if (event.due !== undefined) {
        clock.due = event.due;
        addDue(state.agenda, event.due, { type: 'clock', id: event.clock });
      }
      return;
    case 'clock.met':
      clock.status = clock.missed ? 'late' : 'met';
      return;
    case 'clock.missed':
      clock.missed = true;
      return;
    default:
      event satisfies never;
  }
}

function evolvePeople(
  state: ExerciseState,
  event: Of<'observation.noted' | 'hotwash.answered' | 'seat.taken' | 'seat.left'>,
  moment: Moment,
): void {
  switch (event.type) {
    case 'observation.noted': {
      const { type, ...row } = event;
      const by = moment.by.type === 'facilitator' ? moment.by.name : moment.by.type;
      const id = String(state.observations.length + 1);
      state.observations.push({ ...row, id, at: state.at, by });
      return;
    }
    case 'hotwash.answered': {
      const { role, question, text } = event;
      state.hotwash.set(`${role}:${question}`, { role, question, text });
      return;
    }
    case 'seat.taken': {
      const { role, seat, pseudonym, bot } = event;
      state.seats.set(seat, { id: seat, role, pseudonym, bot });
      return;
    }
    case 'seat.left':
      state.seats.delete(event.seat);
      return;
    default:
      event satisfies never;
  }
}
