/** Knows: which catalogue says what about a fault. Does not know: the sentences. */
import type { Lang } from '../../engine/scenario/text.ts';
import { danish } from './danish.ts';
import { english } from './english.ts';
import type { FaultWords, Sentences, SheetFault } from './fault.ts';

const WORDS: Readonly<Record<Lang, FaultWords>> = { da: danish, en: english };
const EMPTY = { what: '', taken: '', why: '', limit: '', suggestion: '', where: '' } as const;

export function faultText({ code, params }: SheetFault, lang: Lang): Sentences {
  return WORDS[lang][code]({ ...EMPTY, ...params });
}
