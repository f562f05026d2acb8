/**
 * Says when something in a folder has changed. Knows: the file system's notices, and that they get
 * lost. Does not know: what is done about a change.
 */
import { watch, type FSWatcher } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Editors write in several steps; what comes close together is one change. */
const SETTLE_MS = 40;
/** Notices are quick but get lost: with a folder that was replaced, on network drives, in containers. */
const LOOK_MS = 1_000;

export type Watching = { readonly close: () => void };

/**
 * Calls `changed` once at first, for what happened before it looked, and after each change below
 * `folder`, one call at a time. Survives that files are replaced, and that the folder itself goes
 * away and comes back.
 */
export function watchFolder(folder: string, changed: () => Promise<void>): Watching {
  let seen: string | undefined;
  let busy = false;
  let again = false;
  let closed = false;
  let settling: NodeJS.Timeout | undefined;
  let notices: FSWatcher | undefined;

  const look = async (): Promise<void> => {
    if (closed) return;
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    const now = await signature(folder);
    // A folder that was replaced takes the watch on it along.
    if (now === undefined) drop();
    else notices ??= listen();
    const news = seen !== (now ?? '');
    seen = now ?? '';
    if (news && !closed) await changed();
    busy = false;
    if (again) {
      again = false;
      await look();
    }
  };
  const soon = (): void => {
    clearTimeout(settling);
    settling = setTimeout(() => void look(), SETTLE_MS);
  };
  const drop = (): void => {
    notices?.close();
    notices = undefined;
  };
  const listen = (): FSWatcher | undefined => {
    try {
      return watch(folder, { recursive: true }, soon).on('error', drop);
    } catch {
      // No notices on this system: looking now and then must do.
      return undefined;
    }
  };
  void look();
  const looking = setInterval(() => void look(), LOOK_MS);
  return {
    close: () => {
      closed = true;
      clearInterval(looking);
      clearTimeout(settling);
      drop();
    },
  };
}

/** What one can see of a folder without reading its files; undefined where it is not there. */
async function signature(folder: string): Promise<string | undefined> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const stats = await Promise.all(
      files.map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        const { mtimeMs, size, ino } = await stat(path).catch(() => ({
          mtimeMs: 0,
          size: 0,
          ino: 0,
        }));
        return `${path}\0${mtimeMs}\0${size}\0${ino}`;
      }),
    );
    return stats.sort().join('\n');
  } catch {
    return undefined;
  }
}
