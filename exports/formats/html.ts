/** The after-action report as one HTML file. Knows: which report. Does not know: the page. */
import type { Lang } from '../../engine/scenario/text.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { Meta } from './meta.ts';
import { pageHtml } from './page.ts';
import { reportOf } from './report.ts';

export function renderHtml(analysis: Analysis, lang: Lang, meta: Meta): string {
  return pageHtml(reportOf(analysis, lang, meta));
}
