/**
 * Whom one can reach, and what one knows of them. Knows: a role's view. Does not know: words.
 */
import type { Ms } from '../engine/runtime/protocol.ts';
import type { RoleRow, RoleView, TaskRow } from '../engine/exercise/rows.ts';
import { others } from './view.ts';

export type Contact = RoleRow & {
  /** Open tasks that one sees it has taken on, by when they are due. */
  readonly holds: readonly TaskRow[];
  /** The roles it stands in for. */
  readonly standsInFor: readonly string[];
  /** When one last wrote to it, or it to oneself. */
  readonly last?: Ms;
};

export function contactsOf(view: RoleView): readonly Contact[] {
  const last = lastWritten(view);
  const open = Object.values(view.tasks)
    .filter(({ status }) => status === 'open')
    .sort((a, b) => a.due - b.due);
  return others(view).map((role) => {
    const at = last.get(role.id);
    return {
      ...role,
      holds: open.filter(({ holders }) => holders.some((holder) => holder.role === role.id)),
      standsInFor: Object.values(view.roles)
        .filter(({ deputy }) => deputy === role.id)
        .map(({ id }) => id),
      ...(at === undefined ? {} : { last: at }),
    };
  });
}

function lastWritten(view: RoleView): ReadonlyMap<string, Ms> {
  const last = new Map<string, Ms>();
  for (const { sent, from, to, at } of Object.values(view.items)) {
    const met = sent ? to : from.role === undefined ? [] : [from.role];
    for (const role of met) last.set(role, Math.max(at, last.get(role) ?? at));
  }
  return last;
}
