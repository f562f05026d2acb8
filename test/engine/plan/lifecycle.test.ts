/** The two small lives: which step may follow which. */
import { expect, test } from 'vitest';
import {
  NEW_INJECT,
  NEW_OBLIGATION,
  nextInject,
  nextObligation,
  type InjectStatus,
  type ObligationStatus,
} from '../../../engine/plan/lifecycle.machine.ts';

const INJECT_STEPS = ['release', 'hold', 'unhold', 'skip', 'pass'] as const;
const OBLIGATION_STEPS = ['fulfil', 'expire', 'lapse', 'waive', 'excuse'] as const;
const END = OBLIGATION_STEPS.map(() => undefined);

test('an inject', () => {
  const lives: Readonly<Record<InjectStatus, readonly (InjectStatus | undefined)[]>> = {
    planned: ['released', 'held', undefined, 'skipped', 'passed'],
    held: ['released', undefined, 'planned', 'skipped', undefined],
    released: [undefined, undefined, undefined, undefined, undefined],
    skipped: ['released', undefined, undefined, undefined, undefined],
    passed: ['released', undefined, undefined, 'skipped', undefined],
  };
  expect(NEW_INJECT).toBe('planned');
  for (const [status, next] of Object.entries(lives)) {
    expect(INJECT_STEPS.map((step) => nextInject(status as InjectStatus, step))).toEqual(next);
  }
});

test('an obligation', () => {
  const lives: Readonly<Record<ObligationStatus, readonly (ObligationStatus | undefined)[]>> = {
    open: ['met', 'overdue', undefined, 'waived', 'outside'],
    overdue: ['late', undefined, 'lapsed', undefined, 'outside'],
    met: END,
    late: END,
    lapsed: END,
    waived: END,
    outside: END,
  };
  expect(NEW_OBLIGATION).toBe('open');
  for (const [status, next] of Object.entries(lives)) {
    expect(
      OBLIGATION_STEPS.map((step) => nextObligation(status as ObligationStatus, step)),
    ).toEqual(next);
  }
});
