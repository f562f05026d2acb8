/**
 * One sentence for each kind of event, in Danish and English.
 * Knows: how to say what happened. Does not know: when it is said, or where.
 */
import type { ExerciseEvent, PhaseCause } from '../engine/exercise/entry.ts';
import { formatDuration, formatExerciseTime, type Lang } from '../engine/runtime/protocol.ts';
import { sectionName, type Names } from './names.ts';
import { catalogue } from './text.ts';

type Type = ExerciseEvent['type'];
type Say<T extends Type> = (event: Extract<ExerciseEvent, { type: T }>, n: Names) => string;
type Sentences = { readonly [T in Type]: Say<T> };

const because = (reason: string | undefined): string => (reason ? `: ${reason}` : '');
const HELD = {
  da: {
    discussion: 'Drøftelse',
    real: 'REEL HÆNDELSE: øvelsen er standset',
    step: 'Tur for tur',
  },
  en: {
    discussion: 'Discussion',
    real: 'REAL INCIDENT: the exercise is stopped',
    step: 'Turn by turn',
  },
} as const;
const before = (happened: number | undefined, lang: Lang): string =>
  happened === undefined
    ? ''
    : ` (${catalogue(lang).scribe.happened(formatExerciseTime(happened))})`;
const percent = (share: number): string => String(Math.round(share * 100));
const seconds = (ms: number): string => (ms / 1000).toFixed(1);
const at = (ms: number | undefined): string => (ms === undefined ? '' : formatExerciseTime(ms));

const causeDa = (cause: PhaseCause, n: Names): string => {
  switch (cause.type) {
    case 'start':
      return '';
    case 'length':
      return ' (tiden var gået)';
    case 'gate':
      return ' (betingelsen blev opfyldt)';
    case 'decision':
      return ` (beslutning: ${n.option(cause.decision, cause.option)})`;
    case 'control':
      return ` (valgt af øvelsesledelsen: ${cause.reason})`;
    default:
      return cause satisfies never;
  }
};
const causeEn = (cause: PhaseCause, n: Names): string => {
  switch (cause.type) {
    case 'start':
      return '';
    case 'length':
      return ' (its time was up)';
    case 'gate':
      return ' (its condition was met)';
    case 'decision':
      return ` (decision: ${n.option(cause.decision, cause.option)})`;
    case 'control':
      return ` (chosen by control: ${cause.reason})`;
    default:
      return cause satisfies never;
  }
};

