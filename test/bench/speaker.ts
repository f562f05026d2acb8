/**
 * Knows: what the fan-out is measured on. Does not know: who listens, or how long it takes.
 */

/** Something that can be told to send, and where to listen to it. */
export type Speaker = {
  readonly port: number;
  readonly path: string;
  /** What each socket says first, one list for each in turn. */
  readonly greetings: readonly (readonly string[])[];
  /** The words by which a socket knows that it has been let in; empty: at once. */
  readonly ready: string;
  /** Words that message number `round` has, and no other. */
  readonly words: (round: number) => string;
  readonly send: (round: number) => void;
  readonly close: () => Promise<void>;
};
