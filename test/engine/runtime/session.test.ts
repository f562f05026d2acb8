/** The session on a hand clock: when things happen, in which order, and what is recorded of them. */
import { expect, test } from 'vitest';
import type { Bots } from '../../../engine/exercise/bot.ts';
import { createBots } from '../../../engine/exercise/bot.ts';
import type { By, Entry } from '../../../engine/exercise/entry.ts';
import { openingInput } from '../../../engine/exercise/rehearse.ts';
import { replay } from '../../../engine/exercise/replay.ts';
import { initialState } from '../../../engine/exercise/state.ts';
import { createAlarm } from '../../../engine/runtime/clock.ts';
import { openMemoryJournal } from '../../../engine/runtime/journal/memory.ts';
import { Session } from '../../../engine/runtime/session.ts';
import { openHand } from './hand.ts';
import { openRoom, planOf, settled, type Room } from './room.ts';

const ENGINE = { type: 'engine' } as const;
const CONTROL: By = { type: 'facilitator', name: 'F1' };
const DUTY: By = { type: 'role', role: 'duty', seat: 'seat-1' };
const MINUTE = 60_000;
/** The small scenario's pace: one wall second is twelve exercise seconds. */
const PACE = 12;

async function started(options: { bots?: 'all' } = {}): Promise<Room> {
  const room = await openRoom(options);
  await room.session.submit(CONTROL, { type: 'exercise.start' });
  return room;
}

/** When an event happened, exercise ms. */
async function timesOf(room: Room, type: string): Promise<readonly number[]> {
  await settled();
  return (await room.entries()).flatMap((entry) =>
    'event' in entry && entry.event.type === type ? [entry.at] : [],
  );
}

function verdict(entries: readonly Entry[]): unknown {
  const { differs, whole } = replay(entries);
  return { differs, whole };
}

test('what falls due happens at its own exercise time, however late the timer is', async () => {
  const room = await started();
  // Nobody acknowledges within 10 minutes; the timer goes off far too late.
  room.hand.pass((10 * MINUTE) / PACE - 1);
  expect(await timesOf(room, 'obligation.overdue')).toEqual([]);
  room.hand.pass(1);
  expect(await timesOf(room, 'obligation.overdue')).toEqual([10 * MINUTE]);
  room.hand.pass(MINUTE * 60);
  expect((await timesOf(room, 'obligation.overdue')).slice(0, 2)).toEqual([
    10 * MINUTE,
    30 * MINUTE,
  ]);
  expect(verdict(await room.entries())).toMatchObject({ differs: undefined });
});

test('an act comes after all that was due before it, at the time it was given', async () => {
  const room = await started();
  const sixteen = (16 * MINUTE) / PACE;
  // No timer fires: what is due is caught up with by the act itself.
  const before = room.hand.timers();
  expect(before).toBe(1);
  room.session.stop();
  room.hand.pass(sixteen);
  await room.session.submit(DUTY, { type: 'item.open', item: 'call' });
  const types = (await room.entries()).map((entry) => [
    entry.at,
    'event' in entry ? entry.event.type : entry.input.type,
  ]);
  expect(types).toContainEqual([10 * MINUTE, 'obligation.overdue']);
  expect(types).toContainEqual([16 * MINUTE, 'item.opened']);
});

test('while paused nothing happens, and afterwards nothing has been lost', async () => {
  const room = await started();
  room.hand.pass((5 * MINUTE) / PACE);
  await room.session.submit(CONTROL, { type: 'exercise.pause' });
  room.hand.pass(100 * MINUTE);
  expect(room.session.reading()).toMatchObject({ at: 5 * MINUTE, running: false });
  expect(room.hand.timers()).toBe(0);
  await room.session.submit(CONTROL, { type: 'exercise.resume' });
  room.hand.pass((5 * MINUTE) / PACE);
  expect(await timesOf(room, 'obligation.overdue')).toEqual([10 * MINUTE]);
});

test('the clock follows pace and jumps, and what a jump passes happens at its own time', async () => {
  const room = await started();
  await room.session.submit(CONTROL, { type: 'exercise.pace', pace: 60 });
  room.hand.pass(1_000);
  expect(room.session.reading().at).toBe(MINUTE);
  await room.session.submit(CONTROL, { type: 'exercise.jump', to: 25 * MINUTE });
  expect(room.session.reading().at).toBe(25 * MINUTE);
  expect(await timesOf(room, 'obligation.overdue')).toEqual([10 * MINUTE]);
  expect(await room.session.submit(CONTROL, { type: 'exercise.jump', to: MINUTE })).toMatchObject({
    type: 'refused',
    code: 'bad-jump',
  });
});

test('a jump past the end of the storyline ends the exercise where it ends', async () => {
  const room = await started();
  await room.session.submit(CONTROL, { type: 'exercise.jump', to: room.plan.length });
  expect(room.session.state.status).toBe('ended');
  expect(room.session.reading().running).toBe(false);
  expect(verdict(await room.entries())).toMatchObject({ differs: undefined });
});

test('the same act by the same sender is carried out once, also after an interruption', async () => {
  const room = await started();
  const say = { type: 'message.send', to: ['boss'], body: 'Én gang' } as const;
  const first = await room.session.submit(DUTY, say, 'act');
  expect(await room.session.submit(DUTY, say, 'act')).toEqual(first);
  const refused = await room.session.submit(DUTY, { type: 'item.open', item: 'nothing' }, 'no');
  const entries = await room.entries();
  const again = new Session({
    state: replay(entries).state!,
    journal: openMemoryJournal(),
    wall: { monotonic: room.hand.now, epoch: room.hand.epoch },
    alarm: createAlarm(
      (call, ms) => room.hand.after(ms, call),
      (cancel) => cancel(),
    ),
    past: entries,
    onFault: () => undefined,
  });
  const seq = again.state.seq;
  expect(await again.submit(DUTY, say, 'act')).toEqual(first);
  expect(await again.submit(DUTY, say, 'no')).toEqual(refused);
  expect(again.state.seq).toBe(seq);
  // Another sender's act of the same name is another act.
  const other: By = { type: 'role', role: 'boss', seat: 'seat-2' };
  const sent = again.submit(other, { ...say, to: ['duty'] }, 'act').catch(() => 'not durable');
  expect(again.state.seq).toBeGreaterThan(seq);
  await sent;
});

