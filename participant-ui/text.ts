/**
 * Which language the page speaks. Each catalogue is fetched by itself, so that the first load brings
 * one. Knows: the two languages. Does not know: a word (words/).
 */
import { LANGS, type Lang } from '../engine/runtime/protocol.ts';
import type { danish } from './words/danish.ts';

export type Words = typeof danish;
export type Speech = { readonly lang: Lang; readonly words: Words };

/** Where the choice is kept. */
export const LANG_KEY = 'beredt:lang';

/** Each language's name in itself: whoever reads no other finds it. */
export const LANGUAGE_NAMES: { readonly [L in Lang]: string } = { da: 'Dansk', en: 'English' };

/** Rejects when the host cannot be reached, and the language has not been read before. */
export async function loadWords(lang: Lang): Promise<Words> {
  switch (lang) {
    case 'da':
      return (await import('./words/danish.ts')).danish;
    case 'en':
      return (await import('./words/english.ts')).english;
    default:
      return lang satisfies never;
  }
}

/** The language kept from last time; Danish where there is none. */
export function readLang(kept: string | null): Lang {
  return LANGS.find((lang) => lang === kept) ?? 'da';
}
