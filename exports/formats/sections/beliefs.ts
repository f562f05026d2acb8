/**
 * Perceived responsibility: what the roles believed when they were asked, beside plan and conduct.
 * Knows: polls. The probes have a file of their own.
 */
import { UNSURE } from '../../../engine/plan/plan.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import type { Belief, PollResult } from '../../analysis/beliefs.ts';
import type { Comparison } from '../../analysis/comparison.ts';
import { evidence, groupBy } from '../../analysis/history.ts';
import { pollBadges } from '../badges.ts';
import type { Block, Card, Cell, Line, Section } from '../block.ts';
import type { Speaker } from '../words.ts';
import { probeBlocks } from './probes.ts';
import { streamsBlock } from './streams.ts';

type Row = Line & { readonly lead: string };

export function beliefsSection(analysis: Analysis, s: Speaker): Section {
  const t = s.t.beliefs;
  const { beliefs, names } = analysis;
  const section = { id: 'beliefs', title: s.t.sections.beliefs };
  if (beliefs.polls.length + beliefs.probes.probes.length === 0) {
    const text = names.asked.length === 0 ? t.nobody : t.unasked;
    return { ...section, blocks: [{ type: 'note', text }] };
  }
  return {
    ...section,
    intro: t.intro,
    blocks: [
      ...(beliefs.polls.length > 0 ? pollBlocks(analysis, s) : []),
      ...probeBlocks(beliefs.probes, s),
    ],
  };
}

function pollBlocks({ beliefs }: Analysis, s: Speaker): readonly Block[] {
  const t = s.t.beliefs;
  const { polls, kappa, comparison } = beliefs;
  const counts = [String(kappa.polls), String(kappa.roles)] as const;
  const agreement =
    kappa.value === undefined
      ? t.noKappa(...counts)
      : // One decimal: a few answers bear no more.
        t.kappa(...counts, s.number(kappa.value, 1));
  return [
    pollTable(polls, s),
    ...(polls.length > 1 ? [{ type: 'para', text: agreement } as const] : []),
    ...streamsBlock(comparison, s),
    ...comparisonBlocks(comparison, s),
    { type: 'note', text: t.cue },
    { type: 'heading', text: t.details },
    { type: 'cards', cards: polls.map((poll) => pollCard(poll, s)) },
  ];
}

function pollTable(polls: readonly PollResult[], s: Speaker): Block {
  const t = s.t.beliefs;
  return {
    type: 'table',
    caption: t.polls,
    columns: [
      { title: t.task },
      { title: t.accountable },
      { title: t.holders },
      { title: t.modal },
      { title: t.agreement, figure: true },
      { title: t.marks },
    ],
    rows: polls.map((poll) => [
      { text: s.name('tasks', poll.task), sub: askedText(poll, s) },
      {
        text: s.roles(poll.accountable),
        ...(poll.responsible.length > 0 && { sub: t.responsible(s.roles(poll.responsible)) }),
      },
      { text: holdersText(poll, s) },
      modalCell(poll, s),
      agreementCell(poll, s),
      { text: '', badges: pollBadges(poll, s), evidence: poll.evidence.slice(0, 1) },
    ]),
  };
}

function askedText({ cause, askedAt }: PollResult, s: Speaker): string {
  return s.t.beliefs[cause === 'control' ? 'byHand' : 'at'](s.time(askedAt));
}

function holdersText({ state, holders }: PollResult, s: Speaker): string {
  return s.t.beliefs.state[state] || s.roles(holders);
}

const answerText = (answer: string, s: Speaker): string =>
  answer === UNSURE ? s.t.unsure : s.name('roles', answer);

function modalCell({ agreed }: PollResult, s: Speaker): Cell {
  if (!agreed) return { text: s.t.none };
  const text = s.list(agreed.modal.map((answer) => answerText(answer, s)));
  return { text, ...(agreed.modal.length > 1 && { sub: s.t.beliefs.tie }) };
}

function agreementCell({ agreed }: PollResult, s: Speaker): Cell {
  if (!agreed) return { text: s.t.none, figure: true };
  const text = s.t.of(String(agreed.count), String(agreed.answered));
  return { text, sub: s.share(agreed.share), figure: true };
}

/** `2 of 4 answered X (50%)`; empty where nobody answered. Ties are named. */
export function agreedText({ agreed }: PollResult, s: Speaker): string {
  if (!agreed) return '';
  const t = s.t.beliefs;
  const part = s.t.of(String(agreed.count), String(agreed.answered));
  const said = agreed.modal.map((answer) => s.t.quote(answerText(answer, s)));
  const tie = agreed.modal.length > 1 ? `; ${t.tie}` : '';
  return t.agreed(part, `${s.share(agreed.share)}${tie}`, s.list(said));
}

