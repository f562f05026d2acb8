/** Decisions that roles raise themselves, what is said about them, and what they rest on. */
import { expect, test } from 'vitest';
import { controlView } from '../../../../engine/exercise/overview.ts';
import { roleView } from '../../../../engine/exercise/view.ts';
import { given, type Given } from '../../../support/given.ts';
import { scenario } from '../../../support/scenario.ts';

const plan = scenario({
  facts: { leak: {} },
  tasks: { warn: { clock: 'warning', within: '3h' } },
  decisions: { cut: { authority: ['boss'], consult: ['duty'], within: '30m' } },
  injects: { call: { at: '0m', facts: ['leak'] } },
});
const begun = (): Given => given(plan).startex();
const raised = (): Given =>
  begun()
    .at('5m')
    .as('duty', {
      type: 'decision.raise',
      question: 'Send people home?',
      options: [' Yes ', 'No'],
      within: 20 * 60_000,
      with: ['boss', 'boss', 'duty'],
    });
const rows = (e: Given, role: string): readonly unknown[] =>
  roleView(e.state, role).flatMap(([collection, key, row]) =>
    collection === 'decisions' && key === 'raised.1' ? [row] : [],
  );

test('a role raises a decision among those it names, and nobody else sees it', () => {
  const exercise = raised().expect('decision.raised', {
    decision: 'raised.1',
    role: 'duty',
    question: 'Send people home?',
    options: [
      { id: 'option-1', title: 'Yes' },
      { id: 'option-2', title: 'No' },
    ],
    due: 25 * 60_000,
    with: ['boss'],
  });
  for (const role of ['duty', 'boss']) {
    expect(rows(exercise, role)).toMatchObject([{ raisedBy: 'duty', due: 25 * 60_000 }]);
  }
  for (const role of ['lead', 'press']) expect(rows(exercise, role)).toEqual([]);
  exercise
    .as('lead', { type: 'decision.record', decision: 'raised.1', option: 'option-1', reason: 'So' })
    .refused('unknown-decision')
    .as('lead', { type: 'decision.discuss', decision: 'raised.1', text: 'Let me in' })
    .refused('unknown-decision')
    .as('lead', { type: 'message.send', to: ['duty'], body: 'Hm', about: { decision: 'raised.1' } })
    .refused('unknown-decision');
});

test('when its time is up nothing happens, and it can still be taken', () => {
  const exercise = raised().at('2h').expectNo('decision.recorded', { decision: 'raised.1' });
  exercise
    .as('boss', {
      type: 'decision.record',
      decision: 'raised.1',
      option: 'option-2',
      reason: 'Late',
    })
    .expect('decision.recorded', { decision: 'raised.1', role: 'boss', how: 'role' })
    .as('duty', { type: 'decision.record', decision: 'raised.1', option: 'option-1', reason: 'No' })
    .refused('decision-not-open');
});

test('control sees it and can enter what was decided aloud', () => {
  const exercise = raised().control({
    type: 'decision.enter',
    decision: 'raised.1',
    option: 'option-1',
    role: 'duty',
    reason: 'Said in the room',
  });
  exercise.expect('decision.recorded', { decision: 'raised.1', how: 'control', role: 'duty' });
  const row = controlView(exercise.state).find(([, key]) => key === 'raised.1')?.[2];
  expect(row).toMatchObject({ raisedBy: 'duty', authority: ['duty'], consult: ['boss'] });
});

test('its number goes up, and its deadline is a whole number of ms within the exercise', () => {
  const exercise = raised();
  const again = (within: number): Given =>
    exercise.as('lead', {
      type: 'decision.raise',
      question: 'Q',
      options: ['A', 'B'],
      within,
      with: [],
    });
  for (const within of [NaN, Infinity, 60_000.5, -1]) again(within).refused('bad-deadline');
  again(60_000).expect('decision.raised', { decision: 'raised.2', with: [] });
});

test('what is said about a decision reaches all who see it, in the order it was said', () => {
  const exercise = begun()
    .as('duty', { type: 'decision.discuss', decision: 'cut', text: 'Wait for the log' })
    .at('2m')
    .as('boss', { type: 'decision.discuss', decision: 'cut', text: 'We cannot wait' });
  exercise.expect('decision.discussed', { decision: 'cut', role: 'boss' });
  const row = roleView(exercise.state, 'duty').find(([, key]) => key === 'cut')?.[2];
  expect(row).toMatchObject({
    discussion: [
      { role: 'duty', at: 0, text: 'Wait for the log' },
      { role: 'boss', at: 120_000, text: 'We cannot wait' },
    ],
  });
  exercise
    .as('lead', { type: 'decision.discuss', decision: 'cut', text: 'And us?' })
    .refused('unknown-decision');
});

test('what it rests on, who disagreed and where it was taken are kept with it', () => {
  const exercise = begun().as('boss', {
    type: 'decision.record',
    decision: 'cut',
    option: 'cut',
    reason: 'Spreading',
    assumptions: 'Backups are whole',
    dissent: 'Duty would wait',
    outside: true,
  });
  const said = {
    assumptions: 'Backups are whole',
    dissent: 'Duty would wait',
    outside: true,
  } as const;
  exercise.expect('decision.recorded', said);
  expect(exercise.state.decisions.get('cut')?.made).toMatchObject(said);
});

test('to be aware and to classify are two things; the clocks start at the first, once', () => {
  const declare = (e: Given, as?: 'aware' | 'classified'): Given =>
    e.as('duty', {
      type: 'awareness.declare',
      matter: 'incident',
      reason: 'Seen',
      ...(as ? { as } : {}),
    });
  for (const [first, then] of [
    ['aware', 'classified'],
    ['classified', undefined],
    [undefined, 'classified'],
  ] as const) {
    const exercise = declare(begun().at('10m'), first).expect('clock.started', {
      clock: 'warn',
      due: 70 * 60_000,
    });
    declare(exercise, first).refused('already-declared');
    declare(exercise.at('20m'), then).expect('awareness.declared').expectNo('clock.started');
    declare(exercise, then).refused('already-declared');
    const keys = roleView(exercise.state, 'boss').flatMap(([collection, key]) =>
      collection === 'awareness' ? [key] : [],
    );
    expect([...keys].sort()).toEqual(['operator:incident', 'operator:incident:classified']);
  }
});
