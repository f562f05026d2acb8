/**
 * Who meets whom: planned, used and accepted between two units, as a matrix (N²).
 * Knows: interfaces, messages, accepted handovers. Does not know: which of it was worth while.
 */
import type { RoleId } from '../../engine/plan/plan.ts';
import type { Cast } from './cast.ts';
import { type Evidence, type History, evidence, of } from './history.ts';
import type { Items } from './items.ts';

export type Meeting = {
  readonly from: string;
  readonly to: string;
  /** The interfaces that the plan has from one to the other. */
  readonly interfaces: readonly string[];
  readonly messages: number;
  /** Messages that the receiving side acknowledged or answered, and handovers it accepted. */
  readonly accepted: number;
  readonly evidence: Evidence;
};
export type Meetings = {
  /** Roles where they are few enough to be read, otherwise organisations. */
  readonly unit: 'roles' | 'organisations';
  readonly units: readonly string[];
  /** Only pairs that were planned or used. */
  readonly rows: readonly Meeting[];
};

/** A matrix with more rows than this is no longer read. */
const MOST_ROLES = 10;

export function analyseMeetings(history: History, items: Items, cast: Cast): Meetings {
  const { plan } = history;
  const named = plan.interfaces.flatMap(({ from, to }) => [...from, ...to]);
  const party = new Set(named);
  for (const { kind, from, to } of items.all) {
    if (kind !== 'message' || from === undefined) continue;
    for (const role of [from, ...to]) party.add(role);
  }
  const unit = party.size <= MOST_ROLES ? 'roles' : 'organisations';
  const unitOf = (role: RoleId): string => (unit === 'roles' ? role : cast.organisation(role));
  const all = unit === 'roles' ? plan.roles : plan.organisations;
  const involved = new Set([...party].map(unitOf));
  return {
    unit,
    units: all.map(({ id }) => id).filter((id) => involved.has(id)),
    rows: rowsOf(history, items, unitOf),
  };
}

type Gathered = {
  readonly interfaces: Set<string>;
  messages: number;
  accepted: number;
  /** Whether the last message was accepted. */
  taken: boolean;
  readonly seqs: number[];
};

function rowsOf(
  history: History,
  items: Items,
  unitOf: (role: RoleId) => string,
): readonly Meeting[] {
  const found = new Map<string, Map<string, Gathered>>();
  const at = (one: RoleId, other: RoleId): Gathered | undefined => {
    const [from, to] = [unitOf(one), unitOf(other)];
    if (from === to) return undefined;
    const row = found.get(from) ?? new Map<string, Gathered>();
    const cell = row.get(to) ?? {
      interfaces: new Set(),
      messages: 0,
      accepted: 0,
      taken: false,
      seqs: [],
    };
    if (cell.seqs.length + cell.interfaces.size === 0) found.set(from, row.set(to, cell));
    return cell;
  };
  for (const { id, from, to } of history.plan.interfaces) {
    for (const one of from) for (const other of to) at(one, other)?.interfaces.add(id);
  }
  const taken = acceptedItems(history, items);
  for (const { id, kind, from, to, seq } of items.all) {
    if (kind !== 'message' || from === undefined) continue;
    for (const role of to) {
      const cell = at(from, role);
      if (!cell) continue;
      // Several receivers of one unit are one message to it, accepted when one of them did.
      const fresh = cell.seqs.at(-1) !== seq;
      if (fresh) {
        cell.messages += 1;
        cell.seqs.push(seq);
        cell.taken = false;
      }
      if (!cell.taken && taken.has(`${id} ${role}`)) {
        cell.accepted += 1;
        cell.taken = true;
      }
    }
  }
  for (const { seq, event } of of(history, 'handover.accepted')) {
    const cell = at(event.from, event.to);
    if (!cell) continue;
    cell.accepted += 1;
    cell.seqs.push(seq);
  }
  return [...found].flatMap(([from, row]) =>
    [...row].map(([to, { interfaces, messages, accepted, seqs }]) => ({
      from,
      to,
      interfaces: [...interfaces],
      messages,
      accepted,
      evidence: evidence(seqs),
    })),
  );
}

function acceptedItems(history: History, items: Items): ReadonlySet<string> {
  return new Set([
    ...of(history, 'item.acknowledged').map(({ event }) => `${event.item} ${event.role}`),
    ...items.all.flatMap(({ replyTo, from }) =>
      replyTo === undefined || from === undefined ? [] : [`${replyTo} ${from}`],
    ),
  ]);
}
