/** Objectives with their ratings and drafts, players' own words, and where sources disagree. */
import type { About } from '../../../engine/exercise/entry.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import type { Conflict } from '../../analysis/evaluation/conflicts.ts';
import type { Measured } from '../../analysis/evaluation/measured.ts';
import type { Word } from '../../analysis/evaluation/noted.ts';
import type { Rated, RatedThing, SubjectRatings } from '../../analysis/evaluation/ratings.ts';
import type { RoleView } from '../../analysis/evaluation/views.ts';
import { evidence } from '../../analysis/history.ts';
import type { Block, Cell, Section } from '../block.ts';
import type { Speaker } from '../words.ts';

export function ratingsSection(analysis: Analysis, s: Speaker): Section {
  const t = s.t.evaluation;
  const { raters, views } = analysis.evaluation;
  const others = analysis.evaluation.ratings.filter(({ subject }) => subject.kind !== 'objective');
  if (analysis.edition) return ownSection(analysis, others, s);
  return {
    id: 'ratings',
    title: t.title,
    intro: t.intro,
    blocks: [
      ...(analysis.names.objectives.length > 0
        ? [objectiveTable(analysis, analysis.names.objectives, s)]
        : []),
      ...(others.length > 0 ? [otherTable(others, s)] : []),
      ...(raters.length > 0 ? [raterTable(analysis, s)] : []),
      ...(views.length > 0 ? [viewTable(analysis, s)] : []),
      ...conflictBlocks(analysis, s),
    ],
  };
}

/** Objectives of which nothing is the organisation's own are left out, and no silence is praised. */
function ownSection(analysis: Analysis, others: readonly SubjectRatings[], s: Speaker): Section {
  const t = s.t.audience.own.ratings;
  const { ratings, measured, views, conflicts } = analysis.evaluation;
  const objectives = analysis.names.objectives.filter(
    ({ id }) =>
      measured.some(({ objective }) => objective === id) ||
      ratings.some(({ subject }) => subject.kind === 'objective' && subject.id === id),
  );
  return {
    id: 'ratings',
    title: s.t.evaluation.title,
    intro: s.t.evaluation.intro,
    blocks: [
      { type: 'note', text: objectives.length + others.length > 0 ? t.note : t.none },
      ...(objectives.length > 0 ? [objectiveTable(analysis, objectives, s)] : []),
      ...(others.length > 0 ? [otherTable(others, s)] : []),
      ...(views.length > 0 ? [viewTable(analysis, s)] : []),
      ...(conflicts.length > 0 ? conflictBlocks(analysis, s) : []),
    ],
  };
}

function objectiveTable(
  { evaluation, edition }: Analysis,
  objectives: Analysis['names']['objectives'],
  s: Speaker,
): Block {
  const t = s.t.evaluation;
  const rated = new Map(
    evaluation.ratings.map((row) => [`${row.subject.kind} ${row.subject.id}`, row]),
  );
  const measured = new Map(evaluation.measured.map((row) => [row.objective, row]));
  // In an organisation's version it may have been rated without a word of whom.
  const ratedOf = (row: SubjectRatings | undefined): Cell =>
    edition && !row ? { text: s.t.none } : ratedCell(row, s);
  const titles = [t.objective, t.capability, t.rated, t.draft, t.measured];
  return {
    type: 'table',
    caption: t.objectives,
    columns: titles.map((title) => ({ title })),
    rows: objectives.map((objective) => [
      { text: s.text(objective.name) },
      { text: s.t.capabilities[objective.capability] },
      ratedOf(rated.get(`objective ${objective.id}`)),
      ...measuredCells(measured.get(objective.id), s),
    ]),
  };
}

function ratedCell(row: SubjectRatings | undefined, s: Speaker): Cell {
  const t = s.t.evaluation;
  if (!row) return { text: t.unrated };
  // A rater's own earlier word stays visible: it is part of how the judgement came about.
  const lines = row.ratings.map((one) =>
    row.latest.includes(one) ? ratedText(one, s) : `${ratedText(one, s)}, ${t.before}`,
  );
  const [first = '', ...rest] = lines;
  return {
    text: first,
    ...(rest.length > 0 && { lines: rest }),
    evidence: evidence(...row.ratings.map((one) => one.evidence)),
  };
}

function ratedText({ rating, by, at }: Rated, s: Speaker): string {
  return s.t.evaluation.rating(s.t.ratings[rating], by, s.time(at));
}

function measuredCells(row: Measured | undefined, s: Speaker): readonly Cell[] {
  const t = s.t.evaluation;
  const arose = row && row.good + row.partial + row.bad + row.unknown > 0;
  if (!arose) return [{ text: t.noDraft }, { text: s.t.none }];
  const [good, partial, bad, unknown] = [row.good, row.partial, row.bad, row.unknown].map(String);
  return [
    { text: row.draft ? s.t.ratings[row.draft] : t.noDraft },
    {
      text: t.counts(good ?? '', partial ?? '', bad ?? '', unknown ?? ''),
      evidence: evidence(row.evidence),
    },
  ];
}

