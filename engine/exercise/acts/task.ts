/** Taking tasks on, giving them to others, finishing them. */
import type { RoleId } from '../../plan/plan.ts';
import { emit, type Run, type Verdict } from '../run.ts';
import type { TaskState } from '../state.ts';
import { seesTask } from '../visible.ts';
import type { Of } from './of.ts';

type TaskInput = Of<
  | 'task.claim'
  | 'task.release'
  | 'task.finish'
  | 'task.assign'
  | 'handover.offer'
  | 'handover.accept'
  | 'handover.decline'
>;

export function actOnTask(run: Run, role: RoleId, input: TaskInput): Verdict {
  const { task: id } = input;
  const task = run.state.tasks.get(id);
  if (!task || !seesTask(run.state, role, id)) return 'unknown-task';
  if (task.status !== 'open') return 'task-not-open';
  const held = task.holders.find((holder) => holder.role === role);
  switch (input.type) {
    case 'task.claim':
      if (held?.as === input.as) return 'task-held';
      emit(run, { type: 'task.claimed', task: id, role, as: input.as });
      return undefined;
    case 'task.release':
      if (!held) return 'task-not-held';
      emit(run, { type: 'task.released', task: id, role });
      return undefined;
    case 'task.finish': {
      const outside = input.outside ? { outside: input.outside } : {};
      emit(run, { type: 'task.done', task: id, role, note: input.note, ...outside });
      return undefined;
    }
    case 'task.assign': {
      const wrong = whyNotTo(run, task, role, input.to);
      if (wrong) return wrong;
      const has = task.holders.some((one) => one.role === input.to && one.as === input.as);
      if (has) return 'task-held';
      const { type, ...asked } = input;
      emit(run, { ...asked, type: 'task.assigned', from: role });
      return undefined;
    }
    case 'handover.offer': {
      if (!held) return 'task-not-held';
      const wrong = whyNotTo(run, task, role, input.to);
      if (wrong) return wrong;
      const { type, ...offer } = input;
      emit(run, { ...offer, type: 'handover.offered', from: role, as: held.as });
      return undefined;
    }
    case 'handover.accept':
    case 'handover.decline':
      return answerOffer(run, role, task, input);
    default:
      return input satisfies never;
  }
}

function whyNotTo({ state }: Run, task: TaskState, role: RoleId, to: RoleId): Verdict {
  if (to === role) return 'own-role';
  if (!state.lookup.roles.has(to)) return 'unknown-role';
  const pending = task.offers.some((offer) => offer.from === role && offer.to === to);
  return pending ? 'handover-pending' : undefined;
}

/** An assignment taken on is a claim like any other: the one who assigned need not have held it. */
function answerOffer(
  run: Run,
  role: RoleId,
  { offers }: TaskState,
  input: Of<'handover.accept' | 'handover.decline'>,
): Verdict {
  const { task } = input;
  const offer = offers.find(({ from, to }) => from === input.from && to === role);
  if (!offer) return 'no-handover';
  const { from, as } = offer;
  if (input.type === 'handover.decline') {
    if (input.reason.trim() === '') return 'empty-text';
    emit(run, { type: 'handover.declined', task, from, to: role, reason: input.reason });
  } else if (offer.assigned) {
    emit(run, { type: 'task.claimed', task, role, as, assignedBy: from });
  } else {
    emit(run, { type: 'handover.accepted', task, from, to: role, as });
  }
  return undefined;
}
