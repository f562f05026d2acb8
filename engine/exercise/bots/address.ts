/**
 * Whom a bot tells what it should pass on: the right role, or a wrong one that might have been.
 * Knows: the plan's organisations. Does not know: what is told.
 */
import type { RoleId } from '../../plan/plan.ts';
import { chance } from '../chance.ts';
import type { ExerciseState } from '../state.ts';
import { behaviourOf, type Manner } from './behaviour.ts';

/** How often a bot that does as it likes gets the receiver wrong. */
const ASTRAY = 0.3;

export function addressees(
  state: ExerciseState,
  from: RoleId,
  to: readonly RoleId[],
  manner: Manner,
): readonly RoleId[] {
  const behaviour = behaviourOf(manner, from);
  const name = `address ${from} ${to.join(' ')}`;
  const astray = behaviour === 'random' && chance(manner.seed, `${name} astray`) < ASTRAY;
  if (behaviour !== 'wrong-addressee' && !astray) return to;
  const wrong = mistakable(state, from, to);
  const found = wrong[Math.floor(chance(manner.seed, name) * wrong.length)];
  return found === undefined ? to : [found];
}

/** Colleagues of the right receiver; else one's own; else anybody. */
function mistakable(state: ExerciseState, from: RoleId, to: readonly RoleId[]): readonly RoleId[] {
  const { plan, roles, rolesOf } = state.lookup;
  const others = (ids: readonly RoleId[]): readonly RoleId[] =>
    ids.filter((id) => id !== from && !to.includes(id));
  const house = (role: RoleId): readonly RoleId[] =>
    rolesOf.get(roles.get(role)?.organisation ?? '') ?? [];
  const choices = [to.flatMap(house), house(from), plan.roles.map(({ id }) => id)];
  return choices.map(others).find((ids) => ids.length > 0) ?? [];
}
