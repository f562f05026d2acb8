/** Times as participants read them. */
import { describe, expect, it } from 'vitest';
import { deadline, moment, spell, storyDate } from '../../participant-ui/deadline.ts';
import { words } from './words.ts';
import { readStory } from '../../engine/scenario/time.ts';

const da = words('da');
const en = words('en');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('spell', () => {
  it.each([
    [0, 'under 1 min'],
    [59_999, 'under 1 min'],
    [MINUTE, '1 min'],
    [HOUR, '1 t'],
    [HOUR + 5 * MINUTE, '1 t 5 min'],
    [24 * HOUR + 5 * MINUTE, '1 døgn'],
    [27 * HOUR, '1 døgn 3 t'],
  ])('%d ms is said %s', (length, said) => {
    expect(spell(length, da)).toBe(said);
  });
});

describe('deadline', () => {
  it('counts down, warns when near, and says how much it is exceeded', () => {
    expect(deadline(2 * HOUR, HOUR, da)).toEqual({ state: 'ahead', text: '1 t tilbage' });
    expect(deadline(HOUR, 46 * MINUTE, da)).toEqual({ state: 'near', text: '14 min tilbage' });
    expect(deadline(HOUR, HOUR, en)).toEqual({ state: 'over', text: 'Overdue by less than 1 min' });
    expect(deadline(HOUR, 73 * MINUTE, da)).toEqual({
      state: 'over',
      text: 'Overskredet med 13 min',
    });
  });
});

describe('moments of the story', () => {
  const story = readStory('2026-10-24T23:30 Europe/Copenhagen', 30 * HOUR);
  if (!story) throw new Error('The story does not read.');

  it('names the date only when it is another than today', () => {
    expect(moment(story, 10 * MINUTE, 20 * MINUTE, da)).toBe('23:40');
    expect(moment(story, HOUR, 20 * MINUTE, da)).toBe('25. oktober 2026 00:30');
    expect(moment(story, HOUR, 20 * MINUTE, en)).toBe('25 October 2026 00:30');
  });

  it('follows the story through the end of summer time', () => {
    expect(moment(story, 4 * HOUR, 4 * HOUR, da)).toBe('02:30');
    expect(storyDate(story, 26 * HOUR, da)).toBe('26. oktober 2026');
  });
});
