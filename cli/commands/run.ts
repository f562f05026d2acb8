/** `beredt run` and `beredt resume`: hosts an exercise, with a console or with plain lines. */
import { rmdir, stat } from 'node:fs/promises';
import { basename, dirname, relative, resolve } from 'node:path';
import { renderUnicodeCompact } from 'uqr';
import { hostFresh, hostResumed, type Client, type Host } from '../../engine/index.ts';
import type { BotPolicy, HostOptions } from '../../engine/runtime/host.ts';
import { openRoster } from '../../engine/runtime/roster.ts';
import { followPlain } from '../../facilitator-ui/plain.ts';
import type { LinkOf } from '../../facilitator-ui/scene.ts';
import { debriefing } from '../debrief.ts';
import { dial } from '../dial.ts';
import { exerciseFolder, exerciseName, remember, type Place } from '../folder.ts';
import { linkFor, readLink } from '../link.ts';
import { EXIT, fail, Usage, type ExitCode, type Terminal } from '../output.ts';
import { PAGE, VERSION } from '../package.ts';
import { attachmentsOf, loadPlan, type Settable } from '../scenario.ts';

export type RunOptions = Settable & {
  readonly port?: number;
  readonly host: string;
  readonly data: string;
  readonly pace?: number;
  readonly headless?: boolean;
  readonly start?: boolean;
  readonly bots: BotPolicy;
  readonly seed?: number;
};

/** Where a host listens unless told otherwise; if it is taken, any free port will do. */
const PORT = 8420;
/** How often a host whose own client is shut out looks whether the exercise has been closed. */
const LOOK_MS = 1_000;

export async function run(
  path: string,
  options: RunOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const plan = await loadPlan(path, terminal, options);
  if (!plan) return EXIT.problems;
  const attachments = await attachmentsOf(path, terminal);
  const place = await exerciseFolder(options.data, exerciseName(plan, new Date()));
  const { pace, seed } = options;
  const fresh = {
    plan,
    exercise: place.id,
    attachments,
    ...(seed === undefined ? {} : { seed }),
    ...(pace === undefined ? {} : { pace }),
  };
  try {
    return await conduct(options, place, terminal, (settings) => hostFresh(settings, fresh));
  } catch (error) {
    // A folder in which nothing was written yet goes again; one that holds anything stays.
    await rmdir(place.folder).catch(() => undefined);
    throw error;
  }
}

export async function resume(
  folder: string,
  options: RunOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const path = resolve(folder);
  const place = { id: basename(path), folder: path };
  const known = await stat(path).catch(() => undefined);
  const port = known ? (await openRoster(path)).port() : undefined;
  const again = port === undefined ? options : { port, ...options };
  return conduct({ ...again, data: dirname(path) }, place, terminal, hostResumed);
}

async function conduct(
  options: RunOptions,
  place: Place,
  terminal: Terminal,
  open: (settings: HostOptions) => Promise<Host>,
): Promise<ExitCode> {
  const stopped = signalled();
  const settings: HostOptions = {
    folder: place.folder,
    page: PAGE,
    address: options.host,
    port: options.port ?? PORT,
    orAnyPort: options.port === undefined,
    bots: options.bots,
    lang: terminal.lang,
    engine: VERSION,
    analyse: () => debriefing(place.folder),
    onFault: (fault) => stopped.stop(fail(terminal, fault)),
  };
  const host = await listening(open, settings, terminal);
  await remember(options.data, host.plan, place, host.session.state.status);
  const links = linksOf(host);
  announce(host, links, place, terminal);
  const client = dialHost(host);
  const headless = options.headless === true || !process.stdin.isTTY || !process.stdout.isTTY;
  if (options.start) await client.act({ type: 'exercise.start' });
  const out = outlasting(terminal, stopped.lost);
  if (headless) out.say(options.start ? terminal.text.started : terminal.text.waiting);
  const shown = headless ? 'lost' : await showConsole(client, links, place, stopped, out);
  const code = shown === 'lost' ? await watch(client, host, stopped.code, out) : shown;
  client.close();
  await host.close();
  await remember(options.data, host.plan, place, host.session.state.status);
  farewell(host, place, out);
  return code;
}

/** What is said after the terminal is gone is said to nobody; what goes to a file still does. */
function outlasting(terminal: Terminal, lost: Promise<'lost'>): Terminal {
  let gone = false;
  void lost.then(() => (gone = process.stdout.isTTY));
  return { ...terminal, say: (line) => (gone ? undefined : terminal.say(line)) };
}

type Signals = {
  readonly code: Promise<ExitCode>;
  readonly stop: (code: ExitCode) => void;
  /** The terminal is gone: a connection that broke, a window that was closed. */
  readonly lost: Promise<'lost'>;
};

/**
 * Ctrl-C and a service manager's stop both close the host in good order. That the terminal is lost
 * closes nothing: others are in the middle of an exercise, and `facilitate` comes back to it.
 */
