/**
 * Reads what a terminal participant types: a word in Danish or English, then what it is about.
 * Knows: the words. Does not know: what comes after them, or whether there is anything by that number.
 */
import { firstWord } from '../typed.ts';

/** Every command with its words; Danish letters may be written ae, oe, aa. */
export const VERBS = {
  help: ['hjælp', 'help', '?'],
  take: ['plads', 'take'],
  leave: ['forlad', 'leave'],
  practice: ['prøv', 'practice'],
  now: ['nu', 'now'],
  inbox: ['indbakke', 'inbox'],
  open: ['åbn', 'open'],
  acknowledge: ['kvitter', 'kvittér', 'ack', 'acknowledge'],
  reply: ['svar', 'reply'],
  replyAll: ['svar-alle', 'svaralle', 'reply-all', 'replyall'],
  write: ['skriv', 'write'],
  external: ['eksternt', 'external'],
  ask: ['spørg', 'ask'],
  tasks: ['opgaver', 'tasks'],
  claim: ['tag', 'claim'],
  release: ['slip', 'release'],
  finish: ['færdig', 'finish', 'done'],
  finishOutside: ['færdig-udenfor', 'finish-outside', 'done-outside'],
  assign: ['tildel', 'assign'],
  handover: ['overdrag', 'handover'],
  accept: ['modtag', 'accept'],
  decline: ['afvis', 'decline'],
  decisions: ['beslutninger', 'decisions'],
  raise: ['rejs', 'raise'],
  discuss: ['drøft', 'discuss'],
  decide: ['beslut', 'decide'],
  decideOutside: ['beslut-udenfor', 'decide-outside'],
  communicate: ['meddel', 'communicate'],
  aware: ['bekendt', 'aware'],
  classify: ['klassificér', 'klassificer', 'classify'],
  statements: ['udtalelser', 'statements'],
  publish: ['udtal', 'publish'],
  picture: ['billede', 'picture'],
  update: ['opdatér', 'opdater', 'update'],
  control: ['ledelsen', 'control'],
  outside: ['udenfor', 'outside'],
  contest: ['indsigelse', 'contest'],
  questions: ['spørgsmål', 'questions'],
  answer: ['besvar', 'answer'],
  facts: ['oplysninger', 'facts'],
  contacts: ['kontakter', 'contacts'],
  clock: ['ur', 'clock'],
  timeline: ['tidslinje', 'timeline'],
  search: ['søg', 'search'],
  summary: ['mit', 'mine', 'summary'],
  hotwash: ['svar-runde', 'svarrunde', 'hotwash'],
  drafts: ['kladder', 'drafts'],
  again: ['igen', 'again'],
  language: ['sprog', 'language'],
  quit: ['farvel', 'quit', 'exit'],
} as const;
export type Verb = keyof typeof VERBS;

/** One typed line: what is wanted and the words after it. */
export type Command = { readonly verb: Verb; readonly rest: string };

const ascii = (word: string): string =>
  word.replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa').replaceAll('é', 'e');

const WORDS: ReadonlyMap<string, Verb> = new Map(
  (Object.keys(VERBS) as Verb[]).flatMap((verb) =>
    VERBS[verb].flatMap((word): [string, Verb][] => [
      [word, verb],
      [ascii(word), verb],
    ]),
  ),
);

/** The command that a word names, in either language. */
export function verbOf(word: string): Verb | undefined {
  return WORDS.get(word.toLowerCase());
}

export function readCommand(line: string): Command | undefined {
  const { word, rest } = firstWord(line);
  const verb = verbOf(word);
  return verb && { verb, rest };
}

/** Numbers for ids, given in the order they are first seen and kept from then on. */
export type Numbering = {
  readonly of: (id: string) => number;
  readonly at: (number: number) => string | undefined;
};

export function numbering(): Numbering {
  const ids: string[] = [];
  return {
    of: (id) => {
      const index = ids.indexOf(id);
      return index === -1 ? ids.push(id) : index + 1;
    },
    at: (number) => ids[number - 1],
  };
}
