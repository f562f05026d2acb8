/** `beredt check --explain`: one kind of mistake, at length. Knows: layout. Does not know: mistakes. */
import type { ChalkInstance } from 'chalk';
import { CODES, type ProblemCode } from '../engine/scenario/code.ts';
import { EXAMPLES } from '../engine/scenario/examples.ts';
import { template } from '../engine/scenario/messages.ts';
import { nearest } from '../engine/scenario/nearest.ts';
import type { Lang } from '../engine/scenario/text.ts';

const da = {
  error: 'fejl: scenariet kan ikke afvikles, før den er rettet',
  warning: 'advarsel: til planlæggerens overvejelse; kan accepteres under accept:',
  why: 'Hvorfor',
  remedy: 'Hvad du kan gøre',
  before: 'Eksempel',
  after: 'Rettet',
};
const en: typeof da = {
  error: 'error: the scenario cannot be run until it is mended',
  warning: 'warning: for the planner’s judgement; can be accepted in accept:',
  why: 'Why it matters',
  remedy: 'What to do',
  before: 'Example',
  after: 'Mended',
};
const WORDS: Readonly<Record<Lang, typeof da>> = { da, en };

const isCode = (word: string): word is ProblemCode => Object.hasOwn(CODES, word);

/** The entry, or undefined and the code that was most likely meant. */
export function explain(
  word: string,
  lang: Lang,
  paint: ChalkInstance,
): { readonly text?: string; readonly suggestion?: string | undefined } {
  if (!isCode(word)) return { suggestion: nearest(word, Object.keys(CODES)) };
  const words = WORDS[lang];
  const { what, why, remedy } = template(word, lang);
  const { before, after } = EXAMPLES[word] ?? {};
  const accent = CODES[word] === 'error' ? paint.red : paint.yellow;
  const block = (title: string, lines: readonly string[]): string =>
    [paint.bold(title), ...lines.map((line) => `  ${line}`)].join('\n');
  const parts = [
    `${accent.bold(word)}  ${paint.dim(words[CODES[word]])}`,
    what,
    block(words.why, [why]),
    block(words.remedy, [remedy]),
    ...(before ? [block(words.before, before)] : []),
    ...(after ? [block(words.after, after)] : []),
  ];
  return { text: parts.join('\n\n') };
}
