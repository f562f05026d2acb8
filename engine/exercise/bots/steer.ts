/**
 * What bots do because they were ordered to, at the time when it can first be done.
 * Knows: orders. Does not know: what they must not do (order.ts).
 */
import type { RoleId } from '../../plan/plan.ts';
import { say } from '../../scenario/text.ts';
import { MINUTE } from '../../scenario/time.ts';
import { BOT_TEXT } from '../bottext.ts';
import type { ControlInput, ExerciseEvent } from '../entry.ts';
import { inPhase } from '../run.ts';
import { received, standsIn, type ExerciseState } from '../state.ts';
import { seesTask } from '../visible.ts';
import { declare } from './awareness.ts';
import type { Manner } from './behaviour.ts';
import { choose } from './decisions.ts';
import type { Plot } from './intent.ts';
import { acknowledge, answer } from './items.ts';
import type { Order } from './order.ts';
import { finish } from './tasks.ts';
import { doers, tell } from './telling.ts';

/** Soon, but behind what others do at once. */
const SOON = 5 * MINUTE;

export function followOrders(
  state: ExerciseState,
  event: ExerciseEvent,
  plot: Plot,
  manner: Manner,
  orders: readonly Order[],
): void {
  for (const order of orders) followOrder(state, event, plot, manner, order, orders);
}

function followOrder(
  state: ExerciseState,
  event: ExerciseEvent,
  plot: Plot,
  manner: Manner,
  order: Order,
  orders: readonly Order[],
): void {
  switch (order.type) {
    case 'decide':
      if (isCalled(state, event, order)) decideAsTold(state, order, plot, manner);
      return;
    case 'lapse':
      if (event.type === 'obligation.overdue' && event.obligation === order.expectation) {
        makeGood(state, order.expectation, plot, manner, orders);
      }
      return;
    case 'do':
      if (event.type === 'task.started' && event.task === order.task) {
        const within = state.lookup.tasks.get(order.task)?.within ?? 0;
        finishIt(state, order.task, within * 0.7, plot, manner, orders);
      }
      return;
    case 'delay':
      if (
        (event.type === 'task.overdue' && event.task === order.task) ||
        (event.type === 'clock.missed' && event.clock === order.task)
      ) {
        finishIt(state, order.task, SOON, plot, manner, orders);
      }
      return;
    case 'tell': {
      const { fact, from, to } = order;
      if (event.type !== 'fact.known' || event.fact !== fact || event.role !== from) return;
      plot(`order tell ${fact} ${to}`, from, SOON, (now) => tell(now, from, to, fact, manner.lang));
      return;
    }
    case 'write':
      writeAsTold(state, event, order, plot, manner);
      return;
    case 'skip': {
      const { until, task } = order;
      const came =
        until &&
        ((event.type === 'phase.entered' && until.type === 'phase' && event.phase === until.id) ||
          (event.type === 'inject.released' &&
            until.type === 'inject' &&
            event.inject === until.id));
      if (came) finishIt(state, task, SOON, plot, manner, orders);
      return;
    }
    case 'react': {
      const { inject, role, how } = order;
      if (event.type !== 'inject.released' || event.inject !== inject) return;
      plot(`order ${how} ${inject}`, role, SOON, (now) => {
        if (how === 'acknowledged') return acknowledge(now, role, inject);
        if (how === 'answered') return answer(now, role, inject, manner);
        return received(now, role, inject)?.opened.has(role)
          ? undefined
          : { type: 'item.open', item: inject };
      });
      return;
    }
    case 'declare':
      if (event.type === 'task.started' && event.task === order.task) {
        const { role, matter } = order;
        plot(`order declare ${matter}`, role, SOON, (now) =>
          declare(now, role, manner.lang, matter),
        );
      }
      return;
    case 'undecided':
    case 'meet':
    case 'keep':
    case 'ignore':
    case 'hush':
    case 'leave':
    case 'release':
      return;
    default:
      order satisfies never;
  }
}

