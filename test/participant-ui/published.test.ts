/** Statements and the situation picture: what stands, what is new, how closed. */
import { describe, expect, it } from 'vitest';
import type { FactRow, PictureRow, StatementRow } from '../../engine/exercise/rows.ts';
import * as published from '../../participant-ui/published.ts';
import { viewWith } from './support.ts';

const version = (id: string, number: number, change: Partial<PictureRow> = {}): PictureRow => ({
  id,
  seq: number,
  at: 0,
  role: 'cert',
  section: 'situation',
  version: number,
  text: 'Alt er nede.',
  facts: [],
  marking: 'TLP:GREEN',
  ...change,
});
const statement = (id: string, seq: number, change: Partial<StatementRow> = {}): StatementRow => ({
  id,
  seq,
  at: 0,
  role: 'cert',
  outlet: 'press',
  title: 'Vi arbejder',
  body: '',
  facts: [],
  ...change,
});
const fact = (id: string, marking: FactRow['marking']): FactRow => ({
  id,
  text: id,
  domain: 'digital',
  marking,
  since: 0,
});

describe('what is published', () => {
  it('has the standing version first, by section', () => {
    const picture = {
      a: version('a', 1),
      b: version('b', 2),
      c: version('c', 1, { section: 'outlook' }),
    };
    const ids = published.versions(viewWith({ picture }), 'situation').map(({ id }) => id);
    expect(ids).toEqual(['b', 'a']);
  });

  it('counts others’ statements and standing versions that one has not read', () => {
    const view = viewWith({
      picture: {
        old: version('old', 1),
        read: version('read', 2, { opened: 3 }),
        mine: version('mine', 1, { section: 'outlook', role: 'me' }),
        new: version('new', 1, { section: 'measures' }),
      },
      statements: {
        s: statement('s', 1),
        t: statement('t', 2, { opened: 3 }),
        u: statement('u', 3, { role: 'me' }),
      },
    });
    expect(published.newPublications(view)).toEqual({ statements: 1, picture: 1 });
    expect(published.statements(view).map(({ id }) => id)).toEqual(['u', 't', 's']);
  });

  it('is as closed as the most closed fact, and says nothing of facts one does not know', () => {
    const facts = {
      open: fact('open', 'TLP:CLEAR'),
      strict: fact('strict', 'TLP:AMBER+STRICT'),
      amber: fact('amber', 'TLP:AMBER'),
    };
    const view = viewWith({ facts });
    expect(published.strictestOf(view, ['open', 'strict', 'amber'])).toBe('TLP:AMBER+STRICT');
    expect(published.strictestOf(view, ['secret'])).toBeUndefined();
  });
});
