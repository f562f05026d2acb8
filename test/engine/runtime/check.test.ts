/** What a host says of itself: each thing that can be wrong, and this machine as it is. */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createChecks, thisMachine, type Machine } from '../../../engine/runtime/check.ts';
import { openRoom } from './room.ts';

const GB = 1_000_000_000;
const NOON = Date.UTC(2026, 8, 18, 12);
const PAGE = '<script type="module" src="./assets/main-1.js"></script>';

function machine(change: Partial<Machine> = {}): Machine {
  return {
    free: () => Promise.resolve(50 * GB),
    write: () => Promise.resolve(3.2),
    handed: () => 7,
    durable: () => 7,
    monotonic: () => 1_000,
    epoch: () => NOON,
    listens: '0.0.0.0',
    addresses: () => ['10.0.0.7', '127.0.0.1'],
    port: () => 8500,
    fetch: (path) => Promise.resolve(path.endsWith('.js') ? 'x' : PAGE),
    ...change,
  };
}

async function said(change: Partial<Machine>, check: string): Promise<string> {
  const rows = await createChecks(machine(change))();
  const found = rows.find((row) => row.check === check);
  return `${found?.state} ${found?.detail}`;
}

test('a sound host: each thing once, with what the words need', async () => {
  expect(await createChecks(machine())()).toEqual([
    { check: 'address', state: 'ok', detail: '10.0.0.7:8500' },
    { check: 'disk', state: 'ok', detail: String(50 * GB) },
    { check: 'clock', state: 'ok', detail: String(NOON) },
    { check: 'journal', state: 'ok', detail: '4' },
    { check: 'page', state: 'ok', detail: '3' },
  ]);
});

test.each([
  ['127.0.0.1', ['127.0.0.1'], 'warn loopback'],
  ['localhost', ['localhost'], 'warn loopback'],
  ['::1', ['::1'], 'warn loopback'],
  ['0.0.0.0', ['127.0.0.1'], 'warn alone'],
  ['0.0.0.0', ['10.0.0.7', '192.168.1.4', '127.0.0.1'], 'ok 10.0.0.7:8500, 192.168.1.4:8500'],
  ['fd00::7', ['fd00::7'], 'ok [fd00::7]:8500'],
])('listening on %s, found at %j: %s', async (listens, addresses, expected) => {
  expect(await said({ listens, addresses: () => addresses }, 'address')).toBe(expected);
});

test.each([
  [2 * GB, 'ok 2000000000'],
  [GB / 2, 'warn 500000000'],
  [GB / 100, 'bad 10000000'],
])('%i bytes are left: %s', async (left, expected) => {
  expect(await said({ free: () => Promise.resolve(left) }, 'disk')).toBe(expected);
});

test('a disk that does not say how full it is', async () => {
  expect(await said({ free: () => Promise.reject(new Error('ENOSYS')) }, 'disk')).toBe(
    'warn unknown',
  );
});

test('a record that is slow, cannot be written, or stays behind what was handed to it', async () => {
  expect(await said({ write: () => Promise.resolve(800) }, 'journal')).toBe('warn 800');
  expect(await said({ write: () => Promise.reject(new Error('ENOSPC')) }, 'journal')).toBe(
    'bad unwritable',
  );
  expect(await said({ durable: () => 6 }, 'journal')).toBe('bad behind');
});

test('what becomes durable while we look is not behind', async () => {
  let durable = 6;
  const write = () => Promise.resolve((durable += 1));
  let writes = 0;
  const late = () => Promise.resolve((writes += 1) === 3 ? write() : 1);
  expect(await said({ durable: () => durable, write: late }, 'journal')).toMatch(/^ok/);
});

test('a clock of another age, and one that has jumped since the start', async () => {
  expect(await said({ epoch: () => 0 }, 'clock')).toBe('bad year 1970');
  let epoch = NOON;
  let monotonic = 0;
  const checks = createChecks(machine({ epoch: () => epoch, monotonic: () => monotonic }));
  const clock = async () => (await checks()).find(({ check }) => check === 'clock');
  epoch += 3_600_400;
  monotonic += 3_600_000;
  expect(await clock()).toMatchObject({ state: 'ok' });
  epoch -= 90_000;
  expect(await clock()).toMatchObject({ state: 'warn', detail: 'jump -89600' });
});

test('the first of the page’s files that is not there', async () => {
  expect(await said({ fetch: () => Promise.resolve(undefined) }, 'page')).toBe('bad /');
  const without = (missing: string) => (path: string) =>
    Promise.resolve(path === missing ? undefined : PAGE);
  expect(await said({ fetch: without('/wall') }, 'page')).toBe('bad /wall');
  expect(await said({ fetch: without('/assets/main-1.js') }, 'page')).toBe('bad /assets/main-1.js');
});

test('asked by several at once it looks once; asked again it looks anew', async () => {
  let looks = 0;
  const free = () => Promise.resolve((looks += 1));
  const checks = createChecks(machine({ free }));
  await Promise.all([checks(), checks(), checks()]);
  expect(looks).toBe(1);
  await checks();
  expect(looks).toBe(2);
});

async function folderWith(page: string) {
  const folder = await mkdtemp(join(tmpdir(), 'beredt-check-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const server = createServer((request, response) => {
    if (request.url === '/assets/gone.js') response.statusCode = 404;
    response.end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const known = { listens: '127.0.0.1', addresses: () => ['127.0.0.1'] };
  const at = { port: () => port, handed: () => 0, durable: () => 0 };
  return {
    folder,
    machine: (inside = '') => thisMachine({ folder: folder + inside, ...known, ...at }),
  };
}

test('this machine: a real disk, a real clock, a page that is fetched; nothing is left behind', async () => {
  const { folder, machine } = await folderWith('<p>Here</p>');
  const rows = await createChecks(machine())();
  const states = Object.fromEntries(rows.map(({ check, state }) => [check, state]));
  expect(states).toMatchObject({ address: 'warn', clock: 'ok', page: 'ok' });
  expect(Number(rows.find(({ check }) => check === 'disk')?.detail)).toBeGreaterThan(0);
  expect(Number(rows.find(({ check }) => check === 'journal')?.detail)).toBeGreaterThan(0);
  expect(await readdir(folder)).toEqual([]);
});

test('this machine: a page that names what is not there, a folder that has gone', async () => {
  const { folder, machine } = await folderWith('<script src="./assets/gone.js"></script>');
  const found = async (check: string, inside = '') =>
    (await createChecks(machine(inside))()).find((row) => row.check === check);
  expect(await found('page')).toMatchObject({ state: 'bad', detail: '/assets/gone.js' });
  expect(await found('journal', '/gone')).toMatchObject({ state: 'bad', detail: 'unwritable' });
  await mkdir(join(folder, 'gone'));
  expect(await found('journal', '/gone')).not.toMatchObject({ state: 'bad' });
});

test('control is told; nobody else is', async () => {
  const room = await openRoom({ check: createChecks(machine()) });
  const control = await room.control();
  control.say({ type: 'check', id: 'how' });
  const checked = await control.next('checked');
  expect(checked.id).toBe('how');
  expect(checked.checks.map(({ check }) => check)).toEqual([
    'address',
    'disk',
    'clock',
    'journal',
    'page',
  ]);
  const { wire } = await room.sit('boss');
  wire.say({ type: 'check', id: 'mine' });
  expect(await wire.next('refused')).toMatchObject({ id: 'mine', code: 'not-allowed' });
  expect(wire.all('checked')).toEqual([]);
});
