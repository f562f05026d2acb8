/** Exercise time: how the wall clock is cut up changes nothing that happens in the exercise. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ControlInput } from '../../engine/exercise/entry.ts';
import { CONTROL } from '../support/given.ts';
import { PATIENCE, runs } from '../support/runs.ts';
import { plans } from '../support/scenarios.ts';
import { happenings, held, type Held } from '../support/session.ts';

const SEED = 7;

/** Runs to ENDEX as fast as the timer goes. */
async function untouched(...exercise: Parameters<typeof held>): Promise<Held> {
  const run = await held(...exercise);
  await run.session.submit(CONTROL, { type: 'exercise.start' });
  toTheEnd(run);
  return run;
}

function toTheEnd(run: Held): void {
  for (let left = run.left(); left !== undefined; left = run.left()) {
    run.wait(left);
    run.ring();
  }
}

/** Wall ms that pass, and then what control does to the clock, or an early ring of the timer. */
const meddling = fc.array(
  fc.record({
    wait: fc.oneof(fc.nat({ max: 60_000 }), fc.nat({ max: 900_000 })),
    act: fc.oneof(
      fc.constant('ring' as const),
      fc.constant('pause' as const),
      fc.constant('resume' as const),
      fc.integer({ min: 1, max: 600 }),
    ),
  }),
  { maxLength: 30, size: 'max' },
);

test(
  'pausing, resuming and changing the pace at any points changes no event and no time',
  async () => {
    await fc.assert(
      fc.asyncProperty(plans, meddling, async (plan, drawn) => {
        const expected = await untouched(plan, SEED);
        const run = await held(plan, SEED);
        await run.session.submit(CONTROL, { type: 'exercise.start' });
        for (const { wait, act } of drawn) {
          run.wait(wait);
          if (act === 'ring') run.ring();
          else {
            const input: ControlInput =
              typeof act === 'number'
                ? { type: 'exercise.pace', pace: act / 10 }
                : { type: `exercise.${act}` };
            await run.session.submit(CONTROL, input);
          }
        }
        await run.session.submit(CONTROL, { type: 'exercise.resume' });
        toTheEnd(run);
        expect(happenings(run.entries())).toEqual(happenings(expected.entries()));
      }),
      runs(120),
    );
  },
  PATIENCE,
);

test(
  'splitting an advance into pieces changes nothing at all',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        plans,
        fc.array(fc.nat({ max: 400_000 }), { maxLength: 60, size: 'max' }),
        async (plan, pieces) => {
          const whole = await held(plan, SEED);
          const cut = await held(plan, SEED);
          for (const run of [whole, cut])
            await run.session.submit(CONTROL, { type: 'exercise.start' });
          for (const piece of pieces) {
            cut.wait(piece);
            cut.ring();
          }
          const total = pieces.reduce((sum, piece) => sum + piece, 0);
          whole.wait(total);
          whole.ring();
          const bare = (run: Held): unknown =>
            run.entries().map((entry) => ({ ...entry, wall: '', prev: '' }));
          expect(bare(cut)).toEqual(bare(whole));
          // After ENDEX nobody reads the clock: it stands where it was when ENDEX was noticed.
          if (whole.session.state.status !== 'running') return;
          expect(cut.session.reading().at).toBe(whole.session.reading().at);
        },
      ),
      runs(120),
    );
  },
  PATIENCE,
);
