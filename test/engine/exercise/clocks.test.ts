/** Statutory clocks: they run from an organisation's own awareness, and from nothing else. */
import { expect, test } from 'vitest';
import { roleView } from '../../../engine/exercise/view.ts';
import { given, type Given } from '../../support/given.ts';
import { scenario } from '../../support/scenario.ts';

const plan = scenario({
  tasks: {
    warn: { clock: 'warning', within: '3h' },
    tell: { clock: 'undue', within: '3h' },
    town: { clock: 'warning', accountable: 'lead', responsible: ['lead'], within: '3h' },
    breach: { clock: 'notice', within: '3h' },
  },
});
const declared = (): Given =>
  given(plan)
    .startex()
    .at('10m')
    .as('duty', { type: 'awareness.declare', matter: 'incident', reason: 'Seen' });
const finish = (e: Given, task: string): Given =>
  e.as('boss', { type: 'task.finish', task, note: '' });

test('awareness starts the clocks of that organisation and that matter', () => {
  declared()
    .expect('awareness.declared', {
      matter: 'incident',
      role: 'duty',
      organisation: 'operator',
      reason: 'Seen',
    })
    .expect('clock.started', { clock: 'warn', due: 70 * 60_000 })
    .expect('clock.started', { clock: 'tell' })
    .expectNo('clock.started', { clock: 'town' })
    .expectNo('clock.started', { clock: 'breach' });
});

test('a clock is met by the task, in time or late', () => {
  const met = finish(declared().at('69m'), 'warn').expect('clock.met', { clock: 'warn' });
  expect(met.state.clocks.get('warn')?.status).toBe('met');
  met.at('4h').expectNo('clock.missed');
  const late = finish(declared().at('70m').expect('clock.missed', { clock: 'warn' }), 'warn');
  late.expect('clock.met', { clock: 'warn' });
  expect(late.state.clocks.get('warn')).toMatchObject({ status: 'late', missed: true });
});

test('without undue delay: measured, never missed', () => {
  const exercise = declared().at('3h 59m').expectNo('clock.missed', { clock: 'tell' });
  finish(exercise, 'tell').expect('clock.met', { clock: 'tell' });
});

test('a notification sent before one was aware meets its clock at once', () => {
  const early = finish(given(plan).startex(), 'warn').expectNo('clock.met');
  early
    .as('duty', { type: 'awareness.declare', matter: 'incident', reason: 'Now' })
    .expect('clock.started', { clock: 'warn' })
    .expect('clock.met', { clock: 'warn' });
});

test('one organisation is aware once; another has its own awareness', () => {
  declared()
    .as('boss', { type: 'awareness.declare', matter: 'incident', reason: 'Me too' })
    .refused('already-declared')
    .as('lead', { type: 'awareness.declare', matter: 'incident', reason: 'We too' })
    .expect('clock.started', { clock: 'town' });
});

test('its own organisation alone sees the clock and the declaration', () => {
  const { state } = declared();
  const sees = (role: string): readonly string[] =>
    roleView(state, role).flatMap(([collection, key]) =>
      collection === 'clocks' || collection === 'awareness' ? [key] : [],
    );
  expect(sees('boss')).toEqual(['warn', 'tell', 'operator:incident']);
  expect(sees('lead')).toEqual([]);
});
