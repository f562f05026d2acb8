/** When a call rings, and when it was missed. */
import { expect, it } from 'vitest';
import { isMissed, isRinging, ringing } from '../../participant-ui/call.ts';
import { exercise, item, viewWith } from './support.ts';

const call = item('call', { channel: 'phone', at: 10_000 });

it('rings for a minute of the room’s time, at whatever pace the exercise goes', () => {
  expect(isRinging(call, exercise, 69_999)).toBe(true);
  expect(isRinging(call, exercise, 70_000)).toBe(false);
  expect(isRinging(call, { ...exercise, pace: 60 }, 3_000_000)).toBe(true);
  expect(isRinging(call, { ...exercise, pace: 0.1 }, 16_000)).toBe(false);
});

it('rings on in a pause, and not when the exercise is over', () => {
  expect(isRinging(call, { ...exercise, status: 'paused' }, 11_000)).toBe(true);
  expect(isRinging(call, { ...exercise, status: 'ended' }, 11_000)).toBe(false);
  expect(isMissed(call, { ...exercise, status: 'ended' }, 11_000)).toBe(true);
});

it('is neither ringing nor missed once somebody has opened it, nor if it is no call', () => {
  for (const one of [{ ...call, opened: 12_000 }, item('mail', { channel: 'email', at: 10_000 })]) {
    expect([isRinging(one, exercise, 11_000), isMissed(one, exercise, 99_000)]).toEqual([
      false,
      false,
    ]);
  }
  expect(isMissed(call, exercise, 70_000)).toBe(true);
});

it('lists those that ring, the first first', () => {
  const items = {
    b: item('b', { channel: 'phone', seq: 7 }),
    a: item('a', { channel: 'phone', seq: 3 }),
    old: item('old', { channel: 'phone', seq: 1, at: -90_000 }),
  };
  expect(ringing(viewWith({ items }), 1_000).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(ringing(viewWith({ items, exercise: {} }), 1_000)).toEqual([]);
});
