/**
 * Polls and probes, as the page asks them. Knows: what one can answer, and what one did.
 * Does not know: how they look, or what is true; the host tells no role that.
 */
import { byCodeUnit, UNSURE, type Lang } from '../engine/runtime/protocol.ts';
import type { QuestionRow, RoleRow, RoleView } from '../engine/exercise/rows.ts';
import type { Words } from './text.ts';
import { companies, line, openQuestions, roleName, unanswered, type Company } from './view.ts';

/** So many are shown at a time: a heap of questions is answered without thought. */
export const SHOWN = 3;

/** The last answered first. */
export function answeredQuestions(view: RoleView): readonly QuestionRow[] {
  return Object.values(view.questions)
    .filter(({ answer }) => answer !== undefined)
    .sort((a, b) => (b.answeredAt ?? 0) - (a.answeredAt ?? 0) || byCodeUnit(a.id, b.id));
}

/** Those that nobody can answer any more. */
export function missedQuestions(view: RoleView): readonly QuestionRow[] {
  return openQuestions(view).length > 0 ? [] : unanswered(view);
}

/** The question as a sentence; a poll's row has only the task's title. */
export function asked(question: QuestionRow, words: Words, lang: Lang): string {
  const title = line(question.title, lang);
  return question.kind === 'poll' ? words.whoOwns(title) : title;
}

/** A poll's answers: one's own role first and by itself, then every other by organisation. */
export function owners(view: RoleView, lang: Lang): readonly Company<RoleRow>[] {
  const me = view.me['me'];
  const rest = Object.values(view.roles).filter(({ id }) => id !== me?.id);
  return companies(rest, lang, me?.organisation);
}

/** What was answered, in words. */
export function answerName(
  view: RoleView,
  question: QuestionRow,
  words: Words,
  lang: Lang,
): string {
  const { answer = '', kind, options } = question;
  if (answer === UNSURE) return words.unsure;
  if (kind === 'poll') return roleName(view, answer, lang);
  return line(options.find(({ id }) => id === answer)?.title ?? answer, lang);
}
