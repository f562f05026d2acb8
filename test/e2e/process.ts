/** The built program as a process of its own. Knows: how it is started, and what it prints. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const MAIN = join(ROOT, 'dist', 'cli', 'main.js');
export const SCENARIO = join(ROOT, 'scenarios', 'kommune-it-ransomware');

export type Program = {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  /** Resolves when what it has printed satisfies `pattern`; rejects when it ends before. */
  readonly prints: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly ended: Promise<number | null>;
};
export type Done = { readonly code: number | null; readonly out: string; readonly err: string };
export type Env = { readonly [name: string]: string | undefined };

/**
 * Starts `beredt` with these words. English unless told otherwise. `mostKb`: no file that it writes
 * may become longer, as if the disk were full.
 */
export function start(args: readonly string[], env: Env = {}, mostKb?: number): Program {
  if (!existsSync(MAIN)) throw new Error('dist is missing: run `npm run build` before this test');
  const clean = { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'en_GB.UTF-8' };
  const limited = ['-c', `ulimit -f ${mostKb ?? 0}; exec "$0" "$@"`, process.execPath];
  const [command, before] = mostKb === undefined ? [process.execPath, []] : ['bash', limited];
  const child = spawn(command, [...before, MAIN, ...args], {
    env: { ...clean, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text.out += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text.err += chunk));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    child,
    out: () => text.out,
    err: () => text.err,
    ended,
    prints: async (pattern) => {
      for (;;) {
        const found = pattern.exec(text.out);
        if (found) return found;
        const over = await Promise.race([once(child.stdout, 'data').then(() => false), ended]);
        if (over !== false && !pattern.test(text.out)) {
          throw new Error(`ended (${over ?? 'killed'}) before ${pattern}:\n${text.out}${text.err}`);
        }
      }
    },
  };
}

/** Runs `beredt` to its end. */
export async function run(args: readonly string[], env: Env = {}): Promise<Done> {
  const program = start(args, env);
  const code = await program.ended;
  return { code, out: program.out(), err: program.err() };
}

/** A folder that is gone when the test is. */
export async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'beredt-e2e-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export type Links = {
  readonly folder: string;
  readonly port: number;
  readonly control: string;
  readonly join: string;
};

/** The links as a person reads them off the screen: the last ones lead to this machine. */
export async function linksOf(program: Program): Promise<Links> {
  await program.prints(/#t=[\w-]+\n[^]*\n\n/);
  const out = program.out();
  const control = [...out.matchAll(/(http:\/\/\S+:(\d+))\/#c=([\w-]+)/g)].at(-1);
  const joining = [...out.matchAll(/http:\/\/\S+\/#t=([\w-]+)/g)].at(-1);
  const folder = /^The exercise's folder: (.+)$/m.exec(out)?.[1];
  if (!control || !joining || folder === undefined) throw new Error(`no links in:\n${out}`);
  return {
    folder,
    port: Number(control[2]),
    control: control[3] ?? '',
    join: joining[1] ?? '',
  };
}
