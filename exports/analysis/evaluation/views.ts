/**
 * Each role's own word beside what the record shows of it. Knows: both. Does not know: which is right.
 */
import type { RoleId } from '../../../engine/plan/plan.ts';
import { type Evidence, type History, groupBy, of } from '../history.ts';
import type { ObligationResult } from '../obligations.ts';
import type { TaskResult } from '../responsibility.ts';
import type { Word } from './noted.ts';

export type HotwashAnswer = {
  readonly question: string;
  readonly role: string;
  readonly text: string;
  readonly evidence: Evidence;
};
type Count = {
  readonly inTime: number;
  readonly late: number;
  readonly not: number;
  /** Neither done nor not done, as far as the tool saw. */
  readonly outside: number;
};
export type RoleView = {
  readonly role: RoleId;
  readonly answers: readonly HotwashAnswer[];
  readonly words: readonly Word[];
  /** Tasks that it took or did something of (A or R). */
  readonly tasks: Count;
  /** What was expected of it, waived and open ones left out. */
  readonly expected: Count;
};

export function hotwashIn(history: History): readonly HotwashAnswer[] {
  return of(history, 'hotwash.answered').map(({ seq, event }) => ({
    question: event.question,
    role: event.role,
    text: event.text,
    evidence: [seq],
  }));
}

/** The roles that said something. */
export function viewsOf(
  history: History,
  hotwash: readonly HotwashAnswer[],
  words: readonly Word[],
  tasks: readonly TaskResult[],
  obligations: readonly ObligationResult[],
): readonly RoleView[] {
  const answers = groupBy(hotwash, ({ role }) => role);
  const said = groupBy(words, ({ role }) => role);
  const owed = groupBy(obligations, ({ role }) => role);
  const acted = groupBy(
    tasks.flatMap((task) =>
      task.cells
        .filter(({ observed }) => observed === 'A' || observed === 'R')
        .map(({ role }) => ({ role, task })),
    ),
    ({ role }) => role,
  );
  return history.plan.roles
    .filter(({ id }) => answers.has(id) || said.has(id))
    .map(({ id }) => ({
      role: id,
      answers: answers.get(id) ?? [],
      words: said.get(id) ?? [],
      tasks: countTasks((acted.get(id) ?? []).map(({ task }) => task)),
      expected: countExpected(owed.get(id) ?? []),
    }));
}

function countTasks(tasks: readonly TaskResult[]): Count {
  const runs = tasks.flatMap(({ run }) => run ?? []);
  const seen = runs.filter(({ done }) => done && !done.outside);
  return {
    inTime: seen.filter(({ lateBy = 0 }) => lateBy <= 0).length,
    late: seen.filter(({ lateBy = 0 }) => lateBy > 0).length,
    not: runs.filter(({ done, cut }) => !done && !cut).length,
    outside: runs.filter(({ done }) => done?.outside).length,
  };
}

function countExpected(rows: readonly ObligationResult[]): Count {
  const count = (...statuses: readonly ObligationResult['status'][]): number =>
    rows.filter(({ status }) => statuses.includes(status)).length;
  return {
    inTime: count('met'),
    late: count('late'),
    not: count('lapsed', 'overdue'),
    outside: count('outside'),
  };
}
