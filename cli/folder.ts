/** Where exercises lie on disk, and the library that lists them. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plan } from '../engine/index.ts';
import type { Status } from '../engine/exercise/rows.ts';
import { openLibrary } from '../engine/runtime/library.ts';

export type Place = { readonly id: string; readonly folder: string };

/** Makes a folder for a new exercise: `name`, or `name-2`, `name-3` … where that is taken. */
export async function exerciseFolder(data: string, name: string): Promise<Place> {
  await mkdir(data, { recursive: true, mode: 0o700 });
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? name : `${name}-${n}`;
    const folder = resolve(join(data, id));
    try {
      await mkdir(folder, { mode: 0o700 });
      return { id, folder };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

/** `kommune-it-ransomware-20261123-0915`: sorts by time, and says what it is. */
export function exerciseName(plan: Plan, now: Date): string {
  const stamp = now.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 13);
  return `${plan.id}-${stamp}`;
}

export async function remember(
  data: string,
  plan: Plan,
  { id, folder }: Place,
  status: Status,
): Promise<void> {
  const library = await openLibrary(data);
  const createdAt = library.find(id)?.createdAt ?? new Date().toISOString();
  await library.put({ id, folder, scenario: plan.id, title: plan.title, createdAt, status });
}
