/** The journal is the exercise: whoever reads it stands where those stood who were there. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply } from '../../engine/exercise/evolve.ts';
import { replay } from '../../engine/exercise/replay.ts';
import { initialState } from '../../engine/exercise/state.ts';
import { aimed, steps } from '../support/behaviours.ts';
import { conduct, entriesOf } from '../support/conduct.ts';
import { dump } from '../support/dump.ts';
import { CONTROL } from '../support/given.ts';
import { PATIENCE, runs } from '../support/runs.ts';
import { plans } from '../support/scenarios.ts';
import { held } from '../support/session.ts';

test(
  'replaying the journal gives the state, and finds no difference',
  () => {
    fc.assert(
      fc.property(plans, steps, (plan, drawn) => {
        const { state, drafts } = conduct(plan, drawn);
        const again = replay(entriesOf(drafts));
        expect(again.differs).toBeUndefined();
        expect(again).toMatchObject({ entries: drafts.length, whole: drafts.length - 1 });
        expect(dump(again.state!)).toEqual(dump(state));
      }),
      runs(300),
    );
  },
  PATIENCE,
);

test(
  'applying the entries alone, without the rules, gives the state',
  () => {
    fc.assert(
      fc.property(plans, steps, (plan, drawn) => {
        const projection = initialState(plan);
        conduct(plan, drawn, (state, drafts) => {
          for (const entry of entriesOf(drafts.map((draft, seq) => ({ ...draft, seq })))) {
            apply(projection, { ...entry, seq: drafts[entry.seq]!.seq });
          }
          expect(dump(projection)).toEqual(dump(state));
        });
      }),
      runs(200),
    );
  },
  PATIENCE,
);

test(
  'what a session with bots and people in it has written replays, however time was handled',
  async () => {
    await fc.assert(
      fc.asyncProperty(plans, steps, async (plan, drawn) => {
        const run = await held(plan, 7);
        await run.session.submit(CONTROL, { type: 'exercise.start' });
        for (const [turn, step] of drawn.entries()) {
          if ('wait' in step) {
            run.wait(step.wait / plan.pace);
            if (turn % 3 > 0) run.ring();
          } else {
            const { by, input } = aimed(run.session.state, step, turn);
            await run.session.submit(by, input);
          }
        }
        const entries = run.entries();
        const again = replay(entries);
        expect(again.differs).toBeUndefined();
        expect(again.whole).toBe(entries.length - 1);
        expect(dump(again.state!)).toEqual(dump(run.session.state));
      }),
      runs(150),
    );
  },
  PATIENCE,
);
