/** `beredt schema`: to the screen, beside a scenario of one's own, and where nothing can be written. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run, tempFolder } from '../e2e/process.ts';

const shipped = (name: string): Promise<string> =>
  readFile(join(import.meta.dirname, '..', '..', 'scenarios', name), 'utf8');

test('the shipped schema goes to the screen', async () => {
  const done = await run(['schema']);
  expect([done.code, done.err]).toEqual([0, '']);
  expect(done.out).toBe(await shipped('scenario.schema.json'));
});

test('it is written beside a scenario outside the package', async () => {
  const file = join(await tempFolder(), 'scenario.schema.json');
  const done = await run(['schema', '--out', file]);
  expect(done.code).toBe(0);
  expect(done.out).toContain(file);
  expect(await readFile(file, 'utf8')).toBe(await shipped('scenario.schema.json'));
});

test.each(['da', 'en'])('the reference is in the language of the reader: %s', async (lang) => {
  const done = await run(['schema', '--format', 'reference', '--lang', lang]);
  expect([done.code, done.out]).toEqual([0, await shipped(`REFERENCE.${lang}.md`)]);
});

test('where nothing can be written, it says so', async () => {
  const file = join(await tempFolder(), 'nowhere', 'scenario.schema.json');
  const done = await run(['schema', '--out', file], { LANG: 'da_DK.UTF-8' });
  expect([done.code, done.out]).toEqual([2, '']);
  expect(done.err).toContain(`Kan ikke skrive til ${file}: mappen findes ikke.`);
});

test('an unknown format is refused with those there are', async () => {
  const done = await run(['schema', '--format', 'xml'], { LANG: 'en_GB.UTF-8' });
  expect(done.code).toBe(2);
  expect(done.err).toContain('json, reference');
});
