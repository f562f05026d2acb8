/**
 * Files written whole or not at all, and the folders they lie in. Knows: the disk, and what is no file
 * on it (a device, a pipe). Does not know: what is written. Errors are thrown as the system has them.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where a path leads. `stream`: bytes go through it, and nothing stays there to be replaced. */
export type Place = {
  readonly path: string;
  readonly kind: 'file' | 'stream';
  /** The rights of the file that is there already. */
  readonly mode?: number;
};

/** A link is followed, so that what it points to is written and the link stays. */
export async function placeOf(path: string): Promise<Place> {
  const found = await stat(path).catch(unlessMissing);
  if (!found) return { path, kind: 'file' };
  if (found.isDirectory()) throw coded('EISDIR', `${path} is a folder`);
  if (!found.isFile()) return { path, kind: 'stream' };
  return { path: await realpath(path), kind: 'file', mode: found.mode & 0o777 };
}

/**
 * Beside its place first, then moved there: whoever reads it meanwhile has the old one or the new
 * one, and when the disk is full the old one is still there. `mode`: the rights of a new file.
 */
export async function fill(
  { path, kind, mode: kept }: Place,
  content: string | Uint8Array,
  mode: number,
): Promise<void> {
  if (kind === 'stream') return writeFile(path, content);
  // A name of its own: the file's may be as long as names can be.
  const draft = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    const file = await open(draft, 'wx', kept ?? mode);
    try {
      await file.writeFile(content);
      if (kept !== undefined) await file.chmod(kept);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}

function unlessMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error;
  return undefined;
}

const coded = (code: string, message: string): Error => Object.assign(new Error(message), { code });

/** With the folders above it. Node's own way of doing that never returns where none can be made. */
export async function folderAt(path: string, mode = 0o777): Promise<void> {
  if ((await stat(path).catch(() => undefined))?.isDirectory()) return;
  if (dirname(path) !== path) await folderAt(dirname(path), mode);
  await mkdir(path, { mode });
}

/** The system's name for what went wrong; empty where it was something else. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
