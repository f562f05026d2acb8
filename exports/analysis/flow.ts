/**
 * Information flow: which role had which fact when, and who lacked one that it needed.
 * Knows: three levels – delivered, known (opened), used. Does not know: what was understood.
 */
import type { FactId, RoleId } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import { type FactAtHand, whereWas } from './decisions.ts';
import { type Evidence, type History, evidence, of } from './history.ts';
import type { Items, Moment } from './items.ts';
import { lifeOf } from './letters.ts';

export type Possession = {
  readonly role: RoleId;
  readonly deliveredAt?: Ms;
  readonly knownAt?: Ms;
  /** First passed on in a message or put before everybody, or named as the basis of a decision. */
  readonly usedAt?: Ms;
  /** Known − first delivered to anybody. */
  readonly timeToKnow?: Ms;
  readonly evidence: Evidence;
};
export type FactResult = {
  readonly fact: FactId;
  /** First delivered to anybody. Absent: it never came into the exercise. */
  readonly availableAt?: Ms;
  /** In the order they came to know; those who never did are last. */
  readonly roles: readonly Possession[];
  readonly used: boolean;
};
/** A role that needed a fact for a task or a decision that arose. */
export type NeedResult = FactAtHand & {
  readonly role: RoleId;
  readonly task?: string;
  readonly decision?: string;
  readonly due: Ms;
};
export type Flow = {
  readonly facts: readonly FactResult[];
  readonly needs: readonly NeedResult[];
  /** Share of the needs that were met in time. Absent when there were none. */
  readonly coverage?: number;
};

export function analyseFlow(history: History, items: Items): Flow {
  const needs = [...taskNeeds(history, items), ...decisionNeeds(history, items)];
  const met = needs.filter((need) => need.where === 'known').length;
  return {
    facts: history.plan.facts.map((fact) => factResult(history, items, fact.id)),
    needs,
    ...(needs.length > 0 && { coverage: met / needs.length }),
  };
}

function factResult(history: History, items: Items, fact: FactId): FactResult {
  const carriers = items.all.filter((item) => item.facts.includes(fact));
  const availableAt = carriers[0]?.at;
  const roles = history.plan.roles.flatMap(({ id: role }) => {
    const delivered = carriers.find((item) => item.to.includes(role));
    const known = of(history, 'fact.known').find(
      (h) => h.event.fact === fact && h.event.role === role,
    );
    const used = firstUse(history, items, fact, role);
    if (!delivered && !known && !used) return [];
    return [holdingOf(role, availableAt, { delivered, known, used })];
  });
  return {
    fact,
    ...(availableAt !== undefined && { availableAt }),
    roles: roles.sort((a, b) => (a.knownAt ?? Infinity) - (b.knownAt ?? Infinity) || 0),
    used: roles.some((row) => row.usedAt !== undefined),
  };
}

function holdingOf(
  role: RoleId,
  availableAt: Ms | undefined,
  points: { readonly [K in 'delivered' | 'known' | 'used']: Moment | undefined },
): Possession {
  const { delivered, known, used } = points;
  return {
    role,
    ...(delivered && { deliveredAt: delivered.at }),
    ...(known && { knownAt: known.at }),
    ...(used && { usedAt: used.at }),
    ...(known && availableAt !== undefined && { timeToKnow: known.at - availableAt }),
    evidence: evidence(delivered?.seq, known?.seq, used?.seq),
  };
}

function firstUse(history: History, items: Items, fact: FactId, role: RoleId): Moment | undefined {
  const passed = items.all.find(
    (item) => item.kind !== 'inject' && item.from === role && item.facts.includes(fact),
  );
  const named = of(history, 'decision.recorded').find(
    (h) => h.event.role === role && h.event.facts.includes(fact),
  );
  const uses: readonly Moment[] = [passed, named].filter((use) => use !== undefined);
  return [...uses].sort((a, b) => a.seq - b.seq)[0];
}

/**
 * A task's facts are needed, before its window closes, by its planned owner and by the one who did
 * it; while nobody has done it, by all who were meant to.
 */
function taskNeeds(history: History, items: Items): readonly NeedResult[] {
  return history.plan.tasks.flatMap((task) => {
    const life = lifeOf(history, task);
    if (!life) return [];
    const due = Math.min(life.due, history.end);
    const until = seqAfter(history, due);
    const needers = [...task.accountable, ...(life.done ? [life.done.role] : task.responsible)];
    return played(history, needers).flatMap((role) =>
      task.needs.map((fact) => ({
        ...whereWas(history, items, fact, [role], until),
        role,
        task: task.id,
        due,
      })),
    );
  });
}

function decisionNeeds(history: History, items: Items): readonly NeedResult[] {
  return history.plan.decisions.flatMap((decision) => {
    const opened = of(history, 'decision.opened').find((h) => h.event.decision === decision.id);
    if (!opened) return [];
    const made = of(history, 'decision.recorded').find((h) => h.event.decision === decision.id);
    const due = made?.at ?? Math.min(opened.event.due, history.end);
    const until = made?.seq ?? seqAfter(history, due);
    const deciders = made?.event.role === undefined ? decision.authority : [made.event.role];
    return played(history, deciders).flatMap((role) =>
      decision.needs.map((fact) => ({
        ...whereWas(history, items, fact, [role], until),
        role,
        decision: decision.id,
        due,
      })),
    );
  });
}

function played(history: History, roles: readonly RoleId[]): readonly RoleId[] {
  return history.plan.roles
    .filter((role) => role.playedBy === 'participant' && roles.includes(role.id))
    .map((role) => role.id);
}

/** The entry number before which everything up to and including `at` happened. */
function seqAfter(history: History, at: Ms): number {
  return history.events.find((h) => h.at > at)?.seq ?? Infinity;
}
