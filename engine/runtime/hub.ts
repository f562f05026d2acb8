/**
 * Everybody who is connected, and what each of them is sent. It follows the journal: its own state
 * is made of durable entries alone, so nothing can be published that is not in the record.
 * Knows: doors, who sits where, views. Does not know: ws (a socket is three functions) or the rules
 * (step).
 */
import type { By, ControlInput, Entry, RoleInput } from '../exercise/entry.ts';
import { controlPuts, controlView } from '../exercise/overview.ts';
import { refusalText, type RefusalCode } from '../exercise/refusal.ts';
import type { Put } from '../exercise/rows.ts';
import { initialState, type ExerciseState } from '../exercise/state.ts';
import { exerciseRow, rolePuts, roleView } from '../exercise/view.ts';
import { wallPuts, wallView } from '../exercise/wall.ts';
import type { Plan } from '../plan/plan.ts';
import { createBucket, type Bucket } from './bucket.ts';
import { byOf, createChairs, lobbyRoles, type Chairs, type ChairsOptions } from './chairs.ts';
import { createDoors, type Doors, type Opened } from './doors.ts';
import { createEncoder } from './encode.ts';
import { readFrame } from './inbound.ts';
import type { Journal } from './journal/journal.ts';
import { createPast, type News } from './past.ts';
import {
  CLOSE,
  LIMITS,
  PROTOCOL,
  type ClientMessage,
  type CloseReason,
  type LobbyRole,
  type ServerMessage,
} from './protocol.ts';
import type { Added, Door, Seat } from './roster.ts';

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

type Member = {
  readonly socket: Socket;
  stage: 'new' | 'arriving' | 'lobby' | 'control' | 'wall' | 'seated' | 'gone';
  seat?: Seat;
  /** What it came in by: how much of the lobby it sees. */
  door?: Door;
  /** The take that is being carried out. */
  taking?: string;
  /** A facilitator's. */
  name: string;
  bucket: Bucket;
};
type Message<T extends ClientMessage['type']> = Extract<ClientMessage, { type: T }>;

export type HubOptions = ChairsOptions & {
  readonly plan: Plan;
  readonly journal: Journal;
  /** Monotonic wall ms, for rate limits. */
  readonly now: () => number;
  /** Calls back after wall ms; returns a way to call it off. */
  readonly after: (ms: number, call: () => void) => () => void;
};

export class Hub {
  readonly #options: HubOptions;
  readonly #state: ExerciseState;
  readonly #chairs: Chairs;
  readonly #doors: Doors;
  readonly #members = new Set<Member>();
  readonly #past = createPast();
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
    this.#chairs = createChairs(options);
    this.#doors = createDoors(options);
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
    if (this.#members.size >= LIMITS.connections || this.#unknown >= LIMITS.unauthenticated) {
      socket.close(CLOSE.full.code, 'full');
      return { receive: () => undefined, closed: () => undefined };
    }
    const member: Member = { socket, stage: 'new', name: '', bucket: this.#newBucket() };
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
    // Those in the lobby first: nobody need tell them who else is going.
    const lobby = [...this.#members].filter(({ stage }) => stage === 'lobby');
    for (const member of [...lobby, ...this.#members]) this.#close(member, 'closing');
  }

  #receive(member: Member, frame: string): void {
    if (member.stage === 'gone') return;
    const inbound = member.bucket.take() ? readFrame(frame) : ({ type: 'flood' } as const);
    switch (inbound.type) {
      case 'flood':
        this.#close(member, 'flood');
        break;
      case 'garbage':
        this.#close(member, 'malformed');
        break;
      case 'malformed':
        this.#refuse(member, inbound.id, 'malformed');
        break;
      case 'message':
        this.#serve(member, inbound.message).catch(() => this.#close(member, 'fault'));
        break;
      default:
        inbound satisfies never;
    }
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

  async #serve(member: Member, message: ClientMessage): Promise<void> {
    const { stage, seat } = member;
    // Hello is the first word, and said once.
    if ((message.type === 'hello') !== (stage === 'new')) {
      this.#close(member, 'malformed');
    } else if (message.type === 'hello') {
      await this.#greet(member, message);
    } else if (message.type === 'ping') {
      this.#send(member, { type: 'pong', id: message.id });
    } else if (message.type === 'act' && (stage === 'seated' || stage === 'control')) {
      await this.#act(member, message.input, message.id);
    } else if (message.type === 'take' && stage === 'lobby') {
      await this.#take(member, message);
    } else if (message.type === 'leave' && stage === 'seated' && seat) {
      await this.#leave(member, seat, message.id);
    } else if (message.type === 'move' && stage === 'seated' && seat) {
      this.#move(member, seat, message.id);
    } else if (message.type === 'free' && stage === 'control') {
      await this.#free(member, message);
    } else if (message.type === 'invite' && stage === 'control') {
      const rows = await this.#doors.invitations();
      this.#send(member, { type: 'invitations', id: message.id, rows });
    } else if (message.id !== member.taking) {
      this.#refuse(member, message.id, 'not-allowed');
    }
  }

  async #greet(member: Member, { protocol, token, since }: Message<'hello'>): Promise<void> {
    if (protocol !== PROTOCOL) {
      this.#close(member, 'version');
      return;
    }
    if (this.#options.roster.opensWall(token)) {
      this.#showWall(member, since);
      return;
    }
    this.#unknown -= 1;
    member.stage = 'arriving';
    const opened = await this.#doors.open(token);
    if (this.#members.has(member)) await this.#enter(member, opened, since);
    else if (opened.type === 'moved') this.#showOut(opened.seat.id, 'taken-over');
  }

  async #enter(member: Member, opened: Opened, since: number | undefined): Promise<void> {
    switch (opened.type) {
      case 'nothing':
        this.#close(member, 'unauthorised');
        break;
      case 'later':
        this.#close(member, 'flood');
        break;
      case 'seat':
        await this.#comeBack(member, opened.seat, since);
        break;
      case 'moved':
        await this.#arrive(member, opened.id, opened);
        break;
      case 'door':
        if (opened.door === 'control') this.#takeControl(member, since);
        else this.#wait(member, opened.door);
        break;
      default:
        opened satisfies never;
    }
  }

  /** Whoever holds the wall's link watches what is public; to do anything is not allowed. */
  #showWall(member: Member, since: number | undefined): void {
    this.#unknown -= 1;
    member.stage = 'wall';
    this.#welcome(member, since);
  }

