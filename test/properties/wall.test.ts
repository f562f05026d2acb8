/** The projector in the room: what is public and no more, the same told at once or bit by bit. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changes } from '../../engine/exercise/changes.ts';
import type { Draft } from '../../engine/exercise/entry.ts';
import { apply } from '../../engine/exercise/evolve.ts';
import type { Put } from '../../engine/exercise/rows.ts';
import { initialState } from '../../engine/exercise/state.ts';
import { wallPuts, wallView } from '../../engine/exercise/wall.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import { CHANNELS, MARKINGS, type Marking } from '../../engine/scenario/schema.ts';
import { steps } from '../support/behaviours.ts';
import { conduct } from '../support/conduct.ts';
import { PATIENCE, runs } from '../support/runs.ts';
import { plans } from '../support/scenarios.ts';
import { marks } from '../support/sight.ts';

/** Half of the injects come on public channels, under all markings, in an exercise of any. */
const marked: fc.Arbitrary<Plan> = fc
  .tuple(plans, fc.constantFrom(...MARKINGS), fc.nat({ max: 99 }))
  .map(([plan, marking, n]) => ({
    ...plan,
    marking,
    injects: plan.injects.map((row, i) => ({
      ...row,
      channel: i % 2 ? CHANNELS[(n + i) % CHANNELS.length]! : n % 2 ? 'news' : 'social',
      marking: MARKINGS[(n + i) % MARKINGS.length]!,
    })),
  }));

/** What may stand on the wall and what must, from the plan and the record alone. */
function watchWall(plan: Plan) {
  const may = new Set<string>();
  const must = new Set<string>();
  const show = (data: unknown, kept = false): void => {
    for (const mark of marks(data)) {
      may.add(mark);
      if (kept) must.add(mark);
    }
  };
  const isPublic = (channel: string, marking: Marking): boolean =>
    ['news', 'social', 'broadcast'].includes(channel) &&
    marking !== 'TLP:RED' &&
    marking !== 'TLP:AMBER+STRICT' &&
    MARKINGS.indexOf(marking) <= MARKINGS.indexOf(plan.marking);
  const author = (id: string): unknown => {
    const role = plan.roles.find((row) => row.id === id);
    return [role?.name, plan.organisations.find((row) => row.id === role?.organisation)?.name];
  };
  const senderOf = (from: object): unknown =>
    'role' in from ? author(String(from.role)) : 'name' in from ? from.name : '';
  const written = new Map<string, Plan['injects'][number]>();
  const changed = new Map<string, Partial<Plan['injects'][number]>>();
  show(plan.title, true);
  const notice = (draft: Draft): void => {
    if (!('event' in draft)) return;
    const { event } = draft;
    if (event.type === 'exercise.paused' && event.kind === 'real') {
      // Control is told so before it is sent; the reason of any other pause is no wall's.
      show([event.reason]);
    } else if (event.type === 'phase.entered') {
      const phase = plan.phases.find(({ id }) => id === event.phase);
      show([phase?.title, plan.threads?.find(({ id }) => id === phase?.thread)?.title]);
    } else if (event.type === 'inject.written') {
      const row = { marking: plan.marking, ...event.row, id: event.inject };
      written.set(event.inject, row as Plan['injects'][number]);
    } else if (event.type === 'inject.changed') {
      const { title, body } = event;
      const before = changed.get(event.inject);
      changed.set(event.inject, {
        ...before,
        ...(title ? { title } : {}),
        ...(body ? { body } : {}),
      });
    } else if (event.type === 'inject.released') {
      const planned = plan.injects.find(({ id }) => id === event.inject);
      const row = planned
        ? { ...planned, ...changed.get(event.inject) }
        : written.get(event.inject);
      if (!row || !isPublic(row.channel, row.marking)) return;
      show([row.title, row.body], true);
      show(senderOf(row.from));
    } else if (event.type === 'statement.published') {
      show([event.title, event.body], true);
      show(author(event.role));
    } else if (event.type === 'picture.updated' && isPublic('news', event.marking)) {
      show([event.text, author(event.role)]);
    }
  };
  return { may, must, notice };
}

function put(screen: Map<string, string>, puts: readonly Put[]): Map<string, string> {
  for (const [collection, key, row] of puts) {
    if (row === null) screen.delete(`${collection} ${key}`);
    else screen.set(`${collection} ${key}`, JSON.stringify(row));
  }
  return screen;
}
const sorted = (screen: ReadonlyMap<string, string>): readonly string[] =>
  [...screen].map(([key, row]) => `${key} ${row}`).sort();

test(
  'nothing but what is public comes on the wall, and all of that does',
  () => {
    fc.assert(
      fc.property(marked, steps, (plan, drawn) => {
        const sight = watchWall(plan);
        const shown = initialState(plan);
        const screen = put(new Map(), wallView(shown));
        conduct(plan, drawn, (_, drafts) => {
          for (const draft of drafts) {
            apply(shown, { ...draft, prev: '' });
            sight.notice(draft);
            const puts = 'event' in draft ? wallPuts(shown, changes(shown, draft.event)) : [];
            expect([...marks(puts)].filter((mark) => !sight.may.has(mark))).toEqual([]);
            put(screen, puts);
          }
          const whole = wallView(shown);
          expect([...marks(whole)].filter((mark) => !sight.may.has(mark))).toEqual([]);
          expect([...sight.must].filter((mark) => !marks(whole).has(mark))).toEqual([]);
          expect(sorted(screen)).toEqual(sorted(put(new Map(), whole)));
        });
      }),
      runs(300),
    );
  },
  PATIENCE,
);
