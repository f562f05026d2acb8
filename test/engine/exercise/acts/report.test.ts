/** What participants say of the exercise itself: to control, to the record, in the waiting room. */
import { expect, test } from 'vitest';
import { controlView } from '../../../../engine/exercise/overview.ts';
import { roleView } from '../../../../engine/exercise/view.ts';
import { ENGINE, given, type Given } from '../../../support/given.ts';
import { scenario } from '../../../support/scenario.ts';

const plan = scenario({
  tasks: { warn: {} },
  injects: {
    call: {
      at: '0m',
      to: ['duty', 'boss'],
      'if-not': 'nudge',
      expect: [
        { role: 'duty', does: 'acknowledge', within: '10m' },
        { role: 'duty', does: 'answer', within: '10m' },
        { role: 'duty', does: 'task', task: 'warn', within: '10m' },
        { role: 'boss', does: 'acknowledge', within: '10m' },
      ],
    },
    nudge: { to: ['duty'] },
    memo: { at: '0m', to: ['lead'], expect: [{ role: 'lead', does: 'open', within: '10m' }] },
  },
  'hot-wash': { best: 'What went well?' },
});
const begun = (): Given => given(plan).startex();
const rows = (e: Given, role: string, wanted: string): readonly unknown[] =>
  roleView(e.state, role).flatMap(([collection, , row]) => (collection === wanted ? [row] : []));
const ask = (e: Given): Given => e.as('duty', { type: 'control.ask', text: 'May we call out?' });
const outside = (e: Given, inject = 'call'): Given =>
  e.as('duty', { type: 'outside.report', about: { inject }, text: 'On the phone', to: ['lead'] });

test('control can be asked at any time until the exercise is closed, and answers', () => {
  const waiting = ask(given(plan)).expect('control.asked', { ask: 'ask.1', role: 'duty' });
  const paused = ask(begun().control({ type: 'exercise.pause' })).expect('control.asked');
  const over = ask(begun().control({ type: 'exercise.end' })).expect('control.asked');
  ask(over.control({ type: 'exercise.hotwash' })).expect('control.asked', { ask: 'ask.2' });
  for (const exercise of [waiting, paused, over]) {
    exercise
      .control({ type: 'control.answer', ask: 'ask.1', text: 'Yes' })
      .expect('control.answered', { ask: 'ask.1' });
    expect(rows(exercise, 'duty', 'asks')).toMatchObject([
      { id: 'ask.1', text: 'May we call out?', answer: { text: 'Yes' } },
      ...(exercise === over ? [{ id: 'ask.2' }] : []),
    ]);
    expect(rows(exercise, 'boss', 'asks')).toEqual([]);
  }
  ask(over.control({ type: 'exercise.close' })).refused('closed');
  over.control({ type: 'control.answer', ask: 'ask.2', text: 'Yes' }).refused('closed');
});

test('a second answer takes the first one’s place; what was not asked is not answered', () => {
  const exercise = ask(begun())
    .control({ type: 'control.answer', ask: 'ask.1', text: 'Yes' })
    .at('3m')
    .control({ type: 'control.answer', ask: 'ask.1', text: 'No, wait' });
  expect(rows(exercise, 'duty', 'asks')).toMatchObject([
    { answer: { at: 180_000, text: 'No, wait' } },
  ]);
  exercise
    .control({ type: 'control.answer', ask: 'ask.2', text: 'Yes' })
    .refused('unknown-question')
    .control({ type: 'control.answer', ask: 'ask.1', text: ' ' })
    .refused('empty-text');
});

test('an objection stands beside the record, one’s own and control’s, also afterwards', () => {
  const contest = (e: Given): Given =>
    e.as('duty', { type: 'record.contest', about: { task: 'warn' }, text: 'I took it at two' });
  contest(given(plan)).refused('not-started');
  const exercise = contest(begun()).expect('record.contested', { contest: 'contest.1' });
  expect(rows(exercise, 'duty', 'contests')).toHaveLength(1);
  expect(rows(exercise, 'boss', 'contests')).toEqual([]);
  expect(controlView(exercise.state).some(([, key]) => key === 'contest.1')).toBe(true);
  contest(exercise.control({ type: 'exercise.end' })).expect('record.contested', {
    contest: 'contest.2',
  });
  contest(exercise.control({ type: 'exercise.close' })).refused('closed');
});

test('one speaks only of what one sees', () => {
  const about = { message: 'msg.1' };
  const exercise = begun().as('duty', { type: 'message.send', to: ['boss'], body: 'Between us' });
  exercise.as('duty', { type: 'record.contest', about, text: 'T' }).expect('record.contested');
  exercise.as('boss', { type: 'record.contest', about, text: 'T' }).expect('record.contested');
  exercise.as('lead', { type: 'record.contest', about, text: 'T' }).refused('unknown-item');
  outside(exercise, 'memo').refused('unknown-item');
  outside(exercise, 'nudge').refused('unknown-item');
  exercise
    .as('lead', { type: 'control.ask', text: 'T', about: { task: 'warn' } })
    .refused('unknown-task');
});

