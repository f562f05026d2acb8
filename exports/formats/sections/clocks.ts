/** The statutory clocks: a table, short for the summary and whole for its own section. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { ClockResult } from '../../analysis/clocks.ts';
import type { Block, Cell, Section } from '../block.ts';
import type { Speaker } from '../words.ts';

export function clocksSection(analysis: Analysis, s: Speaker): Section {
  const t = s.t.clocks;
  const blocks: readonly Block[] =
    analysis.clocks.length === 0
      ? [{ type: 'note', text: t.none }]
      : [clockTable(analysis, s, 'whole')];
  return { id: 'clocks', title: s.t.sections.clocks, intro: t.intro, blocks };
}

export function clockTable(analysis: Analysis, s: Speaker, form: 'short' | 'whole'): Block {
  const t = s.t.clocks;
  const clocks = analysis.clocks.filter((clock) => form === 'whole' || isPressing(clock));
  const times = [t.should, t.started, t.lag, t.deadline, t.submitted, t.margin];
  const shown = form === 'whole' ? times : [t.deadline, t.submitted, t.margin];
  return {
    type: 'table',
    caption: t.caption,
    quiet: true,
    columns: [
      { title: t.clock },
      { title: t.organisation },
      ...shown.map((title) => ({ title, figure: true })),
      { title: t.status },
    ],
    rows: clocks.map((clock) => [
      nameCell(analysis, clock, s, form),
      { text: s.name('organisations', clock.organisation) },
      ...timeCells(clock, s, form),
      {
        text: t.statuses[clock.status],
        ...(form === 'whole' && { evidence: clock.evidence }),
      },
    ]),
  };
}

/** The summary leaves out clocks that could not be missed, or never came up. */
export function isPressing({ deadline, status }: ClockResult): boolean {
  return deadline !== undefined || (status !== 'met' && status !== 'dormant');
}

function nameCell(
  { names }: Analysis,
  clock: ClockResult,
  s: Speaker,
  form: 'short' | 'whole',
): Cell {
  const row = names.clocks.find((c) => c.id === clock.clock);
  const text = s.name('clocks', clock.clock);
  if (form === 'short' || !row) return { text };
  const { sure } = s.t.clocks;
  const known = row.confidence in sure ? sure[row.confidence as keyof typeof sure] : row.confidence;
  return { text, sub: s.t.clocks.source(row.source, known) };
}

function timeCells(clock: ClockResult, s: Speaker, form: 'short' | 'whole'): readonly Cell[] {
  const cell = (text: string | undefined): Cell => ({ text: text ?? s.t.none, figure: true });
  const time = (at: number | undefined): Cell => cell(at === undefined ? undefined : s.time(at));
  const lag = clock.lag === undefined ? undefined : s.length(clock.lag);
  const margin = clock.margin === undefined ? undefined : s.number(clock.margin, 3);
  const left =
    clock.deadline !== undefined && clock.submittedAt !== undefined
      ? s.length(clock.deadline - clock.submittedAt)
      : undefined;
  const end = [
    time(clock.deadline),
    time(clock.submittedAt),
    { ...cell(margin), ...(left !== undefined && { sub: left }) },
  ];
  return form === 'short' ? end : [time(clock.shouldAt), time(clock.startedAt), cell(lag), ...end];
}
