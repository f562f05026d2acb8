/** The kept chairs: found again, forgotten, and read without trust. */
import { describe, expect, it } from 'vitest';
import { findSeat, forgetSeat, keepSeat, type Seat } from '../../participant-ui/seat.ts';
import { memoryShelves } from './support.ts';

const duty: Seat = { exercise: 'ex', join: 'door', token: 'duty' };
const chief: Seat = { exercise: 'ex', join: 'door', token: 'chief' };

describe('a kept seat', () => {
  it('is found by another tab of the same browser', () => {
    const shelves = memoryShelves();
    keepSeat(shelves, duty);
    expect(findSeat({ ...memoryShelves(), browser: shelves.browser })).toEqual(duty);
  });

  it('belongs to its tab first, so two tabs can be two roles', () => {
    const one = memoryShelves();
    const other = { ...memoryShelves(), browser: one.browser };
    keepSeat(one, duty);
    keepSeat(other, chief);
    expect(findSeat(one)).toEqual(duty);
    expect(findSeat(other)).toEqual(chief);
  });

  it('is forgotten without taking another tab’s along', () => {
    const one = memoryShelves();
    const other = { ...memoryShelves(), browser: one.browser };
    keepSeat(one, duty);
    keepSeat(other, chief);
    forgetSeat(one, duty.token);
    expect(findSeat(one)).toEqual(chief);
  });

  it('of one exercise does not push out that of another', () => {
    const shelves = memoryShelves();
    keepSeat(shelves, duty);
    keepSeat(shelves, { exercise: 'other', join: 'gate', token: 't' });
    expect(findSeat(shelves, ({ exercise }) => exercise === 'ex')).toEqual(duty);
  });

  it.each(['', 'null', '{}', '[1,null,{"token":7}]', '[{"exercise":"ex"}]', '{{{'])(
    'is not read from %j',
    (kept) => {
      const shelves = memoryShelves();
      shelves.browser.setItem('beredt:seat', kept);
      expect(findSeat(shelves)).toBeUndefined();
    },
  );

  it('is done without where the browser refuses storage', () => {
    const refuse = (): never => {
      throw new Error('SecurityError');
    };
    const shelf = { getItem: refuse, setItem: refuse };
    const shelves = { tab: shelf, browser: shelf };
    expect(() => keepSeat(shelves, duty)).not.toThrow();
    expect(findSeat(shelves)).toBeUndefined();
  });
});
