/** Polls and probes: what roles believe, asked while they believe it. */
import { expect, test } from 'vitest';
import { roleView } from '../../../engine/exercise/view.ts';
import { controlView } from '../../../engine/exercise/overview.ts';
import type { Put } from '../../../engine/exercise/rows.ts';
import type { RoleInput } from '../../../engine/exercise/entry.ts';
import { UNSURE, type Plan } from '../../../engine/plan/plan.ts';
import { given } from '../../support/given.ts';
import { scenario, type Source } from '../../support/scenario.ts';

const PROBE = {
  question: 'What is down?',
  options: { all: 'Everything', some: 'Some of it' },
  truth: 'some',
  to: ['town'],
};
const plan = (parts: Source = {}): Plan =>
  scenario({
    tasks: { warn: {} },
    polls: { owner: { at: '30m', asks: 'owner-of', task: 'warn', to: ['all'] } },
    probes: { down: { at: '1h', ...PROBE } },
    ...parts,
  });
const answer = (question: string, text: string): RoleInput => ({
  type: 'question.answer',
  question,
  answer: text,
});
const questions = (puts: readonly Put[]): readonly Put[] =>
  puts.filter(([collection]) => collection === 'questions');

test('a poll is asked at its time of everybody somebody sits for', () => {
  given(plan())
    .startex()
    .at('29m')
    .expectNo('question.asked')
    .at('30m')
    .expect('question.asked', {
      question: 'owner',
      to: ['duty', 'boss', 'lead'],
      cause: 'due',
    });
});

test('the first answer stands, and not to know is an answer', () => {
  const exercise = given(plan()).startex().at('30m').as('duty', answer('owner', 'boss'));
  exercise.expect('question.answered', { question: 'owner', role: 'duty', answer: 'boss' });
  exercise.as('duty', answer('owner', 'lead')).refused('already-answered');
  exercise.as('lead', answer('owner', UNSURE)).expect('question.answered', { answer: UNSURE });
});

test('what cannot be answered is refused', () => {
  const exercise = given(plan()).startex().as('duty', answer('owner', 'boss'));
  exercise.refused('question-not-open');
  exercise.at('1h').as('duty', answer('owner', 'nobody')).refused('unknown-answer');
  exercise.as('duty', answer('down', 'all')).refused('question-not-open');
  exercise.as('lead', answer('down', 'none')).refused('unknown-answer');
  exercise.as('lead', answer('gone', 'all')).refused('question-not-open');
});

test('a question waits for its condition and its delay', () => {
  const waiting = plan({
    probes: { down: { after: { inject: 'call', is: 'opened', delay: '10m' }, ...PROBE } },
  });
  given(waiting)
    .startex()
    .at('5m')
    .as('duty', { type: 'item.open', item: 'call' })
    .expect('question.scheduled', { question: 'down', due: 15 * 60_000 })
    .at('15m')
    .expect('question.asked', { question: 'down', to: ['lead'] });
});

test('control asks at once, or passes a question over; both only once', () => {
  const exercise = given(plan());
  exercise.control({ type: 'question.ask', question: 'owner' }).refused('not-started');
  exercise.startex().control({ type: 'question.ask', question: 'owner' });
  exercise.expect('question.asked', { question: 'owner', cause: 'control' });
  exercise.control({ type: 'question.ask', question: 'owner' }).refused('question-gone');
  exercise.control({ type: 'question.skip', question: 'down', reason: 'Enough' });
  exercise.expect('question.skipped', { question: 'down', reason: 'Enough' });
  exercise.control({ type: 'question.skip', question: 'none' }).refused('unknown-question');
  exercise.at('2h').expectNo('question.asked');
});

test('a role sees only what it was asked, its own answer, and never what is true', () => {
  const exercise = given(plan()).startex().at('1h');
  exercise.as('lead', answer('down', 'all')).as('duty', answer('owner', 'boss'));
  const [poll, probe] = questions(roleView(exercise.state, 'lead'));
  expect(poll?.[2]).toEqual({
    id: 'owner',
    kind: 'poll',
    task: 'warn',
    title: 'warn',
    options: [],
    askedAt: 1_800_000,
  });
  expect(probe?.[2]).toMatchObject({ id: 'down', answer: 'all', answeredAt: 3_600_000 });
  expect(JSON.stringify(probe)).not.toContain('truth');
  expect(questions(roleView(exercise.state, 'boss'))).toHaveLength(1);
  expect(questions(roleView(given(plan()).startex().state, 'lead'))).toEqual([]);
});

test('control sees every question, what is true, and all the answers', () => {
  const exercise = given(plan()).startex().at('1h').as('lead', answer('down', 'all'));
  const [, down] = questions(controlView(exercise.state));
  expect(down?.[2]).toMatchObject({
    truth: 'some',
    status: 'asked',
    answers: [{ role: 'lead', answer: 'all', at: 3_600_000 }],
  });
});
