/** Knows: a wall clock that stands still until a hand moves it. Does not know: what it is for. */

export type Hand = {
  /** Monotonic ms. */
  readonly now: () => number;
  /** ms since 1970. */
  readonly epoch: () => number;
  readonly after: (ms: number, call: () => void) => () => void;
  /** Lets `ms` go by; what falls due on the way is called at its own time, in order. */
  readonly pass: (ms: number) => void;
  /** How many timers are set. */
  readonly timers: () => number;
};

const EPOCH = Date.UTC(2026, 8, 18, 0, 10);

export function openHand(): Hand {
  let now = 1_000;
  let count = 0;
  const timers = new Map<number, { readonly due: number; readonly call: () => void }>();

  function first(until: number): readonly [number, { due: number; call: () => void }] | undefined {
    return [...timers]
      .filter(([, { due }]) => due <= until)
      .sort(([a, x], [b, y]) => x.due - y.due || a - b)[0];
  }

  return {
    now: () => now,
    epoch: () => EPOCH + Math.floor(now),
    after: (ms, call) => {
      const id = (count += 1);
      timers.set(id, { due: now + ms, call });
      return () => void timers.delete(id);
    },
    pass: (ms) => {
      const until = now + ms;
      for (let next = first(until); next; next = first(until)) {
        const [id, { due, call }] = next;
        timers.delete(id);
        now = Math.max(now, due);
        call();
      }
      now = until;
    },
    timers: () => timers.size,
  };
}
