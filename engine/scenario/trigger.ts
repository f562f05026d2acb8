/**
 * What releases injects, and what they expect. Knows: triggers, contingency injects, expectations,
 * markings. Does not know: whether the storyline gets there (reachability does).
 */
import { expectationIds } from './references.ts';
import { strictness } from './marking.ts';
import type { Act } from './schema.ts';
import type { Expectation, Row } from './shape.ts';
import type { Scope } from './scope.ts';
import { formatExerciseTime } from './time.ts';

type Inject = Partial<Row<'injects'>>;

export const TRIGGERS = ['at', 'after', 'when', 'manual'] as const;

/** What an act must name, beside who does it. */
const NEEDS: { readonly [A in Act]?: 'task' | 'decision' | 'to' } = {
  task: 'task',
  decision: 'decision',
  message: 'to',
};
/** What an act may name beside that; anything else is not looked at. */
const MAY: { readonly [A in Act]: readonly ('task' | 'decision' | 'to' | 'facts')[] } = {
  open: [],
  acknowledge: [],
  answer: ['facts'],
  message: ['to', 'facts'],
  task: ['task', 'facts'],
  decision: ['decision'],
  declare: [],
};

export function checkInjects(scope: Scope): void {
  for (const [id, inject] of scope.sound.rows.injects) {
    checkTrigger('injects', id, inject, scope);
    checkIfNot(id, inject, scope);
    checkMarking(id, inject, scope);
    checkTruth(id, inject, scope);
    checkReceivers('injects', id, inject, scope);
    checkSender('injects', id, inject, scope);
    for (const [i, row] of scope.sound.expectations.get(id) ?? []) {
      checkExpectation(row, ['injects', id, 'expect', i], inject, scope);
    }
  }
  checkExpectationIds(scope);
}

/** What can have a trigger, as its Problems call it. */
const TRIGGERED = { injects: 'the-inject', polls: 'the-poll', probes: 'the-probe' } as const;
type Triggered = keyof typeof TRIGGERED;
/** What can be sent to somebody. */
const SENT = { ...TRIGGERED, bank: 'the-prepared' } as const;

export function checkTrigger(
  section: Triggered,
  id: string,
  { at }: { readonly at?: number | undefined },
  scope: Scope,
): void {
  const named =
    section === 'injects' && scope.references.used('inject', 'injects', 'if-not').has(id);
  const kind = TRIGGERED[section];
  const written = TRIGGERS.filter((key) => scope.wrote(section, id, key));
  const [first, second] = written;
  if (second !== undefined) {
    const params = { kind, id, found: written.join(', ') };
    scope.say('several-triggers', [section, id, second], { params });
  } else if (first === undefined && !named) {
    scope.say('no-trigger', [section, id], { params: { kind, id } });
  } else if (first !== undefined && named) {
    scope.say('if-not-triggered', [section, id, first], { params: { id } });
  }
  const length = scope.sound.head.length;
  if (at === undefined || length === undefined || at < length) return;
  const params = times({ at, length });
  scope.say('outside-exercise', [section, id, 'at'], { params: { key: 'at', ...params } });
}

function times(at: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(at).map(([key, ms]) => [key, formatExerciseTime(ms)]));
}

function checkIfNot(id: string, inject: Inject, scope: Scope): void {
  if (inject['if-not'] === undefined) return;
  const written = scope.wrote('injects', id, 'expect');
  const empty = inject.expect?.length === 0 || !written;
  if (empty) scope.say('if-not-without-expectations', ['injects', id, 'if-not']);
}

function checkMarking(id: string, inject: Inject, { sound, say }: Scope): void {
  const { marking, facts } = inject;
  if (marking === undefined) return;
  for (const [i, fact] of (facts ?? []).entries()) {
    const closed = sound.rows.facts.get(fact)?.marking ?? sound.head.marking;
    if (closed === undefined || strictness(marking) >= strictness(closed)) continue;
    say('marking-too-open', ['injects', id, 'facts', i], { params: { marking, fact, closed } });
  }
}

function checkTruth(id: string, { at, facts }: Inject, { sound, say }: Scope): void {
  if (at === undefined) return;
  for (const [i, fact] of (facts ?? []).entries()) {
    const from = sound.rows.facts.get(fact)?.['true-from'] ?? 0;
    if (from <= at) continue;
    say('fact-too-early', ['injects', id, 'facts', i], {
      params: { fact, ...times({ at, from }) },
    });
  }
}

export function checkReceivers(
  section: keyof typeof SENT,
  id: string,
  { to }: { readonly to?: readonly string[] | undefined },
  { say, references, takesPart }: Scope,
): void {
  // A receiver that does not exist has its Problem, and may be meant for somebody.
  const known = to?.every((receiver) => references.meant('receiver', receiver) === receiver);
  if (to && known && !to.some(takesPart)) {
    const asks = section === 'polls' || section === 'probes';
    const code = asks ? 'asks-nobody' : 'reaches-nobody';
    say(code, [section, id, 'to'], { params: { kind: SENT[section], id } });
  }
  const seen = new Set<string>();
  for (const [i, receiver] of (to ?? []).entries()) {
    if (seen.has(receiver)) {
      say('duplicate-entry', [section, id, 'to', i], { params: { id: receiver } });
    }
    seen.add(receiver);
  }
}

/** Nobody needs an exercise to be told what they said themselves. */
export function checkSender(
  section: 'injects' | 'bank',
  id: string,
  { from, to = [] }: Pick<Inject, 'from'> & { readonly to?: readonly string[] | undefined },
  { say }: Scope,
): void {
  const at = typeof from === 'string' ? to.indexOf(from) : -1;
  if (at >= 0) say('sender-receives', [section, id, 'to', at], { params: { id: to[at] ?? '' } });
}

function checkExpectation(
  row: Expectation,
  path: readonly (string | number)[],
  inject: Inject,
  scope: Scope,
): void {
  const { does } = row;
  const key = NEEDS[does];
  if (key !== undefined && row[key] === undefined) {
    scope.say('expectation-incomplete', path, { params: { does, key } });
  }
  const inherits = key === 'task' || key === 'decision';
  if (row.within === undefined && !inherits) {
    scope.say('expectation-incomplete', path, { params: { does, key: 'within' } });
  }
  for (const field of ['task', 'decision', 'to', 'facts'] as const) {
    if (row[field] === undefined || MAY[does].includes(field)) continue;
    scope.say('expectation-stray', [...path, field], { params: { key: field, does } });
  }
  for (const id of row.role) checkPlayer(id, [...path, 'role'], inject, scope);
}

function checkPlayer(
  id: string,
  path: readonly (string | number)[],
  { to }: Inject,
  { sound, say }: Scope,
): void {
  const role = sound.rows.roles.get(id);
  if (!role) return;
  if (role['played-by'] === 'simcell') {
    say('simcell-expected', path, { params: { id } });
  } else if (to && !to.some((r) => r === id || r === 'all' || r === role.organisation)) {
    say('expectation-elsewhere', path, { params: { id } });
  }
}

function checkExpectationIds({ sound, located, say }: Scope): void {
  const taken = new Set<string>();
  for (const [inject, rows] of sound.expectations) {
    for (const id of expectationIds(inject, located.sections.injects.get(inject))) {
      if (taken.has(id)) {
        const index = rows.findLast(
          ([, row]) => row.id !== undefined && id.startsWith(row.id),
        )?.[0];
        const path = ['injects', inject, 'expect', index ?? 0, 'id'];
        say('duplicate-expectation', path, { params: { id } });
      }
      taken.add(id);
    }
  }
}
