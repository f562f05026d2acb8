/** Folders for the command line to work on. Knows: the small clean scenario. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { SCENARIO } from '../engine/scenario/fixture.ts';
import { run, tempFolder } from '../e2e/process.ts';

export { SCENARIO };

/** A scenario's folder with these files in it. */
export async function scenarioFolder(
  files: { readonly [name: string]: string | Uint8Array } = { 'scenario.yaml': SCENARIO },
): Promise<string> {
  const folder = join(await tempFolder(), 'scenario');
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

export type Journal = {
  readonly folder: string;
  readonly path: string;
  readonly lines: readonly string[];
};

/** A whole exercise in a folder of its own, played by bots. */
export async function rehearsed(): Promise<Journal> {
  const folder = await tempFolder();
  const path = join(folder, 'journal.jsonl');
  const text = await (rehearsal ??= rehearse());
  await writeFile(path, text);
  return { folder, path, lines: text.trimEnd().split('\n') };
}

/** Played once; every test gets a copy. */
let rehearsal: Promise<string> | undefined;

async function rehearse(): Promise<string> {
  const scenario = await scenarioFolder();
  const done = await run(['rehearse', scenario, '--data', join(scenario, '..', 'data'), '--json']);
  if (done.code !== 0) throw new Error(done.err);
  const { folder } = JSON.parse(done.out) as { folder: string };
  return readFile(join(folder, 'journal.jsonl'), 'utf8');
}

/** The lines with their hashes made good again, as a forger would. */
export function chained(lines: readonly string[]): string {
  let prev = '0'.repeat(64);
  return lines
    .map((line) => {
      const entry = JSON.parse(line) as Record<string, unknown>;
      const next = JSON.stringify({ ...entry, prev });
      prev = createHash('sha256').update(next).digest('hex');
      return `${next}\n`;
    })
    .join('');
}
