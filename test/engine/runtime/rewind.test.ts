/** Looking back: the very view that was, whatever order one looks in, and the run never knows. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Draft, Entry } from '../../../engine/exercise/entry.ts';
import { apply } from '../../../engine/exercise/evolve.ts';
import { controlView } from '../../../engine/exercise/overview.ts';
import type { Put } from '../../../engine/exercise/rows.ts';
import { initialState, type ExerciseState } from '../../../engine/exercise/state.ts';
import { roleView } from '../../../engine/exercise/view.ts';
import type { Plan } from '../../../engine/plan/plan.ts';
import { createCrowd } from '../../../engine/runtime/crowd.ts';
import { openMemoryJournal } from '../../../engine/runtime/journal/memory.ts';
import { LIMITS } from '../../../engine/runtime/protocol.ts';
import { createRewind, type Rewind } from '../../../engine/runtime/rewind.ts';
import { steps } from '../../support/behaviours.ts';
import { conduct } from '../../support/conduct.ts';
import { PATIENCE, runs } from '../../support/runs.ts';
import { plans } from '../../support/scenarios.ts';
import { openRoom, type Wire } from './room.ts';

const MIN = 60_000;

/** What there was at `at`, worked out the plain way. */
function asItWas(plan: Plan, drafts: readonly Draft[], at: number): ExerciseState {
  const state = initialState(plan);
  for (const draft of drafts) if (draft.at <= at) apply(state, { ...draft, prev: '' } as Entry);
  return state;
}

async function rewound(plan: Plan, drafts: readonly Draft[]): Promise<Rewind> {
  const journal = openMemoryJournal();
  await journal.append(drafts);
  const end = drafts.at(-1)?.at ?? 0;
  const state = asItWas(plan, drafts, end);
  return createRewind({ plan, journal, state, now: () => end + 5 });
}

