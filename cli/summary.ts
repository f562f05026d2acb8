/** One rehearsal in a few lines. Knows: the end state. Does not know: where the record lies, but its name. */
import type { ExerciseState } from '../engine/exercise/state.ts';
import { formatExerciseTime } from '../engine/scenario/time.ts';
import { plainText } from '../facilitator-ui/sanitise.ts';
import type { Terminal } from './output.ts';

export type Summary = {
  readonly folder: string;
  readonly entries: number;
  readonly endedAt: string;
  readonly injects: { readonly released: number; readonly of: number };
  readonly opened: number;
  readonly answered: number;
  readonly decisions: { readonly made: number; readonly byDefault: number; readonly of: number };
  readonly tasks: { readonly done: number; readonly of: number };
  readonly expectations: {
    readonly met: number;
    readonly late: number;
    readonly lapsed: number;
    readonly waived: number;
  };
  readonly phases: readonly string[];
  readonly neverReached: {
    readonly phases: readonly string[];
    readonly injects: readonly string[];
    readonly tasks: readonly string[];
    readonly decisions: readonly string[];
    readonly clocks: readonly string[];
  };
};

export function summarise(state: ExerciseState, entries: number, folder: string): Summary {
  const { plan } = state.lookup;
  const injects = [...state.injects.values()];
  const decisions = [...state.decisions.values()];
  const obligations = [...state.obligations.values()];
  const ended = (status: string): number =>
    obligations.filter((obligation) => obligation.status === status).length;
  const dormant = (rows: ReadonlyMap<string, { readonly status: string }>): readonly string[] =>
    [...rows].filter(([, row]) => row.status === 'dormant').map(([id]) => id);
  const reactions = (key: 'opened' | 'acknowledged' | 'answered'): number =>
    injects.reduce((sum, inject) => sum + inject[key].size, 0);
  return {
    folder,
    entries,
    endedAt: formatExerciseTime(state.at),
    injects: {
      released: injects.filter(({ status }) => status === 'released').length,
      of: injects.length,
    },
    opened: reactions('opened'),
    answered: reactions('answered') + reactions('acknowledged'),
    decisions: {
      made: decisions.filter(({ made }) => made && made.how !== 'default').length,
      byDefault: decisions.filter(({ made }) => made?.how === 'default').length,
      of: decisions.length,
    },
    tasks: {
      done: [...state.tasks.values()].filter(({ status }) => status === 'done').length,
      of: state.tasks.size,
    },
    expectations: {
      met: ended('met'),
      late: ended('late'),
      lapsed: ended('lapsed'),
      waived: ended('waived'),
    },
    phases: [...state.visited],
    neverReached: {
      phases: plan.phases.map(({ id }) => id).filter((id) => !state.visited.has(id)),
      injects: injects.filter(({ status }) => status !== 'released').map(({ row }) => row.id),
      tasks: dormant(state.tasks),
      decisions: dormant(state.decisions),
      clocks: dormant(state.clocks),
    },
  };
}

export function printSummary(summary: Summary, { text, paint, say }: Terminal): void {
  const { injects, decisions, tasks, expectations: done } = summary;
  const row = (label: string, value: string): void => say(`${label.padEnd(46)} ${value}`);
  say(paint.bold(`${text.rehearsed} (${summary.endedAt})`));
  row(text.released, `${injects.released}/${injects.of}`);
  row(text.opened, String(summary.opened));
  row(text.answered, String(summary.answered));
  row(text.decided, `${decisions.made}/${decisions.of}`);
  row(`  ${text.byDefault}`, String(decisions.byDefault));
  row(text.tasksDone, `${tasks.done}/${tasks.of}`);
  row(text.expectations, `${done.met} / ${done.late} / ${done.lapsed}`);
  row(text.phasesReached, summary.phases.join(' → '));
  say();
  const missed = Object.entries(summary.neverReached).filter(([, ids]) => ids.length > 0);
  if (missed.length > 0) say(paint.bold(text.neverReached));
  for (const [kind, ids] of missed)
    say(`  ${text.kinds[kind as keyof typeof text.kinds]}: ${ids.join(', ')}`);
  if (missed.length > 0) say();
  say(`${text.wall}: ${plainText(summary.folder)}`);
  say(text.reportHint(plainText(summary.folder)));
}
