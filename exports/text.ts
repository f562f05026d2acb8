/** The reports' own words in the reader's language. Knows: which languages there are. */
import type { Lang } from '../engine/scenario/text.ts';
import { type Catalogue, labels as da } from './danish/labels.ts';
import { labels as en } from './english/labels.ts';

export type { Catalogue };

export function catalogue(lang: Lang): Catalogue {
  return { da, en }[lang];
}
