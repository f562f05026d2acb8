/** How seats, exercise control and what it writes down change the state. */
import type { EventOf, Moment } from '../entry.ts';
import type { ExerciseState } from '../state.ts';

export function evolvePeople(
  state: ExerciseState,
  event: EventOf<
    | 'observation.noted'
    | 'record.noted'
    | 'hotwash.answered'
    | 'seat.taken'
    | 'seat.left'
    | 'practice.finished'
    | 'call.noted'
    | 'simcell.played'
    | 'staff.joined'
    | 'staff.left'
    | 'staff.handed'
  >,
  moment: Moment,
): void {
  const by = moment.by.type === 'facilitator' ? moment.by.name : moment.by.type;
  switch (event.type) {
    case 'observation.noted': {
      const { type, ...row } = event;
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
    case 'record.noted': {
      const { type, note, ...row } = event;
      state.notes.set(note, { ...row, id: note, at: state.at, by });
      return;
    }
    case 'call.noted': {
      const { type, call, ...row } = event;
      state.calls.set(call, { ...row, id: call, at: state.at, by });
      return;
    }
    case 'simcell.played':
      state.players.set(event.role, event.by);
      return;
    case 'staff.joined': {
      const { type, staff, ...row } = event;
      state.staff.set(staff, { ...row, id: staff });
      return;
    }
    case 'staff.left':
      state.staff.delete(event.staff);
      // What this one played is played by whoever comes to it.
      for (const [role, by] of [...state.players]) {
        if (by === event.staff) state.players.delete(role);
      }
      return;
    case 'staff.handed':
      state.staff.set(event.from, { id: event.from, kind: 'controller' });
      state.staff.set(event.to, { id: event.to, kind: 'lead' });
      return;
    case 'seat.left':
      state.seats.delete(event.seat);
      return;
    default:
      event satisfies never;
  }
}
