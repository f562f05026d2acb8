/**
 * The journal as the analysis reads it: its events, sorted by type, and how far the exercise came.
 * Knows: entries. Does not know: what they mean for responsibility.
 */
import type { By, Entry, ExerciseEvent, Input, InputEntry } from '../../engine/exercise/entry.ts';
import type { Plan, RoleId } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';

export type EventType = ExerciseEvent['type'];
export type EventOf<T extends EventType> = Extract<ExerciseEvent, { readonly type: T }>;

/**
 * When something was, and by which entry: what happened in the same millisecond is told apart by it.
 * `seq` is what every number in the report points back to.
 */
export type Moment = { readonly at: Ms; readonly seq: number };
/** The journal's order. */
export const inOrder = (a: Pick<Moment, 'seq'>, b: Pick<Moment, 'seq'>): number => a.seq - b.seq;

/** An event with its place in the journal. */
export type Happening<T extends EventType = EventType> = Moment & {
  readonly wall: string;
  readonly by: By;
  readonly event: EventOf<T>;
};
/** The numbers of the journal entries that a statement rests on, in order. */
export type Evidence = readonly number[];

export type Opening = Extract<Input, { readonly type: 'exercise.open' }>;
export type History = {
  readonly opening: Opening;
  readonly plan: Plan;
  /** How far exercise time came: ENDEX, or the last entry of an exercise that was never ended. */
  readonly end: Ms;
  readonly inputs: readonly InputEntry[];
  readonly events: readonly Happening[];
  readonly byType: ReadonlyMap<EventType, readonly Happening[]>;
  /** Filled on first use by `by`: type and field → value → events. */
  readonly index: Map<string, ReadonlyMap<unknown, readonly Happening[]>>;
};

/** Reads a journal that its caller has already parsed and verified. */
export function readHistory(entries: readonly Entry[]): History {
  const [first] = entries;
  if (!first || !('input' in first) || first.input.type !== 'exercise.open') {
    throw new Error('A journal begins with exercise.open; this one does not.');
  }
  const events = entries.flatMap((entry) => ('event' in entry ? [happening(entry)] : []));
  const ended = events.find(({ event }) => event.type === 'exercise.ended');
  return {
    opening: first.input,
    plan: first.input.plan,
    end: ended?.at ?? entries.at(-1)?.at ?? 0,
    inputs: entries.filter((entry) => 'input' in entry),
    events,
    byType: groupBy(events, ({ event }) => event.type),
    index: new Map(),
  };
}

function happening(entry: Extract<Entry, { readonly event: ExerciseEvent }>): Happening {
  const { seq, at, wall, by: who, event } = entry;
  return { seq, at, wall, by: who, event };
}

/** Groups rows by a key, each group in the rows' own order. */
export function groupBy<T, K>(
  rows: readonly T[],
  key: (row: T) => K,
): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) addTo(groups, key(row), row);
  return groups;
}

/** Adds to the list under a key, which is made where there is none. */
export function addTo<K, T>(lists: Map<K, T[]>, key: K, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Each once, in the order in which they first stand. */
export const unique = <T>(rows: readonly T[]): readonly T[] => [...new Set(rows)];

/** All events of one type, in order. */
export function of<T extends EventType>(history: History, type: T): readonly Happening<T>[] {
  return (history.byType.get(type) ?? []) as unknown as readonly Happening<T>[];
}

/** The events of one type with a certain value in one of their fields, in order. */
export function by<T extends EventType, F extends keyof EventOf<T> & string>(
  history: History,
  type: T,
  field: F,
  value: EventOf<T>[F],
): readonly Happening<T>[] {
  const key = `${type} ${field}`;
  let groups = history.index.get(key);
  if (!groups) {
    const events: readonly Happening[] = history.byType.get(type) ?? [];
    groups = groupBy(events, ({ event }) => (event as EventOf<T>)[field]);
    history.index.set(key, groups);
  }
  return (groups.get(value) ?? []) as unknown as readonly Happening<T>[];
}

/** The role whose act the event is. Undefined for what the engine or exercise control did. */
export function actor(event: ExerciseEvent): RoleId | undefined {
  switch (event.type) {
    case 'item.opened':
    case 'item.acknowledged':
    case 'task.claimed':
    case 'task.released':
    case 'task.done':
    case 'awareness.declared':
    case 'hotwash.answered':
      return event.role;
    case 'message.sent':
      return event.simulated ? undefined : event.from;
    case 'handover.offered':
      return event.from;
    case 'handover.accepted':
    case 'handover.declined':
      return event.to;
    case 'decision.recorded':
      return event.how === 'role' ? event.role : undefined;
    default:
      return undefined;
  }
}

/** Evidence in the journal's own order, each entry once. */
export function evidence(...parts: readonly (number | Evidence | undefined)[]): Evidence {
  const numbers = parts.flatMap((part) => part ?? []);
  // Most comes in order already, and to see that is quicker than to sort.
  if (numbers.every((n, i) => i === 0 || n > (numbers[i - 1] ?? n))) return numbers;
  return [...new Set(numbers)].sort((a, b) => a - b);
}
