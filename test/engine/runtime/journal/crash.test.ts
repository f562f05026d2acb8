/** A host that is killed, and one whose disk is full: real processes, real files. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFileJournal } from '../../../../engine/runtime/journal/file.ts';
import { readLines } from '../../../../engine/runtime/journal/journal.ts';
import { drafts } from '../../../contract/drafts.ts';
import { expectFault } from '../../../contract/journal.ts';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beredt-'));
  path = join(folder, 'journal.jsonl');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const WRITER = join(import.meta.dirname, 'writer.ts');

/** Starts a writer, and collects what it says. */
function writer(options: { readonly resume?: boolean; readonly blocks?: number }): {
  readonly child: ChildProcess;
  readonly said: () => readonly string[];
} {
  const mode = options.resume === true ? 'resume' : 'fresh';
  const node = [process.execPath, '--import', 'tsx', WRITER, path, mode];
  const limit = options.blocks === undefined ? '' : `ulimit -f ${options.blocks}; `;
  const child = spawn('/bin/sh', ['-c', `${limit}exec "$@"`, 'sh', ...node], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  // What follows the last newline may be half a number.
  return { child, said: () => text.split('\n').slice(0, -1) };
}

async function until(done: () => boolean, child: ChildProcess): Promise<void> {
  while (!done()) {
    if (child.exitCode !== null) throw new Error(`the writer ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test('killed in the middle of writing, it has all that anybody was told, and resumes', async () => {
  for (const resume of [false, true, true]) {
    const { child, said } = writer({ resume });
    const ended = once(child, 'exit');
    await until(() => said().length > 200, child);
    await expectFault(openFileJournal(path, { resume: true }), 'journal-locked');
    child.kill('SIGKILL');
    await ended;
    const promised = Math.max(...said().map(Number));
    expect(promised).toBeGreaterThan(200);
    const { journal, entries } = await openFileJournal(path, { resume: true });
    expect(entries.length).toBeGreaterThan(promised);
    await journal.append(drafts(entries.length, 1));
    await journal.close();
  }
  const reading = readLines(await readFile(path));
  expect(reading).not.toHaveProperty('broken');
  expect(reading).not.toHaveProperty('torn');
});

test.runIf(process.platform === 'linux')(
  'on a disk that takes no more, the writer is told, and nothing promised is missing',
  async () => {
    const { child, said } = writer({ blocks: 256 });
    await once(child, 'close');
    expect(said().at(-1)).toBe('journal-write');
    const promised = Math.max(...said().slice(0, -1).map(Number));
    const reading = readLines(await readFile(path));
    expect(reading).not.toHaveProperty('broken');
    expect(reading).not.toHaveProperty('torn');
    expect(reading.tip.seq).toBe(promised);
  },
);
