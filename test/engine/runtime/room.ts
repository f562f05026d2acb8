/**
 * A host without a network: session, roster and hub, with fake sockets and a clock held in the hand.
 * Knows: how they are put together. Does not know: what a test wants of them.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createBots, type Bots } from '../../../engine/exercise/bot.ts';
import type { ControlInput, Entry, RoleInput } from '../../../engine/exercise/entry.ts';
import { openingInput, seatBots } from '../../../engine/exercise/rehearse.ts';
import { initialState } from '../../../engine/exercise/state.ts';
import { compile } from '../../../engine/plan/compile.ts';
import type { Plan } from '../../../engine/plan/plan.ts';
import type { Checks } from '../../../engine/runtime/check.ts';
import { createAlarm } from '../../../engine/runtime/clock.ts';
import { Hub, type Connection } from '../../../engine/runtime/hub.ts';
import { openMemoryJournal, type MemoryJournal } from '../../../engine/runtime/journal/memory.ts';
import {
  PROTOCOL,
  type ClientMessage,
  type ServerMessage,
} from '../../../engine/runtime/protocol.ts';
import { openRoster, type Roster } from '../../../engine/runtime/roster.ts';
import { Session } from '../../../engine/runtime/session.ts';
import { check, catalogue, SCENARIO } from '../scenario/fixture.ts';
import { openHand, type Hand } from './hand.ts';

export type Of<T extends ServerMessage['type']> = Extract<ServerMessage, { type: T }>;

/** One end of a connection, as a client would hold it. */
export type Wire = {
  readonly heard: readonly ServerMessage[];
  /** The frames as they came. */
  readonly frames: readonly (string | Buffer)[];
  readonly closed: () => { readonly code: number; readonly reason: string } | undefined;
  readonly say: (message: ClientMessage) => void;
  readonly sayText: (frame: string) => void;
  /** Everything of one kind so far. */
  readonly all: <T extends ServerMessage['type']>(type: T) => readonly Of<T>[];
  /** The next of its kind that has not been asked for yet. */
  readonly next: <T extends ServerMessage['type']>(type: T) => Promise<Of<T>>;
  /** Resolves when the host has closed the connection. */
  readonly ended: () => Promise<{ readonly code: number; readonly reason: string }>;
  /** Says an act and waits for what became of it. */
  readonly act: (
    input: ControlInput | RoleInput,
    id?: string,
  ) => Promise<Of<'done'> | Of<'refused'>>;
  /** Bytes that the network has not taken. */
  waiting: number;
  /** The network breaks. */
  readonly cut: () => void;
};

export type Room = {
  readonly plan: Plan;
  readonly hand: Hand;
  readonly hub: Hub;
  readonly session: Session;
  readonly roster: Roster;
  readonly journal: MemoryJournal;
  readonly tokens: { readonly control: string; readonly join: string };
  readonly wall: string;
  readonly faults: readonly unknown[];
  readonly connect: () => Wire;
  /** Connects and says hello. */
  readonly hello: (token: string, since?: number) => Wire;
  /** Connects, takes a chair and waits for the welcome. */
  readonly sit: (role: string) => Promise<Seated>;
  /** Connects as control and waits for the welcome. */
  readonly control: () => Promise<Wire>;
  readonly entries: () => Promise<readonly Entry[]>;
};
export type Seated = {
  readonly wire: Wire;
  readonly seat: string;
  readonly token: string;
  readonly welcome: Of<'welcome'>;
};

export type RoomOptions = {
  readonly bots?: 'none' | 'empty' | 'all';
  /** In place of the engine's own bots. */
  readonly puppets?: Bots;
  readonly scenario?: string;
  /** In place of the scenario's. */
  readonly plan?: Plan;
  readonly check?: Checks;
};

export function planOf(text = SCENARIO): Plan {
  const { scenario, problems } = check(text);
  if (!scenario) throw new Error(JSON.stringify(problems.map(({ code }) => code)));
  return compile(scenario, catalogue);
}