test(
  'a look at any time shows what was seen then, in whatever order one looks',
  async () => {
    const looks = fc.array(fc.record({ part: fc.double({ min: 0, max: 1.2, noNaN: true }) }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(plans, steps, looks, async (plan, drawn, parts) => {
        const { drafts } = conduct(plan, drawn);
        const rewind = await rewound(plan, drafts);
        const end = drafts.at(-1)?.at ?? 0;
        for (const [i, { part }] of parts.entries()) {
          const at = Math.floor(part * end);
          const was = asItWas(plan, drafts, Math.min(at, end));
          const role = plan.roles[i % plan.roles.length]?.id ?? '';
          const control = await rewind.look({ at });
          const seen = await rewind.look({ role, at });
          expect(control).toMatchObject({ at: Math.min(at, end + 5), seq: was.seq });
          expect(control.put.filter(([collection]) => collection !== 'record')).toEqual(
            controlView(was),
          );
          expect(seen.put).toEqual(roleView(was, role));
          const record = control.put.filter(([collection]) => collection === 'record');
          expect(record.map(([, key]) => Number(key))).toEqual(
            drafts.slice(Math.max(0, was.seq - 199), was.seq + 1).map(({ seq }) => seq),
          );
        }
      }),
      runs(60),
    );
  },
  PATIENCE,
);

test(
  'the record comes page by page, backwards, up to any time, without a gap',
  async () => {
    await fc.assert(
      fc.asyncProperty(plans, steps, fc.nat(), async (plan, drawn, when) => {
        const { drafts } = conduct(plan, drawn);
        const rewind = await rewound(plan, drafts);
        const end = drafts.at(-1)?.at ?? 0;
        const at = end === 0 ? 0 : when % end;
        const keys: number[] = [];
        for (let before = Number.MAX_SAFE_INTEGER; ; before = keys[0] ?? 0) {
          const page = await rewind.entries(before, at);
          if (page.length === 0) break;
          expect(page.length).toBeLessThanOrEqual(LIMITS.entries);
          keys.unshift(...page.map(([, key]) => Number(key)));
        }
        const wanted = drafts.filter((draft) => draft.at <= at).map(({ seq }) => seq);
        expect(keys).toEqual(wanted);
      }),
      runs(60),
    );
  },
  PATIENCE,
);

async function started(): Promise<{ room: Awaited<ReturnType<typeof openRoom>>; control: Wire }> {
  const room = await openRoom({ bots: 'all' });
  const control = await room.control();
  await control.act({ type: 'exercise.start' });
  room.hand.pass(4 * MIN);
  // An act is answered when it is durable, and so is all that came before it.
  await control.act({ type: 'exercise.pace', pace: 11 });
  return { room, control };
}

test('control looks through the eyes of a role, now and then, and the run goes on untouched', async () => {
  const { room, control } = await started();
  const before = JSON.stringify(await room.entries());
  control.say({ type: 'look', id: 'l1', role: 'duty' });
  const now = await control.next('looked');
  expect(now).toMatchObject({ id: 'l1', role: 'duty', seq: room.hub.state.seq });
  expect(now.put).toEqual(JSON.parse(JSON.stringify(roleView(room.hub.state, 'duty'))));
  control.say({ type: 'look', id: 'l2', role: 'duty', at: 0 });
  const then = await control.next('looked');
  expect(then.at).toBe(0);
  expect(then.put.length).toBeLessThan(now.put.length);
  control.say({ type: 'look', id: 'l3', at: 5 * MIN });
  const past = await control.next('looked');
  expect(past).toMatchObject({ id: 'l3', at: 5 * MIN });
  expect(past.role).toBeUndefined();
  expect(past.seq).toBeLessThan(room.hub.state.seq);
  expect(JSON.stringify(await room.entries())).toBe(before);
  expect(room.faults).toEqual([]);
});

test('nobody but exercise control looks', async () => {
  const { room } = await started();
  const { wire } = await room.sit('boss');
  const lobby = room.hello(room.tokens.join);
  await lobby.next('lobby');
  const wall = room.hello(room.wall);
  await wall.next('welcome');
  for (const [i, outsider] of [wire, lobby, wall].entries()) {
    outsider.say({ type: 'look', id: `look-${i}`, role: 'duty' });
    expect(await outsider.next('refused')).toMatchObject({ code: 'not-allowed' });
    outsider.say({ type: 'entries', id: `entries-${i}`, before: 100 });
    expect(await outsider.next('refused')).toMatchObject({ code: 'not-allowed' });
    expect([outsider.all('looked'), outsider.all('entries')]).toEqual([[], []]);
  }
});

test('a role that is none is said to be none, and looks have a limit that time gives back', async () => {
  const { room, control } = await started();
  control.say({ type: 'look', id: 'none', role: 'nobody' });
  expect(await control.next('refused')).toMatchObject({ id: 'none', code: 'unknown-role' });
  for (let i = 0; i <= LIMITS.looks; i += 1) control.say({ type: 'look', id: `l${i}`, at: 0 });
  expect(await control.next('refused')).toMatchObject({
    id: `l${LIMITS.looks}`,
    code: 'too-many-looks',
  });
  for (let i = 0; i < LIMITS.looks; i += 1) await control.next('looked');
  room.hand.pass(60_000 / LIMITS.looksPerMinute);
  control.say({ type: 'look', id: 'again', at: 0 });
  expect(await control.next('looked')).toMatchObject({ id: 'again' });
});

test('who has not read the last view yet is not given one more', async () => {
  const { control, room } = await started();
  control.waiting = LIMITS.backlog / 2;
  control.say({ type: 'look', id: 'more' });
  expect(await control.next('refused')).toMatchObject({ code: 'too-many-looks' });
  control.waiting = 0;
  control.say({ type: 'look', id: 'more' });
  expect(await control.next('looked')).toMatchObject({ id: 'more' });
  expect(room.faults).toEqual([]);
});

test('a view of many megabytes does not get its receiver thrown out', () => {
  let waiting = 0;
  let closed = '';
  const crowd = createCrowd({ now: () => 0, left: () => undefined });
  const member = crowd.admit({
    send: (frame) => void (waiting += frame.length),
    close: (_, reason) => void (closed = reason),
    waiting: () => waiting,
  })!;
  const put: Put[] = [['facts', 'f', { text: 'x'.repeat(2 * LIMITS.backlog) }]];
  crowd.show(member, { type: 'looked', id: 'l', at: 0, seq: 0, put });
  const update = {
    type: 'update',
    seq: 1,
    put: [['facts', 'g', { text: 'y'.repeat(1e6) }]],
  } as const;
  for (let i = 0; i < 4; i += 1) crowd.send(member, update);
  expect(closed).toBe('');
  // Once it has been read, the limit is what it is for everybody.
  waiting = 0;
  crowd.send(member, update);
  for (let i = 0; i < 9; i += 1) crowd.send(member, update);
  expect(closed).toBe('backlog');
});
