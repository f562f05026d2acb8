/** Every path that is found can be walked: by bots that follow it, over the flagship and in small. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../../engine/plan/compile.ts';
import { readCatalogue } from '../../../engine/scenario/catalogue.ts';
import { checkScenario } from '../../../engine/scenario/check.ts';
import { goalOf } from '../../../exports/rehearsal/goal.ts';
import { pathsTo } from '../../../exports/rehearsal/path.ts';
import { reach, type Reached } from '../../../exports/rehearsal/reach.ts';
import { COUNTS, targetsOf, type Kind } from '../../../exports/rehearsal/target.ts';
import { scenario } from '../../support/scenario.ts';
import { shipped, sourcesIn } from '../../support/shipped.ts';

const steering = { seed: 1, lang: 'en', engine: '0.0.0' } as const;
const { catalogue } = readCatalogue(sourcesIn('catalogue'));

describe.each(shipped())('%s', (name) => {
  const checked = checkScenario(sourcesIn(name), catalogue);
  const plan = compile(checked.scenario!, catalogue);

  test(
    'all that counts can be reached, but branches that a decision always forestalls',
    { timeout: 300_000 },
    () => {
      const results = targetsOf(plan).map((target) => {
        const reached = reach(plan, { ...target, mark: COUNTS[target.kind] }, steering);
        return { ...target, reached };
      });
      const left = results.filter(({ reached }) => reached.type !== 'walked');
      for (const { kind, reached } of left) {
        // A way out of a phase from which a decision always leads away first: said, with what comes instead.
        expect(kind).toBe('branches');
        expect(reached.type).toBe('unproven');
        expect(reached.type === 'unproven' && reached.instead.length).toBeGreaterThan(0);
      }
      expect(left.length).toBeLessThan(results.length / 50);
    },
  );
});

const plan = scenario({
  facts: { leak: {}, secret: {} },
  tasks: { warn: { starts: { fact: 'leak', 'known-by': ['lead'] }, within: '30m' } },
  decisions: {
    cut: {
      opens: { inject: 'call' },
      phase: 'alarm',
      options: { cut: { title: 'Cut', goto: 'contained' }, stay: { title: 'Stay' } },
    },
  },
  phases: {
    alarm: { length: '60m', next: 'spread' },
    contained: { length: '60m' },
    spread: {
      gate: { 'time-after': '120m' },
      next: [{ when: { task: 'warn', is: 'done' }, to: 'calm' }, { to: 'storm' }],
    },
    calm: { length: '20m' },
    storm: { length: '20m' },
  },
  injects: {
    call: {
      at: '0m',
      to: ['duty'],
      facts: ['leak'],
      'if-not': 'nudge',
      expect: [{ id: 'told', role: 'duty', does: 'acknowledge', within: '10m' }],
    },
    nudge: {},
    dark: { when: { phase: 'contained' }, phase: 'contained' },
    late: {
      when: { all: [{ phase: 'storm' }, { not: { task: 'warn', is: 'done' } }] },
      phase: 'storm',
    },
    own: { manual: true },
    leaflet: { at: '1m', to: ['press'], facts: ['secret'] },
    never: { when: { fact: 'secret', 'known-by': ['lead'] } },
  },
});
const way = (kind: Kind, id: string): Reached =>
  reach(plan, { kind, id, mark: COUNTS[kind] }, steering);
const orders = (found: Reached): readonly unknown[] => ('path' in found ? found.path.orders : []);

test('a contingency inject: let the expectation lapse', () => {
  const found = way('contingencies', 'nudge');
  expect(found).toMatchObject({ type: 'walked', path: { control: false } });
  expect(orders(found)).toEqual([{ type: 'lapse', expectation: 'told' }]);
});

test('an inject behind a decision: choose the option in its phase', () => {
  const found = way('injects', 'dark');
  expect(found.type).toBe('walked');
  expect(orders(found)).toContainEqual({
    type: 'decide',
    decision: 'cut',
    option: 'cut',
    phase: 'alarm',
  });
});

test('both ways out of a phase: do the task, and leave it until one is through', () => {
  expect(way('branches', 'spread>calm').type).toBe('walked');
  const storm = way('branches', 'spread>storm');
  expect(storm.type).toBe('walked');
  expect(orders(storm)).toContainEqual({
    type: 'skip',
    task: 'warn',
    until: { type: 'phase', id: 'storm' },
  });
  expect(way('injects', 'late').type).toBe('walked');
});

test('what only a facilitator can do is walked with one, and said', () => {
  expect(way('injects', 'own')).toMatchObject({ type: 'walked', path: { control: true } });
});

test('where nothing leads there is no path, and the missing link is named', () => {
  const found = way('injects', 'never');
  expect(found).toMatchObject({ type: 'none', limit: false });
  expect(found.type === 'none' && found.blocked).toContainEqual({
    type: 'knows',
    fact: 'secret',
    role: 'lead',
  });
});

test('paths come cheapest first, and none twice', () => {
  const goal = goalOf(plan, { kind: 'phases', id: 'storm', mark: 'entered' })!;
  const paths = [...pathsTo(plan, goal)];
  const costs = paths.map(({ cost }) => cost);
  expect(costs).toEqual([...costs].sort((a, b) => a - b));
  const keys = paths.map((path) => JSON.stringify(path.orders));
  expect(new Set(keys).size).toBe(keys.length);
});
