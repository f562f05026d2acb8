/** The catalogues: both say everything, and neither says it in the other's language. */
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../engine/runtime/protocol.ts';
import { readLang } from '../../participant-ui/text.ts';
import { words } from './words.ts';
import { laterWords } from '../../participant-ui/words/later.ts';

/** Every phrase by its path; a phrase with blanks is filled with marks. */
function phrases(catalogue: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) => {
    const at = `${path}${key}`;
    if (typeof value === 'string') return [[at, value] as const];
    if (typeof value === 'function') {
      return [
        [at, String((value as (...args: string[]) => unknown)('‹1›', '‹2›', '‹3›'))] as const,
      ];
    }
    return phrases(value as object, `${at}.`);
  });
}

const all = (lang: Lang) =>
  new Map([...phrases(words(lang)), ...phrases(laterWords(lang), 'later.')]);
const da = all('da');
const en = all('en');
/** What a form never lacks. */
const silent = new Set(['missing.asks', 'missing.about']);
/** Words that are the same in both languages. */
const shared = new Set([
  'channels.radio',
  'channels.alarm',
  'channels.portal',
  'domains.digital',
  'send',
  'organisation',
  'join.yourPseudonym',
]);

describe('the catalogues', () => {
  it('leave nothing unsaid', () => {
    for (const [path, said] of [...da, ...en]) {
      if (!silent.has(path)) expect(said.trim(), path).not.toBe('');
    }
  });

  it('do not leave Danish in the English one', () => {
    for (const [path, said] of en) {
      expect(said, path).not.toMatch(/[æøåÆØÅ]/);
      const same = da.get(path) === said && /\p{L}{4}/u.test(said);
      if (!shared.has(path)) expect(same && !path.startsWith('months.'), path).toBe(false);
    }
  });

  it('use every blank they are given', () => {
    for (const [path, said] of da) {
      const blanks = (text: string): string => (text.match(/‹\d›/g) ?? []).sort().join('');
      expect(blanks(en.get(path) ?? ''), path).toBe(blanks(said));
    }
  });
});

it('reads Danish where no language or an unknown one was kept', () => {
  expect(readLang(null)).toBe('da');
  expect(readLang('tlh')).toBe('da');
  expect(readLang('en')).toBe('en');
});
