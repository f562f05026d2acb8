/**
 * Planned, perceived, observed: for each task that was asked about and each role, which of the three
 * hold, and which of the eight classes that makes. Knows: polls and cells. Does not know: words.
 */
import { type RoleId, UNSURE } from '../../engine/plan/plan.ts';
import type { Answer } from './asking.ts';
import { type Evidence, evidence, groupBy } from './history.ts';
import type { Responsibility, TaskResult } from './responsibility.ts';

/** Named by the reading that comes first to mind; the debrief finds the right one. */
export const CLASSES = {
  '✓✓✓': 'shared',
  '✓✓✗': 'capacity',
  '✓✗✓': 'lonely',
  '✓✗✗': 'unknown',
  '✗✓✓': 'emergent',
  '✗✓✗': 'misplaced',
  '✗✗✓': 'unseen',
  '✗✗✗': 'none',
} as const;
export type Class = (typeof CLASSES)[keyof typeof CLASSES];

export type Comparison = {
  readonly task: string;
  readonly role: RoleId;
  /** Meant to be A or R. */
  readonly planned: boolean;
  /** At least one other role named it in a poll about the task. */
  readonly perceived: boolean;
  /** Was A or R. */
  readonly observed: boolean;
  readonly class: Class;
  /** Answers by others that named it, of all answers by others. */
  readonly named: number;
  readonly others: number;
  /** Whether it ever named itself; absent where it never answered. */
  readonly self?: boolean;
  readonly evidence: Evidence;
};

/** What a comparison needs of a poll. */
type Poll = {
  readonly task: string;
  readonly beliefs: readonly (Answer & { readonly evidence: Evidence })[];
};

/** Tasks that arose and were asked about, each with every role that somebody else could have named. */
export function compareTasks(
  polls: readonly Poll[],
  { tasks }: Responsibility,
): readonly Comparison[] {
  return [...groupBy(polls, (poll) => poll.task)].flatMap(([id, asked]) => {
    const task = tasks.find((row) => row.task === id);
    if (!task?.run) return [];
    const roles = [
      ...task.cells.map((cell) => cell.role),
      ...asked.flatMap((poll) => poll.beliefs.flatMap((b) => [b.role, b.answer ?? UNSURE])),
    ].filter((role) => role !== UNSURE);
    return [...new Set(roles)].flatMap((role) => compare(task, asked, role));
  });
}

function compare(
  { task, cells }: TaskResult,
  polls: readonly Poll[],
  role: RoleId,
): readonly Comparison[] {
  const given = polls.flatMap((poll) => poll.beliefs).filter((b) => b.answer !== undefined);
  const others = given.filter((belief) => belief.role !== role);
  // Where nobody else answered, nothing can be said of how others saw it.
  if (others.length === 0) return [];
  const naming = others.filter((belief) => belief.answer === role);
  const own = given.filter((belief) => belief.role === role);
  const cell = cells.find((row) => row.role === role);
  const planned = cell?.planned.some((letter) => letter === 'A' || letter === 'R') ?? false;
  const observed = cell?.observed === 'A' || cell?.observed === 'R';
  const perceived = naming.length > 0;
  // The question is who owns the task: silence about one that is to do the work means nothing.
  const worker = cell?.planned.includes('R') && !cell.planned.includes('A');
  if (worker && !perceived) return [];
  const deeds = observed ? (cell.deeds ?? []) : [];
  const selves = own.filter((belief) => belief.answer === role);
  return [
    {
      task,
      role,
      planned,
      perceived,
      observed,
      class: CLASSES[`${mark(planned)}${mark(perceived)}${mark(observed)}`],
      named: naming.length,
      others: others.length,
      ...(own.length > 0 && { self: selves.length > 0 }),
      evidence: evidence(...[...naming, ...selves, ...deeds].map((row) => row.evidence)),
    },
  ];
}

const mark = (holds: boolean): '✓' | '✗' => (holds ? '✓' : '✗');