const da: Sentences = {
  'exercise.opened': () => 'Øvelsen er gjort klar',
  'exercise.started': (e) => `STARTEX: øvelsen er begyndt, tempo ${e.pace}×`,
  'exercise.paused': (e) => `${e.kind ? HELD.da[e.kind] : 'Pause'}${because(e.reason)}`,
  'exercise.resumed': () => 'Øvelsen er genoptaget',
  'exercise.paced': (e) => `Tempoet er nu ${e.pace}×`,
  'exercise.jumped': (e) => `Spring i tiden til ${at(e.to)}`,
  'exercise.shifted': (e) =>
    `Alt, der er tilbage, ${e.by < 0 ? 'fremrykkes' : 'udskydes'} ${formatDuration(Math.abs(e.by))}${because(e.reason)}`,
  'exercise.ended': (e) => `ENDEX: øvelsen er slut${because(e.reason)}`,
  'hotwash.opened': () => 'Runden med førstehåndsindtryk er åben',
  'exercise.closed': () => 'Øvelsen er lukket, og journalen er afsluttet',
  'phase.entered': (e, n) => `Fasen »${n.phase(e.phase)}« begynder${causeDa(e.cause, n)}`,
  'phase.adjusted': (e, n) =>
    `Fasen »${n.phase(e.phase)}« slutter nu ${at(e.until)}${because(e.reason)}`,
  'thread.ended': (e, n) => `Tråden er slut efter fasen »${n.phase(e.from)}«`,
  'inject.scheduled': (e, n) => `Indspil ${n.inject(e.inject)} falder ${at(e.due)}`,
  'inject.released': (e, n) => `Indspil ${n.inject(e.inject)} er udspillet til ${n.roles(e.to)}`,
  'inject.held': (e, n) => `Indspil ${n.inject(e.inject)} holdes tilbage`,
  'inject.unheld': (e, n) => `Indspil ${n.inject(e.inject)} holdes ikke længere tilbage`,
  'inject.skipped': (e, n) => `Indspil ${n.inject(e.inject)} er sprunget over${because(e.reason)}`,
  'inject.passed': (e, n) => `Indspil ${n.inject(e.inject)} er bortfaldet`,
  'inject.changed': (e, n) => {
    const what = [
      ...(e.due === undefined ? [] : [`nyt tidspunkt ${at(e.due)}`]),
      ...(e.to ? [`nye modtagere ${n.roles(e.to)}`] : []),
      ...(e.title === undefined && e.body === undefined ? [] : ['ny tekst']),
    ];
    return `Indspil ${n.inject(e.inject)} er ændret (${what.join(', ')})${because(e.reason)}`;
  },
  'call.noted': (e, n) => `Samtale: ${n.role(e.from)} med ${n.roles(e.with)}: ${e.text}`,
  'simcell.played': (e, n) =>
    `${n.role(e.role)} spilles nu af ${e.by === 'bot' ? 'en robot' : e.by}`,
  'record.noted': (e) => `${catalogue('da').scribe.note[e.kind]} ved ${e.entry}: ${e.text}`,
  'staff.joined': (e) => `${e.staff} er med i øvelsesledelsen`,
  'staff.left': (e) => `${e.staff} er ikke længere med i øvelsesledelsen`,
  'staff.handed': (e) => `${e.to} leder nu øvelsen efter ${e.from}`,
  'inject.written': (e, n) => `Øvelsesledelsen har skrevet et indspil: ${n.text(e.row.title)}`,
  'obligation.opened': (e, n) => `Forventes: ${n.obligation(e.obligation)} – senest ${at(e.due)}`,
  'obligation.met': (e, n) => `Gjort i tide: ${n.obligation(e.obligation)}`,
  'obligation.overdue': (e, n) => `Ikke gjort i tide: ${n.obligation(e.obligation)}`,
  'obligation.late': (e, n) => `Gjort for sent: ${n.obligation(e.obligation)}`,
  'obligation.lapsed': (e, n) => `Aldrig gjort: ${n.obligation(e.obligation)}`,
  'obligation.waived': (e, n) => `Bortfaldet: ${n.obligation(e.obligation)}`,
  'obligation.outside': (e, n) => `Meldt gjort uden om værktøjet: ${n.obligation(e.obligation)}`,
  'item.opened': (e, n) => `${n.role(e.role)} har åbnet ${n.item(e.item)}`,
  'item.acknowledged': (e, n) => `${n.role(e.role)} har kvitteret for ${n.item(e.item)}`,
  'message.sent': (e, n) =>
    `${n.role(e.from)} ${e.asks ? 'spørger' : 'skriver til'} ${n.to(e.to, e.outside)}: ${e.title || e.body}`,
  'fact.known': (e, n) => `${n.role(e.role)} ved nu: ${n.fact(e.fact)}`,
  'task.started': (e, n) => `Opgaven »${n.task(e.task)}« er opstået, senest ${at(e.due)}`,
  'task.overdue': (e, n) => `Opgaven »${n.task(e.task)}« er ikke løst i tide`,
  'task.claimed': (e, n) =>
    e.as === 'accountable'
      ? `${n.role(e.role)} tager ansvaret for »${n.task(e.task)}«`
      : `${n.role(e.role)} udfører »${n.task(e.task)}«`,
  'task.assigned': (e, n) =>
    `${n.role(e.from)} beder ${n.role(e.to)} tage »${n.task(e.task)}«${because(e.note)}`,
  'task.released': (e, n) => `${n.role(e.role)} slipper »${n.task(e.task)}«`,
  'task.done': (e, n) => `${n.role(e.role)} melder »${n.task(e.task)}« løst: ${e.note}`,
  'handover.offered': (e, n) =>
    `${n.role(e.from)} vil overdrage »${n.task(e.task)}« til ${n.role(e.to)}${because(e.note)}`,
  'handover.accepted': (e, n) =>
    `${n.role(e.to)} overtager »${n.task(e.task)}« fra ${n.role(e.from)}`,
  'handover.declined': (e, n) =>
    `${n.role(e.to)} afviser at overtage »${n.task(e.task)}«: ${e.reason}`,
  'decision.opened': (e, n) => `Der skal besluttes: ${n.decision(e.decision)} Senest ${at(e.due)}`,
  'decision.raised': (e, n) =>
    `${n.role(e.role)} rejser selv en beslutning: ${e.question} Senest ${at(e.due)}`,
  'decision.discussed': (e, n) => `${n.role(e.role)} om »${n.decision(e.decision)}«: ${e.text}`,
  'decision.recorded': (e, n) =>
    e.how === 'default'
      ? `Ingen besluttede i tide. Standardvalget gælder: ${n.option(e.decision, e.option)}`
      : `${e.role === undefined ? 'Øvelsesledelsen' : n.role(e.role)} beslutter${before(e.happened, 'da')}: ${n.option(e.decision, e.option)}. ${e.reason}`,
  'awareness.declared': (e, n) =>
    e.as === 'classified'
      ? `${n.role(e.role)} klassificerer for ${n.organisation(e.organisation)}: ${n.matter(e.matter)}. ${e.reason}`
      : `${n.role(e.role)} erklærer ${n.organisation(e.organisation)} bekendt med: ${n.matter(e.matter)}. ${e.reason}`,
  'statement.published': (e, n) => `${n.role(e.role)} offentliggør: ${e.title}`,
  'picture.updated': (e, n) =>
    `${n.role(e.role)} opdaterer situationsbilledet (${sectionName(e.section, 'da')}, version ${e.version}): ${e.text}`,
  'control.asked': (e, n) => `${n.role(e.role)} spørger øvelsesledelsen: ${e.text}`,
  'control.answered': (e) => `Øvelsesledelsen svarer: ${e.text}`,
  'record.contested': (e, n) => `${n.role(e.role)} gør indsigelse mod det registrerede: ${e.text}`,
  'outside.reported': (e, n) => `${n.role(e.role)} melder gjort uden om værktøjet: ${e.text}`,
  'clock.started': (e, n) =>
    `Fristen »${n.clock(e.clock)}« løber${e.due === undefined ? '' : `, udløber ${at(e.due)}`}`,
  'clock.met': (e, n) => `Fristen »${n.clock(e.clock)}« er overholdt`,
  'clock.missed': (e, n) => `Fristen »${n.clock(e.clock)}« er overskredet`,
  'service.changed': (e, n) =>
    `Tjenesten »${n.service(e.service)}« er nu på ${percent(e.level)} %${e.gap === undefined ? '' : `, med data der er ${formatDuration(e.gap)} gamle`}`,
  'question.scheduled': (e, n) => `Spørgsmålet ${n.asked(e.question)} stilles ${at(e.due)}`,
  'question.asked': (e, n) => `Spørgsmål til ${n.to(e.to)}: ${n.asked(e.question)}`,
  'question.skipped': (e, n) =>
    `Spørgsmål sprunget over${because(e.reason)}: ${n.asked(e.question)}`,
  'question.answered': (e, n) =>
    `${n.role(e.role)} svarer »${n.answer(e.question, e.answer)}« på ${n.asked(e.question)}`,
  'observation.noted': (e) =>
    `Observation${e.rating ? ` (${e.rating})` : ''}${before(e.happened, 'da')}: ${e.text}`,
  'hotwash.answered': (e, n) => `${n.role(e.role)} om »${n.question(e.question)}«: ${e.text}`,
  'seat.taken': (e, n) =>
    `${e.pseudonym} sætter sig som ${n.role(e.role)}${e.bot ? ' (robot)' : ''}`,
  'practice.finished': (e, n) =>
    `${n.role(e.role)} har øvet sig (kvitterede efter ${seconds(e.acknowledged)} s)`,
  'seat.left': (e, n) => `En plads som ${n.role(e.role)} er forladt`,
  'input.refused': (e) => `Afvist (${e.code})`,
};

