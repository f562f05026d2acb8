/** A bot that plays a simulated role answers for it, and stops when somebody takes the role over. */
import { expect, test } from 'vitest';
import { createBots } from '../../../../engine/exercise/bot.ts';
import type { By, ExerciseEvent, Input } from '../../../../engine/exercise/entry.ts';
import { give, nextPulse, pulse } from '../../../../engine/exercise/pulse.ts';
import { openingInput } from '../../../../engine/exercise/rehearse.ts';
import { initialState } from '../../../../engine/exercise/state.ts';
import type { Plan } from '../../../../engine/plan/plan.ts';
import { CONTROL, ENGINE, seated, WALL } from '../../../support/given.ts';
import { scenario } from '../../../support/scenario.ts';

const plan: Plan = {
  ...scenario({}),
  bank: [
    {
      id: 'soon',
      title: 'Soon',
      body: 'We print at five.',
      from: { role: 'press' },
      channel: 'email',
      facts: [],
      to: ['duty'],
    },
  ],
};

function play() {
  const state = initialState(plan);
  const bots = createBots(1, 'en');
  const submit = (input: Input, by: By = CONTROL): void => {
    give(state, bots, { input, by, at: state.at, wall: WALL });
  };
  submit(openingInput({ plan, exercise: 'e', seed: 1, engine: '0.0.0' }), ENGINE);
  submit({ type: 'exercise.start' });
  submit({ type: 'seat.take', role: 'duty', seat: 'duty-1', pseudonym: 'P1', bot: false }, ENGINE);
  const write = (body: string): void =>
    submit({ type: 'message.send', to: ['press'], body }, seated('duty'));
  /** What the role is told within ten minutes. */
  const told = (): readonly string[] => {
    const until = state.at + 10 * 60_000;
    const said: ExerciseEvent[] = [];
    while ((nextPulse(state, bots) ?? Infinity) <= until)
      said.push(...pulse(state, bots, WALL).events);
    return said.flatMap((event) => (event.type === 'message.sent' ? [event.body] : []));
  };
  return { state, submit, write, told };
}

test('it says what is prepared for that receiver, each text once, then that it has it', () => {
  const { state, submit, write, told } = play();
  submit({ type: 'simcell.play', role: 'press', by: 'bot' });
  write('When do you print?');
  expect(told()).toEqual(['We print at five.']);
  const answer = [...state.messages.values()].at(-1);
  expect(answer).toMatchObject({
    from: 'press',
    replyTo: 'msg.1',
    prepared: 'soon',
    simulated: true,
  });
  write('And the web?');
  expect(told()).toEqual(['[bot] Received. We are on it and will come back to you.']);
});

test('it answers what was waiting when it was handed the role', () => {
  const { submit, write, told } = play();
  write('Hello?');
  expect(told()).toEqual([]);
  submit({ type: 'simcell.play', role: 'press', by: 'bot' });
  expect(told()).toEqual(['We print at five.']);
});

test('it is silent when somebody has answered, or plays the role', () => {
  const { submit, write, told } = play();
  submit({ type: 'simcell.play', role: 'press', by: 'bot' });
  write('Hello?');
  submit({ type: 'simcell.send', from: 'press', to: ['duty'], body: 'Yes', replyTo: 'msg.1' });
  expect(told()).toEqual([]);
  write('Again?');
  submit({ type: 'simcell.play', role: 'press', by: 'F1' });
  expect(told()).toEqual([]);
});
