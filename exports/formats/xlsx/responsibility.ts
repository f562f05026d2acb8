/** Tasks with their times and marks, and every cell of the responsibility matrix. Knows: tasks. */
import type { Analysis } from '../../analysis/analysis.ts';
import { groupBy } from '../../analysis/history.ts';
import type { Letter } from '../../../engine/plan/plan.ts';
import type { TaskResult } from '../../analysis/responsibility.ts';
import type { SheetDraft } from '../../msel/workbook.ts';
import { taskBadges } from '../badges.ts';
import { agreedText } from '../sections/beliefs.ts';
import type { Speaker } from '../words.ts';
import {
  type Column,
  inMinutes,
  lines,
  minutes,
  refs,
  sheetOf,
  time,
  words,
  yes,
} from './sheet.ts';

export function tasksSheet(analysis: Analysis, s: Speaker): SheetDraft {
  const { columns: c, sheets } = s.t.documents;
  const polls = groupBy(analysis.beliefs.polls, (poll) => poll.task);
  const columns: readonly Column<TaskResult>[] = [
    { header: c.id, width: 22, cell: (row) => words(row.task) },
    { header: c.task, width: 40, cell: (row) => words(s.name('tasks', row.task)) },
    { header: c.critical, width: 9, cell: (row) => yes(row.critical, s) },
    { header: c.planned, width: 44, cell: (row) => lines(planned(row, s)) },
    {
      header: c.perceived,
      width: 44,
      cell: (row) => lines((polls.get(row.task) ?? []).map((poll) => agreedText(poll, s))),
    },
    { header: c.observed, width: 44, cell: (row) => lines(observed(row, s)) },
    { header: c.arose, width: 11, cell: ({ run }) => time(run?.startedAt) },
    { header: c.due, width: 11, cell: ({ run }) => time(run?.due) },
    { header: c.done, width: 11, cell: ({ run }) => time(run?.done?.at) },
    {
      header: c.doneBy,
      width: 24,
      cell: ({ run }) => words(run?.done && s.name('roles', run.done.role)),
    },
    { header: inMinutes(c.lateBy), width: 11, cell: ({ run }) => minutes(run?.lateBy) },
    { header: inMinutes(c.vacuum), width: 11, cell: ({ run }) => minutes(run?.holding.vacuum) },
    { header: inMinutes(c.single), width: 11, cell: ({ run }) => minutes(run?.holding.single) },
    {
      header: inMinutes(c.contention),
      width: 11,
      cell: ({ run }) => minutes(run?.holding.contention),
    },
    {
      header: c.marks,
      width: 34,
      cell: (row) => lines(taskBadges(row, s).map(({ shape, label }) => `${shape} ${label}`)),
    },
    { header: c.reference, width: 16, cell: ({ run }) => refs(run?.evidence ?? []) },
  ];
  return sheetOf(sheets.tasks, columns, analysis.responsibility.tasks, s);
}

const LETTERS: readonly Letter[] = ['A', 'R', 'S', 'C', 'I'];

function planned({ cells }: TaskResult, s: Speaker): readonly string[] {
  return LETTERS.flatMap((letter) => {
    const roles = cells.filter((cell) => cell.planned.includes(letter));
    return roles.length === 0 ? [] : [`${letter}: ${s.roles(roles.map(({ role }) => role))}`];
  });
}

function observed({ cells }: TaskResult, s: Speaker): readonly string[] {
  return LETTERS.flatMap((letter) => {
    const roles = cells.filter((cell) => cell.observed === letter);
    return roles.length === 0 ? [] : [`${letter}: ${s.roles(roles.map(({ role }) => role))}`];
  });
}

type Row = { readonly task: TaskResult; readonly cell: TaskResult['cells'][number] };

export function cellsSheet({ responsibility, names }: Analysis, s: Speaker): SheetDraft {
  const { columns: c, sheets } = s.t.documents;
  const houses = new Map(names.roles.map((row) => [row.id, row.organisation]));
  const columns: readonly Column<Row>[] = [
    { header: c.task, width: 40, cell: ({ task }) => words(s.name('tasks', task.task)) },
    { header: c.role, width: 28, cell: ({ cell }) => words(s.name('roles', cell.role)) },
    {
      header: c.organisation,
      width: 26,
      cell: ({ cell }) => words(s.name('organisations', houses.get(cell.role) ?? '')),
    },
    { header: c.planned, width: 10, cell: ({ cell }) => words(cell.planned.join(' ')) },
    {
      header: c.observed,
      width: 14,
      cell: ({ task, cell }) => words(observedLetter(task, cell, s)),
    },
    { header: c.drift, width: 12, cell: ({ cell }) => yes(cell.drift, s) },
    {
      header: c.reference,
      width: 24,
      cell: ({ cell }) => refs(cell.deeds.flatMap((deed) => deed.evidence)),
    },
  ];
  const rows = responsibility.tasks.flatMap((task) => task.cells.map((cell) => ({ task, cell })));
  return sheetOf(sheets.cells, columns, rows, s);
}

/** A dash alone would be taken for a formula's beginning, and marked. */
function observedLetter(task: TaskResult, cell: Row['cell'], s: Speaker): string {
  if (!task.run) return s.t.matrix.notArisen;
  return cell.observed === '-' ? s.t.none : cell.observed;
}
