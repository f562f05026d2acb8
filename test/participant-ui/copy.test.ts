/** What is copied says what it is from. */
import { expect, it } from 'vitest';
import { markCopy, strictest } from '../../participant-ui/copy.ts';
import { words } from './words.ts';

const { look } = words('da');
const MARK = look.marked('TLP:AMBER', look.inExercise('Pumpe 4', 'Skybrud'));

it('is marked in the page’s language', () => {
  expect(MARK).toBe('ØVELSE – TLP:AMBER – Pumpe 4 (Skybrud)');
  expect(words('en').look.marked('TLP:RED', 'x')).toBe('EXERCISE – TLP:RED – x');
});

it('has the mark above it, and a long one also below', () => {
  expect(markCopy('kort', MARK)).toBe(`${MARK}\nkort`);
  for (const long of ['x'.repeat(601), 'x\n'.repeat(13)]) {
    const lines = markCopy(long, MARK).split('\n');
    expect([lines[0], lines.at(-1)]).toEqual([MARK, MARK]);
  }
});

it('is as strict as the strictest of what it holds', () => {
  expect(strictest('TLP:GREEN', ['TLP:CLEAR', 'TLP:AMBER+STRICT', 'TLP:AMBER'])).toBe(
    'TLP:AMBER+STRICT',
  );
  expect(strictest('TLP:RED', [])).toBe('TLP:RED');
});
