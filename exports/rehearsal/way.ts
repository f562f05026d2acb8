/** One way to a goal. Knows: what a way is made of and what it costs. Does not know: any goal. */
import type { Order } from '../../engine/exercise/bots/order.ts';
import type { Goal } from './goal.ts';

/** One way to a goal: what must come first, what is to be done, and how many acts of will it takes. */
export type Way = {
  readonly goals: readonly Goal[];
  readonly orders: readonly Order[];
  readonly cost: number;
};

/** What a diligent role does unasked costs little, so that of two ways the more natural one wins. */
export const HABIT = 0.1;
export const WILL = 1;
export const way = (goals: readonly Goal[], cost = 0, ...orders: readonly Order[]): Way => ({
  goals,
  orders,
  cost,
});
