/** Time in control's hands: what a pause is for, turn by turn, and what is moved in time. */
import { describe, expect, test } from 'vitest';
import { nextDue } from '../../../engine/exercise/due.ts';
import { controlView } from '../../../engine/exercise/overview.ts';
import { replay } from '../../../engine/exercise/replay.ts';
import { roleView } from '../../../engine/exercise/view.ts';
import { wallView } from '../../../engine/exercise/wall.ts';
import { given, ms, type Given } from '../../support/given.ts';
import { scenario } from '../../support/scenario.ts';

const rowOf = (puts: ReturnType<typeof controlView>, collection: string, key: string) =>
  puts.find(([name, id]) => name === collection && id === key)?.[2];
const control = ({ state }: Given, collection: string, key: string) =>
  rowOf(controlView(state), collection, key);

describe('a pause', () => {
  const plan = scenario({ injects: { call: { at: '0m' } } });
  const held = (kind?: 'discussion' | 'real' | 'step'): Given =>
    given(plan)
      .startex()
      .at('0m')
      .control({ type: 'exercise.pause', reason: 'Fordi', ...(kind ? { kind } : {}) });

  test('says to everybody what it is for, and no longer when it is over', () => {
    const exercise = held('real');
    const told = (): unknown[] => [
      control(exercise, 'exercise', 'exercise'),
      rowOf(roleView(exercise.state, 'duty'), 'exercise', 'exercise'),
      rowOf(wallView(exercise.state), 'exercise', 'exercise'),
    ];
    for (const row of told()) expect(row).toMatchObject({ status: 'paused', hold: 'real' });
    exercise.control({ type: 'exercise.pause', kind: 'discussion' });
    for (const row of told()) expect(row).toMatchObject({ hold: 'discussion' });
    exercise.control({ type: 'exercise.resume' });
    for (const row of told()) expect(row).not.toHaveProperty('hold');
  });

  test('lets nobody act, but when it goes on turn by turn', () => {
    const open = { type: 'item.open', item: 'call' } as const;
    held().as('duty', open).refused('paused');
    held('discussion').as('duty', open).refused('paused');
    held('real').as('duty', open).refused('real-incident');
    held('step').as('duty', open).expect('item.opened');
    held('real')
      .as('duty', { type: 'control.ask', text: 'Hvad sker der?' })
      .expect('control.asked');
  });

  test('for a real incident leaves control what is no part of the play', () => {
    held('real')
      .as('duty', { type: 'control.ask', text: 'Hvad sker der?' })
      .control({ type: 'control.answer', ask: 'ask.1', text: 'Gå ud' })
      .expect('control.answered')
      .control({ type: 'observation.note', text: 'Alle er ude' })
      .expect('observation.noted')
      .control({ type: 'record.note', entry: 3, kind: 'bookmark', text: 'Her' })
      .expect('record.noted')
      .control({ type: 'exercise.end', reason: 'Vi stopper' })
      .expect('exercise.ended');
    expect(held('real').control({ type: 'exercise.end' }).state.hold).toBeUndefined();
  });
});

test('turn by turn: it begins paused, roles act while time stands, and a jump is the next turn', () => {
  const exercise = given(
    scenario({ injects: { one: { at: '0m' }, two: { at: '30m' }, three: { at: '60m' } } }),
  )
    .control({ type: 'exercise.start', step: true })
    .expect('exercise.started')
    .expect('exercise.paused', { kind: 'step' })
    .expect('inject.released', { inject: 'one' })
    .as('duty', { type: 'item.acknowledge', item: 'one' })
    .expect('item.acknowledged')
    .control({ type: 'exercise.jump', to: ms('30m') })
    .expect('inject.released', { inject: 'two' })
    .expectNo('inject.released', { inject: 'three' });
  expect(exercise.state).toMatchObject({ status: 'paused', hold: 'step', at: ms('30m') });
  exercise.as('duty', { type: 'item.open', item: 'two' }).expect('item.opened');
});

