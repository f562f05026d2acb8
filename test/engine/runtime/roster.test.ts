import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRoster } from '../../../engine/runtime/roster.ts';
import { hashToken, newToken } from '../../../engine/runtime/token.ts';
import { expectFault } from '../../contract/journal.ts';

let folder = '';
let file = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beredt-'));
  file = join(folder, 'roster.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('gives seats, each with a pseudonym and a token of its own', async () => {
  const roster = await openRoster(folder);
  const a = await roster.addSeat({ role: 'it-duty', take: 'take-a', name: 'Åse Østergård' });
  const b = await roster.addSeat({ role: 'it-duty', take: 'take-b' });
  expect(a.seat).toEqual({
    id: 'seat-1',
    role: 'it-duty',
    pseudonym: 'P1',
    name: 'Åse Østergård',
    token: hashToken(a.token),
    take: hashToken('take-a'),
  });
  expect(b.seat).toMatchObject({ id: 'seat-2', pseudonym: 'P2' });
  expect(b.seat).not.toHaveProperty('name');
  for (const each of [roster, await openRoster(folder)]) {
    expect(each.seats()).toEqual([a.seat, b.seat]);
    expect(each.seatByToken(a.token)).toEqual(a.seat);
    expect(each.seatByTake('take-b')).toEqual(b.seat);
    expect(each.seatByToken(newToken())).toBeUndefined();
    expect(each.seatByToken(a.seat.token)).toBeUndefined();
    expect(each.seatByTake('take-c')).toBeUndefined();
  }
});

