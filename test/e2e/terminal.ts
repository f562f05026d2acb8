/**
 * The built console in a real terminal (tmux): what it shows, and keys pressed one after the other.
 * Knows: tmux. Does not know: what the screens mean.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

const MAIN = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'main.js');
/** Generous: nothing but a console that hangs comes near it. */
const PATIENCE_MS = 30_000;
const LOOK_MS = 40;
/** Longer than a frame takes to be painted. */
const STILL_MS = 150;
/** Says in the terminal itself that the program has ended, and how. */
const OVER = 'beredt-ended';

export type Size = { readonly columns: number; readonly rows: number };
export type Frame = {
  readonly lines: readonly string[];
  readonly text: string;
};
export type Terminal = {
  /** What is on the screen now. */
  readonly frame: () => Promise<Frame>;
  /** One key by its name in tmux, or one character. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** Characters as they are, as somebody types them. */
  readonly type: (text: string) => Promise<void>;
  /** Waits until all of `wanted` is on the screen at once, on whatever lines. */
  readonly sees: (...wanted: readonly Wanted[]) => Promise<Frame>;
  /** Waits until `gone` is no longer on the screen. */
  readonly loses: (gone: Wanted) => Promise<Frame>;
  /** The screen once it no longer changes: a frame can be caught while it is being painted. */
  readonly still: () => Promise<Frame>;
  /** The program's exit code. */
  readonly ended: () => Promise<number>;
};
export type Wanted = string | RegExp;

const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;
const holds = (text: string, wanted: Wanted): boolean =>
  typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);

/** Starts `beredt` with these words in a terminal of this size. */
export async function openTerminal(
  args: readonly string[],
  size: Size,
  lang: 'da' | 'en',
): Promise<Terminal> {
  const folder = await mkdtemp(join(tmpdir(), 'beredt-tmux-'));
  const tmux = tmuxIn(folder);
  onTestFinished(async () => {
    await tmux('kill-server').catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  });
  // CI makes Ink draw nothing until it ends: the people who use it do not set it.
  const env = ['env', '-u', 'CI', '-u', 'NO_COLOR', `LANG=${lang}_DK.UTF-8`, 'TERM=tmux-256color'];
  const words = [...env, process.execPath, MAIN, ...args].map(quoted).join(' ');
  const size_ = ['-x', String(size.columns), '-y', String(size.rows)];
  await tmux('new-session', '-d', ...size_, `${words}; echo ${OVER} $?; read -r _`);
  return terminal(tmux);
}

type Tmux = (...args: readonly string[]) => Promise<string>;

/** A server of its own, with nobody's settings. */
function tmuxIn(folder: string): Tmux {
  const run = promisify(execFile);
  return async (...args) => {
    const common = ['-u', '-S', join(folder, 'socket'), '-f', '/dev/null'];
    const { stdout } = await run('tmux', [...common, ...args], { encoding: 'utf8' });
    return stdout;
  };
}

function terminal(tmux: Tmux): Terminal {
  const frame = async (): Promise<Frame> => {
    const text = (await tmux('capture-pane', '-p')).replace(/\n$/, '');
    return { lines: text.split('\n'), text };
  };
  const until = async (fits: (text: string) => boolean, what: string): Promise<Frame> => {
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      const seen = await frame();
      if (fits(seen.text)) return seen;
      const over = seen.text.includes(OVER) || performance.now() > end;
      if (over) throw new Error(`${what}:\n${seen.text}`);
      await pause(LOOK_MS);
    }
  };
  return {
    frame,
    press: async (...keys) => {
      await tmux('send-keys', ...keys);
    },
    type: async (text) => {
      await tmux('send-keys', '-l', text);
    },
    sees: (...wanted) =>
      until(
        (text) => wanted.every((one) => holds(text, one)),
        `never saw ${wanted.map(String).join(' and ')}`,
      ),
    loses: (gone) => until((text) => !holds(text, gone), `still sees ${String(gone)}`),
    still: async () => {
      const end = performance.now() + PATIENCE_MS;
      for (let before = await frame(); ;) {
        await pause(STILL_MS);
        const now = await frame();
        if (now.text === before.text || performance.now() > end) return now;
        before = now;
      }
    },
    ended: async () => {
      const { text } = await until((seen) => seen.includes(OVER), 'never ended').catch(
        async (error: unknown) => {
          const seen = await frame();
          if (seen.text.includes(OVER)) return seen;
          throw error;
        },
      );
      return Number(new RegExp(`${OVER} (\\d+)`).exec(text)?.[1]);
    },
  };
}
