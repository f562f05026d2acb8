/**
 * The analysis as JSON, for other tools: the whole of it, or of the version that it is.
 * Knows: the analysis's shape. Does not know: languages.
 */
import type { Analysis } from '../analysis/analysis.ts';
import { jsonText } from './escape.ts';
import type { Meta } from './meta.ts';

/** What the file holds; `analysis.schema.json` is made from this type. */
export type AnalysisFile = { readonly beredt: 'analysis'; readonly journal: Meta } & Analysis;

export function renderJson(analysis: Analysis, meta: Meta): string {
  const { edition, exercise, format } = analysis;
  // What is empty in the public version says nothing, and a nought would be taken for a count.
  if (edition?.for === 'public') {
    const { kind, marking } = exercise;
    return `${jsonText({ beredt: 'figures', format, engine: meta.engine, kind, marking, edition })}\n`;
  }
  const { prior: _, ...journal } = meta;
  const file: AnalysisFile = { beredt: 'analysis', journal, ...analysis };
  return `${jsonText(file)}\n`;
}
