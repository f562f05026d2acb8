/**
 * What has changed when, so that whoever comes back is told what was missed and no more; and the
 * record as control reads it. Knows: entries. Does not know: who asks, or what they may see.
 */
import { changes, type Ref } from '../exercise/changes.ts';
import type { Entry } from '../exercise/entry.ts';
import { apply } from '../exercise/evolve.ts';
import type { Put, RecordRow } from '../exercise/rows.ts';
import type { ExerciseState } from '../exercise/state.ts';

/** How many entries a facilitator who arrives is shown, and how many are kept for one who returns. */
export const RECORD = { shown: 200, kept: 5_000 } as const;

export type News = {
  /** What may have changed, each thing once. */
  readonly refs: readonly Ref[];
  readonly record: readonly Put[];
  /** Whether everybody's clock is to be set. */
  readonly ticked: boolean;
};

export type Past = {
  /** Applies entries to `state`, and remembers what they changed. */
  readonly add: (state: ExerciseState, entries: readonly Entry[]) => News;
  /** What may have changed after `seq`, each thing once. */
  readonly since: (seq: number) => readonly Ref[];
  /** The newest part of the record. */
  readonly record: () => readonly Put[];
  /** The last `count` rows of the record; undefined when so many are not kept. */
  readonly recordLast: (count: number) => readonly Put[] | undefined;
};

export function createPast(): Past {
  const past: { readonly seq: number; readonly refs: readonly Ref[] }[] = [];
  const record: Put[] = [];

  /** Where the changes after `seq` begin, by bisection: the past may be long. */
  function firstAfter(seq: number): number {
    let low = 0;
    let high = past.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((past[middle]?.seq ?? Infinity) > seq) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  return {
    add: (state, entries) => {
      const refs: Ref[] = [];
      const rows: Put[] = [];
      let ticked = false;
      for (const entry of entries) {
        apply(state, entry);
        rows.push(['record', String(entry.seq), recordRow(entry)]);
        if (!('event' in entry)) continue;
        const changed = changes(state, entry.event);
        if (changed.length > 0) past.push({ seq: entry.seq, refs: changed });
        refs.push(...changed);
        ticked ||= entry.event.type.startsWith('exercise.');
      }
      record.push(...rows);
      if (record.length > RECORD.kept * 2) record.splice(0, record.length - RECORD.kept);
      return { refs: distinct(refs), record: rows, ticked };
    },
    since: (seq) => distinct(past.slice(firstAfter(seq)).flatMap(({ refs }) => refs)),
    record: () => record.slice(-RECORD.shown),
    recordLast: (count) => {
      if (count > record.length) return undefined;
      return record.slice(record.length - count);
    },
  };
}

/** Each row once: rows are read after all events, so one reading says it all. */
function distinct(refs: readonly Ref[]): readonly Ref[] {
  const merged = new Map<string, Ref>();
  for (const ref of refs) {
    const key = `${ref.kind} ${ref.id}`;
    const other = merged.get(key);
    merged.set(key, other ? widest(other, ref) : ref);
  }
  return [...merged.values()];
}

function widest(a: Ref, b: Ref): Ref {
  const { kind, id } = a;
  const read = a.read && b.read ? { read: a.read } : {};
  if (!a.roles || !b.roles) return { kind, id, ...read };
  return { kind, id, roles: [...new Set([...a.roles, ...b.roles])], ...read };
}

/** The Plan itself is left out of the first entry: control has it as rows. */
export function recordRow(entry: Entry): RecordRow {
  const { seq, at, wall, by } = entry;
  if ('event' in entry) return { seq, at, wall, by, event: entry.event };
  const { input } = entry;
  const shown = input.type === 'exercise.open' ? { type: input.type } : input;
  return { seq, at, wall, by, input: shown };
}
