/** `beredt facilitate` and `beredt join`: a console or a terminal participant from elsewhere. */
import type { Client } from '../../engine/index.ts';
import { arrival, dial } from '../dial.ts';
import { readCode } from '../../engine/runtime/protocol.ts';
import type { LinkOf } from '../../facilitator-ui/scene.ts';
import { codeLink, linkFor, readLink, type Door } from '../link.ts';
import { EXIT, Usage, type ExitCode, type Terminal } from '../output.ts';
import { portOf, reachable } from '../reach.ts';

/** How often a host that does not answer is tried before saying so. */
const TRIES = 3;

export async function facilitate(url: string, terminal: Terminal): Promise<ExitCode> {
  const link = readLink(url);
  if (!link) throw new Usage(terminal.text.badUrl(url));
  if (link.door !== 'control') throw new Usage(terminal.text.notControl);
  const client = await arrive(url, link, terminal);
  const { runConsole } = await import('../../facilitator-ui/console.tsx');
  const at = new URL(url);
  const address = await reachable(at);
  const linkOf: LinkOf = (token, door = 'join') => linkFor(door, address, portOf(at), token);
  await runConsole({ client, lang: terminal.lang, linkOf, onQuit: 'detach' });
  client.close();
  return EXIT.fine;
}

export async function join(
  url: string,
  { code }: { readonly code?: string },
  terminal: Terminal,
): Promise<ExitCode> {
  if (code !== undefined && readCode(code) === undefined) {
    throw new Usage(terminal.text.badCode(code));
  }
  const link = code === undefined ? readLink(url) : codeLink(url, code);
  if (!link) throw new Usage(terminal.text.badUrl(url));
  const client = await arrive(url, link, terminal);
  const { stdin: input, stdout: output } = process;
  const { runLines } = await import('../../facilitator-ui/lines.ts');
  await runLines({ client, lang: terminal.lang, input, output });
  client.close();
  return EXIT.fine;
}

async function arrive(
  url: string,
  link: { readonly door?: Door; readonly socket: string; readonly token: string },
  { text }: Terminal,
): Promise<Client> {
  const client = dial(link.socket, link.token, link.door === 'control');
  const arrived = await arrival(client, TRIES);
  if (arrived === 'open') return client;
  client.close();
  throw new Usage(
    arrived === 'refused' ? text.refused : text.noConnection(url.split('#')[0] ?? url),
  );
}
