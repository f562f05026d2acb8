/**
 * Every decision: when it was raised, noticed, made and told, by whom, with what authority, and on
 * what information. Knows: what was known when. Does not know: whether the choice was wise.
 */
import type { Decision, FactId, RoleId } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import { type Evidence, type Happening, type History, actor, evidence, of } from './history.ts';
import { type Item, type Items, answers } from './items.ts';
import { type Survival, survival } from './survival.ts';

/** Where a key fact was when the decision was made. */
export type FactAtHand = {
  readonly fact: FactId;
  /** `unopened`: lay with the decider, unread. `held`: another role knew it. `nowhere`: nobody did. */
  readonly where: 'known' | 'unopened' | 'held' | 'nowhere';
  readonly heldBy: readonly RoleId[];
  readonly evidence: Evidence;
};
export type DecisionResult = {
  readonly decision: string;
  readonly authority: readonly RoleId[];
  /** Absent when it was never raised. */
  readonly run?: DecisionRun;
};
export type DecisionRun = {
  readonly openedAt: Ms;
  readonly due: Ms;
  /** First act of any kind by an authorised role after the decision was raised. */
  readonly noticedAt?: Ms;
  readonly made?: Made;
  /** Made after its time, taken by default, or still not made when its time had passed. */
  readonly late: boolean;
  /** How long it waited: until made by somebody, or (censored) until default or the end. */
  readonly waited: Ms;
  readonly consulted: readonly { readonly role: RoleId; readonly answered: boolean }[];
  /** What was at hand when it was made, or when the exercise ended. */
  readonly atHand: readonly FactAtHand[];
  readonly evidence: Evidence;
};
export type Made = {
  readonly at: Ms;
  readonly option: string;
  readonly reason: string;
  readonly how: 'role' | 'control' | 'default';
  readonly role?: RoleId;
  readonly mandate: 'own' | 'deputy' | 'none' | 'default';
  /** The facts the decider named. */
  readonly facts: readonly FactId[];
  /** First message about the decision from the decider afterwards. */
  readonly toldAt?: Ms;
};
export type Decisions = {
  readonly decisions: readonly DecisionResult[];
  readonly latency: Survival;
};

type Recorded = Happening<'decision.recorded'>;

export function analyseDecisions(history: History, items: Items): Decisions {
  const decisions = history.plan.decisions.map((decision) => {
    const run = runOf(history, items, decision);
    return { decision: decision.id, authority: decision.authority, ...(run && { run }) };
  });
  const waits = decisions.flatMap(({ run }) =>
    run
      ? [{ time: run.waited, happened: run.made !== undefined && run.made.how !== 'default' }]
      : [],
  );
  return { decisions, latency: survival(waits) };
}

function runOf(history: History, items: Items, decision: Decision): DecisionRun | undefined {
  const opened = of(history, 'decision.opened').find((h) => h.event.decision === decision.id);
  if (!opened) return undefined;
  const recorded = of(history, 'decision.recorded').find((h) => h.event.decision === decision.id);
  const { due } = opened.event;
  const noticed = noticedBy(history, decision, opened.seq, recorded?.seq ?? Infinity);
  const told = recorded && toldAfter(items, recorded);
  const made = recorded && madeOf(history, decision, recorded, told);
  const until = recorded?.at ?? history.end;
  return {
    openedAt: opened.at,
    due,
    ...(noticed && { noticedAt: noticed.at }),
    ...(made && { made }),
    late: made?.how === 'default' || until > due,
    waited: until - opened.at,
    consulted: consultedOn(items, decision, recorded?.seq ?? Infinity),
    atHand: atHand(history, items, decision, recorded),
    evidence: evidence(opened.seq, noticed?.seq, recorded?.seq, told?.seq),
  };
}

function noticedBy(
  history: History,
  decision: Decision,
  after: number,
  until: number,
): Happening | undefined {
  return history.events.find(({ seq, event }) => {
    const role = actor(event);
    return seq > after && seq <= until && role !== undefined && decision.authority.includes(role);
  });
}

function toldAfter(items: Items, { seq, event }: Recorded): Item | undefined {
  return items.all.find(
    (item) => item.seq > seq && item.about?.decision === event.decision && item.from === event.role,
  );
}

function madeOf(history: History, decision: Decision, h: Recorded, told: Item | undefined): Made {
  const { option, reason, how, role, facts } = h.event;
  return {
    at: h.at,
    option,
    reason,
    how,
    facts,
    ...(role !== undefined && { role }),
    mandate:
      how === 'default' || role === undefined ? 'default' : mandateOf(history, decision, role),
    ...(told && { toldAt: told.at }),
  };
}

function mandateOf(history: History, { authority }: Decision, role: RoleId): Made['mandate'] {
  if (authority.includes(role)) return 'own';
  const deputised = history.plan.roles.some((r) => authority.includes(r.id) && r.deputy === role);
  return deputised ? 'deputy' : 'none';
}

function consultedOn(items: Items, decision: Decision, until: number): DecisionRun['consulted'] {
  const replies = answers(items, (item) => item.about?.decision === decision.id, until);
  return decision.consult.map((role) => ({
    role,
    answered: replies.some((reply) => reply.role === role),
  }));
}

/** A default is nobody's act: then the authorised roles' knowledge together is what was at hand. */
function atHand(
  history: History,
  items: Items,
  decision: Decision,
  recorded: Recorded | undefined,
): readonly FactAtHand[] {
  const deciders = recorded?.event.role === undefined ? decision.authority : [recorded.event.role];
  const until = recorded?.seq ?? Infinity;
  return decision.needs.map((fact) => whereWas(history, items, fact, deciders, until));
}

/** Where a fact was, seen from `roles`, just before entry `until`. */
export function whereWas(
  history: History,
  items: Items,
  fact: FactId,
  roles: readonly RoleId[],
  until: number,
): FactAtHand {
  const known = of(history, 'fact.known').filter((h) => h.event.fact === fact && h.seq < until);
  const own = known.find((h) => roles.includes(h.event.role));
  if (own) return { fact, where: 'known', heldBy: [], evidence: [own.seq] };
  const lying = items.all.find(
    (item) =>
      item.seq < until && item.facts.includes(fact) && item.to.some((role) => roles.includes(role)),
  );
  const heldBy = [...new Set(known.map((h) => h.event.role))];
  const seqs = known.map((h) => h.seq);
  if (lying) return { fact, where: 'unopened', heldBy, evidence: evidence(lying.seq, seqs) };
  return { fact, where: heldBy.length > 0 ? 'held' : 'nowhere', heldBy, evidence: evidence(seqs) };
}
