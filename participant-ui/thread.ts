/**
 * Which messages belong together. Knows: what answers what, and who is at the other end.
 * Does not know: how a thread or a conversation looks. Rows may be missing or answer in a ring.
 */
import { say } from '../engine/runtime/protocol.ts';
import type { ItemRow, RoleView } from '../engine/exercise/rows.ts';
import { plainLine } from './plain.ts';

type Items = RoleView['items'];

/** What the item answers, what that answers, and so on; the first of them first. */
export function chain(items: Items, item: ItemRow): readonly ItemRow[] {
  const seen = new Set([item.id]);
  const found: ItemRow[] = [];
  for (let at = items[item.replyTo ?? '']; at && !seen.has(at.id); at = items[at.replyTo ?? '']) {
    seen.add(at.id);
    found.unshift(at);
  }
  return found;
}

/** Everything that began where this item's chain begins, but the item itself, by time. */
export function thread(items: Items, item: ItemRow): readonly ItemRow[] {
  const answers = new Map<string, ItemRow[]>();
  for (const one of Object.values(items)) {
    if (one.replyTo !== undefined)
      answers.set(one.replyTo, [...(answers.get(one.replyTo) ?? []), one]);
  }
  const root = chain(items, item)[0] ?? item;
  const seen = new Set([root.id]);
  const found = [root];
  for (let next = 0; next < found.length; next += 1) {
    for (const answer of answers.get(found[next]?.id ?? '') ?? []) {
      if (seen.has(answer.id)) continue;
      seen.add(answer.id);
      found.push(answer);
    }
  }
  return byTime(found.filter(({ id }) => id !== item.id));
}

/** What an item is drawn as: an answer looks like what it answers. */
export type Shape = Exclude<ItemRow['channel'], 'message'> | 'talk' | 'plain';

export function shapeOf(items: Items, item: ItemRow): Shape {
  if (item.channel !== 'message') return item.channel;
  const first = chain(items, item)[0]?.channel;
  if (first === 'email' || first === 'sms') return first;
  return counterpart(items, item) === undefined ? 'plain' : 'talk';
}

/** Who is at the other end, if it is one: a role, or somebody by name. */
export function counterpart(items: Items, item: ItemRow): string | undefined {
  if (!item.sent) {
    if (item.channel === 'message' && item.to.length > 1) return undefined;
    return item.from.role === undefined
      ? named(say(item.from.name, 'da'))
      : `role ${item.from.role}`;
  }
  if (item.to.length + (item.outside === undefined ? 0 : 1) > 1) return undefined;
  if (item.outside !== undefined) return named(item.outside);
  if (item.to[0] !== undefined) return `role ${item.to[0]}`;
  const answered = items[item.replyTo ?? ''];
  return answered && !answered.sent ? counterpart(items, answered) : undefined;
}

function named(name: string): string {
  return `name ${plainLine(name).toLowerCase()}`;
}

/** What was written back and forth with the item's counterpart in the same kind of talk, by time. */
export function conversation(items: Items, item: ItemRow): readonly ItemRow[] {
  const other = counterpart(items, item);
  const shape = shapeOf(items, item);
  return byTime(
    Object.values(items).filter(
      (one) =>
        one.id === item.id ||
        (other !== undefined && counterpart(items, one) === other && shapeOf(items, one) === shape),
    ),
  );
}

function byTime(rows: readonly ItemRow[]): readonly ItemRow[] {
  return [...rows].sort((a, b) => a.seq - b.seq);
}
