/** Expectations: how many were met in time, and which were not. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { ObligationResult } from '../../analysis/obligations.ts';
import type { Block, Section } from '../block.ts';
import type { Speaker } from '../words.ts';

export function obligationsSection({ obligations }: Analysis, s: Speaker): Section {
  const t = s.t.obligations;
  const { rows, neverArose } = obligations;
  const count = (...statuses: readonly ObligationResult['status'][]): string =>
    String(rows.filter((row) => statuses.includes(row.status)).length);
  const title = s.t.sections.obligations;
  if (rows.length + neverArose === 0) {
    return { id: 'obligations', title, blocks: [{ type: 'note', text: t.none }] };
  }
  const failed = rows.filter((row) => row.status !== 'met');
  const sum = t.sum(
    count('met'),
    count('late'),
    count('lapsed', 'overdue'),
    count('open', 'waived'),
    String(neverArose),
  );
  const detail: readonly Block[] =
    failed.length === 0
      ? [{ type: 'para', text: t.allMet }]
      : [table(failed, s), { type: 'note', text: t.exceptions }];
  const outside = rows.filter(({ status }) => status === 'outside').length;
  const said = outside === 0 ? sum : `${sum} ${t.outside(String(outside))}`;
  return { id: 'obligations', title, blocks: [{ type: 'para', text: said }, ...detail] };
}

function table(rows: readonly ObligationResult[], s: Speaker): Block {
  const t = s.t.obligations;
  return {
    type: 'table',
    caption: t.caption,
    columns: [
      { title: t.role },
      { title: t.expected },
      { title: t.due, figure: true },
      { title: t.ended, figure: true },
      { title: t.status },
    ],
    rows: rows.map((row) => [
      { text: s.name('roles', row.role) },
      { text: expected(row, s), sub: s.item(row.inject) },
      { text: s.time(row.due), figure: true },
      {
        text: row.endedAt === undefined || row.status === 'lapsed' ? s.t.none : s.time(row.endedAt),
        figure: true,
      },
      {
        text: t.statuses[row.status],
        ...(row.lateBy !== undefined && { sub: s.length(row.lateBy) }),
        evidence: row.evidence,
      },
    ]),
  };
}

/** What was expected, and of what task or decision. */
export function expected(row: ObligationResult, s: Speaker): string {
  const act = s.t.acts[row.does];
  if (row.task !== undefined) return `${act} ${s.t.quote(s.name('tasks', row.task))}`;
  if (row.decision !== undefined) return `${act} ${s.t.quote(s.name('decisions', row.decision))}`;
  return act;
}
