/** Answering what the exercise asks: polls, probes, the hot wash. */
import { UNSURE, type RoleId } from '../../plan/plan.ts';
import { emit, type Run, type Verdict } from '../run.ts';
import type { Of } from './of.ts';

/** The first answer stands: a belief that was thought over again is another belief. */
export function answerQuestion(run: Run, role: RoleId, input: Of<'question.answer'>): Verdict {
  const { state } = run;
  const { question: id, answer } = input;
  const question = state.questions.get(id);
  if (question?.status !== 'asked' || !question.row.to.includes(role)) return 'question-not-open';
  if (question.answers.has(role)) return 'already-answered';
  const { row } = question;
  const known =
    row.kind === 'poll'
      ? state.lookup.roles.has(answer)
      : row.options.some((option) => option.id === answer);
  if (!known && answer !== UNSURE) return 'unknown-answer';
  emit(run, { type: 'question.answered', question: id, role, answer });
  return undefined;
}

export function answerHotWash(run: Run, role: RoleId, input: Of<'hotwash.answer'>): Verdict {
  const { question, text } = input;
  const known = run.state.lookup.plan.hotWash.some(({ id }) => id === question);
  if (!known) return 'unknown-question';
  if (text.trim() === '') return 'empty-text';
  emit(run, { type: 'hotwash.answered', question, role, text });
  return undefined;
}
