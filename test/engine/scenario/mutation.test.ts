/** What the checker lets through must compile: random spoiling of a sound scenario. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../../engine/plan/compile.ts';
import type { Condition } from '../../../engine/scenario/condition.ts';
import { leaves } from '../../../engine/scenario/condition.ts';
import { catalogue, check, SCENARIO } from './fixture.ts';

const LINES = SCENARIO.split('\n');
const WORD = /[\w.:+-]+/g;
const WORDS = [...new Set(SCENARIO.match(WORD))];

type Mutation = (lines: readonly string[]) => readonly string[];
const line = fc.nat({ max: LINES.length - 1 });
const drop = line.map(
  (at): Mutation =>
    (lines) =>
      lines.filter((_, i) => i !== at),
);
const double = line.map(
  (at): Mutation =>
    (lines) =>
      lines.flatMap((text, i) => (i === at ? [text, text] : [text])),
);
const move = fc.tuple(line, line).map(
  ([from, to]): Mutation =>
    (lines) =>
      lines.map((text, i) => (i === from ? lines[to] : i === to ? lines[from] : text) ?? ''),
);
const replace = fc
  .tuple(line, fc.nat({ max: 5 }), fc.constantFrom(...WORDS))
  .map(([at, nth, word]): Mutation => (lines) => {
    let n = -1;
    const swap = (old: string): string => ((n += 1) === nth ? word : old);
    return lines.map((text, i) => (i === at ? text.replace(WORD, swap) : text));
  });

test('a scenario without errors compiles to a Plan whose every reference holds', () => {
  let sound = 0;
  fc.assert(
    fc.property(
      fc.array(fc.oneof(drop, double, move, { arbitrary: replace, weight: 4 }), {
        minLength: 1,
        maxLength: 3,
      }),
      (mutations) => {
        const text = mutations.reduce<readonly string[]>((lines, mutate) => mutate(lines), LINES);
        const { scenario, problems } = check(text.join('\n'));
        expect(scenario !== undefined).toBe(problems.every((p) => p.severity === 'warning'));
        if (!scenario) return;
        sound += 1;
        const plan = compile(scenario, catalogue);
        const ids = {
          role: new Set(plan.roles.map(({ id }) => id)),
          fact: new Set(plan.facts.map(({ id }) => id)),
          inject: new Set(plan.injects.map(({ id }) => id)),
          phase: new Set(plan.phases.map(({ id }) => id)),
          decision: new Set(plan.decisions.map(({ id }) => id)),
          task: new Set(plan.tasks.map(({ id }) => id)),
          expectation: new Set(plan.expectations.map(({ id }) => id)),
        };
        const conditions = [
          ...plan.tasks.map(({ starts }) => starts),
          ...plan.decisions.map(({ opens }) => opens),
          ...plan.phases.flatMap(({ gate, next }) => [gate, ...next.map(({ when }) => when)]),
          ...plan.injects.map(({ trigger }) => ('when' in trigger ? trigger.when : undefined)),
        ].filter((condition): condition is Condition => condition !== undefined);
        for (const leaf of conditions.flatMap(leaves)) {
          if (leaf.type in ids) {
            const kind = leaf.type as keyof typeof ids;
            expect(ids[kind]).toContain(Object.entries(leaf).find(([key]) => key === kind)?.[1]);
          }
        }
        for (const { to, facts, phases } of plan.injects) {
          for (const id of to) expect(ids.role).toContain(id);
          for (const id of facts) expect(ids.fact).toContain(id);
          for (const id of phases) expect(ids.phase).toContain(id);
        }
        for (const { next } of plan.phases)
          for (const { to } of next) expect(ids.phase).toContain(to);
        expect(ids.expectation.size).toBe(plan.expectations.length);
        expect(ids.phase).toContain(plan.begins);
        for (const { within, does } of plan.expectations) {
          expect([does, within > 0]).toEqual([does, true]);
        }
      },
    ),
    { numRuns: 1_000 },
  );
  expect(sound).toBeGreaterThan(20);
});