/** The decision opens where it should be made, or the storyline comes there while it is open. */
function isCalled(
  state: ExerciseState,
  event: ExerciseEvent,
  { decision, phase }: Extract<Order, { type: 'decide' }>,
): boolean {
  const here = phase === undefined || standsIn(state, phase);
  if (event.type === 'decision.opened') return event.decision === decision && here;
  if (event.type !== 'phase.entered' || event.phase !== phase) return false;
  return state.decisions.get(decision)?.status === 'open';
}

function decideAsTold(
  state: ExerciseState,
  { decision, option }: Extract<Order, { type: 'decide' }>,
  plot: Plot,
  manner: Manner,
): void {
  const { at, lookup } = state;
  const decider = lookup.decisions.get(decision)?.authority.find((role) => isPlayed(state, role));
  if (decider === undefined) return;
  const left = (state.decisions.get(decision)?.due ?? at) - at;
  plot(`order decide ${decision} ${at}`, decider, left * 0.4, (now) =>
    choose(now, decider, decision, manner, option),
  );
}

function makeGood(
  state: ExerciseState,
  id: string,
  plot: Plot,
  manner: Manner,
  orders: readonly Order[],
): void {
  const row = state.lookup.expectations.get(id);
  if (!row) return;
  const { role, inject } = row;
  if (row.does === 'open' || row.does === 'acknowledge') {
    plot(`order open ${id}`, role, SOON, (now) =>
      received(now, role, inject)?.opened.has(role)
        ? undefined
        : { type: 'item.open', item: inject },
    );
  }
  if (row.task !== undefined) finishIt(state, row.task, SOON, plot, manner, orders);
  const { decision } = row;
  if (decision !== undefined) {
    plot(`order decide ${id}`, role, SOON, (now) => choose(now, role, decision, manner));
  }
}

function finishIt(
  state: ExerciseState,
  id: string,
  delay: number,
  plot: Plot,
  manner: Manner,
  orders: readonly Order[],
): void {
  const task = state.lookup.tasks.get(id);
  const told = orders.find((order) => order.type === 'do' && order.task === id);
  const by = told?.type === 'do' ? told.by : undefined;
  const doer = by ?? (task && doers(task).find((role) => isPlayed(state, role)));
  if (doer === undefined) return;
  plot(`order finish ${id} ${state.at}`, doer, delay, (now) =>
    now.tasks.get(id)?.status === 'open' && seesTask(now, doer, id)
      ? finish(id, manner.lang)
      : undefined,
  );
}

function writeAsTold(
  state: ExerciseState,
  event: ExerciseEvent,
  { from, to, about }: Extract<Order, { type: 'write' }>,
  plot: Plot,
  manner: Manner,
): void {
  const { injects, tasks } = state.lookup;
  const called =
    'task' in about
      ? event.type === 'task.started' && event.task === about.task
      : event.type === 'item.opened' && event.item === about.inject && event.role === from;
  if (!called) return;
  const row = 'task' in about ? tasks.get(about.task) : injects.get(about.inject);
  const body = `${BOT_TEXT[manner.lang].inform} ${say(row?.title ?? '', manner.lang)}`;
  plot(`order write ${to}`, from, SOON, (now) =>
    'task' in about && !seesTask(now, from, about.task)
      ? undefined
      : { type: 'message.send', to: [to], about, body },
  );
}

export function isPlayed(state: ExerciseState, role: RoleId): boolean {
  return state.lookup.roles.get(role)?.playedBy === 'participant';
}

/** What the facilitator is to do now, where a path needs one. */
export function controlFor(
  state: ExerciseState,
  orders: readonly Order[],
): ControlInput | undefined {
  for (const order of orders) {
    const inject = order.type === 'release' ? state.injects.get(order.inject) : undefined;
    if (inject?.status === 'planned' && state.status === 'running' && inPhase(state, inject)) {
      return { type: 'inject.release', inject: inject.row.id };
    }
  }
  return undefined;
}
