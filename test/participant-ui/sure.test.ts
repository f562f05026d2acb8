/** How sure one says to be of what one attaches: kept in a draft, sent only for what goes along. */
import { expect, test } from 'vitest';
import { enclosed, sureOf, withSure } from '../../participant-ui/sure.ts';

test('what is chosen for a fact is kept until something else is', () => {
  const once = withSure([], 'a', 'likely');
  expect(sureOf(once, 'a')).toBe('likely');
  expect(sureOf(once, 'b')).toBeUndefined();
  const again = withSure(withSure(once, 'b', 'possible'), 'a', 'confirmed');
  expect([sureOf(again, 'a'), sureOf(again, 'b')]).toEqual(['confirmed', 'possible']);
  expect(sureOf(withSure(again, 'a', ''), 'a')).toBeUndefined();
});

test('nothing chosen is sent as nothing said', () => {
  expect(enclosed({ facts: ['a'], sure: [] })).toEqual({ facts: ['a'] });
});

test('a fact that was taken out again takes what was said of it along', () => {
  const sure = ['likely a', 'confirmed b/nordby'];
  expect(enclosed({ facts: ['b/nordby'], sure })).toEqual({
    facts: ['b/nordby'],
    certainty: { 'b/nordby': 'confirmed' },
  });
  expect(enclosed({ facts: [], sure })).toEqual({ facts: [] });
});

test('a word that is no certainty says nothing', () => {
  expect(enclosed({ facts: ['a'], sure: ['surely a', 'likely'] })).toEqual({ facts: ['a'] });
});
