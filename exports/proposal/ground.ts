/**
 * What the rules of the proposal read, and what they share: who plays, whose word is in doubt.
 * Knows: the analysis's parts. Does not know: changes' kinds.
 */
import type { Plan, Role, RoleId } from '../../engine/plan/plan.ts';
import type { Beliefs } from '../analysis/beliefs.ts';
import { DOUBTS, type Doubt, type Finding } from '../analysis/finding.ts';
import { type Evidence, type History, evidence } from '../analysis/history.ts';
import type { Items } from '../analysis/items.ts';
import type { Responsibility } from '../analysis/responsibility.ts';
import type { Validity } from '../analysis/validity.ts';
import type { Change, Edit, Grounded, Why } from './change.ts';

export type Ground = {
  readonly history: History;
  readonly items: Items;
  readonly responsibility: Responsibility;
  readonly beliefs: Beliefs;
  readonly validity: Validity;
  readonly findings: readonly Finding[];
};
/** A change before it has its number and its confidence. */
export type Draft = Grounded & { readonly edit: Edit; readonly why: Why };

/** Doubts that leave too little to change a plan on. */
const GRAVE: readonly Doubt[] = ['unseated', 'bots', 'cut', 'few'];

export function numbered(drafts: readonly Draft[]): readonly Change[] {
  return drafts.map((draft, i) => ({
    id: `P${i + 1}`,
    ...draft,
    confidence: draft.doubts.some((doubt) => GRAVE.includes(doubt)) ? 'low' : 'medium',
  }));
}

/** What a change rests on: findings with their doubts, and those of the roles that it is about. */
export function grounded(
  { validity }: Ground,
  findings: readonly Finding[],
  roles: readonly RoleId[],
  entries: Evidence,
  more: readonly Doubt[] = [],
): Grounded {
  const seen = new Set<Doubt>([...findings.flatMap((finding) => finding.doubts), ...more]);
  if (roles.some((role) => validity.bots.includes(role))) seen.add('bots');
  return {
    findings: findings.map(({ id }) => id),
    doubts: DOUBTS.filter((doubt) => seen.has(doubt)),
    evidence: evidence(entries, ...findings.map((finding) => finding.evidence)),
  };
}

export function playedRoles({ roles }: Plan): ReadonlyMap<RoleId, Role> {
  return new Map(
    roles.filter(({ playedBy }) => playedBy === 'participant').map((role) => [role.id, role]),
  );
}
