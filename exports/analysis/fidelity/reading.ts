/**
 * Who had read which version of a fact when, and how sure it was said to be: one walk through the
 * journal. Knows: items, openings, calls. Does not know: what a hop is, or what to make of it.
 *
 * How sure an item is of a fact: what its sender said; where nothing was said, the surest that the
 * sender had read by then; for an inject, a call and a simulated role, what the plan says.
 */
import type { FactId, RoleId } from '../../../engine/plan/plan.ts';
import { firmer, firmness } from '../../../engine/exercise/certainty.ts';
import type { Certainty } from '../../../engine/scenario/schema.ts';
import type { Cast } from '../cast.ts';
import { type History, type Moment, addTo } from '../history.ts';
import type { Item, Items } from '../items.ts';
import { type Versions, versionsOf } from './versions.ts';

/** A role reads a fact in an item, or hears it in a call. */
export type Meeting = Moment & { readonly item: string; readonly certainty: Certainty };
/** A fact that a played role passes on, and what it had read of it. */
export type Passed = {
  readonly fact: FactId;
  /** How sure the sender said to be; absent: nothing was said. */
  readonly stated?: Certainty;
  /** The surest reading of this very version, the first of several equally sure. */
  readonly surest?: Meeting;
  /** The last reading of any version. */
  readonly last?: Meeting;
};
export type Utterance = {
  readonly item: Item;
  readonly role: RoleId;
  readonly passed: readonly Passed[];
};
/** Called for what a played role passes on; `read`: that role's first reading of a matter so far. */
export type Listener = (
  utterance: Utterance,
  read: (role: RoleId, original: FactId) => Meeting | undefined,
) => void;
export type Reading = {
  readonly versions: Versions;
  /** Every reading of this very version, in order. */
  readonly of: (role: RoleId, fact: FactId) => readonly Meeting[];
};

type Memory = {
  readonly meetings: Map<FactId, Meeting[]>;
  readonly surest: Map<FactId, Meeting>;
  /** By matter. */
  readonly first: Map<FactId, Meeting>;
  readonly last: Map<FactId, Meeting>;
};

export function readThrough(history: History, items: Items, cast: Cast, listen: Listener): Reading {
  const versions = versionsOf(history.plan);
  const memories = new Map(history.plan.roles.map(({ id }) => [id, newMemory()]));
  const sure = new Map<string, ReadonlyMap<FactId, Certainty>>();
  const bySeq = new Map(items.all.map((item) => [item.seq, item]));
  const read = (role: RoleId, original: FactId): Meeting | undefined =>
    memories.get(role)?.first.get(original);

  const say = (item: Item): void => {
    const own = item.from !== undefined && cast.plays(item.from) ? item.from : undefined;
    const memory = own === undefined ? undefined : memories.get(own);
    const passed = item.facts.map((fact) => passedOn(fact, item, memory, versions));
    const firm = passed.map(({ fact, stated, surest }): [FactId, Certainty] => [
      fact,
      stated ?? surest?.certainty ?? versions.planned(fact),
    ]);
    sure.set(item.id, new Map(firm));
    if (own !== undefined && item.kind !== 'inject' && passed.length > 0) {
      listen({ item, role: own, passed }, read);
    }
  };
  for (const { seq, at, event } of history.events) {
    const item = bySeq.get(seq);
    if (item) say(item);
    else if (event.type === 'item.opened') {
      const facts = items.byId.get(event.item)?.facts ?? [];
      for (const fact of facts) {
        const certainty = sure.get(event.item)?.get(fact) ?? versions.planned(fact);
        const meeting = { at, seq, item: event.item, certainty };
        note(memories.get(event.role), fact, versions.original(fact), meeting);
      }
    } else if (event.type === 'call.noted') {
      for (const role of event.with) {
        for (const fact of event.facts) {
          const meeting = { at, seq, item: event.call, certainty: versions.planned(fact) };
          note(memories.get(role), fact, versions.original(fact), meeting);
        }
      }
    }
  }
  return { versions, of: (role, fact) => memories.get(role)?.meetings.get(fact) ?? [] };
}

function newMemory(): Memory {
  return { meetings: new Map(), surest: new Map(), first: new Map(), last: new Map() };
}

function passedOn(
  fact: FactId,
  { certainty }: Item,
  memory: Memory | undefined,
  { original }: Versions,
): Passed {
  const stated = certainty?.[fact];
  const surest = memory?.surest.get(fact);
  const last = memory?.last.get(original(fact));
  return { fact, ...(stated && { stated }), ...(surest && { surest }), ...(last && { last }) };
}

function note(memory: Memory | undefined, fact: FactId, original: FactId, meeting: Meeting): void {
  if (!memory) return;
  addTo(memory.meetings, fact, meeting);
  const best = memory.surest.get(fact);
  if (!best || firmer(best.certainty, meeting.certainty) !== best.certainty) {
    memory.surest.set(fact, meeting);
  }
  if (!memory.first.has(original)) memory.first.set(original, meeting);
  memory.last.set(original, meeting);
}

/** How many steps more (or, negative, less) sure the second is than the first. */
export function stepsBetween(from: Certainty, to: Certainty): number {
  return firmness(to) - firmness(from);
}
