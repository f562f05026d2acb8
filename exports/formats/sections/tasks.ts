/** A card for each task: plan, course, who held it, who was heard, who was told. */
import type { Analysis } from '../../analysis/analysis.ts';
import { type Evidence, evidence, groupBy } from '../../analysis/history.ts';
import type { TaskResult, TaskRun } from '../../analysis/responsibility.ts';
import { pollBadges, taskBadges } from '../badges.ts';
import type { Block, Card, Line, Section } from '../block.ts';
import type { Speaker } from '../words.ts';
import { agreedText } from './beliefs.ts';

type Row = Line & { readonly lead: string };

export function tasksSection(analysis: Analysis, s: Speaker): Section {
  const t = s.t.tasks;
  const { tasks } = analysis.responsibility;
  const title = s.t.sections.tasks;
  if (tasks.length === 0) {
    return { id: 'tasks', title, blocks: [{ type: 'note', text: s.t.missing['no-tasks'] }] };
  }
  const dormant = tasks.filter((task) => !task.run);
  const cards = tasks.flatMap((task) => (task.run ? [cardOf(analysis, task, task.run, s)] : []));
  return {
    id: 'tasks',
    title,
    blocks: [
      { type: 'cards', cards },
      ...handoverBlocks(analysis, s),
      dormant.length === 0
        ? { type: 'para', text: t.allArose }
        : {
            type: 'pairs',
            rows: [{ lead: t.unarisen, text: s.list(dormant.map((d) => s.name('tasks', d.task))) }],
          },
    ],
  };
}

function cardOf(analysis: Analysis, task: TaskResult, run: TaskRun, s: Speaker): Card {
  const t = s.t.tasks;
  const { vacuum, single, contention, whole } = run.holding;
  const rows: readonly Row[] = [
    { lead: t.planned, text: plannedLine(task, s) },
    ...perceivedRows(analysis, task, s),
    ...observedRows(task, s),
    courseRow(run, s),
    {
      lead: t.holding,
      text: t.sum(s.length(vacuum), s.length(single), s.length(contention), s.length(whole)),
    },
    ...heardRows(run, s),
  ];
  const badges = taskBadges(task, s);
  return {
    id: `task-${task.task}`,
    title: s.name('tasks', task.task),
    badges,
    ordinary: badges.every(({ tone }) => tone === 'good' || tone === 'calm'),
    blocks: [{ type: 'pairs', rows }, spellTable(run, s)],
  };
}

function plannedLine({ cells }: TaskResult, s: Speaker): string {
  const parts = (['A', 'R', 'S', 'C', 'I'] as const).flatMap((letter) => {
    const roles = cells.filter((cell) => cell.planned.includes(letter)).map((cell) => cell.role);
    return roles.length === 0 ? [] : [`${letter} ${s.t.letters[letter]}: ${s.roles(roles)}`];
  });
  return parts.join(' · ');
}

/** A line a poll: the section on perceived responsibility has the rest. */
function perceivedRows({ beliefs }: Analysis, { task }: TaskResult, s: Speaker): readonly Row[] {
  return beliefs.polls
    .filter((poll) => poll.task === task)
    .map((poll) => {
      const marks = pollBadges(poll, s).map(({ shape, label }) => `${shape} ${label}`);
      const said = agreedText(poll, s);
      return {
        lead: s.t.tasks.perceived,
        text: `${s.time(poll.askedAt)}: ${[said, ...marks].filter((part) => part !== '').join(' · ')}`,
        evidence: poll.evidence.slice(0, 1),
      };
    });
}

