/** The letters that a plan gives a role in a task. Knows: the plan. Does not know: what was done. */
import type { Letter, RoleId, Task } from './plan.ts';

/** Strongest first. */
export function plannedLetters(task: Task, role: RoleId): readonly Letter[] {
  const cells: readonly (readonly [Letter, readonly RoleId[]])[] = [
    ['A', task.accountable],
    ['R', task.responsible],
    ['S', task.support],
    ['C', task.consulted],
    ['I', task.informed],
  ];
  return cells.filter(([, roles]) => roles.includes(role)).map(([letter]) => letter);
}
