/**
 * Reads a scenario's folder from disk and hands its text to the engine. Knows: files and folders.
 * Does not know: what is right in them (check does).
 */
import { open, readdir, stat } from 'node:fs/promises';
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
import { Usage, type Terminal } from './output.ts';
import { CATALOGUE } from './package.ts';
import { renderProblems } from './problems.ts';

/** More than the checker takes: it says so, and nobody reads gigabytes to hear it. */
const MOST_FILES = 500;
const MOST_BYTES = 2 * 1024 * 1024;

export type Loaded = Checked & { readonly folder: string; readonly plan?: Plan };

/** Reads, checks and, where there is no error, compiles. Problems are returned, not thrown. */
export async function loadScenario(path: string, terminal: Terminal): Promise<Loaded> {
  const folder = await scenarioFolder(path, terminal);
  const catalogue = await loadCatalogue(terminal);
  const checked = checkScenario(await readSources(folder), catalogue);
  const { scenario } = checked;
  return { ...checked, folder, ...(scenario ? { plan: compile(scenario, catalogue) } : {}) };
}

/** The Plan, or undefined when the Problems that stand in its way have been said. */
export async function loadPlan(path: string, terminal: Terminal): Promise<Plan | undefined> {
  const { plan, problems } = await loadScenario(path, terminal);
  if (!plan) terminal.warn(renderProblems(problems, terminal.lang, { color: terminal.colour }));
  return plan;
}

async function scenarioFolder(path: string, { text }: Terminal): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() && basename(path) === 'scenario.yaml') return dirname(path);
  const inside = await stat(join(path, 'scenario.yaml')).catch(() => undefined);
  if (!found?.isDirectory() || !inside?.isFile()) throw new Usage(text.noScenario(path));
  return path;
}

export async function loadCatalogue(terminal: Terminal): Promise<Catalogue> {
  const { catalogue, problems } = readCatalogue(await readSources(CATALOGUE));
  if (problems.length > 0) {
    terminal.warn(terminal.text.badCatalogue);
    terminal.warn(renderProblems(problems, terminal.lang, { color: terminal.colour }));
  }
  return catalogue;
}

/** Every YAML file below the folder. Links are not followed: they could lead out of it. */
async function readSources(folder: string): Promise<readonly SourceFile[]> {
  // Asked for with their types: without them Node walks into linked folders, and round in loops.
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .sort();
  const sources: SourceFile[] = [];
  for (const name of names.slice(0, MOST_FILES)) {
    sources.push({
      name: name.replaceAll(sep, '/'),
      text: await readUpTo(join(folder, name), MOST_BYTES),
    });
  }
  return sources;
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
