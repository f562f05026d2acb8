/**
 * Acts a second: a hundred people in a hundred chairs, each of whom writes to a neighbour and waits
 * for the answer before writing again. Everything is as it is run (roster, rules, views, journal on
 * disk) but for the network. The floor is a bare group commit of the very same bytes: collect, one
 * write, one fdatasync. The rate limit is out of play: the hub is told that time flies.
 */
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openingInput } from '../../engine/exercise/rehearse.ts';
import { initialState } from '../../engine/exercise/state.ts';
import { createAlarm } from '../../engine/runtime/clock.ts';
import { Hub } from '../../engine/runtime/hub.ts';
import { openFileJournal } from '../../engine/runtime/journal/file.ts';
import { PROTOCOL, type ServerMessage } from '../../engine/runtime/protocol.ts';
import { openRoster } from '../../engine/runtime/roster.ts';
import { Session } from '../../engine/runtime/session.ts';
import { crowdPlan } from './crowd.ts';
import { groupCommit } from './floor.ts';
import { median, quantile, type Figure } from './measure.ts';

const PEOPLE = 100;
const RUNS = 5;
const DURATION = 1_000;

const roleIds = Array.from({ length: PEOPLE }, (_, i) => `role-${i}`);
const PLAN = crowdPlan(roleIds, 1);

type Run = { readonly perSecond: number; readonly p99: number };

/** Lets everybody act until the time is up. */
async function drive(act: (who: number, n: number) => Promise<void>): Promise<Run> {
  const waits: number[] = [];
  const began = performance.now();
  const person = async (who: number): Promise<void> => {
    for (let n = 0; performance.now() - began < DURATION; n += 1) {
      const sent = performance.now();
      await act(who, n);
      waits.push(performance.now() - sent);
    }
  };
  await Promise.all(roleIds.map((_, who) => person(who)));
  const seconds = (performance.now() - began) / 1_000;
  return { perSecond: waits.length / seconds, p99: quantile(waits, 0.99) };
}

async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'beredt-bench-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Opens an exercise that is running, in a folder. */
async function openCrowd(folder: string): Promise<{
  readonly tokens: readonly string[];
  readonly hub: Hub;
  readonly close: () => Promise<void>;
}> {
  const { journal } = await openFileJournal(join(folder, 'journal.jsonl'));
  const roster = await openRoster(folder);
  const seats = await Promise.all(roleIds.map((role) => roster.addSeat({ role, take: role })));
  const session = new Session({
    state: initialState(PLAN),
    journal,
    wall: { monotonic: () => performance.now(), epoch: () => Date.now() },
    alarm: createAlarm(setTimeout, clearTimeout),
    onFault: (fault) => {
      throw fault;
    },
  });
  let time = 0;
  const after = (): (() => void) => () => undefined;
  const now = (): number => (time += 1_000);
  const hub = new Hub({ plan: PLAN, journal, session, roster, now, after, bots: 'none' });
  const engine = { type: 'engine' } as const;
  const opening = { plan: PLAN, exercise: 'crowd', seed: 1, engine: 'bench' };
  await session.submit(engine, openingInput(opening));
  await session.submit(engine, { type: 'exercise.start' });
  return {
    tokens: seats.map(({ token }) => token),
    hub,
    close: async () => {
      session.stop();
      hub.close();
      await journal.close();
    },
  };
}

/** Somebody in a chair: says an act, and is called back when it is answered. */
async function sit(hub: Hub, token: string): Promise<(id: string, to: string) => Promise<void>> {
  const answers = new Map<string, () => void>();
  const connection = hub.connect({
    send: (frame) => {
      const message = JSON.parse(frame.toString()) as ServerMessage;
      if (message.type === 'refused') throw new Error(message.code);
      if (message.type === 'done' || message.type === 'welcome') {
        answers.get(message.type === 'done' ? message.id : 'welcome')?.();
      }
    },
    close: (_, reason) => {
      if (reason !== 'closing') throw new Error(reason);
    },
    waiting: () => 0,
  });
  const answer = (id: string): Promise<void> => new Promise((resolve) => answers.set(id, resolve));
  const welcome = answer('welcome');
  connection.receive(JSON.stringify({ type: 'hello', protocol: PROTOCOL, token }));
  await welcome;
  return (id, to) => {
    const done = answer(id).then(() => void answers.delete(id));
    const body = 'Skærmene på plejecentret er sorte. Hvem ringer til vagtchefen?';
    const input = { type: 'message.send', to: [to], body };
    connection.receive(JSON.stringify({ type: 'act', id, input }));
    return done;
  };
}

/** Through the host; also returns the bytes that an act leaves in the journal. */
function ours(): Promise<Run & { readonly bytes: Buffer }> {
  return inFolder(async (folder) => {
    const { hub, tokens, close } = await openCrowd(folder);
    const people = await Promise.all(tokens.map((token) => sit(hub, token)));
    const run = await drive((who, n) => {
      const to = roleIds[(who + 1) % PEOPLE] ?? '';
      return people[who]!(`0b8c7f1e-6f5d-4f57-9d0a-${who}-${n}`, to);
    });
    await close();
    const lines = (await readFile(join(folder, 'journal.jsonl'), 'utf8')).trimEnd().split('\n');
    return { ...run, bytes: Buffer.from(lines.slice(-2).join('\n') + '\n') };
  });
}

function floor(bytes: Buffer): Promise<Run> {
  return inFolder(async (folder) => {
    const fd = openSync(join(folder, 'floor'), 'a');
    const run = await drive(groupCommit(fd, bytes, true));
    closeSync(fd);
    return run;
  });
}

export async function benchHub(): Promise<readonly Figure[]> {
  const own: Run[] = [];
  const bare: Run[] = [];
  // In turn, after a warm-up that does not count: what disturbs the machine disturbs both alike.
  for (let run = 0; run <= RUNS; run += 1) {
    const { bytes, ...result } = await ours();
    own.push(result);
    bare.push(await floor(bytes));
  }
  const rate = (runs: readonly Run[]): number => median(runs.slice(1).map((run) => run.perSecond));
  const show = (perSecond: number): string => `${Math.round(perSecond).toLocaleString('en')}/s`;
  const p99 = median(own.slice(1).map((run) => run.p99));
  return [
    {
      name: `acts: ${PEOPLE} people through the whole host, against a bare group commit`,
      ours: `${show(rate(own))}, p99 ${p99.toFixed(1)} ms`,
      floor: show(rate(bare)),
      ratio: rate(own) / rate(bare),
      // The floor only writes; each of ours is read, judged, numbered, hashed and shown to two.
      goal: 0.03,
    },
  ];
}
