import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock, type Lock } from '../../../engine/runtime/lock.ts';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beredt-'));
  path = join(folder, 'a.lock');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function release(lock: Lock): Promise<void> {
  expect(lock.type).toBe('held');
  if (lock.type === 'held') await lock.release();
}

/** The number of a process that has just ended. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid!;
}

test('is held by one at a time, and leaves nothing behind', async () => {
  const first = await takeLock(path);
  const second = await takeLock(path);
  expect(second).toMatchObject({ type: 'taken', by: { pid: process.pid, host: hostname() } });
  await release(first);
  expect(await readdir(folder)).toEqual([]);
  await release(await takeLock(path));
});

test('many who want it at once: one gets it', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => takeLock(path)));
  const held = all.filter((lock) => lock.type === 'held');
  expect(held).toHaveLength(1);
  await release(held[0]!);
});

test('releasing twice does not release the next holder', async () => {
  const first = await takeLock(path);
  await release(first);
  const second = await takeLock(path);
  await release(first);
  expect((await takeLock(path)).type).toBe('taken');
  await release(second);
});

test('a dead process loses it', async () => {
  const pid = await deadPid();
  await writeFile(path, JSON.stringify({ pid, host: hostname(), began: '' }));
  const lock = await takeLock(path);
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: process.pid });
  await release(lock);
  expect(await readdir(folder)).toEqual([]);
});

test('a living process keeps it', async () => {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()']);
  try {
    // Its own words for when it began are needed: take the lock in its name as it would.
    const began = await beganOf(child.pid!);
    await writeFile(path, JSON.stringify({ pid: child.pid, host: hostname(), began }));
    expect(await takeLock(path)).toMatchObject({ type: 'taken', by: { pid: child.pid } });
  } finally {
    child.kill();
    await once(child, 'exit');
  }
  await release(await takeLock(path));
});

test.runIf(process.platform === 'linux')(
  'a process that merely has a dead holder’s number does not keep it',
  async () => {
    const holder = { pid: process.ppid, host: hostname(), began: 'another boot:12345' };
    await writeFile(path, JSON.stringify(holder));
    await release(await takeLock(path));
  },
);

test('our own number in a lock that we do not hold is an earlier life’s', async () => {
  const began = await beganOf(process.pid);
  await writeFile(path, JSON.stringify({ pid: process.pid, host: hostname(), began }));
  await release(await takeLock(path));
});

test('another machine’s process cannot be asked, so it keeps it', async () => {
  const pid = await deadPid();
  await writeFile(path, JSON.stringify({ pid, host: 'another', began: '' }));
  expect(await takeLock(path)).toMatchObject({ type: 'taken', by: { pid, host: 'another' } });
  expect(await readdir(folder)).toEqual(['a.lock']);
});

test.each(['', '{', 'null', '[]', '{"pid":"1"}', '{"pid":-1,"host":"x"}'])(
  'a lock that nobody can read (%j) is nobody’s',
  async (text) => {
    await writeFile(path, text);
    await release(await takeLock(path));
  },
);

/** As lock.ts counts it. */
async function beganOf(pid: number): Promise<string> {
  if (process.platform !== 'linux') return '';
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  return `${boot.trim()}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]!}`;
}
