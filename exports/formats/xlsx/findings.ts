/** Findings, and the improvement plan with columns to be filled in. Knows: findings and their words. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { Finding } from '../../analysis/finding.ts';
import type { SheetDraft } from '../../msel/workbook.ts';
import { speak } from '../saying.ts';
import { ownerText } from '../sections/improvement.ts';
import type { Speaker } from '../words.ts';
import { type Column, refs, sheetOf, words } from './sheet.ts';

type Row = { readonly finding: Finding; readonly said: ReturnType<typeof speak> };

const spoken = (findings: readonly Finding[], s: Speaker): readonly Row[] =>
  findings.map((finding) => ({ finding, said: speak(finding, s) }));

export function findingsSheet({ findings }: Analysis, s: Speaker): SheetDraft {
  const { columns: c, sheets } = s.t.documents;
  const strengths = new Set(findings.strengths);
  const columns: readonly Column<Row>[] = [
    { header: c.id, width: 7, cell: ({ finding }) => words(finding.id) },
    { header: c.finding, width: 44, cell: ({ said }) => words(said.title) },
    { header: c.code, width: 22, cell: ({ finding }) => words(finding.code) },
    {
      header: c.severity,
      width: 12,
      cell: ({ finding }) =>
        words(strengths.has(finding) ? s.t.strength : s.t.severity[finding.severity]),
    },
    {
      header: c.confidence,
      width: 12,
      cell: ({ finding }) => words(s.t.confidence[finding.confidence]),
    },
    { header: c.happened, width: 50, cell: ({ said }) => words(said.happened) },
    { header: c.plan, width: 44, cell: ({ said }) => words(said.planned) },
    { header: c.question, width: 44, cell: ({ said }) => words(said.question) },
    { header: c.doubts, width: 34, cell: ({ said }) => words(said.doubts.join(' ')) },
    { header: c.element, width: 18, cell: ({ said }) => words(said.element) },
    { header: c.reference, width: 18, cell: ({ finding }) => refs(finding.evidence) },
  ];
  const rows = spoken([...findings.findings, ...findings.strengths], s);
  return sheetOf(sheets.findings, columns, rows, s);
}

/** As in the report: what is minor stays out of the plan. */
export function improvementSheet({ findings, followUp }: Analysis, s: Speaker): SheetDraft {
  const drafts = new Map(followUp.map((row) => [row.finding, row]));
  const ownerOf = ({ finding }: Row): string => {
    const draft = drafts.get(finding.id);
    return draft ? ownerText(draft.owner, s) : '';
  };
  const { columns: c, sheets, statuses, answer } = s.t.documents;
  const columns: readonly Column<Row>[] = [
    { header: c.id, width: 7, cell: ({ finding }) => words(finding.id) },
    { header: c.finding, width: 44, cell: ({ said }) => words(said.title) },
    { header: c.action, width: 50, cell: ({ said }) => words(said.action) },
    { header: c.element, width: 18, cell: ({ said }) => words(said.element) },
    { header: c.severity, width: 12, cell: ({ finding }) => words(s.t.severity[finding.severity]) },
    { header: c.owner, width: 28, cell: (row) => words(ownerOf(row)) },
    {
      header: c.deadline,
      width: 16,
      cell: ({ finding }) => words(drafts.get(finding.id)?.due ?? ''),
    },
    { header: c.status, width: 16, cell: () => null, choices: statuses },
    { header: c.repeat, width: 14, cell: () => null, choices: [answer.yes, answer.no] },
    { header: c.reference, width: 18, cell: ({ finding }) => refs(finding.evidence) },
  ];
  const rows = spoken(
    findings.findings.filter(({ severity }) => severity !== 'low'),
    s,
  );
  return sheetOf(sheets.improvement, columns, rows, s);
}
