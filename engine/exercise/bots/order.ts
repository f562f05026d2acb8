/**
 * Orders that steer bots through an exercise: what is to be chosen, left undone, told or kept back.
 * Knows: which acts an order forbids or changes. Does not know: why (a path to something wants it).
 */
import type { Decision, Expectation, RoleId } from '../../plan/plan.ts';
import type { RoleInput } from '../entry.ts';
import { carried, received, standsIn, type ExerciseState } from '../state.ts';

export type Order =
  /** Choose the option; while the exercise stands in the phase, where one is named. */
  | {
      readonly type: 'decide';
      readonly decision: string;
      readonly option: string;
      readonly phase?: string;
    }
  /** Let the window lapse, so that the default is taken. */
  | { readonly type: 'undecided'; readonly decision: string }
  /** Do what is expected only when its time has run out. */
  | { readonly type: 'lapse'; readonly expectation: string }
  | { readonly type: 'meet'; readonly expectation: string }
  /** Finish it in time; `by`: this role, whoever else could. */
  | { readonly type: 'do'; readonly task: string; readonly by?: RoleId }
  /** Finish it only when it is overdue, and its deadline missed where one runs. */
  | { readonly type: 'delay'; readonly task: string }
  /** Leave it undone: for good, or until something has come. */
  | { readonly type: 'skip'; readonly task: string; readonly until?: Until }
  | { readonly type: 'tell'; readonly fact: string; readonly from: RoleId; readonly to: RoleId }
  /** Write to the role about an inject, or a task, whatever there is to say. */
  | {
      readonly type: 'write';
      readonly from: RoleId;
      readonly to: RoleId;
      readonly about: { readonly inject: string } | { readonly task: string };
    }
  /** The role does not open what carries the fact. */
  | { readonly type: 'keep'; readonly fact: string; readonly role: RoleId }
  | {
      readonly type: 'react';
      readonly inject: string;
      readonly role: RoleId;
      readonly how: 'opened' | 'acknowledged' | 'answered';
    }
  | {
      readonly type: 'ignore';
      readonly inject: string;
      readonly how: 'opened' | 'acknowledged' | 'answered';
    }
  | {
      readonly type: 'declare';
      readonly role: RoleId;
      readonly matter: string;
      readonly task: string;
    }
  | { readonly type: 'hush'; readonly organisation: string; readonly matter: string }
  /** Leave the phase for this one, and for no other. */
  | { readonly type: 'leave'; readonly phase: string; readonly to: string }
  /** Only the facilitator can do this. */
  | { readonly type: 'release'; readonly inject: string };

/** A phase that has been entered, or an inject that is out. */
export type Until = { readonly type: 'phase' | 'inject'; readonly id: string };

export function hasCome(state: ExerciseState, { type, id }: Until): boolean {
  return type === 'phase' ? state.visited.has(id) : state.injects.get(id)?.status === 'released';
}

/** The act as the orders let it be: unchanged, changed, or not at all. */
export function permit(
  state: ExerciseState,
  role: RoleId,
  input: RoleInput | undefined,
  orders: readonly Order[],
): RoleInput | undefined {
  if (!input || orders.length === 0) return input;
  if (input.type === 'decision.record') return permitChoice(state, role, input, orders);
  return orders.some((order) => forbids(state, role, input, order)) ? undefined : input;
}

function forbids(state: ExerciseState, role: RoleId, input: RoleInput, order: Order): boolean {
  switch (order.type) {
    case 'lapse':
      return fulfilsEarly(state, role, input, order.expectation);
    case 'keep':
      return opens(input) && order.role === role && carries(state, role, input.item, order.fact);
    case 'ignore':
      return touches(input, order.inject, order.how);
    case 'skip':
      if (order.until && hasCome(state, order.until)) return false;
      return (
        (input.type === 'task.finish' || input.type === 'task.claim') && input.task === order.task
      );
    case 'do':
      return (
        order.by !== undefined &&
        order.by !== role &&
        input.type === 'task.finish' &&
        input.task === order.task
      );
    case 'delay':
      return (
        input.type === 'task.finish' && input.task === order.task && !isLate(state, order.task)
      );
    case 'hush':
      return (
        input.type === 'awareness.declare' &&
        input.matter === order.matter &&
        state.lookup.roles.get(role)?.organisation === order.organisation
      );
    default:
      return false;
  }
}

