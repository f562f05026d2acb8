/** Bots: diligent, human, repeatable, and out of the way as soon as a person sits down. */
import { describe, expect, test } from 'vitest';
import { createBots, type Bots } from '../../../engine/exercise/bot.ts';
import type { Draft, ExerciseEvent, Input, RoleInput } from '../../../engine/exercise/entry.ts';
import { give, nextPulse, pulse } from '../../../engine/exercise/pulse.ts';
import { botSeat, openingInput, rehearse, seatBots } from '../../../engine/exercise/rehearse.ts';
import { replay } from '../../../engine/exercise/replay.ts';
import { initialState, type ExerciseState } from '../../../engine/exercise/state.ts';
import { ENGINE, given, WALL } from '../../support/given.ts';
import { scenario } from '../../support/scenario.ts';

const plan = scenario({
  facts: { leak: {} },
  tasks: {
    warn: {
      needs: ['leak'],
      clock: 'warning',
      within: '60m',
      consulted: ['lead'],
    },
  },
  decisions: {
    cut: { opens: { inject: 'call' }, consult: ['duty'], needs: ['leak'], within: '60m' },
  },
  interfaces: { tell: { from: 'duty', to: 'lead', carries: ['leak'], within: '60m' } },
  injects: {
    call: {
      at: '0m',
      to: ['duty', 'boss'],
      facts: ['leak'],
      expect: [
        { id: 'open', role: 'duty', does: 'open', within: '30m' },
        { id: 'acknowledge', role: 'duty', does: 'acknowledge', within: '30m' },
        { id: 'answer', role: 'boss', does: 'answer', within: '30m' },
        { id: 'message', role: 'duty', does: 'message', to: 'lead', within: '40m' },
        { id: 'task', role: 'duty', does: 'task', task: 'warn' },
        { id: 'decision', role: 'boss', does: 'decision', decision: 'cut' },
        { id: 'declare', role: 'boss', does: 'declare', within: '90m' },
      ],
    },
  },
});

const SEEDS = Array.from({ length: 40 }, (_, i) => i + 1);

function rehearsed(seed: number): {
  readonly state: ExerciseState;
  readonly drafts: readonly Draft[];
} {
  const run = rehearse({ plan, exercise: 'bots', seed, engine: '0.0.0' }, 'en', () => WALL);
  const drafts: Draft[] = [];
  let next = run.next();
  for (; !next.done; next = run.next()) drafts.push(...next.value);
  return { state: next.value, drafts };
}

const events = (drafts: readonly Draft[]): readonly ExerciseEvent[] =>
  drafts.flatMap((draft) => ('event' in draft ? [draft.event] : []));

describe('over forty rehearsals', () => {
  const runs = SEEDS.map(rehearsed);
  const ends = (expectation: string): readonly (string | undefined)[] =>
    runs.map(({ state }) => state.obligations.get(expectation)?.status);

  test.each(['open', 'acknowledge', 'answer', 'message', 'task', 'decision', 'declare'])(
    'most meet what is expected of them: %s',
    (does) => {
      expect(ends(does).filter((end) => end === 'met').length).toBeGreaterThan(SEEDS.length / 2);
    },
  );

  test('some are late, and some let it slide', () => {
    const all = ['acknowledge', 'answer', 'message', 'declare'].flatMap(ends);
    expect(all).toContain('late');
    expect(all).toContain('lapsed');
  });

  test('what one knows is passed on to who needs it', () => {
    const told = runs.filter(({ state }) => state.facts.get('leak')?.has('lead'));
    expect(told.length).toBeGreaterThan(SEEDS.length / 2);
  });

  test('those to be heard are asked, and answer', () => {
    const sent = runs
      .flatMap(({ drafts }) => events(drafts))
      .filter((event) => event.type === 'message.sent');
    const asked = sent.filter(({ asks }) => asks);
    expect(asked.some(({ about }) => about?.task === 'warn')).toBe(true);
    expect(asked.some(({ about }) => about?.decision === 'cut')).toBe(true);
    expect(sent.some(({ from, replyTo }) => from === 'lead' && replyTo !== undefined)).toBe(true);
  });

  test('whatever a bot writes says that a bot wrote it, and it asks for nothing it may not', () => {
    const all = runs.flatMap(({ drafts }) => events(drafts));
    for (const event of all)
      if (event.type === 'message.sent') expect(event.body).toMatch(/^\[bot\]/);
    expect(all.filter(({ type }) => type === 'input.refused')).toEqual([]);
  });

  test('every option of a decision is chosen now and then', () => {
    const options = runs.map(({ state }) => state.decisions.get('cut')?.made?.option);
    expect(new Set(options)).toEqual(new Set(['cut', 'stay']));
  });
});

