/**
 * The terminal participant: prints what happens to the role as lines, and carries out what is typed.
 * Knows: reading, printing, the order of things. Does not know: what a command does (deeds).
 */
import { createInterface } from 'node:readline';
import type { Client } from '../engine/runtime/client.ts';
import type { Lang } from '../engine/runtime/protocol.ts';
import { readCommand } from './lines/command.ts';
import { carryOut } from './lines/deeds.ts';
import { openDesk, words, type Desk } from './lines/desk.ts';
import { follow } from './lines/follow.ts';
import { plainText } from './sanitise.ts';

export type LinesOptions = {
  readonly client: Client;
  readonly lang: Lang;
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Wall ms; the host machine's clock when left out. */
  readonly wall?: (() => number) | undefined;
};

/** Resolves on `farvel`/`quit`, at the end of input, or when the host has closed the door. */
export async function runLines(options: LinesOptions): Promise<void> {
  const { client, lang, input, output } = options;
  const desk = openDesk(client, lang, options.wall);
  const terminal = 'isTTY' in output && output.isTTY === true;
  const reader = createInterface({ input, output, terminal, prompt: terminal ? '> ' : '' });
  let open = true;
  // A line that arrives while one is typing goes above what has been typed so far.
  const print = (line: string): void => {
    if (!terminal) output.write(`${line}\n`);
    else {
      output.write(`\r\x1b[2K${line}\n`);
      if (open) reader.prompt(true);
    }
  };
  const stop = follow(desk, print);
  const shut = client.subscribe(() => {
    if (client.state().connection === 'closed') reader.close();
  });
  reader.on('SIGINT', () => reader.close());
  if (client.state().connection === 'closed') reader.close();
  else if (terminal) reader.prompt();
  let begun: readonly string[] = [];
  let warned = false;
  for await (const line of reader) {
    const { text, goesOn } = continued(line);
    begun = [...begun, text];
    if (!goesOn) {
      const typed = begun.join('\n').trim();
      begun = [];
      if (!(await carriedOut(typed))) break;
    }
    if (terminal) reader.prompt();
  }
  open = false;
  reader.close();
  await settled();
  shut();
  stop();
  for (const line of leftOver(desk)) print(line);
  print(words(desk).bye);

  /** Whether to go on. */
  async function carriedOut(typed: string): Promise<boolean> {
    if (typed === '') return true;
    if (readCommand(typed)?.verb === 'quit') {
      if (desk.underway.length === 0 || warned) return false;
      print(words(desk).unsent(desk.underway.length));
      warned = true;
      return true;
    }
    warned = false;
    await arrival(client);
    await answeredOrOffline(client, carryOut(desk, typed, print));
    return true;
  }
}

/** Offline, an answer may be long in coming; meanwhile one can go on reading and writing. */
function answeredOrOffline(client: Client, deed: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (client.state().connection !== 'open') end();
    };
    const stop = client.subscribe(look);
    const end = (): void => {
      stop();
      resolve();
    };
    deed.then(end, reject);
    look();
  });
}

/** A line that ends in a backslash goes on in the next one: so a text gets its paragraphs. */
function continued(line: string): { readonly text: string; readonly goesOn: boolean } {
  const text = plainText(line);
  const goesOn = text.endsWith('\\');
  return { text: goesOn ? text.slice(0, -1).trimEnd() : text, goesOn };
}

/** A door shut for good answers what was underway; those answers come a moment later. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** What was typed and never came to anything: on the screen it can still be copied. */
function leftOver(desk: Desk): readonly string[] {
  const lines = [...desk.kept, ...desk.underway].flatMap((line) => line.split('\n'));
  return lines.length === 0 ? [] : [words(desk).leftOver, ...lines.map((line) => `  ${line}`)];
}

/** The host has said who we are, or which seats are free. */
function arrival(client: Client): Promise<void> {
  return until(client, () => {
    const { audience, lobby, connection } = client.state();
    return audience !== undefined || lobby !== undefined || connection === 'closed';
  });
}

function until(client: Client, reached: () => boolean): Promise<void> {
  if (reached()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = client.subscribe(() => {
      if (!reached()) return;
      stop();
      resolve();
    });
  });
}
