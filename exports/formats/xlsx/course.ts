/** The drejebog as it was meant and as it went. Knows: injects. Does not know: cells' formats. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { InjectResult } from '../../analysis/injects.ts';
import { groupBy } from '../../analysis/history.ts';
import type { SheetDraft } from '../../msel/workbook.ts';
import type { Speaker } from '../words.ts';
import { type Column, count, lines, refs, sheetOf, time, words } from './sheet.ts';

export function courseSheet(analysis: Analysis, s: Speaker): SheetDraft {
  const { columns: c, sheets } = s.t.documents;
  const expected = groupBy(analysis.obligations.rows, (row) => row.inject);
  const having = (row: InjectResult, ...statuses: readonly string[]): number =>
    (expected.get(row.inject) ?? []).filter(({ status }) => statuses.includes(status)).length;
  const names = (ids: readonly string[]): readonly string[] => ids.map((id) => s.name('roles', id));
  const columns: readonly Column<InjectResult>[] = [
    { header: c.number, width: 6, cell: (row) => count(row.number) },
    { header: c.id, width: 22, cell: (row) => words(row.inject) },
    { header: c.title, width: 44, cell: (row) => words(s.name('injects', row.inject)) },
    { header: c.plannedAt, width: 11, cell: (row) => time(row.plannedAt) },
    { header: c.releasedAt, width: 11, cell: (row) => time(row.releasedAt) },
    {
      header: c.story,
      width: 17,
      cell: ({ releasedAt }) => words(releasedAt === undefined ? '' : s.story(releasedAt)),
    },
    { header: c.course, width: 18, cell: (row) => words(courseOf(row, s)) },
    { header: c.plannedTo, width: 34, cell: (row) => lines(names(row.plannedTo)) },
    { header: c.to, width: 34, cell: (row) => lines(names(row.to)) },
    { header: c.receivers, width: 11, cell: (row) => count(row.to.length) },
    { header: c.opened, width: 9, cell: (row) => count(row.opened) },
    { header: c.acknowledged, width: 11, cell: (row) => count(row.acknowledged) },
    { header: c.answered, width: 10, cell: (row) => count(row.answered) },
    {
      header: c.expectations,
      width: 13,
      cell: (row) => count((expected.get(row.inject) ?? []).length),
    },
    { header: c.met, width: 12, cell: (row) => count(having(row, 'met')) },
    { header: c.late, width: 10, cell: (row) => count(having(row, 'late')) },
    { header: c.unmet, width: 12, cell: (row) => count(having(row, 'lapsed', 'overdue')) },
    { header: c.reference, width: 10, cell: (row) => refs(row.evidence) },
  ];
  return sheetOf(sheets.msel, columns, analysis.injects, s, 3);
}

function courseOf({ status, cause }: InjectResult, s: Speaker): string {
  const t = s.t.documents.course;
  if (status !== 'released') return t[status];
  return cause === undefined || cause === 'due' ? t.released : t[cause];
}
