/** When things come by the plan: written, on the usual course, or at the earliest. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../../engine/scenario/time.ts';
import { byMoment, scheduleOf } from '../../../exports/plan/schedule.ts';
import { runs } from '../../support/runs.ts';
import { plans } from '../../support/scenarios.ts';
import { planOf, taskOf } from '../fixture.ts';
import { inject, smallPlan } from './fixture.ts';

const schedule = scheduleOf(smallPlan);

describe('a plan with a decision that lapses', () => {
  test('goes by the default: the decision’s window ends the phase before its length does', () => {
    expect(schedule.spans.filter(({ thread }) => !thread)).toEqual([
      { phase: 'alarm', from: 0, to: 45 * MINUTE },
      { phase: 'spread', from: 45 * MINUTE, to: 165 * MINUTE },
    ]);
    expect(schedule.asides).toEqual([{ phase: 'dark', from: 15 * MINUTE, to: 75 * MINUTE }]);
  });

  test('a thread moves by its own gate and ends with the storyline', () => {
    expect(schedule.spans.filter(({ thread }) => thread)).toEqual([
      { phase: 'calm', thread: 'press-line', from: 0, to: 35 * MINUTE },
      { phase: 'storm', thread: 'press-line', from: 35 * MINUTE, to: 165 * MINUTE },
    ]);
  });

  test.each([
    ['call', { at: 15 * MINUTE, exact: true, course: true }],
    ['spread-news', { at: 55 * MINUTE, exact: false, course: true }],
    ['dark-floor', { at: 35 * MINUTE, exact: false, course: false }],
    ['nudge', { at: 35 * MINUTE, exact: false, course: false }],
    ['by-hand', undefined],
    ['blamed', { at: 35 * MINUTE, exact: false, course: false }],
  ])('%s', (id, moment) => expect(schedule.inject(id)).toEqual(moment));

  test('tasks, decisions and questions have their moments too', () => {
    expect(schedule.task('early-warning')).toMatchObject({ at: 15 * MINUTE, course: true });
    expect(schedule.task('restore')).toMatchObject({ at: 0 });
    expect(schedule.decision('cut')).toMatchObject({ at: 15 * MINUTE });
    expect(schedule.question('owner')).toMatchObject({ at: HOUR, exact: true });
    expect(schedule.question('what')).toMatchObject({ at: 90 * MINUTE, exact: false });
    expect(schedule.phase('alarm')).toMatchObject({ at: 0, exact: true });
  });
});

test('what a `not` has ceased to allow is not on the usual course', () => {
  const late = (is: string) =>
    ({
      type: 'all',
      of: [
        { type: 'time-after', at: 2 * HOUR },
        { type: 'not', of: { type: 'decision', decision: 'cut', is } },
      ],
    }) as const;
  const plan = {
    ...smallPlan,
    injects: [
      ...smallPlan.injects,
      inject('not-default', 7, { trigger: { type: 'when', when: late('stay') } }),
      inject('not-other', 8, { trigger: { type: 'when', when: late('cut') } }),
    ],
  };
  expect(scheduleOf(plan).inject('not-default')).toMatchObject({ at: 2 * HOUR, course: false });
  expect(scheduleOf(plan).inject('not-other')).toMatchObject({ at: 2 * HOUR, course: true });
});

test('a branch is taken when its condition holds as the phase ends', () => {
  const plan = planOf({
    tasks: [taskOf({ id: 'warn', within: HOUR })],
    begins: 'a',
    phases: [
      {
        id: 'a',
        title: 'A',
        length: 2 * HOUR,
        next: [{ when: { type: 'task', task: 'warn', is: 'done' }, to: 'good' }, { to: 'bad' }],
      },
      { id: 'good', title: 'G', next: [] },
      { id: 'bad', title: 'B', next: [] },
    ],
  });
  const phases = (within: number): readonly string[] =>
    scheduleOf({ ...plan, tasks: [taskOf({ id: 'warn', within })] }).spans.map(
      ({ phase }) => phase,
    );
  expect(phases(HOUR)).toEqual(['a', 'good']);
  expect(phases(3 * HOUR)).toEqual(['a', 'bad']);
});

test('a storyline that goes in rings comes to an end', () => {
  const ring = planOf({
    begins: 'a',
    length: 10_000 * HOUR,
    phases: [
      { id: 'a', title: 'A', length: MINUTE, next: [{ to: 'b' }] },
      { id: 'b', title: 'B', length: MINUTE, next: [{ to: 'a' }] },
    ],
  });
  const { spans } = scheduleOf(ring);
  expect(spans.length).toBeGreaterThan(50);
  expect(spans.length).toBeLessThan(200);
});

test('sorted by time, what has none last and in the script’s order', () => {
  const rows = byMoment(smallPlan.injects, schedule.inject).map(({ id }) => id);
  expect(rows).toEqual(['call', 'dark-floor', 'nudge', 'blamed', 'spread-news', 'by-hand']);
});

test('any plan: times are whole, within reach, and no earlier than what is written', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const found = scheduleOf(plan);
      for (const { id, trigger } of plan.injects) {
        const moment = found.inject(id);
        if (trigger.type === 'at') expect(moment).toMatchObject({ at: trigger.at, exact: true });
        if (moment) expect(Number.isInteger(moment.at) && moment.at >= 0).toBe(true);
      }
      for (const { from, to } of found.spans) expect(to).toBeGreaterThanOrEqual(from);
      expect(scheduleOf(plan).spans).toEqual(found.spans);
    }),
    runs(100),
  );
});
