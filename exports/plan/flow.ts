/**
 * The way of each fact by plan: which role is given it when and how, who needs it by when, and where a
 * needing role is left without. Knows: injects, interfaces, expected messages, tasks, decisions.
 * Does not know: what was passed on; that is the after-action report's.
 */
import type { Interface, Plan } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import type { Moment, Schedule } from './schedule.ts';

export type Way = 'inject' | 'interface' | 'message';
/** How a role is given a fact first; `via` is the inject's or the interface's id. */
export type Given = {
  readonly role: string;
  readonly way: Way;
  readonly via: string;
  /** Absent: the plan does not tell when. */
  readonly at?: Ms;
};
export type Need = {
  readonly role: string;
  readonly for: 'task' | 'decision';
  readonly id: string;
  readonly by?: Ms;
  readonly status: 'covered' | 'late' | 'message' | 'hole';
};
export type FactFlow = {
  readonly fact: string;
  readonly sources: readonly { readonly inject: string; readonly moment?: Moment }[];
  readonly interfaces: readonly string[];
  readonly given: ReadonlyMap<string, Given>;
  readonly needs: readonly Need[];
};

export function flowOf(plan: Plan, schedule: Schedule): readonly FactFlow[] {
  return plan.facts.map(({ id }) => {
    const sources = plan.injects
      .filter(({ facts }) => facts.includes(id))
      .map((inject) => ({ inject: inject.id, moment: schedule.inject(inject.id) }));
    const interfaces = plan.interfaces.filter(({ carries }) => carries.includes(id));
    const given = givenIn(id, plan, schedule, interfaces);
    return {
      fact: id,
      sources: sources.map(({ inject, moment }) => ({ inject, ...(moment && { moment }) })),
      interfaces: interfaces.map((row) => row.id),
      given,
      needs: needsOf(id, plan, schedule, given),
    };
  });
}

/** Injects first; then interfaces and expected messages, from those who have it, as far as it gets. */
function givenIn(
  fact: string,
  plan: Plan,
  schedule: Schedule,
  interfaces: readonly Interface[],
): ReadonlyMap<string, Given> {
  const given = new Map<string, Given>();
  const give = (next: Given): boolean => {
    const known = given.get(next.role);
    if (known && !better(next, known)) return false;
    given.set(next.role, next);
    return true;
  };
  for (const { id, facts, to } of plan.injects) {
    if (!facts.includes(fact)) continue;
    const at = schedule.inject(id)?.at;
    for (const role of to) give({ role, way: 'inject', via: id, ...(at !== undefined && { at }) });
  }
  const passing = [
    ...interfaces.map(({ id, from, to, within = 0 }) => ({
      way: 'interface' as const,
      via: id,
      from,
      to,
      within,
      least: schedule.interface(id)?.at ?? 0,
    })),
    ...plan.expectations
      .filter(({ does, facts }) => does === 'message' && facts.includes(fact))
      .map(({ inject, role, to, within }) => ({
        way: 'message' as const,
        via: inject,
        from: [role],
        to,
        within,
        least: schedule.inject(inject)?.at ?? 0,
      })),
  ];
  // Each round passes it one step on; a way that nobody on it has the fact for leads nowhere.
  for (let round = 0, moved = true; moved && round < passing.length; round++) {
    moved = false;
    for (const { way, via, from, to, least } of passing) {
      const held = from.flatMap((role) => given.get(role) ?? []);
      if (held.length === 0) continue;
      const known = held.flatMap(({ at }) => (at === undefined ? [] : [at]));
      const at = known.length === 0 ? undefined : Math.max(least, Math.min(...known));
      for (const role of to) {
        if (give({ role, way, via, ...(at !== undefined && { at }) })) moved = true;
      }
    }
  }
  return given;
}

const RANK: Readonly<Record<Way, number>> = { inject: 0, interface: 1, message: 2 };

/** A promised way counts before a hoped-for one, and then the earlier. */
function better(next: Given, known: Given): boolean {
  const sure = (way: Way): boolean => way !== 'message';
  if (sure(next.way) !== sure(known.way)) return sure(next.way);
  const [a, b] = [next.at ?? Infinity, known.at ?? Infinity];
  return a === b ? RANK[next.way] < RANK[known.way] : a < b;
}

function needsOf(
  fact: string,
  plan: Plan,
  schedule: Schedule,
  given: ReadonlyMap<string, Given>,
): readonly Need[] {
  const need = (
    role: string,
    what: 'task' | 'decision',
    id: string,
    moment: Moment | undefined,
    within: Ms,
  ): Need => {
    const by = moment && moment.at + within;
    const got = given.get(role);
    const late = by !== undefined && got?.at !== undefined && got.at > by;
    const status = !got ? 'hole' : got.way === 'message' ? 'message' : late ? 'late' : 'covered';
    return { role, for: what, id, ...(by !== undefined && { by }), status };
  };
  return [
    ...plan.tasks
      .filter(({ needs }) => needs.includes(fact))
      .flatMap(({ id, accountable, responsible, within }) =>
        [...new Set([...accountable, ...responsible])].map((role) =>
          need(role, 'task', id, schedule.task(id), within),
        ),
      ),
    ...plan.decisions
      .filter(({ needs }) => needs.includes(fact))
      .flatMap(({ id, authority, within }) =>
        authority.map((role) => need(role, 'decision', id, schedule.decision(id), within)),
      ),
  ];
}
