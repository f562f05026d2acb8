/**
 * What a condition waits for. Knows: how conditions read the things that can happen.
 * Does not know: when those happen (earliest finds it).
 */
import { leaves, type Condition } from './condition.ts';
import { NEVER } from './earliest.ts';
import { expectationIds, type References } from './references.ts';
import type { Scope } from './scope.ts';
import type { Expectation, Sound } from './shape.ts';
import type { Ms } from './time.ts';

/** What expectations in conditions stand for: their inject, and how long they may take. */
export type Expected = ReadonlyMap<string, { readonly inject: string; readonly within: Ms }>;

export type At = (key: string) => Ms;
export type Reader = {
  readonly keys: (condition: Condition) => readonly string[];
  readonly time: (condition: Condition, at: At) => Ms;
};

/** How conditions read the nodes. A name that is not known is not waited for. */
export function reader(sound: Sound, references: References, expected: Expected): Reader {
  const leaf = (condition: Condition): readonly [string, Ms] => {
    switch (condition.type) {
      case 'fact': {
        const delay = seesNothing(condition.by, condition.mode, sound) ? NEVER : 0;
        return [`fact:${references.meant('fact', condition.fact) ?? ''}`, delay];
      }
      case 'task': {
        const within = sound.rows.tasks.get(condition.task)?.within ?? 0;
        return [`task:${condition.task}`, condition.is === 'overdue' ? within : 0];
      }
      case 'decision':
        return [`decision:${condition.decision}`, 0];
      case 'inject':
        return [`inject:${condition.inject}`, 0];
      case 'expectation': {
        const { inject, within } = expected.get(condition.expectation) ?? { inject: '', within: 0 };
        return [`inject:${inject}`, condition.is === 'overdue' ? within : 0];
      }
      case 'phase':
        return [`phase:${condition.phase}`, 0];
      case 'service': {
        // A service is up from the start: only to be down must something happen to it.
        const key = `service:${references.meant('service', condition.service) ?? ''}`;
        return [condition.is === 'down' ? key : '', 0];
      }
      case 'time-after':
        return ['', condition.at];
      default:
        return ['', 0];
    }
  };
  const time = (condition: Condition, at: At): Ms => {
    switch (condition.type) {
      case 'all':
        return condition.of.reduce((most, part) => Math.max(most, time(part, at)), 0);
      case 'any':
        return condition.of.reduce((least, part) => Math.min(least, time(part, at)), NEVER);
      case 'not':
        return 0;
      default: {
        const [key, delay] = leaf(condition);
        return (key === '' ? 0 : at(key)) + delay;
      }
    }
  };
  return { keys: (condition) => leaves(condition).map((part) => leaf(part)[0]), time };
}

/** Nobody opens anything on the simulation cell's behalf. */
export function seesNothing(by: readonly string[], mode: 'all' | 'any', { rows }: Sound): boolean {
  const simulated = (id: string): boolean => rows.roles.get(id)?.['played-by'] === 'simcell';
  return mode === 'all' ? by.some(simulated) : by.length > 0 && by.every(simulated);
}

export function expectations({ sound, located }: Scope): Expected {
  const expected = new Map<string, { readonly inject: string; readonly within: Ms }>();
  for (const [inject, rows] of sound.expectations) {
    // Also those whose row is not sound are known by name.
    for (const id of expectationIds(inject, located.sections.injects.get(inject))) {
      expected.set(id, { inject, within: 0 });
    }
    for (const [i, row] of rows) {
      const base = row.id ?? `${inject}.${i + 1}`;
      const within = withinOf(row, sound);
      const parts = row.role.length > 1 ? row.role.map((role) => `${base}/${role}`) : [];
      for (const id of [base, ...parts]) expected.set(id, { inject, within });
    }
  }
  return expected;
}

export function withinOf({ within, task, decision }: Expectation, { rows }: Sound): Ms {
  return (
    within ?? rows.tasks.get(task ?? '')?.within ?? rows.decisions.get(decision ?? '')?.within ?? 0
  );
}

type Subject = {
  readonly [K in 'inject' | 'phase' | 'decision' | 'task']?: string | undefined;
};

export function subjectKey({ inject, phase, decision, task }: Subject): string {
  if (inject !== undefined) return `inject:${inject}`;
  if (phase !== undefined) return `phase:${phase}`;
  return decision !== undefined ? `decision:${decision}` : `task:${task ?? ''}`;
}
