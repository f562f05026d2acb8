/**
 * What is drawn to make an arbitrary scenario from: how many of everything, and by numbers what is
 * tied to what. Knows: shapes and shares. Does not know: ids or the language (writing does).
 */
import fc from 'fast-check';
import { MOST_THREADS } from '../../engine/scenario/schema.ts';

type Leaf = { readonly kind: number; readonly a: number; readonly b: number; readonly at: number };
export type Tree =
  | { readonly leaf: Leaf }
  | { readonly all: readonly Tree[] }
  | { readonly any: readonly Tree[] }
  | { readonly not: Tree };

const nat = fc.nat({ max: 999 });
const nats = (max: number): fc.Arbitrary<number[]> => fc.array(nat, { maxLength: max });
/** Few different times, so that things often fall due together. */
const minutes = fc.constantFrom(0, 1, 5, 10, 10, 20, 30, 45, 60, 90, 119);
const windows = fc.constantFrom(1, 5, 10, 10, 20, 60, 500);
const maybe = <T>(arb: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arb, { nil: undefined });

const leaf = fc.record({ kind: fc.nat({ max: 7 }), a: nat, b: nat, at: minutes });
const tree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 4, arbitrary: fc.record({ leaf }) },
    {
      weight: 1,
      arbitrary: fc.record({ all: fc.array(tie('tree'), { minLength: 1, maxLength: 2 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ any: fc.array(tie('tree'), { minLength: 1, maxLength: 2 }) }),
    },
    { weight: 1, arbitrary: fc.record({ not: tie('tree') }) },
  ),
})).tree;

const phases = (most: number): fc.Arbitrary<PhaseSpec[]> =>
  fc.array(
    fc.record({
      length: maybe(windows),
      gate: maybe(tree),
      next: fc.array(fc.record({ to: nat, when: tree }), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: most },
  );
export type PhaseSpec = {
  readonly length: number | undefined;
  readonly gate: Tree | undefined;
  readonly next: readonly { readonly to: number; readonly when: Tree }[];
};
const trigger = fc.record({ trigger: fc.nat({ max: 9 }), at: minutes, when: tree, a: nat });

export const spec = fc.record({
  length: fc.constantFrom(30, 60, 120, 120),
  roles: fc.array(fc.record({ organisation: nat, simulated: nat }), { minLength: 2, maxLength: 5 }),
  facts: fc.array(fc.record({ carrier: nat, closed: fc.boolean() }), { maxLength: 4 }),
  phases: phases(4),
  /** Mostly none; sometimes as many as there may be. */
  threads: fc.oneof(
    { weight: 2, arbitrary: fc.constant<PhaseSpec[][]>([]) },
    { weight: 1, arbitrary: fc.array(phases(3), { maxLength: MOST_THREADS }) },
  ),
  questions: fc.array(
    fc.record({
      ask: trigger,
      poll: fc.boolean(),
      subject: nat,
      options: fc.integer({ min: 2, max: 4 }),
      truth: maybe(nat),
      to: fc.array(nat, { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 3 },
  ),
  /** Which roles are cleared, and for what. */
  cleared: fc.array(maybe(fc.nat({ max: 4 })), { maxLength: 5 }),
  tasks: fc.array(
    fc.record({
      letters: fc.array(nat, { minLength: 5, maxLength: 5 }),
      needs: nats(2),
      starts: maybe(tree),
      within: windows,
      clock: fc.nat({ max: 5 }),
    }),
    { maxLength: 3 },
  ),
  decisions: fc.array(
    fc.record({
      parts: fc.array(nat, { minLength: 5, maxLength: 5 }),
      needs: nats(2),
      opens: maybe(tree),
      within: windows,
      stay: nat,
      gotos: fc.array(maybe(nat), { minLength: 2, maxLength: 3 }),
      phases: nats(2),
    }),
    { maxLength: 2 },
  ),
  injects: fc.array(
    fc.record({
      trigger: fc.nat({ max: 9 }),
      at: minutes,
      when: tree,
      a: nat,
      to: fc.array(nat, { minLength: 1, maxLength: 3 }),
      phases: nats(2),
      files: fc.nat({ max: 5 }),
      expect: fc.array(
        fc.record({
          role: nat,
          both: fc.boolean(),
          does: fc.nat({ max: 6 }),
          a: nat,
          within: windows,
        }),
        { maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  /** Texts in the bank: whose, for whom, and what they tell. */
  bank: fc.array(fc.record({ from: nat, simulated: fc.boolean(), to: nats(2), facts: nats(2) }), {
    maxLength: 3,
  }),
  hotWash: fc.nat({ max: 2 }),
  /** Whether roles are shown their own letters. */
  letters: fc.boolean(),
});
export type Spec = typeof spec extends fc.Arbitrary<infer T> ? T : never;
