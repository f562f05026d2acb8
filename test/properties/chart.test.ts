/** Whatever the scenario's shape, its chart stays small: cost follows the nodes that are active. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMachine, transition } from 'xstate';
import { storylineConfig } from '../../engine/plan/exercise.machine.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import { PATIENCE, runs } from '../support/runs.ts';
import { plans } from '../support/scenarios.ts';

/** What no chart may have, and what those with five threads or fewer have. */
const HARD_LIMIT = 64;
const NORMAL = 16;

/** The states that are active at once, the chart itself among them. */
function active(value: unknown): number {
  if (typeof value === 'string') return 1;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, inner) => sum + 1 + active(inner), 0);
}

/** The most of them on a walk through the chart by every event it knows, in the order drawn. */
function mostActive(plan: Plan, steps: readonly number[]): number {
  const always = { goes: () => true, decided: () => true };
  const machine = createMachine(storylineConfig(plan), { guards: always });
  const events = [
    'exercise.paused',
    'exercise.resumed',
    'gate.opened',
    'phase.over',
    'decision.recorded',
  ];
  let snapshot = machine.resolveState({ value: 'planned', context: {} });
  let most = 1 + active(snapshot.value);
  const step = (event: { readonly type: string }): void => {
    [snapshot] = transition(machine, snapshot, event as never);
    most = Math.max(most, 1 + active(snapshot.value));
  };
  step({ type: 'exercise.started' });
  for (const n of steps) {
    const phase = plan.phases[n % plan.phases.length]!;
    step({
      type: n % 6 === 5 ? 'phase.chosen' : events[n % 6]!,
      from: phase.id,
      to: phase.id,
    } as never);
  }
  return most;
}

test(
  'the chart of any scenario has few states active at once',
  () => {
    let threaded = 0;
    fc.assert(
      fc.property(plans, fc.array(fc.nat({ max: 99 }), { maxLength: 20 }), (plan, steps) => {
        const threads = plan.threads?.length ?? 0;
        if (threads > 2) threaded += 1;
        const most = mostActive(plan, steps);
        // The chart, conduct, and two a region: pacing, storyline, and each thread.
        expect(most).toBe(2 + 2 * (2 + threads));
        expect(most).toBeLessThanOrEqual(HARD_LIMIT);
        if (threads <= 5) expect(most).toBeLessThanOrEqual(NORMAL);
      }),
      runs(150),
    );
    // A property of charts without threads would show little.
    expect(threaded).toBeGreaterThan(5);
  },
  PATIENCE,
);
