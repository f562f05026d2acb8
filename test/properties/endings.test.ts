/** Nothing that was asked for is left hanging, and nothing happens where it may not. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExerciseEvent } from '../../engine/exercise/entry.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import { steps } from '../support/behaviours.ts';
import { conduct } from '../support/conduct.ts';
import { PATIENCE, runs } from '../support/runs.ts';
import { plans } from '../support/scenarios.ts';

const ENDINGS = ['met', 'late', 'lapsed', 'waived', 'outside'].map((end) => `obligation.${end}`);

/** Each event with the exercise time at which it happened. */
function events(
  ...exercise: Parameters<typeof conduct>
): readonly (readonly [number, ExerciseEvent])[] {
  return conduct(...exercise).drafts.flatMap((draft) =>
    'event' in draft ? [[draft.at, draft.event] as const] : [],
  );
}

test(
  'every expectation that fell due ends in exactly one of met, late, lapsed, waived and outside',
  () => {
    fc.assert(
      fc.property(plans, steps, (plan, drawn) => {
        const lives = new Map<string, string[]>();
        const dues = new Map<string, number>();
        for (const [at, event] of events(plan, drawn)) {
          if (!('obligation' in event)) continue;
          const { type, obligation } = event;
          const life = lives.get(obligation) ?? [];
          lives.set(obligation, [...life, type]);
          if (type === 'obligation.opened') dues.set(obligation, event.due);
          const due = dues.get(obligation) ?? NaN;
          if (type === 'obligation.met') expect(at).toBeLessThanOrEqual(due);
          if (type === 'obligation.overdue') expect(at).toBe(due);
          if (type === 'obligation.late') expect(at).toBeGreaterThanOrEqual(due);
        }
        for (const life of lives.values()) {
          expect(life[0]).toBe('obligation.opened');
          expect(life.slice(1).filter((type) => type !== 'obligation.overdue')).toEqual([
            life.at(-1),
          ]);
          expect(ENDINGS).toContain(life.at(-1));
          const overdue = life.includes('obligation.overdue');
          // The role says that it was done, in time or not: that the tool did not see.
          if (life.at(-1) === 'obligation.outside') continue;
          expect(['obligation.late', 'obligation.lapsed'].includes(life.at(-1)!)).toBe(overdue);
        }
      }),
      runs(300),
    );
  },
  PATIENCE,
);

test(
  'nothing is released twice or outside its phases unless control says so; after ENDEX, nothing',
  () => {
    fc.assert(
      fc.property(plans, steps, (plan, drawn) => {
        const released = new Set<string>();
        const times = watchTimes(plan);
        /** By thread, '' for the storyline. */
        const stands = new Map<string, string>();
        const thread = (id: string): string =>
          plan.phases.find((phase) => phase.id === id)?.thread ?? '';
        let ended = false;
        for (const [at, event] of events(plan, drawn)) {
          times.notice(at, event);
          if (event.type === 'phase.entered') {
            expect(event.from).toBe(stands.get(thread(event.phase)));
            expect(ended).toBe(false);
            stands.set(thread(event.phase), event.phase);
          }
          if (event.type === 'thread.ended') {
            expect(event.from).toBe(stands.get(event.thread));
            stands.delete(event.thread);
          }
          if (event.type === 'exercise.ended') {
            expect(ended).toBe(false);
            ended = true;
          }
          if ('inject' in event) expect(ended).toBe(false);
          if (event.type !== 'inject.released') continue;
          expect(released.has(event.inject)).toBe(false);
          released.add(event.inject);
          const row = plan.injects.find(({ id }) => id === event.inject);
          if (!row || event.cause === 'control') continue;
          const here = new Set(stands.values());
          if (row.phases.length > 0) expect(row.phases.some((one) => here.has(one))).toBe(true);
          if (event.cause === 'due') expect(at).toBeGreaterThanOrEqual(times.of(row.id));
          if (event.cause === 'if-not') expect(row.trigger.type).toBe('if-not');
        }
        expect(ended).toBe(true);
      }),
      runs(300),
    );
  },
  PATIENCE,
);

/** When each inject is to come, by the plan, its trigger, and what control has moved. */
function watchTimes(plan: Plan) {
  const due = new Map(
    plan.injects.map(({ id, trigger }) => [id, trigger.type === 'at' ? trigger.at : Infinity]),
  );
  const gone = new Set<string>();
  return {
    of: (inject: string): number => due.get(inject) ?? Infinity,
    notice: (at: number, event: ExerciseEvent): void => {
      if (event.type === 'inject.scheduled') due.set(event.inject, event.due);
      if (event.type === 'inject.changed' && event.due !== undefined) {
        expect(gone.has(event.inject)).toBe(false);
        due.set(event.inject, event.due);
      }
      if (event.type === 'inject.released') gone.add(event.inject);
      if (event.type !== 'exercise.shifted') return;
      for (const [id, time] of due) {
        if (time > at && !gone.has(id)) due.set(id, Math.max(at, time + event.by));
      }
    },
  };
}

/** Every phase that can come from here, by the script: worked out by walking it. */
function comesTo(plan: Plan, from: string): ReadonlySet<string> {
  const found = new Set([from]);
  for (const phase of found) {
    for (const { to } of plan.phases.find(({ id }) => id === phase)?.next ?? []) found.add(to);
    for (const { phases, options } of plan.decisions) {
      if (!phases.includes(phase)) continue;
      for (const { goto } of options) if (goto !== undefined) found.add(goto);
    }
  }
  return found;
}

test(
  'an inject waits as long as one of its phases can come, and no longer',
  () => {
    fc.assert(
      fc.property(plans, steps, (plan, drawn) => {
        let before = new Map<string, string>();
        conduct(plan, drawn, ({ status, strands, injects }, drafts) => {
          if (status !== 'running' && status !== 'paused') return;
          const ahead = new Set(
            [...strands.values()].flatMap(({ phase }) => [...comesTo(plan, phase)]),
          );
          for (const { row, status: now } of injects.values()) {
            const comes = row.phases.length === 0 || row.phases.some((one) => ahead.has(one));
            if (now === 'planned') expect([row.id, comes]).toEqual([row.id, true]);
            const passedNow = now === 'passed' && before.get(row.id) !== 'passed';
            // Within one step a strand can go on, or back, after it has passed an inject over.
            const once = drafts.filter(
              (d) =>
                'event' in d &&
                (d.event.type === 'phase.entered' || d.event.type === 'thread.ended'),
            );
            if (passedNow && once.length < 2) expect([row.id, comes]).toEqual([row.id, false]);
          }
          before = new Map([...injects].map(([id, inject]) => [id, inject.status]));
        });
      }),
      runs(300),
    );
  },
  PATIENCE,
);
