/**
 * Warnings that the planner stands by. Knows: which Problems an acceptance speaks of.
 * Does not know: how any of them was found.
 */
import { CODES } from './code.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import type { Scope } from './scope.ts';
import type { Text } from './text.ts';

/** A warning that is no longer one, and why. */
export type Accepted = Problem & { readonly because: Text };

/**
 * The warnings that `accept:` speaks of, with its reasons; says where it speaks of nothing, or of
 * what cannot be accepted. What it says itself cannot be accepted in turn.
 */
export function accept(problems: readonly Problem[], scope: Scope): ReadonlyMap<Problem, Text> {
  const reasons = new Map<Problem, Text>();
  for (const [i, { code, at, because }] of (scope.sound.head.accept ?? []).entries()) {
    const params = { code, at };
    if (!Object.hasOwn(CODES, code)) {
      const suggestion = nearest(code, Object.keys(CODES));
      scope.say('acceptance-code', ['accept', i, 'code'], { params, suggestion });
      continue;
    }
    const meant = problems.filter((problem) => problem.code === code && covers(at, problem.path));
    if (meant.length === 0) scope.say('acceptance-unused', ['accept', i], { params });
    if (meant.some(({ severity }) => severity === 'error')) {
      scope.say('acceptance-of-error', ['accept', i], { params });
    }
    for (const problem of meant) {
      if (problem.severity === 'warning' && !reasons.has(problem)) reasons.set(problem, because);
    }
  }
  return reasons;
}

/**
 * A path as it is printed, and all below it: `roles.dpo` covers `roles.dpo.deputy`, but not
 * `roles.dpo2`. A section's name covers nothing but itself: an acceptance is of something that was
 * looked at, not of whatever may come.
 */
function covers(at: string, path: string): boolean {
  if (path === at) return true;
  return at.includes('.') && path.startsWith(at) && /^[./[]/.test(path.slice(at.length));
}
