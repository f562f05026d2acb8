/** What became of information on its way, and what was said in public, as sheets. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { Speaker } from '../words.ts';
import { refs, seconds, sheet } from './sheet.ts';

export function hopsTable(analysis: Analysis, s: Speaker): string {
  const c = s.t.passing.csv;
  return sheet(
    s,
    [c.item, c.role, c.receiver, c.at, c.owed, c.lost, c.altered, c.fidelity, c.evidence],
    analysis.fidelity.hops.map((hop) => [
      hop.item,
      hop.role,
      hop.receiver,
      seconds(hop.at),
      hop.owed.join(' '),
      hop.lost.join(' '),
      hop.altered.map(({ fact, as }) => `${fact}>${as}`).join(' '),
      hop.fidelity,
      refs(hop.evidence),
    ]),
  );
}

export function statementsTable(analysis: Analysis, s: Speaker): string {
  const c = s.t.passing.csv;
  return sheet(
    s,
    [c.item, c.role, c.at, c.outlet, c.facts, c.wrong, c.evidence],
    analysis.statements.statements.map((row) => [
      row.item,
      row.role,
      seconds(row.at),
      row.outlet,
      row.facts.join(' '),
      row.wrong.join(' '),
      refs(row.evidence),
    ]),
  );
}
