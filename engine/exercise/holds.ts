/** Whether a condition holds now. Knows: the state. Does not know: what follows from it (step). */
import type { Condition } from '../scenario/condition.ts';
import { knows, standsIn, type ExerciseState } from './state.ts';

export function holds(state: ExerciseState, condition: Condition): boolean {
  switch (condition.type) {
    case 'fact': {
      const known = (role: string): boolean => knows(state, role, condition.fact);
      return condition.mode === 'all' ? condition.by.every(known) : condition.by.some(known);
    }
    case 'task': {
      const task = state.tasks.get(condition.task);
      if (!task) return false;
      if (condition.is === 'overdue') return task.overdue;
      if (condition.is === 'claimed') return task.holders.length > 0;
      return task.status === condition.is;
    }
    case 'decision': {
      const decision = state.decisions.get(condition.decision);
      if (condition.is === 'open' || condition.is === 'made') {
        return decision?.status === condition.is;
      }
      return decision?.made?.option === condition.is;
    }
    case 'inject': {
      const inject = state.injects.get(condition.inject);
      if (inject?.status !== 'released') return false;
      const { is } = condition;
      if (is === 'released' || inject[is].size > 0) return true;
      return inject.repeated.some((id) => (state.injects.get(id)?.[is].size ?? 0) > 0);
    }
    case 'expectation':
      return expectationIs(state, condition.expectation, condition.is);
    case 'phase':
      return standsIn(state, condition.phase);
    case 'clock': {
      const clock = state.clocks.get(condition.clock);
      return condition.is === 'late' ? clock?.missed === true : clock?.status === condition.is;
    }
    case 'service': {
      const level = state.services.get(condition.service)?.level;
      return level === (condition.is === 'up' ? 1 : 0);
    }
    case 'time-after':
      return state.at >= condition.at;
    case 'all':
      return condition.of.every((part) => holds(state, part));
    case 'any':
      return condition.of.some((part) => holds(state, part));
    case 'not':
      return !holds(state, condition.of);
    default:
      return condition satisfies never;
  }
}

/**
 * An expectation on several roles is met when all of them met it, and overdue when one of them is;
 * `<name>/<role>` asks for one role's part.
 * Overdue counts also when it was done late: the time ran out all the same.
 */
function expectationIs(state: ExerciseState, id: string, is: 'met' | 'overdue'): boolean {
  const ids = state.lookup.expectationsNamed.get(id) ?? [id];
  // Those that control sent it past owe nothing: their part was never opened.
  const statuses = ids.flatMap((one) => state.obligations.get(one)?.status ?? []);
  if (is === 'met') return statuses.length > 0 && statuses.every((status) => status === 'met');
  return statuses.some((s) => s === 'overdue' || s === 'late' || s === 'lapsed');
}
