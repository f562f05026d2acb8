/** Contacts, and what a task is to one's role: by what was done, never by the plan. */
import { expect, it } from 'vitest';
import { contactsOf } from '../../participant-ui/contact.ts';
import { isInCut, partsIn } from '../../participant-ui/involvement.ts';
import { item, role, task, viewWith } from './support.ts';

it('knows of each contact its tasks, its deputy and when one last was in touch', () => {
  const view = viewWith({
    roles: {
      me: role('me'),
      boss: { ...role('boss'), deputy: 'cert' },
      cert: role('cert', 'cert'),
    },
    items: {
      a: item('a', { at: 3, from: { role: 'cert', name: 'cert' } }),
      b: item('b', { at: 9, sent: true, from: { role: 'me', name: 'me' }, to: ['cert'] }),
      c: item('c', { at: 12, from: { role: 'boss', name: 'boss' }, to: ['me', 'cert'] }),
    },
    tasks: {
      late: task('late', { due: 9, holders: [{ role: 'cert', as: 'responsible', since: 0 }] }),
      soon: task('soon', { due: 1, holders: [{ role: 'cert', as: 'accountable', since: 0 }] }),
      done: task('done', {
        status: 'done',
        holders: [{ role: 'cert', as: 'accountable', since: 0 }],
      }),
    },
  });
  const [boss, cert] = contactsOf(view);
  expect(boss).toMatchObject({ id: 'boss', deputy: 'cert', last: 12, holds: [] });
  expect(cert).toMatchObject({ id: 'cert', last: 9, standsInFor: ['boss'] });
  expect(cert?.holds.map(({ id }) => id)).toEqual(['soon', 'late']);
  expect(contactsOf(viewWith())[0]).not.toHaveProperty('last');
});

it('says what a task is to us by what we took on, were asked and were told', () => {
  const t = task('t', {
    holders: [
      { role: 'me', as: 'responsible', since: 0 },
      { role: 'cert', as: 'accountable', since: 0 },
    ],
  });
  const items = {
    asked: item('asked', { asks: true, about: { task: 't' } }),
    told: item('told', { about: { task: 't' } }),
    own: item('own', { sent: true, asks: true, about: { task: 'u' } }),
    other: item('other', { asks: true, about: { task: 'v' } }),
  };
  const view = viewWith({ tasks: { t }, items });
  expect(partsIn(view, t)).toEqual(['responsible', 'consulted', 'informed']);
  expect(partsIn(view, task('u'))).toEqual([]);
  expect(isInCut(['informed'], 'told')).toBe(true);
  expect(isInCut(['informed'], 'ours')).toBe(false);
  expect(isInCut(['accountable'], 'ours')).toBe(true);
  expect(isInCut([], 'all')).toBe(true);
});