/** Those who were heard or told as planned have rows of their own further down. */
function observedRows({ cells }: TaskResult, s: Speaker): readonly Row[] {
  return cells
    .filter(({ deeds, observed, planned }) => {
      const told = (observed === 'C' || observed === 'I') && planned.includes(observed);
      return deeds.length > 0 && !told;
    })
    .map((cell) => {
      const deeds = cell.deeds.map((deed) => {
        const where = deed.outside ? ` (${s.t.prompting.elsewhere})` : '';
        return `${s.t.tasks.deeds[deed.did]} ${s.time(deed.at)}${where}`;
      });
      const drift = cell.drift ? ` (▲ ${s.t.matrix.drift})` : '';
      return {
        lead: s.t.tasks.observed,
        text: `${cell.observed} ${s.name('roles', cell.role)}${drift}: ${deeds.join(', ')}`,
        evidence: evidence(...cell.deeds.map((deed) => deed.evidence)),
      };
    });
}

function courseRow(run: TaskRun, s: Speaker): Row {
  const t = s.t.tasks;
  const arose = t.arose(s.time(run.startedAt), s.time(run.due));
  const done = run.done ? t.done(s.time(run.done.at), s.name('roles', run.done.role)) : t.undone;
  return { lead: t.life, text: `${arose}; ${done}`, evidence: run.evidence };
}

function heardRows(run: TaskRun, s: Speaker): readonly Row[] {
  const t = s.t.tasks;
  const untold = run.done ? [] : [{ lead: t.informed, text: t.noOutcome }];
  const prompted =
    run.prompts.length === 0
      ? []
      : [{ lead: t.prompted, text: t.promptedNote, evidence: run.prompts }];
  return [
    ...byResult(t.consulted, run.consulting, t.consulting, s),
    ...byResult(t.informed, run.informing, t.informing, s),
    ...untold,
    ...prompted,
  ];
}

type Outcome<R extends string> = {
  readonly role: string;
  readonly result: R;
  readonly lateBy?: number;
  readonly evidence: Evidence;
};

/** One row a result, with all the roles that had it. */
function byResult<R extends string>(
  lead: string,
  outcomes: readonly Outcome<R>[],
  words: Readonly<Record<R, string>>,
  s: Speaker,
): readonly Row[] {
  return [...groupBy(outcomes, (row) => row.result)].map(([result, rows]) => {
    const names = rows.map(({ role, lateBy }) => {
      const by = lateBy === undefined ? '' : ` (+${s.length(lateBy)})`;
      return `${s.name('roles', role)}${by}`;
    });
    return {
      lead,
      text: `${words[result]}: ${s.list(names)}`,
      evidence: evidence(...rows.map((row) => row.evidence)),
    };
  });
}

function spellTable(run: TaskRun, s: Speaker): Block {
  const t = s.t.tasks;
  return {
    type: 'table',
    caption: t.spells,
    columns: [
      { title: t.from, figure: true },
      { title: t.to, figure: true },
      { title: t.lasted, figure: true },
      { title: t.holders },
    ],
    rows: run.holding.spells.map((spell) => [
      { text: s.time(spell.from), figure: true },
      { text: s.time(spell.to), figure: true },
      { text: s.length(spell.to - spell.from), figure: true },
      {
        text:
          spell.holders.length === 0
            ? t.state.vacuum
            : spell.holders.map((h) => `${s.name('roles', h.role)} (${s.t.as[h.as]})`).join(', '),
        ...(spell.state === 'contention' && { sub: t.state.contention }),
        evidence: spell.evidence,
      },
    ]),
  };
}

function handoverBlocks({ handovers }: Analysis, s: Speaker): readonly Block[] {
  const t = s.t.tasks.handover;
  if (handovers.offers.length === 0) return [];
  const titles = [t.task, t.from, t.to, t.offered, t.answer];
  return [
    { type: 'heading', text: s.t.tasks.handovers },
    {
      type: 'table',
      caption: s.t.tasks.handovers,
      quiet: true,
      columns: titles.map((title) => ({ title })),
      rows: handovers.offers.map((offer) => [
        { text: s.name('tasks', offer.task) },
        { text: s.name('roles', offer.from) },
        { text: s.name('roles', offer.to) },
        { text: s.time(offer.offeredAt), figure: true },
        {
          text: t[offer.result],
          ...(offer.answeredAt !== undefined && { sub: s.time(offer.answeredAt) }),
          evidence: offer.evidence,
        },
      ]),
    },
  ];
}
