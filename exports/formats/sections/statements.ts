/** What was said in public: topics by sender, what did not agree, and the rumours that ran. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { Contradiction } from '../../analysis/contradictions.ts';
import type { Rumour } from '../../analysis/fidelity/rumours.ts';
import { evidence } from '../../analysis/history.ts';
import type { Statements } from '../../analysis/statements.ts';
import type { Block, Cell, Section } from '../block.ts';
import type { Speaker } from '../words.ts';
import { factNames } from './passing.ts';

export function statementsSection(
  { statements, fidelity, edition }: Analysis,
  s: Speaker,
): Section {
  const t = s.t.passing.statements;
  const { rumours, correction } = fidelity;
  const own = [
    ...(edition ? ownBlocks(statements, s) : saidBlocks(statements, s)),
    ...rumourBlocks(rumours, correction, s),
  ];
  return {
    id: 'statements',
    title: t.title,
    ...(own.length > 0 && { intro: t.intro }),
    blocks:
      own.length > 0
        ? own
        : [{ type: 'note', text: edition ? s.t.audience.own.statements.none : t.none }],
  };
}

function saidBlocks(statements: Statements, s: Speaker): readonly Block[] {
  const t = s.t.passing.statements;
  const { contradictions, topics } = statements;
  const [first] = statements.statements;
  const clashes: readonly Block[] =
    contradictions.length > 0 ? [contradictionTable(contradictions, s)] : [];
  if (!first) return clashes;
  const role = s.name('roles', first.role);
  return [
    { type: 'para', text: t.first(role, s.time(first.at)), evidence: first.evidence },
    topics.length > 0 ? topicTable(statements, s) : { type: 'note', text: t.noTopics },
    ...(contradictions.length > 0 ? clashes : [{ type: 'para', text: t.agree } as const]),
  ];
}

/** Nothing is said of who was first: that would need the others'. */
function ownBlocks(statements: Statements, s: Speaker): readonly Block[] {
  const t = s.t.audience.own.statements;
  const { contradictions, topics } = statements;
  if (statements.statements.length + contradictions.length === 0) return [];
  return [
    { type: 'note', text: t.note },
    topics.length > 0
      ? topicTable(statements, s)
      : { type: 'note', text: s.t.passing.statements.noTopics },
    contradictions.length > 0
      ? contradictionTable(contradictions, s)
      : { type: 'para', text: t.agree },
  ];
}

function topicTable({ topics, senders }: Statements, s: Speaker): Block {
  const t = s.t.passing.statements;
  return {
    type: 'table',
    layout: 'matrix',
    caption: t.grid,
    columns: [
      { title: t.topic },
      { title: t.waited, figure: true },
      ...senders.map((role) => ({ title: s.name('roles', role) })),
    ],
    rows: topics.map((topic) => [
      { text: s.name('facts', topic.fact) },
      {
        text: topic.waited === undefined ? s.t.none : s.length(topic.waited),
        sub: s.time(topic.firstAt),
        figure: true,
      },
      ...senders.map((role): Cell => {
        const own = topic.senders.find((row) => row.role === role);
        if (!own) return { text: '' };
        const sub = `${t.times(String(own.statements))}${own.wrong ? `, ${t.wrong}` : ''}`;
        return { text: s.time(own.firstAt), sub, evidence: own.evidence };
      }),
    ]),
  };
}

function contradictionTable(rows: readonly Contradiction[], s: Speaker): Block {
  const t = s.t.passing.statements;
  return {
    type: 'table',
    caption: t.contradictions,
    columns: [
      { title: t.versions },
      { title: t.who },
      { title: t.from, figure: true },
      { title: t.until, figure: true },
    ],
    rows: rows.map((row) => [
      {
        text: factNames(
          row.versions.map(({ fact }) => fact),
          s,
        ),
        sub: row.open ? t.open : t.inside,
        // In an organisation's version, where others said it is left out.
        lines: row.versions.flatMap(({ fact, items }) => {
          const where = s.list(items.map(({ item }) => s.item(item)));
          return items.length === 0 ? [] : [`${factNames([fact], s)}: ${where}`];
        }),
      },
      { text: s.roles(row.roles) },
      { text: s.time(row.from), figure: true },
      {
        text: row.until === undefined ? t.standing : s.time(row.until),
        figure: true,
        evidence: row.evidence,
      },
    ]),
  };
}

function rumourBlocks(
  rumours: readonly Rumour[],
  correction: number | undefined,
  s: Speaker,
): readonly Block[] {
  const t = s.t.passing.statements;
  if (rumours.length === 0) return [];
  const titles = [t.rumour, t.source, t.passedOn, t.readers, t.public];
  return [
    { type: 'heading', text: t.rumours },
    ...(correction === undefined
      ? []
      : [{ type: 'para', text: t.correction(s.length(correction)) } as const]),
    {
      type: 'table',
      caption: t.rumours,
      quiet: true,
      columns: titles.map((title) => ({ title })),
      rows: rumours.map((row) => rumourCells(row, s)),
    },
  ];
}

function rumourCells(rumour: Rumour, s: Speaker): readonly Cell[] {
  const t = s.t.passing.statements;
  const { fact, original, sendings, readers, publicAt, publicRightAt } = rumour;
  const [first] = sendings;
  const spread = sendings.filter(({ kind }) => kind !== 'inject').flatMap(({ role }) => role ?? []);
  const righted = readers.filter(
    ({ readAt, rightAt = Infinity }) => rightAt !== Infinity && rightAt > readAt,
  );
  const knew = readers.filter(({ readAt, rightAt = Infinity }) => rightAt <= readAt).length;
  return [
    { text: s.name('facts', fact), sub: `${t.right}: ${s.name('facts', original)}` },
    {
      text: s.time(first?.at ?? 0),
      sub: first?.role === undefined ? t.outside : s.name('roles', first.role),
    },
    { text: spread.length === 0 ? t.nobody : s.roles([...new Set(spread)]) },
    {
      text: s.roles(readers.map(({ role }) => role)),
      lines: [
        ...(readers.length > knew
          ? [`${t.corrected}: ${s.t.of(String(righted.length), String(readers.length - knew))}`]
          : []),
        ...(knew > 0 ? [t.knew(String(knew))] : []),
      ],
      evidence: evidence(...readers.map((row) => row.evidence)),
    },
    publicCell(publicAt, publicRightAt, rumour, s),
  ];
}

function publicCell(
  at: number | undefined,
  right: number | undefined,
  row: Rumour,
  s: Speaker,
): Cell {
  const t = s.t.passing.statements;
  if (at === undefined) return { text: s.t.none, evidence: row.evidence };
  const sub = right === undefined ? t.publicOpen : t.publicRight(s.length(right - at));
  return { text: s.time(at), sub, evidence: row.evidence };
}
