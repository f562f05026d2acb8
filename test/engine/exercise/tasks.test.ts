/** Tasks: how they arise, who takes them, hands them over and finishes them. */
import { expect, test } from 'vitest';
import type { TaskRow } from '../../../engine/exercise/rows.ts';
import { roleView } from '../../../engine/exercise/view.ts';
import { given, type Given } from '../../support/given.ts';
import { scenario } from '../../support/scenario.ts';

const ROLES = {
  duty: { name: 'Duty', organisation: 'operator' },
  boss: { name: 'Boss', organisation: 'operator' },
  lead: { name: 'Lead', organisation: 'town' },
  mayor: { name: 'Mayor', organisation: 'town' },
  press: { name: 'Press', organisation: 'media', 'played-by': 'simcell' },
};
/** Arises at STARTEX. */
const WATCH = {
  accountable: 'boss',
  responsible: ['duty', 'boss'],
  consulted: ['lead'],
  informed: ['mayor'],
};

const plan = scenario({
  facts: { leak: {}, deep: {} },
  roles: ROLES,
  tasks: {
    warn: { starts: { fact: 'leak', 'opened-by': ['duty'] }, within: '30m', consulted: ['lead'] },
    always: { needs: ['deep'] },
  },
  injects: {
    call: { at: '0m', to: ['duty', 'mayor'], facts: ['leak'] },
    memo: { at: '0m', to: ['mayor'], facts: ['deep'] },
  },
});

function started(): Given {
  return given(plan).startex().at('5m').as('duty', { type: 'item.open', item: 'call' });
}
const claim = (e: Given, role: string, as: 'accountable' | 'responsible' = 'responsible'): Given =>
  e.as(role, { type: 'task.claim', task: 'warn', as });
const holders = (e: Given): unknown =>
  e.state.tasks.get('warn')?.holders.map(({ role, as }) => [role, as]);
const sees = (e: Given, role: string): readonly string[] =>
  roleView(e.state, role).flatMap(([collection, key]) => (collection === 'tasks' ? [key] : []));

test('a task arises when its condition holds, and is overdue when its time has passed', () => {
  const exercise = started().expect('task.started', { task: 'warn', due: 35 * 60_000 });
  exercise.at('34m').expectNo('task.overdue').at('35m').expect('task.overdue', { task: 'warn' });
  exercise
    .as('duty', { type: 'task.finish', task: 'warn', note: 'Sent' })
    .expect('task.done', { role: 'duty', note: 'Sent' });
  expect(exercise.state.tasks.get('warn')).toMatchObject({ status: 'done', overdue: true });
});

test('a task without a condition is there from STARTEX', () => {
  expect(given(plan).startex().minutes('task.started', { task: 'always' })).toEqual([0]);
});

test('done in time, it is never overdue', () => {
  started()
    .as('duty', { type: 'task.finish', task: 'warn', note: '' })
    .at('4h')
    .expectNo('task.overdue', { task: 'warn' });
});

test('those with a letter see it, those who know what it is about, and those it was offered to', () => {
  const exercise = started();
  expect(['duty', 'boss', 'lead'].map((role) => sees(exercise, role).includes('warn'))).toEqual([
    true,
    true,
    true,
  ]);
  expect(sees(exercise, 'mayor')).toEqual([]);
  exercise.as('mayor', { type: 'item.open', item: 'memo' });
  expect(sees(exercise, 'mayor')).toEqual(['always']);
  exercise.as('mayor', { type: 'item.open', item: 'call' });
  expect(sees(exercise, 'mayor')).toEqual(['warn', 'always']);
  const offered = claim(started(), 'duty').as('duty', {
    type: 'handover.offer',
    task: 'warn',
    to: 'mayor',
  });
  expect(sees(offered, 'mayor')).toEqual(['warn']);
  offered.as('mayor', { type: 'handover.decline', task: 'warn', from: 'duty', reason: 'Not ours' });
  expect(sees(offered, 'mayor')).toEqual(['warn']);
});

test('a task that has not arisen is seen by nobody', () => {
  expect(sees(given(plan).startex(), 'duty')).toEqual(['always']);
});

test('one can take it as accountable or responsible, change one mind, and let it go', () => {
  const exercise = claim(started(), 'duty').expect('task.claimed', {
    role: 'duty',
    as: 'responsible',
  });
  claim(exercise, 'duty').refused('task-held');
  claim(exercise, 'duty', 'accountable').expect('task.claimed', { as: 'accountable' });
  expect(holders(exercise)).toEqual([['duty', 'accountable']]);
  claim(exercise, 'boss', 'accountable');
  expect(holders(exercise)).toEqual([
    ['duty', 'accountable'],
    ['boss', 'accountable'],
  ]);
  exercise
    .as('duty', { type: 'task.release', task: 'warn' })
    .expect('task.released', { role: 'duty' });
  expect(holders(exercise)).toEqual([['boss', 'accountable']]);
});

