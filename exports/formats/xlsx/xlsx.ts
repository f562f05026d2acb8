/**
 * The analysis as one workbook, a sheet a question, in the report's language.
 * Knows: which sheets there are. Does not know: how they are packed.
 */
import type { Lang } from '../../../engine/scenario/text.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import { writeWorkbook } from '../../msel/workbook.ts';
import { speaker } from '../words.ts';
import { courseSheet } from './course.ts';
import { clocksSheet, decisionsSheet, interfacesSheet, knowledgeSheet } from './decisions.ts';
import { findingsSheet, improvementSheet } from './findings.ts';
import { cellsSheet, tasksSheet } from './responsibility.ts';

export function renderXlsx(analysis: Analysis, lang: Lang): Promise<Uint8Array> {
  const s = speaker(analysis, lang);
  return writeWorkbook([
    findingsSheet(analysis, s),
    improvementSheet(analysis, s),
    tasksSheet(analysis, s),
    cellsSheet(analysis, s),
    decisionsSheet(analysis, s),
    clocksSheet(analysis, s),
    interfacesSheet(analysis, s),
    knowledgeSheet(analysis, s),
    courseSheet(analysis, s),
  ]);
}
