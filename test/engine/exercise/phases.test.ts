/** The storyline: phases, their lengths and gates, branches, decisions and control's hand. */
import { expect, test } from 'vitest';
import { phaseOf } from '../../../engine/exercise/state.ts';
import { given } from '../../support/given.ts';
import { scenario } from '../../support/scenario.ts';

const LATE = { at: '10m', phase: 'late' };

test('given a phase with a length, when it has passed, then the next is entered', () => {
  given(scenario({ phases: { alarm: { length: '1h', next: 'late' }, late: {} } }))
    .startex()
    .expect('phase.entered', { phase: 'alarm', until: 3_600_000, cause: { type: 'start' } })
    .at('59m')
    .expectNo('phase.entered')
    .at('1h')
    .expect('phase.entered', { phase: 'late', from: 'alarm', cause: { type: 'length' } });
});

test('given a gate, when it holds before the length has passed, then the phase is left then, and once', () => {
  const exercise = given(
    scenario({
      phases: {
        alarm: { length: '1h', gate: { inject: 'call', is: 'opened' }, next: 'late' },
        late: {},
      },
    }),
  )
    .startex()
    .at('20m')
    .as('duty', { type: 'item.open', item: 'call' })
    .expect('phase.entered', { phase: 'late', cause: { type: 'gate' } })
    .at('4h');
  expect(exercise.minutes('phase.entered')).toEqual([0, 20]);
});

test('a gate that holds when the phase is entered is passed at once, through as many phases as hold', () => {
  const opened = { inject: 'call', is: 'opened' };
  const exercise = given(
    scenario({
      phases: {
        alarm: { length: '30m', next: 'middle' },
        middle: { gate: opened, next: 'late' },
        late: { gate: opened, next: 'after' },
        after: {},
      },
    }),
  )
    .startex()
    .as('duty', { type: 'item.open', item: 'call' })
    .at('30m');
  expect(phaseOf(exercise.state)).toBe('after');
  expect(exercise.types().filter((type) => type === 'phase.entered')).toHaveLength(3);
});

test('phases whose gates lead round in a circle do not send the storyline round for ever', () => {
  const gate = { inject: 'call', is: 'opened' };
  const exercise = given(
    scenario({
      phases: {
        alarm: { gate, next: 'late' },
        late: { gate, next: [{ when: gate, to: 'alarm' }, { to: 'end' }] },
        end: {},
      },
    }),
  )
    .startex()
    .as('duty', { type: 'item.open', item: 'call' });
  expect(exercise.types().filter((type) => type === 'phase.entered').length).toBeLessThanOrEqual(2);
});

test('phases too short to notice lead round in a circle, and time goes on all the same', () => {
  const exercise = given(
    scenario({
      length: '1m',
      phases: {
        alarm: { length: '0.001s', next: 'late' },
        late: { length: '0.001s', next: 'alarm' },
      },
    }),
  )
    .startex()
    .at('1m');
  exercise.expect('exercise.ended', { cause: 'length' });
  expect(exercise.minutes('phase.entered').length).toBeLessThanOrEqual(61);
});

test('given branches, then the first that holds is taken, and the last where none does', () => {
  const plan = scenario({
    phases: {
      alarm: {
        length: '1h',
        next: [
          { when: { inject: 'call', is: 'answered' }, to: 'calm' },
          { when: { inject: 'call', is: 'opened' }, to: 'warm' },
          { to: 'hot' },
        ],
      },
      calm: {},
      warm: {},
      hot: {},
    },
  });
  given(plan).startex().at('1h').expect('phase.entered', { phase: 'hot' });
  const opened = given(plan).startex().as('duty', { type: 'item.open', item: 'call' });
  opened.at('1h').expect('phase.entered', { phase: 'warm' });
});

const STEERED = {
  phases: { alarm: { length: '2h', next: 'late' }, late: {}, contained: {} },
  decisions: {
    cut: {
      opens: { inject: 'call' },
      phase: 'alarm',
      within: '4h',
      options: { cut: { title: 'Cut', goto: 'contained' }, stay: { title: 'Stay' } },
    },
  },
};

test('given an option with goto, when it is decided in its phase, then the storyline goes there', () => {
  const cause = { type: 'decision', decision: 'cut', option: 'cut' } as const;
  given(scenario(STEERED))
    .startex()
    .as('boss', { type: 'decision.record', decision: 'cut', option: 'cut', reason: 'Spreading' })
    .expect('phase.entered', { phase: 'contained', from: 'alarm', cause });
  given(scenario(STEERED))
    .startex()
    .as('boss', { type: 'decision.record', decision: 'cut', option: 'stay', reason: 'Wait' })
    .expectNo('phase.entered');
});

