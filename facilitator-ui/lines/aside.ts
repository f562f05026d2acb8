/**
 * What is said about the exercise itself: to its control, to the record, to the evaluators.
 * Knows: asking, contesting, reporting what was done outside the tool. Does not know: the rest.
 */
import type { About } from '../../engine/exercise/entry.ts';
import type { AskRow, ContestRow, OutsideRow } from '../../engine/exercise/rows.ts';
import { formatExerciseTime } from '../../engine/runtime/protocol.ts';
import { joined } from '../names.ts';
import { plainText } from '../sanitise.ts';
import { firstWord } from '../typed.ts';
import { list, needed, send, withMark, withSubject, type Deed } from './deed.ts';
import { nameOf, namesOf, text, viewOf, words, type Desk } from './desk.ts';
import { rolesOf } from './people.ts';
import { pictureName } from './published.ts';
import { titleOf } from './row.ts';

const byTime = <T extends { readonly at: number }>(
  rows: { readonly [id: string]: T } | undefined,
) => Object.values(rows ?? {}).sort((a, b) => a.at - b.at);

/** `[#o2] text` asks; nothing lists what was asked and answered. */
export const control: Deed = async (desk, rest, tell) => {
  if (rest.trim() === '') {
    list(
      desk,
      tell,
      byTime(viewOf(desk.client).asks).flatMap((row) => askLines(desk, row)),
    );
    return;
  }
  const marked = withMark(desk, rest, tell);
  if (!marked) return;
  const { about, rest: said } = marked;
  const input = { type: 'control.ask', text: said, ...(about ? { about } : {}) } as const;
  await needed(desk, said, tell, () => send(desk, tell, input, words(desk).askedControl));
};

export function askLines(desk: Desk, row: AskRow): readonly string[] {
  const w = words(desk);
  const about = row.about ? ` (${aboutWords(desk, row.about)})` : '';
  const answer = row.answer
    ? `${formatExerciseTime(row.answer.at)} ${w.controlAnswers(plainText(row.answer.text))}`
    : w.noAnswerYet;
  return [`${formatExerciseTime(row.at)} ${plainText(row.text)}${about}`, `    ${answer}`];
}

/** `o2 text`: says that the record of it is wrong; nothing lists what one has said so. */
export const contest: Deed = async (desk, rest, tell) => {
  if (rest.trim() === '') {
    list(
      desk,
      tell,
      byTime(viewOf(desk.client).contests).map((row) => noteLine(desk, row)),
    );
    return;
  }
  const found = withSubject(desk, rest, tell);
  if (!found) return;
  const input = { type: 'record.contest', about: found.about, text: found.rest } as const;
  await needed(desk, found.rest, tell, () => send(desk, tell, input, words(desk).contested));
};

/** `i3 [til:it-chef,4] text`: what was asked for was done elsewhere. */
export const outside: Deed = async (desk, rest, tell) => {
  if (rest.trim() === '') {
    list(
      desk,
      tell,
      byTime(viewOf(desk.client).outside).map((row) => noteLine(desk, row)),
    );
    return;
  }
  const found = withSubject(desk, rest, tell);
  if (!found) return;
  const first = firstWord(found.rest);
  const named = /^(?:til|to|med|with):(.+)$/i.exec(first.word)?.[1];
  const to = named === undefined ? [] : rolesOf(desk, named, tell);
  if (!to) return;
  const said = named === undefined ? found.rest : first.rest;
  const whom = to.length === 0 ? {} : { to };
  const input = { type: 'outside.report', about: found.about, text: said, ...whom } as const;
  await needed(desk, said, tell, () => send(desk, tell, input, words(desk).reported));
};

function noteLine(desk: Desk, row: ContestRow | OutsideRow): string {
  return `${formatExerciseTime(row.at)} ${noteText(desk, row)}`;
}

export function noteText(desk: Desk, row: ContestRow | OutsideRow): string {
  const to = 'to' in row && row.to.length > 0 ? ` → ${namesOf(desk, row.to)}` : '';
  return `${aboutWords(desk, row.about)}${to}: ${plainText(row.text)}`;
}

/** What something is about, in the words of the desk. */
export function aboutWords(desk: Desk, about: About): string {
  const w = words(desk);
  const view = viewOf(desk.client);
  const task = view.tasks?.[about.task ?? ''];
  const decision = view.decisions?.[about.decision ?? ''];
  const item = view.items?.[about.inject ?? about.message ?? ''];
  const statement = view.statements?.[about.publication ?? ''];
  const version = view.picture?.[about.publication ?? ''];
  return joined([
    ...(task ? [`${w.task} [${desk.numbers.tasks.of(task.id)}] ${text(desk, task.title)}`] : []),
    ...(decision
      ? [
          `${w.decision} [${desk.numbers.decisions.of(decision.id)}] ${text(desk, decision.question)}`,
        ]
      : []),
    ...(item ? [`[${desk.numbers.items.of(item.id)}] ${titleOf(desk, item)}`] : []),
    ...(statement
      ? [
          `${w.statement} [${desk.numbers.statements.of(statement.id)}] ${plainText(statement.title)}`,
        ]
      : []),
    ...(version ? [pictureName(desk, version)] : []),
    ...(about.role === undefined ? [] : [nameOf(desk, about.role)]),
  ]);
}
