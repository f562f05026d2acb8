/**
 * Polls and probes. Knows: when they are asked, whom they reach, what can be answered.
 * Does not know: what anybody will answer.
 */
import { nearest } from './nearest.ts';
import type { Reach } from './reach.ts';
import type { Scope } from './scope.ts';
import type { Row } from './shape.ts';
import { formatExerciseTime, type Ms } from './time.ts';
import { checkReceivers, checkTrigger } from './trigger.ts';
import { subjectKey } from './waiting.ts';

export const QUESTIONS = ['polls', 'probes'] as const;

export function checkQuestions(scope: Scope, reach: Reach): void {
  const length = scope.sound.head.length ?? Number.POSITIVE_INFINITY;
  for (const section of QUESTIONS) {
    for (const [id, row] of scope.sound.rows[section]) {
      checkTrigger(section, id, row, scope);
      checkReceivers(section, id, row, scope);
      checkAsked(section, id, row, length, reach, scope);
    }
  }
  for (const [id, { at, task }] of scope.sound.rows.polls) {
    const start = reach.task(task ?? '');
    // A task that never starts has its own Problem, where its condition stands.
    if (at === undefined || task === undefined || start <= at || start >= length) continue;
    const params = { task, at: formatExerciseTime(at), from: formatExerciseTime(start) };
    scope.say('poll-too-early', ['polls', id, 'at'], { params });
  }
  for (const [id, probe] of scope.sound.rows.probes) checkChoice(id, probe, scope);
}

type Asked = Partial<Pick<Row<'polls'>, 'at' | 'after' | 'when'>>;

/** A `when` that never comes true has its Problem there, and an `at` after the end its own. */
function checkAsked(
  section: (typeof QUESTIONS)[number],
  id: string,
  { at, after, when }: Asked,
  length: Ms,
  reach: Reach,
  { say }: Scope,
): void {
  const time = reach.question(section, id);
  if (at !== undefined || when !== undefined || after === undefined || time < length) return;
  const [kind = '', subject = ''] = subjectKey(after).split(':');
  const never = time === Number.POSITIVE_INFINITY;
  const params = {
    id,
    reason: never ? `${kind}-dead` : 'after-end',
    other: never ? subject : formatExerciseTime(time),
  };
  say('question-never-asked', [section, id, 'after', never ? kind : 'delay'], { params });
}

function checkChoice(id: string, probe: Partial<Row<'probes'>>, { say }: Scope): void {
  const { options, truth } = probe;
  if (!options) return;
  const allowed = Object.keys(options);
  if (allowed.length < 2) {
    say('probe-without-choice', ['probes', id, 'options'], { params: { id } });
  }
  if (truth === undefined || allowed.includes(truth)) return;
  const params = { value: truth, allowed: allowed.join(', ') };
  say('truth-not-option', ['probes', id, 'truth'], { params, suggestion: nearest(truth, allowed) });
}
