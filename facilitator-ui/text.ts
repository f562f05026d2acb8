/** Knows: the console's two catalogues. Does not know: what is in them. */
import type { Lang } from '../engine/runtime/protocol.ts';
import { da, type Catalogue } from './danish.ts';
import { en } from './english.ts';

export type { Catalogue };

export function catalogue(lang: Lang): Catalogue {
  return lang === 'da' ? da : en;
}
