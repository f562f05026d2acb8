/** A host whose terminal is lost in the middle of an exercise; the console comes back to it. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { arrive } from '../e2e/guest.ts';
import { run } from '../e2e/process.ts';
import { scenarioFolder } from './folders.ts';
import { sitDown, type Person } from './terminal.ts';

type Hosting = { readonly port: number; readonly token: string; readonly folder: string };

/** What somebody would have kept from the first lines. */
function kept(host: Person): Hosting {
  const [, port, token] = /http:\/\/127\.0\.0\.1:(\d+)\/#c=([\w-]+)/.exec(host.screen()) ?? [];
  const folder = /^The exercise's folder: (.+)$/m.exec(host.screen())?.[1];
  if (port === undefined || token === undefined || folder === undefined) {
    throw new Error(`no links in:\n${host.screen()}`);
  }
  return { port: Number(port), token, folder };
}

/** The host's own process, which is nobody's child any more. */
async function processOf(folder: string): Promise<number> {
  const { pid } = JSON.parse(await readFile(lockOf(folder), 'utf8')) as { pid: number };
  return pid;
}

/** Held for as long as the host has not closed in good order. */
const lockOf = (folder: string): string => join(folder, 'journal.jsonl.lock');

const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('run goes on without its terminal, facilitate comes back, and nothing is lost', async () => {
  const scenario = await scenarioFolder();
  const data = join(scenario, '..', 'data');
  const args = ['run', scenario, '--host', '127.0.0.1', '--port', '0', '--data', data, '--start'];
  const host = sitDown(args, scenario, 'en');
  await host.answers('RUNNING', '');
  const { port, token, folder } = kept(host);
  const pid = await processOf(folder);
  onTestFinished(() => {
    if (lives(pid)) process.kill(pid, 'SIGKILL');
  });
  host.hangUp();
  await host.ended;

  const healthy = await fetch(`http://127.0.0.1:${port}/healthz`);
  expect(healthy.status).toBe(200);
  const control = await arrive(port, token);
  expect((await control.act({ type: 'exercise.pause', reason: 'SSH' })).type).toBe('done');

  const again = sitDown(['facilitate', `http://127.0.0.1:${port}/#c=${token}`], scenario, 'en');
  await again.answers('PAUSED', 'q');
  await again.answers('Leave the console?', 'y');
  expect(await again.ended).toBe(0);
  expect(lives(pid)).toBe(true);

  // Dropping the second console's terminal as well ends that console, and nothing else.
  const third = sitDown(['facilitate', `http://127.0.0.1:${port}/#c=${token}`], scenario, 'en');
  await third.answers('PAUSED', '');
  third.hangUp();
  await third.ended;
  expect((await control.act({ type: 'exercise.end', reason: 'over' })).type).toBe('done');
  expect((await control.act({ type: 'exercise.close' })).type).toBe('done');
  await expect.poll(() => existsSync(lockOf(folder)), { timeout: 30_000 }).toBe(false);
  expect((await run(['verify', folder])).code).toBe(0);
}, 120_000);

test('without its terminal it still stops in good order when it is told to', async () => {
  const scenario = await scenarioFolder();
  const data = join(scenario, '..', 'data');
  const args = ['run', scenario, '--host', '127.0.0.1', '--port', '0', '--data', data];
  const host = sitDown(args, scenario, 'en');
  await host.answers('NOT STARTED', '');
  const { folder } = kept(host);
  const pid = await processOf(folder);
  onTestFinished(() => {
    if (lives(pid)) process.kill(pid, 'SIGKILL');
  });
  host.hangUp();
  await host.ended;
  expect(lives(pid)).toBe(true);
  process.kill(pid, 'SIGTERM');
  await expect.poll(() => existsSync(lockOf(folder)), { timeout: 30_000 }).toBe(false);
  expect((await run(['verify', folder])).code).toBe(0);
}, 120_000);
