/** What a tab keeps over a reload: its own seat's drafts and acts, and nothing that misleads it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDrafts } from '../../participant-ui/drafts.ts';
import { openKept } from '../../participant-ui/kept.ts';
import { memoryShelves } from './support.ts';

const act = { id: 'a1', input: { type: 'item.open', item: 'call' }, note: 'form' } as const;

function kept(shelf = memoryShelves().tab) {
  const store = openKept(shelf);
  const drafts = () => openDrafts({ load: store.written, save: store.keepWritten });
  return { shelf, store, drafts };
}

test('acts and drafts come back to the seat that they belong to', () => {
  const { store, drafts } = kept();
  store.keepActs('ex seat-1', [act]);
  expect(store.acts('ex seat-1')).toEqual([act]);
  expect(store.acts('ex seat-2')).toEqual([]);
  const before = drafts();
  before.belong('ex seat-1');
  before.write('reply:call', { body: 'Vi er på vej', to: ['boss'] });
  const after = drafts();
  after.belong('ex seat-1');
  expect(after.draft('reply:call')).toMatchObject({
    body: 'Vi er på vej',
    to: ['boss'],
    asks: false,
  });
  const other = drafts();
  other.belong('ex seat-2');
  expect(other.draft('reply:call').body).toBe('');
});

test('what was written in one chair is not found in the next, in the same page or after it', () => {
  const { store, drafts } = kept();
  const page = drafts();
  page.belong('ex seat-1');
  page.write('write', { body: 'Fortroligt' });
  page.belong('ex seat-2');
  expect(page.draft('write').body).toBe('');
  expect(store.written('ex seat-1')).toEqual({});
});

test('an act that is sent again settles the form that it was written in, also one set aside', async () => {
  const { drafts } = kept();
  const before = drafts();
  before.belong('ex seat-1');
  const sent: string[] = [];
  const never = (ticket: string): Promise<never> => {
    sent.push(ticket);
    return new Promise(() => undefined);
  };
  before.write('write', { body: 'Første' });
  void before.attempt('write', never);
  before.setAside('write');
  before.write('write', { body: 'Anden' });
  void before.attempt('write', never);

  const after = drafts();
  after.belong('ex seat-1');
  expect(after.aside('write')).toEqual(['write#2']);
  after.revive(sent[0]!, Promise.resolve({ type: 'done', seq: 9 }));
  expect(after.trial('write#2').type).toBe('sending');
  await Promise.resolve();
  expect(after.aside('write')).toEqual([]);
  expect(after.draft('write').body).toBe('Anden');
  const reason = { da: 'På pause', en: 'Paused' };
  after.revive(sent[1]!, Promise.resolve({ type: 'refused', code: 'paused', reason }));
  await Promise.resolve();
  expect(after.trial('write')).toEqual({ type: 'refused', reason });
  expect(after.draft('write').body).toBe('Anden');
});

test('whatever lies on the shelf, what comes from it has the right form', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.json().map((what) => `{"owner":"o","what":{"drafts":${what},"sent":${what}}}`),
        fc
          .dictionary(
            fc.string(),
            fc.record({
              to: fc.jsonValue(),
              body: fc.jsonValue(),
              facts: fc.jsonValue(),
              asks: fc.jsonValue(),
            }),
          )
          .map((what) => JSON.stringify({ owner: 'o', what: { drafts: what, sent: what } })),
      ),
      (text) => {
        const { shelf, store, drafts } = kept();
        shelf.setItem('beredt:acts', text);
        shelf.setItem('beredt:drafts', text);
        for (const { id, input } of store.acts('o'))
          expect([typeof id, typeof input]).toEqual(['string', 'object']);
        const page = drafts();
        page.belong('o');
        for (const form of Object.keys(store.written('o').drafts ?? {})) {
          const { to, body, facts, asks } = page.draft(form);
          expect([Array.isArray(to), typeof body, Array.isArray(facts), typeof asks]).toEqual([
            true,
            'string',
            true,
            'boolean',
          ]);
        }
      },
    ),
  );
});
