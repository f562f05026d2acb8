/**
 * What waits for each other in a ring: injects, by `after` and `if-not`, and whatever else is given.
 * Knows: who waits for whom. Does not know: conditions (reachability finds what waits for itself).
 */
import { addTo } from './group.ts';
import type { Rows } from './shape.ts';

/** Each ring once, as the ids along it, beginning with the first by the scenario's order. */
export function rings(injects: Rows<'injects'>): readonly (readonly string[])[] {
  return circles(waitsOf(injects), injects.keys());
}

/** The rings among what waits for something, `all` being the order in which they are told. */
export function circles(
  waits: ReadonlyMap<string, readonly string[]>,
  all: Iterable<string>,
): readonly (readonly string[])[] {
  const held = heldBack(waits);
  const seen = new Set<string>();
  const order = new Map([...all].map((id, i) => [id, i]));
  const found: (readonly string[])[] = [];
  for (const start of held) {
    const trail: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      trail.push(at);
      at = waits.get(at)?.find((id) => held.has(id));
    }
    const from = at === undefined ? -1 : trail.indexOf(at);
    if (from >= 0) found.push(firstFirst(trail.slice(from), order));
  }
  return found;
}

function waitsOf(injects: Rows<'injects'>): ReadonlyMap<string, readonly string[]> {
  const waits = new Map<string, string[]>();
  const add = (id: string, on: string | undefined): void => {
    if (on === undefined || !injects.has(on) || !injects.has(id)) return;
    addTo(waits, id, on);
  };
  for (const [id, { after, 'if-not': contingency }] of injects) {
    add(id, after?.inject);
    if (contingency !== undefined) add(contingency, id);
  }
  return waits;
}

/** What is left when everything that waits for nothing, or only for what is out, has been taken out. */
function heldBack(waits: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const open = new Map([...waits].map(([id, on]) => [id, on.length]));
  const waiting = new Map<string, string[]>();
  for (const [id, on] of waits) {
    for (const other of on) addTo(waiting, other, id);
  }
  const free = [...waiting.keys()].filter((id) => !open.has(id));
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    for (const next of waiting.get(id) ?? []) {
      const left = (open.get(next) ?? 0) - 1;
      open.set(next, left);
      if (left === 0) {
        open.delete(next);
        free.push(next);
      }
    }
  }
  return new Set(open.keys());
}

function firstFirst(
  ring: readonly string[],
  order: ReadonlyMap<string, number>,
): readonly string[] {
  const place = (id: string): number => order.get(id) ?? 0;
  const from = ring.reduce((best, id, i) => (place(id) < place(ring[best] ?? '') ? i : best), 0);
  return [...ring.slice(from), ...ring.slice(0, from)];
}
