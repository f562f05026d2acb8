/**
 * Puts drafts on the chain. Knows: numbers, hashes and lines. Does not know: when they are durable.
 */
import type { Draft } from '../../exercise/entry.ts';
import { gap } from './faults.ts';
import { encodeLine, hashLine, type Tip } from './journal.ts';

/** A batch with its place in the chain: all of it is written, or none. */
export type Link = {
  readonly lines: readonly string[];
  readonly tip: Tip;
};

/** Chains `batch` to `tip`. A Fault when its numbers do not follow: a second writer, or a bug. */
export function link(batch: readonly Draft[], tip: Tip): Link {
  const lines: string[] = [];
  let { seq, hash } = tip;
  for (const draft of batch) {
    seq += 1;
    if (draft.seq !== seq) throw gap(draft.seq, seq);
    const line = encodeLine(draft, hash);
    lines.push(line);
    hash = hashLine(line);
  }
  return { lines, tip: { seq, hash } };
}
