/**
 * An overloaded role's desk: one thing at a time, each takes its time, the rest waits; when the
 * pile is full the oldest in it is forgotten. Knows: the pile. Does not know: what the things are for.
 */
import { MINUTE, type Ms } from '../../scenario/time.ts';
import type { RoleInput } from '../entry.ts';
import type { ExerciseState } from '../state.ts';
import type { Act } from './intent.ts';

/** So many things wait at most. */
export const PILE = 5;

/** How long each kind of act takes. */
export const SERVICE: Readonly<Record<RoleInput['type'], Ms>> = {
  'item.open': 4 * MINUTE,
  'item.acknowledge': 2 * MINUTE,
  'message.send': 10 * MINUTE,
  'task.claim': 3 * MINUTE,
  'task.release': 3 * MINUTE,
  'task.finish': 25 * MINUTE,
  'task.assign': 3 * MINUTE,
  'handover.offer': 5 * MINUTE,
  'handover.accept': 5 * MINUTE,
  'handover.decline': 5 * MINUTE,
  'decision.record': 15 * MINUTE,
  'decision.raise': 5 * MINUTE,
  'decision.discuss': 5 * MINUTE,
  'awareness.declare': 5 * MINUTE,
  'statement.publish': 20 * MINUTE,
  'picture.update': 10 * MINUTE,
  'control.ask': 2 * MINUTE,
  'record.contest': 5 * MINUTE,
  'outside.report': 2 * MINUTE,
  'practice.finish': MINUTE,
  'question.answer': 2 * MINUTE,
  'hotwash.answer': 5 * MINUTE,
};

export type Pile = { readonly longest: number; readonly forgotten: number };

export type Desk = {
  /** Wraps an act: what it does when its time comes is to lie down in the pile. */
  readonly arrive: (at: Ms, act: Act) => Act;
  readonly pile: () => Pile;
};

/** `later` lets an act happen at an exact time, with nothing in between. */
export function createDesk(later: (at: Ms, act: Act) => void): Desk {
  const waiting: Act[] = [];
  let busyUntil: Ms = 0;
  let longest = 0;
  let forgotten = 0;

  /** Begins the first thing that still makes sense; it is done when its time has passed. */
  const begin = (state: ExerciseState, at: Ms): void => {
    for (let act = waiting.shift(); act; act = waiting.shift()) {
      const input = act(state);
      if (!input) continue;
      busyUntil = at + SERVICE[input.type];
      const done = busyUntil;
      const current = act;
      later(done, (now) => {
        const finished = current(now);
        begin(now, done);
        return finished;
      });
      return;
    }
  };

  return {
    arrive: (at, act) => (state) => {
      if (waiting.push(act) > PILE) {
        waiting.shift();
        forgotten += 1;
      }
      longest = Math.max(longest, waiting.length);
      if (at >= busyUntil) begin(state, at);
      return undefined;
    },
    pile: () => ({ longest, forgotten }),
  };
}
