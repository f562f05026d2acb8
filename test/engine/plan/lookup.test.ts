/** The Plan's rows by id, and who looks again when what changes. */
import { expect, test } from 'vitest';
import { leadsTo, lookup } from '../../../engine/plan/lookup.ts';
import { scenario } from '../../support/scenario.ts';

const plan = scenario({
  facts: { leak: {} },
  tasks: {
    warn: {
      needs: ['leak'],
      starts: { any: [{ fact: 'leak', 'opened-by': 'duty' }, { 'time-after': '2h' }] },
    },
  },
  decisions: {
    cut: {
      phase: ['a', 'b'],
      opens: { all: [{ inject: 'call' }, { 'time-after': '1h' }] },
      options: { cut: { title: 'Cut', goto: 'd' }, stay: { title: 'Stay' } },
    },
  },
  phases: {
    a: { length: '30m', next: 'b' },
    b: {
      length: '30m',
      gate: { 'time-after': '40m' },
      next: [{ when: { task: 'warn', is: 'done' }, to: 'a' }, { to: 'c' }],
    },
    c: { length: '30m', next: 'e' },
    d: { length: '30m' },
    e: {},
  },
  injects: {
    call: {
      at: '0m',
      facts: ['leak'],
      expect: [{ id: 'seen', role: ['duty', 'boss'], does: 'open', within: '5m' }],
    },
    news: { when: { expectation: 'seen/boss', is: 'met' }, phase: ['b', 'c'] },
  },
});
const found = lookup(plan);

test('a Plan is looked up once', () => {
  expect(lookup(plan)).toBe(found);
  expect(lookup({ ...plan })).not.toBe(found);
});

test('ahead: every phase that can still come, itself left out, along ways and choices alike', () => {
  const ahead = Object.fromEntries(
    [...found.ahead].map(([id, phases]) => [id, [...phases].sort()]),
  );
  expect(ahead).toEqual({
    a: ['b', 'c', 'd', 'e'],
    b: ['a', 'c', 'd', 'e'],
    c: ['e'],
    d: [],
    e: [],
  });
  expect(leadsTo(plan, 'b')).toEqual(['a', 'c', 'd']);
});

test('who waits for what', () => {
  const waiting = (key: string): readonly string[] =>
    (found.watchers.get(key) ?? []).map(({ id }) => id);
  expect(waiting('fact:leak')).toEqual(['warn']);
  expect(waiting('time:7200000')).toEqual(['warn']);
  expect(waiting('inject:call')).toEqual(['cut']);
  expect(waiting('expectation:seen/boss')).toEqual(['news']);
  expect(waiting('phase')).toEqual([]);
  expect(found.times).toEqual([40, 60, 120].map((minute) => minute * 60_000));
  expect([...found.gateReads]).toEqual([['b', new Set(['time:2400000'])]]);
  expect(found.conditions.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'inject news',
    'task warn',
    'decision cut',
  ]);
});

test('rows by what they belong to', () => {
  expect(found.injectsIn.get('c')).toEqual(['news']);
  expect(found.tasksOf.get('leak')).toEqual(['warn']);
  expect(found.rolesOf.get('operator')).toEqual(['duty', 'boss']);
  expect(found.expectationsOf.get('call')?.map(({ id }) => id)).toEqual(['seen/duty', 'seen/boss']);
  expect(found.expectationsNamed.get('seen')).toEqual(['seen/duty', 'seen/boss']);
  expect(found.expectationsNamed.get('seen/boss')).toEqual(['seen/boss']);
});