test('done outside the tool: what the inject asked of this role ends, and brings no nudge', () => {
  const exercise = outside(begun().at('5m'))
    .expect('outside.reported', { report: 'outside.1', to: ['lead'] })
    .expect('obligation.outside', { obligation: 'call.1' })
    .expect('obligation.outside', { obligation: 'call.2' })
    .expectNo('obligation.outside', { obligation: 'call.3' })
    .expectNo('obligation.outside', { obligation: 'call.4' });
  expect(rows(exercise, 'duty', 'outside')).toMatchObject([{ text: 'On the phone' }]);
  expect(rows(exercise, 'lead', 'outside')).toEqual([]);
  exercise
    .at('10m')
    .expectNo('obligation.overdue', { obligation: 'call.1' })
    .expectNo('obligation.overdue', { obligation: 'call.2' })
    .expect('obligation.overdue', { obligation: 'call.3' });
});

test('the nudge stays away when nothing else is overdue', () => {
  const exercise = outside(begun().at('5m'))
    .as('duty', { type: 'task.finish', task: 'warn', note: '' })
    .as('boss', { type: 'item.acknowledge', item: 'call' });
  exercise.at('4h').expectNo('inject.released', { inject: 'nudge' });
});

test('what was overdue is then neither late nor lapsed', () => {
  const exercise = outside(begun().at('20m')).expect('obligation.outside', {
    obligation: 'call.1',
  });
  exercise
    .as('duty', { type: 'item.acknowledge', item: 'call' })
    .expectNo('obligation.late')
    .at('4h')
    .expectNo('obligation.lapsed', { obligation: 'call.1' })
    .expect('obligation.lapsed', { obligation: 'call.4' });
});

test('a condition that something is not overdue holds again once it was done outside', () => {
  const again = scenario({
    injects: {
      call: { at: '0m', expect: [{ role: 'duty', does: 'acknowledge', within: '10m' }] },
      calm: {
        when: {
          all: [{ 'time-after': '15m' }, { not: { expectation: 'call.1', is: 'overdue' } }],
        },
        to: ['lead'],
      },
    },
  });
  outside(given(again).startex().at('20m').expectNo('inject.released')).expect('inject.released', {
    inject: 'calm',
  });
});

test('after ENDEX it can be said, and changes what became of nothing', () => {
  const over = begun().at('20m').control({ type: 'exercise.end' });
  outside(over).expect('outside.reported').expectNo('obligation.outside');
  expect(over.state.obligations.get('call.1')?.status).toBe('lapsed');
});

test('practice is the waiting room’s: once more replaces it, and STARTEX ends it', () => {
  const practise = (e: Given, opened: number): Given =>
    e.as('duty', { type: 'practice.finish', opened, acknowledged: 5_000 });
  const seat = {
    role: 'duty',
    seat: 'duty-1',
    pseudonym: 'Beech',
    bot: false,
    deputy: true,
  } as const;
  const waiting = given(plan).input(ENGINE, { type: 'seat.take', ...seat });
  practise(practise(waiting, 2_000), 1_000).expect('practice.finished', {
    role: 'duty',
    seat: 'duty-1',
    opened: 1_000,
    acknowledged: 5_000,
  });
  const row = controlView(waiting.state).find(([collection]) => collection === 'seats')?.[2];
  expect(row).toMatchObject({ deputy: true, practice: { opened: 1_000, acknowledged: 5_000 } });
  practise(waiting.startex(), 1_000).refused('already-started');
  practise(waiting.control({ type: 'exercise.end' }), 1_000).refused('ended');
});

test('a statement or a version of the picture can be contested by whoever sees it', () => {
  const strict = scenario({
    roles: {
      duty: { name: 'Duty', organisation: 'operator' },
      boss: { name: 'Boss', organisation: 'operator', 'cleared-for': 'TLP:GREEN' },
    },
  });
  const contest = (e: Given, role: string, publication: string): Given =>
    e.as(role, { type: 'record.contest', about: { publication }, text: 'Not so' });
  const exercise = given(strict)
    .startex()
    .as('duty', { type: 'statement.publish', outlet: 'web', title: 'Hit', body: 'We work' })
    .as('duty', {
      type: 'picture.update',
      section: 'situation',
      text: 'Why',
      marking: 'TLP:RED',
    });
  contest(exercise, 'boss', 'statement.1').expect('record.contested', {
    about: { publication: 'statement.1' },
  });
  contest(exercise, 'duty', 'picture.1').expect('record.contested', {
    about: { publication: 'picture.1' },
  });
  // What it may not see answers like what is not there.
  contest(exercise, 'boss', 'picture.1').refused('unknown-item');
  contest(exercise, 'boss', 'picture.9').refused('unknown-item');
  expect(rows(exercise, 'boss', 'contests')).toHaveLength(1);
});
