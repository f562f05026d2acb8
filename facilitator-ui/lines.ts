/**
 * The terminal participant: prints what happens to the role as lines, and carries out what is typed.
 * Knows: reading, printing, the order of things. Does not know: what a command does (deeds).
 */
import { createInterface } from 'node:readline';
import type { Client } from '../engine/runtime/client.ts';
import type { Lang } from '../engine/runtime/protocol.ts';
import { readCommand } from './lines/command.ts';
import { firstWord } from './typed.ts';
import { carryOut } from './lines/deeds.ts';
import { openDesk } from './lines/desk.ts';
import { follow } from './lines/follow.ts';
import { lineWords } from './lines/words.ts';
import { plainText } from './sanitise.ts';

export type LinesOptions = {
  readonly client: Client;
  readonly lang: Lang;
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
};

/** Resolves on `farvel`/`quit`, at the end of input, or when the host has closed the door. */
export async function runLines(options: LinesOptions): Promise<void> {
  const { client, lang, input, output } = options;
  const w = lineWords(lang);
  const terminal = 'isTTY' in output && output.isTTY === true;
  const reader = createInterface({ input, output, terminal, prompt: terminal ? w.prompt : '' });
  let open = true;
  // A line that arrives while one is typing goes above what has been typed so far.
  const print = (line: string): void => {
    if (!terminal) output.write(`${line}\n`);
    else {
      output.write(`\r\x1b[2K${line}\n`);
      if (open) reader.prompt(true);
    }
  };
  const desk = openDesk(client, lang);
  const stop = follow(desk, print);
  const shut = client.subscribe(() => {
    if (client.state().connection === 'closed') reader.close();
  });
  reader.on('SIGINT', () => reader.close());
  if (client.state().connection === 'closed') reader.close();
  else if (terminal) reader.prompt();
  for await (const line of reader) {
    const more = await carryOutLine(line);
    if (!more) break;
    if (terminal) reader.prompt();
  }
  open = false;
  reader.close();
  shut();
  stop();
  print(w.bye);

  async function carryOutLine(line: string): Promise<boolean> {
    const typed = plainText(line).trim();
    if (typed === '') return true;
    const command = readCommand(typed);
    if (command?.verb === 'quit') return false;
    if (!command) {
      print(w.unknown(firstWord(typed).word));
      return true;
    }
    await arrival(client);
    const deed = carryOut(desk, command, print);
    // Offline, an answer may be long in coming; meanwhile one can go on reading and writing.
    if (client.state().connection === 'open') await deed;
    return true;
  }
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
