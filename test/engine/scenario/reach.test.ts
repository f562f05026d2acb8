import { expect, test } from 'vitest';
import { check, SCENARIO, spoilt, withRow } from './fixture.ts';

const found = (text: string) =>
  check(text).problems.map(({ code, path, severity }) => `${severity} ${code} ${path}`);
const REST = 'from: press, to: lead, channel: sms, title: T, body: B';
const inject = (row: string): string => withRow('injects', row);

test('one misspelt way on is one Problem: the phase that was meant counts as reached', () => {
  expect(found(spoilt('length: 2h, next: spreading', 'length: 2h, next: spreding'))).toEqual([
    'error unknown-reference phases.alarm.next',
  ]);
});

test('where nobody can guess the way on, no phase is called unreachable', () => {
  expect(found(spoilt('length: 2h, next: spreading', 'length: 2h, next: xxxxxxxxx'))).toEqual([
    'error unknown-reference phases.alarm.next',
  ]);
});

test('a way on whose shape is wrong makes no phase unreachable', () => {
  expect(found(spoilt('length: 2h, next: spreading', 'length: 2h, next: 7'))).toEqual([
    'error wrong-type phases.alarm.next',
  ]);
});

test('an impossible part of a condition is an error in all, a warning in any and not', () => {
  const ghost = `ghost: { when: { inject: ghost }, ${REST} }`;
  const opens = (condition: string) =>
    found(inject(ghost).replace('opens: { inject: call }', `opens: ${condition}`));
  expect(opens('{ all: [{ inject: call }, { inject: ghost }] }')).toEqual([
    'error condition-impossible decisions.disconnect.opens.all[1].inject',
    // The decision never opens, so that the gate asks in vain whether it was to cut.
    'warning condition-impossible phases.spreading.gate.all[1].not.decision',
    'error condition-impossible injects.ghost.when.inject',
  ]);
  expect(opens('{ any: [{ inject: call }, { inject: ghost }] }')).toContain(
    'warning condition-impossible decisions.disconnect.opens.any[1].inject',
  );
  expect(opens('{ not: { inject: ghost } }')).toContain(
    'warning condition-impossible decisions.disconnect.opens.not.inject',
  );
});

test('waiting adds up along a chain, and the end of the exercise cuts it', () => {
  const chain = (delay: string): string =>
    inject(
      `a: { after: { inject: call, delay: 90m }, ${REST} }\n  b: { after: { inject: a, is: opened, delay: ${delay} }, ${REST} }`,
    );
  expect(found(chain('149m'))).toEqual([]);
  expect(found(chain('150m'))).toEqual(['error inject-never-released injects.b.after.delay']);
});

test('an inject comes with its phase; one for a phase already left never comes', () => {
  expect(found(inject(`a: { at: 10m, phase: [spreading, contained], ${REST} }`))).toEqual([]);
  expect(found(inject(`a: { at: 130m, phase: [alarm, restore], ${REST} }`))).toEqual([]);
  expect(found(inject(`a: { at: 130m, phase: alarm, ${REST} }`))).toEqual([
    'error inject-never-released injects.a.at',
  ]);
});

test('a contingency inject of a contingency inject is fine; in a ring it is not', () => {
  const expect_ = 'expect: [{ role: lead, does: open, within: 5m }]';
  const nested = `a: { at: 1h, if-not: b, ${expect_}, ${REST} }\n  b: { if-not: c, ${expect_}, ${REST} }\n  c: { ${REST} }`;
  expect(found(inject(nested))).toEqual([]);
  const ring = nested.replace(`c: { ${REST}`, `c: { if-not: b, ${expect_}, ${REST}`);
  expect(found(inject(ring))).toEqual(['error trigger-cycle injects.b.if-not']);
});

test('what waits for a ring is not blamed for it', () => {
  const rows = `a: { after: { inject: b }, ${REST} }\n  b: { after: { inject: a }, ${REST} }\n  c: { after: { inject: a, delay: 1m }, ${REST} }`;
  expect(found(inject(rows))).toEqual(['error trigger-cycle injects.a.after.inject']);
});

test('a fact known only by the simulation cell is known by nobody', () => {
  const gate = (by: string) => found(inject(`a: { when: { fact: encrypted, ${by} }, ${REST} }`));
  expect(gate('opened-by: [press, lead]')).toEqual([]);
  expect(gate('known-by: [press, lead]')).toEqual([
    'error condition-impossible injects.a.when.fact',
  ]);
});

test('nothing lasts no time at all', () => {
  expect(found(spoilt('length: 4h', 'length: 0m'))).toContain('error out-of-range length');
  expect(found(spoilt('length: 2h, next', 'length: 0m, next'))).toContain(
    'error out-of-range phases.alarm.length',
  );
  expect(found(spoilt('within: 10m', 'within: 0m'))).toEqual([
    'error out-of-range injects.call.expect[0].within',
  ]);
  expect(found(spoilt('within: 60m', 'within: 0m'))).toEqual([
    'error out-of-range tasks.early-warning.within',
  ]);
});

test('a role is idle between injects, before the first and after the last', () => {
  const long = SCENARIO.replace('length: 4h', 'length: 9h');
  const idle = (delay: string) =>
    check(long.replace('delay: 90m', `delay: ${delay}`)).problems.flatMap(
      ({ code, path, params }) =>
        code === 'role-idle' ? [`${path} ${params['from'] ?? ''}-${params['to'] ?? ''}`] : [],
    );
  expect(idle('90m')).toContain('roles.duty T+01:30-T+09:00');
  expect(idle('5h')).toContain('roles.duty T+00:00-T+05:00');
  expect(idle('4h')).toContain('roles.duty T+04:00-T+09:00');
});
