/** The draft improvement plan, and how far the actions from earlier exercises have come. */
import { type Action, isOpen, isOverdue, priorTo } from '../../actions/action.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import type { FollowUp, Owner } from '../../analysis/followup/followup.ts';
import { DUE_TABLE } from '../../analysis/followup/due.ts';
import type { Finding } from '../../analysis/finding.ts';
import type { Block, Cell, Section } from '../block.ts';
import { dateText } from '../date.ts';
import type { Meta, Prior } from '../meta.ts';
import { speak } from '../saying.ts';
import type { Speaker } from '../words.ts';

/** Minor findings stay out of the plan: a plan that lists everything is followed up by nobody. */
export function improvementSection(analysis: Analysis, s: Speaker, { prior }: Meta): Section {
  const grave = analysis.findings.findings.filter((finding) => finding.severity !== 'low');
  const blocks: readonly Block[] =
    grave.length === 0
      ? [{ type: 'para', text: s.t.findings.none }]
      : [
          plan(analysis, grave, s, prior),
          { type: 'note', text: s.t.followUp.improvement.note(dateText(DUE_TABLE.asOf, s.lang)) },
        ];
  return {
    id: 'improvement',
    title: s.t.sections.improvement,
    intro: s.t.improvement.intro,
    blocks: [...blocks, ...(prior ? priorBlocks(prior, s) : [])],
  };
}

function plan(
  { followUp, exercise }: Analysis,
  findings: readonly Finding[],
  s: Speaker,
  prior: Prior | undefined,
): Block {
  const [t, more] = [s.t.improvement, s.t.followUp.improvement];
  const drafts = new Map(followUp.map((row) => [row.finding, row]));
  const titles = [t.finding, t.action, t.element, t.owner, t.deadline, more.status, t.repeat];
  return {
    type: 'table',
    form: true,
    caption: t.caption,
    quiet: true,
    columns: titles.map((title) => ({ title })),
    rows: findings.map((finding): readonly Cell[] => {
      const spoken = speak(finding, s);
      const draft = drafts.get(finding.id);
      const known = draft ? priorTo(prior?.actions ?? [], draft.fingerprint, exercise.id) : [];
      return [
        { text: `${finding.id} ${spoken.title}` },
        { text: spoken.action },
        { text: spoken.element },
        { text: draft ? ownerText(draft.owner, s) : '' },
        { text: draft ? dueText(draft, s) : '' },
        { text: more.open },
        { text: known.length > 0 ? more.again(s.list(known.map(({ id }) => id))) : more.first },
      ];
    }),
  };
}

export function ownerText(owner: Owner, s: Speaker): string {
  const t = s.t.followUp.improvement;
  if (owner.type === 'control') return t.control;
  return t.owner(s.name('roles', owner.role), s.name('organisations', owner.organisation));
}

export function dueText({ due, days }: FollowUp, s: Speaker): string {
  return due === undefined ? s.t.followUp.improvement.days(String(days)) : dateText(due, s.lang);
}

function priorBlocks({ actions, today }: Prior, s: Speaker): readonly Block[] {
  const t = s.t.followUp.improvement;
  const open = actions.filter(isOpen);
  if (open.length === 0) return [{ type: 'note', text: t.noPrior }];
  return [
    { type: 'heading', text: t.prior },
    actionTable(open, today, s),
    { type: 'note', text: t.priorNote(dateText(today, s.lang)) },
  ];
}

/** Rows of the register, open or not. */
export function actionTable(actions: readonly Action[], today: string, s: Speaker): Block {
  const [t, more] = [s.t.improvement, s.t.followUp.improvement];
  const titles = [more.id, t.finding, t.action, t.owner, t.deadline, more.status, more.from];
  return {
    type: 'table',
    caption: more.prior,
    quiet: true,
    columns: titles.map((title) => ({ title })),
    rows: actions.map((row): readonly Cell[] => [
      { text: row.id },
      { text: s.text(row.title) },
      { text: s.text(row.action) },
      { text: row.owner },
      {
        text: row.due === undefined ? s.t.none : dateText(row.due, s.lang),
        ...(isOverdue(row, today) && {
          badges: [{ tone: 'bad', shape: '×', label: more.overdue } as const],
        }),
      },
      { text: more.statuses[row.status] },
      {
        text: row.seen.map(({ exercise }) => exercise).join(', '),
        ...(row.seen.length > 1 && { sub: more.more(String(row.seen.length)) }),
      },
    ]),
  };
}
