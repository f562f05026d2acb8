/**
 * The journal's events as one organisation may see them. Every type is decided here: one that is new
 * does not compile until somebody has. Knows: events. Does not know: the parts made of them.
 */
import type { EventOf, ExerciseEvent } from '../../engine/exercise/entry.ts';
import type { Sight } from './sight.ts';

type Type = ExerciseEvent['type'];
type Rules = {
  readonly [T in Type]: (event: EventOf<T>, sight: Sight) => EventOf<T> | undefined;
};

const hidden = (): undefined => undefined;
const seen = <E>(event: E): E => event;
/** What one role did alone. */
const ownOnly = <E extends { readonly role: string }>(event: E, sight: Sight): E | undefined =>
  sight.own(event.role) ? event : undefined;
/** What became of an expectation. */
const expected = <E extends { readonly obligation: string }>(event: E, s: Sight): E | undefined =>
  s.obligation(event.obligation) ? event : undefined;
const onTask = <E extends { readonly task: string }>(event: E, s: Sight): E | undefined =>
  s.task(event.task) ? event : undefined;
const onClock = <E extends { readonly clock: string }>(event: E, s: Sight): E | undefined =>
  s.clock(event.clock) ? event : undefined;
/** What stands between two roles: both have read it. */
function between<E extends { readonly from: string; readonly to: string }>(
  event: E,
  sight: Sight,
): E | undefined {
  if (!sight.ownAny([event.from, event.to])) return undefined;
  return { ...event, from: sight.neighbour(event.from), to: sight.neighbour(event.to) };
}
const knownFacts = <E extends { readonly facts: readonly string[] }>(
  event: E,
  sight: Sight,
): E => ({
  ...event,
  facts: event.facts.filter(sight.fact),
});

const RULES: Rules = {
  'exercise.opened': hidden,
  'exercise.started': seen,
  'exercise.paused': (event) => ({
    type: event.type,
    ...(event.kind !== undefined && { kind: event.kind }),
  }),
  'exercise.resumed': seen,
  'exercise.paced': seen,
  'exercise.jumped': seen,
  'exercise.shifted': ({ type, by }) => ({ type, by }),
  'exercise.ended': ({ type, cause }) => ({ type, cause }),
  'hotwash.opened': seen,
  'exercise.closed': seen,
  'phase.entered': hidden,
  'phase.adjusted': hidden,
  'thread.ended': hidden,
  'inject.scheduled': hidden,
  'inject.released': (event, sight) =>
    sight.ownAny(event.to) ? { ...event, to: event.to.filter(sight.own) } : undefined,
  'inject.held': hidden,
  'inject.unheld': hidden,
  'inject.skipped': hidden,
  'inject.changed': hidden,
  'inject.passed': hidden,
  'inject.written': hidden,
  'obligation.opened': expected,
  'obligation.met': expected,
  'obligation.overdue': expected,
  'obligation.late': expected,
  'obligation.lapsed': expected,
  'obligation.waived': expected,
  'obligation.outside': expected,
  'item.opened': ownOnly,
  'item.acknowledged': ownOnly,
  'message.sent': message,
  'service.changed': (event, s) => {
    const { service, cause } = event;
    const told = 'task' in cause ? s.task(cause.task) : s.item(cause.inject);
    return s.service(service) && told ? event : undefined;
  },
  'call.noted': hidden,
  'simcell.played': hidden,
  'fact.known': ownOnly,
  'task.started': onTask,
  'task.overdue': onTask,
  'task.claimed': (event, sight) => {
    if (!sight.own(event.role)) return undefined;
    const { assignedBy, ...rest } = event;
    return {
      ...rest,
      ...(assignedBy !== undefined && { assignedBy: sight.neighbour(assignedBy) }),
    };
  },
  'task.assigned': between,
  'task.released': ownOnly,
  'task.done': ownOnly,
  'handover.offered': between,
  'handover.accepted': between,
  'handover.declined': between,
  'decision.opened': (event, sight) => (sight.decision(event.decision) ? event : undefined),
  'decision.recorded': decision,
  'decision.raised': (event, sight) =>
    sight.ownAny([event.role, ...event.with])
      ? { ...event, role: sight.role(event.role), with: sight.roles(event.with) }
      : undefined,
  'decision.discussed': ownOnly,
  'awareness.declared': ownOnly,
  'statement.published': (event, s) => (s.own(event.role) ? knownFacts(event, s) : undefined),
  'picture.updated': (event, s) => (s.own(event.role) ? knownFacts(event, s) : undefined),
  'control.asked': (event, sight) => withAbout(ownOnly(event, sight), sight),
  'control.answered': hidden,
  'record.contested': (event, sight) => withNeededAbout(ownOnly(event, sight), sight),
  'outside.reported': (event, sight) => {
    const own = withNeededAbout(ownOnly(event, sight), sight);
    return own && { ...own, to: sight.roles(own.to) };
  },
  'practice.finished': ownOnly,
  'clock.started': onClock,
  'clock.met': onClock,
  'clock.missed': onClock,
  'question.scheduled': hidden,
  'question.asked': (event, sight) =>
    sight.ownAny(event.to) ? { ...event, to: event.to.filter(sight.own) } : undefined,
  'question.skipped': hidden,
  'question.answered': (event, sight) => {
    if (!sight.own(event.role)) return undefined;
    return { ...event, answer: answerOf(event.answer, sight) };
  },
  'observation.noted': hidden,
  'record.noted': hidden,
  'staff.joined': hidden,
  'staff.left': hidden,
  'staff.handed': hidden,
  'hotwash.answered': ownOnly,
  'seat.taken': ownOnly,
  'seat.left': ownOnly,
  'input.refused': hidden,
};

