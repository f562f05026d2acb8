/**
 * The responsibility plan as a matrix, and what is missing or doubled in it.
 * Knows: tasks, roles, decisions. Does not know: how it is drawn.
 */
import { planned } from '../../engine/exercise/visible.ts';
import type { Plan, Task } from '../../engine/plan/plan.ts';

export type Gap =
  | { readonly type: 'idle'; readonly role: string }
  | { readonly type: 'accountable'; readonly task: string; readonly meant: boolean }
  | {
      readonly type: 'several';
      readonly task: string;
      readonly roles: readonly string[];
      readonly meant: boolean;
    }
  | { readonly type: 'responsible'; readonly task: string }
  | { readonly type: 'authority'; readonly decision: string }
  | { readonly type: 'loaded'; readonly role: string; readonly count: number };

/** The roles that have any letter, in the plan's order. */
export function lettered({ tasks, roles }: Plan): readonly Plan['roles'][0][] {
  const named = new Set(tasks.flatMap(planned));
  return roles.filter(({ id }) => named.has(id));
}

/** More tasks than this rest on nobody well: at least so many, and a third of all. */
const MANY = 5;

export function gapsIn(plan: Plan): readonly Gap[] {
  const named = new Set([
    ...lettered(plan).map(({ id }) => id),
    ...plan.decisions.flatMap(({ authority, consult, inform }) =>
      [authority, consult, inform].flat(),
    ),
  ]);
  const owned = new Map<string, number>();
  for (const role of plan.tasks.flatMap(({ accountable }) => accountable)) {
    owned.set(role, (owned.get(role) ?? 0) + 1);
  }
  return [
    ...plan.tasks.flatMap(taskGaps),
    ...plan.decisions.flatMap(({ id, authority }): readonly Gap[] =>
      authority.length === 0 ? [{ type: 'authority', decision: id }] : [],
    ),
    ...plan.roles.flatMap(({ id, playedBy }): readonly Gap[] =>
      playedBy === 'participant' && !named.has(id) ? [{ type: 'idle', role: id }] : [],
    ),
    ...[...owned].flatMap(([role, count]): readonly Gap[] =>
      count >= MANY && count * 3 >= plan.tasks.length ? [{ type: 'loaded', role, count }] : [],
    ),
  ];
}

function taskGaps({ id, accountable, responsible, ambiguity }: Task): readonly Gap[] {
  const meant = ambiguity !== undefined;
  return [
    ...(accountable.length === 0 ? [{ type: 'accountable', task: id, meant } as const] : []),
    ...(accountable.length > 1
      ? [{ type: 'several', task: id, roles: accountable, meant } as const]
      : []),
    ...(responsible.length === 0 ? [{ type: 'responsible', task: id } as const] : []),
  ];
}
