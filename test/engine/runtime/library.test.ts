import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLibrary, type LibraryRow } from '../../../engine/runtime/library.ts';
import { expectFault } from '../../contract/journal.ts';

let folder = '';
let file = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beredt-'));
  file = join(folder, 'library.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function row(id: string, more: Partial<LibraryRow> = {}): LibraryRow {
  return {
    id,
    folder: `/data/${id}`,
    scenario: 'kommune-it-ransomware',
    title: { da: 'Fællesdrift nede', en: 'Shared operations down' },
    createdAt: '2026-09-18T00:10:00.000Z',
    status: 'planned',
    ...more,
  };
}

test('is empty and in Danish where there is none yet, and makes its folder', async () => {
  const library = await openLibrary(join(folder, 'deep', 'data'));
  expect(library.exercises()).toEqual([]);
  expect(library.settings()).toEqual({ lang: 'da' });
  expect(await readdir(join(folder, 'deep', 'data'))).toEqual([]);
});

test('remembers what was put in it', async () => {
  const library = await openLibrary(folder);
  await library.put(row('a'));
  await library.put(row('b'));
  await library.put(row('a', { title: 'Igen' }));
  await library.set({ lang: 'en' });
  for (const each of [library, await openLibrary(folder)]) {
    expect(each.exercises().map(({ id }) => id)).toEqual(['b', 'a']);
    expect(each.find('a')).toEqual(row('a', { title: 'Igen' }));
    expect(each.find('c')).toBeUndefined();
    expect(each.settings()).toEqual({ lang: 'en' });
  }
  expect((await stat(file)).mode & 0o077).toBe(0);
});

test('changes and removes a row, and says when there was none', async () => {
  const library = await openLibrary(folder);
  await library.put(row('a'));
  expect(await library.change('a', { status: 'closed', closedAt: 'now' })).toBe(true);
  expect(library.find('a')).toEqual(row('a', { status: 'closed', closedAt: 'now' }));
  expect(await library.change('b', { status: 'closed' })).toBe(false);
  expect(await library.remove('b')).toBe(false);
  expect(await library.remove('a')).toBe(true);
  expect((await openLibrary(folder)).exercises()).toEqual([]);
});

test('two hosts that write at the same time lose nothing of each other’s', async () => {
  const [one, two] = [await openLibrary(folder), await openLibrary(folder)];
  await Promise.all(
    Array.from({ length: 20 }, (_, i) => (i % 2 ? one : two).put(row(`exercise-${i}`))),
  );
  const ids = (await openLibrary(folder)).exercises().map(({ id }) => id);
  expect(ids.toSorted()).toEqual(Array.from({ length: 20 }, (_, i) => `exercise-${i}`).toSorted());
  expect(await readdir(folder)).toEqual(['library.json']);
});

test.each([
  ['cut off', '{"beredt":1,"exerc'],
  ['something else', '[]'],
  ['of a later format', '{"beredt":2,"exercises":[],"settings":{"lang":"da"}}'],
  ['wrong in one row', '{"beredt":1,"exercises":[{"id":7}],"settings":{"lang":"da"}}'],
])('one that is %s is a Fault, and is kept', async (_, text) => {
  await writeFile(file, text);
  const fault = await expectFault(openLibrary(folder), 'library-corrupt');
  expect(fault.details).toEqual({ path: file, copy: `${file}.corrupt-1` });
  expect(fault.cause).toBeInstanceOf(Error);
  expect(await readFile(`${file}.corrupt-1`, 'utf8')).toBe(text);
  await writeFile(file, '{');
  await expectFault(openLibrary(folder), 'library-corrupt');
  expect((await readdir(folder)).toSorted()).toEqual([
    'library.json.corrupt-1',
    'library.json.corrupt-2',
  ]);
  expect((await openLibrary(folder)).exercises()).toEqual([]);
});

test('what a later version has written beside it is kept', async () => {
  const text = '{"beredt":1,"exercises":[],"settings":{"lang":"en","theme":"dark"},"shelf":[1]}';
  await writeFile(file, text);
  const library = await openLibrary(folder);
  await library.put(row('a'));
  const kept = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  expect(kept).toMatchObject({ shelf: [1], settings: { lang: 'en', theme: 'dark' } });
});

test('a write that fails is a Fault, and nothing is shown as if it had been written', async () => {
  const library = await openLibrary(folder);
  await library.put(row('a'));
  await rm(folder, { recursive: true });
  await expectFault(library.put(row('b')), 'library-write');
  expect(library.find('b')).toBeUndefined();
});

test('a file that a crash left half written does no harm', async () => {
  await writeFile(join(folder, '.library.json.tmp'), '{"bered', { mode: 0o644 });
  const library = await openLibrary(folder);
  await library.put(row('a'));
  expect(await readdir(folder)).toEqual(['library.json']);
  expect((await stat(file)).mode & 0o077).toBe(0);
});
