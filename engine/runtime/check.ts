/**
 * What a host says of itself before STARTEX: can others reach it, is there room, does the record
 * reach the disk, is its clock sound, is the participants' page there. Knows: this machine.
 * Does not know: the scenario, or the words (the console has them).
 */
import { randomUUID } from 'node:crypto';
import { open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostCheck } from './protocol.ts';

/** Asked by several at once, it looks once. */
export type Checks = () => Promise<readonly HostCheck[]>;

/** What is looked at; handed in, so that a test can have a full disk. */
export type Machine = {
  /** Bytes that this process may still write in the exercise's folder. */
  readonly free: () => Promise<number>;
  /** Writes a little, waits until it is on the disk, takes it away: wall ms that it took. */
  readonly write: () => Promise<number>;
  /** Entries handed to the journal, and those that are durable, by the last one's seq. */
  readonly handed: () => number;
  readonly durable: () => number;
  readonly monotonic: () => number;
  readonly epoch: () => number;
  /** Where the host listens, as it was told to, and where it can be found. */
  readonly listens: string;
  readonly addresses: () => readonly string[];
  readonly port: () => number;
  /** Fetches a path from the host itself, as a browser would; what it is made of, or undefined. */
  readonly fetch: (path: string) => Promise<string | undefined>;
};

const MB = 1_000_000;
/** A long exercise with attachments writes some tens of MB. */
const ROOM = { bad: 100 * MB, warn: 1_000 * MB } as const;
/** Wall ms: everybody waits for the disk before anybody is told anything. */
const SLOW = 250;
const TRIES = 5;
/** What the wall clock may drift from the machine's own count, wall ms. */
const DRIFT = 5_000;
/** A clock outside these has lost its battery. */
const YEARS = { first: 2026, last: 2100 } as const;

export function createChecks(machine: Machine): Checks {
  const started = { monotonic: machine.monotonic(), epoch: machine.epoch() };
  let looking: Promise<readonly HostCheck[]> | undefined;
  return () => {
    looking ??= look(machine, started).finally(() => (looking = undefined));
    return looking;
  };
}

type Moment = { readonly monotonic: number; readonly epoch: number };

async function look(machine: Machine, started: Moment): Promise<readonly HostCheck[]> {
  const asked = [disk(machine), journal(machine), page(machine)];
  const [room, record, served] = await Promise.all(asked);
  const rows = [address(machine), room, clock(machine, started), record, served];
  return rows.filter((row) => row !== undefined);
}

const row = (
  check: HostCheck['check'],
  state: HostCheck['state'],
  detail: string | number,
): HostCheck => ({ check, state, detail: String(detail) });

/** `detail`: the addresses for others; `loopback` or `alone` where there is none. */
function address({ listens, addresses, port }: Machine): HostCheck {
  const outer = addresses().filter((one) => !isLoopback(one));
  if (isLoopback(listens)) return row('address', 'warn', 'loopback');
  if (outer.length === 0) return row('address', 'warn', 'alone');
  return row('address', 'ok', outer.map((one) => `${bracketed(one)}:${port()}`).join(', '));
}

function isLoopback(address: string): boolean {
  return address === 'localhost' || address === '::1' || address.startsWith('127.');
}

function bracketed(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}

/** `detail`: the bytes that are left; `unknown` where the system does not say. */
async function disk({ free }: Machine): Promise<HostCheck> {
  try {
    const left = await free();
    const state = left < ROOM.bad ? 'bad' : left < ROOM.warn ? 'warn' : 'ok';
    return row('disk', state, left);
  } catch {
    return row('disk', 'warn', 'unknown');
  }
}

/** `detail`: the ms that a write took; `behind` or `unwritable` where there is more to it. */
async function journal({ handed, durable, write }: Machine): Promise<HostCheck> {
  const before = handed();
  try {
    let took = Math.ceil(await write());
    // What came before our own writes should be there by now; a busy disk is given a few of them.
    for (let tries = 1; durable() < before && tries < TRIES; tries += 1) {
      took = Math.max(took, Math.ceil(await write()));
    }
    if (durable() < before) return row('journal', 'bad', 'behind');
    return row('journal', took > SLOW ? 'warn' : 'ok', took);
  } catch {
    return row('journal', 'bad', 'unwritable');
  }
}

/** `detail`: the clock, ms since 1970; how far it has jumped, ms, with its sign; or the year. */
function clock({ monotonic, epoch }: Machine, started: Moment): HostCheck {
  const now = epoch();
  const year = new Date(now).getUTCFullYear();
  if (year < YEARS.first || year > YEARS.last) return row('clock', 'bad', `year ${year}`);
  const drift = Math.round(now - started.epoch - (monotonic() - started.monotonic));
  if (Math.abs(drift) <= DRIFT) return row('clock', 'ok', now);
  return row('clock', 'warn', `jump ${drift}`);
}

const PAGES = ['/', '/wall'] as const;

/** `detail`: how many files were fetched; or the first that is missing. */
async function page({ fetch }: Machine): Promise<HostCheck> {
  const fetched = new Set<string>();
  for (const path of PAGES) {
    const html = await fetch(path);
    if (html === undefined) return row('page', 'bad', path);
    fetched.add(path);
    for (const asset of assetsOf(html)) {
      if (fetched.has(asset)) continue;
      if ((await fetch(asset)) === undefined) return row('page', 'bad', asset);
      fetched.add(asset);
    }
  }
  return row('page', 'ok', fetched.size);
}

/** The scripts and styles that a page names. */
function assetsOf(html: string): readonly string[] {
  return [...html.matchAll(/(?:src|href)="(?:\.?\/)?(assets\/[^"]+)"/g)].map(
    ([, path = '']) => `/${path}`,
  );
}

/** Wall ms to wait for the host's own answer. */
const PATIENCE = 3_000;

export type ThisMachine = Pick<Machine, 'listens' | 'addresses' | 'port' | 'handed' | 'durable'> & {
  /** The exercise's own. */
  readonly folder: string;
};

/** The machine that this process runs on. */
export function thisMachine({ folder, ...known }: ThisMachine): Machine {
  const { listens, port } = known;
  const everywhere = listens === '0.0.0.0' || listens === '::';
  const own = everywhere ? '127.0.0.1' : bracketed(listens);
  return {
    ...known,
    monotonic: () => performance.now(),
    epoch: () => Date.now(),
    free: async () => {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
    write: () => timedWrite(folder),
    fetch: async (path) => {
      const signal = AbortSignal.timeout(PATIENCE);
      try {
        const answer = await fetch(`http://${own}:${port()}${path}`, { signal });
        const body = await answer.text();
        return answer.ok && body !== '' ? body : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

/** As the journal does it: on the disk before it is said to be. */
async function timedWrite(folder: string): Promise<number> {
  const path = join(folder, `.check-${randomUUID()}`);
  const began = performance.now();
  const file = await open(path, 'wx', 0o600);
  try {
    await file.write('?\n');
    await file.datasync();
  } finally {
    await file.close();
    await rm(path, { force: true });
  }
  return performance.now() - began;
}
