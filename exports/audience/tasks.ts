/**
 * Responsibility as an organisation may have it: its own cells of the tasks that it has a part in, and
 * figures over those. Knows: tasks. Does not know: what the others were meant to do.
 */
import type { Analysis } from '../analysis/analysis.ts';
import { agree, jaccard } from '../analysis/agreement.ts';
import { strongest } from '../analysis/letters.ts';
import { type TaskResult, compare } from '../analysis/responsibility.ts';
import type { Sight } from './sight.ts';

export function responsibilityFor(
  { responsibility, names }: Analysis,
  sight: Sight,
): Analysis['responsibility'] {
  const tasks = responsibility.tasks
    .filter((row) => sight.task(row.task))
    .map((row) => taskFor(row, sight));
  const players = names.roles.filter((role) => sight.own(role.id) && !role.simulated);
  const ids = players.map(({ id }) => id);
  return {
    tasks,
    roles: agree(
      compare(
        tasks,
        ids.map((id) => [id]),
      ),
    ),
    organisations: agree(compare(tasks, ids.length > 0 ? [ids] : [])),
  };
}

function taskFor({ run, ...task }: TaskResult, sight: Sight): TaskResult {
  const cells = task.cells
    .filter((cell) => sight.own(cell.role))
    .map(({ deputyOf, ...cell }) => ({
      ...cell,
      ...(deputyOf !== undefined && { deputyOf: sight.role(deputyOf) }),
    }));
  if (!run) return { ...task, cells };
  const { jaccard: _, ...rest } = run;
  const index = jaccard({
    planned: cells.map((cell) => strongest(cell.planned)),
    observed: cells.map((cell) => cell.observed),
  });
  return {
    ...task,
    cells,
    run: {
      ...rest,
      ...(run.done && { done: { ...run.done, role: sight.role(run.done.role) } }),
      overlap: sight.ownAny(run.overlap) ? sight.roles(run.overlap) : [],
      drift: run.drift.filter(sight.own),
      informing: run.informing.filter((row) => sight.own(row.role)),
      consulting: run.consulting.filter((row) => sight.own(row.role)),
      holding: {
        ...run.holding,
        spells: run.holding.spells.map((spell) => ({
          ...spell,
          holders: spell.holders.map((holder) => ({ ...holder, role: sight.role(holder.role) })),
        })),
      },
      ...(index !== undefined && { jaccard: index }),
    },
  };
}
