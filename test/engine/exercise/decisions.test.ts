/** Decisions: opened, made, left to their default, entered by control; and who may see them. */
import { expect, test } from 'vitest';
import { changes } from '../../../engine/exercise/changes.ts';
import { controlView } from '../../../engine/exercise/overview.ts';
import type { DecisionRow, Put } from '../../../engine/exercise/rows.ts';
import { rolePuts, roleView } from '../../../engine/exercise/view.ts';
import { given, type Given } from '../../support/given.ts';
import { scenario } from '../../support/scenario.ts';

const plan = scenario({
  facts: { leak: {} },
  decisions: {
    cut: {
      authority: ['boss'],
      consult: ['duty'],
      inform: ['lead'],
      needs: ['leak'],
      opens: { inject: 'call', is: 'opened' },
      within: '30m',
    },
    always: {},
  },
  injects: { call: { at: '0m', to: ['duty', 'boss'], facts: ['leak'] } },
});
const opened = (): Given =>
  given(plan).startex().at('5m').as('boss', { type: 'item.open', item: 'call' });
const sees = (e: Given, role: string): boolean =>
  roleView(e.state, role).some(([collection, key]) => collection === 'decisions' && key === 'cut');

test('a decision opens when its condition holds; without one, at STARTEX', () => {
  const exercise = opened().expect('decision.opened', { decision: 'cut', due: 35 * 60_000 });
  expect(exercise.minutes('decision.opened', { decision: 'always' })).toEqual([0]);
});

test('made by a role, with its reason and the facts it rests on, it is made once', () => {
  const exercise = opened()
    .as('boss', {
      type: 'decision.record',
      decision: 'cut',
      option: 'cut',
      reason: 'Spreading',
      facts: ['leak'],
    })
    .expect('decision.recorded', {
      option: 'cut',
      reason: 'Spreading',
      role: 'boss',
      facts: ['leak'],
      how: 'role',
    });
  exercise
    .as('boss', { type: 'decision.record', decision: 'cut', option: 'stay', reason: 'No' })
    .refused('decision-not-open')
    .at('4h')
    .expectNo('decision.recorded', { decision: 'cut' });
});

test('whoever sees it is told only those of its facts that it knows itself, and when it comes to', () => {
  const exercise = opened().as('boss', {
    type: 'decision.record',
    decision: 'cut',
    option: 'cut',
    reason: 'Spreading',
    facts: ['leak'],
  });
  const made = (puts: readonly Put[]): readonly unknown[] =>
    puts
      .filter(([collection, key]) => collection === 'decisions' && key === 'cut')
      .map(([, , row]) => (row as DecisionRow).made);
  const [boss] = made(roleView(exercise.state, 'boss'));
  expect(boss).toMatchObject({ reason: 'Spreading', facts: ['leak'] });
  const [duty] = made(roleView(exercise.state, 'duty'));
  expect(duty).toMatchObject({ reason: 'Spreading' });
  expect(duty).not.toHaveProperty('facts');
  expect(made(controlView(exercise.state))).toEqual([boss]);

  exercise.as('duty', { type: 'item.open', item: 'call' });
  const known = { type: 'fact.known', fact: 'leak', role: 'duty', item: 'call' } as const;
  const fresh = changes(exercise.state, known);
  expect(made(rolePuts(exercise.state, 'duty', fresh))).toEqual([boss]);
  expect(made(rolePuts(exercise.state, 'boss', fresh))).toEqual([]);
});

test('left alone, its default is recorded as nobody’s', () => {
  const exercise = opened().at('35m');
  exercise.expect('decision.recorded', {
    decision: 'cut',
    option: 'stay',
    how: 'default',
    facts: [],
  });
  expect(exercise.state.decisions.get('cut')?.made).toEqual({
    facts: [],
    option: 'stay',
    reason: '',
    at: 35 * 60_000,
    how: 'default',
  });
});

test('control enters what was decided aloud, in the name of a role', () => {
  opened()
    .control({
      type: 'decision.enter',
      decision: 'cut',
      option: 'cut',
      role: 'boss',
      reason: 'Said in the room',
    })
    .expect('decision.recorded', { option: 'cut', role: 'boss', how: 'control' });
});

test('authority is not enforced: who is consulted may decide, and the record says who did', () => {
  opened()
    .as('duty', { type: 'decision.record', decision: 'cut', option: 'cut', reason: 'No time' })
    .expect('decision.recorded', { role: 'duty' });
});

test('who decides and who is heard see it open; who is told sees it made; others never', () => {
  const dormant = given(plan).startex();
  expect(['boss', 'duty', 'lead', 'press'].map((role) => sees(dormant, role))).toEqual([
    false,
    false,
    false,
    false,
  ]);
  const exercise = opened();
  expect(['boss', 'duty', 'lead', 'press'].map((role) => sees(exercise, role))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  exercise
    .as('lead', { type: 'decision.record', decision: 'cut', option: 'cut', reason: 'Ha' })
    .refused('unknown-decision');
  exercise.as('boss', { type: 'decision.record', decision: 'cut', option: 'cut', reason: 'So' });
  expect(['boss', 'duty', 'lead', 'press'].map((role) => sees(exercise, role))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test('where an option leads is not shown to those who choose', () => {
  const steered = scenario({
    phases: { alarm: { length: '1h', next: 'late' }, late: {} },
    decisions: {
      cut: {
        phase: 'alarm',
        options: { cut: { title: 'Cut', goto: 'late' }, stay: { title: 'Stay' } },
      },
    },
  });
  const row = roleView(given(steered).startex().state, 'boss').find(
    ([collection]) => collection === 'decisions',
  );
  expect(row?.[2]).toMatchObject({
    options: [
      { id: 'cut', title: 'Cut' },
      { id: 'stay', title: 'Stay' },
    ],
  });
  expect(JSON.stringify(row)).not.toContain('late');
});
