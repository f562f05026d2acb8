/** When injects are released, by their triggers and by control's hand. */
import { expect, test } from 'vitest';
import { given } from '../../support/given.ts';
import { scenario } from '../../support/scenario.ts';

const ACK = { role: 'duty', does: 'acknowledge', within: '10m' };

test('given an inject at 20m, when its time comes, then it is released to its receivers, and not before', () => {
  given(scenario({ injects: { call: { at: '20m', to: ['duty', 'lead'] } } }))
    .startex()
    .expectNo('inject.released')
    .at('19m 59s')
    .expectNo('inject.released')
    .at('20m')
    .expect('inject.released', { inject: 'call', to: ['duty', 'lead'], cause: 'due' });
});

test('given an inject after another is opened, then it comes the delay later', () => {
  const exercise = given(
    scenario({
      injects: {
        call: { at: '0m' },
        sitrep: { after: { inject: 'call', is: 'opened', delay: '15m' } },
      },
    }),
  )
    .startex()
    .at('5m')
    .as('duty', { type: 'item.open', item: 'call' })
    .expect('inject.scheduled', { inject: 'sitrep', due: 20 * 60_000 })
    .at('4h');
  expect(exercise.minutes('inject.released', { inject: 'sitrep' })).toEqual([20]);
});

test('given an inject when a condition holds, then it comes once, at the moment it first holds', () => {
  const exercise = given(
    scenario({
      injects: {
        call: { at: '0m', to: ['duty', 'boss'] },
        news: { when: { inject: 'call', is: 'opened' } },
      },
    }),
  )
    .startex()
    .at('7m')
    .as('duty', { type: 'item.open', item: 'call' })
    .at('8m')
    .as('boss', { type: 'item.open', item: 'call' })
    .at('1h');
  expect(exercise.minutes('inject.released', { inject: 'news' })).toEqual([7]);
});

test('given a condition on time, then it is looked at when that time comes', () => {
  const absence = { all: [{ 'time-after': '50m' }, { not: { inject: 'call', is: 'opened' } }] };
  const plan = scenario({ injects: { call: { at: '0m' }, nudge: { when: absence } } });
  expect(given(plan).startex().at('2h').minutes('inject.released', { inject: 'nudge' })).toEqual([
    50,
  ]);
  const opened = given(plan).startex().as('duty', { type: 'item.open', item: 'call' }).at('2h');
  expect(opened.minutes('inject.released', { inject: 'nudge' })).toEqual([]);
});

test('given a manual inject, then only control releases it', () => {
  given(scenario({ injects: { call: { manual: true } } }))
    .startex()
    .at('3h')
    .expectNo('inject.released')
    .control({ type: 'inject.release', inject: 'call' })
    .expect('inject.released', { inject: 'call', cause: 'control' });
});

test('given a contingency inject, when the first expectation is overdue, then it is released once', () => {
  const plan = scenario({
    injects: {
      call: {
        at: '0m',
        'if-not': 'nudge',
        expect: [ACK, { role: 'duty', does: 'answer', within: '30m' }],
      },
      nudge: {},
    },
  });
  const exercise = given(plan)
    .startex()
    .at('10m')
    .expect('obligation.overdue', { obligation: 'call.1' })
    .expect('inject.released', { inject: 'nudge', cause: 'if-not' })
    .at('2h');
  expect(exercise.minutes('inject.released', { inject: 'nudge' })).toEqual([10]);
  given(plan)
    .startex()
    .as('duty', { type: 'item.acknowledge', item: 'call' })
    .as('duty', { type: 'message.send', to: ['lead'], replyTo: 'call', body: 'Yes' })
    .at('4h')
    .expectNo('inject.released', { inject: 'nudge' });
});

test('a contingency inject that is held back, or does not belong to the phase, stays where it is', () => {
  const injects = { call: { at: '0m', 'if-not': 'nudge', expect: [ACK] } };
  given(scenario({ injects: { ...injects, nudge: {} } }))
    .startex()
    .control({ type: 'inject.hold', inject: 'nudge' })
    .at('1h')
    .expect('obligation.overdue')
    .expectNo('inject.released');
  given(
    scenario({
      phases: { alarm: { length: '1h', next: 'late' }, late: {} },
      injects: { ...injects, nudge: { phase: 'late' } },
    }),
  )
    .startex()
    .at('30m')
    .expect('obligation.overdue')
    .expectNo('inject.released');
});

