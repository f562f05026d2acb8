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
 * By how much F grows when a node is taken out; undefined where fewer than two would be left. Seen
 * from one node, the others stay as near as they were, unless the node taken out was the only way on
 * for somebody: only then is anything measured anew.
 */
export function losses(nodes: number, pairs: readonly Pair[]): readonly (number | undefined)[] {
  const bits = bitsOf(nodes, pairs);
  const rest = new Float64Array(nodes);
  let whole = 0;
  for (let start = 0; start < nodes; start += 1) {
    const { sum, near, sole } = survey(bits, start);
    whole += sum;
    for (let node = 0; node < nodes; node += 1) {
      if (node === start) continue;
      const left = sole.has(node) ? from(bits, start, node) : sum - (near[node] ?? 0);
      rest[node] = (rest[node] ?? 0) + left;
    }
  }
  const before = fragmented(whole, nodes);
  return Array.from(rest, (sum) => {
    const after = fragmented(sum, nodes - 1);
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

function closeness(bits: Bits): number {
  let sum = 0;
  for (let i = 0; i < bits.nodes; i += 1) sum += from(bits, i, undefined);
  return sum;
}

/** From one node: Σ 1/d, each node's own 1/d, and who is the only way on for another. */
function survey(
  { nodes, words, rows }: Bits,
  start: number,
): { readonly sum: number; readonly near: Float64Array; readonly sole: ReadonlySet<number> } {
  const near = new Float64Array(nodes);
  const sole = new Set<number>();
  const seen = new Uint32Array(words);
  seen[start >>> 5] = 1 << (start & 31);
  let [sum, ring] = [0, [start]];
  for (let distance = 1; ring.length > 0; distance += 1) {
    const next = beyond(ring, words, rows, seen);
    for (const node of next) {
      near[node] = 1 / distance;
      const only = distance > 1 ? onlyOne(ring, node, words, rows) : undefined;
      if (only !== undefined) sole.add(only);
    }
    sum += next.length / distance;
    ring = next;
  }
  return { sum, near, sole };
}

/** The one of a ring that a node is next to, if there is but one. */
function onlyOne(
  ring: readonly number[],
  node: number,
  words: number,
  rows: Uint32Array,
): number | undefined {
  let only: number | undefined;
  for (const one of ring) {
    if (((rows[node * words + (one >>> 5)] ?? 0) & (1 << (one & 31))) === 0) continue;
    if (only !== undefined) return undefined;
    only = one;
  }
  return only;
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
