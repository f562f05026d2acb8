/** A journal's file from opening to closing: torn tails, broken chains, two writers, cuts. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFileJournal, readFileJournal } from '../../../../engine/runtime/journal/file.ts';
import { EMPTY, readLines } from '../../../../engine/runtime/journal/journal.ts';
import { link } from '../../../../engine/runtime/journal/chain.ts';
import { draft, drafts } from '../../../contract/drafts.ts';
import { collect, expectFault } from '../../../contract/journal.ts';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beredt-'));
  path = join(folder, 'journal.jsonl');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What a journal of `count` entries holds. */
function text(count: number): string {
  return link(drafts(0, count), EMPTY)
    .lines.map((line) => `${line}\n`)
    .join('');
}
const names = async (): Promise<string[]> => (await readdir(folder)).toSorted();

describe('opening', () => {
  test('makes a file for its owner only, and leaves no lock behind', async () => {
    const { journal, entries } = await openFileJournal(path);
    expect(entries).toEqual([]);
    expect((await stat(path)).mode & 0o077).toBe(0);
    expect(await names()).toEqual(['journal.jsonl', 'journal.jsonl.lock']);
    await journal.close();
    expect(await names()).toEqual(['journal.jsonl']);
  });

  test('does not begin a journal where one is, nor resume one that is not there', async () => {
    await expectFault(openFileJournal(path, { resume: true }), 'journal-missing');
    await expectFault(openFileJournal(join(folder, 'nowhere', 'j.jsonl')), 'journal-write');
    await writeFile(path, text(1));
    await expectFault(openFileJournal(path), 'journal-exists');
    expect(await readFile(path, 'utf8')).toBe(text(1));
    expect(await names()).toEqual(['journal.jsonl']);
  });

  test('resumes the chain where it was', async () => {
    const first = await openFileJournal(path);
    await first.journal.append(drafts(0, 3));
    await first.journal.close();
    const second = await openFileJournal(path, { resume: true });
    expect(second.entries).toHaveLength(3);
    expect(second).not.toHaveProperty('torn');
    await expectFault(second.journal.append([draft(2)]), 'journal-gap');
    await second.journal.append(drafts(3, 2));
    await second.journal.close();
    expect(await readFile(path, 'utf8')).toBe(text(5));
  });

  test('cuts a torn tail at any byte, keeps what it cut, and goes on', async () => {
    const whole = Buffer.from(text(3));
    const start = Buffer.from(text(2)).length;
    for (let cut = start + 1; cut < whole.length; cut += 37) {
      await writeFile(path, whole.subarray(0, cut));
      const { journal, entries, torn } = await openFileJournal(path, { resume: true });
      expect(entries).toHaveLength(2);
      expect(torn).toEqual({ line: 3, bytes: cut - start });
      await journal.append([draft(2)]);
      await journal.close();
      expect(await readFile(path)).toEqual(whole);
      expect(await readFile(join(folder, 'journal.cut-1'))).toEqual(whole.subarray(start, cut));
      await rm(join(folder, 'journal.cut-1'));
    }
  });

  test('refuses a broken chain, names the entry, and touches nothing', async () => {
    const forged = text(5).replace('Skærmene', 'Skærmen!');
    await writeFile(path, forged);
    const fault = await expectFault(openFileJournal(path, { resume: true }), 'journal-broken');
    expect(fault.details).toMatchObject({ seq: 1, line: 2, why: 'chain' });
    expect(fault.message).toContain('entry 1');
    expect(await readFile(path, 'utf8')).toBe(forged);
    expect(await names()).toEqual(['journal.jsonl']);
  });
});

describe('one writer', () => {
  test('a second host is refused while the first lives', async () => {
    const first = await openFileJournal(path);
    const fault = await expectFault(openFileJournal(path, { resume: true }), 'journal-locked');
    expect(fault.details).toMatchObject({ pid: process.pid, host: hostname() });
    await first.journal.close();
    const second = await openFileJournal(path, { resume: true });
    await second.journal.close();
  });

  test('reading needs no lock, and sees what is durable', async () => {
    const { journal } = await openFileJournal(path);
    await journal.append(drafts(0, 3));
    expect((await readFileJournal(path)).entries).toHaveLength(3);
    await journal.close();
    await expectFault(readFileJournal(join(folder, 'other.jsonl')), 'journal-missing');
  });
});

describe('truncateTo', () => {
  test('drops what comes after, keeps a copy, and the chain goes on from there', async () => {
    await writeFile(path, text(6));
    const { journal } = await openFileJournal(path, { resume: true });
    await journal.truncateTo(3);
    expect((await collect(journal.read())).map((entry) => entry.seq)).toEqual([0, 1, 2, 3]);
    expect(await readFile(path, 'utf8')).toBe(text(4));
    expect(await readFile(join(folder, 'journal.cut-1'), 'utf8')).toBe(
      text(6).slice(text(4).length),
    );
    await journal.append(drafts(4, 4));
    await journal.truncateTo(7);
    await journal.truncateTo(0);
    expect(await readFile(join(folder, 'journal.cut-2'), 'utf8')).toBe(
      text(8).slice(text(1).length),
    );
    await journal.append(drafts(1, 1));
    await journal.close();
    expect(await readFile(path, 'utf8')).toBe(text(2));
    expect(await names()).toEqual(['journal.cut-1', 'journal.cut-2', 'journal.jsonl']);
  });

  test('to before the first entry empties it', async () => {
    await writeFile(path, text(2));
    const { journal } = await openFileJournal(path, { resume: true });
    await journal.truncateTo(-1);
    await journal.append([draft(0)]);
    await journal.close();
    expect(readLines(await readFile(path)).entries).toHaveLength(1);
  });
});

test('an entry longer than a stride is read whole', async () => {
  const { journal } = await openFileJournal(path);
  const long = 'å'.repeat(400_000);
  await journal.append([draft(0), draft(1, long), draft(2), draft(3, long)]);
  const entries = await collect(journal.read(1));
  expect(entries.map((entry) => entry.seq)).toEqual([1, 2, 3]);
  expect(JSON.stringify(entries[2])).toContain(long);
  await journal.close();
});
