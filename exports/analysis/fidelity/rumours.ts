/**
 * Changed versions of facts: where each first came up, who passed it on, who read it, and how long
 * it took until they read the true one. Knows: items and readings. Does not know: what was said
 * outside the tool, or whether anybody believed it.
 *
 * An item that carries the true fact beside the changed one puts it right, and spreads nothing.
 */
import { PUBLIC } from '../../../engine/exercise/wall.ts';
import type { FactId, RoleId } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import type { Cast } from '../cast.ts';
import { type Evidence, type History, addTo, evidence, of } from '../history.ts';
import type { Item, Items } from '../items.ts';
import type { Meeting, Reading } from './reading.ts';

/** Somebody read the changed version. Correction time is `rightAt − readAt` where it is later. */
export type Reader = {
  readonly role: RoleId;
  readonly readAt: Ms;
  /** When it read the true one; absent: never. Not later than `readAt`: it knew better already. */
  readonly rightAt?: Ms;
  readonly evidence: Evidence;
};
export type Sending = {
  readonly item: string;
  readonly kind: Item['kind'];
  /** Absent where it came from outside. */
  readonly role?: RoleId;
  readonly at: Ms;
  readonly seq: number;
};
export type Rumour = {
  readonly fact: FactId;
  readonly original: FactId;
  /** Every item that held it out as true, in order; the first is where it came up. */
  readonly sendings: readonly Sending[];
  /** The first time that it stood before the public: in a statement, or on a public channel. */
  readonly publicAt?: Ms;
  /** The first statement with the true fact after that. */
  readonly publicRightAt?: Ms;
  readonly readers: readonly Reader[];
  readonly evidence: Evidence;
};

export function rumoursIn(
  history: History,
  items: Items,
  reading: Reading,
  cast: Cast,
): readonly Rumour[] {
  const variants = history.plan.facts.filter((fact) => fact.variantOf !== undefined);
  if (variants.length === 0) return [];
  const carriers = claims(items, reading);
  const shown = publicInjects(history);
  return variants.flatMap(({ id: fact, variantOf: original = '' }): readonly Rumour[] => {
    const spread = carriers.get(fact) ?? [];
    if (spread.length === 0) return [];
    const open = (item: Item): boolean => item.kind === 'statement' || shown.has(item.id);
    const first = spread.find(open);
    const right = first && rightAfter(carriers.get(original) ?? [], first);
    const readers = cast.players.flatMap((role) => readerOf(role, fact, original, items, reading));
    return [
      {
        fact,
        original,
        sendings: spread.map(sendingOf),
        ...(first && { publicAt: first.at }),
        ...(right && { publicRightAt: right.at }),
        readers,
        evidence: evidence(
          spread.map(({ seq }) => seq),
          first?.seq,
          right?.seq,
        ),
      },
    ];
  });
}

/** The items that hold each fact out as true. */
function claims(items: Items, { versions }: Reading): ReadonlyMap<FactId, readonly Item[]> {
  const found = new Map<FactId, Item[]>();
  for (const item of items.all) {
    for (const fact of versions.claimed(item.facts)) addTo(found, fact, item);
  }
  return found;
}

function publicInjects(history: History): ReadonlySet<string> {
  const planned = history.plan.injects.filter(({ channel }) => PUBLIC.includes(channel));
  const written = of(history, 'inject.written').filter(({ event }) =>
    PUBLIC.includes(event.row.channel),
  );
  return new Set([...planned.map(({ id }) => id), ...written.map(({ event }) => event.inject)]);
}

function rightAfter(carriers: readonly Item[], first: Item): Item | undefined {
  return carriers.find(({ kind, seq }) => kind === 'statement' && seq > first.seq);
}

function sendingOf({ id: item, kind, from, at, seq }: Item): Sending {
  return { item, kind, at, seq, ...(from !== undefined && { role: from }) };
}

function readerOf(
  role: RoleId,
  fact: FactId,
  original: FactId,
  items: Items,
  reading: Reading,
): readonly Reader[] {
  const misled = reading.of(role, fact).find((row) => !putsRight(row, original, items));
  if (!misled) return [];
  const [right] = reading.of(role, original);
  return [
    {
      role,
      readAt: misled.at,
      ...(right && { rightAt: right.at }),
      evidence: evidence(misled.seq, right?.seq),
    },
  ];
}

function putsRight({ item }: Meeting, original: FactId, items: Items): boolean {
  return items.byId.get(item)?.facts.includes(original) ?? false;
}
