/**
 * What a new scenario can be made from, and how it gets to disk. Knows: the package's scenarios
 * folder. Does not know: what the planner wants (wishes do), or what a scenario means.
 */
import { mkdir, mkdtemp, readdir, readFile, realpath, rename } from 'node:fs/promises';
import { rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Lang } from '../engine/index.ts';
import { derive, readHead, schemaOf, withSchemaIn } from '../engine/scenario/derive.ts';
import type { Head, Wish } from '../engine/scenario/derive.ts';
import { folderAt } from './file.ts';
import { SCENARIOS } from './package.ts';

/** The commented one, written for one language at a time; the others carry their own languages. */
export const BLANK = 'blank';
const MAIN = 'scenario.yaml';

export type Template = { readonly name: string; readonly folder: string; readonly head: Head };

/** The blank one in `lang` first, then every scenario that comes with Beredt. */
export async function listTemplates(lang: Lang): Promise<readonly Template[]> {
  const folders = (await readdir(SCENARIOS, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const shipped = await Promise.all(folders.map((name) => template(name, join(SCENARIOS, name))));
  const blank = await template(BLANK, join(SCENARIOS, 'templates', BLANK, lang));
  return [blank, ...shipped].filter((found) => found !== undefined);
}

/** Undefined for a folder that holds something else, such as the catalogue. */
async function template(name: string, folder: string): Promise<Template | undefined> {
  const source = await readFile(join(folder, MAIN), 'utf8').catch(() => undefined);
  return source === undefined ? undefined : { name, folder, head: readHead(source) };
}

type Draft = { readonly name: string; readonly content: string | Uint8Array };

/** The template's files, changed where the wishes say so and where an editor looks for the schema. */
async function draft({ folder }: Template, wish: Wish, target: string): Promise<readonly Draft[]> {
  const besideOurs = (await realpath(dirname(target)).catch(() => '')) === SCENARIOS;
  const schemas = new Set<string>();
  const files: Draft[] = [];
  for (const name of await filesBelow(folder)) {
    const content = await readFile(join(folder, name));
    if (!/\.ya?ml$/.test(name)) {
      files.push({ name, content });
      continue;
    }
    const text = content.toString('utf8');
    schemas.add(schemaOf(text) ?? '');
    const up = '../'.repeat(name.split(sep).length - 1 + (besideOurs ? 1 : 0));
    const linked = withSchemaIn(text, up === '' ? './' : up);
    files.push({ name, content: name === MAIN ? derive(linked, wish) : linked });
  }
  if (besideOurs) return files;
  const copied = [...schemas].filter((schema) => schema !== '').map(schemaFile);
  return [...files, ...(await Promise.all(copied))];
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  return (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .sort();
}

async function schemaFile(name: string): Promise<Draft> {
  return { name, content: await readFile(join(SCENARIOS, name)) };
}

/** Whether a scenario can be put there: nothing is, or an empty folder. */
export async function isFree(target: string): Promise<boolean> {
  const found = await stat(target).catch(() => undefined);
  if (!found) return true;
  return found.isDirectory() && (await readdir(target).catch(() => [target])).length === 0;
}

/** Writes the whole scenario or nothing: it is put together beside its place, and moved there. */
export async function writeScenario(from: Template, wish: Wish, target: string): Promise<void> {
  const parent = dirname(resolve(target));
  await folderAt(parent);
  const files = await draft(from, wish, resolve(target));
  const workshop = await mkdtemp(join(parent, '.beredt-new-'));
  const building = join(workshop, 'scenario');
  try {
    for (const { name, content } of files) {
      await mkdir(dirname(join(building, name)), { recursive: true });
      await writeFile(join(building, name), content, { flag: 'wx' });
    }
    // Removes an empty folder only: something that has come there in the meantime stays.
    await rmdir(target).catch(() => undefined);
    await rename(building, target);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}
