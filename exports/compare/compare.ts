/**
 * Several exercises beside each other, the oldest first: which findings came again, and how the key
 * figures moved. One organisation's record against itself, never organisations against each other.
 * Knows: analyses. Does not know: words. "Fixed" is never said: not found again is all that is seen.
 */
import { byCodeUnit } from '../../engine/scenario/text.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { clockKey, type Fingerprint, isSame, keyOf } from '../analysis/followup/fingerprint.ts';

export type Figures = {
  readonly exercise: string;
  readonly startedWall?: string;
  /** Tasks that arose, and those of them that nobody took. */
  readonly tasks: number;
  readonly gaps: number;
  readonly jaccard?: number;
  readonly kappa?: number;
  readonly cells: number;
  /** Median from raised to decided, over so many decisions that were made. */
  readonly latency?: Ms;
  readonly decided: number;
  /** Information needs, and those met in time. */
  readonly needs: number;
  readonly met: number;
  readonly findings: number;
};
/**
 * Against the latest exercise. `not-again`: its situation arose, and it was not found. `not-exercised`:
 * it did not arise this time, so nothing is known.
 */
export type Status = 'new' | 'repeated' | 'not-again' | 'not-exercised';
export type Recurrence = {
  readonly fingerprint: Fingerprint;
  readonly status: Status;
  /** By exercise, in order: the findings' numbers there. */
  readonly found: readonly { readonly exercise: string; readonly findings: readonly string[] }[];
};
export type Warning = {
  readonly what: 'scenario' | 'version' | 'plan' | 'tasks' | 'pace' | 'bots' | 'not-ended';
  readonly exercises: readonly string[];
};
export type Compared = {
  readonly figures: readonly Figures[];
  readonly recurrences: readonly Recurrence[];
  /** Of the earlier findings whose situation arose again, those that were found again. */
  readonly repeat: { readonly again: number; readonly of: number };
  readonly warnings: readonly Warning[];
};

/** The oldest first, by STARTEX; those never started as they were given, at the end. */
export function inOrder(analyses: readonly Analysis[]): readonly Analysis[] {
  const started = (row: Analysis): string => row.exercise.startedWall ?? '~';
  return [...analyses].sort((a, b) => byCodeUnit(started(a), started(b)));
}

export function compareExercises(given: readonly Analysis[]): Compared {
  const analyses = inOrder(given);
  const recurrences = recurring(analyses);
  const count = (status: Status): number =>
    recurrences.filter((row) => row.status === status).length;
  return {
    figures: analyses.map(figuresOf),
    recurrences,
    repeat: { again: count('repeated'), of: count('repeated') + count('not-again') },
    warnings: warningsOf(analyses),
  };
}

function figuresOf({ exercise, responsibility, decisions, flow, findings }: Analysis): Figures {
  const { roles } = responsibility;
  const { waits, censored, median } = decisions.latency;
  return {
    exercise: exercise.id,
    ...(exercise.startedWall !== undefined && { startedWall: exercise.startedWall }),
    tasks: roles.tasks,
    gaps: roles.gaps,
    ...(roles.jaccard !== undefined && { jaccard: roles.jaccard }),
    ...(roles.kappa !== undefined && { kappa: roles.kappa }),
    cells: roles.cells,
    ...(median !== undefined && { latency: median }),
    decided: waits - censored,
    needs: flow.needs.length,
    met: flow.needs.filter((need) => need.where === 'known').length,
    findings: findings.findings.length,
  };
}

type Group = { readonly fingerprint: Fingerprint; readonly found: Map<string, string[]> };

function recurring(analyses: readonly Analysis[]): readonly Recurrence[] {
  const groups: Group[] = [];
  for (const { exercise, followUp } of analyses) {
    for (const { fingerprint, finding } of followUp) {
      let group = groups.find((row) => isSame(row.fingerprint, fingerprint));
      if (!group) groups.push((group = { fingerprint, found: new Map() }));
      group.found.set(exercise.id, [...(group.found.get(exercise.id) ?? []), finding]);
    }
  }
  const latest = analyses.at(-1);
  const order: readonly Status[] = ['repeated', 'new', 'not-again', 'not-exercised'];
  const rows = groups.map(({ fingerprint, found }): Recurrence => ({
    fingerprint,
    status: latest ? statusOf(fingerprint, found, latest) : 'new',
    found: [...found].map(([exercise, findings]) => ({ exercise, findings })),
  }));
  return rows.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
}

function statusOf(fingerprint: Fingerprint, found: Group['found'], latest: Analysis): Status {
  if (found.has(latest.exercise.id)) return found.size > 1 ? 'repeated' : 'new';
  return arose(fingerprint, latest) ? 'not-again' : 'not-exercised';
}

/** Whether everything that a finding is about came up, with somebody in a chair to meet it. */
export function arose({ subjects, organisations }: Fingerprint, analysis: Analysis): boolean {
  const { names, validity } = analysis;
  const present = new Set(
    names.roles
      .filter(({ id, simulated }) => !simulated && !validity.unseated.includes(id))
      .map(({ organisation }) => keyOf(organisation, names)),
  );
  const met = organisations.length === 0 || organisations.some((id) => present.has(id));
  return met && subjects.every((subject) => subjectArose(subject, analysis));
}

function subjectArose(subject: string, analysis: Analysis): boolean {
  const colon = subject.indexOf(':');
  const [kind, id] = [subject.slice(0, colon), subject.slice(colon + 1)];
  const { responsibility, decisions, clocks, interfaces, flow, names } = analysis;
  switch (kind) {
    case 'task':
      return responsibility.tasks.some((row) => row.task === id && row.run !== undefined);
    case 'clock': {
      const tasks = names.clocks.filter((row) => clockKey(row, names) === id).map((row) => row.id);
      return (
        clocks.some((row) => tasks.includes(row.clock) && row.status !== 'dormant') ||
        responsibility.tasks.some((row) => tasks.includes(row.task) && row.run !== undefined)
      );
    }
    case 'decision':
      return decisions.decisions.some((row) => row.decision === id && row.run !== undefined);
    case 'interface':
      return interfaces.some(
        (row) =>
          row.interface === id && (row.status !== 'not-exercised' || row.triggeredAt !== undefined),
      );
    case 'fact':
      return flow.facts.some((row) => row.fact === id && row.availableAt !== undefined);
    default:
      return false;
  }
}

function warningsOf(analyses: readonly Analysis[]): readonly Warning[] {
  const all = analyses.map(({ exercise }) => exercise.id);
  const differ = (what: Warning['what'], key: (one: Analysis) => string): readonly Warning[] =>
    new Set(analyses.map(key)).size > 1 ? [{ what, exercises: all }] : [];
  const those = (what: Warning['what'], is: (one: Analysis) => boolean): readonly Warning[] => {
    const exercises = analyses.filter(is).map(({ exercise }) => exercise.id);
    return exercises.length > 0 ? [{ what, exercises }] : [];
  };
  const tasks = ({ names }: Analysis): string =>
    names.tasks
      .map(({ id }) => id)
      .sort(byCodeUnit)
      .join(' ');
  return [
    ...differ('scenario', ({ exercise }) => exercise.scenario),
    ...differ('version', ({ exercise }) => exercise.version),
    ...differ('plan', ({ exercise }) => exercise.planDigest),
    ...differ('tasks', tasks),
    ...differ('pace', ({ exercise }) => String(exercise.pace)),
    ...those('bots', ({ validity }) => validity.bots.length > 0),
    ...those('not-ended', ({ exercise }) => exercise.ended === undefined),
  ];
}
