/** Others' real sheets, where they are at hand: shapes and counts, none of their words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HOUR } from '../../../engine/scenario/time.ts';
import { codesOf, injectsIn, outcomeOf, samples, takeIn } from './support.ts';

const folder = samples();
const sheet = (name: string): Uint8Array => readFileSync(join(folder ?? '', 'msel', name));
const testWithSamples = test.skipIf(folder === undefined);

testWithSamples('military times and a header of six', async () => {
  const read = await takeIn(sheet('blueprint-hurricane.xlsx'), {
    start: { clock: 10 * HOUR, given: true },
  });
  expect(read.columns.flatMap(({ field }) => field ?? [])).toEqual([
    'planned_exercise_time',
    'phase',
    'title',
    'content',
  ]);
  const injects = injectsIn(read);
  expect(injects).toHaveLength(11);
  expect(injects.map(({ draft }) => draft['at'])).toEqual([
    undefined,
    'T+00:00',
    'T+00:00',
    ...Array.from({ length: 5 }, () => 'T+00:15'),
    'T+00:30',
    'T+00:45',
    'T+00:55',
  ]);
  expect(codesOf(read.items[0])).toContain('time-before-start');
  expect(injects.every(({ left }) => left.length === 2)).toBe(true);
});

testWithSamples('dates as Excel keeps them, everybody as receivers', async () => {
  const read = await takeIn(sheet('blueprint-playwright.xlsx'));
  const injects = injectsIn(read);
  expect(injects).toHaveLength(2);
  expect(injects[0]?.draft['to']).toEqual(['all']);
  expect(injects.map(({ draft }) => draft['at'])).toEqual(['T+09:53:20', 'T+00:00']);
  expect(injects.every((inject) => codesOf(inject).includes('time-first-date'))).toBe(true);
});

const COLUMNS = 'B=channel,C=planned_exercise_time,D=to_roles,E=title,F=content,H=expected_action';

testWithSamples('a chronogram without a header is not guessed at', async () => {
  const outcome = await outcomeOf(sheet('openaev-chronogram-1.xlsx'));
  expect(outcome).toMatchObject({ faults: [{ code: 'no-header' }] });
});

testWithSamples('days before the exercise', async () => {
  const read = await takeIn(sheet('openaev-chronogram-1.xlsx'), { headerRow: 0, map: COLUMNS });
  expect(injectsIn(read).map(({ draft }) => draft['channel'])).toEqual(['sms', 'email', 'email']);
  expect(injectsIn(read).every(({ draft }) => draft['manual'] === true)).toBe(true);
  expect(read.items.every((item) => codesOf(item).includes('time-before-start'))).toBe(true);
});

testWithSamples('days and dates in one column', async () => {
  const read = await takeIn(sheet('openaev-chronogram-3.xlsx'), { headerRow: 0, map: COLUMNS });
  expect(injectsIn(read).map(({ draft }) => draft['at'])).toEqual([
    undefined,
    'T+00:00',
    'T+24:00',
    'T+00:10',
    'T+00:05',
  ]);
});
