/**
 * Questions and answers in the terminal. Knows: readline, and that people change their minds.
 * Does not know: what is asked.
 */
import { createInterface } from 'node:readline/promises';
import { plainText } from '../facilitator-ui/sanitise.ts';
import { wrap } from '../facilitator-ui/width.ts';
import type { Terminal } from './output.ts';
import type { Read } from './wishes.ts';

export type Asker = {
  /** Asks until the answer can be read. Enter alone stands for `fallback`. */
  readonly ask: <T>(
    question: string,
    fallback: string,
    read: (answer: string) => Read<T> | Promise<Read<T>>,
  ) => Promise<T>;
  readonly say: (line: string) => void;
};

/** Whether there is a person at the other end of both streams. */
export function canAsk(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

export function columns(): number {
  return process.stdout.columns || 80;
}

/** The conversation's result, or undefined when it was broken off by Ctrl-C or Ctrl-D. */
export async function converse<T>(
  { say, paint }: Terminal,
  talk: (asker: Asker) => Promise<T>,
): Promise<T | undefined> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const leaving = new AbortController();
  // Without these, Node would end in the middle of the question with a warning of its own.
  lines.once('SIGINT', () => leaving.abort());
  lines.once('close', () => leaving.abort());
  const ask: Asker['ask'] = async (question, fallback, read) => {
    for (;;) {
      const shown = `${question} ${paint.dim(`[${plainText(fallback)}]`)}: `;
      const answer = await lines.question(shown, { signal: leaving.signal });
      const found = await read(answer.trim() === '' ? fallback : answer.trim());
      if ('value' in found) return found.value;
      for (const line of wrap(plainText(found.error), columns())) say(paint.yellow(line));
    }
  };
  try {
    return await talk({ ask, say });
  } catch (error) {
    if (leaving.signal.aborted) return undefined;
    throw error;
  } finally {
    lines.close();
  }
}
