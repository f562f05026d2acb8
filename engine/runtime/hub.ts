/**
 * Everybody who is connected, and what each of them is sent. It follows the journal: its own state
 * is made of durable entries alone, so nothing can be published that is not in the record.
 * Knows: doors, chairs, views. Does not know: ws (a socket is three functions) or the rules (step).
 */
import type { By, ControlInput, Entry, RoleInput } from '../exercise/entry.ts';
import { apply } from '../exercise/evolve.ts';
import { changes, type Ref } from '../exercise/changes.ts';
import { controlPuts, controlView } from '../exercise/overview.ts';
import { refusalText, type RefusalCode } from '../exercise/refusal.ts';
import { botSeat } from '../exercise/rehearse.ts';
import type { Put, RecordRow } from '../exercise/rows.ts';
import { initialState, type ExerciseState } from '../exercise/state.ts';
import { exerciseRow, rolePuts, roleRow, roleView } from '../exercise/view.ts';
import type { Plan } from '../plan/plan.ts';
import { createBucket, type Bucket } from './bucket.ts';
import { createEncoder } from './encode.ts';
import { readFrame } from './inbound.ts';
import type { Journal } from './journal/journal.ts';
import {
  CLOSE,
  LIMITS,
  PROTOCOL,
  type ClientMessage,
  type CloseReason,
  type LobbyRole,
  type ServerMessage,
} from './protocol.ts';
import type { Roster, Seat } from './roster.ts';
import type { Outcome, Session } from './session.ts';

/** All that the hub needs of a socket. */
export type Socket = {
  readonly send: (frame: string | Buffer) => void;
  readonly close: (code: number, reason: string) => void;
  /** Bytes not yet taken by the network. */
  readonly waiting: () => number;
};

/** What the socket's owner calls. */
export type Connection = {
  readonly receive: (frame: string) => void;
  readonly closed: () => void;
};

type Guest = {
  stage: 'new' | 'arriving' | 'lobby' | 'control' | 'seated' | 'gone';
  seat?: Seat;
  /** The take that is being carried out. */
  taking?: string;
  name: string;
};
type Member = Guest & { readonly socket: Socket; bucket: Bucket };

export type HubOptions = {
  readonly plan: Plan;
  readonly journal: Journal;
  readonly session: Session;
  readonly roster: Roster;
  /** Monotonic wall ms, for rate limits. */
  readonly now: () => number;
  /** Calls back after wall ms; returns a way to call it off. */
  readonly after: (ms: number, call: () => void) => () => void;
  /** `empty`: a bot gets up for a person and sits down again; `all`: it stays beside them. */
  readonly bots: 'none' | 'empty' | 'all';
};

/** How many entries a facilitator who arrives is shown, and how many are kept for one who returns. */
const RECORD = { shown: 200, kept: 5_000 } as const;

export class Hub {
  readonly #options: HubOptions;
  readonly #state: ExerciseState;
  readonly #members = new Set<Member>();
  readonly #record: Put[] = [];
  /** What changed at which seq, for those who come back. */
  readonly #past: { readonly seq: number; readonly refs: readonly Ref[] }[] = [];
  readonly #encode = createEncoder();
  /** One for each chair: whoever floods gains nothing by coming back. */
  readonly #buckets = new Map<string, Bucket>();
  readonly #stop: () => void;
  readonly #awaiting: { readonly seq: number; readonly resolve: () => void }[] = [];
  #unknown = 0;
  #facilitators = 0;

  constructor(options: HubOptions) {
    this.#options = options;
    this.#state = initialState(options.plan);
    this.#stop = options.journal.tail(0, (entries) => this.#publish(entries));
  }

  /** Durable state, for health checks. */
  get state(): ExerciseState {
    return this.#state;
  }

  /**
   * Resolves when all entries up to `seq` have been read. A resumed host lets nobody in before: to
   * those who come back it would have to show the past once more.
   */
  reached(seq: number): Promise<void> {
    if (this.#state.seq >= seq) return Promise.resolve();
    return new Promise((resolve) => this.#awaiting.push({ seq, resolve }));
  }

  connect(socket: Socket): Connection {
    const member: Member = {
      socket,
      stage: 'new',
      name: '',
      bucket: this.#newBucket(),
    };
    if (this.#members.size >= LIMITS.connections || this.#unknown >= LIMITS.unauthenticated) {
      socket.close(CLOSE.full.code, 'full');
      return { receive: () => undefined, closed: () => undefined };
    }
    this.#members.add(member);
    this.#unknown += 1;
    const cancel = this.#options.after(LIMITS.hello, () => {
      if (member.stage === 'new') this.#close(member, 'hello-timeout');
    });
    return {
      receive: (frame) => this.#receive(member, frame),
      closed: () => {
        cancel();
        this.#forget(member);
      },
    };
  }

