/**
 * How much one sender may send: so much at once, refilled as time goes by. The host measures with
 * it, and the client keeps within it. Knows: arithmetic. Does not know: the clock, which is handed
 * in, or what is sent. Runs in a browser too.
 */

export type Bucket = {
  /** Takes one out; false when there is none. */
  readonly take: () => boolean;
  /** Puts back what was taken for something that turned out to be allowed. */
  readonly giveBack: () => void;
  /** ms until there is one. */
  readonly wait: () => number;
};

export function createBucket(burst: number, perSecond: number, now: () => number): Bucket {
  let held = burst;
  let refilled = now();

  function refill(): number {
    const at = now();
    // A wall clock may be set back; nobody loses or gains by it.
    const gone = Math.max(0, at - refilled);
    refilled = at;
    return (held = Math.min(burst, held + (gone / 1_000) * perSecond));
  }

  return {
    take: () => {
      if (refill() < 1) return false;
      held -= 1;
      return true;
    },
    giveBack: () => {
      held = Math.min(burst, held + 1);
    },
    wait: () => Math.max(0, Math.ceil(((1 - refill()) / perSecond) * 1_000)),
  };
}
