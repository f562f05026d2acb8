/** When an append may be called durable: on a disk that can be held back, and on one that fails. */
import { describe, expect, test } from 'vitest';
import { FileJournal } from '../../../../engine/runtime/journal/file.ts';
import type { Disk } from '../../../../engine/runtime/journal/disk.ts';
import { readLines } from '../../../../engine/runtime/journal/journal.ts';
import { draft, drafts } from '../../../contract/drafts.ts';
import { collect, expectFault } from '../../../contract/journal.ts';

type Failure = 'write' | 'half' | 'sync' | undefined;

/** A disk in memory. `syncs` are held until let go, and it fails when it is told to. */
function heldDisk() {
  let bytes = Buffer.alloc(0);
  const writes: string[] = [];
  const held: (() => void)[] = [];
  let hold = false;
  let failure: Failure;
  const error = (): Error => Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  const disk: Disk = {
    size: () => Promise.resolve(bytes.length),
    read: (start, end) => Promise.resolve(bytes.subarray(start, end)),
    write: (more) => {
      if (failure === 'write') return Promise.reject(error());
      const taken = failure === 'half' ? more.subarray(0, more.length / 2) : more;
      writes.push(Buffer.from(taken).toString('utf8'));
      bytes = Buffer.concat([bytes, taken]);
      return failure === 'half' ? Promise.reject(error()) : Promise.resolve();
    },
    sync: () => {
      if (failure === 'sync') return Promise.reject(error());
      return hold ? new Promise((resolve) => held.push(resolve)) : Promise.resolve();
    },
    truncate: (length) => {
      bytes = bytes.subarray(0, length);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
  return {
    disk,
    writes,
    text: () => bytes.toString('utf8'),
    hold: () => (hold = true),
    holding: () => held.length,
    letGo: () => held.splice(0).forEach((go) => go()),
    fail: (how: Failure) => (failure = how),
  };
}

function journalOn(disk: Disk): FileJournal {
  return new FileJournal('journal.jsonl', disk, readLines(new Uint8Array()), () =>
    Promise.resolve(),
  );
}

/** Lets everything happen that can happen by itself. */
async function settle(): Promise<void> {
  for (let i = 0; i < 20; i += 1) await new Promise((resolve) => setImmediate(resolve));
}

const numbersIn = (text: string): number[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { seq: number }).seq);

describe('group commit', () => {
  test('nobody is told before the disk has said that it is safe', async () => {
    const held = heldDisk();
    held.hold();
    const journal = journalOn(held.disk);
    const told: string[] = [];
    journal.tail(0, (entries) => told.push(...entries.map((entry) => `heard ${entry.seq}`)));
    const done = journal.append(drafts(0, 2)).then(() => told.push('durable'));
    await settle();
    expect(held.writes).toHaveLength(1);
    expect(told).toEqual([]);
    expect(await collect(journal.read())).toEqual([]);
    held.letGo();
    await done;
    await settle();
    expect(told.toSorted()).toEqual(['durable', 'heard 0', 'heard 1']);
    expect(await collect(journal.read())).toHaveLength(2);
  });

  test('all that arrives during one sync is one write and one sync, in order', async () => {
    const held = heldDisk();
    held.hold();
    const journal = journalOn(held.disk);
    const made = [journal.append([draft(0)])];
    await settle();
    for (let seq = 1; seq < 100; seq += 3) {
      made.push(journal.append(drafts(seq, 3)));
      await settle();
    }
    expect(held.writes).toHaveLength(1);
    expect(held.holding()).toBe(1);
    held.letGo();
    await settle();
    expect(held.writes).toHaveLength(2);
    expect(numbersIn(held.writes[1]!)).toEqual(Array.from({ length: 99 }, (_, i) => i + 1));
    expect(held.holding()).toBe(1);
    held.letGo();
    await Promise.all(made);
    await settle();
    expect(held.writes).toHaveLength(2);
    expect(readLines(Buffer.from(held.text())).entries).toHaveLength(100);
  });

  test('those who append in the same turn share the first write already', async () => {
    const held = heldDisk();
    const journal = journalOn(held.disk);
    await Promise.all([0, 1, 2, 3].map((seq) => journal.append([draft(seq)])));
    expect(held.writes).toHaveLength(1);
  });
});

describe.each(['write', 'half', 'sync'] as const)('when the disk fails at %s', (how) => {
  test('everybody who waits is told, and the journal takes nothing more', async () => {
    const held = heldDisk();
    const journal = journalOn(held.disk);
    await journal.append(drafts(0, 2));
    held.hold();
    const first = journal.append([draft(2)]);
    await settle();
    held.fail(how);
    const waiting = [journal.append([draft(3)]), journal.append([draft(4)])];
    held.letGo();
    await first;
    const faults = await Promise.all(waiting.map((each) => expectFault(each, 'journal-write')));
    expect(faults[0]!.cause).toMatchObject({ code: 'ENOSPC' });
    held.fail(undefined);
    const later = await expectFault(journal.append([draft(5)]), 'journal-write');
    expect(later).toBe(faults[0]);
    expect(await expectFault(journal.append([draft(3)]), 'journal-write')).toBe(faults[0]);
    await journal.close();
  });

  test('what nobody was promised is not in the file, and what was promised is', async () => {
    const held = heldDisk();
    const journal = journalOn(held.disk);
    const heard: number[] = [];
    journal.tail(0, (entries) => heard.push(...entries.map((entry) => entry.seq)));
    await journal.append(drafts(0, 2));
    held.fail(how);
    await expectFault(journal.append(drafts(2, 3)), 'journal-write');
    await settle();
    expect(numbersIn(held.text())).toEqual([0, 1]);
    expect((await collect(journal.read())).map((entry) => entry.seq)).toEqual([0, 1]);
    expect(heard).toEqual([0, 1]);
  });
});
