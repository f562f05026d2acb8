/**
 * The analysis as tables for a spreadsheet, one file each, RFC 4180, with formulas made harmless.
 * Knows: the columns. Does not know: byte-order marks and where files go (the caller does).
 */
import type { Lang } from '../../engine/scenario/text.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { Answer } from '../analysis/asking.ts';
import { tell } from '../telling.ts';
import { speak } from './saying.ts';
import { readingOf } from './sections/beliefs.ts';
import { expected } from './sections/obligations.ts';
import { hopsTable, statementsTable } from './tables/passing.ts';
import { loadTable, serviceTable } from './tables/services.ts';
import { decisionTables } from './tables/decisions.ts';
import { informationTables } from './tables/information.ts';
import { type Row, refs, seconds, sheet } from './tables/sheet.ts';
import { type Speaker, speaker } from './words.ts';

export function renderCsv(analysis: Analysis, lang: Lang): Readonly<Record<string, string>> {
  const s = speaker(analysis, lang);
  return {
    'timeline.csv': timeline(analysis, s),
    'responsibility.csv': responsibility(analysis, s),
    'tasks.csv': tasks(analysis, s),
    'beliefs.csv': beliefs(analysis, s),
    'comparison.csv': comparison(analysis, s),
    ...decisionTables(analysis, s),
    'obligations.csv': obligations(analysis, s),
    'hops.csv': hopsTable(analysis, s),
    'statements.csv': statementsTable(analysis, s),
    'services.csv': sheet(s, ...serviceTable(analysis, s)),
    'load.csv': sheet(s, ...loadTable(analysis, s)),
    ...informationTables(analysis, s),
    'findings.csv': findings(analysis, s),
  };
}

function timeline(analysis: Analysis, s: Speaker): string {
  const c = s.t.csv;
  return sheet(
    s,
    [c.seq, c.at, c.seconds, c.story, c.type, c.roleId, c.role, c.what, c.key],
    analysis.timeline.map((row) => [
      row.seq,
      s.instant(row.at),
      seconds(row.at),
      s.story(row.at),
      row.event.type,
      row.lanes.join(' '),
      row.lanes.map((id) => s.name('roles', id)).join('; '),
      tell(row.event, s),
      row.key,
    ]),
  );
}

function responsibility(analysis: Analysis, s: Speaker): string {
  const c = s.t.csv;
  const organisations = new Map(analysis.names.roles.map((row) => [row.id, row.organisation]));
  return sheet(
    s,
    [
      c.taskId,
      c.task,
      c.roleId,
      c.role,
      c.organisation,
      c.planned,
      c.observed,
      c.drift,
      c.evidence,
    ],
    analysis.responsibility.tasks.flatMap((task) =>
      task.cells.map((cell) => [
        task.task,
        s.name('tasks', task.task),
        cell.role,
        s.name('roles', cell.role),
        s.name('organisations', organisations.get(cell.role) ?? ''),
        cell.planned.join(' '),
        !task.run ? s.t.matrix.notArisen : cell.observed === '-' ? s.t.none : cell.observed,
        cell.drift,
        refs(cell.deeds.flatMap((deed) => deed.evidence)),
      ]),
    ),
  );
}

function tasks(analysis: Analysis, s: Speaker): string {
  const c = s.t.csv;
  const times = [c.arose, c.due, c.done, c.vacuum, c.contention, c.single];
  return sheet(
    s,
    [c.taskId, c.task, ...times, c.jaccard, c.gap, c.evidence],
    analysis.responsibility.tasks.map(({ task, run }) => [
      task,
      s.name('tasks', task),
      seconds(run?.startedAt),
      seconds(run?.due),
      seconds(run?.done?.at),
      seconds(run?.holding.vacuum),
      seconds(run?.holding.contention),
      seconds(run?.holding.single),
      run?.jaccard === undefined ? undefined : s.number(run.jaccard, 3),
      run?.gap,
      refs(run?.evidence ?? []),
    ]),
  );
}

