/** `beredt rehearse`: the whole exercise in virtual time, with a bot in every chair. */
import { rehearse as conduct } from '../../engine/index.ts';
import type { ExerciseState } from '../../engine/exercise/state.ts';
import { journalPath } from '../../engine/runtime/host.ts';
import { openFileJournal } from '../../engine/runtime/journal/file.ts';
import { formatExerciseTime } from '../../engine/scenario/time.ts';
import { exerciseFolder, remember } from '../folder.ts';
import { EXIT, type ExitCode, type Terminal } from '../output.ts';
import { VERSION } from '../package.ts';
import { plainText } from '../../facilitator-ui/sanitise.ts';
import { loadPlan } from '../scenario.ts';

export type RehearseOptions = {
  readonly seed: number;
  readonly json?: boolean;
  readonly data: string;
};

export async function rehearse(
  path: string,
  options: RehearseOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const plan = await loadPlan(path, terminal);
  if (!plan) return EXIT.problems;
  // The name in the record is the seed's, not the folder's: the same seed writes the same bytes.
  const name = `${plan.id}-rehearsal-${options.seed}`;
  const place = await exerciseFolder(options.data, name);
  const opening = { plan, exercise: name, seed: options.seed, engine: VERSION };
  const wall = (at: number): string =>
    new Date(plan.story.epoch + Math.floor(at / plan.pace)).toISOString();
  const { state, entries } = await write(conduct(opening, terminal.lang, wall), place.folder);
  await remember(options.data, plan, place, state.status);
  const summary = summarise(state, entries, place.folder);
  if (options.json) terminal.say(JSON.stringify(summary, null, 2));
  else print(summary, terminal);
  return EXIT.fine;
}

type Run = ReturnType<typeof conduct>;
type Batch = Run extends Generator<infer Group> ? Group : never;

async function write(run: Run, folder: string): Promise<{ state: ExerciseState; entries: number }> {
  const { journal } = await openFileJournal(journalPath(folder));
  try {
    let entries = 0;
    let waiting: Batch[number][] = [];
    for (;;) {
      const next = run.next();
      if (!next.done) waiting.push(...next.value);
      if (next.done || waiting.length >= 2_000) {
        await journal.append(waiting);
        entries += waiting.length;
        waiting = [];
      }
      if (next.done) return { state: next.value, entries };
    }
  } finally {
    await journal.close();
  }
}

type Summary = {
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

function summarise(state: ExerciseState, entries: number, folder: string): Summary {
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

function print(summary: Summary, { text, paint, say }: Terminal): void {
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