const en: Sentences = {
  'exercise.opened': () => 'The exercise is ready',
  'exercise.started': (e) => `STARTEX: the exercise has begun, pace ${e.pace}×`,
  'exercise.paused': (e) => `${e.kind ? HELD.en[e.kind] : 'Paused'}${because(e.reason)}`,
  'exercise.resumed': () => 'The exercise is resumed',
  'exercise.paced': (e) => `The pace is now ${e.pace}×`,
  'exercise.jumped': (e) => `Jump in time to ${at(e.to)}`,
  'exercise.shifted': (e) =>
    `All that remains is ${e.by < 0 ? 'brought forward' : 'postponed'} by ${formatDuration(Math.abs(e.by))}${because(e.reason)}`,
  'exercise.ended': (e) => `ENDEX: the exercise is over${because(e.reason)}`,
  'hotwash.opened': () => 'The hot wash is open',
  'exercise.closed': () => 'The exercise is closed and its journal finished',
  'phase.entered': (e, n) => `The phase “${n.phase(e.phase)}” begins${causeEn(e.cause, n)}`,
  'phase.adjusted': (e, n) =>
    `The phase “${n.phase(e.phase)}” now ends at ${at(e.until)}${because(e.reason)}`,
  'thread.ended': (e, n) => `The thread is over after the phase “${n.phase(e.from)}”`,
  'inject.scheduled': (e, n) => `Inject ${n.inject(e.inject)} falls due ${at(e.due)}`,
  'inject.released': (e, n) => `Inject ${n.inject(e.inject)} is released to ${n.roles(e.to)}`,
  'inject.held': (e, n) => `Inject ${n.inject(e.inject)} is held`,
  'inject.unheld': (e, n) => `Inject ${n.inject(e.inject)} is no longer held`,
  'inject.skipped': (e, n) => `Inject ${n.inject(e.inject)} is skipped${because(e.reason)}`,
  'inject.passed': (e, n) => `Inject ${n.inject(e.inject)} is passed over`,
  'inject.changed': (e, n) => {
    const what = [
      ...(e.due === undefined ? [] : [`new time ${at(e.due)}`]),
      ...(e.to ? [`new receivers ${n.roles(e.to)}`] : []),
      ...(e.title === undefined && e.body === undefined ? [] : ['new text']),
    ];
    return `Inject ${n.inject(e.inject)} is changed (${what.join(', ')})${because(e.reason)}`;
  },
  'call.noted': (e, n) => `Call: ${n.role(e.from)} with ${n.roles(e.with)}: ${e.text}`,
  'simcell.played': (e, n) =>
    `${n.role(e.role)} is now played by ${e.by === 'bot' ? 'a bot' : e.by}`,
  'record.noted': (e) => `${catalogue('en').scribe.note[e.kind]} at ${e.entry}: ${e.text}`,
  'staff.joined': (e) => `${e.staff} joins exercise control`,
  'staff.left': (e) => `${e.staff} is no longer in exercise control`,
  'staff.handed': (e) => `${e.to} now leads the exercise after ${e.from}`,
  'inject.written': (e, n) => `Control has written an inject: ${n.text(e.row.title)}`,
  'obligation.opened': (e, n) => `Expected: ${n.obligation(e.obligation)} – by ${at(e.due)}`,
  'obligation.met': (e, n) => `Done in time: ${n.obligation(e.obligation)}`,
  'obligation.overdue': (e, n) => `Not done in time: ${n.obligation(e.obligation)}`,
  'obligation.late': (e, n) => `Done late: ${n.obligation(e.obligation)}`,
  'obligation.lapsed': (e, n) => `Never done: ${n.obligation(e.obligation)}`,
  'obligation.waived': (e, n) => `Waived: ${n.obligation(e.obligation)}`,
  'obligation.outside': (e, n) => `Reported done outside the tool: ${n.obligation(e.obligation)}`,
  'item.opened': (e, n) => `${n.role(e.role)} has opened ${n.item(e.item)}`,
  'item.acknowledged': (e, n) => `${n.role(e.role)} has acknowledged ${n.item(e.item)}`,
  'message.sent': (e, n) =>
    `${n.role(e.from)} ${e.asks ? 'asks' : 'writes to'} ${n.to(e.to, e.outside)}: ${e.title || e.body}`,
  'fact.known': (e, n) => `${n.role(e.role)} now knows: ${n.fact(e.fact)}`,
  'task.started': (e, n) => `The task “${n.task(e.task)}” has arisen, due ${at(e.due)}`,
  'task.overdue': (e, n) => `The task “${n.task(e.task)}” is not done in time`,
  'task.claimed': (e, n) =>
    e.as === 'accountable'
      ? `${n.role(e.role)} takes ownership of “${n.task(e.task)}”`
      : `${n.role(e.role)} works on “${n.task(e.task)}”`,
  'task.assigned': (e, n) =>
    `${n.role(e.from)} asks ${n.role(e.to)} to take “${n.task(e.task)}”${because(e.note)}`,
  'task.released': (e, n) => `${n.role(e.role)} lets go of “${n.task(e.task)}”`,
  'task.done': (e, n) => `${n.role(e.role)} reports “${n.task(e.task)}” done: ${e.note}`,
  'handover.offered': (e, n) =>
    `${n.role(e.from)} offers “${n.task(e.task)}” to ${n.role(e.to)}${because(e.note)}`,
  'handover.accepted': (e, n) =>
    `${n.role(e.to)} takes over “${n.task(e.task)}” from ${n.role(e.from)}`,
  'handover.declined': (e, n) =>
    `${n.role(e.to)} declines to take over “${n.task(e.task)}”: ${e.reason}`,
  'decision.opened': (e, n) => `To be decided: ${n.decision(e.decision)} By ${at(e.due)}`,
  'decision.raised': (e, n) =>
    `${n.role(e.role)} raises a decision of its own: ${e.question} By ${at(e.due)}`,
  'decision.discussed': (e, n) => `${n.role(e.role)} on “${n.decision(e.decision)}”: ${e.text}`,
  'decision.recorded': (e, n) =>
    e.how === 'default'
      ? `Nobody decided in time. The default applies: ${n.option(e.decision, e.option)}`
      : `${e.role === undefined ? 'Control' : n.role(e.role)} decides${before(e.happened, 'en')}: ${n.option(e.decision, e.option)}. ${e.reason}`,
  'awareness.declared': (e, n) =>
    e.as === 'classified'
      ? `${n.role(e.role)} classifies for ${n.organisation(e.organisation)}: ${n.matter(e.matter)}. ${e.reason}`
      : `${n.role(e.role)} declares ${n.organisation(e.organisation)} aware of: ${n.matter(e.matter)}. ${e.reason}`,
  'statement.published': (e, n) => `${n.role(e.role)} publishes: ${e.title}`,
  'picture.updated': (e, n) =>
    `${n.role(e.role)} updates the situation picture (${sectionName(e.section, 'en')}, version ${e.version}): ${e.text}`,
  'control.asked': (e, n) => `${n.role(e.role)} asks control: ${e.text}`,
  'control.answered': (e) => `Control answers: ${e.text}`,
  'record.contested': (e, n) => `${n.role(e.role)} contests the record: ${e.text}`,
  'outside.reported': (e, n) => `${n.role(e.role)} reports, done outside the tool: ${e.text}`,
  'clock.started': (e, n) =>
    `The deadline “${n.clock(e.clock)}” runs${e.due === undefined ? '' : `, out at ${at(e.due)}`}`,
  'clock.met': (e, n) => `The deadline “${n.clock(e.clock)}” is met`,
  'clock.missed': (e, n) => `The deadline “${n.clock(e.clock)}” is missed`,
  'service.changed': (e, n) =>
    `The service “${n.service(e.service)}” is now at ${percent(e.level)}%${e.gap === undefined ? '' : `, with data ${formatDuration(e.gap)} old`}`,
  'question.scheduled': (e, n) =>
    `The question ${n.asked(e.question)} will be asked at ${at(e.due)}`,
  'question.asked': (e, n) => `Question to ${n.to(e.to)}: ${n.asked(e.question)}`,
  'question.skipped': (e, n) => `Question skipped${because(e.reason)}: ${n.asked(e.question)}`,
  'question.answered': (e, n) =>
    `${n.role(e.role)} answers “${n.answer(e.question, e.answer)}” to ${n.asked(e.question)}`,
  'observation.noted': (e) =>
    `Observation${e.rating ? ` (${e.rating})` : ''}${before(e.happened, 'en')}: ${e.text}`,
  'hotwash.answered': (e, n) => `${n.role(e.role)} on “${n.question(e.question)}”: ${e.text}`,
  'seat.taken': (e, n) => `${e.pseudonym} sits down as ${n.role(e.role)}${e.bot ? ' (bot)' : ''}`,
  'practice.finished': (e, n) =>
    `${n.role(e.role)} has practised (acknowledged after ${seconds(e.acknowledged)} s)`,
  'seat.left': (e, n) => `A seat as ${n.role(e.role)} is vacated`,
  'input.refused': (e) => `Refused (${e.code})`,
};

/** What happened, in one line. An event that this console does not know is shown by its type. */
export function sentence(event: ExerciseEvent, names: Names): string {
  const sentences: Partial<Record<string, (event: never, n: Names) => string>> =
    names.lang === 'da' ? da : en;
  return sentences[event.type]?.(event as never, names) ?? event.type;
}
