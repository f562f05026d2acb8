/** Asking a role to take a task on, and finishing one where the tool could not see it. */
import { expect, test } from 'vitest';
import { createBots } from '../../../../engine/exercise/bot.ts';
import { controlView } from '../../../../engine/exercise/overview.ts';
import { roleView } from '../../../../engine/exercise/view.ts';
import { given, type Given } from '../../../support/given.ts';
import { scenario } from '../../../support/scenario.ts';

const plan = scenario({ tasks: { warn: { within: '30m' } } });
const begun = (): Given => given(plan).startex();
const assign = (e: Given, from = 'boss', to = 'lead'): Given =>
  e.as(from, { type: 'task.assign', task: 'warn', to, as: 'responsible', note: 'You are closer' });
const accept = (e: Given, role = 'lead', from = 'boss'): Given =>
  e.as(role, { type: 'handover.accept', task: 'warn', from });
const holders = (e: Given): unknown =>
  e.state.tasks.get('warn')?.holders.map(({ role, as }) => [role, as]);
const offers = (e: Given): unknown =>
  e.state.tasks.get('warn')?.offers.map(({ from, to }) => [from, to]);

test('one can ask a role to take a task on without having it, and it is then a claim', () => {
  const exercise = assign(begun()).expect('task.assigned', {
    task: 'warn',
    from: 'boss',
    to: 'lead',
    as: 'responsible',
    note: 'You are closer',
  });
  expect(holders(exercise)).toEqual([]);
  accept(exercise)
    .expect('task.claimed', { role: 'lead', as: 'responsible', assignedBy: 'boss' })
    .expectNo('handover.accepted');
  expect(holders(exercise)).toEqual([['lead', 'responsible']]);
  expect(offers(exercise)).toEqual([]);
});

test('whoever is asked sees the task from then on, with the words that came with it', () => {
  const sees = (e: Given): unknown =>
    roleView(e.state, 'lead').find(([collection]) => collection === 'tasks')?.[2];
  expect(sees(begun())).toBeUndefined();
  const exercise = assign(begun());
  expect(sees(exercise)).toMatchObject({ offers: [{ note: 'You are closer', assigned: true }] });
  exercise.as('lead', {
    type: 'handover.decline',
    task: 'warn',
    from: 'boss',
    reason: 'Not ours',
  });
  exercise.expect('handover.declined', { from: 'boss', to: 'lead', reason: 'Not ours' });
  expect(sees(exercise)).toMatchObject({ offers: [], holders: [] });
});

test('why it was declined stays in the row, for whoever asked and for control', () => {
  const decline = (e: Given, reason: string): Given =>
    e.as('lead', { type: 'handover.decline', task: 'warn', from: 'boss', reason });
  const exercise = decline(assign(decline(assign(begun()), 'Not ours')), 'Still not');
  const no = { from: 'boss', to: 'lead', as: 'responsible', at: 0, assigned: true };
  const declined = [
    { ...no, reason: 'Not ours' },
    { ...no, reason: 'Still not' },
  ];
  const rows = [roleView(exercise.state, 'boss'), controlView(exercise.state)].map(
    (view) => view.find(([collection]) => collection === 'tasks')?.[2],
  );
  expect(rows).toEqual([
    expect.objectContaining({ declined, offers: [] }),
    expect.objectContaining({ declined, offers: [] }),
  ]);
  expect(rows[0]).not.toHaveProperty('done');
});

test('a handover declined is told without being called an assignment', () => {
  const exercise = begun()
    .as('boss', { type: 'task.claim', task: 'warn', as: 'accountable' })
    .as('boss', { type: 'handover.offer', task: 'warn', to: 'duty' })
    .as('duty', { type: 'handover.decline', task: 'warn', from: 'boss', reason: 'No' });
  expect(exercise.state.tasks.get('warn')?.declined).toEqual([
    { from: 'boss', to: 'duty', as: 'accountable', at: 0, reason: 'No' },
  ]);
});

test('it stays when the one who assigned takes the ownership, or lets it go again', () => {
  const exercise = assign(begun())
    .as('boss', { type: 'task.claim', task: 'warn', as: 'accountable' })
    .as('boss', { type: 'task.release', task: 'warn' })
    .as('boss', { type: 'task.claim', task: 'warn', as: 'accountable' });
  expect(offers(exercise)).toEqual([['boss', 'lead']]);
  accept(exercise);
  expect(holders(exercise)).toEqual([
    ['boss', 'accountable'],
    ['lead', 'responsible'],
  ]);
});

test('whoever takes it on unasked has answered: nothing is left to accept', () => {
  const exercise = assign(assign(begun()), 'duty').as('lead', {
    type: 'task.claim',
    task: 'warn',
    as: 'responsible',
  });
  expect(offers(exercise)).toEqual([]);
  accept(exercise).refused('no-handover');
});

test('to take on the ownership is no answer to being asked to do the work', () => {
  const exercise = assign(begun()).as('lead', {
    type: 'task.claim',
    task: 'warn',
    as: 'accountable',
  });
  expect(offers(exercise)).toEqual([['boss', 'lead']]);
});

test('who has it already, who was asked already, oneself and nobody cannot be asked', () => {
  const exercise = assign(begun());
  assign(exercise).refused('handover-pending');
  assign(accept(exercise)).refused('task-held');
  assign(exercise, 'boss', 'boss').refused('own-role');
  assign(exercise, 'boss', 'nobody').refused('unknown-role');
  assign(begun(), 'lead', 'duty').refused('unknown-task');
});

test('a handover taken on leaves what others were asked to do', () => {
  const exercise = assign(begun())
    .as('boss', { type: 'task.claim', task: 'warn', as: 'accountable' })
    .as('boss', { type: 'handover.offer', task: 'warn', to: 'duty' })
    .as('duty', { type: 'handover.accept', task: 'warn', from: 'boss' });
  expect(offers(exercise)).toEqual([['boss', 'lead']]);
});

test('finished outside the tool, it is done, and the row says where', () => {
  const exercise = begun().as('duty', {
    type: 'task.finish',
    task: 'warn',
    note: 'By telephone',
    outside: true,
  });
  exercise.expect('task.done', { role: 'duty', outside: true });
  expect(exercise.state.tasks.get('warn')?.done).toEqual({
    role: 'duty',
    at: 0,
    note: 'By telephone',
    outside: true,
  });
});

test('a bot that is asked takes it on, as it takes over what it is handed', () => {
  const exercise = assign(begun());
  const bots = createBots(1, 'en');
  bots.notice(exercise.state, {
    type: 'task.assigned',
    task: 'warn',
    from: 'boss',
    to: 'lead',
    as: 'responsible',
  });
  expect(bots.next()?.role).toBe('lead');
  const intent = bots.take();
  expect(intent && 'input' in intent && intent.input(exercise.state)).toEqual({
    type: 'handover.accept',
    task: 'warn',
    from: 'boss',
  });
});
