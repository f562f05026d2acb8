/** Chance that can be repeated: a number from a seed and a name. Does not know: what it decides. */

/** A number in [0, 1), the same for the same seed and name, unrelated for another name. */
export function chance(seed: number, name: string): number {
  let h = (seed ^ 0x9e3779b9) >>> 0;
  for (let i = 0; i < name.length; i += 1) {
    h = Math.imul(h ^ name.charCodeAt(i), 0x01000193) >>> 0;
  }
  // The finaliser of murmur3: every bit of the name reaches every bit of the number.
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b) >>> 0;
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) >>> 0;
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
}
