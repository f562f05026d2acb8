/**
 * Who knew what when, needs and how much sooner they could have been met, duties to pass on, and
 * what came further than its marking allows, as sheets. Knows: the columns. Not: how one is written.
 */
import type { Analysis } from '../../analysis/analysis.ts';
import { groupBy } from '../../analysis/history.ts';
import type { Speaker } from '../words.ts';
import { refs, seconds, sheet } from './sheet.ts';

export function informationTables(
  analysis: Analysis,
  s: Speaker,
): Readonly<Record<string, string>> {
  return {
    'knowledge.csv': knowledge(analysis, s),
    'needs.csv': needs(analysis, s),
    'duties.csv': duties(analysis, s),
    'markings.csv': markings(analysis, s),
  };
}

function knowledge({ flow }: Analysis, s: Speaker): string {
  const c = s.t.csv;
  const f = s.t.flow.csv;
  return sheet(
    s,
    [f.factId, f.fact, c.roleId, c.role, f.available, f.delivered, f.known, f.used, c.evidence],
    flow.facts.flatMap(({ fact, availableAt, roles }) =>
      roles.map((row) => [
        fact,
        s.name('facts', fact),
        row.role,
        s.name('roles', row.role),
        ...[availableAt, row.deliveredAt, row.knownAt, row.usedAt].map(seconds),
        refs(row.evidence),
      ]),
    ),
  );
}

function needs({ flow }: Analysis, s: Speaker): string {
  const c = s.t.csv;
  const f = s.t.flow.csv;
  const sooner = groupBy(flow.foresight.rows, (row) => `${row.fact} ${row.role}`);
  const what = [f.factId, c.roleId, c.taskId, c.decisionId, c.due, f.where, f.heldBy];
  return sheet(
    s,
    [...what, f.lateAt, f.feasible, f.avoidable, c.evidence],
    flow.needs.map((need) => {
      const [row] = sooner.get(`${need.fact} ${need.role}`) ?? [];
      return [
        need.fact,
        need.role,
        need.task,
        need.decision,
        seconds(need.due),
        s.t.decisions.where[need.where],
        need.heldBy.join(' '),
        seconds(need.lateAt),
        seconds(row?.feasible),
        seconds(row?.avoidable),
        refs(need.evidence),
      ];
    }),
  );
}

function duties({ flow }: Analysis, s: Speaker): string {
  const c = s.t.csv;
  const f = s.t.flow.csv;
  const times = [f.since, c.due, f.passed];
  return sheet(
    s,
    [f.factId, f.interface, c.obligationId, f.from, f.to, ...times, c.status, c.evidence],
    flow.duties.map((duty) => [
      duty.fact,
      duty.interface,
      duty.obligation,
      duty.holders.join(' '),
      duty.to.join(' '),
      ...[duty.since, duty.due, duty.passedAt].map(seconds),
      s.t.flow.duties.results[duty.result],
      refs(duty.evidence),
    ]),
  );
}

function markings({ flow }: Analysis, s: Speaker): string {
  const c = s.t.csv;
  const f = s.t.flow.csv;
  return sheet(
    s,
    [f.factId, f.marking, c.kind, f.item, c.seconds, c.roleId, f.to, f.opened, c.evidence],
    flow.markings.breaches.map((breach) => [
      breach.fact,
      breach.marking,
      breach.kind,
      s.item(breach.item),
      seconds(breach.at),
      breach.by,
      breach.to.join(' '),
      breach.opened.join(' '),
      refs(breach.evidence),
    ]),
  );
}
