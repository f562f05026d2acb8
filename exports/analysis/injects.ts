/**
 * Each inject of the script, and each that control wrote: when it was meant to come and to whom, when
 * it came, and what the receivers did with it. Knows: releases. Does not know: what was expected.
 */
import type { ReleaseCause } from '../../engine/exercise/entry.ts';
import type { RoleId } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import { type Evidence, type History, by, evidence, groupBy, inOrder, of } from './history.ts';
import type { Items } from './items.ts';

export type InjectResult = {
  readonly inject: string;
  /** Absent for one that control wrote while the exercise ran. */
  readonly number?: number;
  /** Exercise ms by the script, or as first scheduled; absent where only people or events decide. */
  readonly plannedAt?: Ms;
  readonly plannedTo: readonly RoleId[];
  /** `waiting`: neither released nor given up when the journal ends. */
  readonly status: 'released' | 'held' | 'skipped' | 'passed' | 'waiting';
  readonly releasedAt?: Ms;
  readonly cause?: ReleaseCause;
  readonly to: readonly RoleId[];
  /** How many of the receivers opened it, acknowledged it, and wrote back. */
  readonly opened: number;
  readonly acknowledged: number;
  readonly answered: number;
  readonly evidence: Evidence;
};

export function analyseInjects(history: History, items: Items): readonly InjectResult[] {
  const replies = groupBy(
    items.all.filter((item) => item.replyTo !== undefined),
    (item) => item.replyTo,
  );
  const result = (row: Planned): InjectResult => resultOf(history, items, replies, row);
  return [
    ...history.plan.injects.map(({ id, number, to, trigger }) =>
      result({ id, number, to, ...(trigger.type === 'at' && { at: trigger.at }) }),
    ),
    ...of(history, 'inject.written').map(({ event: { inject: id, row } }) =>
      result({ id, to: row.to }),
    ),
  ];
}

type Planned = {
  readonly id: string;
  readonly number?: number;
  readonly to: readonly RoleId[];
  readonly at?: Ms;
};

function resultOf(
  history: History,
  items: Items,
  replies: ReadonlyMap<string | undefined, Items['all']>,
  { id, number, to: plannedTo, at }: Planned,
): InjectResult {
  const [released] = by(history, 'inject.released', 'inject', id);
  const [scheduled] = by(history, 'inject.scheduled', 'inject', id);
  const plannedAt = at ?? scheduled?.event.due;
  const to = released?.event.to ?? [];
  const item = items.byId.get(id);
  const acknowledged = by(history, 'item.acknowledged', 'item', id).map(({ event }) => event.role);
  const answered = (replies.get(id) ?? []).flatMap((reply) => reply.from ?? []);
  const among = (roles: readonly RoleId[]): number => {
    const some = new Set(roles);
    return to.filter((role) => some.has(role)).length;
  };
  const end = statusOf(history, id);
  return {
    inject: id,
    ...(number !== undefined && { number }),
    ...(plannedAt !== undefined && { plannedAt }),
    plannedTo,
    status: released ? 'released' : end.status,
    ...(released && { releasedAt: released.at, cause: released.event.cause }),
    to,
    opened: item ? to.filter((role) => items.opened(item, role)).length : 0,
    acknowledged: among(acknowledged),
    answered: among(answered),
    evidence: evidence(released?.seq ?? end.seq),
  };
}

/** What became of one that never came: the last thing that was said of it. */
function statusOf(
  history: History,
  id: string,
): { readonly status: 'held' | 'skipped' | 'passed' | 'waiting'; readonly seq?: number } {
  const said = [
    ...by(history, 'inject.held', 'inject', id).map(
      ({ seq }) => ({ status: 'held', seq }) as const,
    ),
    ...by(history, 'inject.unheld', 'inject', id).map(
      ({ seq }) => ({ status: 'waiting', seq }) as const,
    ),
    ...by(history, 'inject.skipped', 'inject', id).map(
      ({ seq }) => ({ status: 'skipped', seq }) as const,
    ),
    ...by(history, 'inject.passed', 'inject', id).map(
      ({ seq }) => ({ status: 'passed', seq }) as const,
    ),
  ];
  return said.sort(inOrder).at(-1) ?? { status: 'waiting' };
}
