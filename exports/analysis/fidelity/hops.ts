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
import { type Evidence, evidence } from '../history.ts';
import type { Item, Items } from '../items.ts';
import type { Listener, Utterance } from './reading.ts';
import type { Versions } from './versions.ts';

export type Hop = {
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
  simulated: ReadonlySet<RoleId>,
): { readonly listen: Listener; readonly hops: () => readonly Hop[] } {
  const begun = new Map<string, Begun>();
  const told = new Map<string, Told>();
  const listen: Listener = (utterance, read) => {
    const { item, role } = utterance;
    if (item.kind !== 'message') return;
    const receivers = item.to.filter((to) => to !== role && !simulated.has(to));
    const matters = new Set(item.facts.map(versions.original));
    const sources = sourcesOf(utterance, items, versions, matters);
    for (const receiver of receivers) {
      for (const source of sources) {
        if (source.from === receiver || source.to.includes(receiver)) continue;
        const key = `${source.id} ${role} ${receiver}`;
        const hop = begun.get(key);
        if (hop) hop.messages.push(item.seq);
        else {
          const fresh = (fact: FactId): boolean => !read(receiver, versions.original(fact));
          const owed = source.facts.filter(fresh);
          if (!owed.some((fact) => matters.has(versions.original(fact)))) continue;
          const opened = items.opened(source, role)?.seq ?? source.seq;
          const row = { source, role, receiver, at: item.at, owed, opened };
          begun.set(key, { ...row, messages: [item.seq] });
        }
      }
      const pair = `${role} ${receiver}`;
      const facts: Told = told.get(pair) ?? new Map<FactId, number>();
      for (const fact of item.facts) facts.set(fact, item.seq);
      told.set(pair, facts);
    }
  };
  return {
    listen,
    hops: () =>
      [...begun.values()].map((hop) =>
        hopOf(hop, told.get(`${hop.role} ${hop.receiver}`) ?? new Map<FactId, number>(), versions),
      ),
  };
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

function hopOf(hop: Begun, told: Told, versions: Versions): Hop {
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
