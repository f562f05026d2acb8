/** Messages, the facts that travel with them, and control writing for those it plays. */
import { expect, test } from 'vitest';
import { roleView } from '../../../engine/exercise/view.ts';
import { given, type Given } from '../../support/given.ts';
import { scenario } from '../../support/scenario.ts';

const plan = scenario({
  facts: { leak: {}, secret: {} },
  tasks: { warn: {} },
  injects: {
    call: { at: '0m', facts: ['leak'] },
    memo: { at: '0m', to: ['boss'], facts: ['secret'] },
  },
});
const begun = (): Given => given(plan).startex();
const knows = (e: Given, role: string): readonly string[] =>
  [...e.state.facts].flatMap(([fact, times]) => (times.has(role) ? [fact] : []));

test('a fact is known by opening what carries it, not by receiving it', () => {
  const exercise = begun();
  expect(knows(exercise, 'duty')).toEqual([]);
  exercise
    .as('duty', { type: 'item.open', item: 'call' })
    .expect('fact.known', { fact: 'leak', role: 'duty', item: 'call' });
  exercise.as('duty', {
    type: 'message.send',
    to: ['lead', 'lead'],
    body: 'Look',
    facts: ['leak'],
  });
  exercise.expect('message.sent', {
    message: 'msg.1',
    to: ['lead'],
    facts: ['leak'],
    asks: false,
    simulated: false,
  });
  expect(knows(exercise, 'lead')).toEqual([]);
  exercise
    .as('lead', { type: 'item.open', item: 'msg.1' })
    .expect('fact.known', { fact: 'leak', item: 'msg.1' });
  exercise
    .as('lead', { type: 'item.open', item: 'msg.1' })
    .expectNo('fact.known')
    .expectNo('item.opened');
  expect(exercise.minutes('fact.known')).toHaveLength(2);
});

test('control writes for a role it plays, and may attach any fact', () => {
  begun()
    .control({
      type: 'simcell.send',
      from: 'press',
      to: ['lead', 'lead'],
      body: 'Is it true?',
      facts: ['secret'],
    })
    .expect('message.sent', {
      from: 'press',
      to: ['lead'],
      facts: ['secret'],
      simulated: true,
      asks: false,
    })
    .as('lead', { type: 'item.open', item: 'msg.1' })
    .expect('fact.known', { fact: 'secret', role: 'lead' })
    .as('lead', { type: 'message.send', to: ['press'], replyTo: 'msg.1', body: 'No comment' })
    .control({ type: 'simcell.send', from: 'press', to: ['lead'], replyTo: 'msg.2', body: 'Hm' })
    .expect('message.sent', { replyTo: 'msg.2', simulated: true });
});

test('a message is seen by who sent it and who received it', () => {
  const exercise = begun().as('duty', {
    type: 'message.send',
    to: ['lead'],
    body: 'Between us',
    asks: true,
  });
  const mail = (role: string): readonly unknown[] =>
    roleView(exercise.state, role).flatMap(([collection, , row]) =>
      collection === 'items' ? [row] : [],
    );
  expect(mail('lead')).toMatchObject([
    { id: 'msg.1', sent: false, asks: true, body: 'Between us' },
  ]);
  expect(mail('duty')).toMatchObject([{ id: 'call' }, { id: 'msg.1', sent: true }]);
  expect(mail('boss')).toMatchObject([{ id: 'memo' }]);
});

test('an answer is noted on what it answers, for the one who answered', () => {
  const exercise = begun()
    .at('3m')
    .as('duty', {
      type: 'message.send',
      to: [],
      replyTo: 'call',
      body: 'Coming',
      about: { task: 'warn' },
    });
  exercise.expect('message.sent', { replyTo: 'call', about: { task: 'warn' } });
  expect([...exercise.state.injects.get('call')!.answered]).toEqual([['duty', 180_000]]);
});

test('an observation is control’s, and no role sees it', () => {
  const exercise = begun().control({
    type: 'observation.note',
    text: 'They hesitate',
    rating: 'S',
    about: { role: 'duty' },
  });
  exercise.expect('observation.noted', { text: 'They hesitate', rating: 'S' });
  expect(exercise.state.observations).toMatchObject([{ id: '1', by: 'Lead', at: 0 }]);
  for (const role of ['duty', 'boss', 'lead']) {
    expect(JSON.stringify(roleView(exercise.state, role))).not.toContain('hesitate');
  }
});
