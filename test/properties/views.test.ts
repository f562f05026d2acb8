/** What a screen shows: never another's secret, and the same whether told at once or bit by bit. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changes } from '../../engine/exercise/changes.ts';
import type { Entry } from '../../engine/exercise/entry.ts';
import { apply } from '../../engine/exercise/evolve.ts';
import { controlPuts, controlView } from '../../engine/exercise/overview.ts';
import type { DecisionRow, Put } from '../../engine/exercise/rows.ts';
import { initialState } from '../../engine/exercise/state.ts';
import { rolePuts, roleView } from '../../engine/exercise/view.ts';
import { steps } from '../support/behaviours.ts';
import { conduct } from '../support/conduct.ts';
import { PATIENCE, runs } from '../support/runs.ts';
import { plans } from '../support/scenarios.ts';
import { lettersOf, marks, watchSight } from '../support/sight.ts';

/** A screen: the rows it has been told, by collection and key. */
function put(screen: Map<string, string>, puts: readonly Put[]): void {
  for (const [collection, key, row] of puts) {
    if (row === null) screen.delete(`${collection} ${key}`);
    else screen.set(`${collection} ${key}`, JSON.stringify(row));
  }
}

function sorted(screen: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...screen].sort(([a], [b]) => (a < b ? -1 : 1));
}

function screenOf(puts: readonly Put[]): readonly (readonly [string, string])[] {
  const screen = new Map<string, string>();
  put(screen, puts);
  return sorted(screen);
}

test(
  "no role is ever shown another's secret, and each is shown what is its own",
  () => {
    fc.assert(
      fc.property(plans, steps, (plan, drawn) => {
        const sight = watchSight(plan);
        const shown = initialState(plan);
        conduct(plan, drawn, (_, drafts) => {
          const told = new Map(plan.roles.map(({ id }) => [id, [] as Put[]]));
          for (const draft of drafts) {
            apply(shown, { ...draft, prev: '' });
            sight.notice(draft);
            const refs = 'event' in draft ? changes(shown, draft.event) : [];
            for (const [role, puts] of told) puts.push(...rolePuts(shown, role, refs));
          }
          for (const [role, puts] of told) {
            const view = marks(roleView(shown, role));
            expect([...marks(puts), ...view].filter((mark) => !sight.may(role).has(mark))).toEqual(
              [],
            );
            expect([...sight.must(role)].filter((mark) => !view.has(mark))).toEqual([]);
          }
        });
      }),
      runs(300),
    );
  },
  PATIENCE,
);

test(
  'a decision names to a role those facts it rests on that the role knows, and control all',
  () => {
    fc.assert(
      fc.property(plans, steps, (plan, drawn) => {
        const shown = initialState(plan);
        const knows = new Set<string>();
        const based = new Map<string, readonly string[]>();
        conduct(plan, drawn, (_, drafts) => {
          for (const draft of drafts) {
            apply(shown, { ...draft, prev: '' });
            const event = 'event' in draft ? draft.event : undefined;
            if (event?.type === 'fact.known') knows.add(`${event.role} ${event.fact}`);
            if (event?.type === 'decision.recorded') based.set(event.decision, event.facts);
          }
          for (const { id } of plan.roles) {
            for (const [decision, facts] of namedBy(roleView(shown, id))) {
              const known = (based.get(decision) ?? []).filter((one) => knows.has(`${id} ${one}`));
              expect(facts).toEqual(known);
            }
          }
          for (const [decision, facts] of namedBy(controlView(shown))) {
            expect(facts).toEqual(based.get(decision) ?? []);
          }
        });
      }),
      runs(200),
    );
  },
  PATIENCE,
);

/** Which facts the decisions on a screen say that they rest on. */
function namedBy(puts: readonly Put[]): readonly (readonly [string, readonly string[]])[] {
  return puts.flatMap(([collection, key, row]) =>
    collection === 'decisions' ? [[key, (row as DecisionRow).made?.facts ?? []] as const] : [],
  );
}

