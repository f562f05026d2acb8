/**
 * The facilitator's console on this process's terminal. Knows: the terminal's ways (screen, raw
 * keys, resizing, leaving). Does not know: what leaving means for the exercise; its caller does.
 */
import './production.ts';
import { render } from 'ink';
import { createElement } from 'react';
import type { Client } from '../engine/runtime/client.ts';
import type { Lang } from '../engine/runtime/protocol.ts';
import { App, sizeOf } from './app.tsx';
import { runPlain } from './plain.ts';
import type { LinkOf } from './scene.ts';
import { createStore } from './store.ts';
import { openTerminal, type Terminal } from './terminal.ts';

export type ConsoleOptions = {
  readonly client: Client;
  readonly lang: Lang;
  /** Addresses to give to the players; the first is the one in the QR code. */
  readonly links?: readonly string[];
  /** The QR code as lines of text. */
  readonly qr?: string;
  /** The address for a token, for the links of organisations and roles. */
  readonly linkOf?: LinkOf;
  /** What leaving does to the exercise: words the question, no more. */
  readonly onQuit?: 'detach' | 'stop';
  /** The exercise's own, where the console stands on the host's machine. */
  readonly folder?: string;
  /** Lines instead of a screen, for screen readers and logs. Without a terminal always so. */
  readonly plain?: boolean;
  /** The terminal is gone: nothing more is drawn on it. */
  readonly lost?: Promise<unknown>;
};

/**
 * Resolves when the facilitator has left, or when lines have nothing more to say because the host has
 * shut the door. The client stays connected, the exercise goes on.
 */
export async function runConsole(options: ConsoleOptions): Promise<'left' | 'shut'> {
  const { stdin, stdout } = process;
  if (options.plain || !stdin.isTTY || !stdout.isTTY || wantsLines(process.env)) {
    return runPlain({ ...options, input: stdin, write: (line) => stdout.write(`${line}\n`) });
  }
  // Before the first frame: what is typed meanwhile must not appear on the screen.
  stdin.setRawMode(true);
  const terminal = openTerminal(stdout);
  process.once('exit', terminal.leave);
  try {
    await show(options, terminal);
  } finally {
    process.off('exit', terminal.leave);
    terminal.leave();
  }
  return 'left';
}

/** Ink's own sign for a screen reader, and a terminal that cannot place a cursor. */
function wantsLines(env: NodeJS.ProcessEnv): boolean {
  return env['INK_SCREEN_READER'] === 'true' || env['TERM'] === 'dumb';
}

/** Rejects when drawing fails: a blank screen that takes no keys would be worse than none. */
async function show(options: ConsoleOptions, { stdout }: Terminal): Promise<void> {
  const left = (): void => screen.unmount();
  const store = createStore({ ...options, size: sizeOf(stdout), left });
  // `debug` makes Ink hand over whole frames; the store sees to it that they are not too many.
  // No JSX here: its runtime would be imported before everything, and `production` come too late.
  const app = createElement(App, { store });
  const screen = render(app, { stdout, exitOnCtrlC: false, debug: true });
  void options.lost?.then(() => {
    store.stop();
    screen.unmount();
  });
  try {
    await screen.waitUntilExit();
  } finally {
    store.stop();
  }
}
