/** How decisions, declarations and the clocks that it starts change the state. */
import { addDue } from '../agenda.ts';
import type { EventOf } from '../entry.ts';
import { declaredKey, type ExerciseState, type RaisedDecision } from '../state.ts';

export function evolveDecision(
  state: ExerciseState,
  event: EventOf<
    'decision.opened' | 'decision.raised' | 'decision.discussed' | 'decision.recorded'
  >,
): void {
  if (event.type === 'decision.raised') {
    const { due } = event;
    const raised = raisedDecision(event, state.at);
    const openedAt = state.at;
    state.raised += 1;
    state.decisions.set(event.decision, { status: 'open', raised, openedAt, due, discussion: [] });
    return;
  }
  const decision = state.decisions.get(event.decision);
  if (!decision) return;
  switch (event.type) {
    case 'decision.opened':
      Object.assign(decision, { status: 'open', openedAt: state.at, due: event.due });
      addDue(state.agenda, event.due, { type: 'decision', id: event.decision });
      return;
    case 'decision.discussed':
      decision.discussion.push({ role: event.role, at: state.at, text: event.text });
      return;
    case 'decision.recorded': {
      const { type, decision: id, ...made } = event;
      decision.status = 'made';
      decision.made = { ...made, at: state.at };
      return;
    }
    default:
      event satisfies never;
  }
}

function raisedDecision(event: EventOf<'decision.raised'>, at: number): RaisedDecision {
  const { decision, role, question, options, due } = event;
  return {
    id: decision,
    question,
    options,
    authority: [role],
    consult: event.with,
    inform: [],
    needs: [],
    within: due - at,
    // Nothing is taken by itself: whether anybody decides is what one wants to see.
    default: '',
    phases: [],
    domain: 'both',
    objectives: [],
    raisedBy: role,
  };
}

export function evolveClock(
  state: ExerciseState,
  event: EventOf<'awareness.declared' | 'clock.started' | 'clock.met' | 'clock.missed'>,
): void {
  if (event.type === 'awareness.declared') {
    const { type, ...row } = event;
    state.awareness.set(declaredKey(row), { ...row, at: state.at });
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
