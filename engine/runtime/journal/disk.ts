/**
 * One append-only file. Knows: bytes and when they are safe. Does not know: lines or entries.
 */
import { constants, fdatasync, write } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What a journal needs of a file; a test hands in one that fails. */
export type Disk = {
  readonly size: () => Promise<number>;
  /** The bytes from `start` up to `end`. */
  readonly read: (start: number, end: number) => Promise<Uint8Array>;
  /** Adds all of `bytes` at the end, in one write unless the system takes only a part. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Resolves when all that was written survives a power cut. */
  readonly sync: () => Promise<void>;
  readonly truncate: (length: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Opens `path`, and creates it for its owner's eyes only when it is not there. */
export async function openDisk(path: string): Promise<Disk> {
  const { O_RDWR, O_APPEND, O_CREAT } = constants;
  const file = await open(path, O_RDWR | O_APPEND | O_CREAT, 0o600);
  await syncFolder(dirname(path));
  return {
    size: async () => (await file.stat()).size,
    read: (start, end) => readRange(file, start, end),
    write: (bytes) => writeAll(file.fd, bytes),
    sync: () => syncData(file.fd),
    truncate: (length) => file.truncate(length),
    close: () => file.close(),
  };
}

/**
 * Writing and syncing go by the bare descriptor: they are done for every group, and the promises of
 * FileHandle cost a tenth of a commit on a fast disk.
 */
function writeAll(fd: number, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const from = (done: number): void =>
      write(fd, bytes, done, bytes.length - done, null, (error, written) => {
        if (error) reject(error);
        else if (done + written < bytes.length) from(done + written);
        else resolve();
      });
    from(0);
  });
}

function syncData(fd: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fdatasync(fd, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

/** A single read takes at most 2^31 − 1 bytes. */
const MOST = 2 ** 30;

async function readRange(file: FileHandle, start: number, end: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafe(end - start);
  let done = 0;
  while (done < bytes.length) {
    const length = Math.min(bytes.length - done, MOST);
    const { bytesRead } = await file.read(bytes, done, length, start + done);
    if (bytesRead === 0) throw new Error(`file ends at ${start + done}, expected ${end}`);
    done += bytesRead;
  }
  return bytes;
}

/** Makes a file's name durable too. Where a folder cannot be opened (Windows), it already is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  if (!handle) return;
  try {
    await handle.sync();
  } catch (error) {
    if (!isUnsupported(error)) throw error;
  } finally {
    await handle.close();
  }
}

function isUnsupported(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EINVAL' || code === 'EPERM' || code === 'ENOTSUP';
}
