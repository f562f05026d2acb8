/**
 * Reads what a terminal participant types: a word in Danish or English, then what it is about.
 * Knows: the words. Does not know: whether there is anything by that number.
 */

import { firstWord } from '../typed.ts';

/** Every command with its words; Danish letters may be written ae, oe, aa. */
export const VERBS = {
  help: ['hjælp', 'help', '?'],
  take: ['plads', 'take'],
  leave: ['forlad', 'leave'],
  inbox: ['indbakke', 'inbox'],
  open: ['åbn', 'open'],
  acknowledge: ['kvitter', 'kvittér', 'ack', 'acknowledge'],
  reply: ['svar', 'reply'],
  write: ['skriv', 'write'],
  ask: ['spørg', 'ask'],
  tasks: ['opgaver', 'tasks'],
  claim: ['tag', 'claim'],
  release: ['slip', 'release'],
  finish: ['færdig', 'finish', 'done'],
  handover: ['overdrag', 'handover'],
  accept: ['modtag', 'accept'],
  decline: ['afvis', 'decline'],
  decisions: ['beslutninger', 'decisions'],
  decide: ['beslut', 'decide'],
  aware: ['bekendt', 'aware'],
  questions: ['spørgsmål', 'questions'],
  answer: ['besvar', 'answer'],
  facts: ['oplysninger', 'facts'],
  contacts: ['kontakter', 'contacts'],
  clock: ['ur', 'clock'],
  hotwash: ['svar-runde', 'svarrunde', 'hotwash'],
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

export function readCommand(line: string): Command | undefined {
  const { word, rest } = firstWord(line);
  const verb = WORDS.get(word.toLowerCase());
  return verb && { verb, rest };
}

/** `+1 +3 text`: the facts that are attached, by number, and the text. */
export function attached(text: string): {
  readonly facts: readonly number[];
  readonly rest: string;
} {
  const facts: number[] = [];
  let left = text.trimStart();
  for (;;) {
    const match = /^\+(\d{1,4})(?:\s+|$)/.exec(left);
    if (!match) return { facts, rest: left };
    facts.push(Number(match[1]));
    left = left.slice(match[0].length);
  }
}

const OWNER = ['ansvar', 'ansvarlig', 'own', 'owner', 'accountable', 'a'];
const WORKER = ['udfør', 'udfoer', 'udfører', 'work', 'worker', 'responsible', 'r'];

export function readClaim(word: string): 'accountable' | 'responsible' | undefined {
  const wanted = word.toLowerCase();
  if (OWNER.includes(wanted)) return 'accountable';
  return WORKER.includes(wanted) ? 'responsible' : undefined;
}

const UNSURE_WORDS = [
  '?',
  'ved-ikke',
  'vedikke',
  'unsure',
  'dont-know',
  'don’t-know',
  "don't-know",
];

/** Whether the word says that one does not know. */
export function readUnsure(word: string): boolean {
  return UNSURE_WORDS.includes(word.toLowerCase());
}

const OURSELVES = ['os', 'vi', 'mig', 'jeg', 'us', 'we', 'me'];

/** Whether the word stands for one's own role. */
export function readOurselves(word: string): boolean {
  return OURSELVES.includes(word.toLowerCase());
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
