/** Decisions, statutory clocks, interfaces and who knew what, a row each. Knows: their results. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { ClockResult } from '../../analysis/clocks.ts';
import type { DecisionResult } from '../../analysis/decisions/decisions.ts';
import type { InterfaceResult } from '../../analysis/interfaces.ts';
import type { SheetDraft } from '../../msel/workbook.ts';
import { interfaceName } from '../saying.ts';
import type { Speaker } from '../words.ts';
import {
  type Column,
  count,
  inMinutes,
  lines,
  minutes,
  refs,
  sheetOf,
  time,
  words,
  yes,
} from './sheet.ts';

export function decisionsSheet({ decisions }: Analysis, s: Speaker): SheetDraft {
  const { columns: c, sheets } = s.t.documents;
  const t = s.t.decisions;
  const columns: readonly Column<DecisionResult>[] = [
    { header: c.id, width: 22, cell: (row) => words(row.decision) },
    { header: c.decision, width: 44, cell: (row) => words(s.name('decisions', row.decision)) },
    { header: c.openedAt, width: 11, cell: ({ run }) => time(run?.openedAt) },
    { header: c.due, width: 11, cell: ({ run }) => time(run?.due) },
    { header: c.noticedAt, width: 11, cell: ({ run }) => time(run?.noticedAt) },
    { header: c.madeAt, width: 11, cell: ({ run }) => time(run?.made?.at) },
    { header: c.toldAt, width: 11, cell: ({ run }) => time(run?.made?.toldAt) },
    { header: inMinutes(c.waited), width: 11, cell: ({ run }) => minutes(run?.waited) },
    { header: c.late, width: 9, cell: ({ run }) => yes(run?.late, s) },
    {
      header: c.option,
      width: 30,
      cell: ({ decision, run }) => words(run?.made && s.option(decision, run.made.option)),
    },
    {
      header: c.by,
      width: 26,
      cell: ({ run }) => words(run?.made?.role === undefined ? '' : s.name('roles', run.made.role)),
    },
    {
      header: c.mandate,
      width: 18,
      cell: ({ run }) => words(run?.made && t.mandate[run.made.mandate]),
    },
    { header: c.how, width: 18, cell: ({ run }) => words(run?.made && t.how[run.made.how]) },
    { header: c.reason, width: 40, cell: ({ run }) => words(run?.made?.reason) },
    {
      header: c.factsKnown,
      width: 11,
      cell: ({ run }) => count(run?.atHand.filter(({ where }) => where === 'known').length),
    },
    { header: c.factsNeeded, width: 11, cell: ({ run }) => count(run?.atHand.length) },
    { header: c.reference, width: 18, cell: ({ run }) => refs(run?.evidence ?? []) },
  ];
  return sheetOf(sheets.decisions, columns, decisions.decisions, s);
}

export function clocksSheet({ clocks, names }: Analysis, s: Speaker): SheetDraft {
  const { columns: c, sheets } = s.t.documents;
  const sources = new Map(names.clocks.map((row) => [row.id, row.source]));
  const columns: readonly Column<ClockResult>[] = [
    { header: c.clock, width: 36, cell: (row) => words(s.name('clocks', row.clock)) },
    {
      header: c.organisation,
      width: 26,
      cell: (row) => words(s.name('organisations', row.organisation)),
    },
    { header: c.source, width: 34, cell: (row) => words(sources.get(row.clock)) },
    { header: c.shouldAt, width: 12, cell: (row) => time(row.shouldAt) },
    { header: c.startedAt, width: 12, cell: (row) => time(row.startedAt) },
    { header: inMinutes(c.lag), width: 12, cell: (row) => minutes(row.lag) },
    { header: c.deadlineAt, width: 12, cell: (row) => time(row.deadline) },
    { header: c.submittedAt, width: 12, cell: (row) => time(row.submittedAt) },
    { header: c.margin, width: 10, cell: (row) => count(rounded(row.margin)) },
    { header: c.status, width: 34, cell: (row) => words(s.t.clocks.statuses[row.status]) },
    { header: c.reference, width: 18, cell: (row) => refs(row.evidence) },
  ];
  return sheetOf(sheets.clocks, columns, clocks, s);
}

const rounded = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Math.round(value * 1000) / 1000;

export function interfacesSheet({ interfaces, names }: Analysis, s: Speaker): SheetDraft {
  const { columns: c, sheets } = s.t.documents;
  const ends = new Map(names.interfaces.map((row) => [row.id, row]));
  const facts = (ids: readonly string[]): readonly string[] => ids.map((id) => s.name('facts', id));
  const columns: readonly Column<InterfaceResult>[] = [
    { header: c.title, width: 40, cell: (row) => words(interfaceName(row.interface, s)) },
    {
      header: c.from,
      width: 28,
      cell: (row) => words(s.roles(ends.get(row.interface)?.from ?? [])),
    },
    {
      header: c.receiver,
      width: 28,
      cell: (row) => words(s.roles(ends.get(row.interface)?.to ?? [])),
    },
    { header: c.status, width: 18, cell: (row) => words(s.t.interfaces.statuses[row.status]) },
    { header: c.triggeredAt, width: 11, cell: (row) => time(row.triggeredAt) },
    { header: c.crossedAt, width: 12, cell: (row) => time(row.crossedAt) },
    { header: inMinutes(c.delay), width: 12, cell: (row) => minutes(row.delay) },
    { header: c.late, width: 9, cell: (row) => yes(row.late, s) },
    { header: c.carried, width: 34, cell: (row) => lines(facts(row.carried)) },
    { header: c.missing, width: 34, cell: (row) => lines(facts(row.missing)) },
    { header: c.messages, width: 10, cell: (row) => count(row.messages) },
    { header: c.returns, width: 12, cell: (row) => count(row.returns) },
    { header: c.handovers, width: 12, cell: (row) => count(row.handovers) },
    { header: c.reference, width: 18, cell: (row) => refs(row.evidence) },
  ];
  return sheetOf(sheets.interfaces, columns, interfaces, s, 1);
}

type Known = {
  readonly fact: string;
  readonly availableAt: number | undefined;
  readonly holding: Analysis['flow']['facts'][number]['roles'][number];
};

export function knowledgeSheet({ flow }: Analysis, s: Speaker): SheetDraft {
  const { columns: c, sheets } = s.t.documents;
  const columns: readonly Column<Known>[] = [
    { header: c.fact, width: 44, cell: (row) => words(s.name('facts', row.fact)) },
    { header: c.role, width: 28, cell: ({ holding }) => words(s.name('roles', holding.role)) },
    { header: c.availableAt, width: 12, cell: (row) => time(row.availableAt) },
    { header: c.deliveredAt, width: 12, cell: ({ holding }) => time(holding.deliveredAt) },
    { header: c.knownAt, width: 12, cell: ({ holding }) => time(holding.knownAt) },
    { header: c.usedAt, width: 12, cell: ({ holding }) => time(holding.usedAt) },
    {
      header: inMinutes(c.timeToKnow),
      width: 14,
      cell: ({ holding }) => minutes(holding.timeToKnow),
    },
    { header: c.reference, width: 18, cell: ({ holding }) => refs(holding.evidence) },
  ];
  const rows = flow.facts.flatMap(({ fact, availableAt, roles }) =>
    roles.map((holding) => ({ fact, availableAt, holding })),
  );
  return sheetOf(sheets.knowledge, columns, rows, s);
}