/** Opens a room with an exercise that has not begun. */
export async function openRoom(options: RoomOptions = {}): Promise<Room> {
  const { bots: policy = 'none', scenario } = options;
  const plan = options.plan ?? planOf(scenario);
  const hand = openHand();
  const journal = openMemoryJournal();
  const folder = await mkdtemp(join(tmpdir(), 'beredt-room-'));
  const roster = await openRoster(folder);
  onTestFinished(async () => {
    // Changes come one after the other: behind this one nothing is being written any more.
    await roster.removeSeat('nobody');
    await rm(folder, { recursive: true, force: true });
  });
  const faults: unknown[] = [];
  const bots = options.puppets ?? (policy === 'none' ? undefined : createBots(1, 'da'));
  const session = new Session({
    state: initialState(plan),
    journal,
    wall: { monotonic: hand.now, epoch: hand.epoch },
    alarm: createAlarm(
      (call, ms) => hand.after(ms, call),
      (cancel) => cancel(),
    ),
    ...(bots ? { bots } : {}),
    onFault: (fault) => faults.push(fault),
  });
  const hub = new Hub({
    plan,
    journal,
    session,
    roster,
    now: hand.now,
    after: hand.after,
    bots: policy,
    ...(options.check ? { check: options.check } : {}),
  });
  const engine = { type: 'engine' } as const;
  const opening = { plan, exercise: 'room', seed: 1, engine: '0' };
  await session.submit(engine, openingInput(opening));
  if (policy !== 'none') {
    for (const seat of seatBots(session.state)) await session.submit(engine, seat);
  }
  const [control = ''] = await roster.addTokens('control', 1);
  const [joinToken = ''] = await roster.addTokens('join', 1);
  const tokens = { control, join: joinToken };
  const wall = await roster.addWall();

  const connect = (): Wire => plug(hub);
  const hello = (token: string, since?: number): Wire => {
    const wire = connect();
    wire.say({
      type: 'hello',
      protocol: PROTOCOL,
      token,
      ...(since === undefined ? {} : { since }),
    });
    return wire;
  };
  return {
    plan,
    hand,
    hub,
    session,
    roster,
    journal,
    tokens,
    wall,
    faults,
    connect,
    hello,
    sit: async (role) => {
      const wire = hello(tokens.join);
      await wire.next('lobby');
      wire.say({ type: 'take', id: `take-${(takes += 1)}`, role });
      const { seat, token } = await wire.next('seated');
      return { wire, seat, token, welcome: await wire.next('welcome') };
    },
    control: async () => {
      const wire = hello(tokens.control);
      await wire.next('welcome');
      return wire;
    },
    entries: async () => {
      const entries: Entry[] = [];
      for await (const entry of journal.read()) entries.push(entry);
      return entries;
    },
  };
}

let takes = 0;

/** Links a fake socket to the hub. */
function plug(hub: Hub): Wire {
  const heard: ServerMessage[] = [];
  const frames: (string | Buffer)[] = [];
  const taken = new Set<ServerMessage>();
  const listeners = new Set<() => void>();
  let closed: { code: number; reason: string } | undefined;
  let acts = 0;
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const until = <T>(look: () => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      const listener = (): void => {
        const found = look();
        if (found === undefined) return;
        listeners.delete(listener);
        resolve(found);
      };
      listeners.add(listener);
      listener();
    });
  const connection: Connection = hub.connect({
    send: (frame) => {
      frames.push(frame);
      heard.push(JSON.parse(frame.toString()) as ServerMessage);
      tell();
    },
    close: (code, reason) => {
      closed ??= { code, reason };
      queueMicrotask(() => connection.closed());
      tell();
    },
    waiting: () => wire.waiting,
  });
  const wire: Wire = {
    heard,
    frames,
    closed: () => closed,
    say: (message) => connection.receive(JSON.stringify(message)),
    sayText: (frame) => connection.receive(frame),
    all: <T extends ServerMessage['type']>(type: T) =>
      heard.filter((message): message is Of<T> => message.type === type),
    next: <T extends ServerMessage['type']>(type: T) =>
      until(() => {
        const found = heard.find((one): one is Of<T> => one.type === type && !taken.has(one));
        if (found) taken.add(found);
        return found;
      }),
    ended: () => until(() => closed),
    act: (input, id = `act-${(acts += 1)}`) => {
      connection.receive(JSON.stringify({ type: 'act', id, input }));
      return until(() =>
        heard.find(
          (message): message is Of<'done'> | Of<'refused'> =>
            (message.type === 'done' || message.type === 'refused') && message.id === id,
        ),
      );
    },
    waiting: 0,
    cut: () => connection.closed(),
  };
  return wire;
}

/** The view that a receiver has built of what it heard: `collection/key` to row. */
export function viewOf(heard: readonly ServerMessage[]): ReadonlyMap<string, object> {
  const rows = new Map<string, object>();
  for (const message of heard) {
    if (message.type === 'welcome' && !message.resumed) rows.clear();
    if (message.type !== 'welcome' && message.type !== 'update') continue;
    for (const [collection, key, row] of message.put) {
      if (row === null) rows.delete(`${collection}/${key}`);
      else rows.set(`${collection}/${key}`, row);
    }
  }
  return rows;
}

/** Lets everything that is under way come to rest. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
