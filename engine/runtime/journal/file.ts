/**
 * The journal as a file: one line an entry, committed in groups. Knows: durability. Does not know:
 * what entries mean. While one group is being made safe, all that arrives meanwhile becomes the
 * next: many senders share one write and one fdatasync, and a batch is never split over two.
 */
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Draft, Entry } from '../../exercise/entry.ts';
import { Fault } from '../fault.ts';
import { takeLock } from '../lock.ts';
import { link } from './chain.ts';
import { cut } from './cut.ts';
import { openDisk, type Disk } from './disk.ts';
import { broken, closed, exists, locked, missing, unreadable, unwritable } from './faults.ts';
import { createFollowers, type Followers } from './follow.ts';
import { EMPTY, hashLine, readLines, type Journal, type Reading, type Tip } from './journal.ts';

type Waiting = {
  readonly lines: readonly string[];
  readonly resolve: () => void;
  readonly reject: (fault: Fault) => void;
};

/** How much is read from the file at a time, bytes; one entry may be longer. */
const STRIDE = 256 * 1024;

export class FileJournal implements Journal {
  readonly #path: string;
  readonly #disk: Disk;
  readonly #unlock: () => Promise<void>;
  readonly #followers: Followers;
  /** Where each durable line ends. */
  readonly #ends: number[];
  /** The last entry accepted, durable or not. */
  #tip: Tip;
  #queue: Waiting[] = [];
  #committing: Promise<void> | undefined;
  #failed: Fault | undefined;
  #closing: Promise<void> | undefined;

  constructor(path: string, disk: Disk, reading: Reading, unlock: () => Promise<void>) {
    this.#path = path;
    this.#disk = disk;
    this.#unlock = unlock;
    this.#ends = [...reading.ends];
    this.#tip = reading.tip;
    this.#followers = createFollowers((from) => this.read(from));
  }

  append(batch: readonly Draft[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const fault = this.#failed ?? (this.#closing && closed());
      if (fault) throw fault;
      const linked = link(batch, this.#tip);
      this.#tip = linked.tip;
      this.#queue.push({ lines: linked.lines, resolve, reject });
      this.#committing ??= this.#commit();
    });
  }

  async #commit(): Promise<void> {
    // Those who append in the same turn of the event loop share the first group.
    await nextTurn();
    while (this.#queue.length > 0) {
      const group = this.#queue;
      this.#queue = [];
      const lines = group.flatMap((waiting) => waiting.lines);
      try {
        if (lines.length > 0) await this.#store(lines);
      } catch (error) {
        await this.#fail(error, group);
        break;
      }
      for (const waiting of group) waiting.resolve();
      this.#followers.publish(lines);
      // Those who were waiting and now append again join the next group rather than the one after.
      await nextTurn();
    }
    this.#committing = undefined;
  }

  async #store(lines: readonly string[]): Promise<void> {
    await this.#disk.write(Buffer.from(lines.join('\n') + '\n', 'utf8'));
    await this.#disk.sync();
    let end = this.#durable();
    for (const line of lines) this.#ends.push((end += Buffer.byteLength(line) + 1));
  }

  /**
   * After a failed write or sync nobody knows what the disk holds, and trying again would only
   * seem to help: the journal takes nothing more. What nobody was promised is cut off if possible.
   */
  async #fail(cause: unknown, group: readonly Waiting[]): Promise<void> {
    const fault = unwritable(this.#path, cause);
    this.#failed = fault;
    await this.#disk.truncate(this.#durable()).catch(() => undefined);
    const stranded = [...group, ...this.#queue];
    this.#queue = [];
    for (const waiting of stranded) waiting.reject(fault);
  }

  #durable(): number {
    return this.#ends.at(-1) ?? 0;
  }

  async *read(from = 0): AsyncIterable<Entry> {
    const last = this.#ends.length;
    let seq = Math.max(0, from);
    while (seq < last) {
      const start = this.#ends[seq - 1] ?? 0;
      const next = this.#strideFrom(seq, start, last);
      const bytes = await this.#range(start, this.#ends[next - 1] ?? start);
      yield* parseLines(bytes);
      seq = next;
    }
  }

  /** The first entry after a stride that begins with `seq`. */
  #strideFrom(seq: number, start: number, last: number): number {
    let next = seq + 1;
    while (next < last && (this.#ends[next] ?? 0) - start <= STRIDE) next += 1;
    return next;
  }

  async #range(start: number, end: number): Promise<Uint8Array> {
    try {
      return await this.#disk.read(start, end);
    } catch (cause) {
      throw unreadable(this.#path, cause);
    }
  }

  tail(from: number, on: (entries: readonly Entry[]) => void): () => void {
    return this.#followers.follow(from, on);
  }

  /**
   * Drops every entry after `seq`; what is cut is kept beside the journal. For resuming, before
   * anybody appends or follows: the last group of entries may lack its end.
   */
  async truncateTo(seq: number): Promise<void> {
    await this.#committing;
    if (this.#failed) throw this.#failed;
    if (seq >= this.#ends.length - 1) return;
    const end = seq < 0 ? 0 : (this.#ends[seq] ?? 0);
    const start = seq < 1 ? 0 : (this.#ends[seq - 1] ?? 0);
    const line = seq < 0 ? undefined : await this.#range(start, end - 1);
    await cut(this.#path, this.#disk, end, this.#durable());
    this.#ends.length = seq + 1;
    this.#tip = line ? { seq, hash: hashLine(line) } : EMPTY;
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    await this.#committing;
    this.#followers.stop();
    await this.#disk.close();
    await this.#unlock();
  }
}

export type Opened = {
  readonly journal: FileJournal;
  /** What was in it already. */
  readonly entries: readonly Entry[];
  /** A last line that was never written whole. It has been cut off and kept beside the journal. */
  readonly torn?: NonNullable<Reading['torn']>;
};

/** Opens the journal at `path` for its one writer: a new one, or (`resume`) one that is there. */
export async function openFileJournal(
  path: string,
  options: { readonly resume?: boolean } = {},
): Promise<Opened> {
  const lock = await takeLock(`${path}.lock`).catch((cause: unknown) => {
    throw unwritable(path, cause);
  });
  if (lock.type === 'taken') throw locked(path, lock.by);
  let disk: Disk | undefined;
  try {
    await requirePresence(path, options.resume === true);
    disk = await openDisk(path);
    const reading = soundReading(path, readLines(await disk.read(0, await disk.size())));
    const { torn, bytes } = reading;
    if (torn) await cut(path, disk, bytes, bytes + torn.bytes);
    const journal = new FileJournal(path, disk, reading, lock.release);
    return { journal, entries: reading.entries, ...(torn ? { torn } : {}) };
  } catch (error) {
    await disk?.close();
    await lock.release();
    throw error instanceof Fault ? error : unreadable(path, error);
  }
}

/** Reads a journal that somebody else may be writing: for reports, replay and verification. */
export async function readFileJournal(path: string): Promise<Reading> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw isMissing(cause) ? missing(path) : unreadable(path, cause);
  });
  return readLines(bytes);
}

async function requirePresence(path: string, wanted: boolean): Promise<void> {
  const there = (await readdir(dirname(path))).includes(basename(path));
  if (wanted && !there) throw missing(path);
  if (!wanted && there) throw exists(path);
}

function soundReading(path: string, reading: Reading): Reading {
  if (reading.broken) throw broken(path, reading.broken);
  return reading;
}

function* parseLines(bytes: Uint8Array): Iterable<Entry> {
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    const line = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
    yield JSON.parse(line.toString('utf8')) as Entry;
    start = end + 1;
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
