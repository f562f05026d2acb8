/** What changed: together with what stayed it is each of the two texts again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, type Piece } from '../../participant-ui/compare.ts';

const joined = (pieces: readonly Piece[], but: Piece['type']): string =>
  pieces
    .filter(({ type }) => type !== but)
    .map(({ text }) => text)
    .join('');

const text = fc
  .array(fc.constantFrom('alt', 'er', 'nede', 'ikke', ' ', '  ', '\n', '.'), { maxLength: 40 })
  .map((words) => words.join(''));

describe('compare', () => {
  it('is each of the texts again, and shows nothing between equal ones', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = compare(before, after);
        expect(joined(pieces, 'added')).toBe(before);
        expect(joined(pieces, 'removed')).toBe(after);
        expect(compare(before, before).every(({ type }) => type === 'same')).toBe(true);
      }),
    );
  });

  it('changes a phrase as a whole, and leaves what is around it', () => {
    expect(compare('Alt er nede siden 02. Vent.', 'Alt er nede i byen. Vent.')).toEqual([
      { type: 'same', text: 'Alt er nede ' },
      { type: 'removed', text: 'siden 02.' },
      { type: 'added', text: 'i byen.' },
      { type: 'same', text: ' Vent.' },
    ]);
  });

  it('goes by lines where there are too many words, and still loses none', () => {
    const long = Array.from({ length: 2_500 }, (_, i) => `ord${i}`).join(' ');
    const pieces = compare(`${long}\nslut`, `${long}\nny slut`);
    expect(pieces.map(({ type }) => type)).toEqual(['same', 'removed', 'added']);
    expect(joined(pieces, 'removed')).toBe(`${long}\nny slut`);
  });
});
