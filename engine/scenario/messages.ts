/**
 * Knows: how a Problem is said in Danish and English. Does not know: how Problems are found.
 */
import type { ProblemCode, Sentences, Texts } from './code.ts';
import { danish, danishWords } from './danish.ts';
import { english, englishWords } from './english.ts';
import type { Lang } from './text.ts';

/** Parameters whose values are words of ours, and so are translated; all others are the author's. */
const OUR_WORDS: ReadonlySet<string> = new Set([
  'kind',
  'expected',
  'found',
  'reason',
  'subject',
  'language',
  'letters',
]);

const TEXTS: Readonly<Record<Lang, Texts>> = { da: danish, en: english };
const WORDS: Readonly<Record<Lang, ReadonlyMap<string, string>>> = {
  da: new Map(Object.entries(danishWords)),
  en: new Map(Object.entries(englishWords)),
};
const JOIN: Readonly<Record<Lang, { readonly and: string; readonly or: string }>> = {
  da: { and: 'og', or: 'eller' },
  en: { and: 'and', or: 'or' },
};
const MEANT: Readonly<Record<Lang, (suggestion: string) => string>> = {
  da: (suggestion) => `Mente du »${suggestion}«?`,
  en: (suggestion) => `Did you mean “${suggestion}”?`,
};

/** The text of a code before anything is filled in, for the reference of all Problems. */
export function template(code: ProblemCode, lang: Lang): Sentences {
  return TEXTS[lang][code];
}

/** Fills a code's text in. A suggestion, where there is one, comes before the general remedy. */
export function sentences(
  code: ProblemCode,
  params: Readonly<Record<string, string>>,
  suggestion: string | undefined,
  lang: Lang,
): Sentences {
  const { what, why, remedy } = TEXTS[lang][code];
  const fill = (text: string): string =>
    text.replace(/\{([a-z]+)\}/g, (_, name: string) => {
      const value = Object.hasOwn(params, name) ? (params[name] ?? '') : '';
      return OUR_WORDS.has(name) ? translated(name, value, lang) : value;
    });
  const meant = suggestion === undefined ? '' : `${MEANT[lang](suggestion)} `;
  return { what: fill(what), why: fill(why), remedy: meant + fill(remedy) };
}

/** Several words are parted by ` / `: a role stands in both letters, a value is one type or another. */
function translated(name: string, value: string, lang: Lang): string {
  const words = value.split(' / ').map((word) => WORDS[lang].get(word) ?? word);
  return words.join(` ${JOIN[lang][name === 'letters' ? 'and' : 'or']} `);
}