function pollCard(poll: PollResult, s: Speaker): Card {
  const t = s.t.beliefs;
  const plan = (['accountable', 'responsible'] as const)
    .filter((as) => poll[as].length > 0)
    .map((as) => `${s.t.as[as]}: ${s.roles(poll[as])}`);
  const agreed = agreedText(poll, s);
  const rows: readonly Row[] = [
    { lead: t.plan, text: plan.join(' · ') || s.t.none },
    { lead: t.holders, text: holdersText(poll, s), evidence: poll.evidence.slice(0, 1) },
    ...answerRows(poll, s),
    ...movedRows(poll, s),
    ...(agreed === '' ? [] : [{ lead: t.agreement, text: agreed }]),
    ...gapRows(poll, s),
    ...verdictRows(poll, s),
  ];
  return {
    id: `poll-${poll.poll}`,
    title: `${s.name('tasks', poll.task)}, ${askedText(poll, s)}`,
    badges: pollBadges(poll, s),
    blocks: [{ type: 'pairs', rows }],
  };
}

/** One row an answer, the commonest first. */
function answerRows({ beliefs }: PollResult, s: Speaker): readonly Row[] {
  const t = s.t.beliefs;
  const given = beliefs.filter((belief) => belief.answer !== undefined);
  const groups = [...groupBy(given, (belief) => belief.answer ?? UNSURE)];
  return groups
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([answer, said]) => ({
      lead: t.answer,
      text: t.said(answerText(answer, s), String(said.length), s.list(said.map((b) => who(b, s)))),
      evidence: evidence(...said.map((belief) => belief.evidence)),
    }));
}

function who({ role, answer, bot }: Belief, s: Speaker): string {
  const name = s.name('roles', role);
  const own = answer === role ? s.t.beliefs.itself(name) : name;
  return bot ? s.t.beliefs.bot(own) : own;
}

/** Where the task had changed hands between the question and the answer. */
function movedRows({ beliefs, holders, state }: PollResult, s: Speaker): readonly Row[] {
  const t = s.t.beliefs;
  const moved = beliefs.filter(
    (b) => b.at !== undefined && state === 'open' && b.holders.join(' ') !== holders.join(' '),
  );
  return moved.map((b) => ({
    lead: t.moved,
    text: t.movedText(s.name('roles', b.role), s.time(b.at ?? 0), s.roles(b.holders)),
    evidence: b.evidence,
  }));
}

function gapRows({ selfOther }: PollResult, s: Speaker): readonly Row[] {
  const t = s.t.beliefs;
  return selfOther.flatMap(({ role, gap, named, others }) =>
    gap === undefined
      ? []
      : [
          {
            lead: t.selfOther,
            text: t.gap[gap](s.name('roles', role), String(gap === 'self' ? others : named)),
          },
        ],
  );
}

function verdictRows(poll: PollResult, s: Speaker): readonly Row[] {
  const t = s.t.beliefs;
  const { orphan, phantom, unanswered } = poll;
  return [
    ...(orphan === 'no' ? [] : [{ lead: t.orphan, text: t.orphanText[orphan] }]),
    ...(phantom.length === 0 ? [] : [{ lead: t.phantom, text: t.phantomText(s.roles(phantom)) }]),
    ...(unanswered.length === 0 ? [] : [{ lead: t.unanswered, text: s.roles(unanswered) }]),
  ];
}

function comparisonBlocks(rows: readonly Comparison[], s: Speaker): readonly Block[] {
  const t = s.t.beliefs;
  const shown = rows.filter((row) => row.class !== 'none');
  const rest = rows.length - shown.length;
  if (shown.length === 0) return [];
  const titles = [t.task, t.role, t.planned, t.perceived, t.observed, t.reading];
  return [
    {
      type: 'table',
      caption: t.comparison,
      columns: titles.map((title) => ({ title })),
      rows: shown.map((row) => comparisonRow(row, s)),
    },
    ...(rest > 0 ? [{ type: 'para', text: t.rest(String(rest)) } as const] : []),
  ];
}

function comparisonRow(row: Comparison, s: Speaker): readonly Cell[] {
  const t = s.t.beliefs;
  const mark = (holds: boolean): string => (holds ? `✓ ${s.t.yes}` : `✗ ${s.t.no}`);
  const self = row.self === undefined ? t.self.silent : row.self ? t.self.yes : t.self.no;
  const part = s.t.of(String(row.named), String(row.others));
  return [
    { text: s.name('tasks', row.task) },
    { text: s.name('roles', row.role) },
    { text: mark(row.planned) },
    { text: `${row.perceived ? '✓' : '✗'} ${part}`, sub: self },
    { text: mark(row.observed) },
    { text: readingOf(row, s), evidence: row.evidence },
  ];
}

/** A role that saw the task as its own knew the plan, even if nobody else did. */
export function readingOf(row: Comparison, s: Speaker): string {
  const t = s.t.beliefs;
  return row.class === 'unknown' && row.self === true ? t.alone : t.classes[row.class];
}
