/** Which messages belong together: chains, threads, conversations; also of rows that make no sense. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemRow } from '../../engine/exercise/rows.ts';
import {
  bareTitle,
  chain,
  conversation,
  counterpart,
  shapeOf,
  thread,
} from '../../participant-ui/thread.ts';
import { item } from './support.ts';

const ids = (rows: readonly ItemRow[]): readonly string[] => rows.map(({ id }) => id);
const byId = (...rows: readonly ItemRow[]) => Object.fromEntries(rows.map((row) => [row.id, row]));
const mine = (id: string, seq: number, change: Partial<ItemRow> = {}): ItemRow =>
  item(id, {
    seq,
    kind: 'message',
    channel: 'message',
    sent: true,
    from: { role: 'me', name: 'Me' },
    to: [],
    ...change,
  });
const theirs = (id: string, seq: number, role: string, change: Partial<ItemRow> = {}): ItemRow =>
  item(id, { seq, kind: 'message', channel: 'message', from: { role, name: role }, ...change });

describe('a thread', () => {
  const mail = item('mail', { seq: 1, channel: 'email' });
  const answer = mine('answer', 2, { replyTo: 'mail' });
  const again = item('again', { seq: 3, channel: 'email', replyTo: 'answer' });
  const aside = mine('aside', 4, { replyTo: 'mail' });
  const other = item('other', { seq: 5, channel: 'email' });
  const items = byId(again, aside, mail, other, answer);

  it('is everything that began with the same mail, by time, without the open one', () => {
    expect(ids(thread(items, again))).toEqual(['mail', 'answer', 'aside']);
    expect(ids(thread(items, mail))).toEqual(['answer', 'again', 'aside']);
    expect(ids(thread(items, other))).toEqual([]);
  });

  it('leads back to where it began', () => {
    expect(ids(chain(items, again))).toEqual(['mail', 'answer']);
    expect(ids(chain(items, mail))).toEqual([]);
  });

  it('begins with what one has, when what is answered is not one’s own to see', () => {
    const late = item('late', { channel: 'email', replyTo: 'unseen' });
    expect(ids(thread(byId(late), late))).toEqual([]);
  });

  it('ends, whatever answers whatever', () => {
    const links = fc.array(fc.tuple(fc.nat(7), fc.nat(9), fc.boolean()), { maxLength: 8 });
    fc.assert(
      fc.property(links, (rows) => {
        const all = rows.map(([at, to, sent], seq) =>
          item(`${at}`, {
            seq,
            sent,
            channel: sent ? 'message' : 'sms',
            replyTo: `${to}`,
            to: sent ? [] : ['me'],
          }),
        );
        const seen = byId(...all);
        for (const one of Object.values(seen)) {
          const found = ids(thread(seen, one));
          expect(new Set(found).size).toBe(found.length);
          expect(found).not.toContain(one.id);
          expect(ids(chain(seen, one))).not.toContain(one.id);
          expect(ids(conversation(seen, one))).toContain(one.id);
        }
      }),
    );
  });
});

describe('a conversation', () => {
  const sms = item('sms', {
    seq: 1,
    channel: 'sms',
    from: { name: { da: 'Bo Lund', en: 'Bo L.' } },
  });
  const reply = mine('reply', 2, { replyTo: 'sms' });
  const later = item('later', { seq: 3, channel: 'sms', from: { name: 'bo  lund' } });
  const stranger = item('stranger', { seq: 4, channel: 'sms', from: { name: 'Ib' } });
  const call = item('call', { seq: 5, channel: 'phone', from: { name: 'Bo Lund' } });
  const items = byId(later, sms, reply, stranger, call);

  it('is what was written back and forth with one other end', () => {
    expect(ids(conversation(items, later))).toEqual(['sms', 'reply', 'later']);
    expect(ids(conversation(items, reply))).toEqual(['sms', 'reply', 'later']);
    expect(ids(conversation(items, stranger))).toEqual(['stranger']);
  });

  it('between roles is with that role alone', () => {
    const first = theirs('first', 1, 'chief');
    const back = mine('back', 2, { to: ['chief'], replyTo: 'first' });
    const group = theirs('group', 3, 'chief', { to: ['me', 'colleague'] });
    const elsewhere = mine('elsewhere', 4, { to: ['cert'] });
    const all = byId(first, back, group, elsewhere);
    expect(ids(conversation(all, first))).toEqual(['first', 'back']);
    expect(counterpart(all, group)).toBeUndefined();
    expect(ids(conversation(all, group))).toEqual(['group']);
  });

  it('with somebody outside goes by the name', () => {
    const out = mine('out', 1, { outside: 'Bo Lund' });
    expect(counterpart(byId(out), out)).toBe(counterpart(items, sms));
    const both = mine('both', 1, { outside: 'Bo Lund', to: ['cert'] });
    expect(counterpart(byId(both), both)).toBeUndefined();
  });
});

describe('the form', () => {
  it('of an answer is that of what it answers', () => {
    const mail = item('mail', { channel: 'email' });
    const sms = item('sms', { channel: 'sms' });
    const call = item('call', { channel: 'phone' });
    const items = byId(mail, sms, call);
    expect(shapeOf(items, mine('a', 2, { replyTo: 'mail' }))).toBe('email');
    expect(shapeOf(items, mine('b', 2, { replyTo: 'sms' }))).toBe('sms');
    expect(shapeOf(items, mine('c', 2, { replyTo: 'call' }))).toBe('talk');
    expect(shapeOf(items, mine('d', 2, { to: ['cert'] }))).toBe('talk');
    expect(shapeOf(items, mine('e', 2, { to: ['cert', 'colleague'] }))).toBe('plain');
    expect(shapeOf(items, call)).toBe('phone');
  });

  it('of a title without what answering put before it', () => {
    expect(bareTitle('SV: Re: sv:Skolen')).toBe('Skolen');
    expect(bareTitle('Svar: nej')).toBe('Svar: nej');
  });
});
