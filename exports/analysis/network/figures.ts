/**
 * Figures of a network that need no library: reciprocity, density, centralisation, the E–I index,
 * and how far two divisions of the same nodes agree. Knows: numbers. Does not know: roles.
 */

/** Freeman's degree centralisation, 1 for a star, 0 where all are alike. Undefined below three. */
export function centralisation(degrees: readonly number[]): number | undefined {
  const n = degrees.length;
  if (n < 3) return undefined;
  const most = Math.max(...degrees);
  return degrees.reduce((sum, degree) => sum + most - degree, 0) / ((n - 1) * (n - 2));
}

/** (E − I) / (E + I): −1 all within, 1 all across. Undefined where there was nothing. */
export function crossIndex(across: number, within: number): number | undefined {
  return across + within === 0 ? undefined : (across - within) / (across + within);
}

/**
 * Normalised mutual information of two divisions, 2 I(X;Y) / (H(X) + H(Y)): 1 the same, 0 unrelated.
 * Undefined where neither divides anything.
 */
export function mutualInformation(
  one: readonly (string | number)[],
  other: readonly (string | number)[],
): number | undefined {
  const both = one.map((label, i) => `${label}\u0000${other[i] ?? ''}`);
  const [h1, h2, joint] = [entropy(one), entropy(other), entropy(both)];
  if (h1 + h2 === 0) return undefined;
  // The difference of sums of logarithms misses 0 and 1 by the last bit.
  return Math.min(1, Math.max(0, (2 * (h1 + h2 - joint)) / (h1 + h2)));
}

function entropy(labels: readonly (string | number)[]): number {
  const counts = new Map<string | number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts.values()].reduce((sum, n) => {
    const share = n / labels.length;
    return sum - share * Math.log(share);
  }, 0);
}

/** Share of the directed pairs whose opposite is there too. Undefined where there is none. */
export function reciprocity(pairs: ReadonlySet<number>, nodes: number): number | undefined {
  if (pairs.size === 0) return undefined;
  const mutual = [...pairs].filter((key) => {
    const [from, to] = [Math.floor(key / nodes), key % nodes];
    return pairs.has(to * nodes + from);
  });
  return mutual.length / pairs.size;
}
