/** Knows: writing, answering, and to whom. Does not know: the other commands. */
import { attached } from './command.ts';
import { firstWord } from '../typed.ts';
import { about, needed, send, type Print } from './deed.ts';
import { contacts, namesOf, text, viewOf, type Desk } from './desk.ts';
import { lineWords } from './words.ts';

/** The ids of the facts whose numbers were written; undefined, and said, if one is not there. */
export function factIds(
  desk: Desk,
  numbers: readonly number[],
  print: Print,
): string[] | undefined {
  const ids: string[] = [];
  for (const number of numbers) {
    const id = desk.numbers.facts.at(number);
    if (id === undefined) {
      print(lineWords(desk.lang).noSuch(`+${number}`));
      return undefined;
    }
    ids.push(id);
  }
  return ids;
}

export async function reply(desk: Desk, rest: string, print: Print): Promise<void> {
  const w = lineWords(desk.lang);
  await about(desk, 'items', rest, print, async (id, after) => {
    const row = viewOf(desk.client).items?.[id];
    const { facts: numbers, rest: body } = attached(after);
    const facts = factIds(desk, numbers, print);
    if (!row || !facts) return;
    const to = row.from.role === undefined ? [] : [row.from.role];
    const input = { type: 'message.send', to, body, facts, replyTo: id } as const;
    await needed(desk, body, print, () =>
      send(desk, print, input, w.sent(text(desk, row.from.name))),
    );
  });
}

/** A role by its number among the contacts, its id, or the beginning of its name. */
export function roleOf(desk: Desk, word: string): string | undefined {
  const rows = contacts(desk);
  if (/^\d+$/.test(word)) return desk.numbers.roles.at(Number(word));
  const wanted = word.toLowerCase();
  const exact = rows.find((row) => row.id.toLowerCase() === wanted);
  if (exact) return exact.id;
  const named = rows.filter((row) => text(desk, row.name).toLowerCase().startsWith(wanted));
  return named.length === 1 ? named[0]?.id : undefined;
}

function rolesOf(desk: Desk, word: string, print: Print): readonly string[] | undefined {
  const roles: string[] = [];
  for (const part of word.split(',').filter((p) => p !== '')) {
    const role = roleOf(desk, part.trim());
    if (role === undefined) {
      print(lineWords(desk.lang).noRole(part));
      return undefined;
    }
    roles.push(role);
  }
  return roles;
}

export async function write(desk: Desk, rest: string, print: Print, asks: boolean): Promise<void> {
  const { word, rest: after } = firstWord(rest);
  const to = rolesOf(desk, word, print);
  const { facts: numbers, rest: body } = attached(after);
  const facts = factIds(desk, numbers, print);
  if (!to || !facts) return;
  const input = { type: 'message.send', to, body, facts, ...(asks ? { asks } : {}) } as const;
  const done = lineWords(desk.lang).sent(namesOf(desk, to));
  await needed(desk, body, print, () => send(desk, print, input, done));
}
