/** From the planner's words to the Plan: defaults, groups, markings, windows and clocks. */
import { expect, test } from 'vitest';
import { PLAN_FORMAT } from '../../../engine/plan/plan.ts';
import { scenario } from '../../support/scenario.ts';

const EXPECT = { role: 'duty', does: 'open', within: '5m' };

test('what is left out has its default', () => {
  const plan = scenario();
  expect(plan).toMatchObject({
    format: PLAN_FORMAT,
    length: 4 * 3_600_000,
    pace: 10,
    begins: 'alarm',
    story: { zone: 'Europe/Copenhagen', offsets: [{ from: 0, offset: 7_200_000 }] },
    phases: [{ id: 'alarm', next: [] }],
    objectives: [],
    clocks: [],
    matters: [],
    hotWash: [],
  });
  expect(plan.roles).toMatchObject([
    { id: 'duty', seats: { min: 1, max: 2 }, playedBy: 'participant' },
    { id: 'boss', seats: { min: 1, max: 1 } },
    { id: 'lead' },
    { id: 'press', playedBy: 'simcell' },
  ]);
  expect(plan.injects).toMatchObject([
    {
      id: 'call',
      number: 1,
      domain: 'both',
      marking: 'TLP:GREEN',
      trigger: { type: 'at', at: 0 },
      phases: [],
    },
  ]);
  expect(JSON.stringify(plan)).not.toContain('null');
});

test('all, an organisation and a role become roles, each once; who is played by control is named or not at all', () => {
  const to = (...receivers: string[]): readonly string[] | undefined =>
    scenario({ injects: { call: { at: '0m', to: receivers } } }).injects[0]?.to;
  expect(to('all')).toEqual(['duty', 'boss', 'lead']);
  expect(to('operator')).toEqual(['duty', 'boss']);
  expect(to('boss', 'operator')).toEqual(['boss', 'duty']);
  expect(to('press', 'lead')).toEqual(['press', 'lead']);
  expect(to('media')).toEqual(['press']);
});

test('a role that says outright that a participant plays it is one of all', () => {
  const roles = {
    duty: { name: 'Duty', organisation: 'operator', 'played-by': 'participant' },
    boss: { name: 'Boss', organisation: 'operator' },
    lead: { name: 'Lead', organisation: 'town' },
    press: { name: 'Press', organisation: 'media', 'played-by': 'simcell' },
  };
  const plan = scenario({
    roles,
    injects: { call: { at: '0m', to: ['all'] }, two: { at: '0m', to: ['operator'] } },
  });
  expect(plan.injects.map(({ to }) => to)).toEqual([
    ['duty', 'boss', 'lead'],
    ['duty', 'boss'],
  ]);
});

test('an inject is as closed as what it carries, unless it says so itself', () => {
  const { injects } = scenario({
    facts: { open: {}, closed: { marking: 'TLP:RED' } },
    injects: {
      plain: { at: '0m', facts: ['open'] },
      red: { at: '0m', facts: ['open', 'closed'] },
      own: { at: '0m', marking: 'TLP:AMBER' },
    },
  });
  expect(injects.map(({ marking }) => marking)).toEqual(['TLP:GREEN', 'TLP:RED', 'TLP:AMBER']);
});

test('triggers', () => {
  const { injects } = scenario({
    injects: {
      call: { at: '90m', 'if-not': 'nudge', expect: [EXPECT] },
      follow: { after: { inject: 'call', delay: '5m' } },
      at: { after: { phase: 'alarm' } },
      when: { when: { 'time-after': '1h' } },
      hand: { manual: true },
      nudge: {},
    },
  });
  const released = { type: 'inject', inject: 'call', is: 'released' };
  expect(injects.map(({ trigger }) => trigger)).toEqual([
    { type: 'at', at: 5_400_000 },
    { type: 'after', when: released, delay: 300_000 },
    { type: 'after', when: { type: 'phase', phase: 'alarm' }, delay: 0 },
    { type: 'when', when: { type: 'time-after', at: 3_600_000 } },
    { type: 'manual' },
    { type: 'if-not', of: ['call'] },
  ]);
});

test('expectations are numbered or named, one for each role, and borrow their window', () => {
  const { expectations } = scenario({
    tasks: { warn: { within: '50m' } },
    decisions: { cut: { within: '25m' } },
    injects: {
      call: {
        at: '0m',
        to: ['all'],
        expect: [
          EXPECT,
          {
            id: 'told',
            role: ['duty', 'boss'],
            does: 'message',
            to: ['town', 'press'],
            within: '1m',
          },
          { role: 'duty', does: 'task', task: 'warn' },
          { role: 'boss', does: 'decision', decision: 'cut' },
          { role: 'boss', does: 'task', task: 'warn', within: '2m' },
        ],
      },
    },
  });
  expect(expectations.map(({ id, within }) => [id, within / 60_000])).toEqual([
    ['call.1', 5],
    ['told/duty', 1],
    ['told/boss', 1],
    ['call.3', 50],
    ['call.4', 25],
    ['call.5', 2],
  ]);
  expect(expectations[1]).toMatchObject({ to: ['lead', 'press'], role: 'duty', inject: 'call' });
});

test('a task with a clock has it from the catalogue, in the organisation that is accountable', () => {
  const { clocks, matters } = scenario({
    tasks: {
      warn: { clock: 'warning' },
      undue: { clock: 'undue', accountable: 'lead', responsible: ['lead'] },
      plain: {},
    },
  });
  expect(clocks).toMatchObject([
    {
      id: 'warn',
      clock: 'warning',
      matter: 'incident',
      organisation: 'operator',
      deadline: 3_600_000,
      source: 'A',
    },
    { id: 'undue', clock: 'undue', organisation: 'town', source: 'B' },
  ]);
  expect(clocks[1]).not.toHaveProperty('deadline');
  expect(matters).toEqual([{ id: 'incident', title: { da: 'Hændelse', en: 'Incident' } }]);
});

test('one way on, or branches, or none', () => {
  const { phases } = scenario({
    phases: {
      alarm: { length: '1h', next: 'middle' },
      middle: {
        length: '1h',
        gate: { inject: 'call' },
        next: [{ when: { 'time-after': '2h' }, to: 'late' }, { to: 'alarm' }],
      },
      late: {},
    },
  });
  expect(phases.map(({ next }) => next)).toEqual([
    [{ to: 'middle' }],
    [{ to: 'late', when: { type: 'time-after', at: 7_200_000 } }, { to: 'alarm' }],
    [],
  ]);
  expect(phases[1]?.gate).toEqual({ type: 'inject', inject: 'call', is: 'released' });
});
