/** The decision register: latency, authority and what was at hand. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { DecisionResult, DecisionRun } from '../../analysis/decisions/decisions.ts';
import type { Block, Cell, Line, Section } from '../block.ts';
import type { Speaker } from '../words.ts';

export function decisionsSection(analysis: Analysis, s: Speaker): Section {
  const t = s.t.decisions;
  const title = s.t.sections.decisions;
  const { decisions, latency } = analysis.decisions;
  if (decisions.length === 0) {
    return { id: 'decisions', title, blocks: [{ type: 'note', text: t.none }] };
  }
  const counts = [String(latency.waits), String(latency.censored)] as const;
  const median =
    latency.median === undefined
      ? t.noMedian(...counts)
      : t.median(s.length(latency.median), ...counts);
  const known = decisions.flatMap((row) => (row.run ? atHandRows(row, row.run, s) : []));
  return {
    id: 'decisions',
    title,
    blocks: [
      ...(latency.waits > 0 ? [{ type: 'para', text: `${median} ${t.fast}` } as const] : []),
      registerTable(decisions, s),
      ...(known.length > 0
        ? ([
            { type: 'heading', text: t.atHand },
            { type: 'pairs', rows: known },
          ] as const)
        : []),
    ],
  };
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

function rowOf({ decision, authority, run }: DecisionResult, s: Speaker): readonly Cell[] {
  const t = s.t.decisions;
  const question: Cell = { text: s.name('decisions', decision), evidence: run?.evidence ?? [] };
  const none: Cell = { text: s.t.none, figure: true };
  if (!run) return [question, { text: t.never }, none, none, none, none, none, none];
  const time = (at: number | undefined): Cell =>
    at === undefined ? none : { text: s.time(at), figure: true };
  const { made } = run;
  return [
    question,
    { text: s.time(run.openedAt), figure: true },
    time(run.noticedAt),
    made ? time(made.at) : { text: t.open, figure: true },
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
  const how = [t.mandate[made.mandate], t.how[made.how]].filter((word) => word !== '');
  return { text: s.name('roles', made.role), sub: how.join(', ') };
}

function atHandRows(
  { decision }: DecisionResult,
  run: DecisionRun,
  s: Speaker,
): readonly (Line & { readonly lead: string })[] {
  const t = s.t.decisions;
  const lead = s.name('decisions', decision);
  const facts = run.atHand.map((fact) => {
    const held = fact.where === 'held' ? ` (${t.heldBy(s.roles(fact.heldBy))})` : '';
    const text = `${t.where[fact.where]}${held}: ${s.name('facts', fact.fact)}`;
    return { lead, text, evidence: fact.evidence };
  });
  const consulted = [true, false].flatMap((answered) => {
    const roles = run.consulted.filter((c) => c.answered === answered).map((c) => c.role);
    const say = answered ? t.heard : t.unheard;
    return roles.length === 0 ? [] : [{ lead, text: say(s.roles(roles)) }];
  });
  return [...facts, ...consulted];
}