test('given a held inject, when it is let go before its time, then it still comes at its time', () => {
  const exercise = given(scenario({ injects: { call: { at: '20m' }, other: { at: '30m' } } }))
    .startex()
    .at('5m')
    .control({ type: 'inject.hold', inject: 'call' })
    .expect('inject.held', { inject: 'call' })
    .at('10m')
    .control({ type: 'inject.unhold', inject: 'call' })
    .expect('inject.unheld', { inject: 'call' })
    .expectNo('inject.released')
    .at('1h');
  expect(exercise.minutes('inject.released', { inject: 'call' })).toEqual([20]);
  expect(exercise.minutes('inject.released', { inject: 'other' })).toEqual([30]);
});

test('given a held inject whose time has passed, then it comes when it is let go', () => {
  given(scenario({ injects: { call: { at: '20m' } } }))
    .startex()
    .control({ type: 'inject.hold', inject: 'call' })
    .at('1h')
    .expectNo('inject.released')
    .control({ type: 'inject.unhold', inject: 'call' })
    .expect('inject.released', { inject: 'call', cause: 'due' });
});

test('a held inject can be released by hand, and a trigger that fires meanwhile is not forgotten', () => {
  given(scenario({ injects: { call: { at: '20m' } } }))
    .startex()
    .control({ type: 'inject.hold', inject: 'call' })
    .control({ type: 'inject.release', inject: 'call' })
    .expect('inject.released', { cause: 'control' })
    .at('4h')
    .expectNo('inject.released');
  given(
    scenario({ injects: { call: { at: '0m' }, news: { when: { inject: 'call', is: 'opened' } } } }),
  )
    .startex()
    .control({ type: 'inject.hold', inject: 'news' })
    .as('duty', { type: 'item.open', item: 'call' })
    .at('10m')
    .control({ type: 'inject.unhold', inject: 'news' })
    .expect('inject.released', { inject: 'news' });
});

test('a skipped inject does not come by itself; control can bring it back', () => {
  given(scenario({ injects: { call: { at: '20m' } } }))
    .startex()
    .control({ type: 'inject.skip', inject: 'call', reason: 'Enough for now' })
    .expect('inject.skipped', { inject: 'call', reason: 'Enough for now' })
    .at('1h')
    .expectNo('inject.released')
    .control({ type: 'inject.release', inject: 'call' })
    .expect('inject.released', { cause: 'control' });
});

test('what control holds or skips before STARTEX stays so', () => {
  given(scenario({ injects: { call: { at: '0m' }, other: { at: '0m' } } }))
    .control({ type: 'inject.hold', inject: 'call' })
    .control({ type: 'inject.skip', inject: 'other' })
    .startex()
    .at('1h')
    .expectNo('inject.released');
});

test('control writes an inject of its own, and it is released at once', () => {
  const exercise = given(
    scenario({ facts: { leak: {} }, injects: { call: { at: '0m', facts: ['leak'] } } }),
  )
    .startex()
    .control({
      type: 'inject.write',
      to: ['lead', 'lead'],
      from: 'A citizen',
      channel: 'phone',
      title: 'Hello',
      body: 'What is going on?',
      facts: ['leak'],
    })
    .expect('inject.written', { inject: 'adhoc.1' })
    .expect('inject.released', { inject: 'adhoc.1', to: ['lead'], cause: 'control' })
    .as('lead', { type: 'item.open', item: 'adhoc.1' })
    .expect('fact.known', { fact: 'leak', role: 'lead', item: 'adhoc.1' });
  expect(exercise.state.injects.get('adhoc.1')).toMatchObject({ adhoc: true, row: { number: 2 } });
});

test('control writes an inject in both languages; one with nothing in either is refused', () => {
  const title = { da: 'Røg', en: 'Smoke' };
  const written = { type: 'inject.write', to: ['lead'], from: 'X', channel: 'sms', title } as const;
  const exercise = given(scenario({}))
    .startex()
    .control({ ...written, body: { da: 'Der er røg.', en: 'There is smoke.' } })
    .expect('inject.released', { inject: 'adhoc.1' })
    .control({ ...written, body: { da: ' ' } })
    .expect('input.refused', { code: 'empty-text' });
  expect(exercise.state.injects.get('adhoc.1')?.row).toMatchObject({ title });
});

test('an inject with several triggers-to-be is released once, however it comes', () => {
  const exercise = given(scenario({ injects: { call: { at: '20m' } } }))
    .startex()
    .control({ type: 'inject.release', inject: 'call' })
    .at('4h');
  expect(exercise.minutes('inject.released')).toEqual([0]);
});
