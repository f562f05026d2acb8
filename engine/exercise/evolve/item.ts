/** How opening, acknowledging, writing and learning change the state. */
import type { Ms } from '../../scenario/time.ts';
import { hear } from '../certainty.ts';
import type { EventOf, Moment } from '../entry.ts';
import { received, type ExerciseState, type Times } from '../state.ts';
import { openable } from '../visible.ts';

function note(times: Times | undefined, role: string, at: Ms): void {
  if (times && !times.has(role)) times.set(role, at);
}

/** Tells who wrote a message that it was answered, once an answer has come to them. */
export function noteAnswer(state: ExerciseState, message: string, to: readonly string[]): void {
  const asked = state.messages.get(message);
  if (asked && to.includes(asked.from)) note(asked.answered, asked.from, state.at);
}

export function evolveItem(
  state: ExerciseState,
  event: EventOf<'item.opened' | 'item.acknowledged' | 'message.sent' | 'fact.known'>,
  moment: Moment,
): void {
  switch (event.type) {
    case 'item.opened': {
      const item = openable(state, event.role, event.item);
      if (item) hear(state, event.role, item);
      note(item?.opened, event.role, state.at);
      return;
    }
    case 'item.acknowledged':
      note(received(state, event.role, event.item)?.acknowledged, event.role, state.at);
      return;
    case 'fact.known':
      note(state.facts.get(event.fact), event.role, state.at);
      return;
    case 'message.sent': {
      const { type, message, ...row } = event;
      state.messages.set(message, {
        ...row,
        id: message,
        seq: moment.seq,
        at: state.at,
        opened: new Map(),
        acknowledged: new Map(),
        answered: new Map(),
      });
      if (event.replyTo !== undefined) {
        note(received(state, event.from, event.replyTo)?.answered, event.from, state.at);
        noteAnswer(state, event.replyTo, event.to);
      }
      return;
    }
    default:
      event satisfies never;
  }
}
