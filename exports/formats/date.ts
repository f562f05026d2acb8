/** Calendar dates as the reader's language writes them. Knows: `YYYY-MM-DD`. Does not know: today. */
import type { Lang } from '../../engine/scenario/text.ts';

/** `30-09-2026` in Danish; in English as it is, which no reader takes for another date. */
export function dateText(date: string, lang: Lang): string {
  return lang === 'da' ? date.split('-').reverse().join('-') : date;
}
