/** The analysis against the formulas done again naively, on thousands of random exercises. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weightedKappa } from '../../../exports/analysis/agreement.ts';
import { analyse } from '../../../exports/analysis/analysis.ts';
import { survival } from '../../../exports/analysis/survival.ts';
import { confusion, conformance, eventsOf, kappa, minutesOf, stillWaiting } from './oracle.ts';
import { plays } from './play.ts';

describe('an independent reading of the formulas agrees', () => {
  test('on who held a task, for how long, and that the parts are the whole', () => {
    fc.assert(
      fc.property(plays, ({ plan, play }) => {
        const entries = play();
        const analysis = analyse(entries);
        const events = eventsOf(entries);
        for (const { id } of plan.tasks) {
          const run = analysis.responsibility.tasks.find((row) => row.task === id)?.run;
          const sums = minutesOf(events, id);
          expect(run === undefined).toBe(sums === undefined);
          if (!run || !sums) continue;
          expect(run.holding).toMatchObject(sums);
          expect(sums.vacuum + sums.contention + sums.single).toBe(sums.whole);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('on conformance, gap, overlap, drift and an owner who was never there', () => {
    fc.assert(
      fc.property(plays, ({ plan, play }) => {
        const entries = play();
        const analysis = analyse(entries);
        const events = eventsOf(entries);
        for (const task of plan.tasks) {
          const run = analysis.responsibility.tasks.find((row) => row.task === task.id)?.run;
          const said = conformance(events, task);
          if (!run || !said) {
            expect(run).toBe(said);
            continue;
          }
          const { jaccard, gap, overlap, drift, absentA } = run;
          expect({
            ...(jaccard !== undefined && { jaccard }),
            gap,
            overlap,
            drift: [...drift].sort(),
            absentA,
          }).toEqual(said);
        }
      }),
      { numRuns: 1_500 },
    );
  });

  test('on the confusion matrix and weighted κ', () => {
    fc.assert(
      fc.property(plays, ({ plan, play }) => {
        const entries = play();
        const { matrix, kappa: ours } = analyse(entries).responsibility.roles;
        expect(matrix).toEqual(confusion(plan, eventsOf(entries)));
        const theirs = kappa(matrix);
        if (ours === undefined || theirs === undefined) expect(ours).toBe(theirs);
        else expect(ours).toBeCloseTo(theirs, 9);
      }),
      { numRuns: 500 },
    );
  });

  test('on Kaplan–Meier, with any share of waits censored', () => {
    const wait = fc.record({ time: fc.integer({ min: 1, max: 30 }), happened: fc.boolean() });
    fc.assert(
      fc.property(fc.array(wait, { maxLength: 25 }), (waits) => {
        const { steps, median } = survival(waits);
        for (const step of steps) {
          expect(step.waiting).toBeCloseTo(stillWaiting(waits, step.time), 9);
        }
        const half = Array.from({ length: 31 }, (_, t) => t).find(
          (t) => stillWaiting(waits, t) <= 0.5 + 1e-9,
        );
        expect(median).toBe(half);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('published examples', () => {
  /** Freireich et al. 1963, the 6-MP arm, as in every textbook of survival analysis. */
  test('Kaplan–Meier of 21 patients in remission', () => {
    const died = [6, 6, 6, 7, 10, 13, 16, 22, 23];
    const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
    const { steps, median } = survival([
      ...died.map((time) => ({ time, happened: true })),
      ...censored.map((time) => ({ time, happened: false })),
    ]);
    const rounded = steps.map(({ time, waiting }) => [time, Number(waiting.toFixed(3))]);
    expect(rounded).toEqual([
      [6, 0.857],
      [7, 0.807],
      [10, 0.753],
      [13, 0.69],
      [16, 0.627],
      [22, 0.538],
      [23, 0.448],
    ]);
    expect(median).toBe(23);
  });

  /** Hout, Duncan and Sobel 1987 (Agresti's table); R's `vcd::Kappa` prints 0.2374 for equal spacing. */
  test('linearly weighted κ of husbands and wives on a scale of four', () => {
    const matrix = [
      [7, 7, 2, 3],
      [2, 8, 3, 7],
      [1, 5, 4, 9],
      [2, 8, 9, 14],
    ];
    expect(weightedKappa(matrix)).toBeCloseTo(0.2374, 4);
  });
});
