/**
 * What can never happen. Knows: phases nobody gets to, injects nothing releases, conditions nothing
 * makes true. Does not know: how the earliest times are found (reach does).
 */
import type { Condition } from './condition.ts';
import { NEVER } from './earliest.ts';
import type { Placed } from './form.ts';
import { addTo } from './group.ts';
import type { Path } from './problem.ts';
import { reachOf, type Reach } from './reach.ts';
import type { Scope } from './scope.ts';
import { STORYLINE, strandOf } from './strand.ts';
import { formatExerciseTime, type Ms } from './time.ts';
import { seesNothing, subjectKey } from './waiting.ts';

export function checkReachability(scope: Scope, placed: readonly Placed[]): Reach {
  const reach = reachOf(scope, placed);
  const length = scope.sound.head.length ?? NEVER;
  checkPhases(scope, reach, length);
  checkStoryline(scope, reach);
  for (const ring of reach.rings) checkRing(ring, scope);
  checkInjects(scope, reach, length);
  for (const { path, condition } of placed) {
    const dead = reach.condition(condition) >= length;
    checkLeaves(condition, path, dead ? 'error' : 'warning', { scope, reach, length });
  }
  return reach;
}

function checkPhases({ sound, say }: Scope, reach: Reach, length: Ms): void {
  const only = new Map<string, number>();
  for (const { phase } of sound.rows.injects.values()) {
    const [id, second] = phase ?? [];
    if (id !== undefined && second === undefined) only.set(id, (only.get(id) ?? 0) + 1);
  }
  for (const id of sound.rows.phases.keys()) {
    const at = reach.phase(id);
    if (at < length) continue;
    const params = { id, count: only.get(id) ?? 0 };
    if (at === NEVER) say('phase-unreachable', ['phases', id], { params });
    else
      say('phase-too-late', ['phases', id], { params: { ...params, at: formatExerciseTime(at) } });
  }
}

function checkStoryline(scope: Scope, reach: Reach): void {
  const { sound, say, wrote } = scope;
  const left = new Set(reach.edges.filter(({ decision }) => decision).map(({ from }) => from));
  let last = !reach.storylineKnown;
  for (const [id, { next }] of sound.rows.phases) {
    const path = ['phases', id];
    const ends = ['length', 'gate'].some((key) => wrote('phases', id, key)) || left.has(id);
    const leads = wrote('phases', id, 'next');
    if (leads && !ends) say('phase-never-left', path, { params: { id } });
    const strand = strandOf(scope, id);
    // A thread that ends, ends alone: the exercise ends with the storyline.
    const endex = reach.phase(id) < NEVER && (strand === STORYLINE || strand === undefined);
    if (!leads && endex) last = true;
    if (next === id) say('next-same-phase', [...path, 'next'], { params: { id } });
    if (typeof next !== 'object') continue;
    for (const [i, { to }] of next.entries()) {
      if (to === id) say('next-same-phase', [...path, 'next', i, 'to'], { params: { id } });
    }
    const otherwise = next.findIndex(({ when }) => when === undefined);
    if (otherwise < 0) {
      const kind = strand === STORYLINE ? 'the-exercise' : 'the-thread';
      say('branch-without-else', [...path, 'next'], { params: { kind } });
      if (endex) last = true;
    } else if (otherwise < next.length - 1) {
      say('branch-after-else', [...path, 'next', otherwise + 1]);
    }
  }
  if (!last && sound.rows.phases.size > 0) say('no-endex', ['begins']);
}

function checkRing(ring: readonly string[], { sound, say }: Scope): void {
  const [first = ''] = ring;
  const inject = sound.rows.injects.get(first);
  const field = inject?.after ? ['after', 'inject'] : ['if-not'];
  const params = { ring: [...ring, first].join(' → ') };
  say('trigger-cycle', ['injects', first, ...field], { params });
}

/** An inject whose own `at` or `when` is the mistake has its Problem there. */
function checkInjects(scope: Scope, reach: Reach, length: Ms): void {
  const parents = new Map<string, string[]>();
  for (const [id, { 'if-not': contingency }] of scope.sound.rows.injects) {
    if (contingency !== undefined) addTo(parents, contingency, id);
  }
  for (const [id, inject] of scope.sound.rows.injects) {
    const { at, after, when, phase = [] } = inject;
    if (when ?? (at !== undefined && at >= length)) continue;
    const time = reach.inject(id);
    const entered = phase.filter((p) => reach.phase(p) < length);
    if (phase.length > 0 && entered.length === 0) continue;
    const say = (reason: string, other: string, field: Path): void =>
      scope.say('inject-never-released', ['injects', id, ...field], {
        params: { id, reason, other },
      });
    const over = entered.length > 0 && entered.every((p) => time > reach.left(p));
    if (time < length && over) {
      say('phase-over', entered.join(', '), at === undefined ? [] : ['at']);
    } else if (time === NEVER && after) {
      const [kind = '', subject = ''] = subjectKey(after).split(':');
      say(`${kind}-dead`, subject, ['after', kind]);
    } else if (time === NEVER) {
      say('parent-dead', (parents.get(id) ?? []).join(', '), []);
    } else if (time >= length) {
      say('after-end', formatExerciseTime(time), after ? ['after', 'delay'] : []);
    }
  }
}

type Judge = { readonly scope: Scope; readonly reach: Reach; readonly length: Ms };

/**
 * Each part of a condition that can never come true. Where the whole can, by `any`, or cannot help
 * it, under `not`, it is only worth a warning.
 */
function checkLeaves(
  condition: Condition,
  path: Path,
  severity: 'error' | 'warning',
  judge: Judge,
): void {
  const { scope, reach, length } = judge;
  if (condition.type === 'all' || condition.type === 'any') {
    for (const [i, part] of condition.of.entries()) {
      checkLeaves(part, [...path, condition.type, i], severity, judge);
    }
  } else if (condition.type === 'not') {
    checkLeaves(condition.of, [...path, 'not'], 'warning', judge);
  } else if (condition.type === 'time-after') {
    if (condition.at < length) return;
    const params = {
      key: 'time-after',
      at: formatExerciseTime(condition.at),
      length: formatExerciseTime(length),
    };
    scope.say('outside-exercise', [...path, 'time-after'], { params, severity });
  } else {
    if (reach.condition(condition) < length) return;
    const unseen =
      condition.type === 'fact' && seesNothing(condition.by, condition.mode, scope.sound);
    const reason = unseen ? 'fact-unseen' : `${condition.type}-dead`;
    const params = { reason, id: subjectOf(condition) };
    scope.say('condition-impossible', [...path, condition.type], { params, severity });
  }
}

type Leaf = Exclude<Condition, { readonly type: 'all' | 'any' | 'not' | 'time-after' }>;

function subjectOf(leaf: Leaf): string {
  switch (leaf.type) {
    case 'fact':
      return leaf.fact;
    case 'task':
      return leaf.task;
    case 'decision':
      return leaf.decision;
    case 'inject':
      return leaf.inject;
    case 'expectation':
      return leaf.expectation;
    case 'phase':
      return leaf.phase;
    case 'clock':
      return leaf.clock;
    case 'service':
      return leaf.service;
    default:
      return leaf satisfies never;
  }
}
