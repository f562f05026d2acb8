/**
 * Time-respecting paths: whom a role's words could have reached, hand to hand, each opened before the
 * next was sent. Knows: contacts in order. Does not know: whether what was passed on was the same.
 *
 * One pass over the contacts for each source (Wu et al., Path problems in temporal graphs, 2014).
 */
export type Step = {
  readonly from: number;
  readonly to: number;
  /** Entry numbers: sent, and opened. */
  readonly left: number;
  readonly arrived: number;
};
export type Reach = {
  /** For each node, how many others it could have reached. */
  readonly reached: readonly number[];
  /** For each node, on how many earliest paths between two others it stood. */
  readonly between: readonly number[];
  readonly pairs: number;
};

/** `steps` in the order in which they left. */
export function reachOf(nodes: number, steps: readonly Step[]): Reach {
  const flat = flatten(steps);
  const reached = Array.from({ length: nodes }, () => 0);
  const between = Array.from({ length: nodes }, () => 0);
  const arrival = new Float64Array(nodes);
  const parent = new Int32Array(nodes);
  const sources = new Set(steps.map((step) => step.from));
  for (const source of sources) {
    earliest(source, flat, arrival, parent);
    for (let node = 0; node < nodes; node += 1) {
      if (node === source || arrival[node] === Infinity) continue;
      reached[source] = (reached[source] ?? 0) + 1;
      for (let at = parent[node] ?? source; at !== source; at = parent[at] ?? source) {
        between[at] = (between[at] ?? 0) + 1;
      }
    }
  }
  return { reached, between, pairs: reached.reduce((sum, n) => sum + n, 0) };
}

type Flat = {
  readonly size: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly left: Float64Array;
  readonly arrived: Float64Array;
};

/** Hundreds of passes over a hundred thousand contacts are quick only over plain arrays. */
function flatten(steps: readonly Step[]): Flat {
  return {
    size: steps.length,
    from: Int32Array.from(steps, (step) => step.from),
    to: Int32Array.from(steps, (step) => step.to),
    left: Float64Array.from(steps, (step) => step.left),
    arrived: Float64Array.from(steps, (step) => step.arrived),
  };
}

/** A later message that is opened sooner takes the place of an earlier one; the rest stays true. */
function earliest(source: number, flat: Flat, arrival: Float64Array, parent: Int32Array): void {
  const { size, from, to, left, arrived } = flat;
  arrival.fill(Infinity);
  parent.fill(source);
  arrival[source] = -1;
  for (let i = 0; i < size; i += 1) {
    const [a, b] = [from[i] as number, to[i] as number];
    if ((arrival[a] as number) >= (left[i] as number)) continue;
    if ((arrived[i] as number) >= (arrival[b] as number)) continue;
    arrival[b] = arrived[i] as number;
    parent[b] = a;
  }
}
