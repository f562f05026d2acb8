/**
 * A journal that lives as long as its process: for tests, rehearsals and trial runs.
 * Knows: the same rules as a file's. Does not know: any disk.
 */
import type { Entry } from '../../exercise/entry.ts';
import { link } from './chain.ts';
import { closed as closedFault } from './faults.ts';
import { createFollowers } from './follow.ts';
import { EMPTY, type Journal } from './journal.ts';

export type MemoryJournal = Journal & {
  /** The bytes that a file would hold. */
  readonly text: () => string;
};

export function openMemoryJournal(): MemoryJournal {
  const lines: string[] = [];
  let tip = EMPTY;
  let closed = false;

  async function* read(from = 0): AsyncIterable<Entry> {
    const end = lines.length;
    // Parsed anew, so that nobody holds the record itself in hand and can change it.
    for (let seq = from; seq < end; seq += 1) {
      yield await Promise.resolve(JSON.parse(lines[seq] ?? 'null') as Entry);
    }
  }
  const followers = createFollowers(read);

  return {
    append: async (batch) => {
      if (closed) throw closedFault();
      const linked = link(batch, tip);
      tip = linked.tip;
      for (const line of linked.lines) lines.push(line);
      await Promise.resolve();
      followers.publish(linked.lines);
    },
    read,
    tail: followers.follow,
    close: () => {
      closed = true;
      followers.stop();
      return Promise.resolve();
    },
    text: () => lines.map((line) => `${line}\n`).join(''),
  };
}
