/**
 * Who plays and who is simulated: the roles, with the organisation, the sector and the deputy of each.
 * Knows: the plan. Does not know: who sat in them.
 */
import type { Plan, RoleId } from '../../engine/plan/plan.ts';

export type Cast = {
  /** In the plan's order. Roles played by exercise control are not among them. */
  readonly players: readonly RoleId[];
  /** The others, in the plan's order. */
  readonly simulated: readonly RoleId[];
  readonly plays: (role: RoleId) => boolean;
  readonly organisation: (role: RoleId) => string;
  /** An organisation that names no sector is one by itself. */
  readonly sector: (role: RoleId) => string;
  readonly deputy: (role: RoleId) => RoleId | undefined;
};

export function castOf(plan: Plan): Cast {
  const roles = new Map(plan.roles.map((role) => [role.id, role]));
  const sectors = new Map(plan.organisations.map(({ id, sector }) => [id, sector]));
  const organisation = (role: RoleId): string => roles.get(role)?.organisation ?? '';
  const plays = (role: RoleId): boolean => roles.get(role)?.playedBy === 'participant';
  const all = [...roles.keys()];
  return {
    players: all.filter(plays),
    simulated: all.filter((role) => !plays(role)),
    plays,
    organisation,
    sector: (role) => sectors.get(organisation(role)) ?? organisation(role),
    deputy: (role) => roles.get(role)?.deputy,
  };
}
