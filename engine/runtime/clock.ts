/**
 * The exercise clock: which exercise millisecond it is now. Knows: arithmetic over a wall clock
 * that is handed in. Does not know: what is due.
 */
import type { Ms } from '../scenario/time.ts';

export type Clock = {
  /** Exercise time now, whole ms. Never less than before. */
  readonly now: () => Ms;
  readonly running: () => boolean;
  /** Exercise ms per wall ms. */
  readonly pace: () => number;
  readonly start: () => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly setPace: (pace: number) => void;
  /** Moves forward to `at`; stays where it is if that has passed already. */
  readonly jumpTo: (at: Ms) => void;
  /** Wall ms until `now()` is `due`; 0 when it is already; undefined while the clock stands. */
  readonly wallUntil: (due: Ms) => number | undefined;
};

/**
 * Everything is counted in whole numbers, so that reading, pausing or changing pace at any point
 * loses nothing to rounding: wall time in microseconds, pace in thousandths, hence exercise time
 * in millionths of a ms. Exact up to 2^53 of them, 104 days of exercise.
 */
const PARTS = 1_000_000;

/** A clock that stands at `at`. `wall`: monotonic ms, such as performance.now. */
export function createClock(wall: () => number, at: Ms, pace: number): Clock {
  let anchor = at * PARTS;
  let rate = thousandths(pace);
  let shown = pace;
  let running = false;
  let last = micros(wall());
  let anchored = last;

  /** Never runs backwards, even if the wall clock does. */
  const read = (): number => (last = Math.max(last, micros(wall())));
  const position = (): number => (running ? anchor + (read() - anchored) * rate : anchor);
  function moveAnchor(to: number): void {
    anchor = to;
    anchored = read();
  }
  function run(): void {
    moveAnchor(position());
    running = true;
  }

  return {
    now: () => Math.floor(position() / PARTS),
    running: () => running,
    pace: () => shown,
    start: run,
    resume: run,
    pause: () => {
      moveAnchor(position());
      running = false;
    },
    setPace: (next) => {
      const nextRate = thousandths(next);
      moveAnchor(position());
      rate = nextRate;
      shown = next;
    },
    jumpTo: (to) => moveAnchor(Math.max(position(), Math.floor(to) * PARTS)),
    wallUntil: (due) => {
      const left = due * PARTS - position();
      if (left <= 0) return 0;
      return running ? Math.ceil(left / rate) / 1_000 : undefined;
    },
  };
}

function micros(ms: number): number {
  return Math.round(ms * 1_000);
}

function thousandths(pace: number): number {
  const rate = Math.round(pace * 1_000);
  if (!Number.isSafeInteger(rate) || rate < 1) {
    throw new RangeError(`pace must be at least 0.001 and finite, got ${pace}`);
  }
  return rate;
}

export type Alarm = {
  /**
   * Rings once `wait()` has come down to 0. `wait` is asked again whenever the timer goes off, so
   * that an early timer, a slow one or the hour's cap never rings at the wrong time. Undefined:
   * no time is known (the clock stands), and the alarm is off. Replaces what was set before.
   */
  readonly set: (wait: () => number | undefined, ring: () => void) => void;
  readonly stop: () => void;
};

/** Node fires a timer of more than 2^31 − 1 ms at once; an hour is well below. */
const LONGEST = 3_600_000;

/** One OS timer, however many things are due. */
export function createAlarm<Timer>(
  setTimer: (call: () => void, ms: number) => Timer,
  clearTimer: (timer: Timer) => void,
): Alarm {
  let stop = (): void => undefined;

  function arm(wait: () => number | undefined, ring: () => void): void {
    const ms = wait();
    if (ms === undefined) return;
    const timer = setTimer(
      () => {
        stop = () => undefined;
        const left = wait();
        if (left === 0) ring();
        else arm(wait, ring);
      },
      Math.min(LONGEST, Math.ceil(ms)),
    );
    stop = () => {
      stop = () => undefined;
      clearTimer(timer);
    };
  }

  return {
    set: (wait, ring) => {
      stop();
      arm(wait, ring);
    },
    stop: () => stop(),
  };
}
