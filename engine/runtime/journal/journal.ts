/**
 * The record: what a journal can do, and how an entry becomes a line and a line an entry.
 * Knows: the chain and the line format. Does not know: where lines are kept, or what entries mean.
 */
import type { Draft, Entry } from '../../exercise/entry.ts';
import { sha256 } from '../../plan/digest.ts';

export type Journal = {
  /**
   * Adds `batch` after everything appended before. Resolves when it is durable; rejects with a
   * Fault when it is not, and then the journal takes nothing more. One writer.
   */
  readonly append: (batch: readonly Draft[]) => Promise<void>;
  /** What is durable when reading begins, from `from` (inclusive; 0 unless told). */
  readonly read: (from?: number) => AsyncIterable<Entry>;
  /**
   * Calls `on` with the durable entries from `from` on, those there are and those that come, in
   * order, each once; never before `tail` has returned. Gives back a way to stop.
   */
  readonly tail: (from: number, on: (entries: readonly Entry[]) => void) => () => void;
  /** Waits for what is being written. Appending afterwards is a Fault; closing again is not. */
  readonly close: () => Promise<void>;
};

/** Where the chain stands: the last entry's number (−1: none) and the hash of its line. */
export type Tip = { readonly seq: number; readonly hash: string };

/** What the first entry has for the hash of the line before it. */
export const GENESIS = '0'.repeat(64);
export const EMPTY: Tip = { seq: -1, hash: GENESIS };

/** One line of JSON, without its newline. JSON writes no newline itself, so a line is an entry. */
export function encodeLine(draft: Draft, prev: string): string {
  const { seq, at, wall, by } = draft;
  if ('event' in draft) return JSON.stringify({ seq, at, wall, by, event: draft.event, prev });
  return JSON.stringify({ seq, at, wall, by, input: draft.input, act: draft.act, prev });
}

/** The hash that the next line carries: of the line's bytes without the newline. */
export function hashLine(line: string | Uint8Array): string {
  return sha256(line);
}

export type Breach = {
  /** The entry that should have stood here. */
  readonly seq: number;
  /** From 1. */
  readonly line: number;
  /** `chain`: this line does not follow from the one before; one of the two was changed. */
  readonly why: 'not-json' | 'bad-shape' | 'seq-gap' | 'chain';
};

export type Reading = {
  /** Every entry up to the first bad line. */
  readonly entries: Entry[];
  readonly tip: Tip;
  /** Length in bytes of the good lines; what a torn tail is cut to. */
  readonly bytes: number;
  /** Where each entry's line ends, its newline included. */
  readonly ends: number[];
  /** A last line that never was written whole: nobody was told that it was durable. */
  readonly torn?: { readonly line: number; readonly bytes: number };
  readonly broken?: Breach;
};

/** Reads a whole journal and checks its chain. Stops at the first bad line. */
export function readLines(bytes: Uint8Array): Reading {
  const entries: Entry[] = [];
  const ends: number[] = [];
  let tip = EMPTY;
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(10, start);
    const done = { entries, tip, bytes: start, ends };
    const torn = { line: entries.length + 1, bytes: bytes.length - start };
    if (end < 0) return { ...done, torn };
    const line = bytes.subarray(start, end);
    const entry = readEntry(line, tip);
    if (typeof entry === 'string') {
      if (entry === 'not-json' && end === bytes.length - 1) return { ...done, torn };
      return { ...done, broken: { seq: tip.seq + 1, line: torn.line, why: entry } };
    }
    entries.push(entry);
    start = end + 1;
    ends.push(start);
    tip = { seq: entry.seq, hash: hashLine(line) };
  }
  return { entries, tip, bytes: start, ends };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function readEntry(line: Uint8Array, tip: Tip): Entry | Breach['why'] {
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(line));
  } catch {
    return 'not-json';
  }
  if (!isEntry(value)) return 'bad-shape';
  if (value.seq !== tip.seq + 1) return 'seq-gap';
  return value.prev === tip.hash ? value : 'chain';
}

/** The frame only: whether an input or event is known is for replay to say. */
function isEntry(value: unknown): value is Entry {
  if (!isObject(value)) return false;
  const { seq, at, wall, by, prev, input, event, act } = value;
  const whole = Number.isSafeInteger(seq) && Number.isSafeInteger(at);
  const framed = typeof wall === 'string' && typeof prev === 'string' && isTyped(by);
  const one = input === undefined ? isTyped(event) : isTyped(input) && event === undefined;
  return whole && framed && one && (act === undefined || typeof act === 'string');
}

function isTyped(value: unknown): boolean {
  return isObject(value) && typeof value['type'] === 'string';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