test('a handover that is accepted moves what was held, in the way it was held', () => {
  const exercise = claim(started(), 'duty', 'accountable')
    .as('duty', { type: 'handover.offer', task: 'warn', to: 'lead', note: 'You are closer' })
    .expect('handover.offered', {
      from: 'duty',
      to: 'lead',
      as: 'accountable',
      note: 'You are closer',
    })
    .as('lead', { type: 'handover.accept', task: 'warn', from: 'duty' })
    .expect('handover.accepted', { from: 'duty', to: 'lead', as: 'accountable' });
  expect(holders(exercise)).toEqual([['lead', 'accountable']]);
  expect(exercise.state.tasks.get('warn')?.offers).toEqual([]);
});

test('a handover that is declined leaves it where it was, and can be offered again', () => {
  const exercise = claim(started(), 'duty').as('duty', {
    type: 'handover.offer',
    task: 'warn',
    to: 'lead',
  });
  exercise
    .as('duty', { type: 'handover.offer', task: 'warn', to: 'lead' })
    .refused('handover-pending');
  exercise
    .as('lead', { type: 'handover.decline', task: 'warn', from: 'duty', reason: 'Not ours' })
    .expect('handover.declined', { reason: 'Not ours' });
  expect(holders(exercise)).toEqual([['duty', 'responsible']]);
  exercise
    .as('duty', { type: 'handover.offer', task: 'warn', to: 'lead' })
    .expect('handover.offered');
});

test('who lets a task go takes back what was offered, and so does who claims it anew', () => {
  for (const type of ['task.release', 'task.claim'] as const) {
    const exercise = claim(started(), 'duty').as('duty', {
      type: 'handover.offer',
      task: 'warn',
      to: 'lead',
    });
    if (type === 'task.claim') claim(exercise, 'duty', 'accountable');
    else exercise.as('duty', { type, task: 'warn' });
    exercise
      .as('lead', { type: 'handover.accept', task: 'warn', from: 'duty' })
      .refused('no-handover');
  }
});

test('of two offers, the one accepted first takes the other back', () => {
  const exercise = claim(started(), 'duty')
    .as('duty', { type: 'handover.offer', task: 'warn', to: 'lead' })
    .as('duty', { type: 'handover.offer', task: 'warn', to: 'boss' })
    .as('boss', { type: 'handover.accept', task: 'warn', from: 'duty' });
  exercise
    .as('lead', { type: 'handover.accept', task: 'warn', from: 'duty' })
    .refused('no-handover');
  expect(holders(exercise)).toEqual([['boss', 'responsible']]);
});

test('once done it is over: no claim, no second finish, no open offers', () => {
  const exercise = claim(started(), 'duty')
    .as('duty', { type: 'handover.offer', task: 'warn', to: 'lead' })
    .as('boss', { type: 'task.finish', task: 'warn', note: 'I did it' })
    .expect('task.done', { role: 'boss' });
  for (const input of [
    { type: 'task.claim', task: 'warn', as: 'responsible' },
    { type: 'task.finish', task: 'warn', note: '' },
    { type: 'task.release', task: 'warn' },
    { type: 'handover.accept', task: 'warn', from: 'duty' },
  ] as const) {
    exercise.as('lead', input).refused('task-not-open');
  }
  expect(exercise.state.tasks.get('warn')?.offers).toEqual([]);
});

test('where the scenario shows letters, a role sees its own and nobody else’s', () => {
  const rows = (letters?: string) => {
    const parts = { ...(letters === undefined ? {} : { letters }), tasks: { watch: WATCH } };
    const { state } = given(scenario({ roles: ROLES, ...parts })).startex();
    return ['duty', 'boss', 'lead', 'mayor'].map(
      (role) =>
        roleView(state, role).flatMap(([collection, , row]) =>
          collection === 'tasks' && row ? [(row as TaskRow).letters] : [],
        )[0],
    );
  };
  expect(rows('shown')).toEqual([['R'], ['A', 'R'], ['C'], ['I']]);
  expect(rows('hidden')).toEqual([undefined, undefined, undefined, undefined]);
  expect(rows()).toEqual([undefined, undefined, undefined, undefined]);
});

test('a role that sees a task by what it knows has no letter to see', () => {
  const shown = scenario({
    letters: 'shown',
    roles: ROLES,
    facts: { leak: {} },
    tasks: { watch: { ...WATCH, informed: [], needs: ['leak'] } },
    injects: { call: { at: '0m', to: ['mayor'], facts: ['leak'] } },
  });
  const { state } = given(shown).startex().as('mayor', { type: 'item.open', item: 'call' });
  const [row] = roleView(state, 'mayor').filter(([collection]) => collection === 'tasks');
  expect(row?.[1]).toBe('watch');
  expect(row?.[2]).not.toHaveProperty('letters');
});

test('a plan that hides letters is the plan it was before there was a choice', () => {
  const [hidden, silent] = [scenario({ letters: 'hidden' }), scenario({})];
  expect(hidden).toEqual(silent);
  expect(hidden).not.toHaveProperty('letters');
});
