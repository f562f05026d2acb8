/** Who waits for whose answer. */
import { describe, expect, it } from 'vitest';
import type { DecisionRow } from '../../engine/exercise/rows.ts';
import { asks, awaited, consulted, owed } from '../../participant-ui/consult.ts';
import { item, role, viewWith } from './support.ts';

const roles = { me: role('me'), a: role('a'), b: role('b'), c: role('c') };
const ask = { asks: true, kind: 'message' } as const;

it('owes what was asked and not answered, the oldest first', () => {
  const items = {
    new: item('new', { ...ask, seq: 3 }),
    old: item('old', { ...ask, seq: 1 }),
    done: item('done', { ...ask, seq: 2, answered: 5 }),
    mine: item('mine', { ...ask, seq: 4, sent: true }),
    told: item('told', { seq: 5 }),
  };
  expect(owed(viewWith({ roles, items })).map(({ id }) => id)).toEqual(['old', 'new']);
});

describe('awaited', () => {
  const own = item('own', { ...ask, sent: true, to: ['a', 'b'], from: { role: 'me', name: '' } });
  const from = (id: string, who?: string) =>
    item(id, { replyTo: 'own', from: who === undefined ? { name: 'X' } : { role: who, name: '' } });

  it('names those who have not answered, until all have', () => {
    const one = viewWith({ roles, items: { own, r: from('r', 'a') } });
    expect(awaited(one).map((row) => row.from)).toEqual([['b']]);
    const both = viewWith({ roles, items: { own, r: from('r', 'a'), s: from('s', 'b') } });
    expect(awaited(both)).toEqual([]);
  });

  it('waits for somebody outside the exercise until anything comes back', () => {
    const out = { ...own, to: [], outside: 'X' };
    expect(awaited(viewWith({ roles, items: { own: out } }))).toHaveLength(1);
    expect(awaited(viewWith({ roles, items: { own: out, r: from('r') } }))).toEqual([]);
  });
});

it('puts what control has not answered first, then the last asked', () => {
  const row = (id: string, at: number, answered: boolean) => ({
    id,
    at,
    role: 'me',
    text: '?',
    ...(answered ? { answer: { at: 9, text: '!' } } : {}),
  });
  const all = { x: row('x', 1, true), y: row('y', 2, true), z: row('z', 0, false) };
  expect(asks(viewWith({ asks: all })).map(({ id }) => id)).toEqual(['z', 'y', 'x']);
});

it('counts as consulted who raised it, spoke of it, or was written with about it', () => {
  const decision: DecisionRow = {
    id: 'd',
    question: '?',
    options: [],
    openedAt: 0,
    due: 1,
    raisedBy: 'me',
    discussion: [{ role: 'a', at: 0, text: '' }],
  };
  const about = { decision: 'd' };
  const items = {
    q: item('q', { ...ask, about, sent: true, to: ['b'] }),
    r: item('r', { about, from: { role: 'c', name: '' } }),
    other: item('other', { from: { role: 'x', name: '' } }),
  };
  expect(consulted(viewWith({ roles, items }), decision)).toEqual(['a', 'b', 'c']);
});
