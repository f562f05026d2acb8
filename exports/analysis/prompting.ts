/**
 * What exercise control, or the script for it, did to bring a task or a decision about, and the
 * headline figures with and without what was brought about so. Knows: contingency injects, injects by
 * hand, polls. Does not know: whether anybody needed it.
 */
import type { Ms } from '../../engine/scenario/time.ts';
import { weightedMean } from './agreement.ts';
import type { Decisions } from './decisions/decisions.ts';
import { type History, addTo, by, of } from './history.ts';
import type { TaskResult } from './responsibility.ts';

/** `by-hand`: control released an inject about it, or one more time. `poll`: it was asked about. */
export type Prompt = {
  readonly kind: 'contingency' | 'by-hand' | 'poll';
  readonly at: Ms;
  readonly seq: number;
};
/** Prompts between its beginning and its end. */
export type Prompted = {
  readonly kind: 'task' | 'decision';
  readonly id: string;
  readonly prompts: readonly Prompt[];
};
export type Headline = {
  readonly tasks: number;
  readonly tasksInTime: number;
  /** Done outside the tool: neither in time nor not, as far as it saw. */
  readonly outside: number;
  readonly gaps: number;
  /** Weighted as in the matrix. Absent when no task arose. */
  readonly jaccard?: number;
  readonly decisions: number;
  readonly decisionsInTime: number;
};
export type Prompting = {
  /** Only those that were prompted. */
  readonly prompted: readonly Prompted[];
  readonly all: Headline;
  readonly unprompted: Headline;
};

export function analysePrompting(
  history: History,
  tasks: readonly TaskResult[],
  decisions: Decisions,
): Prompting {
  const prompts = promptsIn(history);
  const within = (key: string, from: number, to: number): readonly Prompt[] =>
    (prompts.get(key) ?? []).filter(({ seq }) => seq > from && seq < to);
  const ofTasks = tasks.flatMap(({ task, run }): readonly Prompted[] => {
    const [done] = run?.done ? by(history, 'task.done', 'task', task) : [];
    const found = run ? within(`task ${task}`, run.evidence[0] ?? 0, done?.seq ?? Infinity) : [];
    return found.length === 0 ? [] : [{ kind: 'task', id: task, prompts: found }];
  });
  const ofDecisions = decisions.decisions.flatMap(({ decision, run }): readonly Prompted[] => {
    if (!run) return [];
    const [made] = by(history, 'decision.recorded', 'decision', decision);
    const found = within(`decision ${decision}`, run.evidence[0] ?? 0, made?.seq ?? Infinity);
    return found.length === 0 ? [] : [{ kind: 'decision', id: decision, prompts: found }];
  });
  const prompted = [...ofTasks, ...ofDecisions];
  const named = new Set(prompted.map(({ kind, id }) => `${kind} ${id}`));
  return {
    prompted,
    all: headline(tasks, decisions.decisions),
    unprompted: headline(
      tasks.filter(({ task }) => !named.has(`task ${task}`)),
      decisions.decisions.filter(({ decision }) => !named.has(`decision ${decision}`)),
    ),
  };
}

/** By what they are about, in order. */
function promptsIn(history: History): ReadonlyMap<string, readonly Prompt[]> {
  const found = new Map<string, Prompt[]>();
  const about = aboutInjects(history);
  for (const { seq, at, event } of of(history, 'inject.released')) {
    if (event.cause === 'due') continue;
    const kind = event.cause === 'if-not' ? 'contingency' : 'by-hand';
    for (const key of about.get(event.inject) ?? []) addTo(found, key, { kind, at, seq });
  }
  const polls = new Map(
    (history.plan.questions ?? []).flatMap((row) =>
      row.kind === 'poll' ? [[row.id, row.task] as const] : [],
    ),
  );
  for (const { seq, at, event } of of(history, 'question.asked')) {
    const task = polls.get(event.question);
    if (task !== undefined) addTo(found, `task ${task}`, { kind: 'poll', at, seq });
  }
  return found;
}

/** An inject is about what it expects; a contingency inject about what the inject expected before it. */
function aboutInjects(history: History): ReadonlyMap<string, ReadonlySet<string>> {
  const { expectations, injects } = history.plan;
  const about = new Map<string, Set<string>>();
  const join = (inject: string, keys: Iterable<string>): void => {
    const own = about.get(inject) ?? new Set<string>();
    for (const key of keys) own.add(key);
    about.set(inject, own);
  };
  for (const { inject, task, decision } of expectations) {
    if (task !== undefined) join(inject, [`task ${task}`]);
    if (decision !== undefined) join(inject, [`decision ${decision}`]);
  }
  for (const { id, ifNot } of injects) {
    if (ifNot !== undefined) join(ifNot, about.get(id) ?? []);
  }
  for (const { event } of of(history, 'inject.written')) {
    if (event.row.repeats === undefined) continue;
    join(event.inject, about.get(event.row.repeats) ?? []);
  }
  return about;
}

const isInTime = ({ done, lateBy = 0 }: NonNullable<TaskResult['run']>): boolean =>
  done !== undefined && !done.outside && lateBy <= 0;

function headline(tasks: readonly TaskResult[], decisions: Decisions['decisions']): Headline {
  const runs = tasks.flatMap(({ run, critical }) =>
    run ? [{ run, weight: critical ? 2 : 1 }] : [],
  );
  const figures = runs.flatMap(({ run, weight }) =>
    run.jaccard === undefined ? [] : [{ value: run.jaccard, weight }],
  );
  const mean = weightedMean(figures);
  const made = decisions.flatMap(({ run }) => run ?? []);
  return {
    tasks: runs.length,
    tasksInTime: runs.filter(({ run }) => isInTime(run)).length,
    outside: runs.filter(({ run }) => run.done?.outside).length,
    gaps: runs.filter(({ run }) => run.gap).length,
    ...(mean !== undefined && { jaccard: mean }),
    decisions: made.length,
    decisionsInTime: made.filter(({ made: taken, late }) => taken && !late).length,
  };
}
