/**
 * Roles in groups that fit one figure or table, whole organisations together where they can be.
 * Knows: organisations and sizes. Does not know: what is drawn of them.
 */
import type { Plan, Role } from '../../engine/plan/plan.ts';

export type RolePage = {
  readonly roles: readonly Role[];
  readonly organisations: readonly string[];
};

/** At most `most` roles a page. An organisation with more than a page of its own goes on to the next. */
export function pagesOf(plan: Plan, roles: readonly Role[], most: number): readonly RolePage[] {
  const order = plan.organisations.map(({ id }) => id);
  const groups = new Map<string, Role[]>(order.map((id) => [id, []]));
  for (const role of roles) {
    const group = groups.get(role.organisation);
    if (group) group.push(role);
    else groups.set(role.organisation, [role]);
  }
  const pages: Role[][] = [];
  for (const group of groups.values()) {
    for (let i = 0; i < group.length; i += most) {
      const part = group.slice(i, i + most);
      const last = pages.at(-1);
      if (last && last.length + part.length <= most) last.push(...part);
      else pages.push(part);
    }
  }
  return pages.map((page) => ({
    roles: page,
    organisations: [...new Set(page.map(({ organisation }) => organisation))],
  }));
}