test('a decision taken when its phase is over moves nothing', () => {
  given(scenario(STEERED))
    .startex()
    .at('3h')
    .as('boss', { type: 'decision.record', decision: 'cut', option: 'cut', reason: 'Too late' })
    .expect('decision.recorded')
    .expectNo('phase.entered');
});

test('control chooses a phase, also while time stands still; the length that was running counts no more', () => {
  const exercise = given(
    scenario({
      phases: {
        alarm: { length: '1h', next: 'late' },
        late: { length: '1h', next: 'end' },
        end: {},
      },
    }),
  )
    .startex()
    .at('30m')
    .control({ type: 'exercise.pause' })
    .control({ type: 'phase.choose', phase: 'late', reason: 'On we go' })
    .expect('phase.entered', { phase: 'late', cause: { type: 'control', reason: 'On we go' } })
    .control({ type: 'exercise.resume' })
    .at('4h');
  expect(exercise.minutes('phase.entered')).toEqual([0, 30, 90]);
  const back = given(scenario({ phases: { alarm: { length: '1h', next: 'late' }, late: {} } }))
    .startex()
    .at('50m')
    .control({ type: 'phase.choose', phase: 'late', reason: 'On' })
    .at('55m')
    .control({ type: 'phase.choose', phase: 'alarm', reason: 'Back' })
    .at('4h');
  expect(back.minutes('phase.entered')).toEqual([0, 50, 55, 115]);
});

test('an inject of a phase waits for it, and is released when it is entered', () => {
  const exercise = given(
    scenario({
      phases: { alarm: { length: '1h', next: 'late' }, late: {} },
      injects: { call: LATE },
    }),
  )
    .startex()
    .at('30m')
    .expectNo('inject.released')
    .at('4h');
  expect(exercise.minutes('inject.released', { inject: 'call', cause: 'due' })).toEqual([60]);
});

test('an inject left behind by its phase is passed over, unless the storyline can come back', () => {
  const injects = { call: { at: '2h', phase: 'alarm' }, lost: { at: '0m', phase: 'late' } };
  given(scenario({ phases: { alarm: { length: '3h', next: 'late' }, late: {} }, injects }))
    .startex()
    .control({ type: 'phase.choose', phase: 'late', reason: 'Short of time' })
    .expect('inject.passed', { inject: 'call' })
    .expect('inject.released', { inject: 'lost' })
    .at('4h')
    .expectNo('inject.released', { inject: 'call' })
    .control({ type: 'exercise.end' });
  const circle = {
    alarm: { length: '3h', next: 'late' },
    late: { length: '1h', next: [{ when: { 'time-after': '3h' }, to: 'end' }, { to: 'alarm' }] },
    end: {},
  };
  const exercise = given(scenario({ phases: circle, injects }))
    .startex()
    .control({ type: 'phase.choose', phase: 'late', reason: 'Round' })
    .expectNo('inject.passed')
    .at('2h 30m');
  expect(exercise.minutes('inject.released', { inject: 'call' })).toEqual([120]);
});

test('an inject of a branch that was not taken is passed over, as is one let go too late', () => {
  const plan = scenario({
    phases: {
      alarm: {
        length: '1h',
        next: [{ when: { inject: 'call', is: 'opened' }, to: 'calm' }, { to: 'hot' }],
      },
      calm: { length: '1h', next: 'end' },
      hot: { length: '1h', next: 'end' },
      end: {},
    },
    injects: {
      call: { at: '0m' },
      worse: { at: '0m', phase: 'hot' },
      both: { at: '3h', phase: ['hot', 'end'] },
      early: { at: '50m', phase: 'alarm' },
    },
  });
  given(plan)
    .startex()
    .control({ type: 'inject.hold', inject: 'early' })
    .as('duty', { type: 'item.open', item: 'call' })
    .at('1h')
    .expect('phase.entered', { phase: 'calm' })
    .expect('inject.passed', { inject: 'worse' })
    .expectNo('inject.passed', { inject: 'both' })
    .expectNo('inject.passed', { inject: 'early' })
    .control({ type: 'inject.unhold', inject: 'early' })
    .expect('inject.passed', { inject: 'early' })
    .at('3h')
    .expect('inject.released', { inject: 'both' });
});

