/**
 * The analysis as JSON, for other tools. It is the whole of it, so it is for exercise control.
 * Knows: the analysis's shape. Does not know: languages.
 */
import type { Analysis } from '../analysis/analysis.ts';
import { jsonText } from './escape.ts';
import type { Meta } from './meta.ts';

export function renderJson(analysis: Analysis, meta: Meta): string {
  return `${jsonText({ beredt: 'analysis', journal: meta, ...analysis })}\n`;
}