test(
  'a role is told how sure somebody is where an item it may see says so, and never which is a version of which',
  () => {
    fc.assert(
      fc.property(plans, steps, (plan, drawn) => {
        const shown = initialState(plan);
        const stated = new Map<string, unknown>();
        const sure = new Map(plan.facts.map(({ id, certainty }) => [id, certainty]));
        for (const { id, facts } of plan.injects) stated.set(id, sureOf(sure, facts));
        conduct(plan, drawn, (_, drafts) => {
          for (const draft of drafts) {
            apply(shown, { ...draft, prev: '' });
            const event = 'event' in draft ? draft.event : undefined;
            if (event?.type === 'message.sent') stated.set(event.message, event.certainty);
            if (event?.type === 'statement.published') stated.set(event.statement, event.certainty);
            if (event?.type === 'picture.updated') stated.set(event.picture, event.certainty);
            if (event?.type === 'inject.written') {
              stated.set(event.inject, sureOf(sure, event.row.facts));
            }
            const refs = event ? changes(shown, event) : [];
            for (const { id } of plan.roles) {
              for (const [collection, key, row] of [
                ...roleView(shown, id),
                ...rolePuts(shown, id, refs),
              ]) {
                const open = ['items', 'statements', 'picture'].includes(collection);
                expect(JSON.stringify(row)).not.toContain('variant');
                const said = row !== null && 'certainty' in row ? row.certainty : undefined;
                expect(said).toEqual(open ? stated.get(key) : undefined);
              }
            }
          }
        });
      }),
      runs(100),
    );
  },
  PATIENCE,
);

/** What an inject says of its facts: what the plan does. */
function sureOf(sure: ReadonlyMap<string, unknown>, facts: readonly string[]): unknown {
  const said = facts.filter((fact) => sure.get(fact) !== undefined);
  return said.length === 0 ? undefined : Object.fromEntries(said.map((f) => [f, sure.get(f)]));
}

test(
  'a role is told its own letters where the scenario shows them, and no letter otherwise',
  () => {
    fc.assert(
      fc.property(plans, steps, (plan, drawn) => {
        const shown = initialState(plan);
        const letters = new Map(plan.tasks.map((task) => [task.id, lettersOf(task)]));
        conduct(plan, drawn, (_, drafts) => {
          for (const draft of drafts) {
            apply(shown, { ...draft, prev: '' });
            const refs = 'event' in draft ? changes(shown, draft.event) : [];
            for (const { id } of plan.roles) {
              for (const [, key, row] of [...roleView(shown, id), ...rolePuts(shown, id, refs)]) {
                if (row === null || !('letters' in row)) continue;
                expect(plan.letters).toBe('shown');
                expect(row.letters).toEqual(letters.get(key)?.(id));
              }
            }
          }
          for (const { id } of plan.roles) {
            const told = roleView(shown, id).filter(([collection]) => collection === 'tasks');
            const due = told.filter(([, key]) => letters.get(key)!(id).length > 0);
            const got = told.filter(([, , row]) => row !== null && 'letters' in row);
            expect(got.length).toBe(plan.letters === 'shown' ? due.length : 0);
          }
        });
      }),
      runs(100),
    );
  },
  PATIENCE,
);

test(
  'told bit by bit, every screen shows what a newcomer would be shown at once',
  () => {
    fc.assert(
      fc.property(plans, steps, (plan, drawn) => {
        const shown = initialState(plan);
        const roles = new Map(plan.roles.map(({ id }) => [id, new Map<string, string>()]));
        const control = new Map<string, string>();
        for (const [role, screen] of roles) put(screen, roleView(shown, role));
        put(control, controlView(shown));
        conduct(plan, drawn, (_, drafts) => {
          for (const draft of drafts) {
            const entry: Entry = { ...draft, prev: '' };
            apply(shown, entry);
            const refs = 'event' in entry ? changes(shown, entry.event) : [];
            for (const [role, screen] of roles) put(screen, rolePuts(shown, role, refs));
            put(control, controlPuts(shown, refs));
          }
          for (const [role, screen] of roles) {
            expect(sorted(screen)).toEqual(screenOf(roleView(shown, role)));
          }
          expect(sorted(control)).toEqual(screenOf(controlView(shown)));
        });
      }),
      runs(200),
    );
  },
  PATIENCE,
);
