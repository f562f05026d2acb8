/** How polls and probes change the state: asked, skipped, answered. */
import { addDue } from '../agenda.ts';
import type { EventOf } from '../entry.ts';
import type { ExerciseState } from '../state.ts';

export function evolveQuestion(
  state: ExerciseState,
  event: EventOf<
    'question.scheduled' | 'question.asked' | 'question.skipped' | 'question.answered'
  >,
): void {
  const question = state.questions.get(event.question);
  if (!question) return;
  switch (event.type) {
    case 'question.scheduled':
      question.due = event.due;
      addDue(state.agenda, event.due, {
        type: 'question',
        id: event.question,
        moved: question.moved,
      });
      return;
    case 'question.asked':
      question.status = 'asked';
      question.askedAt = state.at;
      return;
    case 'question.skipped':
      question.status = 'skipped';
      return;
    case 'question.answered':
      question.answers.set(event.role, { answer: event.answer, at: state.at });
      return;
    default:
      event satisfies never;
  }
}
