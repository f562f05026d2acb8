/**
 * One connection to a host, kept up: it comes back by itself, asks for what it missed, and sends
 * what was queued exactly once. Knows: the protocol. Does not know: which library carries it; the
 * same code runs in a browser, in a terminal and, on a pair of linked fakes, in tests.
 */
import type { ControlInput, RoleInput } from '../exercise/entry.ts';
import { createBucket } from './bucket.ts';
import { applyPuts, putInPlace, type Collections } from './collections.ts';
import {
  CLOSE,
  LIMITS,
  PROTOCOL,
  type ClientMessage,
  type ClockReading,
  type Ms,
  type ServerMessage,
} from './protocol.ts';

/** What the client needs of a WebSocket; the browser's and ws's both have it. */
export type SocketLike = {
  send(data: string): void;
  close(code?: number, reason?: string): void;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number; reason: string }) => void) | null;
  onerror: ((event: never) => void) | null;
};

/** The world outside, handed in so that tests can hold it still. */
export type ClientWorld = {
  readonly open: (url: string) => SocketLike;
  /** Wall ms since 1970. */
  readonly now: () => number;
  /** Calls back after wall ms; returns a way to call it off. */
  readonly after: (ms: number, call: () => void) => () => void;
  /** A new id, unique among this client's acts. */
  readonly id: () => string;
  /** After so long without a word, wall ms, the host is asked whether it is there. */
  readonly silence?: Ms;
  /** Keeps acts without an answer over the client's own end: a page that is loaded anew. */
  readonly keep?: Keep;
  /** Rows are changed where they stand (see collections.ts): for a view of many thousands of them. */
  readonly inPlace?: boolean;
};

/** An act that had no answer yet. The id makes that it is carried out once, whoever sends it again. */
export type KeptAct = {
  readonly id: string;
  readonly input: ControlInput | RoleInput;
  /** Whatever the sender wants back with it. */
  readonly note?: string;
};
/** `owner` names the seat and its exercise: nobody else's acts are sent. */
export type Keep = {
  readonly load: (owner: string) => readonly KeptAct[];
  readonly save: (owner: string, acts: readonly KeptAct[]) => void;
  /** An act from before is sent again; its answer comes here. */
  readonly revived: (act: KeptAct, outcome: Promise<Outcome>) => void;
};

export type { Collections };
export type Lobby = Extract<ServerMessage, { type: 'lobby' }>;

export type ClientState = {
  /** `waiting`: the connection was lost and will be tried again. `closed`: it will not. */
  readonly connection: 'connecting' | 'open' | 'waiting' | 'closed';
  /** Why the last connection ended. */
  readonly lost?: { readonly code: number; readonly reason: string };
  readonly audience?: 'role' | 'control' | 'wall';
  readonly role?: string;
  readonly seat?: string;
  readonly pseudonym?: string;
  /** One's own name in exercise control. */
  readonly staff?: string;
  /** The chair's own token, when it was given over this connection: keep it. */
  readonly token?: string;
  readonly lobby?: Lobby;
  readonly seq: number;
  readonly clock?: ClockReading;
  /** Host wall clock minus ours. */
  readonly skew: number;
  readonly presence: { readonly [role: string]: number };
  /** Connections of each facilitator, and the slowest heartbeat in each role, wall ms. */
  readonly staffHere?: { readonly [staff: string]: number };
  readonly delays?: { readonly [role: string]: number };
  /** Cast to RoleView, ControlView or WallView according to `audience`. */
  readonly view: Collections;
  /** Acts not yet answered. */
  readonly pending: number;
};

export type Outcome =
  | { readonly type: 'done'; readonly seq: number }
  | {
      readonly type: 'refused';
      readonly code: string;
      readonly reason: { readonly da: string; readonly en: string };
    };
export type Seated = Extract<ServerMessage, { type: 'seated' }>;
export type Moving = Extract<ServerMessage, { type: 'moving' }>;
export type Invitations = Extract<ServerMessage, { type: 'invitations' }>;
/** What control asks of the host beside its acts, and what it is answered; see the protocol. */
export type Request = Without<
  Extract<
    ClientMessage,
    { type: 'appoint' | 'dismiss' | 'look' | 'entries' | 'check' | 'debrief' }
  >,
  'id'
