/**
 * Takes entries off the end of a journal's file. Knows: that nothing may be lost by it. Does not
 * know: why they are cut.
 */
import { open, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { syncFolder, type Disk } from './disk.ts';
import { unwritable } from './faults.ts';

/** Cuts the file at `start`. What was between there and `end` is first kept under its own name. */
export async function cut(path: string, disk: Disk, start: number, end: number): Promise<void> {
  try {
    await keep(path, await disk.read(start, end));
    await disk.truncate(start);
    await disk.sync();
  } catch (cause) {
    throw unwritable(path, cause);
  }
}

/** `journal.cut-1`, `journal.cut-2` … beside `journal.jsonl`. */
async function keep(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const stem = `${basename(path).replace(/\.jsonl$/, '')}.cut-`;
  const kept = (await readdir(folder)).filter((name) => name.startsWith(stem));
  const numbers = kept.map((name) => Number(name.slice(stem.length))).filter(Number.isSafeInteger);
  const file = await open(join(folder, `${stem}${Math.max(0, ...numbers) + 1}`), 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await syncFolder(folder);
}
