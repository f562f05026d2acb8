/** The debrief: when there is one, how often it is worked out, and what its address opens. */
import { expect, test } from 'vitest';
import { createDebrief, type Debriefing } from '../../../engine/runtime/debrief.ts';
import type { ExerciseState } from '../../../engine/exercise/state.ts';
import { initialState } from '../../../engine/exercise/state.ts';
import { planOf } from './room.ts';

const FOUND: Debriefing = { findings: [], pages: { da: '<p>Fund</p>', en: '<p>Findings</p>' } };

function ready(status: ExerciseState['status']) {
  const state = { ...initialState(planOf()), status };
  let runs = 0;
  const analyse = (): Promise<Debriefing> => {
    runs += 1;
    return Promise.resolve(FOUND);
  };
  const debrief = createDebrief({ state: () => state, analyse });
  return { state, debrief, runs: () => runs };
}

test.each(['planned', 'running', 'paused'] as const)('there is none while it is %s', async (s) => {
  const { debrief, runs } = ready(s);
  expect(await debrief.ask()).toBe('not-ended');
  expect(runs()).toBe(0);
});

test('it is worked out once for each state of the record', async () => {
  const { state, debrief, runs } = ready('ended');
  await debrief.ask();
  await debrief.ask();
  expect(runs()).toBe(1);
  state.seq += 1;
  await debrief.ask();
  expect(runs()).toBe(2);
});

test('the report opens by its address alone, in either language, once somebody asked for it', async () => {
  const { debrief } = ready('closed');
  const asked = await debrief.ask();
  const path = typeof asked === 'string' ? asked : asked.path;
  const key = /^\/debrief\/([\w-]{32})$/.exec(path)?.[1] ?? '';
  expect(debrief.page(key, 'da')).toBe('<p>Fund</p>');
  expect(debrief.page(key, 'en')).toBe('<p>Findings</p>');
  expect(debrief.page(`${key.slice(0, -1)}_`, 'da')).toBeUndefined();
  expect(debrief.page('', 'da')).toBeUndefined();
  expect(ready('ended').debrief.page(key, 'da')).toBeUndefined();
});
