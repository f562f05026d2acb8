/** Writing to somebody outside the exercise, for whom control answers. */
import { expect, test } from 'vitest';
import { controlView } from '../../../../engine/exercise/overview.ts';
import { roleView } from '../../../../engine/exercise/view.ts';
import { given, type Given } from '../../../support/given.ts';
import { scenario } from '../../../support/scenario.ts';

const plan = scenario({ injects: { call: { at: '0m' } } });
const written = (): Given =>
  given(plan)
    .startex()
    .as('duty', { type: 'message.send', to: [], outside: ' The supplier ', body: 'Come' });
const reply = (e: Given, replyTo = 'msg.1', to: readonly string[] = ['duty']): Given =>
  e.control({
    type: 'inject.write',
    to,
    from: 'The supplier',
    channel: 'email',
    title: 'Yes',
    body: 'In an hour',
    replyTo,
  });
const item = (e: Given, role: string, id: string): unknown =>
  roleView(e.state, role).find(([collection, key]) => collection === 'items' && key === id)?.[2];

test('it goes to no role, and control has it', () => {
  const exercise = written().expect('message.sent', { to: [], outside: 'The supplier' });
  expect(item(exercise, 'duty', 'msg.1')).toMatchObject({ outside: 'The supplier', sent: true });
  for (const role of ['boss', 'lead', 'press']) {
    expect(item(exercise, role, 'msg.1')).toBeUndefined();
  }
  const row = controlView(exercise.state).find(([, key]) => key === 'msg.1')?.[2];
  expect(row).toMatchObject({ from: { role: 'duty' }, outside: 'The supplier', to: [] });
});

test('a name of blanks is no receiver, and is not kept beside a real one', () => {
  const blank = { type: 'message.send', outside: '  ', body: 'Come' } as const;
  const exercise = written();
  exercise.as('duty', { ...blank, to: [] }).refused('no-receiver');
  exercise.as('duty', { ...blank, to: ['lead'] });
  expect(exercise.state.messages.get('msg.2')).not.toHaveProperty('outside');
});

test('control writes back: the answer says what it answers, and the sender’s row that it came', () => {
  const exercise = reply(written().at('3m'));
  expect(item(exercise, 'duty', 'adhoc.1')).toMatchObject({ replyTo: 'msg.1', channel: 'email' });
  expect(item(exercise, 'duty', 'msg.1')).toMatchObject({ sent: true, answered: 180_000 });
  const row = controlView(exercise.state).find(([, key]) => key === 'adhoc.1')?.[2];
  expect(row).toMatchObject({ replyTo: 'msg.1' });
  reply(exercise, 'msg.9').refused('unknown-item');
});

test('an answer that does not come to the sender is none, in the sender’s row', () => {
  const elsewhere = reply(written(), 'msg.1', ['boss']);
  expect(item(elsewhere, 'duty', 'msg.1')).not.toHaveProperty('answered');
});

test('a role’s answer is noted on what it answers, for both of them', () => {
  const exercise = given(plan)
    .startex()
    .as('duty', { type: 'message.send', to: ['lead'], body: 'May I?', asks: true })
    .at('2m')
    .as('lead', { type: 'message.send', to: ['duty'], replyTo: 'msg.1', body: 'You may' });
  for (const role of ['duty', 'lead']) {
    expect(item(exercise, role, 'msg.1')).toMatchObject({ answered: 120_000 });
  }
});
