/**
 * A participant's desk in text: the role's view with a number on everything that can be named.
 * Knows: the view and how its rows read as lines. Does not know: commands, or where lines go.
 */
import type {
  ClockRow,
  DecisionRow,
  ItemRow,
  QuestionRow,
  RoleRow,
  RoleView,
  TaskRow,
} from '../../engine/exercise/rows.ts';
import type { Client } from '../../engine/runtime/client.ts';
import {
  formatExerciseTime,
  say,
  storyTime,
  UNSURE,
  type Lang,
  type Text,
} from '../../engine/runtime/protocol.ts';
import { numbering, type Numbering } from './command.ts';
import { lineWords } from './words.ts';
import { filesIn, joined } from '../names.ts';
import { plainLines, plainText } from '../sanitise.ts';
import { cut } from '../width.ts';

/** Of a message without a title, as much of its text as tells it from others. */
const EXCERPT = 50;

export type Desk = {
  readonly client: Client;
  readonly lang: Lang;
  readonly numbers: {
    readonly [K in 'items' | 'tasks' | 'decisions' | 'questions' | 'facts' | 'roles']: Numbering;
  };
};

export function openDesk(client: Client, lang: Lang): Desk {
  const numbers = {
    items: numbering(),
    tasks: numbering(),
    decisions: numbering(),
    questions: numbering(),
    facts: numbering(),
    roles: numbering(),
  };
  return { client, lang, numbers };
}

export function viewOf(client: Client): Partial<RoleView> {
  const state = client.state();
  return state.audience === 'role' ? state.view : {};
}

export function text(desk: Desk, value: Text): string {
  return plainText(say(value, desk.lang));
}

export function nameOf(desk: Desk, role: string | undefined): string {
  if (role === undefined) return '';
  const view = viewOf(desk.client);
  const me = view.me?.['me'];
  const row = view.roles?.[role] ?? (me?.id === role ? me : undefined);
  return row ? text(desk, row.name) : plainText(role);
}

export function namesOf(desk: Desk, roles: readonly string[]): string {
  return joined(roles.map((role) => nameOf(desk, role)));
}

/** The rows in a fixed order, each with its number. */
export function items(desk: Desk): readonly ItemRow[] {
  return numbered(desk.numbers.items, viewOf(desk.client).items, (a, b) => a.seq - b.seq);
}
export function tasks(desk: Desk): readonly TaskRow[] {
  const rows = viewOf(desk.client).tasks;
  return numbered(desk.numbers.tasks, rows, (a, b) => a.startedAt - b.startedAt);
}
export function decisions(desk: Desk): readonly DecisionRow[] {
  const rows = viewOf(desk.client).decisions;
  return numbered(desk.numbers.decisions, rows, (a, b) => a.openedAt - b.openedAt);
}
/** Those that were put to the role, in the order in which they were. */
export function questions(desk: Desk): readonly QuestionRow[] {
  const rows = viewOf(desk.client).questions;
  return numbered(desk.numbers.questions, rows, (a, b) => a.askedAt - b.askedAt);
}
export function contacts(desk: Desk): readonly RoleRow[] {
  return numbered(desk.numbers.roles, viewOf(desk.client).roles, () => 0);
}

function numbered<T extends { readonly id: string }>(
  numbers: Numbering,
  rows: { readonly [key: string]: T } | undefined,
  order: (a: T, b: T) => number,
): readonly T[] {
  const sorted = Object.values(rows ?? {}).sort(order);
  for (const row of sorted) numbers.of(row.id);
  return sorted.sort((a, b) => numbers.of(a.id) - numbers.of(b.id));
}

export function itemLine(desk: Desk, row: ItemRow): string {
  const w = lineWords(desk.lang);
  const flags = [
    row.sent ? w.mine : row.opened === undefined ? w.unread : '',
    row.acknowledged === undefined ? '' : w.acknowledged,
    row.answered === undefined ? '' : w.answered,
  ].filter((flag) => flag !== '');
  const who = row.sent ? `→ ${namesOf(desk, row.to)}` : text(desk, row.from.name);
  const asks = row.asks ? ` ${w.asks}` : '';
  const end = flags.length === 0 ? '' : ` (${flags.join(', ')})`;
  const number = desk.numbers.items.of(row.id);
  const title = text(desk, row.title) || cut(text(desk, row.body), EXCERPT);
  return `[${number}] ${formatExerciseTime(row.at)} ${w.channel[row.channel]} · ${who}${asks}: ${title}${end}`;
}

