/**
 * Reads a scenario's folder from disk and hands its text to the engine. Knows: files and folders.
 * Does not know: what is right in them (check does).
 */
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import {
  checkScenario,
  compile,
  readCatalogue,
  type Catalogue,
  type Checked,
  type Plan,
  type SourceFile,
} from '../engine/index.ts';
import { sha256 } from '../engine/plan/digest.ts';
import { LARGEST_ATTACHMENT, type FoundFile } from '../engine/scenario/attachment.ts';
import type { Settings } from '../engine/scenario/expand.ts';
import { Usage, type Terminal } from './output.ts';
import { CATALOGUE } from './package.ts';
import { renderProblems } from './problems.ts';

/** More than the checker takes: it says so, and nobody reads gigabytes to hear it. */
const MOST_FILES = 500;
const MOST_BYTES = 2 * 1024 * 1024;
/** More attachments than this nobody sends in one exercise; the rest is not looked at. */
const MOST_ATTACHMENTS = 1_000;
const ATTACHMENTS = 'files';

export type Loaded = Checked & {
  readonly folder: string;
  readonly catalogue: Catalogue;
  readonly plan?: Plan;
};
/** A scenario's folder as it stands on disk. */
export type Folder = {
  readonly sources: readonly SourceFile[];
  readonly found: readonly FoundFile[];
};

/** A scenario's files as they stand, and what they may refer to. */
export type Sources = Folder & { readonly folder: string; readonly catalogue: Catalogue };

export async function loadSources(path: string, terminal: Terminal): Promise<Sources> {
  const folder = await scenarioFolder(path, terminal);
  const catalogue = await loadCatalogue(terminal);
  return { ...(await readFolder(folder)), folder, catalogue };
}

/** Values for a scenario's parameters, as an option of several commands. */
export type Settable = { readonly set?: Settings };

/** Reads, checks and, where there is no error, compiles. Problems are returned, not thrown. */
export async function loadScenario(
  path: string,
  terminal: Terminal,
  { set = {} }: Settable = {},
): Promise<Loaded> {
  const { folder, sources, found, catalogue } = await loadSources(path, terminal);
  const checked = checkScenario(sources, catalogue, { found, set });
  const { scenario } = checked;
  return {
    ...checked,
    folder,
    catalogue,
    ...(scenario ? { plan: compile(scenario, catalogue, found) } : {}),
  };
}

/** The Plan, or undefined when the Problems that stand in its way have been said. */
export async function loadPlan(
  path: string,
  terminal: Terminal,
  options: Settable = {},
): Promise<Plan | undefined> {
  const { plan, problems } = await loadScenario(path, terminal, options);
  if (!plan) terminal.warn(renderProblems(problems, terminal.lang, { color: terminal.colour }));
  return plan;
}

/** Where a scenario keeps the files that its injects carry. */
export async function attachmentsOf(path: string, terminal: Terminal): Promise<string> {
  return join(await scenarioFolder(path, terminal), ATTACHMENTS);
}

export async function scenarioFolder(path: string, { text }: Terminal): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() && basename(path) === 'scenario.yaml') return dirname(path);
  const inside = await stat(join(path, 'scenario.yaml')).catch(() => undefined);
  if (!found?.isDirectory() || !inside?.isFile()) throw new Usage(text.noScenario(path));
  return path;
}

export async function loadCatalogue(terminal: Terminal): Promise<Catalogue> {
  const { catalogue, problems } = readCatalogue((await readFolder(CATALOGUE)).sources);
  if (problems.length > 0) {
    terminal.warn(terminal.text.badCatalogue);
    terminal.warn(renderProblems(problems, terminal.lang, { color: terminal.colour }));
  }
  return catalogue;
}

/**
 * Every YAML file below the folder, and what lies in `files/`. Links are not followed: they could
 * lead out of it.
 */
export async function readFolder(folder: string): Promise<Folder> {
  // Asked for with their types: without them Node walks into linked folders, and round in loops.
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/'))
    .sort();
  const attached = (name: string): boolean => name.startsWith(`${ATTACHMENTS}/`);
  const yaml = names.filter((name) => !attached(name) && /\.ya?ml$/.test(name));
  // What systems leave behind (`.DS_Store`, `.gitkeep`) is nobody's attachment.
  const files = names.filter((name) => attached(name) && !/\/\./.test(name));
  const sources: SourceFile[] = [];
  for (const name of yaml.slice(0, MOST_FILES)) {
    sources.push({ name, text: await readUpTo(join(folder, name), MOST_BYTES) });
  }
  const found: FoundFile[] = [];
  for (const name of files.slice(0, MOST_ATTACHMENTS)) {
    found.push(await findFile(join(folder, name), name.slice(ATTACHMENTS.length + 1)));
  }
  return { sources, found };
}

/** What is too large to be sent is not read to be fingerprinted either. */
async function findFile(path: string, name: string): Promise<FoundFile> {
  const { size } = await stat(path);
  if (size > LARGEST_ATTACHMENT) return { name, bytes: size, digest: '' };
  const content = await readFile(path);
  return { name, bytes: content.length, digest: sha256(content) };
}

/** Only as much as shows that it is too much: the checker refuses it by its size. */
async function readUpTo(path: string, most: number): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(most), 0, most, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}
