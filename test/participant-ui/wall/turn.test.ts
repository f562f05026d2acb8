/** Whose turn it is on the wall, and how old things are. */
import { expect, test } from 'vitest';
import type { WallView } from '../../../engine/exercise/rows.ts';
import { age, pieces } from '../../../participant-ui/wall/story.ts';
import { nextTurn, turnTo } from '../../../participant-ui/wall/turn.ts';
import { da, en } from '../../../participant-ui/words/wall.ts';

test('page by page, one after the other, and round again', () => {
  const ids = ['b', 'a'];
  const first = nextTurn({ id: 'b', page: 0 }, ids, 2);
  expect(first).toEqual({ id: 'b', page: 1 });
  expect(nextTurn(first, ids, 2)).toEqual({ id: 'a', page: 0 });
  expect(nextTurn({ id: 'a', page: 0 }, ids, 1)).toEqual({ id: 'b', page: 0 });
  expect(nextTurn({ id: undefined, page: 0 }, [], 1)).toEqual({ id: undefined, page: 0 });
  expect(nextTurn({ id: 'gone', page: 4 }, ids, 1)).toEqual({ id: 'b', page: 0 });
});

test('what is new has its turn at once; what is gone gives way', () => {
  const turn = { id: 'a', page: 3 };
  expect(turnTo(turn, ['b', 'a'], new Set(['a', 'b']))).toEqual(turn);
  expect(turnTo(turn, ['c', 'b', 'a'], new Set(['a', 'b']))).toEqual({ id: 'c', page: 0 });
  expect(turnTo(turn, ['b'], new Set(['a', 'b']))).toEqual({ id: 'b', page: 0 });
  expect(turnTo(turn, [], new Set(['a']))).toEqual({ id: undefined, page: 0 });
});

test('ages are in whole minutes, and then in hours', () => {
  const told = (minutes: number): string => age(0, minutes * 60_000, da);
  expect([0.9, 1, 59, 60, 150].map(told)).toEqual([
    'lige nu',
    'for 1 min. siden',
    'for 59 min. siden',
    'for 1 time siden',
    'for 2 timer siden',
  ]);
  expect(age(0, 60_000, en)).toBe('1 min ago');
});

test('news and statements are one list, the newest first, and no longer than twelve', () => {
  const item = (seq: number) => ({
    id: `i${seq}`,
    seq,
    at: 0,
    channel: 'news' as const,
    from: { da: 'Avisen', en: 'The paper' },
    title: { da: `Nyt\u202e ${seq}`, en: `News ${seq}` },
    body: 'B',
    marking: 'TLP:CLEAR' as const,
  });
  const rows = Array.from({ length: 14 }, (_, i) => item(i));
  const view: Partial<WallView> = {
    news: Object.fromEntries(rows.map((row) => [row.id, row])),
    statements: {
      s1: {
        id: 's1',
        seq: 99,
        at: 0,
        name: 'Duty',
        organisation: 'Operator',
        outlet: 'social',
        title: 'T',
        body: 'B',
      },
    },
  };
  const all = pieces(view, 'da', da);
  expect(all).toHaveLength(12);
  expect(all[0]).toMatchObject({ kind: 'Udtalelse på sociale medier', from: 'Duty, Operator' });
  expect(all[1]).toMatchObject({ title: 'Nyt 13', from: 'Avisen', kind: 'Nyhed' });
});
