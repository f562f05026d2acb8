/**
 * How the rows of a role's view read as lines.
 * Knows: items, tasks, decisions, questions, clocks. Does not know: commands, or where lines go.
 */
import { playedHold } from '../hold.ts';
import type {
  ClockRow,
  DecisionRow,
  ItemRow,
  QuestionRow,
  TaskRow,
} from '../../engine/exercise/rows.ts';
import { formatExerciseTime, say, storyTime, UNSURE } from '../../engine/runtime/protocol.ts';
import { filesIn, joined } from '../names.ts';
import { proseText } from '../prose.ts';
import { plainText } from '../sanitise.ts';
import { cut } from '../width.ts';
import {
  carried,
  exerciseOf,
  meOf,
  nameOf,
  namesOf,
  text,
  viewOf,
  words,
  type Desk,
} from './desk.ts';

/** Of a message without a title, as much of its text as tells it from others. */
const EXCERPT = 50;

export const indented = (value: string): readonly string[] =>
  proseText(value).map((line) => `  ${line}`);

export function titleOf(desk: Desk, row: ItemRow): string {
  return text(desk, row.title) || cut(text(desk, row.body), EXCERPT);
}

export function itemLine(desk: Desk, row: ItemRow): string {
  const w = words(desk);
  const flags = [
    row.sent ? w.mine : row.opened === undefined ? w.unread : '',
    row.acknowledged === undefined ? '' : w.acknowledged,
    row.answered === undefined ? '' : w.answered,
  ].filter((flag) => flag !== '');
  const who = row.sent ? `→ ${namesOf(desk, row.to, row.outside)}` : text(desk, row.from.name);
  const asks = row.asks ? ` ${w.asks}` : '';
  const end = flags.length === 0 ? '' : ` (${flags.join(', ')})`;
  const number = desk.numbers.items.of(row.id);
  return `[${number}] ${formatExerciseTime(row.at)} ${w.channel[row.channel]} · ${who}${asks}: ${titleOf(desk, row)}${end}`;
}

/** The whole item, its text as lines. */
export function itemLines(desk: Desk, row: ItemRow): readonly string[] {
  const w = words(desk);
  const facts = carried(desk, row.facts, row.certainty);
  return [
    itemLine(desk, row),
    `${w.exercise}  ${row.marking}`,
    w.fromTo(text(desk, row.from.name), namesOf(desk, row.to, row.outside)),
    ...aboutLines(desk, row),
    '',
    ...indented(say(row.body, desk.lang)),
    '',
    ...(row.files === undefined ? [] : [`${w.files}: ${filesIn(row.files, desk.lang)}`]),
    ...(facts.length > 0 ? [`${w.facts}: ${facts.join(' · ')}`] : []),
    ...(row.sent ? [] : [w.itemHint(desk.numbers.items.of(row.id))]),
  ];
}

/** What it answers, and what it is about. */
function aboutLines(desk: Desk, { replyTo, about }: ItemRow): readonly string[] {
  const w = words(desk);
  const view = viewOf(desk.client);
  const answered = replyTo === undefined ? undefined : view.items?.[replyTo];
  const task = view.tasks?.[about?.task ?? ''];
  const decision = view.decisions?.[about?.decision ?? ''];
  return [
    ...(answered ? [w.answers(desk.numbers.items.of(answered.id), titleOf(desk, answered))] : []),
    ...(task
      ? [w.about(`${w.task} [${desk.numbers.tasks.of(task.id)}] ${text(desk, task.title)}`)]
      : []),
    ...(decision
      ? [
          w.about(
            `${w.decision} [${desk.numbers.decisions.of(decision.id)}] ${text(desk, decision.question)}`,
          ),
        ]
      : []),
  ];
}

export function holdersOf(desk: Desk, row: TaskRow): string {
  const w = words(desk);
  if (row.holders.length === 0) return w.nobody;
  return joined(row.holders.map((h) => `${nameOf(desk, h.role)} (${w.holder[h.as]})`));
}

export function taskLine(desk: Desk, row: TaskRow): string {
  const w = words(desk);
  const rest = row.done
    ? w.taskDone(nameOf(desk, row.done.role)) + (row.done.outside ? ` ${w.outsideTool}` : '')
    : `${holdersOf(desk, row)} · ${w.due(formatExerciseTime(row.due))}${row.overdue ? ' !' : ''}`;
  return `[${desk.numbers.tasks.of(row.id)}] ${text(desk, row.title)} – ${rest}`;
}

/** The task with all that is known of it. */
export function taskLines(desk: Desk, row: TaskRow): readonly string[] {
  return [
    taskLine(desk, row),
    ...(row.description === undefined ? [] : indented(say(row.description, desk.lang))),
    ...row.offers.map((offer) => `  ${offerLine(desk, row, offer)}`),
    ...(row.declined ?? []).map((no) => `  ${declinedLine(desk, row, no)}`),
    ...(row.done && row.done.note !== '' ? indented(row.done.note) : []),
  ];
}

type Offer = TaskRow['offers'][number];
/** Who offers what to whom or asks them to take it on, why, and what one can do about it oneself. */
export function offerLine(desk: Desk, row: TaskRow, offer: Offer): string {
  const w = words(desk);
  const ours = offer.to === meOf(desk)?.id;
  const title = text(desk, row.title);
  const as = w.holder[offer.as];
  const say = offer.assigned ? w.assigned : w.offered;
  const to = ours ? w.you : nameOf(desk, offer.to);
  const note = offer.note === undefined ? '' : ` ${w.noted(plainText(offer.note))}`;
  const hint = ours ? ` – ${w.offerHint(desk.numbers.tasks.of(row.id))}` : '';
  return `${say(nameOf(desk, offer.from), title, to, as)}${note}${hint}`;
}