test('no token is in the file, and nobody else can read it', async () => {
  const roster = await openRoster(folder);
  const { token } = await roster.addSeat({ role: 'it-duty', take: 'a' });
  const tokens = [token, ...(await roster.addTokens('control', 1))];
  const text = await readFile(file, 'utf8');
  for (const each of [...tokens, '"a"']) expect(text).not.toContain(each);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('a seat taken again by the same request is the same seat, with a token that works', async () => {
  const roster = await openRoster(folder);
  const first = await roster.addSeat({ role: 'it-duty', take: 'a', name: 'Bo' });
  const again = await roster.addSeat({ role: 'it-duty', take: 'a', name: 'Bo' });
  expect(roster.seats()).toHaveLength(1);
  expect({ ...again.seat, token: '' }).toEqual({ ...first.seat, token: '' });
  expect(roster.seatByToken(again.token)?.id).toBe('seat-1');
  expect(roster.seatByToken(first.token)).toBeUndefined();
});

test('a pseudonym is never given twice, not even after its seat is gone', async () => {
  const roster = await openRoster(folder);
  const { token } = await roster.addSeat({ role: 'it-duty', take: 'a' });
  expect(await roster.removeSeat('seat-1')).toBe(true);
  expect(await roster.removeSeat('seat-1')).toBe(false);
  expect(roster.seatByToken(token)).toBeUndefined();
  const later = await openRoster(folder);
  expect((await later.addSeat({ role: 'it-duty', take: 'b' })).seat.pseudonym).toBe('P2');
});

test('a hundred who sit down at once all get a seat, and few writes are needed', async () => {
  const roster = await openRoster(folder);
  const all = await Promise.all(
    Array.from({ length: 100 }, (_, i) => roster.addSeat({ role: 'press', take: `t${i}` })),
  );
  expect(new Set(all.map(({ seat }) => seat.pseudonym)).size).toBe(100);
  const read = await openRoster(folder);
  for (const { token, seat } of all) expect(read.seatByToken(token)).toEqual(seat);
  expect(await readdir(folder)).toEqual(['roster.json']);
});

test('tokens open the door they were made for, and no other', async () => {
  const roster = await openRoster(folder);
  const [control] = await roster.addTokens('control', 1);
  const join1 = await roster.addTokens('join', 2);
  const [extra] = await roster.addTokens('join', 1);
  const { token: seat } = await roster.addSeat({ role: 'it-duty', take: 'a' });
  for (const each of [roster, await openRoster(folder)]) {
    expect(each.door(control!)).toBe('control');
    expect([...join1, extra!].map(each.door)).toEqual(['join', 'join', 'join']);
    expect(each.door(seat)).toBeUndefined();
    expect(each.door('')).toBeUndefined();
    expect(each.door(hashToken(control!))).toBeUndefined();
    expect(each.seatByToken(control!)).toBeUndefined();
  }
});

test('remembers its port', async () => {
  const roster = await openRoster(folder);
  expect(roster.port()).toBeUndefined();
  await roster.setPort(4711);
  expect((await openRoster(folder)).port()).toBe(4711);
});

test('forgets every name, everywhere, and keeps the pseudonyms', async () => {
  await writeFile(file, '{"seats":[{"name":"Åse Østergård"}');
  await expectFault(openRoster(folder), 'roster-corrupt');
  const roster = await openRoster(folder);
  const { token } = await roster.addSeat({ role: 'it-duty', take: 'a', name: 'Åse Østergård' });
  await roster.addSeat({ role: 'it-duty', take: 'b' });
  await roster.addSeat({ role: 'it-duty', take: 'c', name: 'Bo' });
  expect(await roster.forgetNames()).toBe(2);
  expect(await roster.forgetNames()).toBe(0);
  expect(roster.seats().map(({ pseudonym }) => pseudonym)).toEqual(['P1', 'P2', 'P3']);
  expect(roster.seatByToken(token)?.role).toBe('it-duty');
  for (const name of await readdir(folder)) {
    const text = await readFile(join(folder, name), 'utf8');
    expect(text).not.toMatch(/Østergård|Bo\b|"name"/);
  }
});

test('a change that throws changes nothing, and does not hold up the next', async () => {
  const roster = await openRoster(folder);
  const wanted = {
    role: 'it-duty',
    get take(): string {
      throw new Error('no take');
    },
  };
  const [bad, good] = await Promise.allSettled([
    roster.addSeat(wanted),
    roster.addSeat({ role: 'it-duty', take: 'a' }),
  ]);
  expect(bad.status).toBe('rejected');
  expect(good.status).toBe('fulfilled');
  expect(roster.seats().map(({ take }) => take)).toEqual([hashToken('a')]);
});

test('a seat is known all the while others sit down, and not before its own is on disk', async () => {
  const roster = await openRoster(folder);
  const { token } = await roster.addSeat({ role: 'it-duty', take: 'a' });
  let sitting = true;
  const others = (async () => {
    for (let i = 0; i < 10; i += 1) await roster.addSeat({ role: 'press', take: `b${i}` });
    sitting = false;
  })();
  while (sitting) {
    expect(roster.seatByToken(token)?.id).toBe('seat-1');
    const onDisk = await openRoster(folder);
    expect(onDisk.seats().length).toBeGreaterThanOrEqual(1);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await others;
  const late = roster.addSeat({ role: 'press', take: 'late' });
  while (roster.seatByTake('late') === undefined) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect((await openRoster(folder)).seatByTake('late')?.pseudonym).toBe('P12');
  await late;
});

test('those in exercise control have names of their own, and keys that fit until they go', async () => {
  const roster = await openRoster(folder);
  const a = await roster.addStaff({ request: 'F1 a', above: 1 });
  const b = await roster.addStaff({ request: 'F1 b', above: 1 });
  const again = await roster.addStaff({ request: 'F1 b', above: 1 });
  expect([a.staff, b.staff, again.staff]).toEqual(['F2', 'F3', 'F3']);
  const badge = await roster.addBadge('F2');
  for (const each of [roster, await openRoster(folder)]) {
    const who = [a.token, badge, b.token, again.token].map((token) => each.staffByToken(token));
    expect(who).toEqual(['F2', 'F2', undefined, 'F3']);
    expect(each.door(a.token)).toBeUndefined();
  }
  expect(await readFile(file, 'utf8')).not.toContain(a.token);
  await roster.removeStaff('F3');
  await roster.removeStaff('F2');
  expect([a.token, badge, again.token].map((token) => roster.staffByToken(token))).toEqual(
    Array(3).fill(undefined),
  );
  expect((await roster.addStaff({ request: 'F1 c', above: 1 })).staff).toBe('F4');
  expect((await roster.addStaff({ request: 'F1 d', above: 8 })).staff).toBe('F9');
});

test('a roster from before there was staff, and one that knows more than we do, are both kept whole', async () => {
  const old = {
    beredt: 1,
    tokens: { control: [], join: [] },
    seats: [],
    given: 0,
    later: { than: 'us' },
  };
  await writeFile(file, JSON.stringify(old));
  const roster = await openRoster(folder);
  expect(roster.staffByToken('nothing')).toBeUndefined();
  await roster.addStaff({ request: 'F1 a', above: 1 });
  const kept = JSON.parse(await readFile(file, 'utf8')) as object;
  expect(kept).toMatchObject({ ...old, staffGiven: 2 });
});
