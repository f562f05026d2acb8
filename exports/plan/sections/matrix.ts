/** The responsibility matrix: tasks by roles, doubt that is meant, decisions, gaps. */
import type { Plan, Task } from '../../../engine/plan/plan.ts';
import type { Badge, Block, Cell, Section } from '../../formats/block.ts';
import type { Material } from '../material.ts';
import { pagesOf, type RolePage } from '../pages.ts';
import { plannedLetters } from '../../../engine/plan/letter.ts';
import { type Gap, gapsIn, lettered } from '../responsibility.ts';
import type { Teller } from '../teller.ts';

/** So many roles side by side can be read on a sheet turned sideways. */
const MOST_COLUMNS = 20;

export function matrixSection({ plan }: Material, s: Teller): Section {
  const t = s.t.matrix;
  const matrices: readonly Block[] =
    plan.tasks.length === 0
      ? [{ type: 'note', text: t.none }]
      : pagesOf(plan, lettered(plan), MOST_COLUMNS).map((page, _, all) =>
          matrix(plan, page, all.length > 1, s),
        );
  return {
    id: 'matrix',
    title: t.title,
    intro: t.intro,
    blocks: [
      ...matrices,
      ...ambiguities(plan.tasks, s),
      ...decisions(plan, s),
      { type: 'heading', text: t.gaps },
      gaps(plan, s),
    ],
  };
}

function matrix(plan: Plan, { roles, organisations }: RolePage, split: boolean, s: Teller): Block {
  const t = s.t.matrix;
  const tasks = split
    ? plan.tasks.filter((task) => roles.some(({ id }) => plannedLetters(task, id).length > 0))
    : plan.tasks;
  return {
    type: 'table',
    layout: 'matrix',
    caption: split ? t.captionOf(s.list(organisations.map(s.organisation))) : t.caption,
    columns: [
      { title: t.task },
      { title: t.marks },
      ...roles.map(({ id }) => ({ title: s.role(id) })),
    ],
    rows: tasks.map((task) => [
      { text: s.text(task.title), sub: `${t.within}: ${s.length(task.within)}` },
      { text: '', badges: badges(task, s) },
      ...roles.map(({ id }): Cell => ({ text: plannedLetters(task, id).join(' ') })),
    ]),
  };
}

function badges({ critical, ambiguity }: Task, s: Teller): readonly Badge[] {
  const t = s.t.matrix;
  return [
    ...(critical ? [{ tone: 'calm', shape: '!', label: t.critical } as const] : []),
    ...(ambiguity === undefined ? [] : [{ tone: 'warn', shape: '?', label: t.ambiguity } as const]),
  ];
}

function ambiguities(tasks: readonly Task[], s: Teller): readonly Block[] {
  const rows = tasks.flatMap(({ title, ambiguity }) =>
    ambiguity === undefined ? [] : [{ lead: s.text(title), text: s.text(ambiguity) }],
  );
  if (rows.length === 0) return [];
  return [
    { type: 'heading', text: s.t.matrix.ambiguities },
    { type: 'list', items: rows },
  ];
}

function decisions(plan: Plan, s: Teller): readonly Block[] {
  const t = s.t.matrix;
  if (plan.decisions.length === 0) return [];
  return [
    {
      type: 'table',
      caption: t.decisions,
      columns: [t.decision, t.decides, t.consulted, t.informed].map((title) => ({ title })),
      rows: plan.decisions.map((row) => [
        { text: s.text(row.question) },
        ...[row.authority, row.consult, row.inform].map((roles) => ({ text: s.roles(roles) })),
      ]),
    },
  ];
}

function gaps(plan: Plan, s: Teller): Block {
  const t = s.t.matrix;
  const found = gapsIn(plan);
  if (found.length === 0) return { type: 'note', text: t.noGaps };
  return { type: 'list', items: found.map((gap) => ({ text: gapText(gap, s) })) };
}

export function gapText(gap: Gap, s: Teller): string {
  const t = s.t.matrix.gap;
  const meant = 'meant' in gap && gap.meant ? ` (${s.t.matrix.meant})` : '';
  switch (gap.type) {
    case 'idle':
      return t.idle(s.role(gap.role));
    case 'accountable':
      return t.accountable(s.quote(s.task(gap.task))) + meant;
    case 'several':
      return t.several(s.quote(s.task(gap.task)), s.roles(gap.roles)) + meant;
    case 'responsible':
      return t.responsible(s.quote(s.task(gap.task)));
    case 'authority':
      return t.authority(s.quote(s.decision(gap.decision)));
    case 'loaded':
      return t.loaded(s.role(gap.role), String(gap.count));
    default:
      return gap satisfies never;
  }
}
