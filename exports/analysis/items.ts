/**
 * What was put before the roles: injects, messages, calls, and what was put before everybody; what
 * they carried, and who opened them when.
 * Knows: deliveries. Does not know: whether anybody needed them.
 */
import type { About, Sureness } from '../../engine/exercise/entry.ts';
import type { FactId, RoleId } from '../../engine/plan/plan.ts';
import { strictness } from '../../engine/scenario/marking.ts';
import type { Marking } from '../../engine/scenario/schema.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import type { Cast } from './cast.ts';
import { type History, type Moment, addTo, inOrder, of } from './history.ts';

export type Item = {
  readonly id: string;
  /** `call`: what a simulated role said outside the tool, heard by those who were in it. */
  readonly kind: 'inject' | 'message' | 'call' | 'statement' | 'picture';
  readonly seq: number;
  readonly at: Ms;
  /** The sending role; absent where it came from outside. */
  readonly from?: RoleId;
  readonly to: readonly RoleId[];
  readonly facts: readonly FactId[];
  /** How sure its sender said to be, by fact; an inject says nothing here, the plan does. */
  readonly certainty?: Sureness;
  readonly about?: About;
  readonly asks: boolean;
  readonly replyTo?: string;
};

export type Items = {
  readonly all: readonly Item[];
  readonly byId: ReadonlyMap<string, Item>;
  /** Items about a task, and those that answer one about it, in order. */
  readonly onTask: (task: string) => readonly Item[];
  /** When a role first opened an item. What reaches a simulated role, control has read at once. */
  readonly opened: (item: Item, role: RoleId) => Moment | undefined;
};

export function readItems(history: History, cast: Cast): Items {
  const all = [
    ...injects(history),
    ...messages(history),
    ...calls(history),
    ...publications(history),
  ].sort(inOrder);
  const byId = new Map(all.map((item) => [item.id, item]));
  const onTask = byTask(all, byId);
  const openings = openingsIn(history);
  return {
    all,
    byId,
    onTask: (task) => onTask.get(task) ?? [],
    opened: (item, role) =>
      openings.get(item.id)?.get(role) ??
      ((item.kind === 'call' || !cast.plays(role)) && item.to.includes(role) ? item : undefined),
  };
}

function byTask(all: readonly Item[], byId: Items['byId']): ReadonlyMap<string, readonly Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of all) {
    const [own, before] = [item, byId.get(item.replyTo ?? '')].map((row) => row?.about?.task);
    if (own !== undefined) addTo(found, own, item);
    if (before !== undefined && before !== own) addTo(found, before, item);
  }
  return found;
}

/** Item by role: its first opening. */
function openingsIn(history: History): ReadonlyMap<string, ReadonlyMap<RoleId, Moment>> {
  const openings = new Map<string, Map<RoleId, Moment>>();
  for (const { at, seq, event } of of(history, 'item.opened')) {
    const roles = openings.get(event.item) ?? new Map<RoleId, Moment>();
    openings.set(event.item, roles);
    if (!roles.has(event.role)) roles.set(event.role, { at, seq });
  }
  return openings;
}

function injects(history: History): readonly Item[] {
  const rows = new Map<string, { readonly facts: readonly FactId[]; readonly from: object }>(
    history.plan.injects.map((inject) => [inject.id, inject]),
  );
  for (const { event } of of(history, 'inject.written')) rows.set(event.inject, event.row);
  return of(history, 'inject.released').map(({ seq, at, event }) => {
    const row = rows.get(event.inject);
    const from = row && 'role' in row.from ? { from: String(row.from.role) } : {};
    return {
      id: event.inject,
      kind: 'inject',
      seq,
      at,
      to: event.to,
      facts: row?.facts ?? [],
      ...from,
      asks: false,
    } as const;
  });
}

function messages(history: History): readonly Item[] {
  return of(history, 'message.sent').map(({ seq, at, event }) => ({
    id: event.message,
    kind: 'message',
    seq,
    at,
    from: event.from,
    to: event.to,
    facts: event.facts,
    asks: event.asks,
    ...(event.certainty && { certainty: event.certainty }),
    ...(event.about && { about: event.about }),
    ...(event.replyTo !== undefined && { replyTo: event.replyTo }),
  }));
}

function calls(history: History): readonly Item[] {
  return of(history, 'call.noted').map(({ seq, at, event }) => {
    const { call: id, from, with: to, facts } = event;
    return { id, kind: 'call', seq, at, from, to, facts, asks: false };
  });
}

/** Statements go to everybody, the situation picture to those who may see what is marked so. */
function publications(history: History): readonly Item[] {
  const { roles } = history.plan;
  const readers = new Map<string, readonly RoleId[]>();
  const others = (author: RoleId, marking?: Marking): readonly RoleId[] => {
    const key = `${author} ${marking ?? ''}`;
    const known = readers.get(key);
    if (known) return known;
    const found = roles
      .filter(({ id, clearedFor = marking }) => id !== author && mayRead(clearedFor, marking))
      .map(({ id }) => id);
    readers.set(key, found);
    return found;
  };
  const statements = of(history, 'statement.published').map(({ seq, at, event }): Item => {
    const { statement: id, role: from, facts, certainty } = event;
    const sure = certainty && { certainty };
    return { id, kind: 'statement', seq, at, from, to: others(from), facts, ...sure, asks: false };
  });
  const picture = of(history, 'picture.updated').map(({ seq, at, event }): Item => {
    const { picture: id, role: from, facts, certainty, marking } = event;
    const said = { facts, ...(certainty && { certainty }), asks: false };
    return { id, kind: 'picture', seq, at, from, to: others(from, marking), ...said };
  });
  return [...statements, ...picture];
}

function mayRead(cleared: Marking | undefined, marking: Marking | undefined): boolean {
  if (cleared === undefined || marking === undefined) return true;
  return strictness(marking) <= strictness(cleared);
}

/** Each answer to a question among some items, by one who was asked. */
export function answers(
  { byId }: Items,
  among: readonly Item[],
): readonly { readonly role: RoleId; readonly ask: Item; readonly answer: Item }[] {
  return among.flatMap((answer) => {
    const ask = answer.replyTo === undefined ? undefined : byId.get(answer.replyTo);
    return ask?.asks && answer.from !== undefined && ask.to.includes(answer.from)
      ? [{ role: answer.from, ask, answer }]
      : [];
  });
}

/** The roles that were asked about a task and had answered before entry `until`. */
export function consulted(items: Items, task: string, until: number): ReturnType<typeof answers> {
  const before = items.onTask(task).filter(({ seq }) => seq < until);
  return answers(items, before).filter(({ ask }) => ask.about?.task === task);
}
