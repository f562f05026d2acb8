/**
 * Events in words: one sentence each, in Danish and English.
 * Knows: what each type of event is called. Does not know: where the sentence goes.
 */
import type { ExerciseEvent } from '../engine/exercise/entry.ts';
import type { Lang } from '../engine/scenario/text.ts';
import type { EventOf, EventType } from './analysis/history.ts';
import type { Speaker } from './formats/words.ts';

type Tell = { readonly [T in EventType]: (event: EventOf<T>, s: Speaker) => string };

const because = (reason: string | undefined): string => (reason ? `: ${reason}` : '');
const q = (s: Speaker, words: string): string => s.t.quote(words);
const task = (s: Speaker, id: string): string => q(s, s.name('tasks', id));
const decision = (s: Speaker, id: string): string => q(s, s.name('decisions', id));
const role = (s: Speaker, id: string): string => s.name('roles', id);

/** A message's heading, or the beginning of its text. */
function gist(event: EventOf<'message.sent'>): string {
  const text = event.title ?? event.body;
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

const da: Tell = {
  'exercise.opened': () => 'Øvelsen er oprettet',
  'exercise.started': () => 'STARTEX: øvelsen begynder',
  'exercise.paused': (e) => `Øvelsesstop${because(e.reason)}`,
  'exercise.resumed': () => 'Øvelsen genoptages',
  'exercise.paced': (e, s) =>
    `Tempo ændret til ${s.number(e.pace, e.pace % 1 === 0 ? 0 : 1)} × virkelig tid`,
  'exercise.jumped': (e, s) => `Tidsspring til ${s.time(e.to)}`,
  'exercise.ended': (e) => `ENDEX: øvelsen slutter${because(e.reason)}`,
  'hotwash.opened': () => 'Runden med førstehåndsindtryk åbnes',
  'exercise.closed': () => 'Øvelsen lukkes',
  'phase.entered': (e, s) => `Fase ${q(s, s.name('phases', e.phase))} begynder`,
  'inject.scheduled': (e, s) => `${s.item(e.inject)} er sat til ${s.time(e.due)}`,
  'inject.released': (e, s) =>
    `${s.item(e.inject)} til ${s.roles(e.to)}${e.cause === 'if-not' ? ' (reserveindspil)' : e.cause === 'control' ? ' (udløst af øvelsesledelsen)' : ''}`,
  'inject.held': (e, s) => `${s.item(e.inject)} holdes tilbage`,
  'inject.unheld': (e, s) => `${s.item(e.inject)} frigives igen`,
  'inject.skipped': (e, s) => `${s.item(e.inject)} springes over${because(e.reason)}`,
  'inject.passed': (e, s) => `${s.item(e.inject)} bortfalder med fasen`,
  'inject.written': (e, s) => `Øvelsesledelsen skriver ${s.item(e.inject)}`,
  'obligation.opened': (e, s) =>
    `Forventning opstår (${s.expectation(e.obligation)}), frist ${s.time(e.due)}`,
  'obligation.met': (e, s) => `Forventning opfyldt (${s.expectation(e.obligation)})`,
  'obligation.overdue': (e, s) => `Forventning overskredet (${s.expectation(e.obligation)})`,
  'obligation.late': (e, s) => `Forventning opfyldt for sent (${s.expectation(e.obligation)})`,
  'obligation.lapsed': (e, s) => `Forventning bortfalder uopfyldt (${s.expectation(e.obligation)})`,
  'obligation.waived': (e, s) => `Forventning frafaldes (${s.expectation(e.obligation)})`,
  'item.opened': (e, s) => `${role(s, e.role)} åbner ${s.item(e.item)}`,
  'item.acknowledged': (e, s) => `${role(s, e.role)} kvitterer for ${s.item(e.item)}`,
  'message.sent': (e, s) =>
    `${role(s, e.from)} ${e.asks ? 'spørger' : 'skriver til'} ${s.roles(e.to)}: ${gist(e)}`,
  'fact.known': (e, s) => `${role(s, e.role)} kender nu: ${s.name('facts', e.fact)}`,
  'task.started': (e, s) => `Opgaven ${task(s, e.task)} opstår, vindue til ${s.time(e.due)}`,
  'task.overdue': (e, s) => `Opgaven ${task(s, e.task)} er ikke løst til tiden`,
  'task.claimed': (e, s) => `${role(s, e.role)} tager ${task(s, e.task)} som ${s.t.as[e.as]}`,
  'task.released': (e, s) => `${role(s, e.role)} slipper ${task(s, e.task)}`,
  'task.done': (e, s) => `${role(s, e.role)} melder ${task(s, e.task)} løst${because(e.note)}`,
  'handover.offered': (e, s) =>
    `${role(s, e.from)} tilbyder ${role(s, e.to)} at overtage ${task(s, e.task)}`,
  'handover.accepted': (e, s) =>
    `${role(s, e.to)} overtager ${task(s, e.task)} fra ${role(s, e.from)} som ${s.t.as[e.as]}`,
  'handover.declined': (e, s) =>
    `${role(s, e.to)} afviser at overtage ${task(s, e.task)} fra ${role(s, e.from)}${because(e.reason)}`,
  'decision.opened': (e, s) =>
    `Beslutningen ${decision(s, e.decision)} rejses, frist ${s.time(e.due)}`,
  'decision.recorded': (e, s) =>
    e.role === undefined
      ? `Ingen besluttede ${decision(s, e.decision)}; standardvalg: ${s.option(e.decision, e.option)}`
      : `${role(s, e.role)} beslutter ${decision(s, e.decision)}: ${s.option(e.decision, e.option)}`,
  'awareness.declared': (e, s) =>
    `${role(s, e.role)} erklærer ${s.name('organisations', e.organisation)} bekendt med ${q(s, s.name('matters', e.matter))}`,
  'clock.started': (e, s) =>
    `Fristen ${s.clock(e.clock)} begynder${e.due === undefined ? '' : `, udløber ${s.time(e.due)}`}`,
  'clock.met': (e, s) => `Fristen ${s.clock(e.clock)} er overholdt`,
  'clock.missed': (e, s) => `Fristen ${s.clock(e.clock)} er udløbet uden indsendelse`,
  'observation.noted': (e) => `Observation: ${e.text}`,
  'hotwash.answered': (e, s) => `${role(s, e.role)} svarer: ${e.text}`,
  'seat.taken': (e, s) =>
    `${role(s, e.role)} bemandes${e.bot ? ' af en bot' : ` af ${e.pseudonym}`}`,
  'seat.left': (e, s) => `En plads i ${role(s, e.role)} forlades`,
  'input.refused': (e) => `En handling blev afvist (${e.code})`,
};

const en: Tell = {
  'exercise.opened': () => 'The exercise is set up',
  'exercise.started': () => 'STARTEX: the exercise begins',
  'exercise.paused': (e) => `Pause${because(e.reason)}`,
  'exercise.resumed': () => 'The exercise resumes',
  'exercise.paced': (e, s) =>
    `Pace changed to ${s.number(e.pace, e.pace % 1 === 0 ? 0 : 1)} × real time`,
  'exercise.jumped': (e, s) => `Time jump to ${s.time(e.to)}`,
  'exercise.ended': (e) => `ENDEX: the exercise ends${because(e.reason)}`,
  'hotwash.opened': () => 'The hot wash opens',
  'exercise.closed': () => 'The exercise is closed',
  'phase.entered': (e, s) => `Phase ${q(s, s.name('phases', e.phase))} begins`,
  'inject.scheduled': (e, s) => `${s.item(e.inject)} is set for ${s.time(e.due)}`,
  'inject.released': (e, s) =>
    `${s.item(e.inject)} to ${s.roles(e.to)}${e.cause === 'if-not' ? ' (contingency)' : e.cause === 'control' ? ' (released by control)' : ''}`,
  'inject.held': (e, s) => `${s.item(e.inject)} is held back`,
  'inject.unheld': (e, s) => `${s.item(e.inject)} is no longer held`,
  'inject.skipped': (e, s) => `${s.item(e.inject)} is skipped${because(e.reason)}`,
  'inject.passed': (e, s) => `${s.item(e.inject)} falls away with its phase`,
  'inject.written': (e, s) => `Control writes ${s.item(e.inject)}`,
  'obligation.opened': (e, s) =>
    `Expectation arises (${s.expectation(e.obligation)}), due ${s.time(e.due)}`,
  'obligation.met': (e, s) => `Expectation met (${s.expectation(e.obligation)})`,
  'obligation.overdue': (e, s) => `Expectation overdue (${s.expectation(e.obligation)})`,
  'obligation.late': (e, s) => `Expectation met late (${s.expectation(e.obligation)})`,
  'obligation.lapsed': (e, s) => `Expectation lapses unmet (${s.expectation(e.obligation)})`,
  'obligation.waived': (e, s) => `Expectation is waived (${s.expectation(e.obligation)})`,
  'item.opened': (e, s) => `${role(s, e.role)} opens ${s.item(e.item)}`,
  'item.acknowledged': (e, s) => `${role(s, e.role)} acknowledges ${s.item(e.item)}`,
  'message.sent': (e, s) =>
    `${role(s, e.from)} ${e.asks ? 'asks' : 'writes to'} ${s.roles(e.to)}: ${gist(e)}`,
  'fact.known': (e, s) => `${role(s, e.role)} now knows: ${s.name('facts', e.fact)}`,
  'task.started': (e, s) => `The task ${task(s, e.task)} arises, window until ${s.time(e.due)}`,
  'task.overdue': (e, s) => `The task ${task(s, e.task)} was not done in time`,
  'task.claimed': (e, s) => `${role(s, e.role)} takes ${task(s, e.task)} as ${s.t.as[e.as]}`,
  'task.released': (e, s) => `${role(s, e.role)} lets ${task(s, e.task)} go`,
  'task.done': (e, s) => `${role(s, e.role)} reports ${task(s, e.task)} done${because(e.note)}`,
  'handover.offered': (e, s) => `${role(s, e.from)} offers ${task(s, e.task)} to ${role(s, e.to)}`,
  'handover.accepted': (e, s) =>
    `${role(s, e.to)} takes over ${task(s, e.task)} from ${role(s, e.from)} as ${s.t.as[e.as]}`,
  'handover.declined': (e, s) =>
    `${role(s, e.to)} declines ${task(s, e.task)} from ${role(s, e.from)}${because(e.reason)}`,
  'decision.opened': (e, s) =>
    `The decision ${decision(s, e.decision)} is raised, due ${s.time(e.due)}`,
  'decision.recorded': (e, s) =>
    e.role === undefined
      ? `Nobody decided ${decision(s, e.decision)}; default: ${s.option(e.decision, e.option)}`
      : `${role(s, e.role)} decides ${decision(s, e.decision)}: ${s.option(e.decision, e.option)}`,
  'awareness.declared': (e, s) =>
    `${role(s, e.role)} declares ${s.name('organisations', e.organisation)} aware of ${q(s, s.name('matters', e.matter))}`,
  'clock.started': (e, s) =>
    `The clock ${s.clock(e.clock)} starts${e.due === undefined ? '' : `, deadline ${s.time(e.due)}`}`,
  'clock.met': (e, s) => `The clock ${s.clock(e.clock)} is met`,
  'clock.missed': (e, s) => `The clock ${s.clock(e.clock)} ran out with nothing submitted`,
  'observation.noted': (e) => `Observation: ${e.text}`,
  'hotwash.answered': (e, s) => `${role(s, e.role)} answers: ${e.text}`,
  'seat.taken': (e, s) =>
    `${role(s, e.role)} is seated${e.bot ? ' by a bot' : ` by ${e.pseudonym}`}`,
  'seat.left': (e, s) => `A seat in ${role(s, e.role)} is left`,
  'input.refused': (e) => `An act was refused (${e.code})`,
};

/** One sentence, beginning with a capital. */
export function tell(event: ExerciseEvent, s: Speaker): string {
  const lang: Lang = s.lang;
  const table = lang === 'da' ? da : en;
  const say = table[event.type] as (event: ExerciseEvent, s: Speaker) => string;
  const sentence = say(event, s);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
