/**
 * A small JSON document on disk, kept by lowdb. Knows: whole files, written atomically and readable
 * by their owner only. Does not know: what is in them. lowdb's own file adapter creates its file
 * for everybody to read and lets two processes overwrite each other; hence this one.
 */
import { open, readFile, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Low, type Adapter } from 'lowdb';
import { Fault } from './fault.ts';
import { syncFolder } from './journal/disk.ts';
import { takeLock } from './lock.ts';

export type Store<T> = {
  /** As it was last read or written here. */
  readonly get: () => T;
  /**
   * Reads afresh, changes, writes; resolves with the change's result once it is on disk. `change`
   * is pure and may throw: then nothing is changed, and its error comes back.
   */
  readonly update: <R>(change: (data: T) => readonly [next: T, result: R]) => Promise<R>;
  /** Deletes what unreadable files were set aside as. */
  readonly forgetCopies: () => Promise<void>;
};

export type StoreKind = 'library' | 'roster' | 'actions';

/** What a store is made of. `kind` is the first half of its Faults' codes. */
export type Shape<T> = {
  readonly kind: StoreKind;
  readonly blank: T;
  /** Throws when `value` is not a T. */
  readonly parse: (value: unknown) => T;
};

type Waiting<T> = {
  readonly apply: (data: T) => T;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
};

/** Opens the document at `path`. One that is missing is blank, and is created by the first update. */
export async function openStore<T>(path: string, shape: Shape<T>): Promise<Store<T>> {
  const db = new Low<T>(privateFile(path, shape), shape.blank);
  await db.read();
  /** What is on disk as far as we know. `db.data` is blank or ahead of it while a change is made. */
  let known = db.data;
  let queue: Waiting<T>[] = [];
  let running = false;

  /** All that is asked for while one write is under way shares the next. */
  async function run(): Promise<void> {
    running = true;
    while (queue.length > 0) {
      const group = queue;
      queue = [];
      try {
        for (const waiting of await commit(group)) waiting.resolve();
      } catch (error) {
        for (const waiting of group) waiting.reject(error);
      }
    }
    running = false;
  }
  /** Those whose change is on disk; the others have been told why not. */
  async function commit(group: readonly Waiting<T>[]): Promise<readonly Waiting<T>[]> {
    const release = await lockFor(path, shape.kind);
    try {
      db.data = shape.blank;
      await db.read();
      known = db.data;
      const sound: Waiting<T>[] = [];
      for (const waiting of group) {
        try {
          db.data = waiting.apply(db.data);
          sound.push(waiting);
        } catch (error) {
          waiting.reject(error);
        }
      }
      if (db.data !== known) await db.write();
      known = db.data;
      return sound;
    } finally {
      await release();
    }
  }

  return {
    get: () => known,
    update: <R>(change: (data: T) => readonly [next: T, result: R]) =>
      new Promise<R>((resolve, reject) => {
        let result: R;
        const apply = (data: T): T => {
          const [next, value] = change(data);
          result = value;
          return next;
        };
        queue.push({ apply, resolve: () => resolve(result), reject });
        if (!running) void run();
      }),
    forgetCopies: async () => {
      const folder = dirname(path);
      for (const name of await corruptCopies(path)) await rm(join(folder, name), { force: true });
    },
  };
}

/** lowdb's adapter: missing reads as null, unreadable is set aside, and a write is all or nothing. */
function privateFile<T>(path: string, shape: Shape<T>): Adapter<T> {
  const { kind, parse } = shape;
  const details = { path };
  return {
    read: async () => {
      const text = await readFile(path, 'utf8').catch((cause: unknown) => {
        if (isMissing(cause)) return undefined;
        throw new Fault(`${kind}-read`, `cannot read ${path}`, { cause, details });
      });
      if (text === undefined) return null;
      try {
        return parse(JSON.parse(text));
      } catch (cause) {
        const copy = await setAside(path);
        const message = `${path} is not a ${kind}; it is kept as ${copy}`;
        throw new Fault(`${kind}-corrupt`, message, { cause, details: { path, copy } });
      }
    },
    write: async (data) => {
      try {
        await replace(path, `${JSON.stringify(data, null, 2)}\n`);
      } catch (cause) {
        throw new Fault(`${kind}-write`, `cannot write ${path}`, { cause, details });
      }
    },
  };
}

async function replace(path: string, text: string): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.tmp`);
  // One that a crash left behind may be open to others' eyes, or not ours.
  await rm(draft, { force: true });
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  await syncFolder(dirname(path));
}

async function setAside(path: string): Promise<string> {
  const numbers = (await corruptCopies(path)).map((name) => Number(/\d+$/.exec(name)?.[0] ?? 0));
  const copy = `${path}.corrupt-${Math.max(0, ...numbers) + 1}`;
  await rename(path, copy);
  return copy;
}

async function corruptCopies(path: string): Promise<string[]> {
  const names = await readdir(dirname(path));
  return names.filter((name) => name.startsWith(`${basename(path)}.corrupt-`));
}

const PATIENCE = 3_000;
const PAUSE = 15;

async function lockFor(path: string, kind: StoreKind): Promise<() => Promise<void>> {
  for (let waited = 0; ; waited += PAUSE) {
    const lock = await takeLock(`${path}.lock`).catch((cause: unknown) => {
      throw new Fault(`${kind}-write`, `cannot write ${path}`, { cause, details: { path } });
    });
    if (lock.type === 'held') return lock.release;
    if (waited >= PATIENCE) {
      const details = { path, lock: `${path}.lock`, pid: lock.by.pid, host: lock.by.host };
      throw new Fault(`${kind}-locked`, `${path} is held by process ${lock.by.pid}`, { details });
    }
    await wait(PAUSE);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