/** Who said no to whom, and why. */
export function declinedLine(
  desk: Desk,
  row: TaskRow,
  { from, to, reason }: NonNullable<TaskRow['declined']>[number],
): string {
  const w = words(desk);
  const name = (role: string): string => (role === meOf(desk)?.id ? w.you : nameOf(desk, role));
  const said = w.declined(name(to), text(desk, row.title), name(from));
  return `${said}: ${w.noted(plainText(reason))}`;
}

export function decisionLines(desk: Desk, row: DecisionRow): readonly string[] {
  const w = words(desk);
  const number = desk.numbers.decisions.of(row.id);
  const by = row.raisedBy === undefined ? '' : ` (${w.raisedBy(nameOf(desk, row.raisedBy))})`;
  const head = `[${number}] ${text(desk, row.question)}${by}`;
  if (row.made) return [`${head} – ${outcome(desk, row)}`];
  return [
    `${head} – ${w.due(formatExerciseTime(row.due))}`,
    ...row.options.map((option, i) => `    ${i + 1}. ${text(desk, option.title)}`),
    ...(row.discussion ? [`    ${w.discussed(row.discussion.length, number)}`] : []),
    `    ${w.decideHint(number)}`,
  ];
}

/** The decision with what was said about it, and what it rests on. */
export function decisionDetail(desk: Desk, row: DecisionRow): readonly string[] {
  const w = words(desk);
  const { made } = row;
  const facts = carried(desk, made?.facts ?? []);
  const extra = [
    ...(facts.length > 0 ? [`${w.facts}: ${facts.join(' · ')}`] : []),
    ...(made?.assumptions === undefined
      ? []
      : [`${w.assumptions}: ${plainText(made.assumptions)}`]),
    ...(made?.dissent === undefined ? [] : [`${w.dissent}: ${plainText(made.dissent)}`]),
    ...(made?.outside ? [w.outsideTool] : []),
  ];
  return [
    ...decisionLines(desk, row),
    ...(row.description === undefined ? [] : indented(say(row.description, desk.lang))),
    ...(row.discussion ?? []).map(
      ({ role, at, text: said }) =>
        `  ${formatExerciseTime(at)} ${nameOf(desk, role)}: ${plainText(said)}`,
    ),
    ...extra.map((line) => `  ${line}`),
    ...(made ? [`  ${w.communicateHint(desk.numbers.decisions.of(row.id))}`] : []),
  ];
}

/** "Besluttet: Afbryd nu (It-chef). Begrundelse: …" */
export function outcome(desk: Desk, row: DecisionRow): string {
  const w = words(desk);
  const { made } = row;
  if (!made) return '';
  const option = row.options.find(({ id }) => id === made.option);
  const by = { role: nameOf(desk, made.role), control: w.control, default: w.default }[made.how];
  const why = made.reason === '' ? '' : `. ${w.reason}: ${plainText(made.reason)}`;
  return w.decided(option ? text(desk, option.title) : plainText(made.option), by) + why;
}

/** The question, what one can answer, and how; or what one answered. */
export function questionLines(desk: Desk, row: QuestionRow): readonly string[] {
  const w = words(desk);
  const number = desk.numbers.questions.of(row.id);
  const head = `[${number}] ${questionOf(desk, row)}`;
  if (row.answer !== undefined) return [`${head} – ${w.youAnswered(answerTo(desk, row))}`];
  return [
    head,
    ...row.options.map((option, i) => `    ${i + 1}. ${text(desk, option.title)}`),
    `    ${row.kind === 'poll' ? w.pollHint(number) : w.probeHint(number)}`,
    `    ${w.firstStands}`,
  ];
}

export function questionOf(desk: Desk, row: QuestionRow): string {
  const title = text(desk, row.title);
  return row.kind === 'poll' ? words(desk).whoOwns(title) : title;
}

export function answerTo(desk: Desk, { kind, answer = '', options }: QuestionRow): string {
  if (answer === UNSURE) return words(desk).unsure;
  if (kind === 'poll') return nameOf(desk, answer);
  return text(desk, options.find(({ id }) => id === answer)?.title ?? answer);
}

export function clockLine(desk: Desk, row: ClockRow): string {
  const w = words(desk);
  const due = row.due === undefined ? '' : `, ${w.due(formatExerciseTime(row.due))}`;
  return `§ ${text(desk, row.title)}: ${w.clock[row.status]}${due}`;
}

/** `ØVELSE ØVELSE ØVELSE  TLP:AMBER  Fællesdrift nede`: above all that can be copied. */
export function banner(desk: Desk): string {
  const exercise = exerciseOf(desk);
  const w = words(desk);
  return exercise
    ? `${w.exercise}  ${exercise.marking}  ${text(desk, exercise.title)}`
    : w.exercise;
}

/** Exercise, marking, time, story time, status and the clocks that run. */
export function clockLines(desk: Desk): readonly string[] {
  const w = words(desk);
  const exercise = exerciseOf(desk);
  if (!exercise) return [];
  const now = desk.client.now();
  const story = storyTime(exercise.story, now);
  const why = exercise.reason === undefined ? '' : ` ${plainText(exercise.reason)}`;
  return [
    banner(desk),
    `${formatExerciseTime(now, true)}  ${story.date} ${story.time}  ${playedHold(exercise, desk.lang) ?? w.status[exercise.status]}${why}`,
    ...Object.values(viewOf(desk.client).clocks ?? {}).map((row) => clockLine(desk, row)),
  ];
}
