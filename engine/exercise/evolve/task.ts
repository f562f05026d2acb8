/** How claims, handovers and the doing of tasks change the state. */
import { addDue } from '../agenda.ts';
import type { EventOf } from '../entry.ts';
import type { ExerciseState } from '../state.ts';

export function evolveTask(
  state: ExerciseState,
  event: EventOf<
    | 'task.started'
    | 'task.overdue'
    | 'task.claimed'
    | 'task.assigned'
    | 'task.released'
    | 'task.done'
    | 'handover.offered'
    | 'handover.accepted'
    | 'handover.declined'
  >,
): void {
  const task = state.tasks.get(event.task);
  if (!task) return;
  // What was offered goes with what was held; who assigned a task need never have held it.
  const drop = (role: string): void => {
    task.holders = task.holders.filter((holder) => holder.role !== role);
    task.offers = task.offers.filter((offer) => offer.from !== role || offer.assigned);
  };
  const since = state.at;
  switch (event.type) {
    case 'task.started':
      Object.assign(task, { status: 'open', startedAt: since, due: event.due });
      addDue(state.agenda, event.due, { type: 'task', id: event.task });
      return;
    case 'task.overdue':
      task.overdue = true;
      return;
    case 'task.claimed':
      drop(event.role);
      // What it was asked to do it has now done, whether or not it says so to the one who asked.
      task.offers = task.offers.filter(
        ({ to, as, assigned }) => !assigned || to !== event.role || as !== event.as,
      );
      task.holders = [...task.holders, { role: event.role, as: event.as, since }];
      return;
    case 'task.released':
      drop(event.role);
      return;
    case 'task.done':
      task.status = 'done';
      task.offers = [];
      task.done = {
        role: event.role,
        at: since,
        note: event.note,
        ...(event.outside ? { outside: event.outside } : {}),
      };
      return;
    case 'task.assigned':
    case 'handover.offered': {
      const { type, task: id, ...offer } = event;
      const assigned = type === 'task.assigned' ? { assigned: true as const } : {};
      task.offers = [...task.offers, { ...offer, ...assigned, at: since }];
      task.offeredTo.add(event.to);
      return;
    }
    case 'handover.accepted':
      drop(event.from);
      drop(event.to);
      task.holders = [...task.holders, { role: event.to, as: event.as, since }];
      return;
    case 'handover.declined': {
      const { from, to, reason } = event;
      const offer = task.offers.find((one) => one.from === from && one.to === to);
      if (!offer) return;
      const assigned = offer.assigned ? { assigned: offer.assigned } : {};
      task.declined = [
        ...task.declined,
        { from, to, as: offer.as, at: since, reason, ...assigned },
      ];
      task.offers = task.offers.filter((one) => one !== offer);
      return;
    }
    default:
      event satisfies never;
  }
}
