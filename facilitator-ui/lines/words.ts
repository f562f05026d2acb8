/** Which of the terminal participant's catalogues a language has. Knows: that there are two. */
import type { Lang } from '../../engine/runtime/protocol.ts';
import { da } from './danish.ts';
import { en } from './english.ts';

export type LineWords = typeof da;

export function lineWords(lang: Lang): LineWords {
  return lang === 'da' ? da : en;
}