  #takeControl(member: Member, since: number | undefined): void {
    member.stage = 'control';
    member.name = `F${(this.#facilitators += 1)}`;
    this.#welcome(member, since);
    this.#tellPresence([member]);
  }

  #wait(member: Member, door: Door = member.door ?? 'join'): void {
    member.stage = 'lobby';
    member.door = door;
    delete member.taking;
    this.#send(member, this.#lobby(door));
  }

  async #act(member: Member, input: ControlInput | RoleInput, id: string): Promise<void> {
    const by: By = member.seat ? byOf(member.seat) : { type: 'facilitator', name: member.name };
    const outcome = await this.#options.session.submit(by, input, id);
    if (outcome.type === 'refused') this.#refuse(member, id, outcome.code);
    else this.#send(member, { type: 'done', id, seq: outcome.seq });
  }

  /** While a chair is being taken, its taker is `arriving`: it cannot ask for one more. */
  async #take(member: Member, message: Message<'take'>): Promise<void> {
    const { id, over } = message;
    member.stage = 'arriving';
    member.taking = id;
    const taken = await this.#chairs.take(message, this.#roles(member.door ?? 'join'));
    if (over !== undefined && typeof taken !== 'string') this.#vacate(over);
    if (!this.#members.has(member)) return;
    if (typeof taken === 'string') {
      this.#refuse(member, id, taken);
      this.#wait(member);
      return;
    }
    this.#seat(member, id, taken);
  }

  #seat(member: Member, id: string, { seat, token }: Added): void {
    this.#send(member, { type: 'seated', id, role: seat.role, seat: seat.id, token });
    this.#sit(member, seat);
  }

  /** With a code for going on here: this device has the chair now, and the other one has not. */
  async #arrive(member: Member, id: string, moved: Added): Promise<void> {
    const kept = await this.#chairs.keep(moved.seat);
    if (!kept) this.#close(member, 'unauthorised');
    else if (this.#members.has(member)) this.#seat(member, id, moved);
    else this.#showOut(moved.seat.id, 'taken-over');
  }

  #move(member: Member, { id: seat }: Seat, id: string): void {
    const code = this.#doors.move(seat, id);
    const until = this.#options.session.reading().wall + LIMITS.moving;
    this.#send(member, { type: 'moving', id, code, until });
  }

  async #free(member: Member, { id, seat }: Message<'free'>): Promise<void> {
    const by = { type: 'facilitator', name: member.name } as const;
    const outcome = await this.#chairs.free(seat, by, id);
    if (outcome.type === 'refused') {
      this.#refuse(member, id, outcome.code);
      return;
    }
    this.#vacate(seat);
    this.#send(member, { type: 'done', id, seq: outcome.seq });
  }

  /** The chair is no longer theirs who had it. */
  #vacate(seat: string): void {
    this.#doors.forget(seat);
    this.#buckets.delete(seat);
    this.#showOut(seat, 'unauthorised');
  }

  #showOut(seat: string, reason: CloseReason): void {
    for (const other of [...this.#members]) {
      if (other.seat?.id === seat) this.#close(other, reason);
    }
  }

  /** With a seat's own token. Its chair may have gone to others while the host was down. */
  async #comeBack(member: Member, seat: Seat, since: number | undefined): Promise<void> {
    const kept = await this.#chairs.keep(seat);
    // It may have been taken over or freed while we looked.
    const still = this.#options.roster.seats().some((each) => each.token === seat.token);
    if (!kept || !still) this.#close(member, 'unauthorised');
    else if (this.#members.has(member)) this.#sit(member, seat, since);
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
    member.stage = 'arriving';
    const { seq } = await this.#chairs.leave(seat, id);
    this.#buckets.delete(seat.id);
    this.#doors.forget(seat.id);
    delete member.seat;
    this.#send(member, { type: 'done', id, seq });
    if (this.#members.has(member)) this.#wait(member);
    this.#tellPresence();
    this.#tellLobby();
  }

  #refuse(member: Member, id: string, code: RefusalCode): void {
    const reason = { da: refusalText(code, 'da'), en: refusalText(code, 'en') };
    this.#send(member, { type: 'refused', id, code, reason });
  }

  /** What changed since, or the whole view: also when `since` is no seq of ours. */
  #welcome(member: Member, since?: number): void {
    const { seq } = this.#state;
    const missed = since !== undefined && since <= seq ? this.#missed(member, since) : undefined;
    this.#send(member, {
      type: 'welcome',
      audience: member.seat ? 'role' : member.stage === 'wall' ? 'wall' : 'control',
      ...(member.seat ? whereOf(member.seat) : {}),
      seq,
      resumed: missed !== undefined,
      clock: this.#options.session.reading(),
      put: missed ?? this.#whole(member),
    });
  }

  #whole({ seat, stage }: Member): readonly Put[] {
    if (stage === 'wall') return wallView(this.#state);
    if (seat) return roleView(this.#state, seat.role);
    return [...controlView(this.#state), ...this.#past.record()];
  }

  /** Undefined when control missed more of the record than is kept. */
  #missed({ seat, stage }: Member, since: number): readonly Put[] | undefined {
    if (stage === 'wall') return wallPuts(this.#state, this.#past.since(since));
    if (seat) return rolePuts(this.#state, seat.role, this.#past.since(since));
    const record = this.#past.recordLast(this.#state.seq - since);
    return record && [...controlPuts(this.#state, this.#past.since(since)), ...record];
  }

  /** Takes in what has become durable, and sends each receiver what it may see of it. */
  #publish(entries: readonly Entry[]): void {
    const news = this.#past.add(this.#state, entries);
    this.#fanOut(news);
    for (const { seq, resolve } of this.#awaiting) if (this.#state.seq >= seq) resolve();
    const lobby = ['seat', 'exercise'];
    if (news.refs.some(({ kind }) => lobby.includes(kind))) this.#tellLobby();
  }

  #fanOut({ refs, record, ticked }: News): void {
    const { seq } = this.#state;
    const frames = new Map<string, Buffer | undefined>();
    const reading = { type: 'clock', clock: this.#options.session.reading() } as const;
    const clock = ticked ? frameOf(reading) : undefined;
    for (const member of this.#members) {
      const key = member.seat?.role ?? UNSEATED[member.stage];
      if (key === undefined) continue;
      if (!frames.has(key)) {
        const puts = member.seat
          ? rolePuts(this.#state, member.seat.role, refs)
          : member.stage === 'wall'
            ? wallPuts(this.#state, refs)
            : [...controlPuts(this.#state, refs), ...record];
        frames.set(key, puts.length > 0 ? this.#encode.update(seq, puts) : undefined);
      }
      const frame = frames.get(key);
      if (frame) this.#push(member, frame);
      if (clock) this.#push(member, clock);
    }
    this.#encode.forget();
  }

  #roles(door: Door): readonly LobbyRole[] {
    const here = new Set([...this.#members].flatMap(({ seat }) => seat?.id ?? []));
    return lobbyRoles(this.#state, door, here);
  }

  #lobby(door: Door): ServerMessage {
    const exercise = exerciseRow(this.#state);
    return { type: 'lobby', exercise, roles: this.#roles(door) };
  }

  /** What each sees depends on the door it came in by; those who came by the same see the same. */
  #tellLobby(): void {
    const frames = new Map<string, Buffer>();
    for (const member of this.#members) {
      if (member.stage !== 'lobby') continue;
      const door = member.door ?? 'join';
      const key = JSON.stringify(door);
      const frame = frames.get(key) ?? frameOf(this.#lobby(door));
      frames.set(key, frame);
      this.#push(member, frame);
    }
  }

  #tellPresence(to = [...this.#members].filter(({ stage }) => stage === 'control')): void {
    const roles: Record<string, number> = {};
    for (const { seat } of this.#members) {
      if (seat) roles[seat.role] = (roles[seat.role] ?? 0) + 1;
    }
    for (const member of to) this.#send(member, { type: 'presence', roles });
  }

  #send(member: Member, message: ServerMessage): void {
    this.#push(member, frameOf(message));
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
    if (!seated) return;
    this.#tellPresence();
    this.#tellLobby();
  }
}

function whereOf({ role, id, pseudonym }: Seat) {
  return { role, seat: id, pseudonym };
}

/** Who is sent news without a chair, by a word that is no role's id. */
const UNSEATED: { readonly [stage: string]: string } = { control: '', wall: ' wall' };

function frameOf(message: ServerMessage): Buffer {
  return Buffer.from(JSON.stringify(message));
}
