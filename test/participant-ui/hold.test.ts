/** What a pause for something means to those who play, and how a real incident is said to them. */
import { expect, it } from 'vitest';
import { canAct, isReal } from '../../participant-ui/hold.ts';
import { isMissed, isRinging } from '../../participant-ui/call.ts';
import { wallWords } from '../../participant-ui/words/wall.ts';
import { exercise, item } from './support.ts';
import { words } from './words.ts';

it('one acts while it runs and turn by turn, and at no other time', () => {
  expect(canAct({ status: 'running' })).toBe(true);
  expect(canAct({ status: 'paused', hold: 'step' })).toBe(true);
  expect(canAct({ status: 'paused' })).toBe(false);
  expect(canAct({ status: 'paused', hold: 'discussion' })).toBe(false);
  expect(canAct({ status: 'paused', hold: 'real' })).toBe(false);
  expect(canAct({ status: 'ended', hold: 'step' })).toBe(false);
});

it('only a pause can be for a real incident', () => {
  expect(isReal({ status: 'paused', hold: 'real' })).toBe(true);
  expect(isReal({ status: 'running', hold: 'real' })).toBe(false);
});

it('in a real incident no telephone rings, and none is missed for it', () => {
  const call = item('a', { channel: 'phone', at: 0 });
  const paused = { ...exercise, status: 'paused' as const };
  expect(isRinging(call, paused, 1)).toBe(true);
  const real = { ...paused, hold: 'real' as const };
  expect([isRinging(call, real, 1), isMissed(call, real, 1)]).toEqual([false, false]);
});

it('says it unmistakably in both languages, with what to do', () => {
  for (const [lang, loud, channels] of [
    ['da', 'REEL HÆNDELSE – øvelsen er standset', 'Brug de rigtige kanaler'],
    ['en', 'REAL INCIDENT – the exercise is stopped', 'Use the real channels'],
  ] as const) {
    expect(words(lang).held.real).toContain(loud);
    expect(words(lang).realTodo).toContain(channels);
    expect(wallWords(lang).realTodo).toContain(channels);
  }
});