function otherTable(rows: readonly SubjectRatings[], s: Speaker): Block {
  const t = s.t.evaluation;
  return {
    type: 'table',
    caption: t.others,
    columns: [{ title: t.subject }, { title: t.rated }],
    rows: rows.map((row) => [{ text: subjectText(row.subject, s) }, ratedCell(row, s)]),
  };
}

const NAMED = {
  objective: 'objectives',
  task: 'tasks',
  decision: 'decisions',
  role: 'roles',
} as const;

export function subjectText({ kind, id }: RatedThing, s: Speaker): string {
  return `${s.t.evaluation.kinds[kind]} ${s.t.quote(s.name(NAMED[kind], id))}`;
}

function raterTable({ evaluation }: Analysis, s: Speaker): Block {
  const t = s.t.evaluation;
  const titles = [t.pair, t.common, t.alike, t.kappa];
  return {
    type: 'table',
    caption: t.raters,
    columns: titles.map((title, i) => ({ title, figure: i > 0 })),
    rows: evaluation.raters.map(({ raters, common, alike, kappa }) => [
      { text: s.list(raters) },
      { text: String(common), figure: true },
      { text: s.t.of(String(alike), String(common)), figure: true },
      { text: kappa === undefined ? t.tooFew : s.number(kappa, 2), figure: true },
    ]),
  };
}

function viewTable({ evaluation }: Analysis, s: Speaker): Block {
  const t = s.t.evaluation;
  const titles = [t.role, t.said, t.words, t.tasks, t.expected];
  return {
    type: 'table',
    caption: t.views,
    columns: titles.map((title) => ({ title })),
    rows: evaluation.views.map((view) => viewRow(view, s)),
  };
}

function viewRow({ role, answers, words, tasks, expected }: RoleView, s: Speaker): readonly Cell[] {
  const t = s.t.evaluation;
  const done = (count: RoleView['tasks']): string =>
    t.done(String(count.inTime), String(count.late), String(count.not), String(count.outside));
  return [
    { text: s.name('roles', role) },
    {
      text: answers.length === 0 ? s.t.none : '',
      lines: answers.map(({ question, text }) => `${s.name('questions', question)} ${text}`),
      evidence: evidence(...answers.map((answer) => answer.evidence)),
    },
    {
      text: words.length === 0 ? s.t.none : '',
      lines: words.map((word) => wordText(word, s)),
      evidence: evidence(...words.map((word) => word.evidence)),
    },
    { text: done(tasks) },
    { text: done(expected) },
  ];
}

function wordText({ kind, about, text }: Word, s: Speaker): string {
  const t = s.t.evaluation;
  return `${kind === 'contest' ? t.contest : t.report} (${aboutText(about, s)}): ${text}`;
}

function conflictBlocks({ evaluation: { conflicts } }: Analysis, s: Speaker): readonly Block[] {
  const t = s.t.evaluation;
  if (conflicts.length === 0) {
    return [
      { type: 'heading', text: t.conflicts },
      { type: 'para', text: t.noConflicts },
    ];
  }
  return [
    {
      type: 'table',
      caption: t.conflicts,
      columns: [{ title: t.between }, { title: t.subject }, { title: t.saying }],
      rows: conflicts.map((conflict) => conflictRow(conflict, s)),
    },
  ];
}

function conflictRow(conflict: Conflict, s: Speaker): readonly Cell[] {
  const t = s.t.evaluation;
  const { evidence: seqs } = conflict;
  const said = (source: string, words: string): string => t.sourceSays(source, words);
  switch (conflict.type) {
    case 'raters':
      return [
        { text: t.types.raters },
        { text: subjectText(conflict.subject, s) },
        {
          text: '',
          lines: conflict.said.map(({ by, rating }) => said(by, s.t.ratings[rating])),
          evidence: seqs,
        },
      ];
    case 'measured':
      return [
        { text: t.types.measured },
        { text: subjectText(conflict.subject, s) },
        {
          text: '',
          lines: [
            said(conflict.by, s.t.ratings[conflict.rating]),
            said(t.draft, s.t.ratings[conflict.draft]),
          ],
          evidence: seqs,
        },
      ];
    case 'contest':
    case 'outside': {
      const { word, outcome } = conflict;
      return [
        { text: t.types[conflict.type] },
        { text: aboutText(word.about, s) },
        {
          text: '',
          lines: [
            said(s.name('roles', word.role), word.text),
            said(t.record, outcome ? t.outcomes[outcome] : t.nothing),
          ],
          evidence: seqs,
        },
      ];
    }
    default:
      return conflict satisfies never;
  }
}

/** What an observation or a role's word is about. */
export function aboutText(about: About | undefined, s: Speaker): string {
  const { task, decision, inject, message, role, objective, publication } = about ?? {};
  const words = [
    task !== undefined && s.name('tasks', task),
    decision !== undefined && s.name('decisions', decision),
    inject !== undefined && s.item(inject),
    message !== undefined && s.item(message),
    publication !== undefined && s.item(publication),
    role !== undefined && s.name('roles', role),
    objective !== undefined && s.name('objectives', objective),
  ].filter((word) => word !== false);
  return words.length === 0 ? s.t.none : words.join('; ');
}
