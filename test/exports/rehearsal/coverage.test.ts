/** Coverage, load and silence, counted by hand beside what the collector says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCollector } from '../../../exports/rehearsal/coverage.ts';
import { rehearseMany, type Ask } from '../../../exports/rehearsal/rehearsal.ts';
import { rehearsalHtml } from '../../../exports/rehearsal/report.ts';
import { runOnce, type Ran } from '../../../exports/rehearsal/runs.ts';
import { compareSilence } from '../../../exports/rehearsal/silence.ts';
import { targetsOf } from '../../../exports/rehearsal/target.ts';
import { scenario } from '../../support/scenario.ts';
import { plans } from '../../support/scenarios.ts';

const plan = scenario({
  facts: { leak: {} },
  tasks: { warn: { starts: { inject: 'call' }, needs: ['leak'], within: '60m', critical: true } },
  decisions: { cut: { opens: { inject: 'call' } } },
  phases: { alarm: { length: '90m', next: 'after' }, after: { length: '30m' } },
  interfaces: { tell: { from: 'duty', to: 'lead', carries: ['leak'], within: '60m' } },
  injects: {
    call: {
      at: '0m',
      to: ['duty', 'boss'],
      facts: ['leak'],
      'if-not': 'nudge',
      expect: [{ id: 'ack', role: 'duty', does: 'acknowledge', within: '20m' }],
    },
    nudge: { to: ['boss'] },
    more: { at: '20m', to: ['duty', 'lead'] },
    own: { manual: true },
  },
});
const setting = (seed: number) => ({
  opening: { plan, exercise: 'x', seed, engine: '0.0.0' },
  lang: 'en' as const,
});
const SEEDS = Array.from({ length: 12 }, (_, i) => i + 1);
const runs = SEEDS.map((seed) => runOnce(setting(seed)));

const collected = (rans: readonly Ran[]) => {
  const collector = createCollector(plan);
  for (const { tally } of rans) collector.add(tally);
  return collector;
};

test('each part is counted in as many runs as their end states show', () => {
  const coverage = collected(runs).coverage();
  const runsOf = (kind: string, id: string): number =>
    coverage.items.find((item) => item.kind === kind && item.id === id)!.runs;
  const count = (holds: (ran: Ran) => boolean): number => runs.filter(holds).length;
  expect(runsOf('phases', 'after')).toBe(12);
  expect(runsOf('branches', 'alarm>after')).toBe(12);
  expect(runsOf('branches', 'after>$endex')).toBe(12);
  expect(runsOf('tasks', 'warn')).toBe(
    count(({ state }) => state.tasks.get('warn')!.status === 'done'),
  );
  expect(runsOf('options', 'cut=stay')).toBe(
    count(({ state }) => state.decisions.get('cut')!.made?.option === 'stay'),
  );
  expect(runsOf('contingencies', 'nudge')).toBe(
    count(({ state }) => state.injects.get('nudge')!.status === 'released'),
  );
  expect(runsOf('expectations', 'ack')).toBe(
    count(({ state }) => state.obligations.get('ack')!.status === 'met'),
  );
  expect(runsOf('interfaces', 'tell')).toBe(
    count(({ state }) =>
      [...state.messages.values()].some(
        (m) => m.from === 'duty' && m.facts.includes('leak') && m.opened.has('lead'),
      ),
    ),
  );
  // The manual inject is listed and not counted.
  expect(runsOf('injects', 'own')).toBe(0);
  expect(coverage.kinds.injects).toEqual({ covered: 2, of: 2, share: 1 });
  const counted = targetsOf(plan).filter(({ manual }) => !manual);
  const covered = coverage.items.filter((item) => !item.manual && item.runs > 0);
  expect(coverage.total).toEqual({
    covered: covered.length,
    of: counted.length,
    share: covered.length / counted.length,
  });
});

test('the order of runs changes nothing', () => {
  const once = collected(runs);
  fc.assert(
    fc.property(fc.shuffledSubarray([...runs.keys()], { minLength: runs.length }), (order) => {
      const again = collected(order.map((i) => runs[i]!));
      expect(again.coverage()).toEqual(once.coverage());
      const byRole = (rows: ReturnType<typeof once.load>) =>
        [...rows].sort((a, b) => (a.role < b.role ? -1 : 1));
      expect(byRole(again.load())).toEqual(byRole(once.load()));
    }),
    { numRuns: 20 },
  );
});

test('load: what was received, opened late, and the longest quiet', () => {
  const { duty } = runOnce({ ...setting(3), behave: new Map([['*', 'silent']]) }).tally;
  expect(duty.get('duty')).toMatchObject({ open: 1, unopened: 2, acts: 0 });
  expect(duty.get('duty')!.received.slice(0, 3)).toEqual([1, 1, 0]);
  // From the inject at 20 minutes to ENDEX at two hours.
  expect(duty.get('duty')!.idle).toEqual({ from: 20 * 60_000, length: 100 * 60_000 });
  expect(duty.has('press')).toBe(false);
});

test('a silent role: tasks undone, defaults, starved colleagues, and who it hurts most', () => {
  const rows = compareSilence(setting(1));
  const of = (role: string) => rows.find((row) => row.role === role)!;
  expect(of('duty')).toMatchObject({
    tasksUndone: ['warn'],
    contingencies: ['nudge'],
    interfacesUnused: ['tell'],
    starved: [{ role: 'lead', facts: ['leak'] }],
    singlePoint: true,
  });
  expect(of('boss')).toMatchObject({ tasksUndone: [], byDefault: ['cut'], singlePoint: true });
  expect(of('lead')).toMatchObject({ tasksUndone: [], byDefault: [], singlePoint: false });
  expect(rows.map(({ weight }) => weight)).toEqual(
    [...rows.map(({ weight }) => weight)].sort((a, b) => b - a),
  );
});

const ask: Ask = { plan, lang: 'da', engine: '0.0.0', seed: 1, runs: 6, silence: true };

test('the same question gives the same bytes, as data and as a page', () => {
  const [one, two] = [rehearseMany(ask), rehearseMany(ask)];
  expect(JSON.stringify(two)).toBe(JSON.stringify(one));
  expect(rehearsalHtml(two, plan, 'da')).toBe(rehearsalHtml(one, plan, 'da'));
  const page = rehearsalHtml(one, plan, 'en');
  expect(page).toContain(one.digest);
  expect(page).not.toMatch(/<script|https?:/);
});

test('any scenario can be rehearsed, covered and reported on, whatever it is called', () => {
  fc.assert(
    fc.property(plans, (any) => {
      const rehearsal = rehearseMany({ ...ask, plan: any, runs: 2, silence: false });
      const { total, items } = rehearsal.coverage;
      expect(total.covered).toBeLessThanOrEqual(total.of);
      expect(new Set(items.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(items.length);
      expect(rehearsalHtml(rehearsal, any, 'da')).not.toMatch(/undefined|NaN|\[object/);
    }),
    { numRuns: 15 },
  );
}, 120_000);
