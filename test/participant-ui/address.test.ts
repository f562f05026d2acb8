/** To whom one can write in one tap. */
import { describe, expect, it } from 'vitest';
import { everybody, groups, outsiders, sameRoles } from '../../participant-ui/address.ts';
import { item, role, viewWith } from './support.ts';

const roles = { me: role('me'), a: role('a'), b: role('b'), c: role('c', 'other') };
const sent = (id: string, seq: number, to: readonly string[]) =>
  item(id, { seq, to, sent: true, kind: 'message', from: { role: 'me', name: '' } });

describe('groups', () => {
  it('are the sets one has written to, the latest first, each once and none of one', () => {
    const items = {
      m1: sent('m1', 1, ['a', 'b']),
      m2: sent('m2', 2, ['a', 'c']),
      m3: sent('m3', 3, ['b', 'a']),
      m4: sent('m4', 4, ['c']),
      i1: item('i1', { seq: 5, to: ['me', 'a', 'b', 'c'] }),
    };
    expect(groups(viewWith({ roles, items }))).toEqual([
      ['b', 'a'],
      ['a', 'c'],
    ]);
    expect(sameRoles(['a', 'b'], ['b', 'a'])).toBe(true);
    expect(sameRoles(['a'], ['b', 'a'])).toBe(false);
  });

  it('leave out roles that one no longer sees', () => {
    expect(groups(viewWith({ roles, items: { m: sent('m', 1, ['a', 'gone']) } }))).toEqual([]);
  });
});

describe('everybody', () => {
  it('is who sent it and who else received it, but not oneself', () => {
    const got = item('i', { from: { role: 'c', name: '' }, to: ['me', 'a', 'c'] });
    expect(everybody(viewWith({ roles }), got)).toEqual(['c', 'a']);
    expect(everybody(viewWith({ roles }), item('o', { to: ['me'] }))).toEqual([]);
  });
});

describe('outsiders', () => {
  it('are heard from or written to, the latest first, each once, in the reader’s language', () => {
    const items = {
      i1: item('i1', { seq: 1, from: { name: { da: 'Avisen', en: 'The paper' } } }),
      i2: item('i2', { seq: 2, from: { role: 'a', name: 'A' } }),
      i3: item('i3', { seq: 3, from: { name: 'Vagtcentral' } }),
      m1: { ...sent('m1', 4, []), outside: 'Lev\u202eerandøren' },
      i4: item('i4', { seq: 5, from: { name: { da: 'Avisen', en: 'The paper' } } }),
    };
    const view = viewWith({ roles, items });
    expect(outsiders(view, 'da')).toEqual(['Avisen', 'Leverandøren', 'Vagtcentral']);
    expect(outsiders(view, 'en')[0]).toBe('The paper');
  });
});
