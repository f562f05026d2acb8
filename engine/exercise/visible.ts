/**
 * Who may see which task, decision and attachment: the rules that let through; all else is denied.
 * Knows: plan and state. Does not know: how a row looks (view).
 */
import type { Attachment, Decision, RoleId, Task } from '../plan/plan.ts';
import { strictness } from '../scenario/marking.ts';
import {
  decisionOf,
  knows,
  received,
  type ExerciseState,
  type InjectState,
  type MessageState,
  type PublicationState,
} from './state.ts';

/** Every role that has a letter in the task's plan. */
export function planned(task: Task): readonly RoleId[] {
  const { accountable, responsible, support, consulted, informed } = task;
  return [...accountable, ...responsible, ...support, ...consulted, ...informed];
}

/**
 * A role sees a task that has arisen when the plan gives it a letter in it, when it knows a fact
 * that the task needs or springs from, or when the task was offered to it. It does not see whom
 * the plan names: to know that is what is being exercised.
 */
export function seesTask(state: ExerciseState, role: RoleId, id: string): boolean {
  const task = state.lookup.tasks.get(id);
  const row = state.tasks.get(id);
  if (!task || !row || row.status === 'dormant') return false;
  if (planned(task).includes(role) || row.offeredTo.has(role)) return true;
  const facts = state.lookup.factsOf.get(id) ?? [];
  return facts.some((fact) => knows(state, role, fact));
}

/** Those who decide and those to be heard see an open decision; those to be told, a made one. */
export function seesDecision(state: ExerciseState, role: RoleId, decision: Decision): boolean {
  const status = state.decisions.get(decision.id)?.status ?? 'dormant';
  if (status === 'dormant') return false;
  const part = decision.authority.includes(role) || decision.consult.includes(role);
  return part || (status === 'made' && decision.inform.includes(role));
}

/** Statements are public. The situation picture is every role's that may see what is marked so. */
export function seesPublication(
  state: ExerciseState,
  role: RoleId,
  publication: PublicationState,
): boolean {
  if (publication.kind === 'statement' || publication.role === role) return true;
  const cleared = state.lookup.roles.get(role)?.clearedFor;
  return cleared === undefined || strictness(publication.marking) <= strictness(cleared);
}

/** What the role can open: what it has received, and what was put before everybody that it may see. */
export function openable(
  state: ExerciseState,
  role: RoleId,
  item: string,
): InjectState | MessageState | PublicationState | undefined {
  const publication = state.publications.get(item);
  if (!publication) return received(state, role, item);
  return seesPublication(state, role, publication) ? publication : undefined;
}

/** The decision with this id, the Plan's or a raised one, if the role sees it. */
export function decisionSeen(state: ExerciseState, role: RoleId, id: string): Decision | undefined {
  const decision = decisionOf(state, id);
  return decision && seesDecision(state, role, decision) ? decision : undefined;
}

/** The attachments of the injects that a role has received; no other file is there for it. */
export function filesSeen(state: ExerciseState, role: RoleId): readonly Attachment[] {
  const { files = [] } = state.lookup.plan;
  if (files.length === 0) return [];
  const names = new Set(
    [...state.injects].flatMap(([id, { row }]) =>
      received(state, role, id) ? (row.files ?? []) : [],
    ),
  );
  return files.filter(({ name }) => names.has(name));
}
