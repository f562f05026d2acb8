/**
 * What this role has to do with a task, by what it took on and what it was asked and told: the plan
 * itself is secret unless the scenario shows one's own letters. Knows: a role's view.
 * Does not know: words.
 */
import type { RoleView, TaskRow } from '../engine/exercise/rows.ts';

/** A, R, C and I as they show in what was done. */
export const PARTS = ['accountable', 'responsible', 'consulted', 'informed'] as const;
export type Part = (typeof PARTS)[number];

/** Taken on, asked about, told about; the weightiest first. */
export function partsIn(view: RoleView, task: TaskRow): readonly Part[] {
  const me = view.me['me']?.id;
  const taken = task.holders.filter(({ role }) => role === me).map(({ as }) => as);
  const about = Object.values(view.items).filter(
    ({ sent, about }) => !sent && about?.task === task.id,
  );
  const holds: Readonly<Record<Part, boolean>> = {
    accountable: taken.includes('accountable'),
    responsible: taken.includes('responsible'),
    consulted: about.some(({ asks }) => asks),
    informed: about.some(({ asks }) => !asks),
  };
  return PARTS.filter((part) => holds[part]);
}

/** Which tasks a list shows: all one sees, those one has, those one was asked or told about. */
export const CUTS = ['all', 'ours', 'told'] as const;
export type Cut = (typeof CUTS)[number];

export function isInCut(parts: readonly Part[], cut: Cut): boolean {
  switch (cut) {
    case 'all':
      return true;
    case 'ours':
      return parts.includes('accountable') || parts.includes('responsible');
    case 'told':
      return parts.includes('consulted') || parts.includes('informed');
    default:
      return cut satisfies never;
  }
}
