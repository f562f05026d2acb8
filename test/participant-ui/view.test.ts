/** What the parts ask of a view: order, counts, names. */
import { describe, expect, it } from 'vitest';
import { words } from './words.ts';
import * as view from '../../participant-ui/view.ts';
import { item, role, task, viewWith } from './support.ts';

describe('lists', () => {
  it('shows what was received, the newest first, apart from what was sent', () => {
    const seen = viewWith({
      items: {
        a: item('a', { seq: 1 }),
        b: item('b', { seq: 3 }),
        c: item('c', { seq: 2, sent: true }),
      },
    });
    expect(view.items(seen, 'received').map(({ id }) => id)).toEqual(['b', 'a']);
    expect(view.items(seen, 'sent').map(({ id }) => id)).toEqual(['c']);
  });

  it('puts the most urgent open task first and the done ones last, the latest of them first', () => {
    const done = (at: number) => ({ done: { role: 'me', at, note: '' }, status: 'done' }) as const;
    const seen = viewWith({
      tasks: {
        late: task('late', { due: 900 }),
        early: task('early', done(10)),
        soon: task('soon', { due: 100 }),
        latest: task('latest', done(20)),
        first: task('first', done(0)),
      },
    });
    expect(view.tasks(seen).map(({ id }) => id)).toEqual([
      'soon',
      'late',
      'latest',
      'early',
      'first',
    ]);
  });

  it('counts what calls for one', () => {
    const seen = viewWith({
      items: { a: item('a'), b: item('b', { opened: 3 }), c: item('c', { sent: true }) },
      tasks: { t: task('t'), d: task('d', { status: 'done' }) },
    });
    expect(view.calls(seen)).toEqual({ inbox: 1, tasks: 1, decisions: 0, questions: 0 });
  });
});

describe('people', () => {
  it('are grouped by organisation, one’s own first, without oneself', () => {
    const others = view.others(viewWith());
    expect(
      view.companies(others, 'da', 'cert').map(({ id, roles }) => [id, roles.map((r) => r.id)]),
    ).toEqual([
      ['cert', ['cert']],
      ['it', ['colleague']],
    ]);
  });

  it('are named with their organisation; an unknown one by its id', () => {
    expect(view.roleName(viewWith(), 'cert', 'en')).toBe('cert en, Org cert');
    expect(view.roleName(viewWith(), 'ghost', 'en')).toBe('ghost');
  });

  it('outside the exercise are named as the sender named them', () => {
    const sender = { name: { da: 'Vagt\u202Ecentral', en: 'Alarm centre' } };
    expect(view.senderName(viewWith(), item('a', { from: sender }), 'da')).toBe('Vagtcentral');
  });

  it('who receive are named; oneself is "you", and nobody is exercise control', () => {
    const to = (...ids: string[]) =>
      view.receiverNames(viewWith(), item('a', { to: ids }), 'da', words('da'));
    expect(to('me', 'cert')).toEqual(['Jer', 'cert da, Org cert']);
    expect(to()).toEqual(['Øvelsesledelsen']);
  });
});

describe('a missing subject', () => {
  it('is stood in for by the first words, cut between words', () => {
    const body =
      '**Rør ikke** ved noget, før jeg kommer, og skriv alt ned, hvad I har set indtil nu';
    expect(view.itemTitle(item('a', { title: '', body }), 'da')).toBe(
      'Rør ikke ved noget, før jeg kommer, og skriv alt ned, hvad I …',
    );
    expect(view.itemTitle(item('a', { title: '', body: 'Kort' }), 'da')).toBe('Kort');
  });
});

it('knows one’s own kind of hold on a task', () => {
  const held = task('t', {
    holders: [
      { role: 'me', as: 'accountable', since: 0 },
      { role: role('cert').id, as: 'responsible', since: 0 },
    ],
  });
  expect(view.holders(held, 'accountable')).toEqual(['me']);
  expect(view.holders(held, 'responsible')).toEqual(['cert']);
});
