/**
 * To whom one can write in one tap: those one has written to together before, everybody in a
 * message, those outside the exercise one has heard from. Knows: a role's view.
 * Does not know: how it is chosen.
 */
import { byCodeUnit, type Lang } from '../engine/runtime/protocol.ts';
import type { ItemRow, RoleView } from '../engine/exercise/rows.ts';
import { plainLine } from './plain.ts';
import { items, line } from './view.ts';

/** So many are proposed; more would have to be searched, and there is a list for that. */
const MOST = 5;

/** Sets of two or more roles that one has written to, the latest first, each once. */
export function groups(view: RoleView): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  for (const { to } of items(view, 'sent')) {
    const roles = to.filter((role) => view.roles[role]);
    const key = setKey(roles);
    if (roles.length > 1 && !found.has(key)) found.set(key, roles);
  }
  return [...found.values()].slice(0, MOST);
}

export function sameRoles(a: readonly string[], b: readonly string[]): boolean {
  return setKey(a) === setKey(b);
}

function setKey(roles: readonly string[]): string {
  return [...new Set(roles)].sort(byCodeUnit).join(' ');
}

/** The roles that sent or received it, but oneself. */
export function everybody(view: RoleView, item: ItemRow): readonly string[] {
  const me = view.me['me']?.id;
  const from = item.from.role === undefined ? [] : [item.from.role];
  return [...new Set([...from, ...item.to])].filter((role) => role !== me && view.roles[role]);
}

/** Names outside the exercise that one has heard from or written to, the latest first. */
export function outsiders(view: RoleView, lang: Lang): readonly string[] {
  const told = Object.values(view.items)
    .sort((a, b) => b.seq - a.seq)
    .flatMap(({ from, sent, outside }) => {
      if (sent) return outside === undefined ? [] : [plainLine(outside)];
      return from.role === undefined ? [line(from.name, lang)] : [];
    });
  return [...new Set(told)].filter((name) => name !== '').slice(0, MOST);
}
