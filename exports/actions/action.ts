/**
 * An action in the improvement register: what a finding led to, whose it is, and how far it has come.
 * Knows: actions and their history, which only grows. Does not know: files, or today.
 */
import type { Text } from '../../engine/scenario/text.ts';
import { type Fingerprint, isSame } from '../analysis/followup/fingerprint.ts';
import type { Severity } from '../analysis/finding.ts';
import type { Element } from '../finding.ts';

export const STATUSES = ['open', 'doing', 'done', 'dropped'] as const;
export type Status = (typeof STATUSES)[number];

/** An exercise in which the finding was made. `on`: its ENDEX, a calendar date. */
export type Sighting = {
  readonly exercise: string;
  readonly scenario: string;
  readonly finding: string;
  readonly on?: string | undefined;
};
export type Set = {
  readonly owner?: string | undefined;
  /** A calendar date, `YYYY-MM-DD`. */
  readonly due?: string | undefined;
  readonly status?: Status | undefined;
  readonly note?: string | undefined;
};
export type Action = {
  /** `A1` … in the order in which they came. */
  readonly id: string;
  readonly fingerprint: Fingerprint;
  readonly title: Text;
  readonly action: Text;
  readonly element: Element;
  readonly severity: Severity;
  /** The organisation that the plan gives the matter; absent: exercise control. */
  readonly organisation?: string | undefined;
  readonly owner: string;
  readonly due?: string | undefined;
  readonly status: Status;
  readonly seen: readonly Sighting[];
  /** What was set when, the oldest first. `at`: ISO 8601 UTC. */
  readonly history: readonly (Set & { readonly at: string })[];
};
/** What the register needs of a finding. */
export type Draft = Pick<
  Action,
  'fingerprint' | 'title' | 'action' | 'element' | 'severity' | 'organisation' | 'owner' | 'due'
> & { readonly sighting: Sighting };

export type Added = {
  readonly actions: readonly Action[];
  readonly fresh: readonly string[];
  /** Known from an earlier exercise, and found again. */
  readonly again: readonly string[];
};

/** Takes the drafts in. A finding that is there already is not taken twice. */
export function addDrafts(actions: readonly Action[], drafts: readonly Draft[], at: string): Added {
  const [fresh, again] = [[] as string[], [] as string[]];
  let all = actions;
  for (const { sighting, ...draft } of drafts) {
    const known = all.find((row) => isSame(row.fingerprint, draft.fingerprint));
    if (!known) {
      const id = `A${all.length + 1}`;
      const history = [{ at, owner: draft.owner, due: draft.due, status: 'open' as const }];
      all = [...all, { id, ...draft, status: 'open', seen: [sighting], history }];
      fresh.push(id);
    } else if (!known.seen.some((seen) => seen.exercise === sighting.exercise)) {
      const seen = [...known.seen, sighting];
      all = all.map((row) => (row === known ? { ...row, seen } : row));
      again.push(known.id);
    }
  }
  return { actions: all, fresh, again };
}

/** Undefined when there is no such action. What is not named stays. */
export function setAction(
  actions: readonly Action[],
  id: string,
  change: Set,
  at: string,
): readonly Action[] | undefined {
  if (!actions.some((row) => row.id === id)) return undefined;
  const { note: _, ...fields } = change;
  const named = Object.entries(fields).filter(([, value]) => value !== undefined);
  return actions.map((row) =>
    row.id === id
      ? { ...row, ...Object.fromEntries(named), history: [...row.history, { at, ...change }] }
      : row,
  );
}

export const isOpen = ({ status }: Action): boolean => status === 'open' || status === 'doing';

/** Calendar dates in this form are in order as text is. */
export function isOverdue(action: Action, today: string): boolean {
  return isOpen(action) && action.due !== undefined && action.due < today;
}

/** The actions that an earlier exercise than this one has led to, for the same finding. */
export function priorTo(
  actions: readonly Action[],
  fingerprint: Fingerprint,
  exercise: string,
): readonly Action[] {
  return actions.filter(
    (row) =>
      isSame(row.fingerprint, fingerprint) && row.seen.some((seen) => seen.exercise !== exercise),
  );
}
