/**
 * The ways in which a condition comes to hold, and those in which it is kept from holding.
 * Knows: conditions. Does not know: how the things they name come about (ways.ts).
 */
import type { Order, Until } from '../../engine/exercise/bots/order.ts';
import type { Lookup } from '../../engine/plan/lookup.ts';
import type { Condition } from '../../engine/scenario/condition.ts';
import type { Goal } from './goal.ts';
import { HABIT, way, WILL, type Way } from './way.ts';

type Held = { readonly condition: Condition; readonly until?: Until };

export function waysToHold(rows: Lookup, { condition, until }: Held): readonly Way[] {
  const when = until === undefined ? {} : { until };
  switch (condition.type) {
    case 'fact': {
      const goals = condition.by.map((role): Goal => ({
        type: 'knows',
        fact: condition.fact,
        role,
      }));
      return condition.mode === 'all' ? [way(goals)] : goals.map((goal) => way([goal]));
    }
    case 'task':
      return [way([{ type: 'task', task: condition.task, is: condition.is }])];
    case 'decision': {
      const { decision, is } = condition;
      return is === 'open' || is === 'made'
        ? [way([{ type: 'opened', decision }])]
        : [way([{ type: 'chosen', decision, option: is }])];
    }
    case 'inject': {
      const { inject, is } = condition;
      return is === 'released'
        ? [way([{ type: 'inject', inject }])]
        : [way([{ type: 'reacted', inject, how: is }])];
    }
    case 'expectation':
      return [way([condition])];
    case 'phase':
      return [way([{ type: 'phase', phase: condition.phase }])];
    case 'clock':
      return [way([condition])];
    case 'service':
      return condition.is === 'up'
        ? waysUp(rows, condition.service)
        : waysDown(rows, condition.service);
    case 'time-after':
      return condition.at <= rows.plan.length ? [way([])] : [];
    case 'all':
      return [way(condition.of.map((part): Goal => ({ type: 'holds', condition: part, ...when })))];
    case 'any':
      return condition.of.map((part) => way([{ type: 'holds', condition: part, ...when }]));
    case 'not':
      return [way([{ type: 'fails', condition: condition.of, ...when }])];
    default:
      return condition satisfies never;
  }
}

/** What restores it altogether; where nothing does, it has to have been left alone. */
function waysUp(rows: Lookup, service: string): readonly Way[] {
  const full = (row: { readonly service: string; readonly level: number }): boolean =>
    row.service === service && row.level === 1;
  const tasks = rows.plan.tasks.filter(({ restores = [] }) => restores.some(full));
  const injects = rows.plan.injects.filter(({ services = [] }) => services.some(full));
  const ways = [
    ...tasks.map(({ id }) => way([{ type: 'task', task: id, is: 'done' }])),
    ...injects.map(({ id }) => way([{ type: 'inject', inject: id }])),
  ];
  return ways.length > 0 ? ways : [way([])];
}

function waysDown(rows: Lookup, service: string): readonly Way[] {
  return rows.plan.injects
    .filter(({ services = [] }) =>
      services.some((row) => row.service === service && row.level === 0),
    )
    .map(({ id }) => way([{ type: 'inject', inject: id }]));
}

/** What is not so yet need not be brought about; what would come by itself must be kept from coming. */
const LEFT_ALONE = way([], 2 * HABIT);

export function waysToFail(rows: Lookup, { condition, until }: Held): readonly Way[] {
  const when = until === undefined ? {} : { until };
  switch (condition.type) {
    case 'fact': {
      const { fact, by, mode } = condition;
      const kept = by.map((role): Order => ({ type: 'keep', fact, role }));
      return mode === 'any'
        ? [way([], WILL * kept.length, ...kept)]
        : kept.map((order) => way([], WILL, order));
    }
    case 'task': {
      const { task, is } = condition;
      if (is === 'open' || is === 'overdue')
        return [LEFT_ALONE, way([], HABIT, { type: 'do', task })];
      return [way([], WILL, { type: 'skip', task, ...when })];
    }
    case 'decision': {
      const { decision, is } = condition;
      const options = rows.decisions.get(decision)?.options ?? [];
      const others = options.filter(({ id }) => id !== is);
      if (is === 'open' || is === 'made') return [LEFT_ALONE];
      return others.map(({ id }) => way([], WILL, { type: 'decide', decision, option: id }));
    }
    case 'inject': {
      const { inject, is } = condition;
      return is === 'released'
        ? [LEFT_ALONE]
        : [way([], WILL, { type: 'ignore', inject, how: is })];
    }
    case 'expectation': {
      const ids = rows.expectationsNamed.get(condition.expectation) ?? [condition.expectation];
      if (condition.is === 'met') {
        return ids.map((id) => way([], WILL, { type: 'lapse', expectation: id }));
      }
      return [way([], HABIT, ...ids.map((id): Order => ({ type: 'meet', expectation: id })))];
    }
    case 'clock': {
      const clock = rows.clocks.get(condition.clock);
      if (!clock) return [LEFT_ALONE];
      const { organisation, matter } = clock;
      if (condition.is === 'running')
        return [way([], WILL, { type: 'hush', organisation, matter })];
      if (condition.is === 'met') return [way([], WILL, { type: 'skip', task: clock.id, ...when })];
      return [way([], HABIT, { type: 'do', task: clock.id })];
    }
    case 'phase':
    case 'service':
    case 'time-after':
      return [LEFT_ALONE];
    case 'all':
      return condition.of.map((part) => way([{ type: 'fails', condition: part, ...when }]));
    case 'any':
      return [way(condition.of.map((part): Goal => ({ type: 'fails', condition: part, ...when })))];
    case 'not':
      return [way([{ type: 'holds', condition: condition.of, ...when }])];
    default:
      return condition satisfies never;
  }
}
