/** Knows: what a journal's Faults say. Does not know: when they are thrown. */
import { Fault } from '../fault.ts';
import type { Holder } from '../lock.ts';
import type { Breach } from './journal.ts';

export function closed(): Fault {
  return new Fault('journal-closed', 'the journal is closed');
}

/** A second writer, or a bug: a draft's number is not the next one. */
export function gap(found: number, expected: number): Fault {
  const message = `entry ${found} cannot follow: ${expected} is next`;
  return new Fault('journal-gap', message, { details: { found, expected } });
}

export function missing(path: string): Fault {
  return new Fault('journal-missing', `there is no journal at ${path}`, { details: { path } });
}

export function exists(path: string): Fault {
  return new Fault('journal-exists', `${path} is there already`, { details: { path } });
}

export function locked(path: string, { pid, host }: Holder): Fault {
  const details = { path, lock: `${path}.lock`, pid, host };
  const message = `${path} is being written by process ${pid} on ${host}`;
  return new Fault('journal-locked', message, { details });
}

export function broken(path: string, { seq, line, why }: Breach): Fault {
  const message = `${path} is broken at entry ${seq}, line ${line}: ${why}`;
  return new Fault('journal-broken', message, { details: { path, seq, line, why } });
}

export function unreadable(path: string, cause: unknown): Fault {
  return new Fault('journal-read', `cannot read ${path}`, { cause, details: { path } });
}

export function unwritable(path: string, cause: unknown): Fault {
  return new Fault('journal-write', `cannot write ${path}`, { cause, details: { path } });
}
