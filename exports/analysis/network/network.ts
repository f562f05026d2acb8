/**
 * The network of the players' roles: who dealt with whom, beside who was meant to; who stood between
 * others, where things piled up, and what the loss of a role would do.
 * Knows: traffic in the tool. Does not know: telephones and rooms; more traffic is not better work.
 */
import type { RoleId } from '../../../engine/plan/plan.ts';
import type { Cast } from '../cast.ts';
import { type History, groupBy, of } from '../history.ts';
import type { Items } from '../items.ts';
import { type Contact, LAYERS, type Layer, actsIn } from './contacts.ts';
import { type Edge, type Numbers, edgesOf, key } from './edges.ts';
import { type RoleFigures, type Whole, measure } from './measures.ts';
import { type Tie, tiesOf } from './planned.ts';
import { type Queue, queuesOf } from './queues.ts';

export type LayerFigures = {
  readonly layer: Layer;
  readonly contacts: number;
  readonly pairs: number;
  readonly across: number;
};
/** What the tool saw of the traffic, at most: what nobody noted is in no figure. */
export type Coverage = { readonly seen: number; readonly outside: number; readonly share?: number };
export type Network = {
  readonly roles: readonly RoleFigures[];
  /** Players' roles in which nobody sat and to which nobody turned. */
  readonly absent: readonly RoleId[];
  readonly edges: readonly Edge[];
  readonly layers: readonly LayerFigures[];
  readonly whole: Whole;
  readonly ties: readonly Tie[];
  /** Ties kept / ties that came up; pairs that dealt with each other and were meant to / pairs. */
  readonly recall?: number;
  readonly precision?: number;
  readonly coverage: Coverage;
  readonly queues: readonly Queue[];
};

export function analyseNetwork(
  history: History,
  items: Items,
  cast: Cast,
  contacts: readonly Contact[],
): Network {
  const { present, absent } = presence(history, cast, contacts);
  const number = new Map(present.map((role, i) => [role, i]));
  const edges = edgesOf(history, contacts, number);
  const ways = new Set(edges.map((edge) => key(number, edge.from, edge.to)));
  const ties = tiesOf(history, cast, (from, to) => ways.has(key(number, from, to)));
  const meant = edges.filter((edge) => edge.planned).length;
  const { roles, whole } = measure({ present, edges, contacts, number, ways, cast });
  return {
    roles,
    absent,
    edges,
    layers: layersOf(contacts, number, cast),
    whole,
    ties,
    ...(ties.length > 0 && { recall: ties.filter((tie) => tie.kept).length / ties.length }),
    ...(edges.length > 0 && ties.length > 0 && { precision: meant / edges.length }),
    coverage: coverageOf(history, contacts),
    queues: queuesOf(history, items, cast),
  };
}

function presence(
  history: History,
  cast: Cast,
  contacts: readonly Contact[],
): { readonly present: readonly RoleId[]; readonly absent: readonly RoleId[] } {
  const there = new Set(of(history, 'seat.taken').map(({ event }) => event.role));
  for (const { from, to } of contacts) there.add(from).add(to);
  return {
    present: cast.players.filter((role) => there.has(role)),
    absent: cast.players.filter((role) => !there.has(role)),
  };
}

function layersOf(
  contacts: readonly Contact[],
  number: Numbers,
  cast: Cast,
): readonly LayerFigures[] {
  const byLayer = groupBy(contacts, (contact) => contact.layer);
  return LAYERS.map((layer) => {
    const own = byLayer.get(layer) ?? [];
    return {
      layer,
      contacts: actsIn(own),
      pairs: new Set(own.map(({ from, to }) => key(number, from, to))).size,
      across: own.filter(({ from, to }) => cast.sector(from) !== cast.sector(to)).length,
    };
  });
}

/** Calls noted, deeds reported from outside, and decisions made aloud are what we know that we missed. */
function coverageOf(history: History, contacts: readonly Contact[]): Coverage {
  const seen = actsIn(contacts);
  const outside =
    of(history, 'call.noted').length +
    of(history, 'outside.reported').length +
    of(history, 'task.done').filter(({ event }) => event.outside).length +
    of(history, 'decision.recorded').filter((h) => h.event.outside ?? h.event.how === 'control')
      .length;
  const all = seen + outside;
  return { seen, outside, ...(all > 0 && { share: seen / all }) };
}
