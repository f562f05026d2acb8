/** What comes first: the heap, the agenda among equals, and chance that can be repeated. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDue, addLast, emptyAgenda, takeHead } from '../../../engine/exercise/agenda.ts';
import { chance } from '../../../engine/exercise/chance.ts';
import { before, popHeap, pushHeap, type Timed } from '../../../engine/exercise/heap.ts';
import { nextDue } from '../../../engine/exercise/due.ts';
import { apply } from '../../../engine/exercise/evolve.ts';
import { record } from '../../../engine/exercise/record.ts';
import { initialState } from '../../../engine/exercise/state.ts';
import { CONTROL, ENGINE, given, WALL } from '../../support/given.ts';
import { scenario } from '../../support/scenario.ts';

test('a heap gives back in order whatever is put in, also while more is put in', () => {
  const moves = fc.array(fc.option(fc.nat({ max: 20 }), { nil: undefined }), { maxLength: 200 });
  fc.assert(
    fc.property(moves, (drawn) => {
      const heap: Timed[] = [];
      let naive: Timed[] = [];
      for (const [number, due] of drawn.entries()) {
        if (due === undefined) {
          const [first] = naive;
          naive = naive.slice(1);
          expect(popHeap(heap)).toEqual(first);
        } else {
          pushHeap(heap, { due, number });
          naive = [...naive, { due, number }].sort((a, b) => (before(a, b) ? -1 : 1));
        }
      }
      expect(naive.map(() => popHeap(heap))).toEqual(naive);
      expect(popHeap(heap)).toBeUndefined();
    }),
  );
});

test('among equals, what was put on the agenda first comes first; the end comes last', () => {
  const agenda = emptyAgenda();
  addDue(agenda, 5, { type: 'inject', id: 'b', moved: 0 });
  addLast(agenda, 5, { type: 'length', shifts: 0 });
  addDue(agenda, 5, { type: 'inject', id: 'a', moved: 0 });
  addDue(agenda, 1, { type: 'task', id: 'c' });
  addDue(agenda, 5, { type: 'clock', id: 'd' });
  const order = [1, 2, 3, 4, 5].map(() => takeHead(agenda)?.what);
  expect(order.map((what) => (what && 'id' in what ? what.id : what?.type))).toEqual([
    'c',
    'b',
    'a',
    'd',
    'length',
  ]);
  expect(takeHead(agenda)).toBeUndefined();
});

test('injects due together come in the order of the script', () => {
  const exercise = given(
    scenario({ injects: { second: { at: '10m' }, first: { at: '10m' }, third: { at: '5m' } } }),
  )
    .startex()
    .at('10m');
  const order = exercise.entries.flatMap((entry) =>
    'event' in entry && entry.event.type === 'inject.released' ? [entry.event.inject] : [],
  );
  expect(order).toEqual(['third', 'second', 'first']);
});

test('what is due is the engine’s to say: from anybody else it is refused, and nothing is taken off', () => {
  const plan = scenario({ injects: { call: { at: '0m' } } });
  const [state, told] = [initialState(plan), initialState(plan)];
  const drafts = [
    ...record(state, { input: { type: 'exercise.start' }, by: ENGINE, at: 0, wall: WALL }).drafts,
    ...record(state, { input: { type: 'agenda.due', number: 0 }, by: CONTROL, at: 0, wall: WALL })
      .drafts,
  ];
  for (const draft of drafts) apply(told, { ...draft, prev: '' });
  expect(drafts.at(-1)).toMatchObject({ event: { type: 'input.refused', code: 'not-allowed' } });
  expect(nextDue(state)).toMatchObject({ number: 0, what: { type: 'inject', id: 'call' } });
  expect(nextDue(told)).toEqual(nextDue(state));
});

test('chance is the same for the same seed and name, and spread evenly over others', () => {
  expect(chance(7, 'open duty call')).toBe(chance(7, 'open duty call'));
  const drawn = Array.from({ length: 4_000 }, (_, i) => chance(i % 40, `name ${i}`));
  expect(new Set(drawn).size).toBeGreaterThan(3_990);
  for (const value of drawn) expect(value >= 0 && value < 1).toBe(true);
  const tenths = Array.from(
    { length: 10 },
    (_, i) => drawn.filter((v) => Math.floor(v * 10) === i).length,
  );
  for (const count of tenths) expect(Math.abs(count - 400)).toBeLessThan(100);
});
