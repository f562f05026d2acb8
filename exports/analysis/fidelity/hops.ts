/**
 * Hops: what came in with an item, and what of it went on to somebody who had not got it.
 * Knows: facts and versions. Does not know: whether the receiver needed them (rules do).
 *
 * A hop is an item, a played role that received and opened it, and another played role to whom that
 * role afterwards sent a message with at least one of the item's facts, in whatever version. It is
 * the item that the message answers or forwards, where that carries any of the message's facts; else
 * the item in which the sender last read each of them. It is none where the receiver is the item's
 * own sender, or got it too.
 *
 * What is owed are the item's facts of which the receiver had read no version when the first such
 * message was sent. What has gone on is all that the role ever told that receiver in messages: a
 * report sent in parts has lost nothing. A fact that went on in another version than it came in has
 * arrived, but altered; unless it came in altered, and went on right.
 */
import type { FactId, RoleId } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import type { Cast } from '../cast.ts';
import { type Evidence, evidence } from '../history.ts';
import type { Item, Items } from '../items.ts';
import type { Listener, Utterance } from './reading.ts';
import type { Versions } from './versions.ts';

export type Relay = {
  /** The item that came in. */
  readonly item: string;
  readonly role: RoleId;
  readonly receiver: RoleId;
  /** When the first message that passed on any of it was sent. */
  readonly at: Ms;
  /** What the receiver was owed of the item's facts. */
  readonly owed: readonly FactId[];
  readonly lost: readonly FactId[];
  readonly altered: readonly { readonly fact: FactId; readonly as: FactId }[];
  /** |arrived| / |owed|; altered facts have arrived. */
  readonly fidelity: number;
  /** How many arrived altered. */
  readonly distortion: number;
  readonly evidence: Evidence;
};
type Begun = {
  readonly source: Item;
  readonly role: RoleId;
  readonly receiver: RoleId;
  readonly at: Ms;
  readonly owed: readonly FactId[];
  readonly opened: number;
  readonly messages: number[];
};
/** What one role has told another, with the entry that last did. */
type Told = Map<FactId, number>;

export function hopCounter(
  items: Items,
  versions: Versions,
  cast: Cast,
): { readonly listen: Listener; readonly hops: () => readonly Relay[] } {
  const begun: Begun[] = [];
  /** By source and passer, then by receiver. */
  const open = new Map<string, Map<RoleId, Begun>>();
  /** By passer, then by receiver. */
  const told = new Map<RoleId, Map<RoleId, Told>>();
  const given = new Map<string, ReadonlySet<RoleId>>();
  const got = (source: Item): ReadonlySet<RoleId> =>
    at(
      given,
      source.id,
      () => new Set(source.from === undefined ? source.to : [...source.to, source.from]),
    );
  const listen: Listener = (utterance, read) => {
    const { item, role } = utterance;
    if (item.kind !== 'message') return;
    const matters = new Set(item.facts.map(versions.original));
    const sources = sourcesOf(utterance, items, versions, matters);
    const receivers = item.to.filter((to) => to !== role && cast.plays(to));
    for (const source of sources) {
      const had = got(source);
      const hops = at(open, `${source.id} ${role}`, () => new Map<RoleId, Begun>());
      const opened = items.opened(source, role)?.seq ?? source.seq;
      for (const receiver of receivers) {
        if (had.has(receiver)) continue;
        const hop = hops.get(receiver);
        if (hop) hop.messages.push(item.seq);
        else {
          const owed = source.facts.filter((fact) => !read(receiver, versions.original(fact)));
          if (!owed.some((fact) => matters.has(versions.original(fact)))) continue;
          const row = { source, role, receiver, at: item.at, owed, opened, messages: [item.seq] };
          hops.set(receiver, row);
          begun.push(row);
        }
      }
    }
    const own = at(told, role, () => new Map<RoleId, Told>());
    for (const receiver of receivers) {
      const facts = at(own, receiver, () => new Map<FactId, number>());
      for (const fact of item.facts) facts.set(fact, item.seq);
    }
  };
  const toldBy = (role: RoleId, receiver: RoleId): Told =>
    told.get(role)?.get(receiver) ?? new Map<FactId, number>();
  return {
    listen,
    hops: () => begun.map((hop) => hopOf(hop, toldBy(hop.role, hop.receiver), versions)),
  };
}

/** What stands under the key, made where there is nothing yet. */
function at<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function sourcesOf(
  { item, role, passed }: Utterance,
  items: Items,
  versions: Versions,
  matters: ReadonlySet<FactId>,
): readonly Item[] {
  const answered = item.replyTo === undefined ? undefined : items.byId.get(item.replyTo);
  const carries = answered?.facts.some((fact) => matters.has(versions.original(fact)));
  const opened = answered && items.opened(answered, role);
  if (carries && opened && opened.seq < item.seq) return [answered];
  const last = new Set(passed.flatMap((row) => row.last?.item ?? []));
  return [...last].flatMap((id) => items.byId.get(id) ?? []);
}

function hopOf(hop: Begun, told: Told, versions: Versions): Relay {
  const { source, role, receiver, at, owed, opened, messages } = hop;
  const as = (fact: FactId): FactId | undefined => {
    if (told.has(fact)) return fact;
    const original = versions.original(fact);
    return [...told.keys()].find((other) => versions.original(other) === original);
  };
  const lost = owed.filter((fact) => as(fact) === undefined);
  const altered = owed.flatMap((fact) => {
    const version = as(fact);
    const changed = version !== undefined && version !== fact && versions.isVariant(version);
    return changed ? [{ fact, as: version }] : [];
  });
  const changing = altered.flatMap((row) => told.get(row.as) ?? []);
  return {
    item: source.id,
    role,
    receiver,
    at,
    owed,
    lost,
    altered,
    fidelity: (owed.length - lost.length) / owed.length,
    distortion: altered.length,
    evidence: evidence(source.seq, opened, messages, changing),
  };
}
