/**
 * The analysis as anybody may have it: anonymous totals, and nothing else of it at all.
 * Knows: how small is too small.
 */
import type { Analysis } from '../analysis/analysis.ts';
import { groupBy } from '../analysis/history.ts';
import { MINUTE } from '../../engine/scenario/time.ts';
import { catalogue } from '../text.ts';
import { LEAST_K, type PublicFigure } from './edition.ts';
import { NOTHING } from './nothing.ts';

/** What tells no exercise from another of its kind. */
const anonymous = ({
  exercise: { kind, marking, languages, engine, pace },
}: Analysis): Analysis['exercise'] => ({
  ...NOTHING.exercise,
  title: { da: catalogue('da').audience.exercise, en: catalogue('en').audience.exercise },
  kind,
  marking,
  languages,
  engine,
  pace,
});

/** `k` less than five is five. */
export function forPublic(analysis: Analysis, k: number = LEAST_K): Analysis {
  const least = Math.max(LEAST_K, k);
  const edition = { for: 'public', k: least, figures: figuresOf(analysis, least) } as const;
  return { ...NOTHING, exercise: anonymous(analysis), edition };
}

type Counted = {
  readonly measure: PublicFigure['measure'];
  /** The roles that stand behind it. */
  readonly roles: readonly string[];
  readonly count: number;
  readonly of: number;
};

function figuresOf(analysis: Analysis, k: number): readonly PublicFigure[] {
  const houses = new Map(
    analysis.names.roles
      .filter((row) => !row.simulated)
      .map((row) => [row.id, row.organisation] as const),
  );
  const behind = (roles: readonly string[]): number =>
    new Set(roles.flatMap((role) => houses.get(role) ?? [])).size;
  const total = (measure: 'organisations' | 'roles', count: number): PublicFigure =>
    behind([...houses.keys()]) >= k && count >= k ? { measure, count } : { measure };
  return [
    total('organisations', behind([...houses.keys()])),
    total('roles', houses.size),
    ...counts(analysis).map((row) => {
      // One left over is as telling as one counted.
      const rest = row.of - row.count;
      const large = row.count >= k && (rest === 0 || rest >= k);
      const shown = behind(row.roles) >= k && large;
      return shown
        ? { measure: row.measure, count: row.count, of: row.of }
        : { measure: row.measure };
    }),
    ...coefficients(analysis, behind, k),
    ...findings(analysis, behind, k),
  ];
}

function counts(analysis: Analysis): readonly Counted[] {
  const { responsibility, decisions, obligations, flow, interfaces, names } = analysis;
  const runs = responsibility.tasks.flatMap((task) => (task.run ? [{ task, run: task.run }] : []));
  const meant = runs.flatMap(({ task }) =>
    task.cells.filter((cell) => /[AR]/.test(cell.planned.join(''))).map((cell) => cell.role),
  );
  const raised = decisions.decisions.filter((row) => row.run);
  const inTime = raised.filter(({ run }) => run?.made && !run.late);
  const row = (
    measure: Counted['measure'],
    roles: readonly string[],
    count: number,
    of: number,
  ): Counted => ({ measure, roles, count, of });
  const done = runs.filter(({ run }) => run.done && (run.lateBy ?? 0) <= 0);
  const met = obligations.rows.filter(({ status }) => status === 'met');
  const known = flow.needs.filter((need) => need.where === 'known');
  const ends = names.interfaces.flatMap(({ from, to }) => [...from, ...to]);
  const tested = interfaces.filter(({ status }) => status === 'tested');
  return [
    row('done', meant, done.length, runs.length),
    row('gaps', meant, runs.filter(({ run }) => run.gap).length, runs.length),
    row(
      'decided',
      raised.flatMap(({ authority }) => authority),
      inTime.length,
      raised.length,
    ),
    row(
      'obligations',
      obligations.rows.map(({ role }) => role),
      met.length,
      obligations.rows.length,
    ),
    row(
      'coverage',
      flow.needs.map(({ role }) => role),
      known.length,
      flow.needs.length,
    ),
    row('interfaces', ends, tested.length, interfaces.length),
  ];
}

const FIVE_MINUTES = 5 * MINUTE;

function coefficients(
  { responsibility, decisions }: Analysis,
  behind: (roles: readonly string[]) => number,
  k: number,
): readonly PublicFigure[] {
  const { roles, tasks } = responsibility;
  const acting = behind(tasks.flatMap(({ cells }) => cells.map(({ role }) => role)));
  const enough = roles.tasks >= k && acting >= k;
  const deciding = behind(decisions.decisions.flatMap(({ authority }) => authority));
  const { waits, censored, median } = decisions.latency;
  const timed = waits - censored >= k && deciding >= k && median !== undefined;
  const value = (measure: PublicFigure['measure'], n: number | undefined): PublicFigure =>
    n === undefined ? { measure } : { measure, value: n };
  return [
    value('jaccard', enough ? roles.jaccard : undefined),
    value('kappa', enough ? roles.kappa : undefined),
    value('latency', timed ? Math.round(median / FIVE_MINUTES) * FIVE_MINUTES : undefined),
  ];
}

/** Only the codes that are shown: that another was suppressed would say that it occurred. */
function findings(
  { findings: { findings: rows } }: Analysis,
  behind: (roles: readonly string[]) => number,
  k: number,
): readonly PublicFigure[] {
  return [...groupBy(rows, ({ code }) => code)].flatMap(([code, same]) => {
    const units = behind(same.flatMap(({ roles }) => roles));
    return same.length >= k && units >= k
      ? [{ measure: 'finding', code, count: same.length } as const]
      : [];
  });
}
