/**
 * What comes too late to count. Knows: windows that the exercise's end cuts off, facts that come
 * after they were needed. Does not know: how long people will take.
 */
import type { Path } from './problem.ts';
import type { Reach } from './reach.ts';
import type { Scope } from './scope.ts';
import { formatExerciseTime, type Ms } from './time.ts';

export function checkTimes(scope: Scope, reach: Reach): void {
  const { sound, say } = scope;
  const { length } = sound.head;
  if (length === undefined) return;
  for (const [id, { 'true-from': from = 0 }] of sound.rows.facts) {
    if (from < length) continue;
    const params = { key: 'true-from', ...said({ at: from, length }) };
    say('outside-exercise', ['facts', id, 'true-from'], { params });
  }
  checkWindows(length, scope, reach);
  for (const [id, { needs = [], within }] of sound.rows.tasks) {
    checkNeeds(needs, reach.task(id), within, ['tasks', id, 'needs'], scope, reach);
  }
  for (const [id, { needs = [], within }] of sound.rows.decisions) {
    checkNeeds(needs, reach.decision(id), within, ['decisions', id, 'needs'], scope, reach);
  }
}

function said(times: Readonly<Record<string, Ms>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(times).map(([key, ms]) => [key, formatExerciseTime(ms)]),
  );
}

/** What cannot be overdue before the exercise is over, nobody can be seen to miss. */
function checkWindows(length: Ms, { sound, say }: Scope, reach: Reach): void {
  const check = (from: Ms, within: Ms | undefined, path: Path): void => {
    if (within === undefined || from >= length || from + within <= length) return;
    say('window-after-end', path, { params: said({ at: from + within, length }) });
  };
  for (const [id, rows] of sound.expectations) {
    for (const [i, { within }] of rows) {
      check(reach.inject(id), within, ['injects', id, 'expect', i, 'within']);
    }
  }
  for (const [id, { within }] of sound.rows.decisions) {
    check(reach.decision(id), within, ['decisions', id, 'within']);
  }
}

/** Only what the script alone makes certain: the fact comes after the window has closed. */
function checkNeeds(
  needs: readonly string[],
  opens: Ms,
  within: Ms | undefined,
  path: Path,
  { say }: Scope,
  reach: Reach,
): void {
  if (within === undefined || !Number.isFinite(opens)) return;
  for (const [i, fact] of needs.entries()) {
    const from = reach.fact(fact);
    if (!Number.isFinite(from) || from <= opens + within) continue;
    const params = { fact, ...said({ at: opens + within, from }) };
    say('needs-too-late', [...path, i], { params });
  }
}
