/**
 * One exercise being conducted: the only writer of its journal. Knows: the order of things. Each
 * input is given the exercise time at which it came, after all that was due by then; it is answered
 * when it is durable. Does not know: who listens (the hub follows the journal).
 */
import type { Bots } from '../exercise/bot.ts';
import type { By, Draft, Entry, ExerciseEvent, Input } from '../exercise/entry.ts';
import { give, nextPulse, pulse } from '../exercise/pulse.ts';
import type { RefusalCode } from '../exercise/refusal.ts';
import type { ExerciseState } from '../exercise/state.ts';
import type { Ms } from '../scenario/time.ts';
import { createClock, type Alarm, type Clock } from './clock.ts';
import { Fault } from './fault.ts';
import type { Journal } from './journal/journal.ts';
import type { ClockReading } from './protocol.ts';

/** What became of an input, said once it is durable. */
export type Outcome =
  | { readonly type: 'done'; readonly seq: number }
  | { readonly type: 'refused'; readonly code: RefusalCode; readonly seq: number };

/** The wall, handed in: tests hold it in their hands. */
export type Wall = {
  /** Monotonic ms, for the exercise clock. */
  readonly monotonic: () => number;
  /** ms since 1970, for people and for clients' clocks. */
  readonly epoch: () => number;
};

export type SessionOptions = {
  /** Where the exercise stands: fresh, or replayed from the journal. */
  readonly state: ExerciseState;
  readonly journal: Journal;
  readonly wall: Wall;
  readonly alarm: Alarm;
  readonly bots?: Bots;
  /** What is in the journal already: acts that were carried out before an interruption. */
  readonly past?: readonly Entry[];
  /** The journal can take nothing more, or the engine made a mistake: the exercise cannot go on. */
  readonly onFault: (fault: unknown) => void;
};

export class Session {
  readonly #state: ExerciseState;
  readonly #journal: Journal;
  readonly #wall: Wall;
  readonly #alarm: Alarm;
  readonly #bots: Bots | undefined;
  readonly #onFault: (fault: unknown) => void;
  readonly #clock: Clock;
  readonly #acts = new Map<string, Promise<Outcome>>();
  /** The wall stands still while an input is carried out, so that it has one time. */
  #frozen: number | undefined;
  #faulted = false;
  #stopped = false;

  constructor(options: SessionOptions) {
    const { state, journal, wall, alarm, bots, onFault, past = [] } = options;
    this.#state = state;
    this.#journal = journal;
    this.#wall = wall;
    this.#alarm = alarm;
    this.#bots = bots;
    this.#onFault = onFault;
    // Also where the exercise was interrupted while it ran: time goes on when somebody resumes it.
    this.#clock = createClock(() => this.#frozen ?? wall.monotonic(), state.at, state.pace);
    for (const [key, outcome] of pastActs(past)) this.#acts.set(key, Promise.resolve(outcome));
    this.#arm();
  }

  /** For reading only; it may be ahead of what is durable. Views are made from the journal. */
  get state(): ExerciseState {
    return this.#state;
  }

