/**
 * A session whose wall clock the test holds in its hand. Knows: the session's doors. Does not know:
 * timers; the alarm rings when the test lets it.
 */
import { createBots } from '../../engine/exercise/bot.ts';
import type { Entry, ExerciseEvent } from '../../engine/exercise/entry.ts';
import { openingInput, seatBots } from '../../engine/exercise/rehearse.ts';
import { replay } from '../../engine/exercise/replay.ts';
import { initialState, type ExerciseState } from '../../engine/exercise/state.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import type { Alarm } from '../../engine/runtime/clock.ts';
import { openMemoryJournal, type MemoryJournal } from '../../engine/runtime/journal/memory.ts';
import { Session } from '../../engine/runtime/session.ts';
import { ENGINE } from './given.ts';

export type Held = {
  readonly session: Session;
  readonly journal: MemoryJournal;
  /** Lets wall time pass; whoever waits for it is not told before `ring`. */
  readonly wait: (wallMs: number) => void;
  /** The timer goes off, early or late. */
  readonly ring: () => void;
  /** Wall ms until the timer would go off by itself, if one is set. */
  readonly left: () => number | undefined;
  readonly entries: () => readonly Entry[];
};

const EPOCH = Date.UTC(2026, 8, 18, 0, 10);

/** An exercise that has been opened; with a `seed`, a bot sits in every chair. */
export async function held(plan: Plan, seed?: number): Promise<Held> {
  const run = hold(initialState(plan), openMemoryJournal(), [], seed);
  const { session } = run;
  const opening = openingInput({ plan, exercise: 'held', seed: seed ?? 0, engine: '0.0.0' });
  await session.submit(ENGINE, opening);
  if (seed !== undefined) {
    for (const seat of seatBots(session.state)) await session.submit(ENGINE, seat);
  }
  return run;
}

/** The same exercise after its host has gone down and come up again. */
export function restarted({ journal, entries }: Held): Held {
  const { state } = replay(entries());
  if (!state) throw new Error('the journal has no plan');
  return hold(state, journal, entries());
}

function hold(
  state: ExerciseState,
  journal: MemoryJournal,
  past: readonly Entry[],
  seed?: number,
): Held {
  let wall = 0;
  let armed: { readonly wait: () => number | undefined; readonly ring: () => void } | undefined;
  const alarm: Alarm = {
    set: (wait, ring) => (armed = { wait, ring }),
    stop: () => (armed = undefined),
  };
  const session = new Session({
    state,
    journal,
    past,
    wall: { monotonic: () => wall, epoch: () => EPOCH + wall },
    alarm,
    ...(seed === undefined ? {} : { bots: createBots(seed, 'en') }),
    onFault: (fault) => {
      throw fault;
    },
  });
  return {
    session,
    journal,
    wait: (wallMs) => (wall += wallMs),
    ring: () => armed?.ring(),
    left: () => armed?.wait(),
    entries: () =>
      journal
        .text()
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Entry),
  };
}

/** What happened in the story and when, without control's handling of the clock. */
export function happenings(
  entries: readonly Entry[],
): readonly (readonly [number, ExerciseEvent])[] {
  return entries.flatMap((entry) =>
    'event' in entry && entry.by.type !== 'facilitator' ? [[entry.at, entry.event] as const] : [],
  );
}
