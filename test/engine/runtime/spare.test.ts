/** The spare key: two small files in the host's own folder, and what is not taken for one of them. */
import { chmod, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { refusalText } from '../../../engine/exercise/refusal.ts';
import { askSpare, openSpare, type SpareOptions } from '../../../engine/runtime/spare.ts';
import { hashToken } from '../../../engine/runtime/token.ts';

const TOKEN = 'the-token-that-nobody-else-knows';
const ID = '5f0c1c4e-6f0e-4a39-9a5e-0b6b1f6d7a11';
const REQUEST = 'lead-request.json';
/** Longer than the host looks the other way. */
const A_LOOK = 1_200;

async function folder(hosted = true): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'beredt-spare-'));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  if (hosted) await writeFile(join(made, 'journal.jsonl.lock'), '{}');
  return made;
}

type Asked = readonly [hash: string, id: string];
async function host(at: string, more: Partial<SpareOptions> = {}): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const spare = await openSpare({
    folder: at,
    name: (...args) => {
      asked.push(args);
      return Promise.resolve({ staff: 'F3', before: 'F2' });
    },
    addresses: ['192.0.2.7', '127.0.0.1'],
    port: 8420,
    now: () => Date.now(),
    ...more,
  });
  onTestFinished(() => spare.close());
  return asked;
}

/** As a request is written, but for what is changed. */
const request = (change: object = {}): string =>
  JSON.stringify({ beredt: 1, id: ID, token: hashToken(TOKEN), at: Date.now(), ...change });

test('asked and answered: the host learns the hash alone, and nothing is left lying about', async () => {
  const at = await folder();
  const written: string[] = [];
  const asked = await host(at, {
    name: async (hash, id) => {
      for (const name of await readdir(at)) written.push(await readFile(join(at, name), 'utf8'));
      written.push(hash, id);
      return { staff: 'F3', before: 'F2' };
    },
  });
  const told = await askSpare(at, TOKEN, ID);
  expect(told).toEqual({
    staff: 'F3',
    before: 'F2',
    addresses: ['192.0.2.7', '127.0.0.1'],
    port: 8420,
  });
  expect(asked).toEqual([]);
  expect(written).toContain(hashToken(TOKEN));
  expect(written.join('\n')).not.toContain(TOKEN);
  expect(await readdir(at)).toEqual(['journal.jsonl.lock']);
});

test('a refusal is told in both languages', async () => {
  const at = await folder();
  await host(at, { name: () => Promise.resolve('closed') });
  const told = await askSpare(at, TOKEN, ID);
  const refused = { da: refusalText('closed', 'da'), en: refusalText('closed', 'en') };
  expect(told).toEqual({ refused });
});

test('where no host runs, it is said at once, and nothing is written', async () => {
  const at = await folder(false);
  expect(await askSpare(at, TOKEN, ID)).toBe('no-host');
  expect(await askSpare(join(at, 'nowhere'), TOKEN, ID)).toBe('no-host');
  expect(await readdir(at)).toEqual([]);
});

test('what lay there before the host came was asked of nobody', async () => {
  const at = await folder();
  await writeFile(join(at, REQUEST), request());
  const asked = await host(at);
  await wait(A_LOOK);
  expect(asked).toEqual([]);
  expect(await readdir(at)).toEqual(['journal.jsonl.lock']);
});

test.each([
  ['no JSON', 'lead'],
  ['a token in place of its hash', request({ token: TOKEN })],
  ['a word too many', request({ staff: 'F1' })],
  ['an old one', request({ at: Date.now() - 60_000 })],
  ['one of tomorrow', request({ at: Date.now() + 86_400_000 })],
  ['a name that leads elsewhere', request({ id: '../../../etc/passwd' })],
  ['far too much', request() + ' '.repeat(100_000)],
])('%s is taken away and does nothing', async (_, text) => {
  const at = await folder();
  const asked = await host(at);
  await writeFile(join(at, REQUEST), text, { mode: 0o600 });
  await wait(A_LOOK);
  expect(asked).toEqual([]);
  expect(await readdir(at)).toEqual(['journal.jsonl.lock']);
  // And the next one is answered.
  await writeFile(join(at, REQUEST), request(), { mode: 0o600 });
  await wait(A_LOOK);
  expect(asked).toEqual([[hashToken(TOKEN), ID]]);
});

test.skipIf(process.platform === 'win32')(
  'a link to another file, and a file that others may write in, are no request',
  async () => {
    const at = await folder();
    const asked = await host(at);
    const elsewhere = await folder();
    await writeFile(join(elsewhere, 'request'), request(), { mode: 0o600 });
    await symlink(join(elsewhere, 'request'), join(at, REQUEST));
    await wait(A_LOOK);
    expect(await readdir(at)).toEqual(['journal.jsonl.lock']);
    expect(await readdir(elsewhere)).toContain('request');
    await writeFile(join(at, REQUEST), request());
    await chmod(join(at, REQUEST), 0o666);
    await wait(A_LOOK);
    expect(asked).toEqual([]);
  },
);
