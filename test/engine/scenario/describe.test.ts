/** Every key of the language has a meaning in both languages, and an example that is right. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { danish } from '../../../engine/scenario/describe/danish.ts';
import { english } from '../../../engine/scenario/describe/english.ts';
import { examples } from '../../../engine/scenario/describe/example.ts';
import { places } from '../../../engine/scenario/describe/path.ts';
import { meaningsOf, STATES } from '../../../engine/scenario/describe/term.ts';
import * as conditions from '../../../engine/scenario/condition.ts';
import { readCondition } from '../../../engine/scenario/condition.ts';
import { scenarioSchema, type ConditionSource } from '../../../engine/scenario/schema.ts';

const PLACES = places();

test('the walk finds what stands in the schema', () => {
  const paths = PLACES.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  for (const path of ['beredt', 'tasks.*.within', 'condition.not', 'after.delay', 'text.en']) {
    expect(paths).toContain(path);
  }
  expect(paths).toContain('injects.*.expect.does');
  expect(paths).toContain('organisations.*.each.id');
});

test.each([
  ['Danish meanings', danish],
  ['English meanings', english],
  ['examples', examples],
])('%s: one for every key, and none for what is no key', (_, catalogue) => {
  expect(Object.keys(catalogue).sort()).toEqual(PLACES.map(({ path }) => path).sort());
  for (const text of Object.values(catalogue)) expect(text.trim()).not.toBe('');
});

test.each(PLACES.map(({ path, schema }) => [path, schema] as const))(
  '%s is shown as it may be written',
  (path, schema) => {
    const example: unknown = parse(examples[path as keyof typeof examples]);
    const key = path.split('.').at(-1) ?? '';
    const [[written, value] = ['', undefined]] = Object.entries(example as object);
    if (key !== '*') expect(written).toBe(key);
    const read = z.safeParse(schema, value);
    expect([read.success, read.error?.issues]).toEqual([true, undefined]);
  },
);

test('the examples of conditions are conditions', () => {
  for (const [path, text] of Object.entries(examples)) {
    const [form, key = ''] = path.split('.');
    if (form !== 'condition' || ['is', 'known-by', 'opened-by'].includes(key)) continue;
    const faults: conditions.ConditionFault[] = [];
    const by = (source: ConditionSource): ConditionSource => ({
      ...source,
      ...(source['opened-by'] && { 'opened-by': [source['opened-by']].flat() }),
    });
    readCondition(by(parse(text) as ConditionSource), faults);
    expect([path, faults]).toEqual([path, []]);
  }
});

test('every word that a key can take has a meaning', () => {
  const sets: (readonly string[])[] = [];
  const note = ({ zodSchema }: { readonly zodSchema: z.core.$ZodType }): void => {
    if (zodSchema instanceof z.ZodEnum) sets.push(zodSchema.options as string[]);
  };
  z.toJSONSchema(scenarioSchema, { io: 'input', unrepresentable: 'any', override: note });
  expect(sets.length).toBeGreaterThan(8);
  for (const words of sets)
    expect([words, meaningsOf(words)?.length]).toEqual([words, words.length]);
  expect(meaningsOf(['phone', 'pigeon'])).toBeUndefined();
});

test('every state that a condition can ask for has a meaning', () => {
  expect(Object.keys(STATES.task)).toEqual([...conditions.TASK_STATES]);
  expect(Object.keys(STATES.decision)).toEqual([...conditions.DECISION_STATES]);
  expect(Object.keys(STATES.inject)).toEqual([...conditions.INJECT_STATES]);
  expect(Object.keys(STATES.expectation)).toEqual([...conditions.EXPECTATION_STATES]);
  expect(Object.keys(STATES.clock)).toEqual([...conditions.CLOCK_STATES]);
});
