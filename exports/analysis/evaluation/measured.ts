/**
 * What the record shows of each task and decision, in the coarse terms that a rating can be held
 * against, and the draft of a rating made from them. Knows: what was done in time. Does not know:
 * whether it was done well; a human rates.
 */
import type { Rating } from '../../../engine/exercise/entry.ts';
import type { Decisions } from '../decisions/decisions.ts';
import { type Evidence, type History, by } from '../history.ts';
import type { TaskResult } from '../responsibility.ts';

/**
 * `good`: in time, by somebody who could. `partial`: late, or without mandate. `bad`: never, or by
 * default. `unknown`: done outside the tool, or cut off by the end of the exercise.
 */
export type Outcome = 'good' | 'partial' | 'bad' | 'unknown';
/** A task or a decision that arose. */
export type Arisen = {
  readonly kind: 'task' | 'decision';
  readonly id: string;
  readonly critical: boolean;
  readonly objectives: readonly string[];
  readonly outcome: Outcome;
  readonly evidence: Evidence;
};
export type Measured = {
  readonly objective: string;
  readonly good: number;
  readonly partial: number;
  readonly bad: number;
  readonly unknown: number;
  /** Never a rating: what the rules would say. Absent: too little arose to say anything. */
  readonly draft?: Rating;
  /** What it is made from: all that arose of the objective. */
  readonly items: readonly Omit<Arisen, 'objectives'>[];
  readonly evidence: Evidence;
};

/** Fewer items than this are no basis for a draft, and such a share in time is enough for an S. */
export const DRAFT = { least: 2, share: 2 / 3 } as const;

export function arisenIn(
  history: History,
  tasks: readonly TaskResult[],
  { decisions }: Decisions,
): readonly Arisen[] {
  const ofTask = new Map(history.plan.tasks.map((row) => [row.id, row.objectives]));
  const ofDecision = new Map(history.plan.decisions.map((row) => [row.id, row.objectives]));
  return [
    ...tasks.flatMap((task): readonly Arisen[] =>
      task.run
        ? [
            {
              kind: 'task',
              id: task.task,
              critical: task.critical,
              objectives: ofTask.get(task.task) ?? [],
              outcome: taskOutcome(task.run),
              evidence: task.run.evidence,
            },
          ]
        : [],
    ),
    ...decisions.flatMap(({ decision, run }): readonly Arisen[] =>
      run
        ? [
            {
              kind: 'decision',
              id: decision,
              critical: false,
              objectives: ofDecision.get(decision) ?? [],
              outcome: decisionOutcome(history, decision, run),
              evidence: run.evidence,
            },
          ]
        : [],
    ),
  ];
}

function taskOutcome(run: NonNullable<TaskResult['run']>): Outcome {
  if (run.done?.outside) return 'unknown';
  if (run.done) return (run.lateBy ?? 0) > 0 ? 'partial' : 'good';
  return run.cut ? 'unknown' : 'bad';
}

function decisionOutcome(
  history: History,
  decision: string,
  { made, late }: NonNullable<Decisions['decisions'][number]['run']>,
): Outcome {
  const [recorded] = by(history, 'decision.recorded', 'decision', decision);
  if (recorded?.event.outside) return 'unknown';
  if (!made) return late ? 'bad' : 'unknown';
  if (made.how === 'default') return 'bad';
  return late || made.mandate === 'none' ? 'partial' : 'good';
}

export function measuredFor(objective: string, items: readonly Arisen[]): Measured {
  const own = items
    .filter((item) => item.objectives.includes(objective))
    .map(({ objectives: _, ...item }) => item);
  return measuredFrom(objective, own);
}

export function measuredFrom(objective: string, own: Measured['items']): Measured {
  const count = (outcome: Outcome): number => own.filter((i) => i.outcome === outcome).length;
  const draft = draftOf(own.filter((item) => item.outcome !== 'unknown'));
  return {
    objective,
    good: count('good'),
    partial: count('partial'),
    bad: count('bad'),
    unknown: count('unknown'),
    ...(draft && { draft }),
    items: own,
    evidence: own.flatMap((item) => item.evidence),
  };
}

/** P: all in time. U: nothing done. S: most of it in time, and nothing critical undone. M: the rest. */
function draftOf(known: Measured['items']): Rating | undefined {
  if (known.length < DRAFT.least) return undefined;
  const good = known.filter(({ outcome }) => outcome === 'good').length;
  if (good === known.length) return 'P';
  if (known.every(({ outcome }) => outcome === 'bad')) return 'U';
  const failed = known.some(({ outcome, critical }) => outcome === 'bad' && critical);
  return !failed && good / known.length >= DRAFT.share ? 'S' : 'M';
}
