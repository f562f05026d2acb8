/** What the roles believed about the situation: answers, how many were right, what changed. */
import { UNSURE } from '../../../engine/plan/plan.ts';
import { evidence } from '../../analysis/history.ts';
import type { BeliefChange, Counts, ProbeResult, ProbeResults } from '../../analysis/probes.ts';
import type { Block, Cell, Line } from '../block.ts';
import type { Speaker } from '../words.ts';

export function probeBlocks({ probes, changes }: ProbeResults, s: Speaker): readonly Block[] {
  const t = s.t.beliefs;
  if (probes.length === 0) return [];
  const houses = probes.some((probe) => probe.organisations.length > 1);
  return [
    { type: 'heading', text: t.probes },
    summaryTable(probes, s),
    optionTable(probes, s),
    ...(houses ? [houseTable(probes, s)] : []),
    ...(changes.length === 0
      ? []
      : ([
          { type: 'heading', text: t.changes },
          { type: 'list', items: changes.map((change) => changeLine(change, probes, s)) },
        ] as const)),
    { type: 'note', text: t.probeNote },
  ];
}

function questionCell({ probe, askedAt, cause }: ProbeResult, s: Speaker): Cell {
  const when = s.t.beliefs[cause === 'control' ? 'byHand' : 'at'](s.time(askedAt));
  return { text: s.name('asked', probe), sub: when };
}

function figures(counts: Counts, s: Speaker): readonly Cell[] {
  const { right, answered } = counts;
  const none: Cell = { text: s.t.none, figure: true };
  const share = right === undefined || answered === 0 ? {} : { sub: s.share(right / answered) };
  const text = right === undefined ? s.t.beliefs.noTruth : s.t.of(String(right), String(answered));
  return [
    answered === 0 ? none : { text, ...share, figure: true },
    answered === 0 ? none : { text: s.t.of(String(counts.unsure), String(answered)), figure: true },
    { text: s.t.of(String(counts.asked - answered), String(counts.asked)), figure: true },
  ];
}

function summaryTable(probes: readonly ProbeResult[], s: Speaker): Block {
  const t = s.t.beliefs;
  return {
    type: 'table',
    caption: t.probes,
    quiet: true,
    columns: [{ title: t.probe }, ...figureColumns(s)],
    rows: probes.map((probe) => [
      { ...questionCell(probe, s), evidence: probe.evidence.slice(0, 1) },
      ...figures(probe, s),
    ]),
  };
}

function figureColumns(s: Speaker): readonly { readonly title: string; readonly figure: true }[] {
  const t = s.t.beliefs;
  return [t.right, t.unsure, t.silent].map((title) => ({ title, figure: true }));
}

/** Options nobody chose are shown; that nobody was unsure is not worth a row. */
function optionTable(probes: readonly ProbeResult[], s: Speaker): Block {
  const t = s.t.beliefs;
  return {
    type: 'table',
    caption: t.options,
    columns: [
      { title: t.probe },
      { title: t.option },
      { title: t.count, figure: true },
      { title: t.roles },
    ],
    rows: probes.flatMap((probe) =>
      probe.options
        .filter(({ option, roles }) => option !== UNSURE || roles.length > 0)
        .map(({ option, roles }) => [
          questionCell(probe, s),
          {
            text: s.answer(probe.probe, option),
            ...(option === probe.truth && { sub: `✓ ${t.isTrue}` }),
          },
          { text: String(roles.length), figure: true },
          rolesCell(probe, option, s),
        ]),
    ),
  };
}

function rolesCell({ answers }: ProbeResult, option: string, s: Speaker): Cell {
  const given = answers.filter((row) => row.answer === option);
  const name = (row: (typeof given)[number]): string =>
    row.bot ? s.t.beliefs.bot(s.name('roles', row.role)) : s.name('roles', row.role);
  return {
    text: given.length === 0 ? s.t.none : s.list(given.map(name)),
    evidence: evidence(...given.map((row) => row.evidence)),
  };
}

function houseTable(probes: readonly ProbeResult[], s: Speaker): Block {
  const t = s.t.beliefs;
  return {
    type: 'table',
    caption: t.organisations,
    columns: [{ title: t.probe }, { title: t.organisation }, ...figureColumns(s)],
    rows: probes.flatMap((probe) =>
      probe.organisations.map((row) => [
        questionCell(probe, s),
        { text: s.name('organisations', row.organisation) },
        ...figures(row, s),
      ]),
    ),
  };
}

function changeLine(change: BeliefChange, probes: readonly ProbeResult[], s: Speaker): Line {
  const t = s.t.beliefs;
  const when = (id: string): string =>
    s.time(probes.find((probe) => probe.probe === id)?.askedAt ?? 0);
  const part = s.t.of(String(change.changed.length), String(change.roles));
  const moved = t.change(when(change.from), when(change.to), part);
  const { righted, lost } = change;
  const judged =
    righted === undefined || lost === undefined
      ? ''
      : ` ${t.judged(String(righted), String(lost))}`;
  return {
    lead: s.name('asked', change.to),
    text: `${moved}${judged}`,
    evidence: change.evidence,
  };
}
