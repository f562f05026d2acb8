/** run and resume where something is in the way, and what they leave behind. */
import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { arrive } from '../e2e/guest.ts';
import { linksOf, run, start, tempFolder, type Links, type Program } from '../e2e/process.ts';
import { scenarioFolder } from './folders.ts';

/** A host of the small scenario. */
async function hosted(...more: readonly string[]): Promise<{ host: Program; links: Links }> {
  const scenario = await scenarioFolder();
  const data = join(scenario, '..', 'data');
  const host = start(['run', scenario, '--headless', '--port', '0', '--data', data, ...more]);
  return { host, links: await linksOf(host) };
}

async function stopped(host: Program): Promise<void> {
  host.child.kill('SIGTERM');
  expect(await host.ended).toBe(0);
}

/** Somebody else's port. */
async function takenPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

test('a port that is taken is said, and nothing is left behind', async () => {
  const scenario = await scenarioFolder();
  const data = join(scenario, '..', 'data');
  const port = String(await takenPort());
  const args = ['--headless', '--host', '127.0.0.1', '--port', port, '--data', data];
  const done = await run(['run', scenario, ...args]);
  expect(done).toMatchObject({ code: 2, out: '' });
  expect(done.err).toContain(port);
  expect(await readdir(data)).toEqual([]);
});

test('an address that is not this machine’s is said', async () => {
  const scenario = await scenarioFolder();
  const data = join(scenario, '..', 'data');
  const args = ['--headless', '--host', '192.0.2.1', '--port', '0', '--data', data];
  expect(await run(['run', scenario, ...args])).toMatchObject({ code: 2, out: '' });
  expect(await readdir(data)).toEqual([]);
});

test('with --start it begins at once; closed by control it ends by itself and can be evaluated', async () => {
  const { host, links } = await hosted('--start', '--pace', '600', '--bots', 'all');
  const control = await arrive(links.port, links.control);
  const exercise = await control.until('STARTEX', () => {
    const row = control.row('exercise', 'exercise');
    return row?.['status'] === 'running' ? row : undefined;
  });
  expect(exercise).toMatchObject({ pace: 600 });
  expect((await control.act({ type: 'exercise.end' })).type).toBe('done');
  expect((await control.act({ type: 'exercise.close' })).type).toBe('done');
  expect(await host.ended).toBe(0);
  expect(host.out()).toContain('beredt report');
  // It is over: resuming shows what there is and ends again.
  const again = await run(['resume', links.folder, '--headless']);
  expect(again).toMatchObject({ code: 0, err: '' });
  expect(await run(['verify', links.folder])).toMatchObject({ code: 0 });
});

test('an exercise that is open elsewhere is not opened twice', async () => {
  const { host, links } = await hosted();
  const second = await run(['resume', links.folder, '--headless']);
  expect(second.code).toBe(3);
  expect(second.err).toMatch(/Another host has the exercise open/);
  const control = await arrive(links.port, links.control);
  expect((await control.act({ type: 'exercise.start' })).type).toBe('done');
  await stopped(host);
});

test('the port of an interrupted exercise being taken is said', async () => {
  const { host, links } = await hosted('--host', '127.0.0.1');
  await stopped(host);
  const server = createServer().listen(links.port, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const resume = ['resume', links.folder, '--headless', '--host', '127.0.0.1'];
  expect(await run(resume)).toMatchObject({ code: 2 });
  const elsewhere = start([...resume, '--port', '0']);
  expect((await linksOf(elsewhere)).port).not.toBe(links.port);
  await stopped(elsewhere);
});

test('a damaged journal is not resumed, and a torn one is, with a word about it', async () => {
  const { host, links } = await hosted();
  await stopped(host);
  const path = join(links.folder, 'journal.jsonl');
  const whole = await readFile(path, 'utf8');
  await appendFile(path, '{"seq":');
  const torn = start(['resume', links.folder, '--headless']);
  await linksOf(torn);
  expect(torn.out()).toContain('7 bytes');
  await stopped(torn);
  await writeFile(path, whole.replace('exercise.opened', 'exercise.closed'));
  const differs = await run(['resume', links.folder, '--headless']);
  expect(differs.code).toBe(3);
  expect(differs.err).toContain('beredt verify');
  await writeFile(path, `x${whole}`);
  const broken = await run(['resume', links.folder, '--headless']);
  expect(broken.code).toBe(3);
  expect(broken.err).toContain('beredt verify');
  expect(await readFile(path, 'utf8')).toBe(`x${whole}`);
});

test('a damaged roster or library is set aside, never written over unseen', async () => {
  const { host, links } = await hosted();
  await stopped(host);
  await writeFile(join(links.folder, 'roster.json'), '{"beredt":');
  const done = await run(['resume', links.folder, '--headless']);
  expect(done.code).toBe(3);
  expect(done.err).toContain('roster.json');
  // The exercise itself is whole: it goes on with new links.
  const again = start(['resume', links.folder, '--headless', '--port', '0']);
  const { port, control } = await linksOf(again);
  await arrive(port, control);
  await stopped(again);
  const data = join(links.folder, '..');
  await writeFile(join(data, 'library.json'), 'broken');
  const listed = await run(['list', '--data', data]);
  expect(listed.code).toBe(3);
  const names = (await readdir(data)).filter((name) => name.startsWith('library'));
  const kept = await Promise.all(names.map((name) => readFile(join(data, name), 'utf8')));
  expect(kept).toContain('broken');
});

test('what a library says is not obeyed by the terminal', async () => {
  const data = await tempFolder();
  const row = {
    id: 'x',
    folder: `/tmp/\u001b[31mx`,
    scenario: 'x',
    title: 'Øvelse\u009b2J\u202e\nto linjer',
    createdAt: '2026-09-18T00:10:00.000Z',
    status: 'ended',
  };
  await writeFile(
    join(data, 'library.json'),
    JSON.stringify({ beredt: 1, exercises: [row], settings: { lang: 'da' } }),
  );
  const { out } = await run(['list', '--data', data]);
  expect(out).toContain('Øvelse');
  expect(out.trimEnd().split('\n')).toHaveLength(1);

  expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
});
