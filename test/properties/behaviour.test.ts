/** Whatever the scenario and whoever behaves how: time goes on to the end, and it can be repeated. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BEHAVIOURS } from '../../engine/exercise/bots/behaviour.ts';
import { SERVICE } from '../../engine/exercise/bots/queue.ts';
import { replay } from '../../engine/exercise/replay.ts';
import { actsOf, eventsOf, rehearsed } from '../support/rehearsal.ts';
import { plans } from '../support/scenarios.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const mixed = fc.tuple(
  plans,
  seeds,
  fc.array(fc.constantFrom(...BEHAVIOURS), { minLength: 1, maxLength: 8 }),
);

test('any mixture of behaviours ends, repeats itself, replays, and keeps its promises', () => {
  fc.assert(
    fc.property(mixed, ([plan, seed, drawn]) => {
      const behave = new Map(
        plan.roles.map(({ id }, i) => [id, drawn[i % drawn.length] ?? 'human'] as const),
      );
      const { state, drafts } = rehearsed(plan, seed, behave);
      expect(state.status).toBe('closed');
      expect(rehearsed(plan, seed, behave).drafts).toEqual(drafts);
      const again = replay(drafts.map((draft) => ({ ...draft, prev: '' })));
      expect(again.whole).toBe(drafts.length - 1);

      const acts = actsOf(drafts);
      const refused = eventsOf(drafts).filter(({ type }) => type === 'input.refused');
      expect(refused.length).toBeLessThanOrEqual(5 + acts.length / 10);
      const last = new Map<string, number>();
      for (const { by, at, input } of acts) {
        const role = by.type === 'role' ? by.role : '';
        expect(behave.get(role)).not.toBe('silent');
        if (behave.get(role) !== 'overloaded') continue;
        const service = SERVICE[input.type as keyof typeof SERVICE];
        expect(at - service).toBeGreaterThanOrEqual(last.get(role) ?? 0);
        last.set(role, at);
      }
    }),
    { numRuns: 60 },
  );
});
