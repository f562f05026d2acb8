/** Events in Danish, one sentence each. Knows: what each type is called. */
import { formatDuration } from '../../engine/scenario/time.ts';
import type { NoteKind, Outlet } from '../../engine/exercise/entry.ts';
import type { EventOf } from '../analysis/history.ts';
import { type Tell, because, decision, gist, quoted, role, task } from '../event.ts';
import type { Speaker } from '../formats/words.ts';

const inThread = (phase: string, s: Speaker): string => {
  const thread = s.thread(phase);
  return thread === undefined ? '' : ` (tråden ${quoted(s, thread)})`;
};

const NOTE: { readonly [K in NoteKind]: string } = {
  bookmark: 'Bogmærke',
  correction: 'Rettelse',
  handled: 'Kræver intet svar',
};

/** Entered later than it was. */
const before = (happened: number | undefined, s: Speaker): string =>
  happened === undefined ? '' : ` (skete ${s.time(happened)})`;

const OUTLETS: { readonly [O in Outlet]: string } = {
  press: 'pressemeddelelse',
  web: 'hjemmeside',
  social: 'sociale medier',
};

const receivers = (e: EventOf<'message.sent'>, s: Speaker): string =>
  [
    ...(e.to.length > 0 ? [s.roles(e.to)] : []),
    ...(e.outside === undefined ? [] : [e.outside]),
  ].join(', ') || 'øvelsesledelsen';

