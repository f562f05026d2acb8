/** How statements, the situation picture and what is said about the exercise change the state. */
import type { EventOf, Moment } from '../entry.ts';
import type { ExerciseState } from '../state.ts';

export function evolvePublication(
  state: ExerciseState,
  event: EventOf<'statement.published' | 'picture.updated'>,
  { seq, at }: Moment,
): void {
  const base = { seq, at, opened: new Map() };
  if (event.type === 'statement.published') {
    const { type, statement: id, ...row } = event;
    state.publications.set(id, { ...row, ...base, id, kind: 'statement' });
  } else {
    const { type, picture: id, ...row } = event;
    state.publications.set(id, { ...row, ...base, id, kind: 'picture' });
  }
}

export function evolveReport(
  state: ExerciseState,
  event: EventOf<'control.asked' | 'control.answered' | 'record.contested' | 'outside.reported'>,
): void {
  const { at } = state;
  switch (event.type) {
    case 'control.asked': {
      const { type, ask: id, ...row } = event;
      state.asks.set(id, { ...row, id, at });
      return;
    }
    case 'control.answered': {
      const ask = state.asks.get(event.ask);
      if (ask) ask.answer = { at, text: event.text };
      return;
    }
    case 'record.contested': {
      const { type, contest: id, ...row } = event;
      state.contests.set(id, { ...row, id, at });
      return;
    }
    case 'outside.reported': {
      const { type, report: id, ...row } = event;
      state.outside.set(id, { ...row, id, at });
      return;
    }
    default:
      event satisfies never;
  }
}
