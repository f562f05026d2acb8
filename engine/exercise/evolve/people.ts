/** How seats, observations and hot-wash answers change the state. */
import type { EventOf, Moment } from '../entry.ts';
import type { ExerciseState } from '../state.ts';

export function evolvePeople(
  state: ExerciseState,
  event: EventOf<
    'observation.noted' | 'hotwash.answered' | 'seat.taken' | 'seat.left' | 'practice.finished'
  >,
  moment: Moment,
): void {
  switch (event.type) {
    case 'observation.noted': {
      const { type, ...row } = event;
      const by = moment.by.type === 'facilitator' ? moment.by.name : moment.by.type;
      const id = String(state.observations.length + 1);
      state.observations.push({ ...row, id, at: state.at, by });
      return;
    }
    case 'hotwash.answered': {
      const { role, question, text } = event;
      state.hotwash.set(`${role}:${question}`, { role, question, text });
      return;
    }
    case 'seat.taken': {
      const { type, seat, ...row } = event;
      state.seats.set(seat, { ...row, id: seat });
      return;
    }
    case 'practice.finished': {
      const { opened, acknowledged } = event;
      const seat = state.seats.get(event.seat);
      if (seat) seat.practice = { opened, acknowledged };
      return;
    }
    case 'seat.left':
      state.seats.delete(event.seat);
      return;
    default:
      event satisfies never;
  }
}
