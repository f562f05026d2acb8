/**
 * Rules on tasks: gap, vacuum, overlap, contention, drift, absent owner, lateness, who was not heard
 * or told. Knows: one task's results. Does not know: the other tasks.
 */
import {
  type Doubt,
  type Draft,
  type Grounds,
  type Severity,
  THRESHOLDS,
  exceeds,
} from '../finding.ts';
import type { Beliefs } from '../beliefs.ts';
import { type Evidence, evidence } from '../history.ts';
import type { TaskResult, TaskRun } from '../responsibility.ts';

export function taskFindings({ responsibility, beliefs }: Grounds): readonly Draft[] {
  return responsibility.tasks.flatMap((task) => {
    const { run } = task;
    if (!run) return [];
    const found = RULES.flatMap((rule) => rule(task, run));
    const doubts = commonDoubts(task, run);
    return found.map((draft) => ({
      ...draft,
      tasks: [task.task],
      doubts: [...(draft.doubts ?? []), ...doubts, ...askedBefore(beliefs, task.task, draft)],
    }));
  });
}

/** What somebody took after being asked who had it, they may have taken because they were asked. */
function askedBefore({ polls }: Beliefs, task: string, draft: Draft): readonly Doubt[] {
  const taken = draft.code === 'DRIFT' || draft.code === 'OVERLAP' || draft.code === 'CONTENTION';
  const last = draft.evidence.at(-1) ?? 0;
  const asked = polls.some((poll) => poll.task === task && (poll.evidence[0] ?? last) < last);
  return taken && asked ? ['asked'] : [];
}

type Rule = (task: TaskResult, run: TaskRun) => readonly Draft[];

/** A finding on a critical task weighs one step more. */
const weigh = (task: TaskResult, plain: Severity): Severity =>
  !task.critical ? plain : plain === 'low' ? 'medium' : 'high';

function commonDoubts(task: TaskResult, run: TaskRun): readonly Doubt[] {
  return [
    ...(task.ambiguous ? (['ambiguity'] as const) : []),
    ...(run.prompts.length > 0 ? (['prompted'] as const) : []),
  ];
}

const windowOf = (run: TaskRun): number => run.due - run.startedAt;
const plannedActors = (task: TaskResult): readonly string[] =>
  task.cells.filter((c) => c.planned.includes('A') || c.planned.includes('R')).map((c) => c.role);

const gap: Rule = (task, run) => {
  if (!run.gap) return [];
  const doubts: readonly Doubt[] = run.cut ? ['cut', 'verbal'] : ['verbal'];
  const measures = { lasted: run.holding.vacuum, window: windowOf(run) };
  return [
    {
      code: 'GAP',
      severity: run.cut ? 'medium' : 'high',
      roles: plannedActors(task),
      measures,
      doubts,
      evidence: run.evidence,
    },
  ];
};

const vacuum: Rule = (task, run) => {
  const { holding } = run;
  // A gap is a vacuum that never ended inside the window: one finding says it.
  if (run.gap || !exceeds(holding.vacuum, windowOf(run), THRESHOLDS.vacuum)) return [];
  return [
    {
      code: 'VACUUM',
      severity: weigh(task, 'medium'),
      roles: plannedActors(task),
      measures: { lasted: holding.vacuum, window: windowOf(run) },
      doubts: ['verbal'],
      evidence: holding.moves,
    },
  ];
};

const overlap: Rule = (task, run) => {
  if (run.overlap.length === 0) return [];
  const deeds = task.cells.flatMap((cell) => cell.deeds.filter((deed) => deed.did === 'claimed'));
  const owned = deeds.filter((deed) => deed.letter === 'A').map((deed) => deed.evidence);
  return [
    {
      code: 'OVERLAP',
      // Where the two stood at the same time, CONTENTION says the graver half.
      severity: weigh(task, 'low'),
      roles: run.overlap,
      evidence: evidence(run.evidence[0], ...owned),
    },
  ];
};

