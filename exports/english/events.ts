/** Events in English, one sentence each. Knows: what each type is called. */
import { formatDuration } from '../../engine/scenario/time.ts';
import type { NoteKind, Outlet } from '../../engine/exercise/entry.ts';
import type { EventOf } from '../analysis/history.ts';
import { type Tell, because, decision, gist, quoted, role, task } from '../event.ts';
import type { Speaker } from '../formats/words.ts';

const inThread = (phase: string, s: Speaker): string => {
  const thread = s.thread(phase);
  return thread === undefined ? '' : ` (thread ${quoted(s, thread)})`;
};

const NOTE: { readonly [K in NoteKind]: string } = {
  bookmark: 'Bookmark',
  correction: 'Correction',
  handled: 'No answer is due',
};

/** Entered later than it was. */
const before = (happened: number | undefined, s: Speaker): string =>
  happened === undefined ? '' : ` (happened ${s.time(happened)})`;

const OUTLETS: { readonly [O in Outlet]: string } = {
  press: 'press release',
  web: 'website',
  social: 'social media',
};

const receivers = (e: EventOf<'message.sent'>, s: Speaker): string =>
  [
    ...(e.to.length > 0 ? [s.roles(e.to)] : []),
    ...(e.outside === undefined ? [] : [e.outside]),
  ].join(', ') || 'control';

