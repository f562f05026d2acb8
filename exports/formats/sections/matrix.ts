/** The responsibility matrix, planned over observed, and the figures on how far the two agree. */
import type { Agreement } from '../../analysis/agreement.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import { type Cellmark, LETTERS } from '../../analysis/letters.ts';
import type { Cell as MatrixCell, TaskResult, TaskRun } from '../../analysis/responsibility.ts';
import { responsibilityBadges } from '../badges.ts';
import type { Block, Cell, Letters, Section } from '../block.ts';
import type { Speaker } from '../words.ts';

export function matrixSection(analysis: Analysis, s: Speaker): Section {
  const { tasks } = analysis.responsibility;
  const title = s.t.sections.matrix;
  if (tasks.length === 0) {
    const text = s.t.missing['no-tasks'];
    return { id: 'matrix', title, blocks: [{ type: 'note', text }] };
  }
  return {
    id: 'matrix',
    title,
    intro: s.t.matrix.intro,
    blocks: [
      matrixTable(analysis, s),
      figuresTable(analysis, s),
      confusionTable(analysis, s),
      { type: 'note', text: s.t.matrix.few },
    ],
  };
}

function matrixTable({ responsibility, names }: Analysis, s: Speaker): Block {
  const t = s.t.matrix;
  const involved = new Set(responsibility.tasks.flatMap((task) => task.cells.map((c) => c.role)));
  const roles = names.roles.filter((role) => involved.has(role.id));
  const cellsOf = new Map(
    responsibility.tasks.flatMap(({ task, cells }) =>
      cells.map((cell) => [`${task} ${cell.role}`, cell] as const),
    ),
  );
  return {
    type: 'table',
    layout: 'matrix',
    caption: t.caption,
    columns: [
      { title: t.task },
      { title: t.marks },
      ...roles.map((role) => ({ title: s.text(role.name) })),
    ],
    rows: responsibility.tasks.map((task, i) => [
      { text: s.name('tasks', task.task), evidence: task.run?.evidence ?? [] },
      { text: '', badges: responsibilityBadges(task, s) },
      ...roles.map((role, j) =>
        matrixCell(task, cellsOf.get(`${task.task} ${role.id}`), `cell-${i}-${j}`, s),
      ),
    ]),
  };
}

/** `id`: of the panel that the cell opens. */
function matrixCell(task: TaskResult, cell: MatrixCell | undefined, id: string, s: Speaker): Cell {
  if (!cell) return { text: '' };
  const t = s.t.matrix;
  const planned = cell.planned.join(', ') || s.t.none;
  const observed = !task.run ? t.notArisen : cell.observed === '-' ? s.t.none : cell.observed;
  const said = t.cell(s.name('roles', cell.role), planned, observed);
  const ring = ringOf(task, cell);
  const elsewhere = cell.deeds.some((deed) => deed.outside) && s.t.prompting.elsewhere;
  return {
    text: '',
    letters: {
      planned: cell.planned,
      ...(task.run && { observed: cell.observed }),
      drift: cell.drift,
      ring,
      said: [said, cell.drift && t.drift, ring && t.rings[ring], elsewhere]
        .filter(Boolean)
        .join(', '),
      ...(task.run && { detail: { id, ...detailOf(task, cell, task.run, s) } }),
    },
  };
}

/** What the role did, act by act; for one that was meant to act and did not, the task's own course. */
function detailOf(
  { task }: TaskResult,
  { role, planned, deeds }: MatrixCell,
  run: TaskRun,
  s: Speaker,
): Omit<NonNullable<Letters['detail']>, 'id'> {
  const t = s.t.debrief;
  const acts = deeds.map((deed) => ({
    lead: `${deed.letter} ${s.t.letters[deed.letter]}`,
    text: t.deed(s.t.tasks.deeds[deed.did], s.time(deed.at)),
    evidence: deed.evidence,
  }));
  const none = planned.length === 0 ? [] : [{ text: t.nothing, evidence: run.evidence }];
  return {
    title: t.cell(s.name('roles', role), s.name('tasks', task)),
    lines: acts.length > 0 ? acts : none,
    link: `task-${task}`,
  };
}

/** One ring: meant to act, and nobody did. Two rings: one of several owners at the same time. */
function ringOf({ run }: TaskResult, cell: MatrixCell): 'gap' | 'contention' | undefined {
  if (!run) return undefined;
  if (run.gap && (cell.planned.includes('A') || cell.planned.includes('R'))) return 'gap';
  const among = run.holding.spells.some(
    (spell) =>
      spell.state === 'contention' &&
      spell.holders.some((h) => h.role === cell.role && h.as === 'accountable'),
  );
  return among ? 'contention' : undefined;
}

function figuresTable({ responsibility }: Analysis, s: Speaker): Block {
  const t = s.t.matrix;
  const row = (name: string, a: Agreement): readonly Cell[] => [
    { text: name },
    { text: a.jaccard === undefined ? s.t.none : s.number(a.jaccard, 2), figure: true },
    { text: s.t.of(String(a.gaps), String(a.tasks)), figure: true },
    { text: a.kappa === undefined ? s.t.none : s.number(a.kappa, 2), figure: true },
    { text: String(a.cells), figure: true },
  ];
  return {
    type: 'table',
    caption: t.figures,
    columns: [
      { title: t.level },
      ...[t.jaccard, t.gapRate, t.kappa, t.cells].map((title) => ({ title, figure: true })),
    ],
    rows: [row(t.roles, responsibility.roles), row(t.organisations, responsibility.organisations)],
  };
}

function confusionTable({ responsibility }: Analysis, s: Speaker): Block {
  const letter = (mark: Cellmark): string => (mark === '-' ? s.t.none : mark);
  return {
    type: 'table',
    caption: s.t.matrix.confusion,
    columns: [
      { title: s.t.matrix.confusionAxis },
      ...LETTERS.map((mark) => ({ title: letter(mark), figure: true })),
    ],
    rows: LETTERS.map((mark, i) => [
      { text: `${letter(mark)} ${s.t.letters[mark]}` },
      ...(responsibility.roles.matrix[i] ?? []).map((n) => ({
        text: n === 0 ? '·' : String(n),
        figure: true,
      })),
    ]),
  };
}
