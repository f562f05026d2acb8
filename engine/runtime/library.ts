/**
 * The library: which exercises this installation has, and its settings. Knows: where each exercise
 * lies. Does not know: what happened in it (its journal does) or who took part (its roster does).
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { LANGS, type Lang, type Text } from '../scenario/text.ts';
import { openStore, type Shape } from './store.ts';

const STATUSES = ['planned', 'running', 'paused', 'ended', 'hotwash', 'closed'] as const;

export type LibraryRow = {
  readonly id: string;
  /** The exercise's own folder: journal, roster. */
  readonly folder: string;
  /** The scenario's id. */
  readonly scenario: string;
  readonly title: Text;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
  /** As the host last wrote it; the journal is the truth. */
  readonly status: (typeof STATUSES)[number];
  readonly closedAt?: string | undefined;
};

export type Settings = { readonly lang: Lang };

export type Library = {
  /** The newest last. */
  readonly exercises: () => readonly LibraryRow[];
  readonly find: (id: string) => LibraryRow | undefined;
  /** Adds a row, or replaces the one with the same id. */
  readonly put: (row: LibraryRow) => Promise<void>;
  /** Changes a row; false when there is none. */
  readonly change: (id: string, change: Partial<Omit<LibraryRow, 'id'>>) => Promise<boolean>;
  readonly remove: (id: string) => Promise<boolean>;
  readonly settings: () => Settings;
  readonly set: (change: Partial<Settings>) => Promise<void>;
};

type Content = {
  readonly beredt: 1;
  readonly exercises: readonly LibraryRow[];
  readonly settings: Settings;
};

/** Loose: what a newer version has written beside it is kept when this one writes. */
const row = z.looseObject({
  id: z.string(),
  folder: z.string(),
  scenario: z.string(),
  title: z.union([z.string(), z.object({ da: z.string(), en: z.string() }).partial()]),
  createdAt: z.string(),
  status: z.enum(STATUSES),
  closedAt: z.string().optional(),
});
const content = z.looseObject({
  beredt: z.literal(1),
  exercises: z.array(row),
  settings: z.looseObject({ lang: z.enum(LANGS) }),
});

const SHAPE: Shape<Content> = {
  kind: 'library',
  blank: { beredt: 1, exercises: [], settings: { lang: 'da' } },
  parse: (value) => content.parse(value) as Content,
};

/** Opens `library.json` in the data folder, which is made if it is not there. */
export async function openLibrary(folder: string): Promise<Library> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const store = await openStore(join(folder, 'library.json'), SHAPE);
  const rows = (): readonly LibraryRow[] => store.get().exercises;

  /** Every change goes through here: the rows are replaced, never altered. True: something was. */
  const rewrite = (
    edit: (rows: readonly LibraryRow[]) => readonly LibraryRow[] | undefined,
  ): Promise<boolean> =>
    store.update((data) => {
      const exercises = edit(data.exercises);
      return exercises ? [{ ...data, exercises }, true] : [data, false];
    });

  return {
    exercises: rows,
    find: (id) => rows().find((each) => each.id === id),
    put: async (next) => {
      await rewrite((all) => [...all.filter((each) => each.id !== next.id), next]);
    },
    change: (id, change) =>
      rewrite((all) =>
        has(all, id)
          ? all.map((each) => (each.id === id ? { ...each, ...change } : each))
          : undefined,
      ),
    remove: (id) =>
      rewrite((all) => (has(all, id) ? all.filter((each) => each.id !== id) : undefined)),
    settings: () => store.get().settings,
    set: (change) =>
      store.update((data) => [{ ...data, settings: { ...data.settings, ...change } }, undefined]),
  };
}

function has(rows: readonly LibraryRow[], id: string): boolean {
  return rows.some((each) => each.id === id);
}
