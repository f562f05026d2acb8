/** Who knew how much of what was known, and how much sooner it could have been. */
import type { Foresight, ForesightRow } from '../../analysis/information/feasible.ts';
import type { Spread, SpreadRow } from '../../analysis/information/spread.ts';
import type { Block, Cell } from '../block.ts';
import type { Speaker } from '../words.ts';

export function spreadBlocks(spread: Spread, s: Speaker): readonly Block[] {
  const t = s.t.flow.spread;
  if ((spread.known.at(-1) ?? 0) === 0) return [];
  const levels = (['organisation', 'sector'] as const).filter((level) => {
    // One unit knows all that anybody does.
    return spread.rows.filter((row) => row.level === level).length > 1;
  });
  if (levels.length === 0) return [];
  return [
    { type: 'para', text: t.intro },
    ...levels.map((level): Block => {
      const rows = spread.rows.filter((row) => row.level === level);
      return {
        type: 'table',
        caption: level === 'organisation' ? t.caption : t.sectors,
        columns: [
          { title: t.unit[level] },
          ...spread.moments.map((at) => ({ title: s.time(at), figure: true })),
          { title: t.needs, figure: true },
        ],
        rows: rows.map((row) => spreadRow(row, spread, s)),
      };
    }),
  ];
}

function spreadRow(
  { level, unit, known, needs, met }: SpreadRow,
  spread: Spread,
  s: Speaker,
): readonly Cell[] {
  const part = (n: number, of: number): Cell => ({
    text: of === 0 ? s.t.none : s.t.of(String(n), String(of)),
    figure: true,
    ...(of > 0 && { bar: n / of }),
  });
  return [
    { text: level === 'organisation' ? s.name('organisations', unit) : unit },
    ...known.map((n, i) => part(n, spread.known[i] ?? 0)),
    part(met, needs),
  ];
}

/** So many rows are shown; the sheet has them all. */
const SHOWN = 12;

export function foresightBlocks(foresight: Foresight, s: Speaker): readonly Block[] {
  const t = s.t.flow.foresight;
  const { open, pass, rows, needs, met, feasible } = foresight;
  if (rows.length === 0) return [];
  const said = [
    t.sum(String(met), String(feasible), String(needs)),
    ...(open ? [t.usual(s.length(open.median), String(open.count))] : []),
    ...(pass ? [t.pass(s.length(pass.median), String(pass.count))] : []),
    ...(rows.length > SHOWN ? [t.most(String(SHOWN), String(rows.length))] : []),
  ];
  const times = [t.due, t.actual, t.feasible, t.avoidable];
  return [
    { type: 'para', text: said.join(' ') },
    {
      type: 'table',
      caption: t.caption,
      columns: [
        { title: s.t.flow.fact },
        { title: s.t.flow.needer },
        { title: s.t.flow.purpose },
        ...times.map((title) => ({ title, figure: true })),
      ],
      rows: rows.slice(0, SHOWN).map((row) => foresightRow(row, s)),
    },
  ];
}

function foresightRow(row: ForesightRow, s: Speaker): readonly Cell[] {
  const t = s.t.flow.foresight;
  return [
    { text: s.name('facts', row.fact), evidence: row.evidence },
    { text: s.name('roles', row.role) },
    {
      text: '',
      lines: [
        ...row.decisions.map((id) => s.name('decisions', id)),
        ...row.tasks.map((id) => s.name('tasks', id)),
      ],
    },
    { text: s.time(row.due), figure: true },
    { text: row.actual === undefined ? t.never : s.time(row.actual), figure: true },
    {
      text: s.time(row.feasible),
      figure: true,
      ...(row.rescued > 0 && { sub: row.byPlan ? `${t.rescued}, ${t.byPlan}` : t.rescued }),
    },
    { text: row.avoidable === undefined ? s.t.none : s.length(row.avoidable), figure: true },
  ];
}

/** What a fact was needed for. */
export function purposeOf(
  need: { readonly task?: string; readonly decision?: string },
  s: Speaker,
): string {
  return need.task === undefined
    ? s.name('decisions', need.decision ?? '')
    : s.name('tasks', need.task);
}
