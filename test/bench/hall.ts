/**
 * A whole host with a thousand people in twenty roles: session, journal, hub and server as they are
 * run, but for the disk. Knows: how to fill the chairs. Does not know: who listens.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openingInput } from '../../engine/exercise/rehearse.ts';
import { initialState } from '../../engine/exercise/state.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import { createAlarm } from '../../engine/runtime/clock.ts';
import { Hub } from '../../engine/runtime/hub.ts';
import { openMemoryJournal } from '../../engine/runtime/journal/memory.ts';
import { PROTOCOL, SOCKET_PATH } from '../../engine/runtime/protocol.ts';
import { openRoster, type Roster } from '../../engine/runtime/roster.ts';
import { serve } from '../../engine/runtime/server.ts';
import { Session } from '../../engine/runtime/session.ts';
import { crowdPlan } from './crowd.ts';
import type { Speaker } from './speaker.ts';

const ROLES = 20;
const ENGINE = { type: 'engine' } as const;

const roleIds = Array.from({ length: ROLES }, (_, i) => `role-${i + 1}`);

export type Hall = Speaker & {
  /** How long the update of a round is, bytes. */
  readonly bytes: number;
};

/** `page`: the folder of a page to serve; none by default. */
export async function openHall(people: number, page?: string): Promise<Hall> {
  const folder = await mkdtemp(join(tmpdir(), 'beredt-bench-'));
  const roster = await openRoster(folder);
  const greetings = await seatAll(roster, people);
  const { hub, session } = await startExercise(
    crowdPlan(roleIds, Math.ceil(people / ROLES)),
    roster,
  );
  const server = await serve({
    hub,
    attachments: { fetch: () => Promise.resolve({ type: 'nothing' }) },
    page: page ?? folder,
    host: '127.0.0.1',
    port: 0,
  });
  const send = (round: number): void => {
    const by = { type: 'facilitator', name: 'F1' } as const;
    // Long enough to make the update as long as the floor's message.
    const body = 'x'.repeat(201);
    const input = { type: 'inject.write', to: roleIds, from: 'EXCON', channel: 'email' } as const;
    void session.submit(by, { ...input, title: `Round ${round}.`, body });
  };
  const bytes = await updateLength(hub, greetings[0]?.[0] ?? '', send);
  return {
    port: server.port,
    path: SOCKET_PATH,
    greetings,
    ready: '"type":"welcome"',
    words: (round) => `Round ${round}.`,
    send,
    bytes,
    close: async () => {
      session.stop();
      hub.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A chair for everybody; returns what each will say to get into it. */
async function seatAll(roster: Roster, people: number): Promise<string[][]> {
  const all = await Promise.all(
    Array.from({ length: people }, (_, i) =>
      roster.addSeat({ role: roleIds[i % ROLES]!, take: `take-${i}` }),
    ),
  );
  return all.map(({ token }) => [JSON.stringify({ type: 'hello', protocol: PROTOCOL, token })]);
}

async function startExercise(plan: Plan, roster: Roster): Promise<{ hub: Hub; session: Session }> {
  const journal = openMemoryJournal();
  const session = new Session({
    state: initialState(plan),
    journal,
    wall: { monotonic: () => performance.now(), epoch: () => Date.now() },
    alarm: createAlarm(setTimeout, clearTimeout),
    onFault: (fault) => {
      throw fault;
    },
  });
  const hub = new Hub({
    plan,
    journal,
    session,
    roster,
    now: () => performance.now(),
    after: (ms, call) => {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
    bots: 'none',
  });
  await session.submit(ENGINE, openingInput({ plan, exercise: 'hall', seed: 1, engine: 'bench' }));
  await session.submit(ENGINE, { type: 'exercise.start' });
  return { hub, session };
}

/** Somebody in the first chair, without a network, who measures what is sent. */
async function updateLength(
  hub: Hub,
  hello: string,
  send: (round: number) => void,
): Promise<number> {
  const got: string[] = [];
  const connection = hub.connect({
    send: (frame) => got.push(frame.toString()),
    close: () => undefined,
    waiting: () => 0,
  });
  connection.receive(hello);
  const next = async (words: string): Promise<string> => {
    for (;;) {
      const found = got.find((frame) => frame.includes(words));
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  await next('"type":"welcome"');
  send(999);
  const { length } = await next('Round 999.');
  connection.closed();
  return length;
}