function signalled(): Signals {
  const lost = new Promise<'lost'>((done) => {
    process.on('SIGHUP', () => done('lost'));
    // A dead terminal's own way of saying it. Without a listener it would end the process.
    if (process.stdin.isTTY) process.stdin.on('error', () => done('lost'));
  });
  let stop: (code: ExitCode) => void = () => undefined;
  const code = new Promise<ExitCode>((done) => {
    stop = done;
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stop(EXIT.fine));
  }
  return { code, stop, lost };
}

async function listening(
  open: (settings: HostOptions) => Promise<Host>,
  settings: HostOptions,
  { text }: Terminal,
): Promise<Host> {
  const page = await stat(settings.page).catch(() => undefined);
  if (!page) throw new Usage(text.pageMissing);
  try {
    return await open(settings);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EADDRINUSE') throw new Usage(text.portTaken(settings.port));
    if (['EADDRNOTAVAIL', 'EACCES', 'ENOTFOUND', 'EAI_AGAIN'].includes(code)) {
      throw new Usage(text.cannotListen(`${settings.address}:${settings.port}`, code));
    }
    throw error;
  }
}

type Links = {
  readonly control: string;
  readonly join: readonly string[];
  readonly wall: string;
  /** For a token that opens an organisation or a role. */
  readonly of: LinkOf;
};

function linksOf({ addresses, port, tokens, wall }: Host): Links {
  const last = addresses.at(-1) ?? '127.0.0.1';
  return {
    control: linkFor('control', last, port, tokens.control),
    join: addresses.map((address) => linkFor('join', address, port, tokens.join)),
    wall: linkFor('wall', addresses[0] ?? last, port, wall),
    of: (token, door = 'join') => linkFor(door, addresses[0] ?? last, port, token),
  };
}

function dialHost(host: Host): Client {
  const local = host.addresses.at(-1) ?? '127.0.0.1';
  const link = readLink(linkFor('control', local, host.port, host.tokens.control));
  return dial(link?.socket ?? '', host.tokens.control, true);
}

function announce(host: Host, links: Links, place: Place, { text, say, paint }: Terminal): void {
  if (host.torn !== undefined) say(paint.yellow(text.torn(host.torn)));
  say(`${text.wall}: ${place.folder}`);
  say(`${text.facilitatorLink}: ${links.control}`);
  for (const link of links.join) say(`${text.participantLink}: ${link}`);
  say(`${text.participantCode}: ${host.code}`);
  say(`${text.wallLink}: ${links.wall}`);
  say(text.invite.hint(links.control));
  say(text.staff.hint(links.control));
  say();
  say(renderUnicodeCompact(links.join[0] ?? ''));
  say();
}

/** Plain lines until the host is stopped, or the exercise is closed. */
async function watch(
  client: Client,
  host: Host,
  stopped: Promise<ExitCode>,
  { lang, say }: Terminal,
): Promise<ExitCode> {
  const stop = followPlain(client, lang, say);
  const code = await Promise.race([stopped, closing(client, host)]);
  stop();
  return code;
}

function closing(client: Client, host: Host): Promise<ExitCode> {
  return new Promise((resolve) => {
    const look = (): void => {
      const { view, connection } = client.state();
      const row = view['exercise']?.['exercise'] as { status?: string } | undefined;
      // Somebody may have shown this very client out of exercise control: it hears nothing more.
      const status = connection === 'closed' ? host.session.state.status : row?.status;
      if (status !== 'closed') return;
      clearInterval(looking);
      resolve(EXIT.fine);
    };
    const looking = setInterval(look, LOOK_MS);
    looking.unref();
    client.subscribe(look);
    look();
  });
}

async function showConsole(
  client: Client,
  links: Links,
  place: Place,
  { code, lost }: Signals,
  { lang, text }: Terminal,
): Promise<ExitCode | 'lost'> {
  const [first = ''] = links.join;
  const qr = renderUnicodeCompact(first);
  // Loaded when it is wanted: a host without a console should not wait for Ink.
  const { runConsole } = await import('../../facilitator-ui/console.tsx');
  // As it would be typed where the host was started, where that is shorter.
  const typed = relative(process.cwd(), place.folder);
  const folder = typed.startsWith('..') ? place.folder : typed;
  const left = runConsole({
    client,
    lang,
    // Not exercise control's own: the console may stand on a wall.
    links: [
      ...links.join.map((link) => `${text.participantLink}: ${link}`),
      `${text.wallLink}: ${links.wall}`,
    ],
    linkOf: links.of,
    qr,
    onQuit: 'stop',
    folder,
    lost,
  });
  // Shown out is not leaving: the exercise goes on, and another leads it.
  const ended = left.then((how) => (how === 'shut' ? 'lost' : EXIT.fine));
  return Promise.race([lost, code, ended]);
}

function farewell(host: Host, { folder }: Place, { text, say }: Terminal): void {
  const { status } = host.session.state;
  say(text.closedDown);
  say(
    status === 'closed' || status === 'ended' ? text.reportHint(folder) : text.resumeHint(folder),
  );
}