const contention: Rule = (task, run) => {
  const { contention: lasted, spells, moves } = run.holding;
  if (!exceeds(lasted, windowOf(run), THRESHOLDS.contention)) return [];
  const both = spells.filter((spell) => spell.state === 'contention');
  const last = Math.max(...both.flatMap((spell) => spell.evidence));
  const owners = both.flatMap((s) => s.holders.filter((h) => h.as === 'accountable'));
  return [
    {
      code: 'CONTENTION',
      severity: weigh(task, 'medium'),
      roles: [...new Set(owners.map((holder) => holder.role))],
      measures: { lasted, window: windowOf(run) },
      // With its being done, lest who took it at that moment seem to have gone on holding it.
      evidence: evidence(
        moves.filter((seq) => seq <= last),
        run.evidence,
      ),
    },
  ];
};

const drift: Rule = (task, run) =>
  task.cells
    .filter((cell) => cell.drift)
    .map((cell) => {
      const deeds = cell.deeds.filter((deed) => deed.letter === 'A' || deed.letter === 'R');
      const deputy = cell.deputyOf !== undefined;
      return {
        code: 'DRIFT',
        roles: [cell.role],
        others: plannedActors(task),
        severity: deputy ? 'low' : weigh(task, 'medium'),
        doubts: deputy ? ['deputy'] : [],
        evidence: evidence(run.evidence[0], ...deeds.map((deed) => deed.evidence)),
      };
    });

const absentA: Rule = (task, run) => {
  if (!run.absentA) return [];
  const owners = task.cells.filter((cell) => cell.planned.includes('A')).map((cell) => cell.role);
  return [
    {
      code: 'ABSENT_A',
      severity: weigh(task, 'low'),
      roles: owners,
      others: run.done ? [run.done.role] : [],
      doubts: ['verbal'],
      evidence: run.evidence,
    },
  ];
};

/** What the roles took on or did of the task. */
const actsOf = (task: TaskResult): readonly Evidence[] =>
  task.cells.flatMap((cell) =>
    cell.deeds
      .filter((deed) => deed.letter === 'A' || deed.letter === 'R')
      .map((deed) => deed.evidence),
  );

const late: Rule = (task, run) => {
  if (run.gap || run.cut || (run.done && (run.lateBy ?? 0) <= 0)) return [];
  return [
    {
      code: 'TASK_LATE',
      severity: weigh(task, 'medium'),
      roles: plannedActors(task),
      variant: run.done ? 'late' : 'undone',
      measures: { window: windowOf(run), ...(run.lateBy !== undefined && { lateBy: run.lateBy }) },
      doubts: run.done?.outside ? ['verbal'] : [],
      evidence: evidence(run.evidence, ...actsOf(task)),
    },
  ];
};

const notConsulted: Rule = (task, run) => {
  const { done } = run;
  if (!done) return [];
  return (['asked', 'not-asked'] as const).flatMap((variant): readonly Draft[] => {
    const unheard = run.consulting.filter((c) => c.result === variant);
    if (unheard.length === 0) return [];
    return [
      {
        code: 'NOT_CONSULTED',
        severity: weigh(task, 'low'),
        doubts: ['verbal'],
        variant,
        roles: unheard.map((c) => c.role),
        others: [done.role],
        evidence: evidence(run.evidence, ...run.consulting.map((c) => c.evidence)),
      },
    ];
  });
};

const notInformed: Rule = (task, run) =>
  (['silent', 'late'] as const).flatMap((variant): readonly Draft[] => {
    const untold = run.informing.filter((i) => i.result === variant);
    if (untold.length === 0) return [];
    const lateBy = Math.max(...untold.map((i) => i.lateBy ?? 0));
    return [
      {
        code: 'NOT_INFORMED',
        severity: weigh(task, 'low'),
        doubts: ['verbal'],
        variant,
        roles: untold.map((i) => i.role),
        measures: variant === 'late' ? { lateBy } : {},
        evidence: evidence(run.evidence, ...actsOf(task), ...run.informing.map((i) => i.evidence)),
      },
    ];
  });

const RULES: readonly Rule[] = [
  gap,
  vacuum,
  overlap,
  contention,
  drift,
  absentA,
  late,
  notConsulted,
  notInformed,
];