export const events: Tell = {
  'exercise.opened': () => 'The exercise is set up',
  'exercise.started': () => 'STARTEX: the exercise begins',
  'exercise.paused': (e) => `Pause${because(e.reason)}`,
  'exercise.resumed': () => 'The exercise resumes',
  'exercise.paced': (e, s) =>
    `Pace changed to ${s.number(e.pace, e.pace % 1 === 0 ? 0 : 1)} × real time`,
  'exercise.jumped': (e, s) => `Time jump to ${s.time(e.to)}`,
  'exercise.shifted': (e) =>
    `All that remains is ${e.by < 0 ? 'brought forward' : 'postponed'} by ${formatDuration(Math.abs(e.by))}${because(e.reason)}`,
  'exercise.ended': (e) => `ENDEX: the exercise ends${because(e.reason)}`,
  'hotwash.opened': () => 'The hot wash opens',
  'exercise.closed': () => 'The exercise is closed',
  'phase.entered': (e, s) =>
    `Phase ${quoted(s, s.name('phases', e.phase))} begins${inThread(e.phase, s)}`,
  'phase.adjusted': (e, s) =>
    `Phase ${quoted(s, s.name('phases', e.phase))} now ends at ${s.time(e.until)}${because(e.reason)}`,
  'thread.ended': (e, s) => `The thread ${quoted(s, s.name('threads', e.thread))} is over`,
  'inject.scheduled': (e, s) => `${s.item(e.inject)} is set for ${s.time(e.due)}`,
  'inject.released': (e, s) =>
    `${s.item(e.inject)} to ${s.roles(e.to)}${e.cause === 'if-not' ? ' (contingency)' : e.cause === 'control' ? ' (released by control)' : ''}`,
  'inject.held': (e, s) => `${s.item(e.inject)} is held back`,
  'inject.unheld': (e, s) => `${s.item(e.inject)} is no longer held`,
  'inject.skipped': (e, s) => `${s.item(e.inject)} is skipped${because(e.reason)}`,
  'inject.passed': (e, s) => `${s.item(e.inject)} falls away with its phase`,
  'inject.changed': (e, s) => {
    const what = [
      ...(e.due === undefined ? [] : [`new time ${s.time(e.due)}`]),
      ...(e.to ? [`new receivers ${s.roles(e.to)}`] : []),
      ...(e.title === undefined && e.body === undefined ? [] : ['new text']),
    ];
    return `${s.item(e.inject)} is changed (${what.join(', ')})${because(e.reason)}`;
  },
  'call.noted': (e, s) => `Call: ${role(s, e.from)} with ${s.roles(e.with)}: ${e.text}`,
  'simcell.played': (e, s) =>
    `${role(s, e.role)} is now played by ${e.by === 'bot' ? 'a bot' : e.by}`,
  'record.noted': (e) => `${NOTE[e.kind]} at entry ${e.entry}: ${e.text}`,
  'staff.joined': (e) => `${e.staff} joins exercise control`,
  'staff.left': (e) => `${e.staff} is no longer in exercise control`,
  'staff.handed': (e) => `The lead goes from ${e.from} to ${e.to}`,
  'inject.written': (e, s) => `Control writes ${s.item(e.inject)}`,
  'obligation.opened': (e, s) =>
    `Expectation arises (${s.expectation(e.obligation)}), due ${s.time(e.due)}`,
  'obligation.met': (e, s) => `Expectation met (${s.expectation(e.obligation)})`,
  'obligation.overdue': (e, s) => `Expectation overdue (${s.expectation(e.obligation)})`,
  'obligation.late': (e, s) => `Expectation met late (${s.expectation(e.obligation)})`,
  'obligation.lapsed': (e, s) => `Expectation lapses unmet (${s.expectation(e.obligation)})`,
  'obligation.waived': (e, s) => `Expectation is waived (${s.expectation(e.obligation)})`,
  'obligation.outside': (e, s) =>
    `Expectation reported done outside the tool (${s.expectation(e.obligation)})`,
  'item.opened': (e, s) => `${role(s, e.role)} opens ${s.item(e.item)}`,
  'item.acknowledged': (e, s) => `${role(s, e.role)} acknowledges ${s.item(e.item)}`,
  'message.sent': (e, s) =>
    `${role(s, e.from)} ${e.asks ? 'asks' : 'writes to'} ${receivers(e, s)}: ${gist(e)}`,
  'fact.known': (e, s) => `${role(s, e.role)} now knows: ${s.name('facts', e.fact)}`,
  'task.started': (e, s) => `The task ${task(s, e.task)} arises, window until ${s.time(e.due)}`,
  'task.overdue': (e, s) => `The task ${task(s, e.task)} was not done in time`,
  'task.claimed': (e, s) => `${role(s, e.role)} takes ${task(s, e.task)} as ${s.t.as[e.as]}`,
  'task.assigned': (e, s) =>
    `${role(s, e.from)} asks ${role(s, e.to)} to take ${task(s, e.task)} as ${s.t.as[e.as]}${because(e.note)}`,
  'task.released': (e, s) => `${role(s, e.role)} lets ${task(s, e.task)} go`,
  'task.done': (e, s) => `${role(s, e.role)} reports ${task(s, e.task)} done${because(e.note)}`,
  'handover.offered': (e, s) => `${role(s, e.from)} offers ${task(s, e.task)} to ${role(s, e.to)}`,
  'handover.accepted': (e, s) =>
    `${role(s, e.to)} takes over ${task(s, e.task)} from ${role(s, e.from)} as ${s.t.as[e.as]}`,
  'handover.declined': (e, s) =>
    `${role(s, e.to)} declines ${task(s, e.task)} from ${role(s, e.from)}${because(e.reason)}`,
  'decision.opened': (e, s) =>
    `The decision ${decision(s, e.decision)} is raised, due ${s.time(e.due)}`,
  'decision.raised': (e, s) =>
    `${role(s, e.role)} raises a decision of its own, ${s.t.quote(e.question)}, due ${s.time(e.due)}`,
  'decision.discussed': (e, s) => `${role(s, e.role)} on ${decision(s, e.decision)}: ${e.text}`,
  'decision.recorded': (e, s) =>
    e.role === undefined
      ? `Nobody decided ${decision(s, e.decision)}; default: ${s.option(e.decision, e.option)}`
      : `${role(s, e.role)} decides${before(e.happened, s)} ${decision(s, e.decision)}: ${s.option(e.decision, e.option)}`,
  'awareness.declared': (e, s) =>
    e.as === 'classified'
      ? `${role(s, e.role)} classifies for ${s.name('organisations', e.organisation)}: ${quoted(s, s.name('matters', e.matter))}`
      : `${role(s, e.role)} declares ${s.name('organisations', e.organisation)} aware of ${quoted(s, s.name('matters', e.matter))}`,
  'statement.published': (e, s) =>
    `${role(s, e.role)} publishes a statement (${OUTLETS[e.outlet]}): ${e.title}`,
  'picture.updated': (e, s) =>
    `${role(s, e.role)} updates the situation picture, ${s.t.pictureSections[e.section]} (version ${e.version})`,
  'control.asked': (e, s) => `${role(s, e.role)} asks control: ${e.text}`,
  'control.answered': (e) => `Control answers: ${e.text}`,
  'record.contested': (e, s) => `${role(s, e.role)} contests the record: ${e.text}`,
  'outside.reported': (e, s) => `${role(s, e.role)} reports, done outside the tool: ${e.text}`,
  'clock.started': (e, s) =>
    `The clock ${s.clock(e.clock)} starts${e.due === undefined ? '' : `, deadline ${s.time(e.due)}`}`,
  'clock.met': (e, s) => `The clock ${s.clock(e.clock)} is met`,
  'clock.missed': (e, s) => `The clock ${s.clock(e.clock)} ran out with nothing submitted`,
  'service.changed': (e, s) =>
    `The service ${quoted(s, s.name('services', e.service))} is now at ${s.share(e.level)}${e.gap === undefined ? '' : `, with data ${s.length(e.gap)} old`} (${'inject' in e.cause ? s.item(e.cause.inject) : task(s, e.cause.task)})`,
  'question.scheduled': (e, s) => `Question set for ${s.time(e.due)}: ${s.asked(e.question)}`,
  'question.asked': (e, s) => `Question to ${s.roles(e.to)}: ${s.asked(e.question)}`,
  'question.skipped': (e, s) => `Question skipped${because(e.reason)}: ${s.asked(e.question)}`,
  'question.answered': (e, s) =>
    `${role(s, e.role)} answers ${s.t.quote(s.answer(e.question, e.answer))} to ${s.asked(e.question)}`,
  'observation.noted': (e, s) => `Observation${before(e.happened, s)}: ${e.text}`,
  'hotwash.answered': (e, s) => `${role(s, e.role)} answers: ${e.text}`,
  'seat.taken': (e, s) =>
    `${role(s, e.role)} is seated${e.bot ? ' by a bot' : ` by ${e.pseudonym}`}`,
  'practice.finished': (e, s) =>
    `${role(s, e.role)} has practised: opened after ${s.number(e.opened / 1000, 1)} s, acknowledged after ${s.number(e.acknowledged / 1000, 1)} s`,
  'seat.left': (e, s) => `A seat in ${role(s, e.role)} is left`,
  'input.refused': (e) => `An act was refused (${e.code})`,
};
