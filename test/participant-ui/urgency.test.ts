/** What calls for a role: everything that is its, once, and always in the same order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  ClockRow,
  DecisionRow,
  ItemRow,
  QuestionRow,
  RoleView,
  TaskRow,
} from '../../engine/exercise/rows.ts';
import {
  bandOf,
  byCall,
  byUrgency,
  hotwashProgress,
  waiting,
  type Band,
} from '../../participant-ui/urgency.ts';
import { exercise, item, task, viewWith } from './support.ts';

const MINUTE = 60_000;

function decision(id: string, change: Partial<DecisionRow> = {}): DecisionRow {
  return { id, question: `Skal ${id}?`, options: [], openedAt: 0, due: MINUTE, ...change };
}
function clock(id: string, change: Partial<ClockRow> = {}): ClockRow {
  return {
    id,
    title: `Frist ${id}`,
    organisation: 'it',
    startedAt: 0,
    status: 'running',
    ...change,
  };
}
function question(id: string, change: Partial<QuestionRow> = {}): QuestionRow {
  return { id, kind: 'probe', title: id, options: [], askedAt: 0, ...change };
}
const keyed = <R extends { readonly id: string }>(...rows: readonly R[]) =>
  Object.fromEntries(rows.map((row) => [row.id, row]));
const calls = (view: RoleView, now = 0) =>
  waiting(view, now).map(({ key, kind }) => `${key} ${kind}`);

describe('what waits', () => {
  it('lets what rings come first, then what is overdue, then by how long is left', () => {
    const view = viewWith({
      items: keyed<ItemRow>(
        item('mail', { channel: 'email', at: 1 }),
        item('call', { channel: 'phone', at: 2 }),
        item('siren', { channel: 'alarm', at: 3 }),
      ),
      tasks: keyed<TaskRow>(
        task('late', { due: MINUTE, holders: [{ role: 'me', as: 'responsible', since: 0 }] }),
        task('later', {
          due: 200 * MINUTE,
          holders: [{ role: 'me', as: 'accountable', since: 0 }],
        }),
      ),
      decisions: keyed(decision('cut', { due: 20 * MINUTE })),
      clocks: keyed(clock('law', { due: 90 * MINUTE }), clock('undue')),
      questions: keyed(question('poll')),
    });
    expect(calls(view, 10 * MINUTE)).toEqual([
      'item:siren ringing',
      'item:call ringing',
      'task:late task',
      'decision:cut decision',
      'item:mail unread',
      'clock:law clock',
      'task:later task',
      'clock:undue clock',
      'question:poll question',
    ]);
  });

  it('holds a no to what we offered until the task is offered anew, taken or done', () => {
    const no = { from: 'me', to: 'cert', as: 'accountable', at: 5, reason: 'Nej' } as const;
    const mine = { role: 'me', as: 'accountable', since: 1 } as const;
    const with_ = (change: Partial<TaskRow>) =>
      calls(viewWith({ tasks: { t: task('t', { holders: [mine], declined: [no], ...change }) } }));
    expect(with_({})).toEqual(['task:t declined']);
    expect(with_({ offers: [{ from: 'me', to: 'cert', as: 'accountable', at: 7 }] })).toEqual([
      'task:t task',
    ]);
    // An older offer to somebody else does not answer the no.
    expect(with_({ offers: [{ from: 'me', to: 'x', as: 'accountable', at: 3 }] })).toEqual([
      'task:t declined',
    ]);
    expect(with_({ holders: [{ role: 'x', as: 'accountable', since: 8 }] })).toEqual([]);
    expect(with_({ status: 'done' })).toEqual([]);
    // What we said no to ourselves does not come back to us.
    expect(with_({ declined: [{ ...no, from: 'cert', to: 'me' }] })).toEqual(['task:t task']);
  });

  it('holds what was asked of us until it is answered, read or not', () => {
    const asked = item('a', { asks: true, channel: 'message', opened: 5 });
    expect(calls(viewWith({ items: { a: asked } }))).toEqual(['item:a asked']);
    expect(calls(viewWith({ items: { a: { ...asked, answered: 9 } } }))).toEqual([]);
    expect(calls(viewWith({ items: { a: { ...asked, sent: true } } }))).toEqual([]);
  });

  it('tells an offer from an assignment, and both from a task of one’s own', () => {
    const offer = { from: 'cert', to: 'me', as: 'accountable', at: 7 } as const;
    const own = { role: 'me', as: 'responsible', since: 0 } as const;
    const kinds = (row: TaskRow) => waiting(viewWith({ tasks: { t: row } }), 0)[0];
    expect(kinds(task('t', { offers: [offer] }))).toMatchObject({ kind: 'offered', from: 'cert' });
    const both = task('t', { holders: [own], offers: [{ ...offer, assigned: true }] });
    expect(kinds(both)).toMatchObject({ kind: 'assigned', since: 7 });
    expect(kinds(task('t', { holders: [own] }))?.kind).toBe('task');
  });

  it('leaves others’ tasks to them, and shows one that nobody is accountable for', () => {
    const other = { role: 'cert', since: 0 } as const;
    const taken = task('taken', { holders: [{ ...other, as: 'accountable' }] });
    const worked = task('worked', { holders: [{ ...other, as: 'responsible' }] });
    const toOther = task('offer', {
      holders: [{ ...other, as: 'accountable' }],
      offers: [{ from: 'cert', to: 'colleague', as: 'accountable', at: 0 }],
    });
    const done = task('done', { status: 'done' });
    const view = viewWith({ tasks: keyed<TaskRow>(taken, worked, toOther, done) });
    expect(calls(view)).toEqual(['task:worked untaken']);
  });

  it('says a statutory deadline with the task it belongs to, by the first of the two', () => {
    const held = task('law', {
      due: 90 * MINUTE,
      holders: [{ role: 'me', as: 'accountable', since: 0 }],
    });
    const clocks = keyed(clock('law', { due: 30 * MINUTE }));
    expect(waiting(viewWith({ tasks: { law: held }, clocks }), 0)).toMatchObject([
      { key: 'task:law', due: 30 * MINUTE, statutory: true },
    ]);
    const done = { ...held, status: 'done' } as const;
    expect(calls(viewWith({ tasks: { law: done }, clocks }))).toEqual(['clock:law clock']);
    const missed = keyed(clock('law', { status: 'late', due: MINUTE }));
    expect(calls(viewWith({ tasks: { law: done }, clocks: missed }))).toEqual([]);
    expect(calls(viewWith({ clocks: keyed(clock('law', { status: 'met' })) }))).toEqual([]);
  });

  it('puts three questions at a time', () => {
    const questions = keyed(...['a', 'b', 'c', 'd'].map((id, i) => question(id, { askedAt: i })));
    expect(calls(viewWith({ questions }))).toHaveLength(3);
  });

  it.each(['planned', 'ended', 'closed'] as const)('is calm when the exercise is %s', (status) => {
    const view = viewWith({
      exercise: { exercise: { ...exercise, status } },
      items: { a: item('a') },
      decisions: keyed(decision('d')),
    });
    expect(calls(view)).toEqual([]);
  });

  it('asks for the hot wash as one thing until every question has an answer', () => {
    const hotWash = [
      { id: 'good', question: 'Hvad gik godt?' },
      { id: 'bad', question: 'Hvad skal vi lære?' },
    ];
    const row = { ...exercise, status: 'hotwash', hotWash } as const;
    const half = viewWith({
      exercise: { exercise: row },
      items: { a: item('a') },
      hotwash: { good: { id: 'good', text: 'Alt' } },
    });
    expect(calls(half)).toEqual(['hotwash hotwash']);
    expect(hotwashProgress(half)).toEqual({ asked: 2, answered: 1 });
    const whole = { ...half.hotwash, bad: { id: 'bad', text: 'Intet' } };
    expect(calls(viewWith({ ...half, hotwash: whole }))).toEqual([]);
  });
});

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const times = fc.integer({ min: 0, max: 120 }).map((minutes) => minutes * MINUTE);
const roles = fc.constantFrom('me', 'colleague', 'cert');
const as = fc.constantFrom('accountable', 'responsible');
const some = <R extends { readonly id: string }>(rows: fc.Arbitrary<R>) =>
  fc.array(rows, { maxLength: 5 }).map((all) => keyed(...all));
const maybe = <T>(key: string, arb: fc.Arbitrary<T>) =>
  fc.option(arb).map((value) => (value === null ? {} : { [key]: value }));

const views: fc.Arbitrary<RoleView> = fc
  .record({
    items: some(
      fc
        .tuple(
          ids,
          fc.record({
            at: times,
            seq: fc.nat(99),
            channel: fc.constantFrom('phone', 'alarm', 'email', 'message'),
            asks: fc.boolean(),
            sent: fc.boolean(),
          }),
          maybe('opened', times),
          maybe('answered', times),
        )
        .map(([id, row, opened, answered]) => item(id, { ...row, ...opened, ...answered })),
    ),
    tasks: some(
      fc
        .tuple(
          ids,
          fc.record({
            due: times,
            status: fc.constantFrom('open', 'done'),
            holders: fc.array(fc.record({ role: roles, as, since: times }), { maxLength: 3 }),
            offers: fc.array(fc.record({ from: roles, to: roles, as, at: times }), {
              maxLength: 3,
            }),
          }),
        )
        .map(([id, row]) => task(id, row as Partial<TaskRow>)),
    ),
    decisions: some(
      fc.tuple(ids, times, fc.boolean()).map(([id, due, made]) =>
        decision(id, {
          due,
          ...(made ? { made: { option: 'x', reason: '', at: 0, how: 'control' } } : {}),
        }),
      ),
    ),
    clocks: some(
      fc
        .tuple(ids, fc.constantFrom('running', 'met', 'late'), maybe('due', times))
        .map(([id, status, due]) => clock(id, { status, ...due })),
    ),
    questions: some(fc.tuple(ids, times).map(([id, askedAt]) => question(id, { askedAt }))),
  })
  .map((change) => viewWith(change));

describe('whatever a role has', () => {
  const backwards = (view: RoleView): RoleView => {
    const turn = <R>(rows: { readonly [key: string]: R }) =>
      Object.fromEntries(Object.entries(rows).toReversed());
    const { items, tasks, decisions, clocks, questions } = view;
    return {
      ...view,
      items: turn(items),
      tasks: turn(tasks),
      decisions: turn(decisions),
      clocks: turn(clocks),
      questions: turn(questions),
    };
  };

  it('is in one order, whichever way it came', () => {
    fc.assert(
      fc.property(views, times, (view, now) => {
        expect(waiting(backwards(view), now)).toEqual(waiting(view, now));
      }),
    );
  });

  it('has a total order, in which no two are equal', () => {
    fc.assert(
      fc.property(views, times, (view, now) => {
        const all = waiting(view, now);
        all.forEach((a, i) =>
          all.forEach((b, j) => {
            expect(Math.sign(byUrgency(a, b, now))).toBe(Math.sign(i - j));
          }),
        );
      }),
    );
  });

  it('goes from the pressing to what can wait, and within that by what is due first', () => {
    const order: readonly Band[] = ['ringing', 'overdue', 'near', 'waiting', 'ahead', 'whenever'];
    fc.assert(
      fc.property(views, times, (view, now) => {
        const all = waiting(view, now);
        const bands = all.map((call) => order.indexOf(bandOf(call, now)));
        expect(bands).toEqual(bands.toSorted((a, b) => a - b));
        for (const band of ['overdue', 'near', 'ahead'] as const) {
          const dues = all.filter((call) => bandOf(call, now) === band).map(({ due = 0 }) => due);
          expect(dues).toEqual(dues.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it('says nothing twice', () => {
    fc.assert(
      fc.property(views, times, (view, now) => {
        const all = waiting(view, now);
        expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
        const places = all.flatMap(({ place: { section, id } }) => id && `${section} ${id}`);
        const named = places.filter((one) => one !== undefined);
        expect(new Set(named).size).toBe(named.length);
      }),
    );
  });

  it('leaves out nothing that is its, and takes in nothing of others', () => {
    fc.assert(
      fc.property(views, times, (view, now) => {
        const called = new Set(waiting(view, now).map(({ key }) => key));
        for (const one of Object.values(view.items)) {
          const open = one.opened === undefined || (one.asks && one.answered === undefined);
          expect(called.has(`item:${one.id}`)).toBe(!one.sent && open);
        }
        for (const one of Object.values(view.tasks)) {
          const mine =
            one.holders.some(({ role }) => role === 'me') ||
            one.offers.some(({ to }) => to === 'me') ||
            !one.holders.some((holder) => holder.as === 'accountable');
          expect(called.has(`task:${one.id}`)).toBe(one.status === 'open' && mine);
        }
        for (const one of Object.values(view.decisions)) {
          expect(called.has(`decision:${one.id}`)).toBe(one.made === undefined);
        }
        for (const one of Object.values(view.clocks)) {
          const said = called.has(`clock:${one.id}`) || called.has(`task:${one.id}`);
          if (one.status === 'running') expect(said).toBe(true);
        }
      }),
    );
  });
});

it('sorts an inbox by what calls, and the rest by what is newest', () => {
  const rows = [
    item('read', { seq: 9, opened: 1, channel: 'email' }),
    item('mail', { seq: 5, channel: 'email' }),
    item('asked', { seq: 2, channel: 'message', asks: true, opened: 1 }),
    item('call', { seq: 1, channel: 'phone' }),
    item('newer', { seq: 6, channel: 'email' }),
  ];
  expect(rows.toSorted(byCall).map(({ id }) => id)).toEqual([
    'call',
    'asked',
    'newer',
    'mail',
    'read',
  ]);
});