export const events: Tell = {
  'exercise.opened': () => 'Øvelsen er oprettet',
  'exercise.started': () => 'STARTEX: øvelsen begynder',
  'exercise.paused': (e) => `Øvelsesstop${because(e.reason)}`,
  'exercise.resumed': () => 'Øvelsen genoptages',
  'exercise.paced': (e, s) =>
    `Tempo ændret til ${s.number(e.pace, e.pace % 1 === 0 ? 0 : 1)} × virkelig tid`,
  'exercise.jumped': (e, s) => `Tidsspring til ${s.time(e.to)}`,
  'exercise.shifted': (e) =>
    `Alt, der er tilbage, ${e.by < 0 ? 'fremrykkes' : 'udskydes'} ${formatDuration(Math.abs(e.by))}${because(e.reason)}`,
  'exercise.ended': (e) => `ENDEX: øvelsen slutter${because(e.reason)}`,
  'hotwash.opened': () => 'Runden med førstehåndsindtryk åbnes',
  'exercise.closed': () => 'Øvelsen lukkes',
  'phase.entered': (e, s) =>
    `Fase ${quoted(s, s.name('phases', e.phase))} begynder${inThread(e.phase, s)}`,
  'phase.adjusted': (e, s) =>
    `Fase ${quoted(s, s.name('phases', e.phase))} slutter nu ${s.time(e.until)}${because(e.reason)}`,
  'thread.ended': (e, s) => `Tråden ${quoted(s, s.name('threads', e.thread))} er slut`,
  'inject.scheduled': (e, s) => `${s.item(e.inject)} er sat til ${s.time(e.due)}`,
  'inject.released': (e, s) =>
    `${s.item(e.inject)} til ${s.roles(e.to)}${e.cause === 'if-not' ? ' (reserveindspil)' : e.cause === 'control' ? ' (udløst af øvelsesledelsen)' : ''}`,
  'inject.held': (e, s) => `${s.item(e.inject)} holdes tilbage`,
  'inject.unheld': (e, s) => `${s.item(e.inject)} frigives igen`,
  'inject.skipped': (e, s) => `${s.item(e.inject)} springes over${because(e.reason)}`,
  'inject.passed': (e, s) => `${s.item(e.inject)} bortfalder med fasen`,
  'inject.changed': (e, s) => {
    const what = [
      ...(e.due === undefined ? [] : [`nyt tidspunkt ${s.time(e.due)}`]),
      ...(e.to ? [`nye modtagere ${s.roles(e.to)}`] : []),
      ...(e.title === undefined && e.body === undefined ? [] : ['ny tekst']),
    ];
    return `${s.item(e.inject)} ændres (${what.join(', ')})${because(e.reason)}`;
  },
  'call.noted': (e, s) => `Samtale: ${role(s, e.from)} med ${s.roles(e.with)}: ${e.text}`,
  'simcell.played': (e, s) =>
    `${role(s, e.role)} spilles nu af ${e.by === 'bot' ? 'en bot' : e.by}`,
  'record.noted': (e) => `${NOTE[e.kind]} til hændelse ${e.entry}: ${e.text}`,
  'staff.joined': (e) => `${e.staff} er med i øvelsesledelsen`,
  'staff.left': (e) => `${e.staff} er ikke længere med i øvelsesledelsen`,
  'staff.handed': (e) => `Ledelsen af øvelsen går fra ${e.from} til ${e.to}`,
  'inject.written': (e, s) => `Øvelsesledelsen skriver ${s.item(e.inject)}`,
  'obligation.opened': (e, s) =>
    `Forventning opstår (${s.expectation(e.obligation)}), frist ${s.time(e.due)}`,
  'obligation.met': (e, s) => `Forventning opfyldt (${s.expectation(e.obligation)})`,
  'obligation.overdue': (e, s) => `Forventning overskredet (${s.expectation(e.obligation)})`,
  'obligation.late': (e, s) => `Forventning opfyldt for sent (${s.expectation(e.obligation)})`,
  'obligation.lapsed': (e, s) => `Forventning bortfalder uopfyldt (${s.expectation(e.obligation)})`,
  'obligation.waived': (e, s) => `Forventning frafaldes (${s.expectation(e.obligation)})`,
  'obligation.outside': (e, s) =>
    `Forventning meldt opfyldt uden om værktøjet (${s.expectation(e.obligation)})`,
  'item.opened': (e, s) => `${role(s, e.role)} åbner ${s.item(e.item)}`,
  'item.acknowledged': (e, s) => `${role(s, e.role)} kvitterer for ${s.item(e.item)}`,
  'message.sent': (e, s) =>
    `${role(s, e.from)} ${e.asks ? 'spørger' : 'skriver til'} ${receivers(e, s)}: ${gist(e)}`,
  'fact.known': (e, s) => `${role(s, e.role)} kender nu: ${s.name('facts', e.fact)}`,
  'task.started': (e, s) => `Opgaven ${task(s, e.task)} opstår, vindue til ${s.time(e.due)}`,
  'task.overdue': (e, s) => `Opgaven ${task(s, e.task)} er ikke løst til tiden`,
  'task.claimed': (e, s) => `${role(s, e.role)} tager ${task(s, e.task)} som ${s.t.as[e.as]}`,
  'task.assigned': (e, s) =>
    `${role(s, e.from)} beder ${role(s, e.to)} tage ${task(s, e.task)} som ${s.t.as[e.as]}${because(e.note)}`,
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
  'decision.raised': (e, s) =>
    `${role(s, e.role)} rejser selv en beslutning, ${s.t.quote(e.question)}, frist ${s.time(e.due)}`,
  'decision.discussed': (e, s) => `${role(s, e.role)} om ${decision(s, e.decision)}: ${e.text}`,
  'decision.recorded': (e, s) =>
    e.role === undefined
      ? `Ingen besluttede ${decision(s, e.decision)}; standardvalg: ${s.option(e.decision, e.option)}`
      : `${role(s, e.role)} beslutter${before(e.happened, s)} ${decision(s, e.decision)}: ${s.option(e.decision, e.option)}`,
  'awareness.declared': (e, s) =>
    e.as === 'classified'
      ? `${role(s, e.role)} klassificerer for ${s.name('organisations', e.organisation)}: ${quoted(s, s.name('matters', e.matter))}`
      : `${role(s, e.role)} erklærer ${s.name('organisations', e.organisation)} bekendt med ${quoted(s, s.name('matters', e.matter))}`,
  'statement.published': (e, s) =>
    `${role(s, e.role)} offentliggør en udtalelse (${OUTLETS[e.outlet]}): ${e.title}`,
  'picture.updated': (e, s) =>
    `${role(s, e.role)} opdaterer situationsbilledet, ${s.t.pictureSections[e.section]} (version ${e.version})`,
  'control.asked': (e, s) => `${role(s, e.role)} spørger øvelsesledelsen: ${e.text}`,
  'control.answered': (e) => `Øvelsesledelsen svarer: ${e.text}`,
  'record.contested': (e, s) => `${role(s, e.role)} gør indsigelse mod det registrerede: ${e.text}`,
  'outside.reported': (e, s) => `${role(s, e.role)} melder gjort uden om værktøjet: ${e.text}`,
  'clock.started': (e, s) =>
    `Fristen ${s.clock(e.clock)} begynder${e.due === undefined ? '' : `, udløber ${s.time(e.due)}`}`,
  'clock.met': (e, s) => `Fristen ${s.clock(e.clock)} er overholdt`,
  'clock.missed': (e, s) => `Fristen ${s.clock(e.clock)} er udløbet uden indsendelse`,
  'service.changed': (e, s) =>
    `Tjenesten ${quoted(s, s.name('services', e.service))} er nu på ${s.share(e.level)}${e.gap === undefined ? '' : ` med data, der er ${s.length(e.gap)} gamle`} (${'inject' in e.cause ? s.item(e.cause.inject) : task(s, e.cause.task)})`,
  'question.scheduled': (e, s) => `Spørgsmål sat til ${s.time(e.due)}: ${s.asked(e.question)}`,
  'question.asked': (e, s) => `Spørgsmål til ${s.roles(e.to)}: ${s.asked(e.question)}`,
  'question.skipped': (e, s) =>
    `Spørgsmål springes over${because(e.reason)}: ${s.asked(e.question)}`,
  'question.answered': (e, s) =>
    `${role(s, e.role)} svarer ${s.t.quote(s.answer(e.question, e.answer))} på ${s.asked(e.question)}`,
  'observation.noted': (e, s) => `Observation${before(e.happened, s)}: ${e.text}`,
  'hotwash.answered': (e, s) => `${role(s, e.role)} svarer: ${e.text}`,
  'seat.taken': (e, s) =>
    `${role(s, e.role)} bemandes${e.bot ? ' af en bot' : ` af ${e.pseudonym}`}`,
  'practice.finished': (e, s) =>
    `${role(s, e.role)} har øvet sig: åbnede efter ${s.number(e.opened / 1000, 1)} s, kvitterede efter ${s.number(e.acknowledged / 1000, 1)} s`,
  'seat.left': (e, s) => `En plads i ${role(s, e.role)} forlades`,
  'input.refused': (e) => `En handling blev afvist (${e.code})`,
};
