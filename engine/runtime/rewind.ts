/**
 * The exercise as it was: its record page by page, and what there was to see at a time that is past,
 * rebuilt from the journal beside the run. Knows: entries and views. Does not know: who may look.
 */
import type { Entry } from '../exercise/entry.ts';
import { apply } from '../exercise/evolve.ts';
import { plannedPuts, controlPuts, controlRefs, controlView } from '../exercise/overview.ts';
import type { Put } from '../exercise/rows.ts';
import { initialState, type ExerciseState } from '../exercise/state.ts';
import { roleView } from '../exercise/view.ts';
import type { Plan } from '../plan/plan.ts';
import type { Ms } from '../scenario/time.ts';
import type { Journal } from './journal/journal.ts';
import { recordRow, RECORD } from './past.ts';
import { LIMITS, type ServerMessage } from './protocol.ts';

export type Looked = Omit<Extract<ServerMessage, { type: 'looked' }>, 'type' | 'id'>;

export type Rewind = {
  /** What a role, or control, sees at `at`; without it: now. */
  readonly look: (wish: {
    readonly role?: string | undefined;
    readonly at?: Ms | undefined;
  }) => Promise<Looked>;
  /** The last rows of the record before `before`, of which none is later than `at`. Oldest first. */
  readonly entries: (before: number, at?: Ms) => Promise<readonly Put[]>;
};

export type RewindOptions = {
  readonly plan: Plan;
  readonly journal: Pick<Journal, 'read'>;
  /** Durable, the hub's own: read, never changed. */
  readonly state: ExerciseState;
  /** Exercise time now. */
  readonly now: () => Ms;
};

/** So many entries are applied, or rows made, before everybody else gets a turn. */
const TURN = 250;

export function createRewind({ plan, journal, state, now }: RewindOptions): Rewind {
  /** Where the last look stopped: going on from there is cheap, going back begins anew. */
  let cursor = initialState(plan);
  let last: Promise<unknown> = Promise.resolve();

  async function entryAt(seq: number): Promise<Entry | undefined> {
    for await (const entry of journal.read(seq)) return entry;
    return undefined;
  }

  /** The last durable entry that is no later than `at`, by bisection; −1 when there is none. */
  async function lastAt(at: Ms): Promise<number> {
    if (at >= state.at) return state.seq;
    let low = -1;
    let high = state.seq;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const entry = await entryAt(middle);
      if (entry && entry.at <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  async function rows(before: number, count: number): Promise<readonly Put[]> {
    const put: Put[] = [];
    for await (const entry of journal.read(Math.max(0, before - count))) {
      if (entry.seq >= before) break;
      put.push(['record', String(entry.seq), recordRow(entry)]);
    }
    return put;
  }

  async function rebuilt(until: number): Promise<ExerciseState> {
    if (until < cursor.seq) cursor = initialState(plan);
    const built = cursor;
    if (built.seq === until) return built;
    for await (const entry of journal.read(built.seq + 1)) {
      if (entry.seq > until) break;
      apply(built, entry);
      if (entry.seq % TURN === 0) await nextTurn();
    }
    return built;
  }

  async function look(role: string | undefined, wanted: Ms | undefined): Promise<Looked> {
    const at = Math.min(wanted ?? Infinity, now());
    // What is durable now is there already, but does not wait: it is read in one go.
    if (at >= state.at) {
      const { seq } = state;
      if (role !== undefined) return { role, at, seq, put: roleView(state, role) };
      const put = controlView(state);
      return { at, seq, put: [...put, ...(await rows(seq + 1, RECORD.shown))] };
    }
    const seq = await lastAt(at);
    const seen = await rebuilt(seq);
    if (role !== undefined) return { role, at, seq, put: roleView(seen, role) };
    return { at, seq, put: [...(await wholeView(seen)), ...(await rows(seq + 1, RECORD.shown))] };
  }

  /** Control's view of a state that stands still. */
  async function wholeView(seen: ExerciseState): Promise<readonly Put[]> {
    const refs = controlRefs(seen);
    const puts: Put[] = [];
    for (let i = 0; i < refs.length; i += TURN) {
      puts.push(...controlPuts(seen, refs.slice(i, i + TURN)));
      await nextTurn();
    }
    return [...puts, ...plannedPuts(seen)];
  }

  return {
    // One after the other: they share one state.
    look: ({ role, at }) => {
      const looked = last.then(() => look(role, at));
      last = looked.catch(() => undefined);
      return looked;
    },
    entries: async (before, at) => {
      const end = Math.min(before, at === undefined ? Infinity : (await lastAt(at)) + 1);
      return rows(Math.min(end, state.seq + 1), LIMITS.entries);
    },
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
