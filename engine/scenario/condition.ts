/**
 * Conditions: what they mean as data, and which things they read.
 * Knows: the structure. Does not know: whether one holds now (exercise/holds does).
 */
import type { ConditionSource } from './schema.ts';
import type { Ms } from './time.ts';

export const TASK_STATES = ['open', 'claimed', 'done', 'overdue'] as const;
export const INJECT_STATES = ['released', 'opened', 'acknowledged', 'answered'] as const;
export const EXPECTATION_STATES = ['met', 'overdue'] as const;
export const CLOCK_STATES = ['running', 'met', 'late'] as const;
/** `up`: at its full level; `down`: nothing of it works. In between it is neither. */
export const SERVICE_STATES = ['up', 'down'] as const;
/** Beside a decision's option ids. */
export const DECISION_STATES = ['open', 'made'] as const;

export type Condition =
  /** `all`: every listed role knows the fact; `any`: at least one does. */
  | {
      readonly type: 'fact';
      readonly fact: string;
      readonly by: readonly string[];
      readonly mode: 'all' | 'any';
    }
  | { readonly type: 'task'; readonly task: string; readonly is: (typeof TASK_STATES)[number] }
  | { readonly type: 'decision'; readonly decision: string; readonly is: string }
  | {
      readonly type: 'inject';
      readonly inject: string;
      readonly is: (typeof INJECT_STATES)[number];
    }
  | {
      readonly type: 'expectation';
      readonly expectation: string;
      readonly is: (typeof EXPECTATION_STATES)[number];
    }
  | { readonly type: 'phase'; readonly phase: string }
  | { readonly type: 'clock'; readonly clock: string; readonly is: (typeof CLOCK_STATES)[number] }
  | {
      readonly type: 'service';
      readonly service: string;
      readonly is: (typeof SERVICE_STATES)[number];
    }
  | { readonly type: 'time-after'; readonly at: Ms }
  | { readonly type: 'all'; readonly of: readonly Condition[] }
  | { readonly type: 'any'; readonly of: readonly Condition[] }
  | { readonly type: 'not'; readonly of: Condition };

/** What can be wrong with a condition's form; the checker turns it into a Problem at `path`. */
export type ConditionFault = {
  readonly path: readonly (string | number)[];
  readonly fault: 'none' | 'several' | 'bad-is' | 'needs-by';
  readonly found?: string;
  readonly allowed?: readonly string[];
};

const SUBJECTS = [
  'fact',
  'task',
  'decision',
  'inject',
  'expectation',
  'phase',
  'clock',
  'service',
  'time-after',
  'all',
  'any',
  'not',
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** Reads one condition; faults are collected in `faults`, and undefined is returned for that part. */
export function readCondition(
  source: ConditionSource,
  faults: ConditionFault[],
  path: readonly (string | number)[] = [],
): Condition | undefined {
  const present = SUBJECTS.filter((key) => source[key] !== undefined);
  const [subject] = present;
  if (subject === undefined || present.length > 1) {
    faults.push({
      path,
      fault: subject ? 'several' : 'none',
      found: present.join(', '),
      allowed: SUBJECTS,
    });
    return undefined;
  }
  return readSubject(subject, source, faults, path);
}

function readSubject(
  subject: Subject,
  source: ConditionSource,
  faults: ConditionFault[],
  path: readonly (string | number)[],
): Condition | undefined {
  const state = <S extends string>(allowed: readonly S[], fallback?: S): S | undefined => {
    const is = source.is ?? fallback;
    const match = allowed.find((word) => word === is);
    if (match === undefined) {
      faults.push({ path: [...path, 'is'], fault: 'bad-is', found: is ?? '', allowed });
    }
    return match;
  };
  switch (subject) {
    case 'fact': {
      const by = source['known-by'] ?? source['opened-by'];
      if (by === undefined || (source['known-by'] && source['opened-by'])) {
        faults.push({ path, fault: 'needs-by', allowed: ['known-by', 'opened-by'] });
        return undefined;
      }
      const mode = source['known-by'] ? 'all' : 'any';
      return { type: 'fact', fact: source.fact ?? '', by, mode };
    }
    case 'task': {
      const is = state(TASK_STATES);
      return is && { type: 'task', task: source.task ?? '', is };
    }
    case 'decision':
      return { type: 'decision', decision: source.decision ?? '', is: source.is ?? 'made' };
    case 'inject': {
      const is = state(INJECT_STATES, 'released');
      return is && { type: 'inject', inject: source.inject ?? '', is };
    }
    case 'expectation': {
      const is = state(EXPECTATION_STATES);
      return is && { type: 'expectation', expectation: source.expectation ?? '', is };
    }
    case 'phase':
      return { type: 'phase', phase: source.phase ?? '' };
    case 'clock': {
      const is = state(CLOCK_STATES);
      return is && { type: 'clock', clock: source.clock ?? '', is };
    }
    case 'service': {
      const is = state(SERVICE_STATES);
      return is && { type: 'service', service: source.service ?? '', is };
    }
    case 'time-after':
      return { type: 'time-after', at: source['time-after'] ?? 0 };
    case 'all':
    case 'any': {
      const parts = (source[subject] ?? []).map((part, i) =>
        readCondition(part, faults, [...path, subject, i]),
      );
      const of = parts.filter((part) => part !== undefined);
      return of.length === parts.length ? { type: subject, of } : undefined;
    }
    case 'not': {
      const of = readCondition(source.not ?? {}, faults, [...path, 'not']);
      return of && { type: 'not', of };
    }
    default:
      return subject satisfies never;
  }
}

/** Every leaf of a condition, in order. */
export function leaves(condition: Condition): readonly Condition[] {
  if (condition.type === 'all' || condition.type === 'any') return condition.of.flatMap(leaves);
  return condition.type === 'not' ? leaves(condition.of) : [condition];
}

/** The things a condition reads, as keys: it is evaluated again only when one of them changes. */
export function reads(condition: Condition): readonly string[] {
  return leaves(condition).flatMap((leaf) => {
    switch (leaf.type) {
      case 'fact':
        return [`fact:${leaf.fact}`];
      case 'task':
        return [`task:${leaf.task}`];
      case 'decision':
        return [`decision:${leaf.decision}`];
      case 'inject':
        return [`inject:${leaf.inject}`];
      case 'expectation':
        return [`expectation:${leaf.expectation}`];
      case 'phase':
        return ['phase'];
      case 'clock':
        return [`clock:${leaf.clock}`];
      case 'service':
        return [`service:${leaf.service}`];
      default:
        return [];
    }
  });
}
