/** Power cuts, and hands that send twice. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextDue } from '../../engine/exercise/due.ts';
import { pulse } from '../../engine/exercise/pulse.ts';
import { record } from '../../engine/exercise/record.ts';
import { replay } from '../../engine/exercise/replay.ts';
import { readLines } from '../../engine/runtime/journal/journal.ts';
import { acts, aimed, steps } from '../support/behaviours.ts';
import { conduct, journalText, lead } from '../support/conduct.ts';
import { CONTROL, ENGINE, seated, WALL } from '../support/given.ts';
import { PATIENCE, runs } from '../support/runs.ts';
import { plans } from '../support/scenarios.ts';
import { held, restarted } from '../support/session.ts';
import type { By, Draft, Input } from '../../engine/exercise/entry.ts';

test(
  'a journal cut at any byte goes on from its last whole act, and its record stays sound',
  () => {
    fc.assert(
      fc.property(
        plans,
        steps,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (plan, drawn, share) => {
          const bytes = Buffer.from(journalText(conduct(plan, drawn).drafts));
          // Before the opening is whole there is no exercise to go on with.
          const first = bytes.indexOf(10, bytes.indexOf(10) + 1) + 1;
          const cut = first + Math.floor(share * (bytes.length - first));
          const { entries, broken } = readLines(bytes.subarray(0, cut));
          expect(broken).toBeUndefined();
          const { state, whole, differs } = replay(entries);
          expect(differs).toBeUndefined();
          const kept = entries.slice(0, whole + 1);
          expect(state!.seq).toBe(whole);
          // Only what belongs to the last act can be missing.
          expect(
            entries.slice(whole + 1).filter((entry) => 'input' in entry).length,
          ).toBeLessThanOrEqual(1);

          const drafts: Draft[] = [...kept];
          const give = (recorded: ReturnType<typeof record>): void =>
            void drafts.push(...recorded.drafts);
          if (state!.status === 'planned') {
            give(
              record(state!, { by: ENGINE, input: { type: 'exercise.start' }, at: 0, wall: WALL }),
            );
          }
          for (let item = nextDue(state!); item; item = nextDue(state!)) {
            give(pulse(state!, undefined, WALL));
          }
          give(
            record(state!, {
              by: lead(state!),
              input: { type: 'exercise.close' },
              at: state!.at,
              wall: WALL,
            }),
          );
          const whole2 = readLines(Buffer.from(journalText(drafts)));
          const again = replay(whole2.entries);
          expect(again.differs).toBeUndefined();
          expect(again.whole).toBe(drafts.length - 1);
          expect(again.state!.status).toBe('closed');
        },
      ),
      runs(300),
    );
  },
  PATIENCE,
);

test(
  'an act that is sent twice is carried out once, also when the host was restarted in between',
  async () => {
    await fc.assert(
      fc.asyncProperty(plans, fc.array(acts, { maxLength: 12 }), async (plan, drawn) => {
        const once = await held(plan);
        const twice = await held(plan);
        const sent: { by: By; input: Input; outcome: unknown; id: string }[] = [];
        for (const { session } of [once, twice]) {
          await session.submit(CONTROL, { type: 'exercise.start' }, 'start');
        }
        for (const [turn, act] of drawn.entries()) {
          for (const run of [once, twice]) run.wait(10_000);
          const { by, input } = aimed(once.session.state, act, turn);
          const outcome = await once.session.submit(by, input, `act-${turn}`);
          expect(await twice.session.submit(by, input, `act-${turn}`)).toEqual(outcome);
          expect(await twice.session.submit(by, input, `act-${turn}`)).toEqual(outcome);
          sent.push({ by, input, outcome, id: `act-${turn}` });
        }
        const text = once.journal.text();
        expect(twice.journal.text()).toBe(text);
        const again = restarted(twice);
        for (const { by, input, outcome, id } of sent) {
          expect(await again.session.submit(by, input, id)).toEqual(outcome);
        }
        expect(again.journal.text()).toBe(text);
      }),
      runs(150),
    );
  },
  PATIENCE,
);

test('an act is known by who sent it: two seats may use the same id', async () => {
  const [plan] = fc.sample(plans, { numRuns: 1, seed: 3 });
  const { session, entries } = await held(plan!);
  const note = { type: 'observation.note', text: 'Calm' } as const;
  await session.submit(CONTROL, { type: 'exercise.start' }, 'same');
  await session.submit(seated('r0'), note, 'same');
  await session.submit(seated('r1'), note, 'same');
  const acts = entries().filter((entry) => 'input' in entry && entry.act === 'same');
  expect(acts).toHaveLength(3);
});
