/**
 * Publications that cannot both be right: one carries a fact, another a changed version of it, and
 * both stand. Knows: statements and the situation picture. Does not know: free text, in which a
 * contradiction can hide; that is for evaluators.
 *
 * A statement stands until its own sender publishes the other version; a version of a section of the
 * picture until the next one. What carries both versions puts the changed one right.
 */
import type { FactId, RoleId } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import type { Versions } from './fidelity/versions.ts';
import { type Evidence, evidence, groupBy } from './history.ts';
import type { Item } from './items.ts';

export type Published = {
  readonly item: string;
  readonly kind: 'statement' | 'picture';
  readonly role: RoleId;
  /** Of the picture. */
  readonly section?: string;
  readonly at: Ms;
  readonly seq: number;
  readonly facts: readonly FactId[];
};
export type Contradiction = {
  /** The true fact. */
  readonly original: FactId;
  readonly versions: readonly { readonly fact: FactId; readonly items: readonly Published[] }[];
  /** Those whose publications stood against each other, in order of appearance. */
  readonly roles: readonly RoleId[];
  /** Before the public: at least two statements are among them. */
  readonly open: boolean;
  readonly from: Ms;
  /** When the last of them fell; absent: they stood at the end. */
  readonly until?: Ms;
  readonly evidence: Evidence;
};
type Standing = {
  readonly row: Published;
  readonly fact: FactId;
  /** The entry that ended it; Infinity: it stands. */
  readonly ended: number;
  readonly endedAt?: Ms;
};

export function publishedIn(
  items: readonly Item[],
  sections: ReadonlyMap<string, string>,
): readonly Published[] {
  return items.flatMap(({ id: item, kind, from: role, at, seq, facts }) => {
    if (role === undefined || (kind !== 'statement' && kind !== 'picture')) return [];
    const section = sections.get(item);
    return [{ item, kind, role, at, seq, facts, ...(section !== undefined && { section }) }];
  });
}

export function contradictionsIn(
  published: readonly Published[],
  versions: Versions,
): readonly Contradiction[] {
  const claims = published.flatMap((row) =>
    versions.claimed(row.facts).map((fact) => ({ row, fact })),
  );
  const matters = groupBy(claims, ({ fact }) => versions.original(fact));
  return [...matters].flatMap(([original, own]) => {
    if (new Set(own.map(({ fact }) => fact)).size < 2) return [];
    const standing = own.map((claim) => standingOf(claim, own, published));
    return contradictionOf(original, standing);
  });
}

type Claim = { readonly row: Published; readonly fact: FactId };

function standingOf(
  { row, fact }: Claim,
  own: readonly Claim[],
  published: readonly Published[],
): Standing {
  const end =
    row.kind === 'picture'
      ? published.find(
          (next) => next.kind === 'picture' && next.section === row.section && next.seq > row.seq,
        )
      : own.find(
          (next) =>
            next.row.kind === 'statement' &&
            next.row.role === row.role &&
            next.fact !== fact &&
            next.row.seq > row.seq,
        )?.row;
  return { row, fact, ended: end?.seq ?? Infinity, ...(end && { endedAt: end.at }) };
}

function contradictionOf(
  original: FactId,
  standing: readonly Standing[],
): readonly Contradiction[] {
  const against = standing.filter((a) => standing.some((b) => clash(a, b)));
  const [first] = against;
  if (!first) return [];
  const pairs = against.flatMap((a) =>
    against.filter((b) => clash(a, b) && a.row.seq < b.row.seq).map((b) => [a, b] as const),
  );
  const ends = pairs.map(([a, b]) => (a.ended < b.ended ? a : b));
  const last = ends.reduce((late, one) => (one.ended > late.ended ? one : late), ends[0] ?? first);
  const byFact = groupBy(against, ({ fact }) => fact);
  return [
    {
      original,
      versions: [...byFact].map(([fact, rows]) => ({ fact, items: rows.map(({ row }) => row) })),
      roles: [...new Set(against.map(({ row }) => row.role))],
      open: pairs.some(([a, b]) => a.row.kind === 'statement' && b.row.kind === 'statement'),
      from: Math.min(...pairs.map(([, b]) => b.row.at)),
      ...(last.endedAt !== undefined && { until: last.endedAt }),
      evidence: evidence(...against.map(({ row }) => row.seq), ...finite(ends)),
    },
  ];
}

function finite(ends: readonly Standing[]): readonly number[] {
  return ends.map(({ ended }) => ended).filter((seq) => seq < Infinity);
}

/** Both stand at the same time, and say different things. */
function clash(a: Standing, b: Standing): boolean {
  const [first, second] = a.row.seq < b.row.seq ? [a, b] : [b, a];
  return a.fact !== b.fact && a.row !== b.row && second.row.seq < first.ended;
}
