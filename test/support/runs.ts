/**
 * How often a property is tried. Knows: the budget of a small CI machine. `TIMES=20 npx vitest run
 * test/properties` looks longer. A property that fails prints the seed and path that repeat it.
 */
export function runs(count: number): { readonly numRuns: number } {
  return { numRuns: Math.ceil(count * Number(process.env['TIMES'] ?? 1)) };
}

/** For a test's timeout. */
export const PATIENCE = 60_000 * Number(process.env['TIMES'] ?? 1);