test('at the very moment of a phase change, what is due first by its number comes first', () => {
  const phases = { alarm: { length: '1h', next: 'late' }, late: {} };
  const both = given(
    scenario({
      phases,
      injects: { early: { at: '1h', phase: 'alarm' }, call: { at: '1h', phase: 'late' } },
    }),
  )
    .startex()
    .at('1h');
  expect(both.minutes('inject.released', { inject: 'early' })).toEqual([60]);
  expect(both.minutes('inject.released', { inject: 'call' })).toEqual([60]);
});

test('an inject of a phase that is only passed through in one step is not released', () => {
  const plan = scenario({
    facts: { leak: {} },
    phases: {
      alarm: { gate: { inject: 'call', is: 'opened' }, next: 'middle' },
      middle: { gate: { fact: 'leak', 'opened-by': 'duty' }, next: 'late' },
      late: {},
    },
    injects: { call: { at: '0m', facts: ['leak'] }, gone: { at: '0m', phase: 'middle' } },
  });
  const exercise = given(plan).startex().as('duty', { type: 'item.open', item: 'call' });
  expect(phaseOf(exercise.state)).toBe('late');
  exercise
    .expectNo('inject.released', { inject: 'gone' })
    .expect('inject.passed', { inject: 'gone' });
});

test('ENDEX comes when the last phase is over, when the length has passed, or when control says so', () => {
  const last = { alarm: { length: '1h', next: 'late' }, late: { length: '1h' } };
  const byStoryline = given(scenario({ phases: last }))
    .startex()
    .at('2h');
  byStoryline.expect('exercise.ended', { cause: 'storyline' });
  const byLength = given(scenario({ length: '3h' }))
    .startex()
    .at('2h 59m');
  byLength.expectNo('exercise.ended').at('3h').expect('exercise.ended', { cause: 'length' });
  given(scenario())
    .startex()
    .control({ type: 'exercise.end', reason: 'Fire alarm' })
    .expect('exercise.ended', { cause: 'control', reason: 'Fire alarm' });
  given(scenario())
    .startex()
    .control({ type: 'exercise.pause' })
    .control({ type: 'exercise.end' })
    .expect('exercise.ended', { cause: 'control' });
});

test('nothing falls due after ENDEX, and what falls due with it comes before it', () => {
  const exercise = given(
    scenario({
      length: '2h',
      injects: { call: { at: '119m', expect: [{ role: 'duty', does: 'open', within: '1m' }] } },
    }),
  )
    .startex()
    .at('9h');
  expect(exercise.types().slice(-3)).toEqual([
    'obligation.overdue',
    'exercise.ended',
    'obligation.lapsed',
  ]);
  expect(exercise.minutes('exercise.ended')).toEqual([120]);
});

test('pause, resume, pace and jump', () => {
  const exercise = given(scenario({ injects: { call: { at: '20m' }, late: { at: '40m' } } }))
    .control({ type: 'exercise.pace', pace: 2 })
    .expect('exercise.paced', { pace: 2 })
    .startex()
    .expect('exercise.started', { pace: 2 })
    .control({ type: 'exercise.pause', reason: 'Coffee' })
    .expect('exercise.paused', { reason: 'Coffee' });
  expect(exercise.state).toMatchObject({ status: 'paused', reason: 'Coffee' });
  exercise.control({ type: 'exercise.resume' }).expect('exercise.resumed');
  expect(exercise.state.reason).toBeUndefined();
  exercise.control({ type: 'exercise.jump', to: 30 * 60_000 }).expect('exercise.jumped');
  // A jump walks through what lies between, each at its own time.
  expect(exercise.minutes('inject.released')).toEqual([20]);
});

test('hot wash and close', () => {
  const plan = scenario({ 'hot-wash': { best: 'What went well?' } });
  const exercise = given(plan)
    .startex()
    .control({ type: 'exercise.end' })
    .control({ type: 'exercise.hotwash' })
    .expect('hotwash.opened')
    .as('duty', { type: 'hotwash.answer', question: 'best', text: 'We talked' })
    .expect('hotwash.answered', { role: 'duty', question: 'best', text: 'We talked' })
    .as('duty', { type: 'hotwash.answer', question: 'best', text: 'A lot' })
    .control({ type: 'exercise.close' })
    .expect('exercise.closed');
  expect([...exercise.state.hotwash.values()]).toEqual([
    { role: 'duty', question: 'best', text: 'A lot' },
  ]);
  given(plan)
    .startex()
    .control({ type: 'exercise.end' })
    .control({ type: 'exercise.close' })
    .expect('exercise.closed');
});
