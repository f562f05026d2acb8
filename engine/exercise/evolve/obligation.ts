/** How an obligation's life changes the state. */
import {
  nextObligation,
  NEW_OBLIGATION,
  type ObligationStep,
} from '../../plan/lifecycle.machine.ts';
import { addDue } from '../agenda.ts';
import type { EventOf } from '../entry.ts';
import type { ExerciseState } from '../state.ts';

export function evolveObligation(
  state: ExerciseState,
  event: EventOf<
    | 'obligation.opened'
    | 'obligation.met'
    | 'obligation.overdue'
    | 'obligation.late'
    | 'obligation.lapsed'
    | 'obligation.waived'
    | 'obligation.outside'
  >,
): void {
  const id = event.obligation;
  if (event.type === 'obligation.opened') {
    const row = state.lookup.expectations.get(id);
    if (!row) return;
    state.obligations.set(id, { row, due: event.due, status: NEW_OBLIGATION });
    const pending = state.pending.get(row.role);
    if (pending) pending.add(id);
    else state.pending.set(row.role, new Set([id]));
    addDue(state.agenda, event.due, { type: 'obligation', id });
    return;
  }
  const obligation = state.obligations.get(id);
  if (!obligation) return;
  const steps: Record<typeof event.type, ObligationStep> = {
    'obligation.met': 'fulfil',
    'obligation.late': 'fulfil',
    'obligation.overdue': 'expire',
    'obligation.lapsed': 'lapse',
    'obligation.waived': 'waive',
    'obligation.outside': 'excuse',
  };
  obligation.status = nextObligation(obligation.status, steps[event.type]) ?? obligation.status;
  if (event.type !== 'obligation.overdue') state.pending.get(obligation.row.role)?.delete(id);
}
