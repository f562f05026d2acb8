/** What every deed is made of: finding by number, sending, telling. Knows no single command. */
import type { About, RoleInput, Sureness } from '../../engine/exercise/entry.ts';
import type { Outcome, Seated } from '../../engine/runtime/client.ts';
import type { Certainty } from '../../engine/scenario/schema.ts';
import { plainText } from '../sanitise.ts';
import { firstNumber } from '../typed.ts';
import { attached, SECTION_IDS, subject, type Subject, type SubjectKind } from './argument.ts';
import { numberAll, pictures, viewOf, words, type Desk, type Kind } from './desk.ts';

export type Print = (line: string) => void;
/** Where a deed's answer goes. `refuse`: nothing came of it; what was typed is kept. */
export type Tell = { readonly line: Print; readonly refuse: Print };
export type Deed = (desk: Desk, rest: string, tell: Tell) => Promise<void> | void;

export function list(desk: Desk, tell: Tell, lines: readonly string[]): void {
  for (const line of lines.length > 0 ? lines : [words(desk).nothing]) tell.line(line);
}

export function report(
  desk: Desk,
  tell: Tell,
  answer: Outcome | Seated,
  done = words(desk).done,
): boolean {
  if (answer.type !== 'refused') {
    tell.line(done);
    return true;
  }
  tell.refuse(words(desk).refused(plainText(answer.reason[desk.lang])));
  return false;
}

export async function send(
  desk: Desk,
  tell: Tell,
  input: RoleInput,
  done?: string,
): Promise<boolean> {
  return report(desk, tell, await desk.client.act(input), done);
}

/** Finds what the leading number stands for and goes on with its id and the words after it. */
export async function about(
  desk: Desk,
  kind: Kind,
  rest: string,
  tell: Tell,
  go: (id: string, rest: string) => Promise<unknown>,
): Promise<void> {
  numberAll(desk);
  const w = words(desk);
  const { number, rest: after } = firstNumber(rest);
  const id = number === undefined ? undefined : desk.numbers[kind].at(number);
  if (number === undefined) tell.refuse(w.needsNumber);
  else if (id === undefined) tell.refuse(w.noSuch(String(number)));
  else await go(id, after);
}

export async function needed(
  desk: Desk,
  said: string,
  tell: Tell,
  go: () => Promise<unknown>,
): Promise<void> {
  if (said.trim() === '') tell.refuse(words(desk).needsText);
  else await go();
}

/** Lists with no number, tells of one with it. */
export function listOrOne(
  kind: Kind,
  all: (desk: Desk) => readonly string[],
  one: (desk: Desk, id: string) => readonly string[],
): Deed {
  return async (desk, rest, tell) => {
    numberAll(desk);
    if (rest.trim() === '') list(desk, tell, all(desk));
    else {
      await about(desk, kind, rest, tell, (id) => {
        list(desk, tell, one(desk, id));
        return Promise.resolve();
      });
    }
  };
}

/**
 * The ids of the facts whose numbers stand before the text, and how sure one says to be; undefined,
 * and said, if one is not there.
 */
export function withFacts(
  desk: Desk,
  text: string,
  tell: Tell,
):
  | {
      readonly facts: readonly string[];
      readonly certainty?: Sureness;
      readonly rest: string;
    }
  | undefined {
  numberAll(desk);
  const { facts: numbers, sure, rest } = attached(text);
  const ids: string[] = [];
  const said: [string, Certainty][] = [];
  for (const number of numbers) {
    const id = desk.numbers.facts.at(number);
    if (id === undefined) {
      tell.refuse(words(desk).noSuch(`+${number}`));
      return undefined;
    }
    ids.push(id);
    const certainty = sure.get(number);
    if (certainty) said.push([id, certainty]);
  }
  return {
    facts: ids,
    ...(said.length === 0 ? {} : { certainty: Object.fromEntries(said) }),
    rest,
  };
}

const NUMBERED: { readonly [K in Exclude<SubjectKind, 'picture'>]: Kind } = {
  task: 'tasks',
  decision: 'decisions',
  item: 'items',
  role: 'roles',
  statement: 'statements',
};

/** What the leading `o2`, `#b1` or `indbakke 3` stands for; undefined, and said, if there is no such. */
export function withSubject(
  desk: Desk,
  text: string,
  tell: Tell,
): { readonly about: About; readonly rest: string } | undefined {
  numberAll(desk);
  const w = words(desk);
  const { subject: found, rest } = subject(text);
  if (!found) {
    tell.refuse(w.needsSubject);
    return undefined;
  }
  const id = subjectId(desk, found);
  if (id === undefined) {
    tell.refuse(w.noSuch(String(found.number)));
    return undefined;
  }
  switch (found.kind) {
    case 'statement':
    case 'picture':
      return { about: { publication: id }, rest };
    case 'item':
      return { about: { [viewOf(desk.client).items?.[id]?.kind ?? 'message']: id }, rest };
    default:
      return { about: { [found.kind]: id }, rest };
  }
}

/** A section of the situation picture stands for the version of it that holds now. */
function subjectId(desk: Desk, { kind, number }: Subject): string | undefined {
  if (kind !== 'picture') return desk.numbers[NUMBERED[kind]].at(number);
  const section = SECTION_IDS[number - 1];
  return pictures(desk).findLast((row) => row.section === section)?.id;
}

/** The same where it may be left out; it is then marked by `#`, since a text can begin with anything. */
export function withMark(
  desk: Desk,
  text: string,
  tell: Tell,
): { readonly about?: About; readonly rest: string } | undefined {
  return text.trimStart().startsWith('#') ? withSubject(desk, text, tell) : { rest: text };
}
