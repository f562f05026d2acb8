/**
 * The earliest moment at which each thing can happen. Knows: how waiting propagates.
 * Does not know: scenarios. (Knuth's generalisation of shortest paths, by worklist: every time is a
 * minimum or maximum of others plus a delay, so it only ever comes down.)
 */
import { addTo } from './group.ts';
import type { Ms } from './time.ts';

/** Never. */
export const NEVER: Ms = Number.POSITIVE_INFINITY;

/** Something that can happen: what it waits for, and when it can then happen at the earliest. */
export type Node = {
  readonly waits: readonly string[];
  /** Left out: as soon as the first of what it waits for. There may be thousands of those. */
  readonly time?: (at: (key: string) => Ms) => Ms;
};

/** Far beyond what any real scenario needs; a hostile one is then judged by what is known so far. */
const MOST_ROUNDS = 50;

/** The earliest time of every node; of a key that is no node, 0: what is unknown is not doubted. */
export function earliest(nodes: ReadonlyMap<string, Node>): (key: string) => Ms {
  const times = new Map<string, Ms>();
  const at = (key: string): Ms => (nodes.has(key) ? (times.get(key) ?? NEVER) : 0);
  const waiting = waitingFor(nodes);
  const queue = [...nodes.keys()];
  const queued = new Set(queue);
  const lower = (key: string, time: Ms): void => {
    if (time >= at(key)) return;
    times.set(key, time);
    for (const next of waiting.get(key) ?? []) {
      if (!nodes.get(next)?.time) lower(next, time);
      else if (!queued.has(next)) {
        queued.add(next);
        queue.push(next);
      }
    }
  };
  const end = queue.length * MOST_ROUNDS;
  for (let i = 0; i < queue.length && i < end; i++) {
    const key = queue[i] ?? '';
    queued.delete(key);
    const node = nodes.get(key);
    lower(key, node?.time?.(at) ?? soonest(node, at));
  }
  return at;
}

function waitingFor(nodes: ReadonlyMap<string, Node>): ReadonlyMap<string, readonly string[]> {
  const waiting = new Map<string, string[]>();
  for (const [key, { waits }] of nodes) for (const on of waits) addTo(waiting, on, key);
  return waiting;
}

function soonest(node: Node | undefined, at: (key: string) => Ms): Ms {
  return (node?.waits ?? []).reduce((least, key) => Math.min(least, at(key)), NEVER);
}
