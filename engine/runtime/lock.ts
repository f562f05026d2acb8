/**
 * A lock file: who may write. Knows: processes and whether they live. Does not know: what is
 * guarded. Node has no flock, so the file says who holds it, precisely enough to tell a holder
 * that died from another process that was later given its number.
 */
import { open, readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export type Holder = {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as its system counts it; '' where that is not to be known. */
  readonly began: string;
};
export type Lock =
  | { readonly type: 'held'; readonly release: () => Promise<void> }
  | { readonly type: 'taken'; readonly by: Holder };

/** Locks that this very process holds: a pid of our own in a file does not tell. */
const ours = new Set<string>();
const UNREADABLE: Holder = { pid: 0, host: '', began: '' };
const SETTLE = 200;

/** Takes the lock, or says who has it. A dead holder's lock is taken over. */
export async function takeLock(path: string): Promise<Lock> {
  const key = resolve(path);
  const me: Holder = { pid: process.pid, host: hostname(), began: await began(process.pid) };
  if (ours.has(key)) return { type: 'taken', by: me };
  ours.add(key);
  try {
    const by = await contend(path, me);
    if (by) ours.delete(key);
    if (by) return { type: 'taken', by };
    let done: Promise<void> | undefined;
    return { type: 'held', release: () => (done ??= release(path, key, me)) };
  } catch (error) {
    ours.delete(key);
    throw error;
  }
}

/** Somebody may have removed our file by hand, and a third taken the lock: that one stays. */
async function release(path: string, key: string, me: Holder): Promise<void> {
  if ((await readText(path)) === JSON.stringify(me)) await rm(path, { force: true });
  ours.delete(key);
}

/** Undefined when the lock became ours. */
async function contend(path: string, me: Holder): Promise<Holder | undefined> {
  for (;;) {
    if (await create(path, me)) return undefined;
    const seen = await readSettled(path);
    if (seen === undefined) continue;
    if (await lives(seen.holder, me)) return seen.holder;
    const fresh = await evict(path, seen.text);
    if (fresh) return fresh;
  }
}

async function create(path: string, me: Holder): Promise<boolean> {
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
    if (isCode(error, 'EEXIST')) return undefined;
    throw error;
  });
  if (!file) return false;
  try {
    await file.writeFile(JSON.stringify(me));
    await file.sync();
  } finally {
    await file.close();
  }
  return true;
}

/**
 * Takes a dead holder's file out of the way. Two may find it dead at once, and the slower would
 * take the faster one's new lock: so look at what was taken, and put it back if it is alive.
 */
async function evict(path: string, seen: string): Promise<Holder | undefined> {
  const aside = `${path}.stale-${process.pid}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  const taken = await readFile(aside, 'utf8');
  if (taken === seen) {
    await rm(aside, { force: true });
    return undefined;
  }
  await rename(aside, path);
  return parse(taken) ?? UNREADABLE;
}

type Seen = { readonly text: string; readonly holder: Holder };

/** What the file says. One that is being written just now is given time to become readable. */
async function readSettled(path: string): Promise<Seen | undefined> {
  const first = await readText(path);
  if (first === undefined) return undefined;
  const holder = parse(first);
  if (holder) return { text: first, holder };
  await wait(SETTLE);
  const text = await readText(path);
  return text === undefined ? undefined : { text, holder: parse(text) ?? UNREADABLE };
}

async function readText(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  });
}

function parse(text: string): Holder | undefined {
  try {
    const value = JSON.parse(text) as Partial<Holder>;
    const { pid, host, began } = value;
    if (!Number.isSafeInteger(pid) || typeof host !== 'string') return undefined;
    return { pid: pid ?? 0, host, began: began ?? '' };
  } catch {
    return undefined;
  }
}

/** Another machine's process cannot be asked: it counts as alive, and a person must remove it. */
async function lives(holder: Holder, me: Holder): Promise<boolean> {
  if (holder.pid <= 0) return false;
  if (holder.host !== me.host) return true;
  if (holder.pid === process.pid || !answers(holder.pid)) return false;
  return holder.began === (await began(holder.pid));
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

/** Linux: the boot and the tick at which the process began. Elsewhere '': the number must do. */
async function began(pid: number): Promise<string> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; the start time is the 20th field after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${boot.trim()}:${fields[19] ?? ''}`;
  } catch {
    return '';
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
