/** How decisions, declared awareness and the clocks that it starts change the state. */
import { addDue } from '../agenda.ts';
import type { EventOf } from '../entry.ts';
import type { ExerciseState } from '../state.ts';

export function evolveDecision(
  state: ExerciseState,
  event: EventOf<'decision.opened' | 'decision.recorded'>,
): void {
  const decision = state.decisions.get(event.decision);
  if (!decision) return;
  if (event.type === 'decision.opened') {
    Object.assign(decision, { status: 'open', openedAt: state.at, due: event.due });
    addDue(state.agenda, event.due, { type: 'decision', id: event.decision });
    return;
  }
  const { option, reason, role, how } = event;
  decision.status = 'made';
  decision.made = { option, reason, at: state.at, how, ...(role === undefined ? {} : { role }) };
}

export function evolveClock(
  state: ExerciseState,
  event: EventOf<'awareness.declared' | 'clock.started' | 'clock.met' | 'clock.missed'>,
): void {
  if (event.type === 'awareness.declared') {
    const { type, ...row } = event;
    state.awareness.set(`${row.organisation}:${row.matter}`, { ...row, at: state.at });
    return;
  }
  const clock = state.clocks.get(event.clock);
  if (!clock) return;
  switch (event.type) {
    case 'clock.started':
      clock.status = 'running';
      clock.startedAt = state.at;
      if (event.due !== undefined) {
        clock.due = event.due;
        addDue(state.agenda, event.due, { type: 'clock', id: event.clock });
      }
      return;
    case 'clock.met':
      clock.status = clock.missed ? 'late' : 'met';
      return;
    case 'clock.missed':
      clock.missed = true;
      return;
    default:
      event satisfies never;
  }
}