/** Undefined: not for this organisation. */
export function eventFor(event: ExerciseEvent, sight: Sight): ExerciseEvent | undefined {
  const rule = RULES[event.type] as (
    event: ExerciseEvent,
    sight: Sight,
  ) => ExerciseEvent | undefined;
  return rule(event, sight);
}

/** An answer to a poll is a role's id; to a probe, an option's, which no role's name hides. */
export function answerOf(answer: string, sight: Sight): string {
  return sight.isRole(answer) ? sight.role(answer) : answer;
}

/** Sent or received. What it came with stays; who else got it is named only as far as that may be. */
function message(event: EventOf<'message.sent'>, sight: Sight): typeof event | undefined {
  if (!sight.ownAny([event.from, ...event.to])) return undefined;
  const { about, replyTo, prepared: _, ...rest } = event;
  const kept = sight.about(about);
  return {
    ...knownFacts(rest, sight),
    from: sight.neighbour(event.from),
    to: sight.neighbours(event.to),
    ...(replyTo !== undefined && sight.item(replyTo) && { replyTo }),
    ...(kept && { about: kept }),
  };
}

/** Others' reasons are theirs: what was decided, and by whom, is what a shared decision needs. */
function decision(event: EventOf<'decision.recorded'>, sight: Sight): typeof event | undefined {
  if (!sight.decision(event.decision)) return undefined;
  if (sight.own(event.role)) return knownFacts(event, sight);
  const { type, decision: id, option, role, how } = event;
  return {
    type,
    decision: id,
    option,
    how,
    reason: '',
    facts: [],
    ...(role !== undefined && { role: sight.role(role) }),
  };
}

function withAbout(
  event: EventOf<'control.asked'> | undefined,
  sight: Sight,
): EventOf<'control.asked'> | undefined {
  if (!event) return undefined;
  const { about, ...rest } = event;
  const kept = sight.about(about);
  return { ...rest, ...(kept && { about: kept }) };
}

function withNeededAbout<E extends EventOf<'record.contested' | 'outside.reported'>>(
  event: E | undefined,
  sight: Sight,
): E | undefined {
  return event && { ...event, about: sight.about(event.about) ?? {} };
}