  /** Tells everybody that the host is going, and that coming back is worth trying. */
  close(): void {
    this.#stop();
    for (const member of [...this.#members]) this.#close(member, 'closing');
  }

  #receive(member: Member, frame: string): void {
    if (member.stage === 'gone') return;
    if (!member.bucket.take()) return this.#close(member, 'flood');
    const inbound = readFrame(frame);
    if (inbound.type === 'garbage') return this.#close(member, 'malformed');
    if (inbound.type === 'malformed') return this.#refuse(member, inbound.id, 'malformed');
    const { message } = inbound;
    const work =
      member.stage === 'new' ? this.#greet(member, message) : this.#serve(member, message);
    work.catch(() => this.#close(member, 'fault'));
  }

  #newBucket(): Bucket {
    return createBucket(LIMITS.burst, LIMITS.perSecond, this.#options.now);
  }

  #bucketOf(seat: string): Bucket {
    const known = this.#buckets.get(seat);
    const bucket = known ?? this.#newBucket();
    if (!known) this.#buckets.set(seat, bucket);
    return bucket;
  }

  async #greet(member: Member, message: ClientMessage): Promise<void> {
    if (message.type !== 'hello') return this.#close(member, 'malformed');
    if (message.protocol !== PROTOCOL) return this.#close(member, 'version');
    const seat = this.#options.roster.seatByToken(message.token);
    const door = seat ? undefined : this.#options.roster.door(message.token);
    if (!seat && !door) return this.#close(member, 'unauthorised');
    this.#unknown -= 1;
    member.stage = 'arriving';
    if (seat) return this.#comeBack(member, seat, message.since);
    if (door === 'control') {
      member.stage = 'control';
      member.name = `F${(this.#facilitators += 1)}`;
      this.#welcome(member, message.since);
      return this.#tellPresence([member]);
    }
    member.stage = 'lobby';
    this.#send(member, this.#lobby());
  }

