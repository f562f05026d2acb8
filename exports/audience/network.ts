/**
 * The network as an organisation may have it: its own roles' links and queues, and no measure that
 * sets them beside others'. Knows: links. Does not know: how they are drawn.
 */
import type { RoleId } from '../../engine/plan/plan.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { evidence, groupBy } from '../analysis/history.ts';
import { LAYERS } from '../analysis/network/contacts.ts';
import type { Edge } from '../analysis/network/edges.ts';
import type { Network } from '../analysis/network/network.ts';
import type { Tie } from '../analysis/network/planned.ts';
import type { Queue } from '../analysis/network/queues.ts';
import { type Fields, cut } from './cut.ts';
import { NOTHING } from './nothing.ts';
import { HIDDEN, type Sight } from './sight.ts';

export const networkFor = ({ network }: Analysis, sight: Sight): Network =>
  cut(NETWORK, network, sight);

const NETWORK: Fields<Network, Sight> = {
  // Betweenness, rank and reach are places among all roles; degrees are counted from the links.
  roles: () => [],
  absent: ({ absent }, sight) => absent.filter(sight.own),
  edges: edgesFor,
  // Sums over everybody's links.
  layers: () => [],
  whole: () => NOTHING.network.whole,
  ties: ({ ties }, sight) => ties.flatMap((tie) => tiesFor(tie, sight)),
  recall: () => undefined,
  precision: () => undefined,
  coverage: () => NOTHING.network.coverage,
  queues: ({ queues }, sight) =>
    queues.filter(({ role }) => sight.own(role)).map((row) => cut(QUEUE, row, sight)),
};

/** Several that may not be named are one. */
export function edgesFor({ edges }: Pick<Network, 'edges'>, sight: Sight): readonly Edge[] {
  const own = edges
    .filter(({ from, to }) => sight.ownAny([from, to]))
    .map((edge) => cut(EDGE, edge, sight));
  const pairs = groupBy(own, ({ from, to }) => `${from} ${to}`);
  return [...pairs.values()].flatMap(([first, ...rest]) =>
    first ? [rest.reduce(joined, first)] : [],
  );
}

const EDGE: Fields<Edge, Sight> = {
  from: ({ from }, sight) => sight.neighbour(from),
  to: ({ to }, sight) => sight.neighbour(to),
  weight: ({ weight }) => weight,
  contacts: ({ contacts }) => contacts,
  layers: ({ layers }) => layers,
  firstAt: ({ firstAt }) => firstAt,
  planned: ({ planned }) => planned,
  evidence: (row, sight) => sight.entries(row.evidence),
};

function joined(one: Edge, other: Edge): Edge {
  const layers = new Set([...one.layers, ...other.layers]);
  return {
    ...one,
    weight: one.weight + other.weight,
    contacts: one.contacts + other.contacts,
    layers: LAYERS.filter((layer) => layers.has(layer)),
    firstAt: Math.min(one.firstAt, other.firstAt),
    planned: one.planned && other.planned,
    evidence: evidence(one.evidence, other.evidence),
  };
}

/** Of the plan's ties those that it can see in its own plan, and of the senders or receivers its own. */
function tiesFor(tie: Tie, sight: Sight): readonly Tie[] {
  const { kind, id } = tie;
  const seen = {
    interface: sight.interface(id),
    expectation: sight.obligation(id),
    consult: sight.task(id) || sight.decision(id),
    inform: sight.task(id) || sight.decision(id),
  };
  return seen[kind] && sight.ownAny([...tie.from, ...tie.to]) ? [cut(TIE, tie, sight)] : [];
}

const TIE: Fields<Tie, Sight> = {
  kind: ({ kind }) => kind,
  id: ({ id }) => id,
  from: ({ from, to }, sight) => endFor(from, to, sight),
  to: ({ from, to }, sight) => endFor(to, from, sight),
  // One pair is enough, be it its own or not: to say otherwise would be a reproach.
  kept: ({ kept }) => kept,
};

function endFor(end: readonly RoleId[], other: readonly RoleId[], sight: Sight): readonly RoleId[] {
  const own = end.filter(sight.own);
  if (own.length === 0) return sight.neighbours(end);
  return other.some(sight.own) ? [...own, ...(end.length > own.length ? [HIDDEN] : [])] : own;
}

const QUEUE: Fields<Queue, Sight> = {
  role: ({ role }) => role,
  items: ({ items }) => items,
  waiting: ({ waiting }) => waiting,
  peak: ({ peak }) => peak,
  peakAt: ({ peakAt }) => peakAt,
  mean: ({ mean }) => mean,
  wait: ({ wait }) => wait,
  busy: ({ busy }) => busy,
  points: ({ points }) => points,
  evidence: (row, sight) => sight.entries(row.evidence),
};
