/**
 * The analysis as JSON, for other tools. It is the whole of it, so it is for exercise control.
 * Knows: the analysis's shape. Does not know: languages.
 */
import type { Analysis } from '../analysis/analysis.ts';
import { jsonText } from './escape.ts';
import type { Meta } from './meta.ts';

/** What the file holds; `analysis.schema.json` is made from this type. */
export type AnalysisFile = { readonly beredt: 'analysis'; readonly journal: Meta } & Analysis;

export function renderJson(analysis: Analysis, meta: Meta): string {
  const file: AnalysisFile = { beredt: 'analysis', journal: meta, ...analysis };
  return `${jsonText(file)}\n`;
}
