/** Polls and probes on the page: which are open, what one can answer, what is said of them. */
import { describe, expect, it } from 'vitest';
import { UNSURE } from '../../engine/runtime/protocol.ts';
import type { QuestionRow, RoleView } from '../../engine/exercise/rows.ts';
import { news } from '../../participant-ui/news.ts';
import * as question from '../../participant-ui/question.ts';
import { words } from './words.ts';
import { calls, openQuestions } from '../../participant-ui/view.ts';
import { exercise, role, viewWith } from './support.ts';

const da = words('da');
const poll: QuestionRow = {
  id: 'owner',
  kind: 'poll',
  title: { da: 'Tidlig varsling', en: 'Early warning' },
  task: 'warn',
  options: [],
  askedAt: 20,
};
const probe: QuestionRow = {
  id: 'down',
  kind: 'probe',
  title: 'Hvad er nede?',
  options: [
    { id: 'all', title: 'Alt' },
    { id: 'some', title: 'Noget' },
  ],
  askedAt: 10,
};
const keyed = (...rows: readonly QuestionRow[]): RoleView['questions'] =>
  Object.fromEntries(rows.map((row) => [row.id, row]));
const answered = { ...probe, answer: 'some', answeredAt: 30 };

describe('questions', () => {
  it('are open until one has answered, the oldest first', () => {
    const view = viewWith({ questions: keyed(poll, probe) });
    expect(openQuestions(view).map(({ id }) => id)).toEqual(['down', 'owner']);
    expect(calls(view).questions).toBe(2);
    const after = viewWith({ questions: keyed(poll, answered) });
    expect(openQuestions(after).map(({ id }) => id)).toEqual(['owner']);
    expect(question.answeredQuestions(after)).toEqual([answered]);
    expect(question.missedQuestions(after)).toEqual([]);
  });

  it('call for nobody once nothing can be answered, and are shown as missed', () => {
    const over = { exercise: { ...exercise, status: 'ended' as const } };
    const view = viewWith({ exercise: over, questions: keyed(poll, answered) });
    expect(openQuestions(view)).toEqual([]);
    expect(question.missedQuestions(view)).toEqual([poll]);
  });

  it('a poll is a sentence about its task, a probe its own', () => {
    expect(question.asked(poll, da, 'da')).toBe(
      'Hvem har ansvaret for opgaven »Tidlig varsling« lige nu?',
    );
    expect(question.asked(probe, da, 'da')).toBe('Hvad er nede?');
  });

  it('a poll offers everybody else by organisation, one’s own organisation first', () => {
    const roles = {
      cert: role('cert', 'cert'),
      me: role('me'),
      colleague: role('colleague'),
    };
    const shown = question.owners(viewWith({ roles }), 'da');
    expect(shown.map(({ name, roles: list }) => [name, list.map(({ id }) => id)])).toEqual([
      ['Org it', ['colleague']],
      ['Org cert', ['cert']],
    ]);
  });

  it('an answer is told in words', () => {
    const view = viewWith();
    const tell = (row: QuestionRow, answer: string): string =>
      question.answerName(view, { ...row, answer }, da, 'da');
    expect(tell(probe, 'some')).toBe('Noget');
    expect(tell(poll, 'cert')).toBe('cert da, Org cert');
    expect(tell(poll, 'me')).toBe('me da, Org it');
    expect(tell(probe, UNSURE)).toBe('Ved ikke');
    expect(tell(poll, UNSURE)).toBe('Ved ikke');
  });
});

describe('the live region', () => {
  const heard = (before: RoleView['questions'], after: RoleView['questions']): readonly string[] =>
    news(viewWith({ questions: before }), viewWith({ questions: after }), da, 'da');

  it('says a new question once, and that an answer is in', () => {
    expect(heard({}, keyed(probe))).toEqual(['Nyt spørgsmål til jer: Hvad er nede?']);
    expect(heard(keyed(probe), keyed(probe))).toEqual([]);
    expect(heard(keyed(probe), keyed(answered))).toEqual(['Svaret er modtaget.']);
  });
});
