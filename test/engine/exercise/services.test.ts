/** Services: injects set their level, tasks restore it, and roles see nothing of either. */
import { expect, test } from 'vitest';
import { controlView } from '../../../engine/exercise/overview.ts';
import { roleView } from '../../../engine/exercise/view.ts';
import type { Plan } from '../../../engine/plan/plan.ts';
import { given } from '../../support/given.ts';
import { compiled, errors, scenario, source, type Source } from '../../support/scenario.ts';

const SERVICES = {
  net: { title: 'Network' },
  ehr: { title: 'Records', 'depends-on': ['net'], owner: 'lead', rto: '2h', rpo: '1h', weight: 2 },
};
const plan = (parts: Source = {}): Plan =>
  scenario({
    services: SERVICES,
    tasks: {
      some: { restores: { ehr: '60%' } },
      all: { restores: { net: '100%', ehr: { level: '100%', 'data-gap': '19h' } } },
    },
    injects: {
      call: { at: '0m' },
      fall: { at: '10m', services: { net: '0%', ehr: '20%' } },
      mend: { at: '40m', services: { ehr: '80%' } },
    },
    ...parts,
  });
const finish = (task: string) => ({ type: 'task.finish', task, note: 'Done' }) as const;

test('what is left out has its default, and a Plan without services says nothing of them', () => {
  expect(plan().services).toEqual([
    { id: 'net', title: 'Network', dependsOn: [], weight: 1 },
    {
      id: 'ehr',
      title: 'Records',
      dependsOn: ['net'],
      owner: 'lead',
      rto: 7_200_000,
      rpo: 3_600_000,
      weight: 2,
    },
  ]);
  expect('services' in scenario()).toBe(false);
});

test('a release sets the levels it names, in the plan’s order and in the same step', () => {
  const exercise = given(plan()).startex().at('10m');
  expect(exercise.types().filter((type) => /released|service/.test(type))).toEqual([
    'inject.released',
    'service.changed',
    'service.changed',
  ]);
  exercise
    .expect('service.changed', { service: 'net', level: 0, cause: { inject: 'fall' } })
    .expect('service.changed', { service: 'ehr', level: 0.2, cause: { inject: 'fall' } });
});

test('doing a task raises a level, never lowers it, and says how old the data are', () => {
  const exercise = given(plan()).startex().at('10m').as('boss', finish('some'));
  exercise.expect('service.changed', { service: 'ehr', level: 0.6, cause: { task: 'some' } });
  exercise.as('boss', finish('all'));
  exercise.expect('service.changed', { service: 'ehr', level: 1, gap: 19 * 3_600_000 });
  const other = given(plan()).startex().at('10m').as('boss', finish('all'));
  other.as('boss', finish('some')).expectNo('service.changed');
  expect(other.state.services.get('ehr')?.level).toBe(1);
});

test('a level that is so already is no event', () => {
  given(plan()).startex().as('boss', finish('all')).expectNo('service.changed');
});

test('a repeated inject repeats what it says, not what it does', () => {
  const exercise = given(plan()).startex().at('10m').as('boss', finish('all'));
  exercise.control({ type: 'inject.repeat', inject: 'fall' });
  exercise.expect('inject.released').expectNo('service.changed');
});

test('a skipped inject does nothing to services', () => {
  const exercise = given(plan()).startex().control({ type: 'inject.skip', inject: 'fall' });
  exercise.at('20m').expectNo('service.changed');
});

test('up is all of it, down is nothing of it, and in between it is neither', () => {
  const injects = {
    fall: { at: '10m', services: { ehr: '20%' } },
    stop: { at: '20m', services: { ehr: '0%' } },
    dark: { when: { service: 'ehr', is: 'down' } },
  };
  const up = { when: { all: [{ inject: 'stop' }, { service: 'ehr', is: 'up' }] } };
  const exercise = given(plan({ injects: { ...injects, up } })).startex();
  exercise.at('15m').expectNo('inject.released', { inject: 'dark' });
  exercise.at('20m').expect('inject.released', { inject: 'dark' });
  exercise.as('boss', finish('some')).expectNo('inject.released');
  exercise.as('boss', finish('all')).expect('inject.released', { inject: 'up' });
});

test('control sees each service’s level and its time; no role sees any of it', () => {
  const { state } = given(plan()).startex().at('10m');
  const rows = controlView(state).filter(([collection]) => collection === 'services');
  expect(rows.map(([, , row]) => row)).toEqual([
    { id: 'net', title: 'Network', level: 0, changedAt: 600_000, loweredAt: 600_000 },
    {
      id: 'ehr',
      title: 'Records',
      owner: 'lead',
      level: 0.2,
      changedAt: 600_000,
      loweredAt: 600_000,
      due: 600_000 + 7_200_000,
    },
  ]);
  for (const role of ['duty', 'boss', 'lead']) {
    const said = JSON.stringify(roleView(state, role));
    expect(said).not.toMatch(/Records|Network|"level"/);
  }
});

test('the checker refuses what no service can be', () => {
  const bad = (parts: Source): readonly string[] =>
    errors(source({ services: SERVICES, ...parts })).map((said) => said.split(' ')[0] ?? '');
  expect(bad({ injects: { call: { at: '0m', services: { ehr: '120%' } } } })).toEqual([
    'bad-level',
  ]);
  expect(bad({ injects: { call: { at: '0m', services: { her: '20%' } } } })).toEqual([
    'unknown-reference',
  ]);
  expect(bad({ injects: { call: { at: '0m', services: { ehr: 0.2 } } } })).toEqual(['bad-level']);
  expect(bad({ injects: { call: { when: { service: 'ehr', is: 'sideways' } } } })).toEqual([
    'condition-state',
  ]);
  expect(
    bad({ injects: { a: { at: '0m' }, call: { when: { service: 'ehr', is: 'down' } } } }),
  ).toEqual(['condition-impossible']);
  expect(() => compiled(source({ services: { a: { title: 'A', 'depends-on': ['a'] } } }))).toThrow(
    'service-cycle',
  );
});
