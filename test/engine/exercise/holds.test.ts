/** Every condition there is: when it holds, seen by an inject that waits for it. */
import { describe, expect, test } from 'vitest';
import { given, type Given } from '../../support/given.ts';
import { scenario } from '../../support/scenario.ts';

const PARTS = {
  facts: { leak: {} },
  tasks: { warn: { starts: { inject: 'call' }, within: '30m', clock: 'warning' } },
  decisions: { cut: { opens: { inject: 'call' }, within: '40m' } },
  phases: { alarm: { length: '2h', next: 'late' }, late: {} },
};
const CALL = {
  at: '5m',
  to: ['duty', 'boss'],
  facts: ['leak'],
  expect: [
    { id: 'seen', role: ['duty', 'boss'], does: 'acknowledge', within: '10m' },
    { id: 'told', role: 'duty', does: 'message', to: 'lead', within: '20m' },
    { role: 'boss', does: 'declare', within: '1h' },
  ],
};

type Condition = Readonly<Record<string, unknown>>;
type Deeds = (exercise: Given) => unknown;

/** When the condition first holds, in minutes, if people do this; never: undefined. */
function holdsAt(condition: Condition, deeds: Deeds = () => undefined): number | undefined {
  const plan = scenario({ ...PARTS, injects: { call: CALL, watch: { when: condition } } });
  const exercise = given(plan).startex().at('8m');
  deeds(exercise);
  return exercise.at('3h 59m').minutes('inject.scheduled', { inject: 'watch' })[0];
}

const opens =
  (...roles: string[]): Deeds =>
  (exercise) =>
    roles.map((role) => exercise.as(role, { type: 'item.open', item: 'call' }));
const acknowledge =
  (...roles: string[]): Deeds =>
  (exercise) =>
    roles.map((role) => exercise.as(role, { type: 'item.acknowledge', item: 'call' }));
const answer: Deeds = (exercise) =>
  exercise.as('duty', { type: 'message.send', to: [], replyTo: 'call', body: 'Yes' });
const tell: Deeds = (exercise) =>
  exercise.as('duty', { type: 'message.send', to: ['lead'], body: 'Look out' });
const claim: Deeds = (exercise) =>
  exercise.as('boss', { type: 'task.claim', task: 'warn', as: 'accountable' });
const claimAndRelease: Deeds = (exercise) => {
  claim(exercise);
  exercise.as('boss', { type: 'task.release', task: 'warn' });
};
const finish: Deeds = (exercise) =>
  exercise.as('duty', { type: 'task.finish', task: 'warn', note: 'Sent' });
const decide =
  (option: string): Deeds =>
  (exercise) =>
    exercise.as('boss', { type: 'decision.record', decision: 'cut', option, reason: 'So' });
const declare: Deeds = (exercise) =>
  exercise.as('boss', { type: 'awareness.declare', matter: 'incident', reason: 'Aware' });
const both =
  (...all: Deeds[]): Deeds =>
  (exercise) =>
    all.map((deed) => deed(exercise));

const CASES: readonly (readonly [string, Condition, Deeds, number | undefined])[] = [
  [
    'fact known-by: everyone named',
    { fact: 'leak', 'known-by': ['duty', 'boss'] },
    opens('duty', 'boss'),
    8,
  ],
  [
    'fact known-by: one is missing',
    { fact: 'leak', 'known-by': ['duty', 'boss'] },
    opens('duty'),
    undefined,
  ],
  [
    'fact opened-by: one is enough',
    { fact: 'leak', 'opened-by': ['duty', 'boss'] },
    opens('boss'),
    8,
  ],
  [
    'fact opened-by: somebody else',
    { fact: 'leak', 'opened-by': ['lead'] },
    opens('boss'),
    undefined,
  ],
  ['task open', { task: 'warn', is: 'open' }, claim, 5],
  ['task claimed', { task: 'warn', is: 'claimed' }, claim, 8],
  ['task claimed, and not by finishing it', { task: 'warn', is: 'claimed' }, finish, undefined],
  ['task done', { task: 'warn', is: 'done' }, finish, 8],
  ['task overdue', { task: 'warn', is: 'overdue' }, claim, 35],
  ['task not overdue once done', { task: 'warn', is: 'overdue' }, finish, undefined],
  ['decision open', { decision: 'cut', is: 'open' }, decide('cut'), 5],
  ['decision made', { decision: 'cut' }, decide('cut'), 8],
  ['decision made by default', { decision: 'cut', is: 'made' }, claim, 45],
  ['decision is an option', { decision: 'cut', is: 'cut' }, decide('cut'), 8],
  ['decision is another option', { decision: 'cut', is: 'cut' }, decide('stay'), undefined],
  ['inject released', { inject: 'call' }, claim, 5],
  ['inject opened', { inject: 'call', is: 'opened' }, opens('boss'), 8],
  ['inject acknowledged', { inject: 'call', is: 'acknowledged' }, acknowledge('boss'), 8],
  [
    'inject acknowledged, not just opened',
    { inject: 'call', is: 'acknowledged' },
    opens('boss'),
    undefined,
  ],
  ['inject answered', { inject: 'call', is: 'answered' }, answer, 8],
  ['inject answered, not just written about', { inject: 'call', is: 'answered' }, tell, undefined],
  ['expectation met', { expectation: 'told', is: 'met' }, tell, 8],
  ['expectation overdue', { expectation: 'told', is: 'overdue' }, claim, 25],
  ['expectation met is not overdue', { expectation: 'told', is: 'overdue' }, tell, undefined],
  [
    "one of several roles' expectation met",
    { expectation: 'seen/duty', is: 'met' },
    acknowledge('duty'),
    8,
  ],
  [
    "one of several roles' expectation overdue",
    { expectation: 'seen/boss', is: 'overdue' },
    acknowledge('duty'),
    15,
  ],
  [
    "another role's expectation met",
    { expectation: 'seen/boss', is: 'met' },
    acknowledge('duty'),
    undefined,
  ],
  ['phase', { phase: 'late' }, claim, 120],
  ['clock running', { clock: 'warn', is: 'running' }, declare, 8],
  ['clock not running before awareness', { clock: 'warn', is: 'running' }, claim, undefined],
  ['clock met', { clock: 'warn', is: 'met' }, both(declare, finish), 8],
  ['clock late', { clock: 'warn', is: 'late' }, declare, 68],
  ['time-after', { 'time-after': '33m' }, claim, 33],
  ['all', { all: [{ inject: 'call', is: 'opened' }, { 'time-after': '33m' }] }, opens('duty'), 33],
  [
    'all but one',
    { all: [{ inject: 'call', is: 'opened' }, { 'time-after': '33m' }] },
    claim,
    undefined,
  ],
  ['any', { any: [{ inject: 'call', is: 'opened' }, { 'time-after': '33m' }] }, opens('duty'), 8],
  ['not', { not: { phase: 'alarm' } }, claim, 120],
  ['not, from the start', { not: { inject: 'call' } }, claim, 0],
  [
    'not and time: absence by then',
    { all: [{ 'time-after': '33m' }, { not: { task: 'warn', is: 'claimed' } }] },
    claimAndRelease,
    33,
  ],
  [
    'released again',
    { all: [{ 'time-after': '6m' }, { not: { task: 'warn', is: 'claimed' } }] },
    claim,
    6,
  ],
];

describe('a condition holds', () => {
  test.each(CASES)('%s', (_, condition, deeds, minute) => {
    expect(holdsAt(condition, deeds)).toBe(minute);
  });
});
