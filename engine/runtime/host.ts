/**
 * A running host: journal, roster, session, hub and server put together, for a new exercise or for
 * one that was interrupted. Knows: how the parts fit. Does not know: terminals or command lines.
 */
import { randomInt } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { createBots, type Bots } from '../exercise/bot.ts';
import { EVERYONE, type Behave } from '../exercise/bots/behaviour.ts';
import type { Entry } from '../exercise/entry.ts';
import { apply } from '../exercise/evolve.ts';
import { openingInput, seatBots } from '../exercise/rehearse.ts';
import { replay } from '../exercise/replay.ts';
import { initialState, type ExerciseState } from '../exercise/state.ts';
import type { Plan } from '../plan/plan.ts';
import type { Lang } from '../scenario/text.ts';
import {
  checkAttachments,
  createAttachments,
  storeAttachments,
  type Attachments,
} from './attachments.ts';
import { createChecks, thisMachine } from './check.ts';
import { createAlarm } from './clock.ts';
import { createDebrief, type Debrief, type Debriefing } from './debrief.ts';
import { Fault } from './fault.ts';
import { Hub } from './hub.ts';
import { openFileJournal, type FileJournal } from './journal/file.ts';
import { controlToken } from './office.ts';
import { openRoster, type Roster } from './roster.ts';
import { serve, type Server } from './server.ts';
import { Session } from './session.ts';
import { openSpare, type Spare } from './spare.ts';

/** Who gets a bot: nobody, chairs that nobody has taken, or every chair from the start. */
export type BotPolicy = 'none' | 'empty' | 'all';

export type HostOptions = {
  /** The exercise's own folder: journal and roster. */
  readonly folder: string;
  /** The folder of the built participants' page. */
  readonly page: string;
  /** What to listen on; 0.0.0.0 lets the room in. */
  readonly address: string;
  readonly port: number;
  /** Takes any free port when that one is taken. */
  readonly orAnyPort: boolean;
  readonly bots: BotPolicy;
  /** The language bots write in. */
  readonly lang: Lang;
  /** The engine's version, for the journal. */
  readonly engine: string;
  /** Analyses the exercise's journal, once it is over. */
  readonly analyse?: () => Promise<Debriefing>;
  /** The journal can take nothing more. */
  readonly onFault: (fault: unknown) => void;
};

export type Fresh = {
  readonly plan: Plan;
  readonly exercise: string;
  /** Chosen by chance when absent. */
  readonly seed?: number;
  readonly pace?: number;
  /** The scenario's folder of attachments; what the plan names in it is copied. */
  readonly attachments?: string;
};

export type Host = {
  readonly plan: Plan;
  readonly session: Session;
  readonly port: number;
  /** Tokens for this run's links: shown now, never again. */
  readonly tokens: { readonly control: string; readonly join: string };
  /** To be said aloud: opens the same door as `tokens.join`. */
  readonly code: string;
  /** Opens the wall display, this run's. */
  readonly wall: string;
  /** The addresses under which others may reach the host, the loopback one last. */
  readonly addresses: readonly string[];
  /** What was cut from the end of an interrupted journal, bytes. */
  readonly torn?: number;
  readonly close: () => Promise<void>;
};

type Conduct = {
  readonly plan: Plan;
  readonly state: ExerciseState;
  readonly journal: FileJournal;
  readonly past: readonly Entry[];
  readonly bots: Bots;
  /** What is to be done before anybody is let in. Begun at once: no time goes by before it. */
  readonly first?: (session: Session, roster: Roster) => Promise<void>;
};

/** Hosts a new exercise in a folder of its own. */
export async function hostFresh(options: HostOptions, fresh: Fresh): Promise<Host> {
  const { plan, exercise, pace } = fresh;
  const seed = fresh.seed ?? randomInt(2 ** 31);
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  const { journal } = await openFileJournal(journalPath(options.folder));
  // Nothing has been written: the folder is left as it was found.
  const undo = async (error: unknown): Promise<never> => {
    await journal.close();
    await rm(journalPath(options.folder));
    throw error;
  };
  const unstore = await storeAttachments(plan, fresh.attachments, options.folder).catch(undo);
  const bots = createBots(seed, options.lang, manners(plan, options.bots));
  const state = initialState(plan);
  const host = await start(options, { plan, state, journal, past: [], bots }).catch(
    async (error: unknown) => {
      await unstore();
      return undo(error);
    },
  );
  try {
    const { session } = host;
    const engine = { type: 'engine' } as const;
    await session.submit(engine, openingInput({ plan, exercise, seed, engine: options.engine }));
    if (pace !== undefined) await session.submit(engine, { type: 'exercise.pace', pace });
    await fillChairs(session, options.bots);
    return host;
  } catch (error) {
    await host.close();
    throw error;
  }
}

/** Hosts an interrupted exercise again, exactly where it stood, paused. */
export async function hostResumed(options: HostOptions): Promise<Host> {
  const opened = await openFileJournal(journalPath(options.folder), { resume: true });
  const { journal, torn } = opened;
  try {
    const { state, whole, differs } = replay(opened.entries);
    if (differs || !state) {
      const seq = differs?.seq ?? 0;
      throw new Fault('journal-differs', `entry ${seq} is not what the engine computes`, {
        details: { seq, why: differs?.why ?? 'no-plan', path: journalPath(options.folder) },
      });
    }
    await journal.truncateTo(whole);
    const past = opened.entries.slice(0, whole + 1);
    const { plan } = state.lookup;
    await checkAttachments(plan, options.folder);
    const bots = botsAfter(past, state, options);
    const first = (session: Session, roster: Roster): Promise<void> =>
      pickUp(session, roster, options);
    const host = await start(options, { plan, state, journal, past, bots, first });
    return { ...host, ...(torn ? { torn: torn.bytes } : {}) };
  } catch (error) {
    await journal.close();
    throw error;
  }
}

