/** The journal is the exercise: whoever reads it stands where those stood who were there. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply } from '../../engine/exercise/evolve.ts';
import { replay } from '../../engine/exercise/replay.ts';
import { initialState } from '../../engine/exercise/state.ts';
import { steps } from '../support/behaviours.ts';
import { conduct, entriesOf } from '../support/conduct.ts';
import { dump } from '../support/dump.ts';
import { PATIENCE, runs } from '../support/runs.ts';
import { plans } from '../support/scenarios.ts';

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
      runs(100),
    );
  },
  PATIENCE,
);