describe('a shift', () => {
  const plan = scenario({
    phases: { alarm: { length: '1h', next: 'late' }, late: {} },
    tasks: { warn: { within: '70m' } },
    polls: { owner: { at: '40m', asks: 'owner-of', task: 'warn', to: ['lead'] } },
    injects: {
      first: { at: '30m' },
      called: { after: { inject: 'open', is: 'opened', delay: '25m' } },
      open: { at: '0m' },
      waits: { when: { 'time-after': '50m' } },
      held: { at: '20m' },
    },
  });
  const started = (): Given =>
    given(plan).startex().control({ type: 'inject.hold', inject: 'held' });

  test('moves what is to come and ENDEX, later and earlier, and leaves conditions on time', () => {
    const exercise = started()
      .at('10m')
      .control({ type: 'exercise.shift', by: ms('15m'), reason: 'Forsinket' })
      .expect('exercise.shifted', { by: ms('15m') });
    expect(control(exercise, 'exercise', 'exercise')).toMatchObject({ length: ms('4h 15m') });
    expect(control(exercise, 'injects', 'first')).toMatchObject({
      due: ms('45m'),
      planned: ms('30m'),
    });
    expect(control(exercise, 'questions', 'owner')).toMatchObject({
      due: ms('55m'),
      planned: ms('40m'),
    });
    expect(control(exercise, 'phases', 'alarm')).toMatchObject({ until: ms('1h 15m') });
    exercise.control({ type: 'inject.unhold', inject: 'held' }).at('4h 20m');
    expect(exercise.minutes('inject.released', { inject: 'held' })).toEqual([35]);
    expect(exercise.minutes('inject.released', { inject: 'first' })).toEqual([45]);
    expect(exercise.minutes('inject.released', { inject: 'waits' })).toEqual([50]);
    expect(exercise.minutes('question.asked')).toEqual([55]);
    expect(exercise.minutes('phase.entered', { phase: 'late' })).toEqual([75]);
    expect(exercise.minutes('exercise.ended')).toEqual([255]);
  });

  test('back moves nothing before now: what would have been before comes now, in its order', () => {
    const exercise = started()
      .at('10m')
      .as('duty', { type: 'item.open', item: 'open' })
      .control({ type: 'exercise.shift', by: -ms('25m') })
      .at('4h');
    const order = exercise.entries.flatMap((entry) =>
      'event' in entry && entry.event.type === 'inject.released' && entry.at > 0
        ? [[entry.event.inject, entry.at / 60_000]]
        : [],
    );
    expect(order).toEqual([
      ['first', 10],
      ['called', 10],
      ['waits', 50],
    ]);
    expect(exercise.minutes('question.asked')).toEqual([15]);
    expect(exercise.minutes('exercise.ended')).toEqual([215]);
  });

  test('there and back again leaves everything where it was, and each happens once', () => {
    const moved = started()
      .at('10m')
      .control({ type: 'exercise.shift', by: ms('15m') })
      .control({ type: 'exercise.shift', by: -ms('15m') })
      .control({ type: 'inject.unhold', inject: 'held' })
      .at('5h');
    const still = started().at('10m').control({ type: 'inject.unhold', inject: 'held' }).at('5h');
    const story = ({ entries }: Given): unknown[] =>
      entries.flatMap((entry) =>
        'event' in entry && entry.by.type === 'engine' ? [[entry.at, entry.event]] : [],
      );
    expect(story(moved)).toEqual(story(still));
  });

  test('keeps the order of what was to come together, whatever came to be known first', () => {
    const exercise = given(plan)
      .startex()
      .at('5m')
      // Due at 30m as well, and behind `first`, though before it in no list of the script's.
      .as('duty', { type: 'item.open', item: 'open' })
      .control({ type: 'exercise.shift', by: ms('10m') })
      .at('1h');
    const order = exercise.entries.flatMap((entry) =>
      'event' in entry && entry.event.type === 'inject.released' && entry.at === ms('40m')
        ? [entry.event.inject]
        : [],
    );
    expect(order).toEqual(['first', 'called']);
  });

  test('an inject whose time has passed while it was held is not moved ahead again', () => {
    started()
      .at('25m')
      .control({ type: 'exercise.shift', by: ms('1h') })
      .control({ type: 'inject.unhold', inject: 'held' })
      .expect('inject.released', { inject: 'held', cause: 'due' });
  });
});

describe('a phase', () => {
  const plan = scenario({
    phases: {
      alarm: { length: '1h', next: 'open' },
      open: { gate: { inject: 'call', is: 'acknowledged' }, next: 'last' },
      last: {},
      talk: { thread: 'media', length: '10m' },
    },
    threads: { media: { title: 'Media', begins: 'talk' } },
  });
  const adjusted = (...ends: readonly string[]): Given =>
    ends.reduce(
      (exercise, until) =>
        exercise.control({ type: 'phase.adjust', phase: 'alarm', until: ms(until) }),
      given(plan).startex().at('5m'),
    );

  test.each([
    [['2h'], 120],
    [['20m'], 20],
    [['2h', '1h'], 60],
    [['20m', '2h', '20m'], 20],
    [['20m', '1h', '2h'], 120],
  ])('with its end at %j ends once, at the last one given', (ends, minute) => {
    const exercise = adjusted(...ends).at('4h');
    expect(exercise.minutes('phase.entered', { phase: 'open' })).toEqual([minute]);
    expect(replay(exercise.entries).differs).toBeUndefined();
  });

  test('an agenda that is looked at often is the same as one that is not', () => {
    const exercise = adjusted('20m', '2h', '20m');
    for (const time of ['10m', '19m', '20m', '21m', '1h', '2h']) {
      nextDue(exercise.state);
      exercise.at(time);
    }
    expect(exercise.minutes('phase.entered', { phase: 'open' })).toEqual([20]);
  });

  test('without a length can be given an end, and goes on by its own way', () => {
    const exercise = given(plan)
      .startex()
      .at('1h')
      .control({ type: 'phase.adjust', phase: 'open', until: ms('90m'), reason: 'Nu' })
      .expect('phase.adjusted')
      .at('4h');
    expect(exercise.minutes('phase.entered', { phase: 'last' })).toEqual([90]);
    const ended = exercise.minutes('exercise.ended');
    expect(ended).toEqual([240]);
  });

  test('that is the last of the storyline ends the exercise when its end comes', () => {
    const exercise = given(plan)
      .startex()
      .control({ type: 'phase.choose', phase: 'last', reason: 'Videre' })
      .control({ type: 'phase.adjust', phase: 'last', until: ms('30m') })
      .at('4h');
    expect(exercise.minutes('exercise.ended', { cause: 'storyline' })).toEqual([30]);
  });

  test('of a thread that is over cannot be moved, nor does that touch the storyline', () => {
    given(plan)
      .startex()
      .at('15m')
      .control({ type: 'phase.adjust', phase: '$end', until: ms('20m') })
      .refused('unknown-phase')
      .at('30m')
      .expectNo('phase.entered');
  });
});
