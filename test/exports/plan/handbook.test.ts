/** The handbook's words are the page's own: a participant finds the buttons it names. */
import { expect, test } from 'vitest';
import { LANGS } from '../../../engine/scenario/text.ts';
import { handbook as da } from '../../../exports/plan/handbook/danish.ts';
import { handbook as en } from '../../../exports/plan/handbook/english.ts';
import { renderHandbook } from '../../../exports/plan/handbook.ts';
import { words as page } from '../../participant-ui/words.ts';
import { smallPlan } from './fixture.ts';

test.each(LANGS)('in %s every button and tab that it names is on the page', (lang) => {
  const words = { da, en }[lang];
  const shown = new Set(strings(page(lang)));
  const named = words.buttons.rows.map(([button]) => button);
  expect(named.filter((button) => !shown.has(button))).toEqual([]);
});

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
}

test('questions on the way and at the end are mentioned where there are any', () => {
  const whole = renderHandbook(smallPlan, 'da');
  expect(whole).toContain('»Ved ikke« er også et svar');
  const { questions: _, ...rest } = smallPlan;
  const bare = renderHandbook({ ...rest, hotWash: [] }, 'da');
  expect(bare).not.toContain('»Ved ikke« er også et svar');
  expect(bare).not.toContain('spørgsmål på skærmen');
});
