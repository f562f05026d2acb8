/** The lead's link is lost and the first lead shown out: the host's own folder gives the lead back. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { CLOSE } from '../../engine/runtime/protocol.ts';
import { arrival, dial } from '../../cli/dial.ts';
import type { Client } from '../../engine/index.ts';
import { linksOf, run, start, tempFolder } from '../e2e/process.ts';
import { scenarioFolder } from './folders.ts';

async function dialled(port: number, token: string): Promise<Client> {
  const client = dial(`ws://127.0.0.1:${port}/ws`, token);
  onTestFinished(() => client.close());
  expect(await arrival(client, 3)).toBe('open');
  return client;
}

const LINK = /http:\/\/127\.0\.0\.1:\d+\/#c=([\w-]+)/;

test('beredt staff FOLDER --lead, against the running host', async () => {
  const data = await tempFolder();
  const args = ['run', await scenarioFolder(), '--host', '127.0.0.1', '--port', '0'];
  const host = start([...args, '--data', data, '--headless', '--start']);
  const { folder, port, control } = await linksOf(host);
  const first = await dialled(port, control);
  const added = await run(['staff', `http://127.0.0.1:${port}/#c=${control}`]);
  const second = await dialled(port, LINK.exec(added.out)?.[1] ?? '');
  expect((await first.act({ type: 'staff.hand', to: 'F2' })).type).toBe('done');
  expect((await second.request({ type: 'dismiss', staff: 'F1' })).type).toBe('done');
  second.close();
  // The link of the second is lost, and the control link opens nothing any more.
  await expect.poll(() => first.state().lost?.code).toBe(CLOSE.unauthorised.code);
  const shut = dial(`ws://127.0.0.1:${port}/ws`, control);
  expect(await arrival(shut, 3)).toBe('refused');

  const named = await run(['staff', folder, '--lead']);
  expect(named.code, named.err).toBe(0);
  expect(named.out).toContain('F3, lead facilitator');
  expect(named.out).toContain('F2 led until now and is a controller.');
  const token = LINK.exec(named.out)?.[1] ?? '';
  expect(named.out).toContain(`beredt facilitate 'http://127.0.0.1:${port}/#c=${token}'`);
  for (const name of await readdir(folder)) {
    expect(await readFile(join(folder, name), 'utf8')).not.toContain(token);
  }
  const lead = await dialled(port, token);
  expect(lead.state().staff).toBe('F3');
  expect((await lead.request({ type: 'dismiss', staff: 'F2' })).type).toBe('done');
  // In the record by the host's hand, and not as somebody's in exercise control.
  const lines = (await readFile(join(folder, 'journal.jsonl'), 'utf8')).trim().split('\n');
  const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(entries).toContainEqual(
    expect.objectContaining({ by: { type: 'engine' }, input: { type: 'staff.hand', to: 'F3' } }),
  );
  expect((await lead.act({ type: 'exercise.end' })).type).toBe('done');
  expect((await lead.act({ type: 'exercise.close' })).type).toBe('done');
  // The host itself was the first lead, and ends all the same when the exercise is closed.
  expect(await host.ended).toBe(0);
  expect((await run(['verify', folder])).code).toBe(0);

  const late = await run(['staff', folder, '--lead']);
  expect(late.code).toBe(2);
  expect(late.err).toContain('beredt resume');
}, 60_000);

test('a link is no folder, and a folder is no link', async () => {
  const link = await run(['staff', 'http://127.0.0.1:1/#c=abcdefgh', '--lead']);
  expect(link.code).toBe(2);
  expect(link.err).toContain('no link');
  const folder = await run(['staff', await tempFolder()]);
  expect(folder.code).toBe(2);
}, 30_000);
