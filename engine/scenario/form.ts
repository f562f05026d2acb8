/**
 * The form of conditions and of `after`. Knows: where conditions stand, what they may ask.
 * Does not know: whether they can ever be true (reachability does).
 */
import {
  DECISION_STATES,
  readCondition,
  type Condition,
  type ConditionFault,
  type Subject,
} from './condition.ts';
import type { Path } from './problem.ts';
import type { ConditionSource } from './schema.ts';
import type { Scope } from './scope.ts';

/** A condition that is well formed, and where it stands. */
export type Placed = { readonly path: Path; readonly condition: Condition };

const FAULTS = {
  none: 'condition-empty',
  several: 'condition-several',
  'bad-is': 'condition-state',
  'needs-by': 'condition-by',
} as const;

/** The keys that say more about a subject; for any other subject they say nothing. */
const MORE: { readonly [S in Subject]?: readonly string[] } = {
  fact: ['known-by', 'opened-by'],
  task: ['is'],
  decision: ['is'],
  inject: ['is'],
  expectation: ['is'],
  clock: ['is'],
  service: ['is'],
};
const MODIFIERS = ['is', 'known-by', 'opened-by'] as const;
const TRIGGERED = ['injects', 'polls', 'probes'] as const;
const AFTER = ['inject', 'phase', 'decision', 'task'] as const;

/** Checks every condition's form, and returns those that can be reasoned about. */
export function checkForms(scope: Scope): readonly Placed[] {
  const placed: Placed[] = [];
  for (const [path, source] of conditionSources(scope)) {
    const condition = checkForm(source, path, scope);
    if (condition) placed.push({ path, condition });
  }
  for (const section of TRIGGERED) {
    for (const [id, { after }] of scope.sound.rows[section]) {
      if (after) checkAfter(after, [section, id, 'after'], scope);
    }
  }
  return placed;
}

function* conditionSources({ sound }: Scope): Generator<readonly [Path, ConditionSource]> {
  const { tasks, interfaces, decisions, phases } = sound.rows;
  for (const [id, { starts }] of tasks) if (starts) yield [['tasks', id, 'starts'], starts];
  for (const [id, { starts }] of interfaces) {
    if (starts) yield [['interfaces', id, 'starts'], starts];
  }
  for (const [id, { opens }] of decisions) if (opens) yield [['decisions', id, 'opens'], opens];
  for (const [id, { gate, next }] of phases) {
    if (gate) yield [['phases', id, 'gate'], gate];
    if (typeof next !== 'object') continue;
    for (const [i, { when }] of next.entries()) {
      if (when) yield [['phases', id, 'next', i, 'when'], when];
    }
  }
  for (const section of TRIGGERED) {
    for (const [id, { when }] of sound.rows[section]) {
      if (when) yield [[section, id, 'when'], when];
    }
  }
}

function checkForm(source: ConditionSource, path: Path, scope: Scope): Condition | undefined {
  const faults: ConditionFault[] = [];
  const condition = readCondition(source, faults);
  for (const { path: within, fault, found = '', allowed = [] } of faults) {
    const params = { found, value: found, allowed: allowed.join(', ') };
    scope.say(FAULTS[fault], [...path, ...within], { params });
  }
  checkParts(source, path, scope);
  return condition;
}

function checkParts(source: ConditionSource, path: Path, scope: Scope): void {
  const [subject, second] = (Object.keys(source) as (keyof ConditionSource)[]).filter(
    (key): key is Subject => !MODIFIERS.some((word) => word === key),
  );
  if (subject !== undefined && second === undefined) {
    for (const key of MODIFIERS) {
      if (source[key] === undefined || MORE[subject]?.includes(key)) continue;
      scope.say('condition-stray', [...path, key], { params: { key, subject } });
    }
  }
  checkOption(source, path, scope);
  for (const key of ['all', 'any'] as const) {
    for (const [i, part] of (source[key] ?? []).entries()) {
      checkParts(part, [...path, key, i], scope);
    }
  }
  if (source.not) checkParts(source.not, [...path, 'not'], scope);
}

type Subjects = { readonly decision?: string | undefined; readonly is?: string | undefined };

/** A decision may be asked for its options as well as for its states. */
function checkOption({ decision, is }: Subjects, path: Path, scope: Scope): void {
  if (decision === undefined || is === undefined) return;
  const options = scope.sound.rows.decisions.get(decision)?.options;
  if (!options) return;
  const allowed = [...DECISION_STATES, ...Object.keys(options)];
  if (allowed.includes(is)) return;
  const params = { decision, id: is, allowed: allowed.join(', ') };
  scope.say('unknown-option', [...path, 'is'], { params });
}

type After = Subjects & {
  readonly [K in (typeof AFTER)[number] | 'is']?: string | undefined;
};

function checkAfter(after: After, path: Path, scope: Scope): void {
  const [subject, second] = AFTER.filter((key) => after[key] !== undefined);
  if (subject === undefined || second !== undefined) {
    scope.say('after-subject', path);
    return;
  }
  checkForm(
    { [subject]: after[subject], ...(after.is === undefined ? {} : { is: after.is }) },
    path,
    scope,
  );
}
