/**
 * What is to be reached. Knows: what a coverage mark asks for. Does not know: how it comes about.
 */
import type { Until } from '../../engine/exercise/bots/order.ts';
import { ENDEX } from '../../engine/plan/exercise.machine.ts';
import { lookup, type Lookup } from '../../engine/plan/lookup.ts';
import type { Plan, RoleId } from '../../engine/plan/plan.ts';
import type { Condition } from '../../engine/scenario/condition.ts';
import type { Mark } from './target.ts';

export type Goal =
  | { readonly type: 'phase'; readonly phase: string }
  | { readonly type: 'branch'; readonly phase: string; readonly way: number }
  | {
      readonly type: 'chosen';
      readonly decision: string;
      readonly option: string;
      readonly phase?: string;
    }
  | { readonly type: 'inject'; readonly inject: string }
  | {
      readonly type: 'reacted';
      readonly inject: string;
      readonly how: 'opened' | 'acknowledged' | 'answered';
    }
  | { readonly type: 'knows'; readonly fact: string; readonly role: RoleId }
  | {
      readonly type: 'task';
      readonly task: string;
      readonly is: 'open' | 'claimed' | 'done' | 'overdue';
    }
  | { readonly type: 'opened'; readonly decision: string }
  | { readonly type: 'expectation'; readonly expectation: string; readonly is: 'met' | 'overdue' }
  | { readonly type: 'clock'; readonly clock: string; readonly is: 'running' | 'met' | 'late' }
  | { readonly type: 'interface'; readonly interface: string; readonly used: boolean }
  | { readonly type: 'thread'; readonly thread: string }
  | { readonly type: 'question'; readonly question: string }
  | { readonly type: 'holds'; readonly condition: Condition; readonly until?: Until }
  | { readonly type: 'fails'; readonly condition: Condition; readonly until?: Until };

export const goalKey = (goal: Goal): string => JSON.stringify(goal);

/** The goal behind a coverage mark; undefined where the Plan has nothing by that name. */
export function goalOf(plan: Plan, { kind, id, mark }: Mark): Goal | undefined {
  const rows = lookup(plan);
  switch (kind) {
    case 'phases':
      return { type: 'phase', phase: id };
    case 'branches':
      return branchGoal(rows, id);
    case 'options': {
      const [decision = '', option = ''] = id.split('=');
      return { type: 'chosen', decision, option };
    }
    case 'injects':
    case 'contingencies':
      return { type: 'inject', inject: id };
    case 'tasks':
      return { type: 'task', task: id, is: mark === 'started' ? 'open' : 'done' };
    case 'interfaces':
      return { type: 'interface', interface: id, used: mark !== 'triggered' };
    case 'clocks':
      return {
        type: 'clock',
        clock: id,
        is: mark === 'started' ? 'running' : mark === 'late' ? 'late' : 'met',
      };
    case 'expectations':
      return { type: 'expectation', expectation: id, is: mark === 'met' ? 'met' : 'overdue' };
    case 'threads':
      return { type: 'thread', thread: id };
    case 'questions':
      return { type: 'question', question: id };
    default:
      return kind satisfies never;
  }
}

function branchGoal({ plan, phases }: Lookup, id: string): Goal | undefined {
  const [decision = '', option] = id.split('=');
  if (option !== undefined) {
    const [phase] = plan.decisions.find((row) => row.id === decision)?.phases ?? [];
    return { type: 'chosen', decision, option, ...(phase === undefined ? {} : { phase }) };
  }
  const [from = '', rest = ''] = id.split('>');
  const [to = '', nth = '1'] = rest.split('#');
  const ways = phases.get(from)?.next ?? [];
  const same = [...ways.keys()].filter((i) => ways[i]?.to === to);
  const index = to === ENDEX ? -1 : same[Number(nth) - 1];
  return index === undefined ? undefined : { type: 'branch', phase: from, way: index };
}
