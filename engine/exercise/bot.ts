/**
 * Bots for the chairs that nobody has taken, and for simulated roles that control hands to them: what
 * they mean to do, in the order it falls due.
 * Each behaves in its own way (bots/behaviour.ts); unless told otherwise, as a diligent but human
 * participant. Knows: plan, state, seed. Does not know: wall time.
 */
import type { RoleId } from '../plan/plan.ts';
import type { Lang } from '../scenario/text.ts';
import type { Ms } from '../scenario/time.ts';
import { behaviourOf, type Behave, type Manner } from './bots/behaviour.ts';
import { followHabits } from './bots/habits.ts';
import type { Act, Intent, Plot } from './bots/intent.ts';
import { permit, type Order } from './bots/order.ts';
import { createDesk, type Desk, type Pile } from './bots/queue.ts';
import { createUnderstudy } from './bots/simulated.ts';
import { followOrders } from './bots/steer.ts';
import { followWhims } from './bots/whim.ts';
import type { ExerciseEvent } from './entry.ts';
import { popHeap, pushHeap } from './heap.ts';
import type { ExerciseState } from './state.ts';

export type Bots = {
  /** Lets the bots take notice of an event, applied to the state already. */
  readonly notice: (state: ExerciseState, event: ExerciseEvent) => void;
  readonly next: () => Intent | undefined;
  readonly take: () => Intent | undefined;
  /** Forgets what should have been done by now: after a replay it has been. */
  readonly skipTo: (at: Ms) => void;
};

/** Bots, and how high the overloaded ones' piles have been. */
export type Crew = Bots & { readonly piles: () => ReadonlyMap<RoleId, Pile> };

export function createBots(
  seed: number,
  lang: Lang,
  behave: Behave = new Map(),
  orders: readonly Order[] = [],
): Crew {
  const intents: Intent[] = [];
  const meant = new Set<string>();
  const desks = new Map<RoleId, Desk>();
  const manner: Manner = { seed, lang, behave };
  let count = 0;

  const push = (due: Ms, role: RoleId, input: Act): void =>
    pushHeap(intents, { due, number: count++, role, input });

  const deskOf = (role: RoleId): Desk => {
    const desk = desks.get(role) ?? createDesk((at, act) => push(at, role, act));
    desks.set(role, desk);
    return desk;
  };

  const plotAt =
    (at: Ms): Plot =>
    (key, role, delay, act) => {
      const behaviour = behaviourOf(manner, role);
      const name = `${role} ${key}`;
      if (behaviour === 'silent' || meant.has(name)) return;
      meant.add(name);
      const due = at + Math.max(0, Math.round(delay));
      const allowed: Act = (state) => permit(state, role, act(state), orders);
      push(due, role, behaviour === 'overloaded' ? deskOf(role).arrive(due, allowed) : allowed);
    };

  const understudy = createUnderstudy(manner, (due, role, reply) =>
    pushHeap(intents, { due, number: count++, role, reply }),
  );

  return {
    notice: (state, event) => {
      const plot = plotAt(state.at);
      understudy(state, event);
      followHabits(state, event, plot, manner);
      followWhims(state, event, plot, manner);
      followOrders(state, event, plot, manner, orders);
    },
    next: () => intents[0],
    take: () => popHeap(intents),
    skipTo: (at) => {
      while (intents[0] && intents[0].due <= at) popHeap(intents);
    },
    piles: () => new Map([...desks].map(([role, desk]) => [role, desk.pile()])),
  };
}
