/**
 * What of a scenario a rehearsal can reach: the list that coverage is counted over.
 * Knows: the Plan. Does not know: any run.
 */
import { ENDEX } from '../../engine/plan/exercise.machine.ts';
import type { Phase, Plan } from '../../engine/plan/plan.ts';

/** In the order in which they are shown. */
export const KINDS = [
  'phases',
  'branches',
  'options',
  'injects',
  'contingencies',
  'tasks',
  'interfaces',
  'clocks',
  'expectations',
  'threads',
  'questions',
] as const;
export type Kind = (typeof KINDS)[number];

/**
 * What can happen to each, in order. The last before a bar is the one that counts as covered: see
 * COUNTS. A branch is `from>to` (`#2` for a second way to the same phase) or `decision=option`.
 */
export const MARKS = {
  phases: ['entered'],
  branches: ['taken'],
  options: ['chosen'],
  injects: ['released'],
  contingencies: ['released'],
  tasks: ['started', 'done'],
  interfaces: ['triggered', 'used'],
  clocks: ['started', 'met', 'late'],
  expectations: ['opened', 'met', 'late', 'lapsed'],
  threads: ['entered'],
  questions: ['asked', 'answered'],
} as const satisfies Readonly<Record<Kind, readonly string[]>>;

/** The mark by which a thing counts as covered. */
export const COUNTS: Readonly<Record<Kind, string>> = {
  phases: 'entered',
  branches: 'taken',
  options: 'chosen',
  injects: 'released',
  contingencies: 'released',
  tasks: 'done',
  interfaces: 'used',
  clocks: 'started',
  expectations: 'met',
  threads: 'entered',
  questions: 'answered',
};

export type Target = {
  readonly kind: Kind;
  readonly id: string;
  /** Only a facilitator can bring it about: it is listed, and left out of the share. */
  readonly manual: boolean;
};
export type Mark = { readonly kind: Kind; readonly id: string; readonly mark: string };
export const markKey = ({ kind, id, mark }: Mark): string => `${kind}:${id}:${mark}`;

export function targetsOf(plan: Plan): readonly Target[] {
  const target = (kind: Kind, id: string, manual = false): Target => ({ kind, id, manual });
  const manual = new Set(
    plan.injects.flatMap(({ id, trigger }) => (trigger.type === 'manual' ? [id] : [])),
  );
  const contingent = plan.injects.filter(({ trigger }) => trigger.type === 'if-not');
  const scripted = plan.injects.filter(({ trigger }) => trigger.type !== 'if-not');
  return [
    ...plan.phases.map(({ id }) => target('phases', id)),
    ...plan.phases.flatMap(branchesOf).map((id) => target('branches', id)),
    ...plan.decisions.flatMap(({ id, options }) =>
      options
        .filter(({ goto }) => goto !== undefined)
        .map((o) => target('branches', `${id}=${o.id}`)),
    ),
    ...plan.decisions.flatMap(({ id, options }) =>
      options.map((option) => target('options', `${id}=${option.id}`)),
    ),
    ...scripted.map(({ id }) => target('injects', id, manual.has(id))),
    ...contingent.map(({ id }) => target('contingencies', id)),
    ...plan.tasks.map(({ id }) => target('tasks', id)),
    ...plan.interfaces.map(({ id }) => target('interfaces', id)),
    ...plan.clocks.map(({ id }) => target('clocks', id)),
    ...plan.expectations.map(({ id, inject }) => target('expectations', id, manual.has(inject))),
    ...(plan.threads ?? []).map(({ id }) => target('threads', id)),
    ...(plan.questions ?? []).map(({ id, trigger }) =>
      target('questions', id, trigger.type === 'manual'),
    ),
  ];
}

/** The ways out of a phase; out of the storyline's last leads the way to ENDEX. */
function branchesOf({ id, next, thread }: Phase): readonly string[] {
  if (next.length === 0) return thread === undefined ? [`${id}>${ENDEX}`] : [];
  return next.map(({ to }, i) =>
    branchId(id, to, next.slice(0, i).filter((w) => w.to === to).length),
  );
}

export function branchId(from: string, to: string, before: number): string {
  return before === 0 ? `${from}>${to}` : `${from}>${to}#${before + 1}`;
}
