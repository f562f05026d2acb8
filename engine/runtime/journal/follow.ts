/**
 * Those who follow a journal as it grows. Knows: catching up and keeping order. Does not know: where
 * entries are kept; reading is handed in.
 */
import type { Entry } from '../../exercise/entry.ts';

export type Followers = {
  readonly follow: (from: number, on: (entries: readonly Entry[]) => void) => () => void;
  /** Lines that have become durable, next after those published before. */
  readonly publish: (lines: readonly string[]) => void;
  readonly stop: () => void;
};

/** How many entries a follower that catches up is given at a time. */
const CHUNK = 512;

export function createFollowers(read: (from: number) => AsyncIterable<Entry>): Followers {
  const all = new Set<(entries: readonly Entry[]) => void>();

  function follow(from: number, on: (entries: readonly Entry[]) => void): () => void {
    let next = from;
    /** What is published while this follower still reads what was there before. */
    let meanwhile: Entry[] | undefined = [];

    function deliver(entries: readonly Entry[]): void {
      const news = entries.filter((entry) => entry.seq >= next);
      const last = news.at(-1);
      if (!last || !all.has(hear)) return;
      next = last.seq + 1;
      call(on, news);
    }
    function hear(entries: readonly Entry[]): void {
      if (meanwhile) meanwhile.push(...entries);
      else deliver(entries);
    }
    async function catchUp(): Promise<void> {
      let chunk: Entry[] = [];
      for await (const entry of read(from)) {
        if (!all.has(hear)) return;
        chunk.push(entry);
        if (chunk.length < CHUNK) continue;
        deliver(chunk);
        chunk = [];
      }
      deliver(chunk);
      const heard = meanwhile ?? [];
      meanwhile = undefined;
      deliver(heard);
    }

    all.add(hear);
    catchUp().catch((error: unknown) => {
      // Stopped or closed meanwhile: nobody misses anything.
      if (all.delete(hear)) surface(error);
    });
    return () => void all.delete(hear);
  }

  return {
    follow,
    publish: (lines) => {
      // Parsed for those who listen: they can change nothing that others or the record see.
      if (all.size === 0) return;
      const entries = lines.map((line) => JSON.parse(line) as Entry);
      for (const hear of [...all]) hear(entries);
    },
    stop: () => all.clear(),
  };
}

/** A listener's own mistake must neither stop the journal nor be swallowed. */
function call(on: (entries: readonly Entry[]) => void, entries: readonly Entry[]): void {
  try {
    on(entries);
  } catch (error) {
    surface(error);
  }
}

function surface(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
