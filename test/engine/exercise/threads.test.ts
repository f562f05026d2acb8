/** Strands beside the storyline: they begin with it, go their own way, and end without ending it. */
import { expect, test } from 'vitest';
import { phaseOf, standsIn } from '../../../engine/exercise/state.ts';
import type { Plan } from '../../../engine/plan/plan.ts';
import { given } from '../../support/given.ts';
import { scenario, type Source } from '../../support/scenario.ts';

const THREADS = { media: { title: 'Media', begins: 'calm' } };
const plan = (parts: Source = {}): Plan =>
  scenario({
    phases: {
      alarm: { length: '1h', next: 'after' },
      after: {},
      calm: { thread: 'media', length: '20m', next: 'storm' },
      storm: { thread: 'media', length: '30m' },
    },
    threads: THREADS,
    ...parts,
  });

test('a thread begins at STARTEX and moves by its own lengths', () => {
  const exercise = given(plan())
    .startex()
    .expect('phase.entered', { phase: 'alarm' })
    .expect('phase.entered', { phase: 'calm' });
  exercise.at('20m').expect('phase.entered', { phase: 'storm', from: 'calm' });
  expect(phaseOf(exercise.state)).toBe('alarm');
  expect(phaseOf(exercise.state, 'media')).toBe('storm');
  exercise.at('1h').expect('phase.entered', { phase: 'after', from: 'alarm' });
});

test('the end of a thread is not the end of the exercise', () => {
  const exercise = given(plan()).startex().at('50m').expect('thread.ended', { thread: 'media' });
  exercise.expectNo('exercise.ended');
  expect(exercise.state.status).toBe('running');
  expect(standsIn(exercise.state, 'storm')).toBe(false);
});

test('injects of a thread’s phase wait for it, and fall away with it', () => {
  const exercise = given(
    plan({
      injects: {
        tip: { at: '0m', phase: 'storm' },
        late: { manual: true, phase: 'storm' },
        call: { at: '0m', phase: 'alarm' },
      },
    }),
  ).startex();
  exercise.expect('inject.released', { inject: 'call' }).expectNo('inject.released', {
    inject: 'tip',
  });
  exercise.at('20m').expect('inject.released', { inject: 'tip' });
  exercise.at('50m').expect('inject.passed', { inject: 'late' });
});

test('a condition asks for a thread’s phase as for any', () => {
  given(plan({ injects: { call: { when: { phase: 'storm' } } } }))
    .startex()
    .expectNo('inject.released')
    .at('20m')
    .expect('inject.released', { inject: 'call' });
});

test('a gate moves its own thread and leaves the others alone', () => {
  const gated = plan({
    phases: {
      alarm: { gate: { inject: 'call', is: 'acknowledged' }, next: 'after' },
      after: {},
      calm: { thread: 'media', gate: { inject: 'call', is: 'opened' }, next: 'storm' },
      storm: { thread: 'media' },
      quiet: { thread: 'site', gate: { inject: 'call', is: 'opened' } },
    },
    threads: { ...THREADS, site: { title: 'Site', begins: 'quiet' } },
  });
  const exercise = given(gated).startex().as('duty', { type: 'item.open', item: 'call' });
  exercise.expect('phase.entered', { phase: 'storm' }).expect('thread.ended', { thread: 'site' });
  expect(phaseOf(exercise.state)).toBe('alarm');
  exercise.as('duty', { type: 'item.acknowledge', item: 'call' });
  exercise.expect('phase.entered', { phase: 'after' });
  expect(phaseOf(exercise.state, 'media')).toBe('storm');
});

test('a decision steers the thread that its phase belongs to', () => {
  const steered = plan({
    decisions: {
      speak: {
        phase: 'calm',
        options: { yes: { title: 'Yes', goto: 'storm' }, no: { title: 'No' } },
        default: 'no',
      },
    },
  });
  const exercise = given(steered)
    .startex()
    .as('boss', { type: 'decision.record', decision: 'speak', option: 'yes', reason: 'Now' });
  exercise.expect('phase.entered', { phase: 'storm', from: 'calm' });
  expect(phaseOf(exercise.state)).toBe('alarm');
});

test('the length of a stay that was cut short does not end the next one', () => {
  const round = plan({
    phases: {
      alarm: {},
      calm: { thread: 'media', length: '30m', next: 'storm' },
      storm: { thread: 'media', length: '10m', next: 'calm' },
    },
  });
  const exercise = given(round).startex().at('5m');
  exercise.control({ type: 'phase.choose', phase: 'storm', reason: 'Now' });
  exercise.at('15m').expect('phase.entered', { phase: 'calm' });
  exercise.at('40m').expectNo('phase.entered');
  exercise.at('45m').expect('phase.entered', { phase: 'storm' });
});

test('control brings back a thread that is over, and cannot choose a phase it stands in', () => {
  const exercise = given(plan()).startex().at('50m');
  exercise.control({ type: 'phase.choose', phase: 'calm', reason: 'Again' });
  exercise.expect('phase.entered', { phase: 'calm' });
  exercise.control({ type: 'phase.choose', phase: 'alarm', reason: 'Again' });
  exercise.refused('unknown-phase');
});

test('pausing leaves every thread where it stands', () => {
  const exercise = given(plan()).startex().at('25m').control({ type: 'exercise.pause' });
  exercise.control({ type: 'exercise.resume' });
  expect(phaseOf(exercise.state, 'media')).toBe('storm');
  exercise.at('50m').expect('thread.ended');
});
