/** Proposed changes to the responsibility plan: each with its grounds, its question, and as YAML. */
import type { Letter } from '../../../engine/plan/plan.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import { type Change, type Edit, isDoubtful, type OpenPoint } from '../../proposal/change.ts';
import { snippet } from '../../proposal/snippet.ts';
import { doubtText } from '../../wording.ts';
import type { Block, Section } from '../block.ts';
import type { Speaker } from '../words.ts';

export function planchangeSection({ proposal }: Analysis, s: Speaker): Section {
  const t = s.t.followUp.planchange;
  const firm = proposal.changes.filter((change) => !isDoubtful(change));
  const doubtful = proposal.changes.filter(isDoubtful);
  const blocks: readonly Block[] = [
    ...(firm.length > 0 ? [changeTable(t.firm, firm, s)] : []),
    ...(firm.length > 0 ? yaml(proposal.rows, s) : []),
    ...(doubtful.length > 0 ? [changeTable(t.doubtful, doubtful, s)] : []),
    ...questions(proposal.questions, s),
  ];
  return {
    id: 'planchange',
    title: t.title,
    ...(blocks.length > 0 && { intro: t.intro }),
    blocks: blocks.length > 0 ? blocks : [{ type: 'para', text: t.none }],
  };
}

function changeTable(caption: string, changes: readonly Change[], s: Speaker): Block {
  const t = s.t.followUp.planchange;
  const titles = [t.number, t.change, t.why, t.question, t.sure];
  return {
    type: 'table',
    caption,
    columns: titles.map((title) => ({ title })),
    rows: changes.map((change) => {
      const words = changeWords(change, s);
      return [
        { text: change.id },
        { text: words.change },
        { text: words.why, evidence: change.evidence },
        { text: words.question },
        {
          text: s.t.confidence[change.confidence],
          ...(words.doubts !== '' && { sub: words.doubts }),
        },
      ];
    }),
  };
}

function yaml(rows: Analysis['proposal']['rows'], s: Speaker): readonly Block[] {
  const t = s.t.followUp.planchange;
  return [
    { type: 'heading', text: t.yaml },
    { type: 'code', text: snippet(rows), language: 'yaml' },
    { type: 'note', text: t.yamlNote },
  ];
}

function questions(rows: readonly OpenPoint[], s: Speaker): readonly Block[] {
  if (rows.length === 0) return [];
  return [
    { type: 'heading', text: s.t.followUp.planchange.questions },
    {
      type: 'list',
      items: rows.map((row) => ({ text: questionText(row, s), evidence: row.evidence })),
    },
  ];
}

export type ChangeWords = {
  readonly change: string;
  readonly why: string;
  readonly question: string;
  readonly doubts: string;
};

export function changeWords(change: Change, s: Speaker): ChangeWords {
  const t = s.t.followUp.planchange;
  const found = change.findings.length === 0 ? [] : [t.findings(change.findings.join(', '))];
  return {
    change: editText(change.edit, s),
    why: [t.because[change.why], ...found].join(' '),
    question: t.ask[change.why],
    doubts: change.doubts.map((doubt) => doubtText(doubt, s.lang)).join(' '),
  };
}

function editText(edit: Edit, s: Speaker): string {
  const t = s.t.followUp.planchange;
  const part = (letter: Letter): string => t.parts[letter];
  switch (edit.type) {
    case 'accountable': {
      const from = edit.from.filter((role) => role !== edit.to);
      const task = s.t.quote(s.name('tasks', edit.task));
      return [
        t.accountable(task, s.roles([edit.to]), from.length === 0 ? '' : s.roles(from)),
        ...edit.former.map((row) => t.former(s.roles([row.role]), part(row.part))),
      ].join(' ');
    }
    case 'letter': {
      const now = edit.from === undefined ? '' : part(edit.from);
      const task = s.t.quote(s.name('tasks', edit.task));
      return t.letter(task, s.roles([edit.role]), part(edit.to), now);
    }
    case 'deputy':
      return t.deputy(s.roles([edit.role]), s.roles([edit.deputy]));
    case 'interface': {
      const facts = s.list(edit.carries.map((fact) => s.t.quote(s.name('facts', fact))));
      return t.interface(s.roles(edit.from), s.roles(edit.to), facts);
    }
    default:
      return edit satisfies never;
  }
}

export function questionText(row: OpenPoint, s: Speaker): string {
  const t = s.t.followUp.planchange;
  const found = row.findings.length === 0 ? '' : ` ${t.findings(row.findings.join(', '))}`;
  switch (row.type) {
    case 'accountable':
      return t.whoOwns(s.t.quote(s.name('tasks', row.task)), s.roles(row.between)) + found;
    case 'within': {
      const took = row.took === undefined ? '' : s.length(row.took);
      return t.howLong(s.t.quote(s.name('tasks', row.task)), s.length(row.within), took) + found;
    }
    case 'deputy':
      return t.whoSteps(s.roles([row.role])) + found;
    default:
      return row satisfies never;
  }
}
