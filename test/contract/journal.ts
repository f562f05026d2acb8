/**
 * What every journal must do, whatever it is kept in. Knows: the Journal interface. Does not know:
 * which journal is being tested.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../engine/exercise/entry.ts';
import { Fault } from '../../engine/runtime/fault.ts';
import {
  encodeLine,
  GENESIS,
  hashLine,
  readLines,
  type Journal,
} from '../../engine/runtime/journal/journal.ts';
import { asDraft, asJson, batches, draft, drafts } from './drafts.ts';

/** A journal under test, and the bytes that it keeps. */
export type Specimen = {
  readonly journal: Journal;
  readonly bytes: () => Promise<Uint8Array>;
  readonly dispose: () => Promise<void>;
};

export function journalContract(name: string, open: () => Promise<Specimen>): void {
  async function withJournal(use: (specimen: Specimen) => Promise<void>): Promise<void> {
    const specimen = await open();
    try {
      await use(specimen);
    } finally {
      await specimen.journal.close();
      await specimen.dispose();
    }
  }
  const inJournal = (use: (specimen: Specimen) => Promise<void>) => (): Promise<void> =>
    withJournal(use);

  describe(`the journal contract: ${name}`, () => {
    test(
      'an empty journal reads as nothing',
      inJournal(async ({ journal }) => {
        expect(await collect(journal.read())).toEqual([]);
      }),
    );

    test('what is appended is read back, in order, whatever the texts hold', async () => {
      await fc.assert(
        fc.asyncProperty(batches, (all) =>
          withJournal(async ({ journal, bytes }) => {
            await Promise.all(all.map((batch) => journal.append(batch)));
            const entries = await collect(journal.read());
            expect(entries.map(asDraft)).toEqual(asJson(all.flat()));
            const reading = readLines(await bytes());
            expect(reading.entries).toEqual(entries);
            expect(reading).not.toHaveProperty('torn');
            expect(reading).not.toHaveProperty('broken');
          }),
        ),
        { numRuns: 30 },
      );
    });

    test(
      'each entry carries the hash of the line before',
      inJournal(async ({ journal, bytes }) => {
        await journal.append(drafts(0, 5));
        const lines = Buffer.from(await bytes())
          .toString('utf8')
          .trimEnd()
          .split('\n');
        const entries = await collect(journal.read());
        expect(entries[0]?.prev).toBe(GENESIS);
        for (let seq = 1; seq < 5; seq += 1) {
          expect(entries[seq]?.prev).toBe(hashLine(lines[seq - 1]!));
        }
        expect(lines).toEqual(drafts(0, 5).map((d, i) => encodeLine(d, entries[i]!.prev)));
      }),
    );

    test(
      'reads from any number on',
      inJournal(async ({ journal }) => {
        await journal.append(drafts(0, 20));
        expect((await collect(journal.read(13))).map(seqOf)).toEqual([13, 14, 15, 16, 17, 18, 19]);
        expect(await collect(journal.read(20))).toEqual([]);
        expect(await collect(journal.read(500))).toEqual([]);
      }),
    );

    test(
      'a batch whose numbers do not follow is refused whole',
      inJournal(async ({ journal }) => {
        await journal.append(drafts(0, 3));
        for (const wrong of [[draft(2)], [draft(4)], [draft(3), draft(5)]]) {
          await expectFault(journal.append(wrong), 'journal-gap');
        }
        await journal.append([draft(3)]);
        expect((await collect(journal.read())).map(seqOf)).toEqual([0, 1, 2, 3]);
      }),
    );

    test(
      'an empty batch is durable once everything before it is',
      inJournal(async ({ journal }) => {
        const order: string[] = [];
        await Promise.all([
          journal.append(drafts(0, 2)).then(() => order.push('full')),
          journal.append([]).then(() => order.push('empty')),
        ]);
        expect(order).toEqual(['full', 'empty']);
      }),
    );

    test(
      'appends resolve in the order they were made',
      inJournal(async ({ journal }) => {
        const order: number[] = [];
        const made = Array.from({ length: 50 }, (_, i) =>
          journal.append([draft(i)]).then(() => order.push(i)),
        );
        await Promise.all(made);
        expect(order).toEqual(Array.from({ length: 50 }, (_, i) => i));
      }),
    );

    test(
      'a change to what was appended or read does not reach the record',
      inJournal(async ({ journal }) => {
        const batch = drafts(0, 2);
        await journal.append(batch);
        (batch[0] as { at: number }).at = 999;
        for (const entry of await collect(journal.read())) (entry as { at: number }).at = 999;
        expect((await collect(journal.read())).map((entry) => entry.at)).toEqual([0, 10]);
      }),
    );

    describe('a follower', () => {
      test('is told what there is and what comes, each once, in order', async () => {
        const plan = fc.record({
          before: fc.integer({ min: 0, max: 40 }),
          after: fc.integer({ min: 1, max: 40 }),
          from: fc.integer({ min: 0, max: 60 }),
        });
        await fc.assert(
          fc.asyncProperty(plan, ({ before, after, from }) =>
            withJournal(async ({ journal }) => {
              const total = before + after;
              const heard: number[] = [];
              const early = journal.append(drafts(0, before));
              const stop = journal.tail(from, (entries) => heard.push(...entries.map(seqOf)));
              expect(heard).toEqual([]);
              for (let seq = before; seq < total; seq += 1) await journal.append([draft(seq)]);
              await early;
              const expected = Array.from({ length: total }, (_, i) => i).filter((i) => i >= from);
              await until(() => heard.length >= expected.length);
              expect(heard).toEqual(expected);
              stop();
            }),
          ),
          { numRuns: 30 },
        );
      });

      test(
        'is told nothing that is not durable',
        inJournal(async ({ journal }) => {
          const heard: number[] = [];
          journal.tail(0, (entries) => heard.push(...entries.map(seqOf)));
          for (let seq = 0; seq < 10; seq += 1) {
            const batch = journal.append([draft(seq)]);
            expect(heard).not.toContain(seq);
            await batch;
          }
          await until(() => heard.length === 10);
          const durable = (await collect(journal.read())).map(seqOf);
          expect(heard).toEqual(durable);
        }),
      );

      test(
        'hears nothing after it has stopped',
        inJournal(async ({ journal }) => {
          const heard: number[] = [];
          const others: number[] = [];
          const stop = journal.tail(0, (entries) => {
            heard.push(...entries.map(seqOf));
            stop();
          });
          journal.tail(0, (entries) => others.push(...entries.map(seqOf)));
          await journal.append([draft(0)]);
          await until(() => heard.length > 0 && others.length > 0);
          await journal.append([draft(1)]);
          await until(() => others.length === 2);
          expect(heard).toEqual([0]);
        }),
      );

      test(
        'catches up with a long journal',
        inJournal(async ({ journal }) => {
          await journal.append(drafts(0, 3_000));
          const heard: number[] = [];
          journal.tail(100, (entries) => heard.push(...entries.map(seqOf)));
          await journal.append([draft(3_000)]);
          await until(() => heard.length === 2_901);
          expect(heard[0]).toBe(100);
          expect(heard.every((seq, i) => seq === i + 100)).toBe(true);
        }),
      );
    });

    test(
      'closing waits for what is being written, and then nothing is taken',
      inJournal(async ({ journal, bytes }) => {
        const written = journal.append(drafts(0, 4));
        await journal.close();
        await written;
        expect(readLines(await bytes()).entries).toHaveLength(4);
        await expectFault(journal.append([draft(4)]), 'journal-closed');
        await journal.close();
      }),
    );
  });
}

export async function collect(entries: AsyncIterable<Entry>): Promise<Entry[]> {
  const all: Entry[] = [];
  for await (const entry of entries) all.push(entry);
  return all;
}

export async function expectFault(promise: Promise<unknown>, code: string): Promise<Fault> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Fault);
  const fault = error as Fault;
  expect(fault.code).toBe(code);
  return fault;
}

function seqOf(entry: Entry): number {
  return entry.seq;
}

/** Waits for real work (a disk's) to be done; how long it takes is not for a test to say. */
async function until(done: () => boolean): Promise<void> {
  for (let turns = 0; !done(); turns += 1) {
    if (turns > 200_000) throw new Error('it never happened');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