>;
type Without<M, K extends PropertyKey> = M extends unknown ? Omit<M, K> : never;
type Told = {
  readonly appoint: 'appointed';
  readonly dismiss: 'done';
  readonly look: 'looked';
  readonly entries: 'entries';
  readonly check: 'checked';
  readonly debrief: 'debriefed';
};
export type Reply<T extends Request['type']> =
  Extract<ServerMessage, { type: Told[T] }> | Extract<Outcome, { type: 'refused' }>;
type Answer = Outcome | Seated | Moving | Invitations | Reply<Request['type']>;
/** What one can say of oneself when one sits down; see the protocol's `take`. */
export type AsWhom = Omit<
  Extract<ClientMessage, { type: 'take' }>,
  'type' | 'id' | 'role' | 'name'
>;

export type Client = {
  readonly state: () => ClientState;
  readonly subscribe: (changed: () => void) => () => void;
  /** Sends an act now, or when the connection is back. Resolves when the host has answered. */
  readonly act: (input: ControlInput | RoleInput, note?: string) => Promise<Outcome>;
  readonly take: (role: string, name?: string, as?: AsWhom) => Promise<Seated | Outcome>;
  readonly leave: () => Promise<Outcome>;
  /** A code with which one goes on in this chair on another device. */
  readonly move: () => Promise<Moving | Outcome>;
  /** Control's: empties a chair. */
  readonly free: (seat: string) => Promise<Outcome>;
  /** Control's: what opens the door to each organisation and role. */
  readonly invite: () => Promise<Invitations | Outcome>;
  readonly request: <T extends Request['type']>(
    request: Extract<Request, { readonly type: T }>,
  ) => Promise<Reply<T>>;
  /** Exercise time now, extrapolated from the host's last reading. For display only. */
  readonly now: () => Ms;
  readonly close: () => void;
};

type Waiting = {
  readonly message: Exclude<ClientMessage, { type: 'hello' }>;
  readonly note?: string;
  readonly answer: (outcome: Answer) => void;
};

/** As a browser says that a network broke; no host closes with it. */
const SILENT = { code: 1006, reason: 'silent' } as const;
const BACKOFF: readonly number[] = [250, 500, 1_000, 2_000, 5_000];

/** Below what the host allows: it counts the hello too, and its clock is not ours. */
const RATE = { burst: LIMITS.burst / 2, perSecond: LIMITS.perSecond * 0.8 } as const;

/** What is told of an act that had no answer when the host shut the door for good. */
const UNANSWERED: Outcome = {
  type: 'refused',
  code: 'unanswered',
  reason: {
    da: 'Forbindelsen blev lukket, før værten svarede. Se efter, om det blev gennemført.',
    en: 'The connection was closed before the host answered. Look whether it was carried out.',
  },
};

const NOWHERE: ClientState = {
  connection: 'connecting',
  seq: -1,
  skew: 0,
  presence: {},
  view: {},
  pending: 0,
};

