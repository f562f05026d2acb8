/** What becomes of what was expected: met, late, lapsed or waived, for everything one can do. */
import { describe, expect, test } from 'vitest';
import { given, type Given } from '../../support/given.ts';
import { scenario } from '../../support/scenario.ts';

const FACTS = { leak: {}, other: {} };
const OPEN = { 'time-after': '0m' };
const CALL = { at: '0m', to: ['duty', 'boss'], facts: ['leak', 'other'] };

/** One inject that expects this of one or more roles, within 10 minutes. */
function expecting(...expect: readonly Readonly<Record<string, unknown>>[]): Given {
  return given(
    scenario({
      facts: FACTS,
      tasks: { warn: { starts: OPEN, clock: 'warning' } },
      decisions: { cut: { opens: OPEN, within: '2h' } },
      injects: { call: { ...CALL, expect: expect.map((row) => ({ within: '10m', ...row })) } },
    }),
  ).startex();
}

const DOES: readonly (readonly [
  string,
  Readonly<Record<string, unknown>>,
  (exercise: Given) => Given,
])[] = [
  ['open', {}, (e) => e.as('duty', { type: 'item.open', item: 'call' })],
  ['acknowledge', {}, (e) => e.as('duty', { type: 'item.acknowledge', item: 'call' })],
  [
    'answer',
    {},
    (e) => e.as('duty', { type: 'message.send', to: [], replyTo: 'call', body: 'Yes' }),
  ],
  [
    'message',
    { to: 'lead' },
    (e) => e.as('duty', { type: 'message.send', to: ['lead'], body: 'Look' }),
  ],
  ['task', { task: 'warn' }, (e) => e.as('duty', { type: 'task.finish', task: 'warn', note: '' })],
  ['decision', { decision: 'cut' }, (e) => e.as('duty', { type: 'item.open', item: 'call' })],
  [
    'declare',
    {},
    (e) => e.as('duty', { type: 'awareness.declare', matter: 'incident', reason: 'Now' }),
  ],
];

describe('done in time, late, and never', () => {
  test.each(DOES)('%s', (does, more, deed) => {
    const role = does === 'decision' ? 'boss' : 'duty';
    const act = (e: Given): Given =>
      does === 'decision'
        ? e.as('boss', { type: 'decision.record', decision: 'cut', option: 'cut', reason: 'So' })
        : deed(e);
    const row = { role, does, ...more };
    const at = (minute: string): Given => expecting(row).at(minute);

    expecting(row).expect('obligation.opened', { obligation: 'call.1', due: 600_000 });
    act(at('9m'))
      .expect('obligation.met', { obligation: 'call.1' })
      .at('4h')
      .expectNo('obligation.overdue');
    at('9m')
      .expectNo('obligation.overdue')
      .at('10m')
      .expect('obligation.overdue', { obligation: 'call.1' });
    act(at('11m')).expect('obligation.late', { obligation: 'call.1' }).expectNo('obligation.met');
    at('11m')
      .control({ type: 'exercise.end' })
      .expect('obligation.lapsed', { obligation: 'call.1' });
    at('9m')
      .control({ type: 'exercise.end' })
      .expect('obligation.waived', { obligation: 'call.1' });
  });
});

test('each role that was named has an obligation of its own', () => {
  expecting({ role: ['duty', 'boss'], does: 'acknowledge' })
    .as('boss', { type: 'item.acknowledge', item: 'call' })
    .expect('obligation.met', { obligation: 'call.1/boss' })
    .expectNo('obligation.met', { obligation: 'call.1/duty' })
    .at('10m')
    .expect('obligation.overdue', { obligation: 'call.1/duty' });
});

test('acknowledging is opening too', () => {
  expecting({ role: 'duty', does: 'open' })
    .as('duty', { type: 'item.acknowledge', item: 'call' })
    .expect('item.opened')
    .expect('obligation.met');
});

test('a message counts when it reaches one of those named, with every fact that was asked for', () => {
  const asked = { role: 'duty', does: 'message', to: ['lead', 'press'], facts: ['leak', 'other'] };
  const send = (to: string, ...facts: string[]): Given =>
    expecting(asked)
      .as('duty', { type: 'item.open', item: 'call' })
      .as('duty', { type: 'message.send', to: [to], body: 'Look', facts });
  send('boss', 'leak', 'other').expectNo('obligation.met');
  send('lead', 'leak').expectNo('obligation.met');
  send('lead', 'other', 'leak').expect('obligation.met');
  send('press', 'other', 'leak').expect('obligation.met');
});

test('a message to an organisation that control plays counts when it reaches control there', () => {
  expecting({ role: 'duty', does: 'message', to: 'media' })
    .as('duty', { type: 'message.send', to: ['press'], body: 'No comment' })
    .expect('obligation.met');
});

