/** What every deed is made of: finding by number, sending, telling. Knows no single command. */
import type { RoleInput } from '../../engine/exercise/entry.ts';
import { firstNumber } from '../typed.ts';
import type { Desk } from './desk.ts';
import { lineWords } from './words.ts';
import { plainText } from '../sanitise.ts';

export type Print = (line: string) => void;

export function list(desk: Desk, print: Print, lines: readonly string[]): void {
  for (const line of lines.length > 0 ? lines : [lineWords(desk.lang).nothing]) print(line);
}

type Answer = Awaited<ReturnType<Desk['client']['take']>>;
export function tell(
  desk: Desk,
  print: Print,
  answer: Answer,
  done = lineWords(desk.lang).done,
): void {
  const w = lineWords(desk.lang);
  print(answer.type === 'refused' ? w.refused(plainText(answer.reason[desk.lang])) : done);
}

export async function send(
  desk: Desk,
  print: Print,
  input: RoleInput,
  done?: string,
): Promise<void> {
  tell(desk, print, await desk.client.act(input), done);
}

/** Finds what the leading number stands for and goes on with its id and the words after it. */
export async function about(
  desk: Desk,
  kind: keyof Desk['numbers'],
  rest: string,
  print: Print,
  go: (id: string, rest: string) => Promise<void> | void,
): Promise<void> {
  const w = lineWords(desk.lang);
  const { number, rest: after } = firstNumber(rest);
  const id = number === undefined ? undefined : desk.numbers[kind].at(number);
  if (number === undefined) print(w.needsNumber);
  else if (id === undefined) print(w.noSuch(String(number)));
  else await go(id, after);
}

export async function needed(
  desk: Desk,
  words: string,
  print: Print,
  go: () => Promise<void>,
): Promise<void> {
  if (words.trim() === '') print(lineWords(desk.lang).needsText);
  else await go();
}
