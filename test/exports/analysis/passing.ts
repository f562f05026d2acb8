/** A small plan with facts and their changed versions, and acts that carry them. */
import type {
  ExerciseEvent,
  Outlet,
  PictureSection,
  Sureness,
} from '../../../engine/exercise/entry.ts';
import type { Fact, Inject, Plan } from '../../../engine/plan/plan.ts';
import { planOf, role, taskOf, writer } from '../fixture.ts';

export const factOf = (id: string, parts: Partial<Fact> = {}): Fact => ({
  id,
  text: id,
  domain: 'digital',
  trueFrom: 0,
  marking: 'TLP:GREEN',
  ...parts,
});
export const injectOf = (id: string, parts: Partial<Inject> = {}): Inject => ({
  id,
  number: 1,
  title: id,
  body: id,
  from: { name: 'Vagtcentral' },
  to: [],
  channel: 'phone',
  domain: 'digital',
  marking: 'TLP:GREEN',
  facts: [],
  objectives: [],
  trigger: { type: 'at', at: 0 },
  phases: [],
  ...parts,
});

/** Four roles in three houses; c′ is a changed version of c; the mayor needs a and c. */
export const plan = (parts: Partial<Plan> = {}): Plan =>
  planOf({
    organisations: ['it', 'town', 'region'].map((id) => ({ id, name: id })),
    roles: [
      role('duty', 'it'),
      role('clerk', 'town'),
      role('mayor', 'town'),
      role('doctor', 'region'),
      { ...role('press', 'region'), playedBy: 'simcell' },
    ],
    facts: [
      ...['a', 'b', 'c', 'd'].map((id) => factOf(id)),
      factOf('c2', { variantOf: 'c', certainty: 'possible' }),
    ],
    tasks: [
      taskOf({ id: 'warn', accountable: ['mayor'], responsible: ['mayor'], needs: ['a', 'c'] }),
    ],
    injects: [
      injectOf('report', { facts: ['a', 'b', 'c', 'd'], to: ['duty'] }),
      injectOf('rumour', { facts: ['c2'], to: ['duty', 'clerk'], channel: 'news' }),
      injectOf('hint', { facts: ['c2'], to: ['doctor'] }),
    ],
    ...parts,
  });

/** A journal in which somebody can also publish. */
export function journal(parts: Partial<Plan> = {}) {
  const w = writer(plan(parts));
  let [statements, pictures] = [0, 0];
  const put = (event: ExerciseEvent): string => {
    w.due(event);
    return 'statement' in event ? event.statement : 'picture' in event ? event.picture : '';
  };
  const publish = (
    who: string,
    facts: readonly string[],
    certainty?: Sureness,
    outlet: Outlet = 'press',
  ): string =>
    put({
      ...{ type: 'statement.published', statement: `statement.${(statements += 1)}`, role: who },
      ...{ outlet, title: 'Vi melder ud', body: 'Ord.', facts },
      ...(certainty && { certainty }),
    });
  const picture = (
    who: string,
    section: PictureSection,
    facts: readonly string[],
    certainty?: Sureness,
  ): string =>
    put({
      ...{ type: 'picture.updated', picture: `picture.${(pictures += 1)}`, role: who, section },
      ...{ version: pictures, text: 'Ord.', facts, marking: 'TLP:GREEN' },
      ...(certainty && { certainty }),
    });
  for (const { id, playedBy } of plan(parts).roles) if (playedBy === 'participant') w.seat(id);
  w.start();
  return { w, publish, picture };
}
