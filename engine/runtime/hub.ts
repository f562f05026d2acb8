/**
 * The host's end of every connection: what comes in is read, held to its allowance and handed to
 * whoever answers it, and what becomes durable goes out. Knows: which word is for whom at which
 * stage. Does not know: ws (a socket is three functions), how one comes in (reception) or what each
 * is shown (broadcast).
 */
import type { By } from '../exercise/entry.ts';
import type { ExerciseState } from '../exercise/state.ts';
import type { Plan } from '../plan/plan.ts';
import { createBroadcast, type Broadcast } from './broadcast.ts';
import { byOf, type ChairsOptions } from './chairs.ts';
import type { Checks } from './check.ts';
import { createCrowd, type Crowd, type Member, type Socket } from './crowd.ts';
import type { Debrief } from './debrief.ts';
import { createHindsight, type Hindsight } from './hindsight.ts';
import { readFrame } from './inbound.ts';
import type { Journal } from './journal/journal.ts';
import { CLOSE, LIMITS, type ClientMessage } from './protocol.ts';
import { createOffice, type Office } from './office.ts';
import { createReception, type Reception } from './reception.ts';

/** What the socket's owner calls. */
export type Connection = {
  readonly receive: (frame: string) => void;
  readonly closed: () => void;
  /** How long a heartbeat took, wall ms; or has taken so far. */
  readonly delayed: (ms: number) => void;
};

export type HubOptions = ChairsOptions & {
  /** Absent: this host makes no reports. */
  readonly debrief?: Debrief | undefined;
  readonly plan: Plan;
  readonly journal: Journal;
  /** Monotonic wall ms, for rate limits. */
  readonly now: () => number;
  /** Calls back after wall ms; returns a way to call it off. */
  readonly after: (ms: number, call: () => void) => () => void;
  /** Absent where there is no machine to look at: tests hold everything in memory. */
  readonly check?: Checks;
};

export class Hub {
  readonly #options: HubOptions;
  readonly #crowd: Crowd;
  readonly #broadcast: Broadcast;
  readonly #office: Office;
  readonly #reception: Reception;
  readonly #hindsight: Hindsight;
  readonly #stop: () => void;
  readonly #awaiting: { readonly seq: number; readonly resolve: () => void }[] = [];