test('an answer to something else is no answer', () => {
  expecting({ role: 'duty', does: 'answer' })
    .as('boss', { type: 'message.send', to: ['duty'], body: 'Well?' })
    .as('duty', { type: 'message.send', to: ['boss'], replyTo: 'msg.1', body: 'Well.' })
    .expectNo('obligation.met');
});

test('a task is met by whoever did it or held it; the others have nothing left to do', () => {
  expecting({ role: ['duty', 'boss'], does: 'task', task: 'warn' })
    .as('duty', { type: 'task.finish', task: 'warn', note: '' })
    .expect('obligation.met', { obligation: 'call.1/duty' })
    .expect('obligation.waived', { obligation: 'call.1/boss' });
  expecting({ role: ['duty', 'boss'], does: 'task', task: 'warn' })
    .as('boss', { type: 'task.claim', task: 'warn', as: 'accountable' })
    .as('duty', { type: 'task.finish', task: 'warn', note: '' })
    .expect('obligation.met', { obligation: 'call.1/duty' })
    .expect('obligation.met', { obligation: 'call.1/boss' });
  expecting({ role: ['duty', 'boss'], does: 'task', task: 'warn' })
    .at('20m')
    .as('duty', { type: 'task.finish', task: 'warn', note: '' })
    .expect('obligation.late', { obligation: 'call.1/duty' })
    .expect('obligation.lapsed', { obligation: 'call.1/boss' });
});

test('a decision is met by whoever made it, and waived for the others; a default meets nobody', () => {
  const asked = { role: ['duty', 'boss'], does: 'decision', decision: 'cut' };
  expecting(asked)
    .as('boss', { type: 'decision.record', decision: 'cut', option: 'cut', reason: 'So' })
    .expect('obligation.met', { obligation: 'call.1/boss' })
    .expect('obligation.waived', { obligation: 'call.1/duty' });
  const lapsed = expecting({ ...asked, within: '3h' }).at('2h');
  lapsed.expect('decision.recorded', { how: 'default' }).expectNo('obligation.met');
  lapsed.at('3h').expect('obligation.overdue', { obligation: 'call.1/boss' });
});

test('one declaration is enough for the organisation, and says nothing of another', () => {
  const plan = scenario({
    tasks: { warn: { clock: 'warning' } },
    injects: {
      call: {
        at: '0m',
        to: ['all'],
        expect: [{ role: ['duty', 'boss', 'lead'], does: 'declare', within: '10m' }],
      },
    },
  });
  given(plan)
    .startex()
    .as('duty', { type: 'awareness.declare', matter: 'incident', reason: 'Now' })
    .expect('obligation.met', { obligation: 'call.1/duty' })
    .expect('obligation.waived', { obligation: 'call.1/boss' })
    .expectNo('obligation.waived', { obligation: 'call.1/lead' });
});

describe('done before it was asked', () => {
  const asked = (does: string, more: object): Given =>
    given(
      scenario({
        tasks: { warn: { clock: 'warning', within: '10m' } },
        decisions: { cut: { within: '10m' } },
        injects: {
          call: {
            at: '30m',
            to: ['all'],
            expect: [{ role: ['duty', 'boss'], does, within: '10m', ...more }],
          },
        },
      }),
    ).startex();
  const met = { obligation: 'call.1/boss' };
  const waived = { obligation: 'call.1/duty' };

  test('a task', () => {
    const exercise = asked('task', { task: 'warn' });
    exercise.as('boss', { type: 'task.finish', task: 'warn', note: '' }).at('30m');
    exercise.expect('obligation.met', met).expect('obligation.waived', waived);
  });
  test('a decision', () => {
    const exercise = asked('decision', { decision: 'cut' });
    exercise.as('boss', { type: 'decision.record', decision: 'cut', option: 'cut', reason: 'So' });
    exercise.at('30m').expect('obligation.met', met).expect('obligation.waived', waived);
  });
  test('a decision that was left to its default: nobody made it, and nobody can', () => {
    const exercise = asked('decision', { decision: 'cut' }).at('30m');
    exercise.expect('obligation.waived', waived).expect('obligation.waived', met);
  });
  test('a declaration', () => {
    const exercise = asked('declare', {});
    exercise.as('boss', { type: 'awareness.declare', matter: 'incident', reason: 'Now' }).at('30m');
    exercise.expect('obligation.met', met).expect('obligation.waived', waived);
  });
});

test('an inject that never comes expects nothing', () => {
  const exercise = given(
    scenario({
      injects: { call: { manual: true, expect: [{ role: 'duty', does: 'open', within: '1m' }] } },
    }),
  )
    .startex()
    .at('4h');
  expect(exercise.minutes('obligation.opened')).toEqual([]);
});

test('pausing stops the clock for everybody: nothing falls due', () => {
  expecting({ role: 'duty', does: 'open' })
    .control({ type: 'exercise.pause' })
    .as('duty', { type: 'item.open', item: 'call' })
    .refused('paused')
    .control({ type: 'exercise.resume' })
    .as('duty', { type: 'item.open', item: 'call' })
    .expect('obligation.met');
});
