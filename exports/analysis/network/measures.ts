/**
 * The network in figures, for each role and as a whole.
 * Knows: edges and contacts. Does not know: what was planned; more traffic is not better work.
 */
import type { RoleId } from '../../../engine/plan/plan.ts';
import type { Cast } from '../cast.ts';
import { type Contact, actsIn } from './contacts.ts';
import { fragmentation, losses } from './distance.ts';
import type { Edge, Numbers } from './edges.ts';
import { centralisation, crossIndex, mutualInformation, reciprocity } from './figures.ts';
import { type Pair, betweenness, communities } from './graph.ts';
import { type Step, reachOf } from './paths.ts';

export type RoleFigures = {
  readonly role: RoleId;
  /** How many other roles it wrote to, and how many wrote to it. */
  readonly wroteTo: number;
  readonly heardFrom: number;
  /** Weighted contacts out and in. */
  readonly out: number;
  readonly in: number;
  /** (out + in) / (n − 1). */
  readonly status: number;
  /** Freeman's betweenness, without direction, as a share; and its rank, 1 the highest, ties alike. */
  readonly betweenness: number;
  readonly rank: number;
  /** Roles it could have reached over time, and earliest paths between others on which it stood. */
  readonly reached: number;
  readonly between: number;
  /** (E − I) / (E + I) of its own contacts, by sector. */
  readonly cross?: number;
  readonly community: number;
  /** By how much F grows without it. */
  readonly loss?: number;
};
export type Whole = {
  readonly roles: number;
  readonly sectors: number;
  /** Directed pairs with a contact, of n(n − 1). */
  readonly pairs: number;
  readonly possible: number;
  readonly contacts: number;
  readonly density?: number;
  readonly reciprocity?: number;
  readonly centralisation?: number;
  readonly fragmentation?: number;
  /** Ordered pairs between which word could have passed in time. */
  readonly reachable: number;
  /** Weighted contacts across sectors and within, and (E − I) / (E + I). */
  readonly across: number;
  readonly within: number;
  readonly cross?: number;
  readonly communities: number;
  /** Communities against sectors: normalised mutual information. */
  readonly agreement?: number;
};
export type Material = {
  readonly present: readonly RoleId[];
  readonly edges: readonly Edge[];
  readonly contacts: readonly Contact[];
  readonly number: Numbers;
  readonly ways: ReadonlySet<number>;
  readonly cast: Cast;
};

export function measure(m: Material): {
  readonly roles: readonly RoleFigures[];
  readonly whole: Whole;
} {
  const n = m.present.length;
  const pairs = pairsOf(m);
  const between = betweenness(n, pairs);
  const ranks = [...between].sort((a, b) => b - a);
  const groups = communities(n, pairs);
  const lost = losses(n, pairs);
  const reach = reachOf(n, stepsOf(m));
  const sums = sumsOf(m);
  const roles = m.present.map((role, i): RoleFigures => {
    const own = sums[i] ?? NOTHING;
    const cross = crossIndex(own.across, own.within);
    const loss = lost[i];
    return {
      role,
      wroteTo: own.wroteTo,
      heardFrom: own.heardFrom,
      out: own.out,
      in: own.in,
      status: n > 1 ? (own.out + own.in) / (n - 1) : 0,
      betweenness: between[i] ?? 0,
      rank: ranks.indexOf(between[i] ?? 0) + 1,
      reached: reach.reached[i] ?? 0,
      between: reach.between[i] ?? 0,
      ...(cross !== undefined && { cross }),
      community: groups[i] ?? i,
      ...(loss !== undefined && { loss }),
    };
  });
  return { roles, whole: wholeOf(m, pairs, groups, reach.pairs) };
}

function wholeOf(
  { present, edges, contacts, ways, cast }: Material,
  pairs: readonly Pair[],
  groups: readonly number[],
  reachable: number,
): Whole {
  const n = present.length;
  const apart = ({ from, to }: Edge): boolean => cast.sector(from) !== cast.sector(to);
  const weigh = (some: readonly Edge[]): number => some.reduce((sum, edge) => sum + edge.weight, 0);
  const [across, within] = [weigh(edges.filter(apart)), weigh(edges.filter((e) => !apart(e)))];
  const degrees = present.map(() => 0);
  for (const { a, b } of pairs) for (const i of [a, b]) degrees[i] = (degrees[i] ?? 0) + 1;
  const sectors = present.map(cast.sector);
  const dense = n < 2 ? undefined : edges.length / (n * (n - 1));
  const measures = {
    density: dense,
    reciprocity: reciprocity(ways, n),
    centralisation: centralisation(degrees),
    fragmentation: fragmentation(n, pairs),
    cross: crossIndex(across, within),
    agreement: pairs.length === 0 ? undefined : mutualInformation(groups, sectors),
  };
  return {
    roles: n,
    sectors: new Set(sectors).size,
    pairs: edges.length,
    possible: n * (n - 1),
    contacts: actsIn(contacts),
    reachable,
    across,
    within,
    communities: new Set(groups).size,
    ...(defined(measures) as Partial<{ readonly [K in keyof typeof measures]: number }>),
  };
}

const defined = (row: Readonly<Record<string, number | undefined>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** Both directions of a tie as one, for what is measured without direction. */
function pairsOf({ edges, number }: Material): readonly Pair[] {
  const pairs = new Map<number, Pair>();
  for (const { from, to, weight } of edges) {
    const [one, other] = [number.get(from) ?? 0, number.get(to) ?? 0];
    const [a, b] = [Math.min(one, other), Math.max(one, other)];
    const known = pairs.get(a * number.size + b);
    pairs.set(a * number.size + b, { a, b, weight: (known?.weight ?? 0) + weight });
  }
  return [...pairs.values()].sort((x, y) => x.a - y.a || x.b - y.b);
}

function stepsOf({ contacts, number }: Material): readonly Step[] {
  return contacts.flatMap(({ from, to, seq, arrived }) =>
    arrived
      ? [
          {
            from: number.get(from) ?? 0,
            to: number.get(to) ?? 0,
            left: seq,
            arrived: arrived.seq,
          },
        ]
      : [],
  );
}

type Sums = { [K in 'wroteTo' | 'heardFrom' | 'out' | 'in' | 'across' | 'within']: number };
const NOTHING: Sums = { wroteTo: 0, heardFrom: 0, out: 0, in: 0, across: 0, within: 0 };

function sumsOf({ present, edges, number, cast }: Material): readonly Sums[] {
  const sums = present.map(() => ({ ...NOTHING }));
  for (const { from, to, weight } of edges) {
    const [sender, receiver] = [sums[number.get(from) ?? -1], sums[number.get(to) ?? -1]];
    if (!sender || !receiver) continue;
    sender.wroteTo += 1;
    sender.out += weight;
    receiver.heardFrom += 1;
    receiver.in += weight;
    const side = cast.sector(from) === cast.sector(to) ? 'within' : 'across';
    sender[side] += weight;
    receiver[side] += weight;
  }
  return sums;
}