/** Time stands still; and chairs that the roster knows nobody in are free again. */
async function pickUp(session: Session, roster: Roster, options: HostOptions): Promise<void> {
  const engine = { type: 'engine' } as const;
  const { status, seats } = session.state;
  if (status === 'running') {
    const reason = INTERRUPTED[options.lang];
    await session.submit(engine, { type: 'exercise.pause', reason });
  }
  const known = new Set(roster.seats().map(({ id }) => id));
  const lost = [...seats.values()].filter(({ id, bot }) => !bot && !known.has(id));
  if (status === 'closed' || lost.length === 0) return;
  for (const { role, id: seat } of lost) {
    await session.submit(engine, { type: 'seat.leave', role, seat });
  }
  await fillChairs(session, options.bots);
}

const INTERRUPTED: Readonly<Record<Lang, string>> = {
  da: 'Værten blev afbrudt og er startet igen.',
  en: 'The host was interrupted and has started again.',
};

export function journalPath(folder: string): string {
  return join(folder, 'journal.jsonl');
}

/** The bots' intentions follow from the events: they are formed again, and those past are dropped. */
function botsAfter(past: readonly Entry[], state: ExerciseState, options: HostOptions): Bots {
  const first = past[0];
  const seed =
    first && 'input' in first && first.input.type === 'exercise.open' ? first.input.seed : 0;
  const { plan } = state.lookup;
  const bots = createBots(seed, options.lang, manners(plan, options.bots));
  const again = initialState(plan);
  for (const entry of past) {
    apply(again, entry);
    if ('event' in entry) bots.notice(again, entry.event);
  }
  bots.skipTo(state.at);
  return bots;
}

/**
 * Where no chair gets a bot, bots in chairs are silent: also those that an interrupted exercise had.
 * A simulated role is nobody's chair: control itself hands it to a bot, and can whatever the policy is.
 */
function manners({ roles }: Plan, policy: BotPolicy): Behave {
  if (policy !== 'none') return new Map();
  const simulated = roles.filter(({ playedBy }) => playedBy === 'simcell');
  return new Map([[EVERYONE, 'silent'], ...simulated.map(({ id }) => [id, 'human'] as const)]);
}

async function start(options: HostOptions, conduct: Conduct): Promise<Host> {
  const { plan, state, journal, past, bots, first } = conduct;
  const roster = await openRoster(options.folder);
  const session = new Session({
    state,
    journal,
    past,
    wall: { monotonic: () => performance.now(), epoch: () => Date.now() },
    alarm: createAlarm(setTimeout, clearTimeout),
    bots,
    onFault: options.onFault,
  });
  const begun = first?.(session, roster);
  const { analyse } = options;
  const debrief: Debrief | undefined =
    analyse && createDebrief({ state: () => hub.state, analyse });
  const check = createChecks(
    thisMachine({
      folder: options.folder,
      listens: options.address,
      addresses: () => addressesOf(options.address),
      // Nobody can ask before it listens.
      port: () => server.port,
      handed: () => session.state.seq,
      durable: () => hub.state.seq,
    }),
  );
  const hub: Hub = new Hub({
    plan,
    debrief,
    journal,
    session,
    roster,
    now: () => performance.now(),
    after: (ms, call) => {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
    bots: options.bots,
    check,
  });
  await begun;
  await hub.reached(session.state.seq);
  const attachments = createAttachments({
    exercise: options.folder,
    roster,
    state: () => hub.state,
    now: () => performance.now(),
  });
  const server = await listen(options, { hub, attachments, debrief });
  let spare: Spare | undefined;
  const close = async (): Promise<void> => {
    spare?.close();
    session.stop();
    hub.close();
    await server.close();
    await journal.close();
  };
  try {
    const { port } = server;
    const addresses = addressesOf(options.address);
    await roster.setPort(port);
    const wall = await roster.addWall();
    const doors = await newDoors(roster, session.state);
    spare = await openSpare({
      folder: options.folder,
      name: hub.replaceLead,
      addresses,
      port,
      now: () => Date.now(),
    });
    return { plan, session, port, ...doors, wall, addresses, close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Served = {
  readonly hub: Hub;
  readonly attachments: Attachments;
  readonly debrief: Debrief | undefined;
};

async function listen(options: HostOptions, served: Served): Promise<Server> {
  const { page, address, port, orAnyPort } = options;
  try {
    return await serve({ ...served, page, host: address, port });
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!taken || !orAnyPort) throw error;
    return serve({ ...served, page, host: address, port: 0 });
  }
}

async function newDoors(
  roster: Roster,
  state: ExerciseState,
): Promise<Pick<Host, 'tokens' | 'code'>> {
  const control = await controlToken(roster, state);
  const [join] = await roster.addKeys(['join']);
  return { tokens: { control, join: join?.token ?? '' }, code: join?.code ?? '' };
}

async function fillChairs(session: Session, policy: BotPolicy): Promise<void> {
  if (policy === 'none') return;
  for (const seat of seatBots(session.state)) await session.submit({ type: 'engine' }, seat);
}

/** Where others find this machine: its own addresses on the room's network. */
function addressesOf(address: string): readonly string[] {
  if (address !== '0.0.0.0' && address !== '::') return [address];
  const outer = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map((found) => found.address);
  return [...outer, '127.0.0.1'];
}