/** An exercise that has begun, with a bot in every chair. */
function begun(seats = (state: ExerciseState): readonly Input[] => seatBots(state)) {
  const state = initialState(plan);
  const bots = createBots(1, 'en');
  const submit = (input: Input): void => {
    give(state, bots, { input, by: ENGINE, at: state.at, wall: WALL });
  };
  submit(openingInput({ plan, exercise: 'bots', seed: 1, engine: '0.0.0' }));
  for (const seat of seats(state)) submit(seat);
  submit({ type: 'exercise.start' });
  return { state, bots, submit };
}

function rolesThatAct(state: ExerciseState, bots: Bots): ReadonlySet<string> {
  const roles = new Set<string>();
  while (nextPulse(state, bots) !== undefined) {
    for (const draft of pulse(state, bots, WALL).drafts) {
      if ('input' in draft && draft.by.type === 'role') roles.add(draft.by.role);
    }
  }
  return roles;
}

test('a bot sits in every chair that a participant may take', () => {
  expect(seatBots(initialState(plan)).map((input) => 'role' in input && input.role)).toEqual([
    'duty',
    'boss',
    'lead',
  ]);
});

test('without a seat a bot does nothing; where its seat was taken over it falls silent', () => {
  const { state, bots } = begun(() => [botSeat('boss')]);
  expect([...rolesThatAct(state, bots)]).toEqual(['boss']);
  const left = begun();
  left.submit({ type: 'seat.leave', role: 'boss', seat: 'bot:boss' });
  expect([...rolesThatAct(left.state, left.bots)].sort()).toEqual(['duty', 'lead']);
});

test('bots do nothing while time stands still', () => {
  const { state, bots, submit } = begun();
  for (let i = 0; i < 5; i += 1) pulse(state, bots, WALL);
  submit({ type: 'exercise.pause' });
  const due = nextPulse(state, bots);
  const heads = state.agenda.heap.map((item) => item.due);
  expect(due).toBe(Math.min(...heads));
});

test('after an interruption, what bots meant to do by now is forgotten, and the rest is not', () => {
  const { bots } = begun();
  const first = bots.next()!;
  bots.skipTo(first.due);
  expect(bots.next()!.due).toBeGreaterThan(first.due);
});

/** Bots that mean to do just this. */
function meaning(
  ...acts: readonly { readonly due: number; readonly role: string; readonly input: RoleInput }[]
): Bots {
  const intents = acts.map(({ due, role, input }, number) => ({
    due,
    number,
    role,
    input: () => input,
  }));
  return {
    notice: () => undefined,
    next: () => intents[0],
    take: () => intents.shift(),
    skipTo: () => undefined,
  };
}

test('what is due comes before what a bot means to do at the same moment', () => {
  const { state } = begun();
  const bots = meaning({ due: 0, role: 'duty', input: { type: 'item.open', item: 'call' } });
  const first = pulse(state, bots, WALL).events.map(({ type }) => type);
  expect(first[0]).toBe('inject.released');
  expect(pulse(state, bots, WALL).events.map(({ type }) => type)).toContain('item.opened');
});

test('bots that were jumped over come late, and still behind what is due by then', () => {
  const follow = scenario({
    injects: {
      call: { at: '0m', to: ['duty', 'boss'] },
      news: { after: { inject: 'call', is: 'opened' } },
    },
  });
  const exercise = given(follow);
  for (const role of ['duty', 'boss']) exercise.input(ENGINE, botSeat(role));
  const { state, entries } = exercise
    .startex()
    .control({ type: 'exercise.pause' })
    .control({ type: 'exercise.jump', to: 600_000 })
    .control({ type: 'exercise.resume' });
  const open = { type: 'item.open', item: 'call' } as const;
  const bots = meaning(
    { due: 0, role: 'duty', input: open },
    { due: 0, role: 'boss', input: open },
  );
  const drafts = [1, 2, 3].flatMap(() => pulse(state, bots, WALL).drafts);
  const happened = events(drafts).map((event) => ('role' in event ? event.role : event.type));
  expect(happened).toEqual(['duty', 'inject.scheduled', 'inject.released', 'boss']);
  const all = [...entries, ...drafts.map((draft) => ({ ...draft, prev: '' }))];
  expect(replay(all)).toMatchObject({ whole: all.length - 1 });
});
