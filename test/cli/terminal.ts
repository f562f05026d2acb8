/** A person at a terminal: the built program behind a pseudo-terminal (`script` makes it). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const MAIN = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'main.js');

export type Person = {
  /** Waits until `question` has been asked since the last answer, and types what it is told to. */
  readonly answers: (question: string | RegExp, typed: string) => Promise<void>;
  readonly ended: Promise<number | null>;
  /** Everything on the screen so far, without colours. */
  readonly screen: () => string;
  /** The terminal is gone, as when a connection breaks: nobody closes anything. */
  readonly hangUp: () => void;
};

export const ENTER = '\r';
export const CTRL_C = '\u0003';
export const CTRL_D = '\u0004';

/** Starts `beredt` with these words in `folder`, on a terminal of 80 columns. */
export function sitDown(args: readonly string[], folder: string, lang: 'da' | 'en'): Person {
  const words = [process.execPath, MAIN, ...args].map((word) => `'${word}'`).join(' ');
  const child = spawn('script', ['-qfec', `stty cols 80 rows 24; exec ${words}`, '/dev/null'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], LANG: `${lang}_DK.UTF-8`, TERM: 'xterm', NO_COLOR: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let screen = '';
  let read = 0;
  const sequences = /\u001b\[[0-9;?]*[A-Za-z]/g;
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (screen += chunk));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const shown = (): string => screen.replace(sequences, '').replaceAll('\r', '');
  return {
    ended,
    screen: shown,
    hangUp: () => void child.kill('SIGKILL'),
    answers: async (question, typed) => {
      const asked = (): boolean => {
        const since = shown().slice(read);
        return typeof question === 'string' ? since.includes(question) : question.test(since);
      };
      while (!asked()) {
        const over = await Promise.race([once(child.stdout, 'data').then(() => false), ended]);
        if (over !== false && !asked()) throw new Error(`never asked ${question}:\n${shown()}`);
      }
      read = shown().length;
      child.stdin.write(typed);
    },
  };
}
