/**
 * Who turned to whom, when, and how: every contact between two players' roles that the tool saw.
 * Knows: five layers. Does not know: what was said, or on which telephone.
 */
import type { RoleId } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import type { Cast } from '../cast.ts';
import { type History, type Moment, groupBy, inOrder, of } from '../history.ts';
import type { Item, Items } from '../items.ts';

/**
 * `consult`: a message that asks for an answer, and the answer. `request`: a role is asked to take a
 * task. `handover`: an accepted one. `decide`: words among those who share a decision.
 */
export const LAYERS = ['inform', 'consult', 'request', 'handover', 'decide'] as const;
export type Layer = (typeof LAYERS)[number];

export type Contact = {
  readonly from: RoleId;
  readonly to: RoleId;
  readonly layer: Layer;
  readonly at: Ms;
  readonly seq: number;
  /** 1 / receivers, so that a word to many weighs no more than a word to one. */
  readonly weight: number;
  /** When it was opened; a message that never was came to nobody. */
  readonly arrived?: Moment;
};

/** In the journal's order. What goes to everybody (statements, the situation picture) is no contact. */
export function contactsOf(history: History, items: Items, cast: Cast): readonly Contact[] {
  const contacts = [
    ...written(items, cast),
    ...asked(history, cast),
    ...handed(history, cast),
    ...decided(history, cast),
  ];
  return contacts.sort(inOrder);
}

function written(items: Items, cast: Cast): readonly Contact[] {
  return items.all.flatMap((item) => {
    const { from, to, at, seq } = item;
    if (item.kind !== 'message' || from === undefined || !cast.plays(from)) return [];
    const layer: Layer = item.asks || answersTo(items, item) ? 'consult' : 'inform';
    return others(cast, from, to).map((role): Contact => {
      const arrived = items.opened(item, role);
      const contact = { from, to: role, layer, at, seq, weight: 1 / to.length };
      return arrived ? { ...contact, arrived: { at: arrived.at, seq: arrived.seq } } : contact;
    });
  });
}

/** Whether a message answers one that asked its sender. */
function answersTo(items: Items, item: Item): Item | undefined {
  const ask = item.replyTo === undefined ? undefined : items.byId.get(item.replyTo);
  return ask?.asks && item.from !== undefined && ask.to.includes(item.from) ? ask : undefined;
}

const others = (cast: Cast, from: RoleId, to: readonly RoleId[]): readonly RoleId[] =>
  to.filter((role) => role !== from && cast.plays(role));

function asked(history: History, cast: Cast): readonly Contact[] {
  return of(history, 'task.assigned').flatMap(({ at, seq, event }) =>
    seen('request', event.from, [event.to], { at, seq }, cast),
  );
}

function handed(history: History, cast: Cast): readonly Contact[] {
  return of(history, 'handover.accepted').flatMap(({ at, seq, event }) =>
    seen('handover', event.from, [event.to], { at, seq }, cast),
  );
}

/** What the tool itself puts before a role at once has arrived when it is sent. */
function seen(
  layer: Layer,
  from: RoleId,
  to: readonly RoleId[],
  moment: Moment,
  cast: Cast,
): readonly Contact[] {
  if (!cast.plays(from)) return [];
  return others(cast, from, to).map((role) => ({
    from,
    to: role,
    layer,
    ...moment,
    weight: 1 / to.length,
    arrived: moment,
  }));
}

/** A word on a decision reaches those it is shared with: the authority, and all who spoke of it. */
function decided(history: History, cast: Cast): readonly Contact[] {
  const parties = partiesOf(history);
  const words = [...of(history, 'decision.raised'), ...of(history, 'decision.discussed')];
  return words.flatMap(({ at, seq, event }) => {
    const rest = (parties.get(event.decision) ?? []).filter((role) => role !== event.role);
    return seen('decide', event.role, rest, { at, seq }, cast);
  });
}

export function partiesOf(history: History): ReadonlyMap<string, readonly RoleId[]> {
  const talk = groupBy(of(history, 'decision.discussed'), ({ event }) => event.decision);
  const spoke = (id: string): readonly RoleId[] => (talk.get(id) ?? []).map((h) => h.event.role);
  const planned = history.plan.decisions.map(
    ({ id, authority }) => [id, [...new Set([...authority, ...spoke(id)])]] as const,
  );
  const raised = of(history, 'decision.raised').map(
    ({ event: e }) =>
      [e.decision, [...new Set([e.role, ...e.with, ...spoke(e.decision)])]] as const,
  );
  return new Map([...planned, ...raised]);
}

/** How many acts there were: one word to many is one. */
export function actsIn(contacts: readonly Contact[]): number {
  return contacts.reduce((n, { seq }, i) => (seq === contacts[i - 1]?.seq ? n : n + 1), 0);
}
