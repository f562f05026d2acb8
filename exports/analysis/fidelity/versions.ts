/**
 * Which facts are versions of the same matter. Knows: the plan's facts. Does not know: who was told
 * which of them.
 */
import type { FactId, Plan } from '../../../engine/plan/plan.ts';
import type { Certainty } from '../../../engine/scenario/schema.ts';

export type Versions = {
  /** The true fact of which it is a version; itself where it is none. */
  readonly original: (fact: FactId) => FactId;
  readonly isVariant: (fact: FactId) => boolean;
  /** How sure those are who first tell it. */
  readonly planned: (fact: FactId) => Certainty;
  /**
   * The versions that an item holds out as true: one that carries the true fact beside a changed
   * version puts it right.
   */
  readonly claimed: (facts: readonly FactId[]) => readonly FactId[];
};

export function versionsOf(plan: Plan): Versions {
  const rows = new Map(plan.facts.map((fact) => [fact.id, fact]));
  const original = (fact: FactId): FactId => rows.get(fact)?.variantOf ?? fact;
  const isVariant = (fact: FactId): boolean => rows.get(fact)?.variantOf !== undefined;
  return {
    original,
    isVariant,
    planned: (fact) => rows.get(fact)?.certainty ?? 'confirmed',
    claimed: (facts) => facts.filter((fact) => !isVariant(fact) || !facts.includes(original(fact))),
  };
}