/** The whole item, its text as lines. */
export function itemLines(desk: Desk, row: ItemRow): readonly string[] {
  const w = lineWords(desk.lang);
  const known = row.facts.map((id) => {
    const fact = viewOf(desk.client).facts?.[id];
    return fact ? `+${desk.numbers.facts.of(id)} ${text(desk, fact.text)}` : plainText(id);
  });
  return [
    itemLine(desk, row),
    w.fromTo(text(desk, row.from.name), namesOf(desk, row.to)),
    '',
    ...plainLines(say(row.body, desk.lang)).map((line) => `  ${line}`),
    '',
    ...(row.files === undefined ? [] : [`${w.files}: ${filesIn(row.files, desk.lang)}`]),
    ...(known.length > 0 ? [`${w.facts}: ${known.join(' · ')}`] : []),
    ...(row.sent ? [] : [w.itemHint(desk.numbers.items.of(row.id))]),
  ];
}

export function holdersOf(desk: Desk, row: TaskRow): string {
  const w = lineWords(desk.lang);
  if (row.holders.length === 0) return w.nobody;
  return joined(row.holders.map((h) => `${nameOf(desk, h.role)} (${w.holder[h.as]})`));
}

export function taskLine(desk: Desk, row: TaskRow): string {
  const w = lineWords(desk.lang);
  const rest = row.done
    ? w.taskDone(nameOf(desk, row.done.role))
    : `${holdersOf(desk, row)} · ${w.due(formatExerciseTime(row.due))}${row.overdue ? ' !' : ''}`;
  return `[${desk.numbers.tasks.of(row.id)}] ${text(desk, row.title)} – ${rest}`;
}

export function decisionLines(desk: Desk, row: DecisionRow): readonly string[] {
  const w = lineWords(desk.lang);
  const number = desk.numbers.decisions.of(row.id);
  const head = `[${number}] ${text(desk, row.question)}`;
  if (row.made) return [`${head} – ${outcome(desk, row)}`];
  return [
    `${head} – ${w.due(formatExerciseTime(row.due))}`,
    ...row.options.map((option, i) => `    ${i + 1}. ${text(desk, option.title)}`),
    `    ${w.decideHint(number)}`,
  ];
}

/** "Besluttet: Afbryd nu (It-chef). Begrundelse: …" */
export function outcome(desk: Desk, row: DecisionRow): string {
  const w = lineWords(desk.lang);
  const { made } = row;
  if (!made) return '';
  const option = row.options.find(({ id }) => id === made.option);
  const by = { role: nameOf(desk, made.role), control: w.control, default: w.default }[made.how];
  const why = made.reason === '' ? '' : `. ${w.reason}: ${plainText(made.reason)}`;
  return w.decided(option ? text(desk, option.title) : plainText(made.option), by) + why;
}

/** The question, what one can answer, and how; or what one answered. */
export function questionLines(desk: Desk, row: QuestionRow): readonly string[] {
  const w = lineWords(desk.lang);
  const number = desk.numbers.questions.of(row.id);
  const title = text(desk, row.title);
  const head = `[${number}] ${row.kind === 'poll' ? w.whoOwns(title) : title}`;
  if (row.answer !== undefined) return [`${head} – ${w.youAnswered(answerTo(desk, row))}`];
  return [
    head,
    ...row.options.map((option, i) => `    ${i + 1}. ${text(desk, option.title)}`),
    `    ${row.kind === 'poll' ? w.pollHint(number) : w.probeHint(number)}`,
    `    ${w.firstStands}`,
  ];
}

function answerTo(desk: Desk, { kind, answer = '', options }: QuestionRow): string {
  if (answer === UNSURE) return lineWords(desk.lang).unsure;
  if (kind === 'poll') return nameOf(desk, answer);
  return text(desk, options.find(({ id }) => id === answer)?.title ?? answer);
}

export function clockLine(desk: Desk, row: ClockRow): string {
  const w = lineWords(desk.lang);
  const due = row.due === undefined ? '' : `, ${w.due(formatExerciseTime(row.due))}`;
  return `§ ${text(desk, row.title)}: ${w.clock[row.status]}${due}`;
}

/** Exercise, marking, time, story time, status and the clocks that run. */
export function clockLines(desk: Desk): readonly string[] {
  const w = lineWords(desk.lang);
  const view = viewOf(desk.client);
  const exercise = view.exercise?.['exercise'];
  if (!exercise) return [];
  const now = desk.client.now();
  const story = storyTime(exercise.story, now);
  const why = exercise.reason === undefined ? '' : ` ${plainText(exercise.reason)}`;
  return [
    `${w.exercise}  ${exercise.marking}  ${text(desk, exercise.title)}`,
    `${formatExerciseTime(now, true)}  ${story.date} ${story.time}  ${w.status[exercise.status]}${why}`,
    ...Object.values(view.clocks ?? {}).map((row) => clockLine(desk, row)),
  ];
}