test('many at once are each carried out whole, in the order they came', async () => {
  const room = await started();
  const sent = Array.from({ length: 200 }, (_, i) =>
    room.session.submit(DUTY, { type: 'message.send', to: ['boss'], body: `nr. ${i}` }, `a${i}`),
  );
  const outcomes = await Promise.all(sent);
  const seqs = outcomes.map((outcome) => outcome.seq);
  expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
  const entries = await room.entries();
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i));
  expect(verdict(entries)).toEqual({ differs: undefined, whole: entries.length - 1 });
});

test('nobody is answered before the entry is durable', async () => {
  const plan = planOf();
  const hand = openHand();
  const memory = openMemoryJournal();
  let durable: (() => void) | undefined;
  const session = new Session({
    state: initialState(plan),
    journal: {
      ...memory,
      append: async (batch) => {
        await new Promise<void>((resolve) => (durable = resolve));
        return memory.append(batch);
      },
    },
    wall: { monotonic: hand.now, epoch: hand.epoch },
    alarm: createAlarm(
      (call, ms) => hand.after(ms, call),
      (cancel) => cancel(),
    ),
    onFault: () => undefined,
  });
  let answered = false;
  const opening = { plan, exercise: 'x', seed: 1, engine: '0' };
  const done = session.submit(ENGINE, openingInput(opening)).then(() => (answered = true));
  await settled();
  expect(answered).toBe(false);
  durable?.();
  await done;
  expect(memory.text()).toContain('exercise.open');
});

test('when the journal takes nothing more, everybody is told and time stands still', async () => {
  const plan = planOf();
  const hand = openHand();
  const memory = openMemoryJournal();
  const faults: unknown[] = [];
  let full = false;
  const session = new Session({
    state: initialState(plan),
    journal: {
      ...memory,
      append: (batch) => (full ? Promise.reject(new Error('disk full')) : memory.append(batch)),
    },
    wall: { monotonic: hand.now, epoch: hand.epoch },
    alarm: createAlarm(
      (call, ms) => hand.after(ms, call),
      (cancel) => cancel(),
    ),
    onFault: (fault) => faults.push(fault),
  });
  await session.submit(ENGINE, openingInput({ plan, exercise: 'x', seed: 1, engine: '0' }));
  await session.submit(CONTROL, { type: 'exercise.start' });
  full = true;
  const two = [
    session.submit(DUTY, { type: 'item.open', item: 'call' }),
    session.submit(DUTY, { type: 'item.acknowledge', item: 'call' }),
  ];
  const results = await Promise.allSettled(two);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(faults).toHaveLength(1);
  expect(hand.timers()).toBe(0);
  await expect(session.submit(DUTY, { type: 'item.open', item: 'call' })).rejects.toThrow();
  expect(hand.timers()).toBe(0);
});

/** Bots that stumble over the first inject. */
function stumbling(): Bots {
  return {
    ...createBots(1, 'da'),
    notice: (_, event) => {
      if (event.type === 'inject.released') throw new Error('stumbled');
    },
  };
}

test('a mistake of the engine stops the exercise before its record and its state part', async () => {
  const room = await openRoom({ puppets: stumbling() });
  await expect(room.session.submit(CONTROL, { type: 'exercise.start' })).rejects.toThrow(
    'stumbled',
  );
  expect(room.faults).toHaveLength(1);
  await expect(room.session.submit(CONTROL, { type: 'exercise.pause' })).rejects.toThrow();
  expect(room.faults).toHaveLength(1);
  expect(room.hand.timers()).toBe(0);
  expect(verdict(await room.entries())).toMatchObject({ differs: undefined });
});

test('a mistake while time goes by is told, not thrown at the timer', async () => {
  const bots = createBots(1, 'da');
  const notice: Bots['notice'] = (state, event) => {
    if (event.type === 'obligation.overdue') throw new Error('stumbled');
    bots.notice(state, event);
  };
  const room = await openRoom({ puppets: { ...bots, notice } });
  await room.session.submit(CONTROL, { type: 'exercise.start' });
  room.hand.pass(MINUTE * 60);
  expect(room.faults).toHaveLength(1);
  expect(room.hand.timers()).toBe(0);
  await settled();
  expect(verdict(await room.entries())).toMatchObject({ differs: undefined });
});

test('a stopped session sets no timer again', async () => {
  const room = await started();
  room.session.stop();
  expect(room.hand.timers()).toBe(0);
  await room.session.submit(DUTY, { type: 'item.open', item: 'call' });
  expect(room.hand.timers()).toBe(0);
});

test('bots play an exercise to its end, and the record replays', async () => {
  const room = await started({ bots: 'all' });
  for (let i = 0; i < 400 && room.session.state.status === 'running'; i += 1) {
    room.hand.pass(MINUTE / 6);
  }
  expect(room.session.state.status).toBe('ended');
  await settled();
  const entries = await room.entries();
  expect(entries.some(({ by }) => by.type === 'role')).toBe(true);
  expect(verdict(entries)).toEqual({ differs: undefined, whole: entries.length - 1 });
});
