/** `beredt invite`: what opens the door to each organisation and role, as lines or for printing. */
import type { Client, Lang } from '../../engine/index.ts';
import type { ControlView, ExerciseRow } from '../../engine/exercise/rows.ts';
import { say as inLang, type Invitation } from '../../engine/runtime/protocol.ts';
import { plainText } from '../../facilitator-ui/sanitise.ts';
import { arrival, dial } from '../dial.ts';
import { invitationSheet, type Card } from '../invitation.ts';
import { linkFor, readLink } from '../link.ts';
import { portOf, reachable } from '../reach.ts';
import { deliver } from '../deliver.ts';
import { EXIT, Usage, type ExitCode, type Terminal } from '../output.ts';

const TRIES = 3;

export type InviteOptions = {
  /** A role's or an organisation's id. */
  readonly for?: string;
  readonly out?: string;
  /** The name or address under which participants reach the host. */
  readonly address?: string;
};

export async function invite(
  url: string,
  options: InviteOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { text, lang, say } = terminal;
  const link = readLink(url);
  if (!link) throw new Usage(text.badUrl(url));
  if (link.door !== 'control') throw new Usage(text.notControl);
  const client = dial(link.socket, link.token);
  try {
    const arrived = await arrival(client, TRIES);
    if (arrived === 'refused') throw new Usage(text.refused);
    if (arrived === 'silent') throw new Usage(text.noConnection(url.split('#')[0] ?? url));
    const answer = await client.invite();
    if (answer.type !== 'invitations') throw new Usage(text.refused);
    const at = new URL(url);
    const host = options.address ?? (await reachable(at));
    const rows = wanted(answer.rows, options.for, terminal);
    const cards = rows.map((row) =>
      cardOf(
        row,
        client,
        lang,
        linkFor('join', host, portOf(at), row.token),
        text.invite.everybody,
      ),
    );
    if (options.out !== undefined) return await write(options.out, cards, client, terminal);
    for (const card of cards) {
      say(`${card.code}  ${nameOf(card)}`);
      say(`         ${card.link}`);
    }
    return EXIT.fine;
  } finally {
    client.close();
  }
}

function wanted(
  rows: readonly Invitation[],
  only: string | undefined,
  { text }: Terminal,
): readonly Invitation[] {
  if (only === undefined) return rows;
  const found = rows.filter(({ role, organisation }) => (role ?? organisation) === only);
  if (found.length > 0) return found;
  const ids = rows.flatMap(({ role, organisation }) => role ?? organisation ?? []);
  throw new Usage(text.invite.nobody(only, ids.join(', ')));
}

function cardOf(
  { role, organisation, code }: Invitation,
  client: Client,
  lang: Lang,
  link: string,
  everybody: string,
): Card {
  const roles = Object.values((client.state().view as Partial<ControlView>).roles ?? {});
  const post = roles.find(({ id }) => id === role);
  if (post) {
    const within = plainText(inLang(post.organisationName, lang));
    return { name: plainText(inLang(post.name, lang)), within, link, code };
  }
  const company = roles.find((each) => each.organisation === organisation)?.organisationName;
  const name = company === undefined ? everybody : plainText(inLang(company, lang));
  return { name, link, code };
}

function nameOf({ name, within }: Card): string {
  return within === undefined ? name : `${name}, ${within}`;
}

async function write(
  out: string,
  cards: readonly Card[],
  client: Client,
  terminal: Terminal,
): Promise<ExitCode> {
  const { text, lang } = terminal;
  const row = client.state().view['exercise']?.['exercise'] as ExerciseRow;
  const { title, marking } = row;
  const content = invitationSheet({
    lang,
    title: plainText(inLang(title, lang)),
    marking,
    cards,
    words: text.invite.sheet,
  });
  // Whoever can read it can take any of the chairs: it is its owner's alone.
  return deliver({ content }, out, terminal);
}
