/** Knows: answering what the exercise asks: polls, probes, the hot wash. Does not know: the rest. */
import { UNSURE } from '../../engine/runtime/protocol.ts';
import { plainText } from '../sanitise.ts';
import { firstNumber, firstWord } from '../typed.ts';
import { readOurselves, readUnsure } from './argument.ts';
import { about, list, needed, send, type Deed } from './deed.ts';
import {
  exerciseOf,
  meOf,
  questions as questionRows,
  text,
  viewOf,
  words,
  type Desk,
} from './desk.ts';
import { roleOf } from './people.ts';
import { questionLines } from './row.ts';

export const questions: Deed = (desk, _, tell) =>
  list(
    desk,
    tell,
    questionRows(desk).flatMap((row) => questionLines(desk, row)),
  );

/** A number of an option or a role's name, whichever the question asks for; or that one does not know. */
export const answer: Deed = (desk, rest, tell) =>
  about(desk, 'questions', rest, tell, async (question, after) => {
    const w = words(desk);
    const { word } = firstWord(after);
    const given = word === '' ? undefined : answerOf(desk, question, word);
    if (word === '') tell.refuse(w.needsAnswer);
    else if (given === undefined) tell.refuse(w.noAnswer(word));
    else await send(desk, tell, { type: 'question.answer', question, answer: given });
  });

function answerOf(desk: Desk, question: string, word: string): string | undefined {
  const row = viewOf(desk.client).questions?.[question];
  if (readUnsure(word)) return UNSURE;
  if (row?.kind === 'poll') {
    return readOurselves(word) ? meOf(desk)?.id : roleOf(desk, word);
  }
  return row?.options[Number(word) - 1]?.id;
}

export const hotwash: Deed = async (desk, rest, tell) => {
  const w = words(desk);
  const exercise = exerciseOf(desk);
  if (exercise?.status !== 'hotwash') {
    tell.refuse(w.noHotwash);
    return;
  }
  const { number, rest: said } = firstNumber(rest);
  if (number === undefined) {
    if (rest !== '') {
      tell.refuse(w.needsNumber);
      return;
    }
    list(desk, tell, [...hotwashLines(desk), w.hotwashHint]);
    return;
  }
  const question = exercise.hotWash[number - 1]?.id;
  if (question === undefined) {
    tell.refuse(w.noSuch(String(number)));
    return;
  }
  const input = { type: 'hotwash.answer', question, text: said } as const;
  await needed(desk, said, tell, () => send(desk, tell, input));
};

/** The questions with one's own answers. */
export function hotwashLines(desk: Desk): readonly string[] {
  const given = viewOf(desk.client).hotwash;
  return (exerciseOf(desk)?.hotWash ?? []).flatMap(({ id, question }, i) => {
    const own = given?.[id]?.text;
    return [
      `  ${i + 1}. ${text(desk, question)}`,
      ...(own === undefined ? [] : [`     ✓ ${plainText(own)}`]),
    ];
  });
}
