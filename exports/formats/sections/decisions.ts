/** The decision register: how long, by whom, with what authority and on what information. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { DecisionResult, DecisionRun, Decisions } from '../../analysis/decisions/decisions.ts';
import type { Block, Cell, Section } from '../block.ts';
import type { Speaker } from '../words.ts';
import { cardsOf } from './decisioncards.ts';
import { courseBlocks, partsBlocks, survivalBlocks } from './latency.ts';

export function decisionsSection(analysis: Analysis, s: Speaker): Section {
  const t = s.t.decisions;
  const title = s.t.sections.decisions;
  const { decisions } = analysis.decisions;
  if (decisions.length === 0) {
    return { id: 'decisions', title, blocks: [{ type: 'note', text: t.none }] };
  }
  const cards = cardsOf(analysis, s);
  return {
    id: 'decisions',
    title,
    blocks: [
      ...latencyBlocks(analysis.decisions, s),
      registerTable(decisions, s),
      ...survivalBlocks(analysis.decisions.latency, s),
      ...courseBlocks(analysis.decisions, s),
      ...partsBlocks(analysis.decisions, s),
      ...handBlocks(analysis.decisions, s),
      ...(cards.length > 0
        ? ([
            { type: 'heading', text: t.cards },
            { type: 'cards', cards },
          ] as const)
        : []),
    ],
  };
}

function latencyBlocks(found: Decisions, s: Speaker): readonly Block[] {
  const t = s.t.decisions;
  const { waits, censored, median, lower, upper } = found.latency;
  if (waits === 0) return [];
  const counts = [String(waits), String(censored)] as const;
  const middle =
    lower === undefined
      ? ''
      : upper === undefined
        ? t.openQuartile(s.length(lower))
        : t.quartiles(s.length(lower), s.length(upper));
  const said = median === undefined ? t.noMedian(...counts) : t.median(s.length(median), ...counts);
  const sums = t.counts(String(found.made), String(found.defaults), String(found.reversed));
  return [
    { type: 'para', text: [said, middle, t.fast].filter((words) => words !== '').join(' ') },
    { type: 'para', text: sums },
  ];
}

function handBlocks({ atHand }: Decisions, s: Speaker): readonly Block[] {
  const t = s.t.decisions.hand;
  const { known, unopened, held, nowhere } = atHand;
  const total = known + unopened + held + nowhere;
  if (total === 0) return [];
  const rest = t.rest(String(unopened), String(held), String(nowhere));
  const all = t.all(String(known), String(total));
  return [
    { type: 'heading', text: t.heading },
    { type: 'para', text: known < total ? `${all} ${rest}` : all },
  ];
}

function registerTable(decisions: readonly DecisionResult[], s: Speaker): Block {
  const t = s.t.decisions;
  const times = [t.opened, t.noticed, t.made, t.latency, t.told];
  return {
    type: 'table',
    caption: t.caption,
    quiet: true,
    columns: [
      { title: t.question },
      ...times.map((title) => ({ title, figure: true })),
      { title: t.choice },
      { title: t.by },
    ],
    rows: decisions.map((row) => rowOf(row, s)),
  };
}

function rowOf({ decision, authority, origin, run }: DecisionResult, s: Speaker): readonly Cell[] {
  const t = s.t.decisions;
  const question: Cell = {
    text: s.name('decisions', decision),
    evidence: run?.evidence ?? [],
    ...(origin !== 'plan' && { sub: t.origin[origin] }),
  };
  const none: Cell = { text: s.t.none, figure: true };
  if (!run) return [question, { text: t.never }, none, none, none, none, none, none];
  const time = (at: number | undefined): Cell =>
    at === undefined ? none : { text: s.time(at), figure: true };
  const { made } = run;
  const entered = made?.enteredAt;
  const madeCell: Cell = made
    ? {
        ...time(made.at),
        ...(entered !== undefined && { sub: t.entered(s.time(entered)) }),
      }
    : { text: t.open, figure: true };
  return [
    question,
    { text: s.time(run.openedAt), figure: true },
    time(run.noticedAt),
    madeCell,
    {
      text: `${made && made.how !== 'default' ? '' : '> '}${s.length(run.waited)}`,
      figure: true,
      ...(run.late && { sub: t.late }),
    },
    time(made?.toldAt),
    made
      ? {
          text: s.option(decision, made.option),
          ...(made.reason && { sub: t.reason(made.reason) }),
        }
      : none,
    byCell(run, authority, s),
  ];
}

function byCell(run: DecisionRun, authority: readonly string[], s: Speaker): Cell {
  const t = s.t.decisions;
  const { made } = run;
  if (!made || made.role === undefined) {
    return { text: made ? t.how.default : s.roles(authority) };
  }
  const how = [t.mandate[made.mandate], t.how[made.how], made.outside ? t.outside : ''];
  return { text: s.name('roles', made.role), sub: how.filter((word) => word !== '').join(', ') };
}
