/**
 * Reads what comes after a command: facts, parts, choices, times. Danish and English side by side.
 * Knows: how things are written. Does not know: whether they are there.
 */
import type { ClaimAs, Outlet, PictureSection } from '../../engine/exercise/entry.ts';
import type { Certainty, Marking } from '../../engine/scenario/schema.ts';
import type { Ms } from '../../engine/runtime/protocol.ts';
import { readWhen } from '../when.ts';

/** What stands behind a fact's number: `+1?` possible, `+1~` likely, `+1!` confirmed. */
const SURE: Readonly<Record<string, Certainty>> = {
  '?': 'possible',
  '~': 'likely',
  '!': 'confirmed',
};
export const readSure = (mark: string): Certainty | undefined => SURE[mark];

/** `+1 +3? text`: the facts that are attached, by number, how sure one is of them, and the text. */
export function attached(text: string): {
  readonly facts: readonly number[];
  readonly sure: ReadonlyMap<number, Certainty>;
  readonly rest: string;
} {
  const facts: number[] = [];
  const sure = new Map<number, Certainty>();
  let left = text.trimStart();
  for (;;) {
    const match = /^\+(\d{1,4})([?~!]?)(?:\s+|$)/.exec(left);
    if (!match) return { facts, sure, rest: left };
    const number = Number(match[1]);
    const certainty = readSure(match[2] ?? '');
    facts.push(number);
    if (certainty) sure.set(number, certainty);
    left = left.slice(match[0].length);
  }
}

/** The parts of a line that has several: ` // ` stands between them. */
export function parts(text: string): readonly string[] {
  return text.split(/\s+\/\/\s+/).map((part) => part.trim());
}

/** A heading before the first ` // `, where there is one, and the text. */
export function titled(text: string): { readonly title?: string; readonly body: string } {
  const match = /^([^\n]+?)\s+\/\/\s+([\s\S]*)$/.exec(text.trim());
  return match ? { title: match[1] ?? '', body: match[2] ?? '' } : { body: text };
}

/** `reason // forudsat: … // uenig: …`, the last two in any order; a part with no label is undone. */
export function reasoned(text: string): {
  readonly reason: string;
  readonly assumptions?: string;
  readonly dissent?: string;
  readonly unknown?: string;
} {
  const [reason = '', ...more] = parts(text);
  let found: ReturnType<typeof reasoned> = { reason };
  for (const part of more) {
    const match = /^([^\s:]+):\s*([\s\S]+)$/.exec(part);
    const label = match?.[1]?.toLowerCase() ?? '';
    const said = match?.[2] ?? '';
    if (ASSUMED.includes(label)) found = { ...found, assumptions: said };
    else if (DISSENTED.includes(label)) found = { ...found, dissent: said };
    else found = { ...found, unknown: part };
  }
  return found;
}
const ASSUMED = ['forudsat', 'forudsætning', 'forudsætninger', 'assuming', 'assumption'];
const DISSENTED = ['uenig', 'uenighed', 'dissent', 'disagree'];

export type SubjectKind = 'task' | 'decision' | 'item' | 'role' | 'statement' | 'picture';
const SUBJECTS: { readonly [K in SubjectKind]: readonly string[] } = {
  task: ['o', 'opgave', 't', 'task'],
  decision: ['b', 'beslutning', 'd', 'decision'],
  item: ['i', 'indbakke', 'inbox', 'besked', 'message', 'indspil', 'inject'],
  role: ['r', 'rolle', 'role', 'k', 'kontakt', 'contact'],
  statement: ['u', 'udtalelse', 's', 'statement'],
  picture: ['p', 'billede', 'picture'],
};

export type Subject = { readonly kind: SubjectKind; readonly number: number };

/** `#o2`, `o2`, `opgave 2`: what something is about, and the words after it. */
export function subject(text: string): { readonly subject?: Subject; readonly rest: string } {
  const match = /^\s*#?(\p{L}+)\s*(\d{1,5})(?:[:,]?\s+|$)/u.exec(text);
  const word = match?.[1]?.toLowerCase() ?? '';
  const kind = (Object.keys(SUBJECTS) as SubjectKind[]).find((k) => SUBJECTS[k].includes(word));
  if (!match || !kind) return { rest: text };
  return { subject: { kind, number: Number(match[2]) }, rest: text.slice(match[0].length) };
}

const CLAIMS: { readonly [C in ClaimAs]: readonly string[] } = {
  accountable: ['ansvar', 'ansvarlig', 'own', 'owner', 'accountable', 'a'],
  responsible: ['udfør', 'udfoer', 'udfører', 'udfoerer', 'work', 'worker', 'responsible', 'r'],
};
export const readClaim = (word: string): ClaimAs | undefined => chosen(CLAIMS, word);

const SECTIONS: { readonly [S in PictureSection]: readonly string[] } = {
  situation: ['1', 'situation', 'situationen'],
  consequences: ['2', 'konsekvenser', 'consequences'],
  measures: ['3', 'tiltag', 'measures'],
  outlook: ['4', 'udvikling', 'outlook'],
  communication: ['5', 'kommunikation', 'communication'],
};
/** In the order in which they are read. */
export const SECTION_IDS = Object.keys(SECTIONS) as readonly PictureSection[];
export const readSection = (word: string): PictureSection | undefined => chosen(SECTIONS, word);

const OUTLETS: { readonly [O in Outlet]: readonly string[] } = {
  press: ['presse', 'pressen', 'press'],
  web: ['hjemmeside', 'hjemmesiden', 'web', 'website'],
  social: ['sociale', 'social'],
};
export const readOutlet = (word: string): Outlet | undefined => chosen(OUTLETS, word);

function chosen<K extends string>(
  choices: { readonly [C in K]: readonly string[] },
  word: string,
): K | undefined {
  const wanted = word.toLowerCase();
  return (Object.keys(choices) as K[]).find((key) => choices[key].includes(wanted));
}

const MARKINGS: { readonly [M in Marking]: true } = {
  'TLP:CLEAR': true,
  'TLP:GREEN': true,
  'TLP:AMBER': true,
  'TLP:AMBER+STRICT': true,
  'TLP:RED': true,
};
export function readMarking(word: string): Marking | undefined {
  return (Object.keys(MARKINGS) as Marking[]).find((marking) => marking === word.toUpperCase());
}

/** `30m`, `1t30m`, `90` (minutes): how long from now. */
export function readLength(word: string): Ms | undefined {
  return word === '' ? undefined : readWhen(`+${word.replace(/^\+/, '')}`, 0);
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

const LANGUAGES = { da: ['da', 'dansk', 'danish'], en: ['en', 'engelsk', 'english'] } as const;
export const readLanguage = (word: string): 'da' | 'en' | undefined => chosen(LANGUAGES, word);