  async #serve(member: Member, message: ClientMessage): Promise<void> {
    switch (message.type) {
      case 'hello':
        return this.#close(member, 'malformed');
      case 'take':
        if (message.id === member.taking) return;
        return member.stage === 'lobby'
          ? this.#take(member, message)
          : this.#refuse(member, message.id, 'not-allowed');
      case 'leave':
        return member.stage === 'seated' && member.seat
          ? this.#leave(member, member.seat, message.id)
          : this.#refuse(member, message.id, 'not-allowed');
      case 'act': {
        const by = byOf(member);
        if (!by) return this.#refuse(member, message.id, 'not-allowed');
        return this.#act(member, by, message.input, message.id);
      }
      default:
        message satisfies never;
    }
  }

  async #act(member: Member, by: By, input: ControlInput | RoleInput, id: string): Promise<void> {
    this.#answer(member, id, await this.#options.session.submit(by, input, id));
  }

  /** While a chair is being taken, its taker is `arriving`: it cannot ask for one more. */
  async #take(member: Member, message: Extract<ClientMessage, { type: 'take' }>): Promise<void> {
    const { role, id } = message;
    member.stage = 'arriving';
    member.taking = id;
    const taken = await this.#findChair(message);
    if (!this.#members.has(member)) return;
    if (typeof taken === 'string') {
      member.stage = 'lobby';
      delete member.taking;
      this.#refuse(member, id, taken);
      return this.#send(member, this.#lobby());
    }
    const { seat, token } = taken;
    this.#send(member, { type: 'seated', id, role, seat: seat.id, token });
    this.#sit(member, seat);
  }

  async #findChair(
    message: Extract<ClientMessage, { type: 'take' }>,
  ): Promise<{ readonly seat: Seat; readonly token: string } | RefusalCode> {
    const { role, id, name } = message;
    const { roster } = this.#options;
    const named = name === undefined || name.trim() === '' ? {} : { name: name.trim() };
    const known = roster.seatByTake(id)?.role === role;
    const refused = known ? undefined : this.#cannotTake(role);
    if (refused) return refused;
    const added = await roster.addSeat({ role, take: id, ...named });
    const outcome = await this.#occupy(added.seat);
    if (outcome?.type !== 'refused') return added;
    await roster.removeSeat(added.seat.id);
    return outcome.code;
  }

  /** Known before the roster is written: nobody fills it by asking for what is not there. */
  #cannotTake(role: string): RefusalCode | undefined {
    const found = this.#lobbyRoles().find(({ id }) => id === role);
    if (!found) return 'unknown-role';
    return found.taken >= found.seats ? 'role-full' : undefined;
  }

  /** Puts the seat into the record, unless it is there. The bot gets up first. */
  async #occupy(seat: Seat): Promise<Outcome | undefined> {
    const { session, bots } = this.#options;
    const { role, id, pseudonym } = seat;
    if (session.state.seats.has(id)) return undefined;
    const bot = session.state.seats.get(`bot:${role}`);
    if (bot && bots !== 'all')
      await session.submit({ type: 'engine' }, { type: 'seat.leave', role, seat: bot.id });
    const by: By = { type: 'role', role, seat: id };
    return session.submit(by, { type: 'seat.take', role, seat: id, pseudonym, bot: false });
  }

  /** With a seat's own token. Its chair may have gone to others while the host was down. */
  async #comeBack(member: Member, seat: Seat, since: number | undefined): Promise<void> {
    const outcome = await this.#occupy(seat);
    if (outcome?.type === 'refused') {
      await this.#options.roster.removeSeat(seat.id);
      return this.#close(member, 'unauthorised');
    }
    if (this.#members.has(member)) this.#sit(member, seat, since);
  }

  /** One person, one screen: the newest connection has the chair. */
  #sit(member: Member, seat: Seat, since?: number): void {
    for (const other of [...this.#members]) {
      if (other !== member && other.seat?.id === seat.id) this.#close(other, 'taken-over');
    }
    member.stage = 'seated';
    member.seat = seat;
    member.bucket = this.#bucketOf(seat.id);
    this.#welcome(member, since);
    this.#tellPresence();
    this.#tellLobby();
  }

  async #leave(member: Member, seat: Seat, id: string): Promise<void> {
    const { session, roster, bots } = this.#options;
    const { role } = seat;
    const by: By = { type: 'role', role, seat: seat.id };
    member.stage = 'arriving';
    const outcome = await session.submit(by, { type: 'seat.leave', role, seat: seat.id }, id);
    await roster.removeSeat(seat.id);
    this.#buckets.delete(seat.id);
    delete member.seat;
    delete member.taking;
    if (this.#members.has(member)) member.stage = 'lobby';
    const empty = [...session.state.seats.values()].every((other) => other.role !== role);
    if (bots !== 'none' && empty) await session.submit({ type: 'engine' }, botSeat(role));
    this.#answer(member, id, outcome);
    this.#tellPresence();
    this.#tellLobby();
  }

  #answer(member: Member, id: string, outcome: Outcome): void {
    if (outcome.type === 'refused') this.#refuse(member, id, outcome.code);
    else this.#send(member, { type: 'done', id, seq: outcome.seq });
  }

  #refuse(member: Member, id: string, code: RefusalCode): void {
    const reason = { da: refusalText(code, 'da'), en: refusalText(code, 'en') };
    this.#send(member, { type: 'refused', id, code, reason });
  }

  /** The whole view, or what changed since; since a seq that is not ours, the whole. */
  #welcome(member: Member, since?: number): void {
    const { seq } = this.#state;
    const kept = this.#record.length;
    const known = since !== undefined && since <= seq;
    const resumed = known && (member.stage !== 'control' || seq - since <= kept);
    const puts = resumed ? this.#putsSince(member, since) : this.#putsNow(member);
    this.#send(member, {
      type: 'welcome',
      audience: member.stage === 'control' ? 'control' : 'role',
      ...(member.seat ? { role: member.seat.role, seat: member.seat.id } : {}),
      seq,
      resumed,
      clock: this.#options.session.reading(),
      put: puts,
    });
  }

  #putsNow(member: Member): readonly Put[] {
    if (member.seat) return roleView(this.#state, member.seat.role);
    return [...controlView(this.#state), ...this.#record.slice(-RECORD.shown)];
  }

  #putsSince(member: Member, since: number): readonly Put[] {
    const last = distinct(this.#past.slice(this.#firstAfter(since)).flatMap(({ refs }) => refs));
    if (member.seat) return rolePuts(this.#state, member.seat.role, last);
    const missed = this.#state.seq - since;
    return [...controlPuts(this.#state, last), ...(missed > 0 ? this.#record.slice(-missed) : [])];
  }

  /** Where the changes after `since` begin, by bisection: the past may be long. */
  #firstAfter(since: number): number {
    let low = 0;
    let high = this.#past.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#past[middle]?.seq ?? Infinity) > since) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Applies what has become durable, and sends each receiver what it may see of it. */
  #publish(entries: readonly Entry[]): void {
    const refs: Ref[] = [];
    const records: Put[] = [];
    let ticked = false;
    for (const entry of entries) {
      apply(this.#state, entry);
      records.push(['record', String(entry.seq), recordRow(entry)]);
      if (!('event' in entry)) continue;
      const changed = changes(this.#state, entry.event);
      if (changed.length > 0) this.#past.push({ seq: entry.seq, refs: changed });
      refs.push(...changed);
      ticked ||= entry.event.type.startsWith('exercise.');
    }
    this.#record.push(...records);
    if (this.#record.length > RECORD.kept * 2) this.#record.splice(0, RECORD.kept);
    this.#fanOut(distinct(refs), records, ticked);
    for (const { seq, resolve } of this.#awaiting) if (this.#state.seq >= seq) resolve();
    if (refs.some(({ kind }) => kind === 'seat' || kind === 'exercise')) this.#tellLobby();
  }

  #fanOut(refs: readonly Ref[], records: readonly Put[], ticked: boolean): void {
    const { seq } = this.#state;
    const frames = new Map<string, Buffer | undefined>();
    const clock = ticked
      ? this.#frame({ type: 'clock', clock: this.#options.session.reading() })
      : undefined;
    for (const member of this.#members) {
      const key = member.seat?.role ?? (member.stage === 'control' ? '' : undefined);
      if (key === undefined) continue;
      if (!frames.has(key)) {
        const puts = member.seat
          ? rolePuts(this.#state, member.seat.role, refs)
          : [...controlPuts(this.#state, refs), ...records];
        frames.set(key, puts.length > 0 ? this.#encode.update(seq, puts) : undefined);
      }
      const frame = frames.get(key);
      if (frame) this.#push(member, frame);
      if (clock) this.#push(member, clock);
    }
    this.#encode.forget();
  }

  #lobbyRoles(): readonly LobbyRole[] {
    const people = [...this.#state.seats.values()].filter(({ bot }) => !bot);
    return this.#options.plan.roles
      .filter(({ playedBy }) => playedBy === 'participant')
      .map(({ id, seats }) => ({
        ...roleRow(this.#state, id),
        taken: people.filter(({ role }) => role === id).length,
        seats: seats.max,
      }));
  }

  #lobby(): ServerMessage {
    return { type: 'lobby', exercise: exerciseRow(this.#state), roles: this.#lobbyRoles() };
  }

  #tellLobby(): void {
    const waiting = [...this.#members].filter(({ stage }) => stage === 'lobby');
    if (waiting.length === 0) return;
    const frame = this.#frame(this.#lobby());
    for (const member of waiting) this.#push(member, frame);
  }

  #tellPresence(to = [...this.#members].filter(({ stage }) => stage === 'control')): void {
    const roles: Record<string, number> = {};
    for (const { seat } of this.#members) {
      if (seat) roles[seat.role] = (roles[seat.role] ?? 0) + 1;
    }
    for (const member of to) this.#send(member, { type: 'presence', roles });
  }

  #frame(message: ServerMessage): Buffer {
    return Buffer.from(JSON.stringify(message));
  }

  #send(member: Member, message: ServerMessage): void {
    this.#push(member, this.#frame(message));
  }

  /** A receiver that cannot keep up is let go: it comes back and asks for what it missed. */
  #push(member: Member, frame: Buffer): void {
    if (member.stage === 'gone') return;
    if (member.socket.waiting() > LIMITS.backlog) this.#close(member, 'backlog');
    else member.socket.send(frame);
  }

  #close(member: Member, reason: CloseReason): void {
    if (member.stage === 'gone') return;
    this.#forget(member);
    member.socket.close(CLOSE[reason].code, reason);
  }

  #forget(member: Member): void {
    if (!this.#members.delete(member)) return;
    if (member.stage === 'new') this.#unknown -= 1;
    const seated = member.seat !== undefined;
    member.stage = 'gone';
    delete member.seat;
    if (seated) this.#tellPresence();
  }
}

function byOf(member: Member): By | undefined {
  if (member.stage === 'control') return { type: 'facilitator', name: member.name };
  if (member.stage !== 'seated' || !member.seat) return undefined;
  return { type: 'role', role: member.seat.role, seat: member.seat.id };
}

/** Each row once: rows are read after all events, so one reading says it all. */
function distinct(refs: readonly Ref[]): readonly Ref[] {
  const merged = new Map<string, Ref>();
  for (const ref of refs) {
    const key = `${ref.kind} ${ref.id}`;
    const other = merged.get(key);
    merged.set(key, other ? widest(other, ref) : ref);
  }
  return [...merged.values()];
}

function widest(a: Ref, b: Ref): Ref {
  if (!a.roles || !b.roles) return { kind: a.kind, id: a.id };
  return { ...a, roles: [...new Set([...a.roles, ...b.roles])] };
}

/** The Plan itself is left out of the first entry: control has it as rows. */
function recordRow(entry: Entry): RecordRow {
  const { seq, at, wall, by } = entry;
  if ('event' in entry) return { seq, at, wall, by, event: entry.event };
  const { input } = entry;
  const shown = input.type === 'exercise.open' ? { type: input.type } : input;
  return { seq, at, wall, by, input: shown };
}
