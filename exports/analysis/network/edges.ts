/**
 * The contacts between two roles as one directed, weighted edge, and whether the plan has the pair.
 * Knows: contacts and the plan's pairs. Does not know: the network as a whole.
 */
import type { RoleId } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import type { Evidence, History } from '../history.ts';
import { type Contact, LAYERS, type Layer } from './contacts.ts';

export type Edge = {
  readonly from: RoleId;
  readonly to: RoleId;
  /** Sum of 1 / receivers. */
  readonly weight: number;
  readonly contacts: number;
  readonly layers: readonly Layer[];
  readonly firstAt: Ms;
  /** Some planned tie between them, whether it came up or not. */
  readonly planned: boolean;
  readonly evidence: Evidence;
};
/** The roles by number, in the plan's order; a directed pair is one number too. */
export type Numbers = ReadonlyMap<RoleId, number>;
export const key = (number: Numbers, from: RoleId, to: RoleId): number =>
  (number.get(from) ?? 0) * number.size + (number.get(to) ?? 0);

type Gathered = { weight: number; readonly seqs: number[]; readonly layers: Set<Layer>; at: Ms };

export function edgesOf(
  { plan }: History,
  contacts: readonly Contact[],
  number: Numbers,
): readonly Edge[] {
  const meant = meantPairs(plan, number);
  const found = new Map<number, Gathered>();
  for (const { from, to, weight, seq, layer, at } of contacts) {
    const pair = key(number, from, to);
    const edge = found.get(pair) ?? { weight: 0, seqs: [], layers: new Set<Layer>(), at };
    edge.weight += weight;
    if (edge.seqs.at(-1) !== seq) edge.seqs.push(seq);
    edge.layers.add(layer);
    found.set(pair, edge);
  }
  const roles = [...number.keys()];
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([pair, { weight, seqs, layers, at }]) => ({
      from: roles[Math.floor(pair / roles.length)] ?? '',
      to: roles[pair % roles.length] ?? '',
      weight,
      contacts: seqs.length,
      layers: LAYERS.filter((layer) => layers.has(layer)),
      firstAt: at,
      planned: meant.has(pair),
      evidence: seqs,
    }));
}

/** Every pair that the plan has anywhere, either way: who is asked may answer. */
function meantPairs(plan: History['plan'], number: Numbers): ReadonlySet<number> {
  const pairs = new Set<number>();
  const add = (from: readonly RoleId[], to: readonly RoleId[]): void => {
    for (const one of from) {
      for (const other of to) {
        if (!number.has(one) || !number.has(other)) continue;
        pairs.add(key(number, one, other)).add(key(number, other, one));
      }
    }
  };
  for (const { from, to } of plan.interfaces) add(from, to);
  for (const { does, role, to } of plan.expectations) if (does === 'message') add([role], to);
  for (const task of plan.tasks) {
    const actors = [...new Set([...task.accountable, ...task.responsible])];
    add(actors, [...actors, ...task.support, ...task.consulted, ...task.informed]);
  }
  for (const row of plan.decisions) {
    add(row.authority, [...row.authority, ...row.consult, ...row.inform]);
  }
  return pairs;
}