/** Connects to `url` (ws:// or wss://) with `token`, and stays connected until closed. */
export function connect(url: string, token: string, world: ClientWorld): Client {
  let state = NOWHERE;
  let credential = token;
  let socket: SocketLike | undefined;
  let attempts = 0;
  let cancelRetry: (() => void) | undefined;
  /** What was kept from before has been taken up. */
  let revived = false;
  const outbox = new Map<string, Waiting>();
  /** What of the outbox is still to be sent over this connection. */
  let queue: Waiting[] = [];
  let cancelPump: (() => void) | undefined;
  let cancelListening: (() => void) | undefined;
  const bucket = createBucket(RATE.burst, RATE.perSecond, world.now);
  const listeners = new Set<() => void>();
  const changed = world.inPlace ? putInPlace : applyPuts;

  const set = (change: Partial<ClientState>): void => {
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener();
  };

  function dial(): void {
    cancelRetry = undefined;
    const opened = world.open(url);
    socket = opened;
    opened.onopen = () => {
      const since = state.seq >= 0 ? { since: state.seq } : {};
      send({ type: 'hello', protocol: PROTOCOL, token: credential, ...since });
    };
    opened.onmessage = ({ data }) => {
      if (socket !== opened || typeof data !== 'string') return;
      listen(opened);
      receive(JSON.parse(data) as ServerMessage);
    };
    opened.onerror = () => undefined;
    opened.onclose = ({ code, reason }) => {
      if (socket === opened) lose(code, reason);
    };
  }

  /** Somebody was there just now. Who says nothing for long is asked, and then given up. */
  function listen(opened: SocketLike): void {
    const { silence } = world;
    cancelListening?.();
    if (silence === undefined) return;
    cancelListening = world.after(silence, () => {
      send({ type: 'ping', id: world.id() });
      cancelListening = world.after(silence, () => {
        if (socket !== opened) return;
        lose(SILENT.code, SILENT.reason);
        opened.close();
      });
    });
  }

  function send(message: ClientMessage): void {
    socket?.send(JSON.stringify(message));
  }

  function receive(message: ServerMessage): void {
    switch (message.type) {
      case 'lobby':
        lobby(message);
        return;
      case 'welcome':
        attempts = 0;
        welcome(message);
        flush('act');
        return;
      case 'update':
        if (message.seq > state.seq) {
          set({ seq: message.seq, view: changed(state.view, message.put) });
        }
        return;
      case 'clock':
        set({ clock: message.clock, skew: message.clock.wall - world.now() });
        return;
      case 'pong':
        return;
      case 'presence':
        set({
          presence: message.roles,
          ...(message.staff ? { staffHere: message.staff } : {}),
          ...(message.delays ? { delays: message.delays } : {}),
        });
        return;
      case 'seated':
        credential = message.token;
        set({ token: message.token });
        answer(message.id, message);
        return;
      case 'moving':
      case 'invitations':
      case 'appointed':
      case 'looked':
      case 'entries':
      case 'checked':
      case 'debriefed':
        answer(message.id, message);
        return;
      case 'done':
        if (outbox.get(message.id)?.message.type === 'leave') standUp();
        answer(message.id, message);
        return;
      case 'refused':
        answer(message.id, message);
        return;
      default:
        // A newer host may say more than this client knows; what it knows still holds.
        message satisfies never;
    }
  }

  /** Comes again whenever it changes; only the first one means that we have arrived. */
  function lobby(message: Lobby): void {
    const arrived = state.connection !== 'open';
    attempts = 0;
    set({ connection: 'open', lobby: message });
    if (arrived) flush('take');
  }

  /** The chair is no longer ours: its token opens nothing, and its view is not ours to keep. */
  function standUp(): void {
    credential = token;
    const { connection, skew, pending, lobby, clock } = state;
    state = { ...NOWHERE, connection, skew, pending };
    set({ ...(lobby ? { lobby } : {}), ...(clock ? { clock } : {}) });
  }

  function welcome(message: Extract<ServerMessage, { type: 'welcome' }>): void {
    const { audience, role, seat, pseudonym, staff, seq, clock } = message;
    set({
      connection: 'open',
      audience,
      ...(role === undefined ? {} : { role }),
      ...(seat === undefined ? {} : { seat }),
      ...(pseudonym === undefined ? {} : { pseudonym }),
      ...(staff === undefined ? {} : { staff }),
      seq,
      clock,
      skew: clock.wall - world.now(),
      view: changed(message.resumed ? state.view : {}, message.put),
    });
    if (!revived) revive();
  }

  /** What was under way when the page was left goes out with the rest, before anything new. */
  function revive(): void {
    const mine = ownerOf(state);
    if (mine === undefined || !world.keep) return;
    revived = true;
    const before = world.keep.load(mine);
    const later = [...outbox.values()];
    outbox.clear();
    for (const act of before) {
      const { id, input, note } = act;
      const outcome = new Promise<Answer>((resolve) => {
        const message = { type: 'act', id, input } as const;
        outbox.set(id, { message, answer: resolve, ...(note === undefined ? {} : { note }) });
      });
      world.keep.revived(act, outcome as Promise<Outcome>);
    }
    for (const waiting of later) outbox.set(waiting.message.id, waiting);
    set({ pending: outbox.size });
  }

  /** Before an act is sent, so that there is no moment in which it could be lost. */
  function keepOutbox(): void {
    const mine = ownerOf(state);
    if (mine === undefined) return;
    const acts = [...outbox.values()].flatMap(({ message, note }) =>
      message.type === 'act'
        ? [{ id: message.id, input: message.input, ...(note === undefined ? {} : { note }) }]
        : [],
    );
    world.keep?.save(mine, acts);
  }

  /** Sends again what has had no answer. The host recognises ids, so nothing is done twice. */
  function flush(kind: 'take' | 'act'): void {
    queue = [...outbox.values()].filter(
      ({ message }) => (message.type === 'take') === (kind === 'take'),
    );
    pump();
  }

  /** Sends what is to be sent, as fast as the host lets anybody. */
  function pump(): void {
    cancelPump?.();
    cancelPump = undefined;
    while (queue.length > 0) {
      if (!bucket.take()) {
        cancelPump = world.after(bucket.wait(), pump);
        return;
      }
      const next = queue.shift();
      if (next) send(next.message);
    }
  }

  function answer(id: string, outcome: Answer): void {
    const waiting = outbox.get(id);
    if (!waiting) return;
    outbox.delete(id);
    keepOutbox();
    set({ pending: outbox.size });
    waiting.answer(outcome);
  }

  function lose(code: number, reason: string): void {
    disconnect();
    const final = Object.values(CLOSE).some((c) => c.code === code && !c.retry);
    set({ connection: final ? 'closed' : 'waiting', lost: { code, reason } });
    if (final) giveUp();
    else retry();
  }

  function disconnect(): void {
    socket = undefined;
    queue = [];
    cancelPump?.();
    cancelPump = undefined;
    cancelListening?.();
    cancelListening = undefined;
  }

  function retry(): void {
    const wait = BACKOFF[Math.min(attempts, BACKOFF.length - 1)] ?? 5_000;
    attempts += 1;
    cancelRetry = world.after(wait, dial);
  }

  function giveUp(): void {
    for (const id of [...outbox.keys()]) answer(id, UNANSWERED);
  }

  function ask(message: Exclude<ClientMessage, { type: 'hello' }>, note?: string): Promise<Answer> {
    return new Promise((resolve) => {
      const waiting = { message, answer: resolve, ...(note === undefined ? {} : { note }) };
      outbox.set(message.id, waiting);
      keepOutbox();
      set({ pending: outbox.size });
      if (state.connection === 'closed') giveUp();
      if (state.connection !== 'open') return;
      queue.push(waiting);
      pump();
    });
  }

  dial();
  return {
    state: () => state,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    act: (input, note) => ask({ type: 'act', id: world.id(), input }, note) as Promise<Outcome>,
    take: (role, name, as = {}) => {
      const called = name === undefined ? {} : { name };
      const take = { type: 'take', id: world.id(), role, ...called, ...as } as const;
      return ask(take) as Promise<Seated | Outcome>;
    },
    leave: () => ask({ type: 'leave', id: world.id() }) as Promise<Outcome>,
    move: () => ask({ type: 'move', id: world.id() }) as Promise<Moving | Outcome>,
    free: (seat) => ask({ type: 'free', id: world.id(), seat }) as Promise<Outcome>,
    invite: () => ask({ type: 'invite', id: world.id() }) as Promise<Invitations | Outcome>,
    request: <T extends Request['type']>(request: Extract<Request, { readonly type: T }>) =>
      ask({ ...(request as Request), id: world.id() }) as Promise<Reply<T>>,
    now: () => extrapolate(state.clock, world.now() + state.skew),
    close: () => {
      cancelRetry?.();
      set({ connection: 'closed' });
      const open = socket;
      disconnect();
      open?.close(1000, 'bye');
    },
  };
}

/** The seat and its exercise in one word; undefined until a seat is ours. */
export function ownerOf({ view, seat }: ClientState): string | undefined {
  const row = view['exercise']?.['exercise'] as { readonly id: string } | undefined;
  return row && seat !== undefined ? `${row.id} ${seat}` : undefined;
}

/** Exercise time at the host's wall time `wall`, from its last reading. */
export function extrapolate(clock: ClockReading | undefined, wall: number): Ms {
  if (!clock) return 0;
  if (!clock.running) return clock.at;
  return Math.floor(clock.at + Math.max(0, wall - clock.wall) * clock.pace);
}