  reading(): ClockReading {
    const { status, pace } = this.#state;
    return { at: this.#now(), wall: this.#wall.epoch(), pace, running: status === 'running' };
  }

  /**
   * Carries out an input now. Resolves when it and all that followed are durable; rejects with the
   * journal's Fault. The same `act` by the same sender again gives the first outcome again.
   */
  submit(by: By, input: Input, act?: string): Promise<Outcome> {
    const key = act === undefined ? undefined : actKey(by, act);
    const known = act === undefined ? undefined : this.#outcomeOf(by, act);
    if (known) return known;
    const outcome = this.#carryOut(by, input, act);
    if (key !== undefined) this.#acts.set(key, outcome);
    return outcome;
  }

  #outcomeOf(by: By, act: string): Promise<Outcome> | undefined {
    const known = this.#acts.get(actKey(by, act));
    return by.type === 'facilitator' ? (known ?? this.#acts.get(actKey(NAMELESS, act))) : known;
  }

  /** Stops the clock's timer; what was submitted is still made durable. */
  stop(): void {
    this.#stopped = true;
    this.#alarm.stop();
  }

  async #carryOut(by: By, input: Input, act: string | undefined): Promise<Outcome> {
    if (this.#faulted) throw new Fault('journal-closed', 'the exercise has stopped after a fault');
    const { drafts, outcome } = this.#frozenIn(() => {
      const drafts = [...this.#advance(this.#now())];
      const seq = this.#state.seq + 1;
      const at = this.#now();
      const wall = this.#iso();
      const sent = act === undefined ? {} : { act };
      const given = give(this.#state, this.#bots, { input, by, at, wall, ...sent });
      drafts.push(...given.drafts);
      this.#follow(given.events);
      drafts.push(...this.#advance(this.#now()));
      return { drafts, outcome: outcomeOf(given.events, seq) };
    });
    await this.#append(drafts);
    return outcome;
  }

  /** Lets everything happen that is due by `until`, in order, each at its own time. */
  #advance(until: Ms): readonly Draft[] {
    const drafts: Draft[] = [];
    for (;;) {
      const next = nextPulse(this.#state, this.#bots);
      if (next === undefined || next > until) return drafts;
      const pulsed = pulse(this.#state, this.#bots, this.#iso());
      drafts.push(...pulsed.drafts);
      this.#follow(pulsed.events);
    }
  }

  /** The clock follows what happened; it never leads. */
  #follow(events: readonly ExerciseEvent[]): void {
    for (const event of events) {
      switch (event.type) {
        case 'exercise.started':
        case 'exercise.resumed':
          this.#clock.start();
          break;
        case 'exercise.paused':
        case 'exercise.ended':
          this.#clock.pause();
          break;
        case 'exercise.paced':
          this.#clock.setPace(event.pace);
          break;
        case 'exercise.jumped':
          this.#clock.jumpTo(event.to);
          break;
        default:
      }
    }
  }

  #now(): Ms {
    return Math.max(this.#clock.now(), this.#state.at);
  }

  #iso(): string {
    return new Date(this.#wall.epoch()).toISOString();
  }

  #frozenIn<T>(work: () => T): T {
    this.#frozen = this.#wall.monotonic();
    try {
      return work();
    } catch (fault) {
      // The state may have moved on without its record: only a replay can tell where it stands.
      this.#fail(fault);
      throw fault;
    } finally {
      this.#frozen = undefined;
      this.#arm();
    }
  }

  #arm(): void {
    if (this.#stopped) return;
    const wait = (): number | undefined => {
      const next = nextPulse(this.#state, this.#bots);
      return next === undefined ? undefined : this.#clock.wallUntil(next);
    };
    this.#alarm.set(wait, () => {
      // What goes wrong has been told by then; nobody waits for an answer here.
      this.#letPass().catch(() => undefined);
    });
  }

  async #letPass(): Promise<void> {
    await this.#append(this.#frozenIn(() => this.#advance(this.#now())));
  }

  async #append(drafts: readonly Draft[]): Promise<void> {
    if (drafts.length === 0) return;
    try {
      await this.#journal.append(drafts);
    } catch (fault) {
      this.#fail(fault);
      throw fault;
    }
  }

  #fail(fault: unknown): void {
    if (this.#faulted) return;
    this.#faulted = true;
    this.stop();
    this.#onFault(fault);
  }
}

function outcomeOf(events: readonly ExerciseEvent[], seq: number): Outcome {
  const refused = events.find((event) => event.type === 'input.refused');
  return refused ? { type: 'refused', code: refused.code, seq } : { type: 'done', seq };
}

/** A facilitator of the time before there was staff. */
const NAMELESS: By = { type: 'facilitator', name: '' };

/** Names and seats are kept through a lost connection: what each has sent is recognised by them. */
function actKey(by: By, act: string): string {
  switch (by.type) {
    case 'role':
      return `${by.seat} ${act}`;
    case 'facilitator':
      return `facilitator ${by.name} ${act}`;
    case 'engine':
      return `engine ${act}`;
    default:
      return by satisfies never;
  }
}

/** The acts in the journal with what became of them, by which a repeated sending is recognised. */
function* pastActs(entries: readonly Entry[]): Iterable<readonly [string, Outcome]> {
  let staffed = false;
  for (const [i, entry] of entries.entries()) {
    if ('event' in entry && entry.event.type === 'staff.joined') staffed = true;
    if (!('input' in entry) || entry.act === undefined) continue;
    // Until somebody joined as staff, each connection of the same person had a name of its own.
    const by = entry.by.type === 'facilitator' && !staffed ? NAMELESS : entry.by;
    const next = entries[i + 1];
    const events = next && 'event' in next ? [next.event] : [];
    yield [actKey(by, entry.act), outcomeOf(events, entry.seq)];
  }
}
