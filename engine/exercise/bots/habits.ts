/**
 * What bots notice, and which habit each thing wakes. Knows: events.
 * Does not know: when what is meant is carried out.
 */
import type { ExerciseEvent } from '../entry.ts';
import type { ExerciseState } from '../state.ts';
import { becomeAware } from './awareness.ts';
import type { Manner } from './behaviour.ts';
import { decide } from './decisions.ts';
import type { Plot } from './intent.ts';
import { meet, openSoon, replyTo } from './items.ts';
import { answerSoon } from './questions.ts';
import { speakFor } from './simulated.ts';
import { answerOffer, takeUp } from './tasks.ts';
import { passOn, tellOutcome } from './telling.ts';

export function followHabits(
  state: ExerciseState,
  event: ExerciseEvent,
  plot: Plot,
  manner: Manner,
): void {
  switch (event.type) {
    case 'inject.released':
      for (const role of event.to) openSoon(state, event.inject, role, plot, manner);
      return;
    case 'obligation.opened':
      meet(state, event.obligation, plot, manner);
      return;
    case 'message.sent':
      for (const role of event.to) openSoon(state, event.message, role, plot, manner);
      for (const role of event.to) {
        const message = state.messages.get(event.message);
        speakFor(state, role, message ? [message] : [], plot, manner);
      }
      if (event.asks) replyTo(event, plot, manner);
      return;
    case 'simcell.played':
      speakFor(state, event.role, state.messages.values(), plot, manner);
      return;
    case 'fact.known':
      passOn(state, event.fact, event.role, plot, manner);
      becomeAware(state, event.role, plot, manner);
      return;
    case 'task.started':
      takeUp(state, event.task, plot, manner);
      return;
    case 'task.done':
      tellOutcome(state, event.task, event.role, plot, manner);
      return;
    case 'decision.opened':
      decide(state, event.decision, plot, manner);
      return;
    case 'handover.offered':
    case 'task.assigned':
      answerOffer(event, plot, manner);
      return;
    case 'question.asked':
      answerSoon(event, plot, manner);
      return;
    default:
  }
}