type Opening = Extract<RoleInput, { type: 'item.open' | 'item.acknowledge' }>;
const opens = (input: RoleInput): input is Opening =>
  input.type === 'item.open' || input.type === 'item.acknowledge';

function carries(state: ExerciseState, role: RoleId, item: string, fact: string): boolean {
  const found = received(state, role, item);
  return found !== undefined && carried(found).includes(fact);
}

function touches(
  input: RoleInput,
  inject: string,
  how: 'opened' | 'acknowledged' | 'answered',
): boolean {
  if (input.type === 'message.send') return how === 'answered' && input.replyTo === inject;
  if (!opens(input) || input.item !== inject) return false;
  return how === 'opened' || (how === 'acknowledged' && input.type === 'item.acknowledge');
}

/** A late one stays open until it is overdue, and until its clock, if that runs, has run out. */
export function isLate(state: ExerciseState, id: string): boolean {
  const clock = state.clocks.get(id);
  const waits = clock?.status === 'running' && clock.due !== undefined && !clock.missed;
  return state.tasks.get(id)?.overdue === true && !waits;
}

/** Whether the act would meet an expectation whose time is to run out first. */
function fulfilsEarly(
  state: ExerciseState,
  role: RoleId,
  input: RoleInput,
  expectation: string,
): boolean {
  const row = state.lookup.expectations.get(expectation);
  const status = state.obligations.get(expectation)?.status;
  if (!row || (status !== undefined && status !== 'open')) return false;
  return fulfils(state, role, input, row);
}

function fulfils(state: ExerciseState, role: RoleId, input: RoleInput, row: Expectation): boolean {
  switch (row.does) {
    // Whoever finishes the task or decides takes the matter out of the role's hands.
    case 'task':
      return input.type === 'task.finish' && input.task === row.task;
    case 'decision':
      return input.type === 'decision.record' && input.decision === row.decision;
    case 'declare': {
      const house = (id: RoleId): string | undefined => state.lookup.roles.get(id)?.organisation;
      return input.type === 'awareness.declare' && house(role) === house(row.role);
    }
    case 'open':
      return role === row.role && touches(input, row.inject, 'opened');
    case 'acknowledge':
      return role === row.role && touches(input, row.inject, 'acknowledged');
    case 'answer':
      return role === row.role && touches(input, row.inject, 'answered');
    case 'message': {
      if (role !== row.role || input.type !== 'message.send') return false;
      const facts = input.facts ?? [];
      const reached = row.to.some((to) => input.to.includes(to));
      return reached && row.facts.every((fact) => facts.includes(fact));
    }
    default:
      return row.does satisfies never;
  }
}

type Choice = Extract<RoleInput, { type: 'decision.record' }>;

function permitChoice(
  state: ExerciseState,
  role: RoleId,
  input: Choice,
  orders: readonly Order[],
): Choice | undefined {
  const decision = state.lookup.decisions.get(input.decision);
  if (!decision) return undefined;
  const about = orders.filter((order) => 'decision' in order && order.decision === decision.id);
  if (about.some(({ type }) => type === 'undecided')) return undefined;
  const early = orders.some(
    (order) => order.type === 'lapse' && fulfilsEarly(state, role, input, order.expectation),
  );
  if (early) return undefined;
  const wanted = about.find((order) => order.type === 'decide');
  if (wanted) {
    const here = wanted.phase === undefined || standsIn(state, wanted.phase);
    return here ? { ...input, option: wanted.option } : undefined;
  }
  const option = stayingOption(state, decision, input.option, orders);
  return option === undefined ? undefined : { ...input, option };
}

/** The drawn option, or the first that does not lead the storyline off its way. */
function stayingOption(
  state: ExerciseState,
  { options, phases }: Decision,
  drawn: string,
  orders: readonly Order[],
): string | undefined {
  const from = phases.find((phase) => standsIn(state, phase));
  if (from === undefined) return drawn;
  const way = orders.find((order) => order.type === 'leave' && order.phase === from);
  const to = way?.type === 'leave' ? way.to : undefined;
  // Where every option leads away, one must be chosen all the same, unless another way is wanted.
  if (to === undefined && options.every(({ goto }) => goto !== undefined)) return drawn;
  const stays = options.filter(({ goto }) => goto === undefined || goto === from || goto === to);
  return (stays.find(({ id }) => id === drawn) ?? stays[0])?.id;
}
