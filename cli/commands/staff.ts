/**
 * `beredt staff`: lets somebody else into exercise control, and prints the link that does. With
 * `--lead` it needs no link but the exercise's own folder, on the host's own machine.
 */
import { randomUUID } from 'node:crypto';
import type { Client } from '../../engine/index.ts';
import type { ControlView } from '../../engine/exercise/rows.ts';
import { say as inLang } from '../../engine/runtime/protocol.ts';
import { askSpare } from '../../engine/runtime/spare.ts';
import { newToken } from '../../engine/runtime/token.ts';
import { plainText } from '../../facilitator-ui/sanitise.ts';
import { arrival, dial } from '../dial.ts';
import { linkFor, readLink } from '../link.ts';
import { EXIT, Usage, type ExitCode, type Terminal } from '../output.ts';
import { portOf, reachable } from '../reach.ts';

const TRIES = 3;
type Kind = 'controller' | 'evaluator' | 'observer';

export type StaffOptions = {
  readonly kind: Kind;
  /** Organisations' ids with commas between. */
  readonly lane?: string;
  /** The name or address under which others reach the host. */
  readonly address?: string;
  /** A new lead, in place of the one whose link is lost. */
  readonly lead?: boolean;
};

export async function staff(
  url: string,
  options: StaffOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { text } = terminal;
  if (options.lead) return newLead(url, options, terminal);
  const link = readLink(url);
  if (!link) throw new Usage(text.badUrl(url));
  if (link.door !== 'control') throw new Usage(text.notControl);
  if (options.lane !== undefined && options.kind !== 'controller') {
    throw new Usage(text.staff.laneOnly);
  }
  const client = dial(link.socket, link.token);
  try {
    const arrived = await arrival(client, TRIES);
    if (arrived === 'refused') throw new Usage(text.refused);
    if (arrived === 'silent') throw new Usage(text.noConnection(url.split('#')[0] ?? url));
    return await appoint(client, new URL(url), options, terminal);
  } finally {
    client.close();
  }
}

async function appoint(
  client: Client,
  at: URL,
  { kind, lane, address }: StaffOptions,
  { text, lang, say }: Terminal,
): Promise<ExitCode> {
  const wanted = lane?.split(',').map((part) => part.trim());
  const unknown = wanted?.find((id) => !organisations(client).has(id));
  if (unknown !== undefined) {
    const all = [...organisations(client)]
      .map(([id, name]) => `${id} (${plainText(inLang(name, lang))})`)
      .join(', ');
    throw new Usage(text.staff.noOrganisation(unknown, all));
  }
  const answer = await client.request({
    type: 'appoint',
    kind,
    ...(wanted ? { lane: wanted } : {}),
  });
  if (answer.type !== 'appointed') throw new Usage(answer.reason[lang]);
  const host = address ?? (await reachable(at));
  say(`${answer.staff}, ${text.staff.kind[kind]}: ${text.staff.once}`);
  say(linkFor('control', host, portOf(at), answer.token));
  return EXIT.fine;
}

/** The host of the exercise in `folder` makes whoever runs this its lead, and says so in the record. */
async function newLead(
  folder: string,
  { lane, address }: StaffOptions,
  { text, lang, say }: Terminal,
): Promise<ExitCode> {
  if (lane !== undefined) throw new Usage(text.staff.laneOnly);
  if (readLink(folder)) throw new Usage(text.staff.needsFolder);
  const token = newToken();
  const named = await askSpare(folder, token, randomUUID());
  if (named === 'no-host') throw new Usage(text.staff.noHost(folder));
  if (named === 'silent') throw new Usage(text.staff.silent(folder));
  if ('refused' in named) throw new Usage(named.refused[lang]);
  const { staff, before, addresses, port } = named;
  const link = linkFor('control', address ?? addresses[0] ?? '127.0.0.1', port, token);
  say(`${staff}, ${text.staff.leads}: ${text.staff.onceLead}`);
  say(link);
  say(text.staff.before(before));
  say(`beredt facilitate '${link}'`);
  return EXIT.fine;
}

type Names = ReadonlyMap<string, ControlView['roles'][string]['organisationName']>;

/** Those that have roles in the exercise, with what they are called. */
function organisations(client: Client): Names {
  const rows = Object.values((client.state().view as Partial<ControlView>).roles ?? {});
  return new Map(rows.map((row) => [row.organisation, row.organisationName]));
}
