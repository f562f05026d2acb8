/** A heap of things that fall due, ordered by (due, number). Does not know: what they are. */
import type { Ms } from '../scenario/time.ts';

/** `number` ascends as things are added, and decides between those due at the same time. */
export type Timed = { readonly due: Ms; readonly number: number };

export function before(a: Timed, b: Timed): boolean {
  return a.due < b.due || (a.due === b.due && a.number < b.number);
}

export function pushHeap<T extends Timed>(heap: T[], item: T): void {
  let i = heap.push(item) - 1;
  while (i > 0) {
    const parent = (i - 1) >> 1;
    const above = heap[parent];
    if (!above || before(above, item)) break;
    heap[i] = above;
    i = parent;
  }
  heap[i] = item;
}

export function popHeap<T extends Timed>(heap: T[]): T | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (top && last && top !== last) sink(heap, last);
  return top;
}

function sink<T extends Timed>(heap: T[], item: T): void {
  let i = 0;
  for (;;) {
    const left = heap[2 * i + 1];
    const right = heap[2 * i + 2];
    const child = left && right && before(right, left) ? 2 * i + 2 : 2 * i + 1;
    const below = heap[child];
    if (!below || before(item, below)) break;
    heap[i] = below;
    i = child;
  }
  heap[i] = item;
}
