/**
 * Decisions with the points of their course, and each stop on their way, as sheets.
 * Knows: the columns. Does not know: how a sheet is written.
 */
import type { Analysis } from '../../analysis/analysis.ts';
import type { DecisionResult } from '../../analysis/decisions/decisions.ts';
import type { Speaker } from '../words.ts';
import { type Row, refs, seconds, sheet } from './sheet.ts';

export function decisionTables(analysis: Analysis, s: Speaker): Readonly<Record<string, string>> {
  return { 'decisions.csv': decisions(analysis, s), 'decision-stops.csv': stops(analysis, s) };
}

function decisions(analysis: Analysis, s: Speaker): string {
  const c = s.t.csv;
  const d = s.t.decisions.csv;
  const before = [c.opened, c.due, d.released, c.noticed, d.oriented];
  const times = [...before, c.made, d.entered, c.told, d.effect, c.latency];
  const rest = [c.censored, c.late, c.option, c.roleId, c.role, c.how, c.mandate];
  const more = [d.outside, d.level, d.depth, d.reversed];
  return sheet(
    s,
    [
      ...[c.decisionId, c.decision, d.origin, ...times, ...rest, ...more],
      ...[c.known, c.needed, d.unopened, d.elsewhere, d.nowhere, c.reason, c.evidence],
    ],
    analysis.decisions.decisions.map((row) => decisionRow(row, s)),
  );
}

function decisionRow({ decision, origin, run }: DecisionResult, s: Speaker): Row {
  const { made } = run ?? {};
  const at = (where: string): number | undefined =>
    run?.atHand.filter((fact) => fact.where === where).length;
  const before = [run?.openedAt, run?.due, run?.releasedAt, run?.noticedAt, run?.orientedAt];
  const times = [...before, made?.at, made?.enteredAt, made?.toldAt, run?.effectAt, run?.waited];
  return [
    decision,
    s.name('decisions', decision),
    origin,
    ...times.map(seconds),
    run && (!made || made.how === 'default'),
    run?.late,
    made && s.option(decision, made.option),
    made?.role,
    made?.role === undefined ? undefined : s.name('roles', made.role),
    made?.how,
    made && s.t.decisions.mandate[made.mandate],
    made && made.outside === true,
    run?.level.made,
    run?.level.depth,
    run?.revisions.some(({ kind }) => kind === 'revised' || kind === 'anew'),
    at('known'),
    run?.atHand.length,
    at('unopened'),
    at('held'),
    at('nowhere'),
    made?.reason,
    refs(run?.evidence ?? []),
  ];
}

function stops({ decisions: { decisions: all } }: Analysis, s: Speaker): string {
  const c = s.t.csv;
  const d = s.t.decisions.csv;
  return sheet(
    s,
    [c.decisionId, d.stop, c.organisation, c.roleId, d.from, d.to, c.evidence],
    all.flatMap(({ decision, run }) =>
      (run?.level.stops ?? []).map((stop, i) => [
        decision,
        i + 1,
        s.name('organisations', stop.organisation),
        stop.roles.join(' '),
        seconds(stop.from),
        seconds(stop.to),
        refs(stop.evidence),
      ]),
    ),
  );
}
