/** What bots answer to polls and probes: what their roles can have come to believe. */
import { expect, test } from 'vitest';
import { createBots } from '../../../../engine/exercise/bot.ts';
import { EVERYONE, type Behaviour } from '../../../../engine/exercise/bots/behaviour.ts';
import { rehearse } from '../../../../engine/exercise/rehearse.ts';
import type { ExerciseState } from '../../../../engine/exercise/state.ts';
import { UNSURE } from '../../../../engine/plan/plan.ts';
import { WALL } from '../../../support/given.ts';
import { scenario } from '../../../support/scenario.ts';

const SEEDS = Array.from({ length: 12 }, (_, i) => i + 1);

/** The leak reaches the operator alone; nobody tells the town of it, or of the task. */
const plan = scenario({
  facts: { leak: {} },
  tasks: { warn: { needs: ['leak'], within: '3h', starts: { inject: 'call' } } },
  injects: {
    call: { at: '0m', to: ['duty', 'boss'], facts: ['leak'] },
    quiet: { at: '10m', to: ['lead'] },
  },
  polls: { owner: { at: '1h', asks: 'owner-of', task: 'warn', to: ['all'] } },
  probes: {
    down: {
      at: '90m',
      question: 'What happened?',
      options: { leak: 'A leak', fault: 'A fault' },
      truth: 'leak',
      to: ['all'],
    },
  },
});

function run(seed: number, all: Behaviour): ExerciseState {
  const opening = { plan, exercise: 'e', seed, engine: 'test' };
  const bots = createBots(seed, 'en', new Map([[EVERYONE, all]]));
  const steps = rehearse(opening, 'en', () => WALL, bots);
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
  }
}

const answersOf = (state: ExerciseState, question: string): ReadonlyMap<string, string> =>
  new Map([...state.questions.get(question)!.answers].map(([role, { answer }]) => [role, answer]));

test('whoever has a letter in a task names its owner, who knows nothing of it does not', () => {
  const answers = answersOf(run(1, 'diligent'), 'owner');
  expect(answers.get('duty')).toBe('boss');
  expect(answers.get('boss')).toBe('boss');
  expect(answers.get('lead')).toBe(UNSURE);
});

test('what is true in the story is believed by those who know what there is to know', () => {
  const answers = answersOf(run(1, 'diligent'), 'down');
  expect(answers.get('duty')).toBe('leak');
  expect(answers.get('lead')).toBe(UNSURE);
});

test('a silent role answers nothing', () => {
  expect(answersOf(run(1, 'silent'), 'owner').size).toBe(0);
});

test('people forget, guess and leave questions unanswered, now and then', () => {
  const all = SEEDS.map((seed) => answersOf(run(seed, 'human'), 'owner'));
  const duty = all.map((answers) => answers.get('duty'));
  expect(duty.filter((answer) => answer === 'boss').length).toBeGreaterThan(SEEDS.length / 2);
  expect(duty.some((answer) => answer !== 'boss')).toBe(true);
});

test('the same seed gives the same answers', () => {
  for (const behaviour of ['human', 'random', 'wrong-addressee'] as const) {
    expect(answersOf(run(7, behaviour), 'owner')).toEqual(answersOf(run(7, behaviour), 'owner'));
  }
});
