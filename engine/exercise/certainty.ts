/**
 * How sure one is of what one passes on. Knows: what an item says of its facts, and the surest that
 * a role has been told. Does not know: what is true, nor who may see an item.
 */
import type { FactId, RoleId } from '../plan/plan.ts';
import { CERTAINTIES, type Certainty } from '../scenario/schema.ts';
import type { Sureness } from './entry.ts';
import type { ExerciseState, InjectState, MessageState, PublicationState } from './state.ts';

type Stating = { readonly certainty?: Sureness };

/** From 0, in ascending order. */
export function firmness(certainty: Certainty): number {
  return CERTAINTIES.indexOf(certainty);
}

export function firmer(a: Certainty | undefined, b: Certainty): Certainty {
  return a !== undefined && firmness(a) >= firmness(b) ? a : b;
}

/** What an item says of its facts: an inject what the plan does, anything else what was written. */
export function stating(
  state: ExerciseState,
  item: InjectState | MessageState | PublicationState,
): Stating {
  if (!('row' in item)) return said(item.certainty);
  const { facts } = state.lookup;
  return said(
    Object.fromEntries(
      item.row.facts.flatMap((id) => {
        const certainty = facts.get(id)?.certainty;
        return certainty === undefined ? [] : [[id, certainty]];
      }),
    ),
  );
}

/** The surest that the role has read of each fact; a fact of which nothing was said is left out. */
export function heard(state: ExerciseState, role: RoleId, facts: readonly FactId[]): Stating {
  return said(
    Object.fromEntries(
      facts.flatMap((fact) => {
        const certainty = state.heard.get(fact)?.get(role);
        return certainty === undefined ? [] : [[fact, certainty]];
      }),
    ),
  );
}

/** Takes notice of what a role reads. */
export function hear(
  state: ExerciseState,
  role: RoleId,
  item: InjectState | MessageState | PublicationState,
): void {
  for (const [fact, certainty] of Object.entries(stating(state, item).certainty ?? {})) {
    const roles = state.heard.get(fact);
    roles?.set(role, firmer(roles.get(role), certainty));
  }
}

/** An empty statement is none. */
export function said(certainty: Sureness | undefined): Stating {
  return certainty && Object.keys(certainty).length > 0 ? { certainty } : {};
}

/** Something is said of a fact that does not go with it. */
export function strays({
  facts = [],
  certainty = {},
}: {
  readonly facts?: readonly FactId[] | undefined;
  readonly certainty?: Sureness | undefined;
}): boolean {
  return Object.keys(certainty).some((fact) => !facts.includes(fact));
}
