/**
 * The shortest path to something: from the goal back to STARTEX, cheapest first (Dijkstra over sets
 * of goals still open). Knows: goals and ways. Does not know: whether a run would walk it (reach.ts).
 */
import type { Order } from '../../engine/exercise/bots/order.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import { popHeap, pushHeap, type Timed } from '../../engine/exercise/heap.ts';
import { byCodeUnit } from '../../engine/scenario/text.ts';
import { goalKey, type Goal } from './goal.ts';
import { waysTo } from './ways.ts';

export type Step =
  | { readonly type: 'order'; readonly order: Order }
  | { readonly type: 'phase'; readonly phase: string }
  | { readonly type: 'inject'; readonly inject: string };

export type Path = {
  /** What is done and what comes of it, in order. */
  readonly steps: readonly Step[];
  readonly orders: readonly Order[];
  /** Acts of will: choices, lapses, tellings that no plan asks for. */
  readonly cost: number;
  /** Some of it only a facilitator can do. */
  readonly control: boolean;
};

/** Why there is no path: goals that nothing leads to. `limit`: the search was given up. */
export type DeadEnd = { readonly blocked: readonly Goal[]; readonly limit: boolean };

type Pending =
  { readonly goal: Goal; readonly above: readonly string[] } | { readonly emit: readonly Step[] };
type List<T> = { readonly head: T; readonly tail: List<T> } | undefined;

type Node = Timed & {
  readonly cost: number;
  readonly pending: List<Pending>;
  readonly reached: ReadonlySet<string>;
  readonly orders: ReadonlyMap<string, Order>;
  readonly steps: readonly Step[];
};

/** So many nodes are looked at for one goal. */
const MOST = 6_000;
/** Costs as whole thousandths: sums of tenths would differ in the last bit by their order. */
const SCALE = 1_000;
/** Of two paths with equal acts the one with fewer links wins. */
const STEP = 0.002;

/** Paths to the goal, cheapest first. Returns why there are no more. */
export function* pathsTo(plan: Plan, goal: Goal): Generator<Path, DeadEnd> {
  const heap: Node[] = [];
  const found = new Set<string>();
  const blocked = new Map<string, Goal>();
  let number = 0;
  const push = (node: Open): void =>
    pushHeap(heap, { ...node, due: Math.round(node.cost * SCALE), number: number++ });
  push({
    cost: 0,
    pending: { head: { goal, above: [] }, tail: undefined },
    reached: new Set(),
    orders: new Map(),
    steps: [],
  });
  for (let looked = 0; looked < MOST; looked += 1) {
    const node = popHeap(heap);
    if (!node) return { blocked: [...blocked.values()], limit: false };
    const { pending, steps } = settle(node);
    const next = pending?.head;
    if (next && 'goal' in next) {
      expand(plan, { ...node, pending, steps }, next, blocked, push);
      continue;
    }
    const key = [...node.orders.keys()].sort(byCodeUnit).join('\n');
    if (found.has(key)) continue;
    found.add(key);
    yield pathOf(node, steps);
  }
  return { blocked: [...blocked.values()], limit: true };
}

type Open = Omit<Node, 'due' | 'number'>;

/** Writes down what has come about by now, and drops goals that have been reached on the way. */
function settle(node: Open): Pick<Open, 'pending' | 'steps'> {
  const steps = [...node.steps];
  let { pending } = node;
  for (; pending; pending = pending.tail) {
    const { head } = pending;
    if ('emit' in head) steps.push(...head.emit);
    else if (!node.reached.has(goalKey(head.goal)) || head.above.includes(goalKey(head.goal)))
      break;
  }
  return { pending, steps };
}

function expand(
  plan: Plan,
  node: Open,
  { goal, above }: Extract<Pending, { goal: Goal }>,
  blocked: Map<string, Goal>,
  push: (node: Open) => void,
): void {
  const key = goalKey(goal);
  // What leads back to itself leads nowhere.
  if (above.includes(key)) return;
  const ways = waysTo(plan, goal);
  if (ways.length === 0) blocked.set(key, goal);
  const reached = new Set(node.reached).add(key);
  for (const way of ways) {
    const orders = merge(node.orders, way.orders);
    if (!orders) continue;
    const fresh = way.orders.filter((order) => !node.orders.has(JSON.stringify(order)));
    const emit: readonly Step[] = [
      ...fresh.map((order): Step => ({ type: 'order', order })),
      ...landmarks(plan, goal),
    ];
    const rest: List<Pending> = { head: { emit }, tail: node.pending?.tail };
    const pending = way.goals.reduceRight<List<Pending>>(
      (tail, next) => ({ head: { goal: next, above: [...above, key] }, tail }),
      rest,
    );
    const cost = node.cost + (fresh.length === 0 && way.orders.length > 0 ? 0 : way.cost) + STEP;
    push({ cost, pending, reached, orders, steps: node.steps });
  }
}

/** What a reader recognises on the way. */
function landmarks(plan: Plan, goal: Goal): readonly Step[] {
  if (goal.type === 'phase' && goal.phase !== plan.begins) return [goal];
  return goal.type === 'inject' ? [goal] : [];
}

/** Both, or undefined where one forbids what the other asks. */
function merge(
  before: ReadonlyMap<string, Order>,
  added: readonly Order[],
): ReadonlyMap<string, Order> | undefined {
  const all = new Map(before);
  for (const order of added) {
    if ([...all.values()].some((other) => clashes(other, order))) return undefined;
    all.set(JSON.stringify(order), order);
  }
  return all;
}

function clashes(a: Order, b: Order): boolean {
  const either = (one: Order, other: Order): boolean => {
    switch (one.type) {
      case 'decide':
        if (other.type === 'undecided') return other.decision === one.decision;
        return (
          other.type === 'decide' &&
          other.decision === one.decision &&
          (other.option !== one.option ||
            (one.phase !== undefined && other.phase !== undefined && other.phase !== one.phase))
        );
      case 'do':
        return (
          other.type === 'do' &&
          other.task === one.task &&
          one.by !== undefined &&
          other.by !== undefined &&
          one.by !== other.by
        );
      case 'lapse':
        return other.type === 'meet' && other.expectation === one.expectation;
      case 'skip':
        return (
          one.until === undefined &&
          (other.type === 'do' || other.type === 'delay') &&
          other.task === one.task
        );
      case 'keep':
        return other.type === 'tell' && other.fact === one.fact && other.to === one.role;
      case 'ignore':
        return other.type === 'react' && other.inject === one.inject;
      case 'leave':
        return other.type === 'leave' && other.phase === one.phase && other.to !== one.to;
      default:
        return false;
    }
  };
  return either(a, b) || either(b, a);
}

function pathOf(node: Open, steps: readonly Step[]): Path {
  const orders = [...node.orders.values()];
  return {
    steps,
    orders,
    cost: Math.round(node.cost * SCALE) / SCALE,
    control: orders.some(({ type }) => type === 'release'),
  };
}
