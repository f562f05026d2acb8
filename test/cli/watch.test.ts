/** Checking again at each save: what is a change, and what is none. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { watchFolder, type Watching } from '../../cli/watch.ts';
import { tempFolder } from '../e2e/process.ts';

const open: Watching[] = [];
afterEach(() => {
  for (const watching of open.splice(0)) watching.close();
});

/** A folder under watch, and a way to wait for the next change after some act. */
async function watched(): Promise<{
  readonly folder: string;
  readonly file: string;
  readonly after: (act: () => Promise<unknown>) => Promise<void>;
  readonly count: () => number;
}> {
  const folder = join(await tempFolder(), 'scenario');
  const file = join(folder, 'scenario.yaml');
  await mkdir(join(folder, 'injects'), { recursive: true });
  await writeFile(file, 'one');
  let count = 0;
  let told: () => void = () => undefined;
  const next = (): Promise<void> => new Promise((resolve) => (told = resolve));
  const first = next();
  const changed = (): Promise<void> => {
    count += 1;
    told();
    return Promise.resolve();
  };
  open.push(watchFolder(folder, changed));
  await first;
  return {
    folder,
    file,
    count: () => count,
    after: async (act) => {
      const change = next();
      await act();
      await change;
    },
  };
}

test('a saved file, a new file below, and a file that is gone are changes', async () => {
  const { folder, file, after } = await watched();
  await after(() => writeFile(file, 'two'));
  const below = join(folder, 'injects', 'new.yaml');
  await after(() => writeFile(below, 'x'));
  await after(() => rm(below));
});

test('a file put in place of another, as editors do, is a change, each time', async () => {
  const { file, after } = await watched();
  for (const text of ['two', 'three', 'four']) {
    await after(async () => {
      await writeFile(`${file}.tmp`, text);
      await rename(`${file}.tmp`, file);
    });
  }
});

test('a folder that goes away and comes back is watched as before', async () => {
  const { folder, file, after } = await watched();
  await after(() => rename(folder, `${folder}.away`));
  await after(() => rename(`${folder}.away`, folder));
  await after(() => writeFile(file, 'after all'));
  await after(() => rm(folder, { recursive: true }));
  await after(async () => {
    await mkdir(folder);
    await writeFile(file, 'again');
  });
});

test('one who is told while still busy with the last change is told again afterwards', async () => {
  const folder = join(await tempFolder(), 'scenario');
  await mkdir(folder);
  const seen: number[] = [];
  let running = 0;
  let done: () => void = () => undefined;
  const twice = new Promise<void>((resolve) => (done = resolve));
  const changed = async (): Promise<void> => {
    running += 1;
    seen.push(running);
    // Something changes while the first answer is still being worked out.
    if (seen.length === 1) await writeFile(join(folder, 'a.yaml'), 'x');
    if (seen.length === 2) done();
    running -= 1;
  };
  open.push(watchFolder(folder, changed));
  await twice;
  expect(Math.max(...seen)).toBe(1);
});

test('closed, it says nothing more', async () => {
  const { file, after, count } = await watched();
  await after(() => writeFile(file, 'two'));
  const before = count();
  for (const watching of open) watching.close();
  const other = await watched();
  await writeFile(file, 'three');
  await other.after(() => writeFile(other.file, 'later'));
  expect(count()).toBe(before);
});