  constructor(options: HubOptions) {
    const { plan, journal, session, now } = options;
    this.#options = options;
    const crowd = createCrowd({
      now,
      left: (from) =>
        from === 'chair' ? this.#broadcast.tellWhoIsHere() : this.#broadcast.tellControl(),
    });
    const broadcast = createBroadcast({ plan, crowd, reading: () => session.reading() });
    this.#crowd = crowd;
    this.#broadcast = broadcast;
    this.#hindsight = createHindsight({ ...options, crowd, state: broadcast.state });
    const office = createOffice(options);
    this.#office = office;
    this.#reception = createReception({ ...options, crowd, broadcast, office });
    this.#stop = journal.tail(0, (entries) => {
      office.notice(entries);
      broadcast.publish(entries);
      for (const { seq, resolve } of this.#awaiting) if (this.state.seq >= seq) resolve();
    });
  }

  /** Durable state, for health checks. */
  get state(): ExerciseState {
    return this.#broadcast.state;
  }

  /**
   * Resolves when all entries up to `seq` have been read. A resumed host lets nobody in before: to
   * those who come back it would have to show the past once more.
   */
  reached(seq: number): Promise<void> {
    if (this.state.seq >= seq) return Promise.resolve();
    return new Promise((resolve) => this.#awaiting.push({ seq, resolve }));
  }

  /** For whoever has the host's own folder: see `office`. */
  get replaceLead(): Office['replaceLead'] {
    return this.#office.replaceLead;
  }

  connect(socket: Socket): Connection {
    const member = this.#crowd.admit(socket);
    if (!member) {
      socket.close(CLOSE.full.code, 'full');
      return { receive: () => undefined, closed: () => undefined, delayed: () => undefined };
    }
    const cancel = this.#options.after(LIMITS.hello, () => {
      if (member.stage === 'new') this.#crowd.close(member, 'hello-timeout');
    });
    return {
      receive: (frame) => this.#receive(member, frame),
      closed: () => {
        cancel();
        this.#crowd.forget(member);
      },
      delayed: (ms) => {
        member.delay = Math.round(ms);
      },
    };
  }

  /** Everybody has been asked whether they are there: control is told how quickly they answered. */
  beat(): void {
    this.#broadcast.tellControl();
  }

  /** Tells everybody that the host is going, and that coming back is worth trying. */
  close(): void {
    this.#stop();
    // Those in the lobby first: nobody need tell them who else is going.
    const all = [...this.#crowd.members()];
    const lobby = all.filter(({ stage }) => stage === 'lobby');
    for (const member of [...lobby, ...all]) this.#crowd.close(member, 'closing');
  }

  #receive(member: Member, frame: string): void {
    if (member.stage === 'gone') return;
    const inbound = member.bucket.take() ? readFrame(frame) : ({ type: 'flood' } as const);
    switch (inbound.type) {
      case 'flood':
        this.#crowd.close(member, 'flood');
        break;
      case 'garbage':
        this.#crowd.close(member, 'malformed');
        break;
      case 'malformed':
        this.#crowd.refuse(member, inbound.id, 'malformed');
        break;
      case 'message':
        this.#serve(member, inbound.message).catch(() => this.#crowd.close(member, 'fault'));
        break;
      default:
        inbound satisfies never;
    }
  }

  async #serve(member: Member, message: ClientMessage): Promise<void> {
    const { stage, seat } = member;
    const reception = this.#reception;
    // Hello is the first word, and said once.
    if ((message.type === 'hello') !== (stage === 'new')) {
      this.#crowd.close(member, 'malformed');
    } else if (message.type === 'hello') {
      await reception.greet(member, message);
    } else if (message.type === 'ping') {
      this.#crowd.send(member, { type: 'pong', id: message.id });
    } else if (message.type === 'act' && (stage === 'seated' || stage === 'control')) {
      await this.#act(member, message);
    } else if (message.type === 'take' && stage === 'lobby') {
      await reception.take(member, message);
    } else if (message.type === 'leave' && stage === 'seated' && seat) {
      await reception.leave(member, seat, message.id);
    } else if (message.type === 'move' && stage === 'seated' && seat) {
      reception.move(member, seat, message.id);
    } else if (message.type === 'free' && stage === 'control') {
      await reception.free(member, message);
    } else if (message.type === 'invite' && stage === 'control') {
      await reception.invite(member, message.id);
    } else if (message.type === 'debrief' && stage === 'control') {
      await this.#debrief(member, message.id);
    } else if (message.type === 'look' && stage === 'control') {
      await this.#hindsight.look(member, message);
    } else if (message.type === 'entries' && stage === 'control') {
      await this.#hindsight.entries(member, message);
    } else if ((message.type === 'appoint' || message.type === 'dismiss') && stage === 'control') {
      await reception.staff(member, message);
    } else if (message.type === 'check' && stage === 'control' && this.#options.check) {
      const checks = await this.#options.check();
      this.#crowd.send(member, { type: 'checked', id: message.id, checks });
    } else if (message.id !== member.taking) {
      this.#crowd.refuse(member, message.id, 'not-allowed');
    }
  }

  async #debrief(member: Member, id: string): Promise<void> {
    const asked = (await this.#options.debrief?.ask()) ?? 'not-allowed';
    if (typeof asked === 'string') this.#crowd.refuse(member, id, asked);
    else {
      const { path, findings } = asked;
      this.#crowd.send(member, { type: 'debriefed', id, path, findings });
    }
  }

  async #act(
    member: Member,
    { input, id }: Extract<ClientMessage, { type: 'act' }>,
  ): Promise<void> {
    const by: By = member.seat ? byOf(member.seat) : { type: 'facilitator', name: member.name };
    const outcome = await this.#options.session.submit(by, input, id);
    if (outcome.type === 'refused') this.#crowd.refuse(member, id, outcome.code);
    else this.#crowd.send(member, { type: 'done', id, seq: outcome.seq });
  }
}
