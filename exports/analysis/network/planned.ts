/**
 * Who was meant to deal with whom, and who did: planned ties beside the observed ones.
 * Knows: the plan's ties that came up. Does not know: whether others were worth having.
 */
import type { RoleId } from '../../../engine/plan/plan.ts';
import type { Cast } from '../cast.ts';
import { type History, by, of } from '../history.ts';

/**
 * Somebody of `from` was meant to deal with somebody of `to`. It is kept when one pair did: a plan
 * that names five senders does not ask for five messages.
 */
export type Tie = {
  readonly kind: 'interface' | 'expectation' | 'consult' | 'inform';
  /** The interface's, the expectation's, the task's or the decision's. */
  readonly id: string;
  readonly from: readonly RoleId[];
  readonly to: readonly RoleId[];
  readonly kept: boolean;
};

/** Ties between players that came up: known facts, open obligations, tasks and decisions that arose. */
export function tiesOf(
  history: History,
  cast: Cast,
  met: (from: RoleId, to: RoleId) => boolean,
): readonly Tie[] {
  const ties = [
    ...interfaces(history),
    ...expected(history),
    ...tasks(history),
    ...decisions(history),
  ];
  return ties.flatMap(({ kind, id, from, to }) => {
    const [senders, receivers] = [from.filter(cast.plays), to.filter(cast.plays)];
    const apart = senders.some((one) => receivers.some((other) => one !== other));
    if (!apart) return [];
    const kept = senders.some((one) => receivers.some((other) => one !== other && met(one, other)));
    return [{ kind, id, from: senders, to: receivers, kept }];
  });
}

type Planned = Omit<Tie, 'kept'>;

function interfaces(history: History): readonly Planned[] {
  return history.plan.interfaces
    .filter(
      ({ id, from, carries }) =>
        carries.some((fact) =>
          by(history, 'fact.known', 'fact', fact).some((h) => from.includes(h.event.role)),
        ) ||
        history.plan.tasks.some(
          (task) =>
            task.interface === id && by(history, 'task.started', 'task', task.id).length > 0,
        ),
    )
    .map(({ id, from, to }) => ({ kind: 'interface', id, from, to }));
}

function expected(history: History): readonly Planned[] {
  const opened = new Set(of(history, 'obligation.opened').map((h) => h.event.obligation));
  return history.plan.expectations
    .filter((row) => row.does === 'message' && opened.has(row.id))
    .map(({ id, role, to }) => ({ kind: 'expectation', id, from: [role], to }));
}

function tasks(history: History): readonly Planned[] {
  return history.plan.tasks.flatMap((task): readonly Planned[] => {
    if (by(history, 'task.started', 'task', task.id).length === 0) return [];
    const from = [...new Set([...task.accountable, ...task.responsible])];
    return [
      ...task.consulted.map((role) => tie('consult', task.id, from, role)),
      ...task.informed.map((role) => tie('inform', task.id, from, role)),
    ];
  });
}

function decisions(history: History): readonly Planned[] {
  return history.plan.decisions.flatMap((row): readonly Planned[] => {
    if (by(history, 'decision.opened', 'decision', row.id).length === 0) return [];
    return [
      ...row.consult.map((role) => tie('consult', row.id, row.authority, role)),
      ...row.inform.map((role) => tie('inform', row.id, row.authority, role)),
    ];
  });
}

const tie = (kind: Tie['kind'], id: string, from: readonly RoleId[], to: RoleId): Planned => ({
  kind,
  id,
  from,
  to: [to],
});