/** Every poll and probe with every role that was asked, answered or not. */
function beliefs({ beliefs: found, names }: Analysis, s: Speaker): string {
  const c = s.t.csv;
  const houses = new Map(names.roles.map((row) => [row.id, row.organisation]));
  const answered = (
    question: string,
    kind: string,
    task: string,
    askedAt: Ms,
    row: Answer,
  ): Row => [
    kind,
    question,
    task,
    s.asked(question),
    seconds(askedAt),
    row.role,
    s.name('roles', row.role),
    s.name('organisations', houses.get(row.role) ?? ''),
    row.answer === undefined ? undefined : s.answer(question, row.answer),
    seconds(row.at),
  ];
  const polls = found.polls.flatMap((poll) =>
    poll.beliefs.map((b) => [
      ...answered(poll.poll, 'poll', poll.task, poll.askedAt, b),
      b.answer === undefined ? undefined : b.holders.join(' '),
      undefined,
      b.bot,
      refs(b.evidence),
    ]),
  );
  const probes = found.probes.probes.flatMap((probe) =>
    probe.answers.map((row) => [
      ...answered(probe.probe, 'probe', '', probe.askedAt, row),
      undefined,
      probe.truth === undefined || row.answer === undefined
        ? undefined
        : row.answer === probe.truth,
      row.bot,
      refs(row.evidence),
    ]),
  );
  const head = [c.kind, c.questionId, c.taskId, c.question, c.asked, c.roleId, c.role];
  const rest = [c.organisation, c.answer, c.answered, c.held, c.right, c.bot, c.evidence];
  return sheet(s, [...head, ...rest], [...polls, ...probes]);
}

function comparison({ beliefs: found }: Analysis, s: Speaker): string {
  const c = s.t.csv;
  const three = [c.planned, c.perceived, c.observed, c.others, c.self];
  return sheet(
    s,
    [c.taskId, c.task, c.roleId, c.role, ...three, c.class, c.reading, c.evidence],
    found.comparison.map((row) => [
      row.task,
      s.name('tasks', row.task),
      row.role,
      s.name('roles', row.role),
      row.planned,
      row.named,
      row.observed,
      row.others,
      row.self,
      row.class,
      readingOf(row, s),
      refs(row.evidence),
    ]),
  );
}

function obligations(analysis: Analysis, s: Speaker): string {
  const c = s.t.csv;
  return sheet(
    s,
    [
      c.obligationId,
      c.roleId,
      c.role,
      c.expected,
      c.inject,
      c.due,
      c.ended,
      c.status,
      c.lateBy,
      c.evidence,
    ],
    analysis.obligations.rows.map((row) => [
      row.obligation,
      row.role,
      s.name('roles', row.role),
      expected(row, s),
      s.item(row.inject),
      seconds(row.due),
      row.status === 'lapsed' ? undefined : seconds(row.endedAt),
      s.t.obligations.statuses[row.status],
      seconds(row.lateBy),
      refs(row.evidence),
    ]),
  );
}

function findings({ findings: { findings: found, strengths } }: Analysis, s: Speaker): string {
  const c = s.t.csv;
  const words = [c.title, c.what, c.planSaid, c.question, c.doubts, c.element];
  return sheet(
    s,
    [c.id, c.code, c.severity, c.confidence, c.roleId, ...words, c.evidence],
    [...found, ...strengths].map((finding) => {
      const spoken = speak(finding, s);
      return [
        finding.id,
        finding.code,
        finding.id.startsWith('S') ? s.t.strength : s.t.severity[finding.severity],
        s.t.confidence[finding.confidence],
        finding.roles.join(' '),
        spoken.title,
        spoken.happened,
        spoken.planned,
        spoken.question,
        spoken.doubts.join(' '),
        spoken.element,
        refs(finding.evidence),
      ];
    }),
  );
}
