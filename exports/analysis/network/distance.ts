/**
 * How far a network falls apart, and how much more without each node: Borgatti's distance-weighted
 * fragmentation, F = 1 − 2 Σ(1/d) / (n(n − 1)) over all pairs; 1/d is 0 where there is no way.
 * Knows: nodes and pairs by number. Does not know: roles.
 */
import type { Pair } from './graph.ts';

/** Rows of bits: who is next to whom. All pairs of 300 nodes take a few million steps. */
type Bits = { readonly nodes: number; readonly words: number; readonly rows: Uint32Array };

/** Undefined below two nodes. */
export function fragmentation(nodes: number, pairs: readonly Pair[]): number | undefined {
  return fragmented(closeness(bitsOf(nodes, pairs)), nodes);
}

/**
 * By how much F grows when a node is taken out; undefined where fewer than two would be left.
 * `idle`: the nodes on no shortest way between others (betweenness 0). Without one of them the rest
 * are as far apart as before, so that its own distances are simply left out of the sum.
 */
export function losses(
  nodes: number,
  pairs: readonly Pair[],
  idle: (node: number) => boolean,
): readonly (number | undefined)[] {
  const bits = bitsOf(nodes, pairs);
  const own = Array.from({ length: nodes }, (_, i) => from(bits, i, undefined));
  const whole = own.reduce((sum, one) => sum + one, 0);
  const before = fragmented(whole, nodes);
  return own.map((one, i) => {
    const rest = idle(i) ? whole - 2 * one : closeness(bits, i);
    const after = fragmented(rest, nodes - 1);
    return before === undefined || after === undefined ? undefined : after - before;
  });
}

/** `sum`: 1/d over all ordered pairs. */
function fragmented(sum: number, nodes: number): number | undefined {
  return nodes < 2 ? undefined : 1 - sum / (nodes * (nodes - 1));
}

function bitsOf(nodes: number, pairs: readonly Pair[]): Bits {
  const words = (nodes + 31) >>> 5;
  const rows = new Uint32Array(nodes * words);
  const set = (row: number, bit: number): void => {
    const at = row * words + (bit >>> 5);
    rows[at] = (rows[at] ?? 0) | (1 << (bit & 31));
  };
  for (const { a, b } of pairs) {
    set(a, b);
    set(b, a);
  }
  return { nodes, words, rows };
}

function closeness(bits: Bits, without?: number): number {
  let sum = 0;
  for (let i = 0; i < bits.nodes; i += 1) if (i !== without) sum += from(bits, i, without);
  return sum;
}

/** Σ 1/d from one node to all others, ring by ring. */
function from({ words, rows }: Bits, start: number, without: number | undefined): number {
  const seen = new Uint32Array(words);
  const mark = (bit: number): void => {
    seen[bit >>> 5] = (seen[bit >>> 5] ?? 0) | (1 << (bit & 31));
  };
  mark(start);
  if (without !== undefined) mark(without);
  let [sum, ring] = [0, [start]];
  for (let distance = 1; ring.length > 0; distance += 1) {
    ring = beyond(ring, words, rows, seen);
    sum += ring.length / distance;
  }
  return sum;
}

/** The nodes next to a ring that were not seen before; they are seen from now on. */
function beyond(
  ring: readonly number[],
  words: number,
  rows: Uint32Array,
  seen: Uint32Array,
): number[] {
  const next: number[] = [];
  for (let word = 0; word < words; word += 1) {
    let found = 0;
    for (const node of ring) found |= rows[node * words + word] ?? 0;
    found &= ~(seen[word] ?? 0);
    seen[word] = (seen[word] ?? 0) | found;
    for (; found !== 0; found &= found - 1)
      next.push((word << 5) + 31 - Math.clz32(found & -found));
  }
  return next;
}
