/**
 * Information flow: which role had which fact when, and who lacked one that it needed.
 * Knows: three levels – delivered, known (opened), used. Does not know: what was understood.
 */
import type { FactId, RoleId } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import type { Cast } from '../cast.ts';
import { type Evidence, type History, evidence } from '../history.ts';
import type { Items } from '../items.ts';
import { type Biography, biographies } from './biography.ts';
import { type DutyResult, readDuties } from './duty.ts';
import { type Foresight, readForesight } from './feasible.ts';
import type { Knowledge } from './knowledge.ts';
import { type Markings, readMarkings } from './marking.ts';
import { type NeedResult, readNeeds } from './needs.ts';
import { type Noise, type Spread, readNoise, readSpread } from './spread.ts';

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
  /** First delivered to anybody, or told in a call. Absent: it never came into the exercise. */
  readonly availableAt?: Ms;
  /** In the order they came to know; those who never did are last. */
  readonly roles: readonly Possession[];
  readonly used: boolean;
};
export type Flow = {
  readonly facts: readonly FactResult[];
  readonly needs: readonly NeedResult[];
  /** Share of the needs that were met in time. Absent when there were none. */
  readonly coverage?: number;
  readonly biographies: readonly Biography[];
  readonly duties: readonly DutyResult[];
  readonly markings: Markings;
  readonly spread: Spread;
  readonly noise: Noise;
  readonly foresight: Foresight;
};

export function analyseFlow(
  history: History,
  items: Items,
  knowledge: Knowledge,
  cast: Cast,
): Flow {
  const needs = readNeeds(history, knowledge);
  const met = needs.filter((need) => need.where === 'known').length;
  const duties = readDuties(history, items, knowledge, needs);
  return {
    facts: history.plan.facts.map((fact) => factResult(history, knowledge, fact.id)),
    needs,
    ...(needs.length > 0 && { coverage: met / needs.length }),
    biographies: biographies(history, items, knowledge),
    duties,
    markings: readMarkings(history, items, knowledge),
    spread: readSpread(history, knowledge, cast, needs),
    noise: readNoise(history, knowledge, needs),
    foresight: readForesight(history, items, knowledge, needs, duties),
  };
}

function factResult({ plan }: History, knowledge: Knowledge, fact: FactId): FactResult {
  const availableAt = knowledge.carriers(fact)[0]?.at;
  const roles = plan.roles.flatMap(({ id }) => possessionOf(knowledge, fact, id, availableAt));
  return {
    fact,
    ...(availableAt !== undefined && { availableAt }),
    roles: roles.sort((a, b) => (a.knownAt ?? Infinity) - (b.knownAt ?? Infinity) || 0),
    used: roles.some((row) => row.usedAt !== undefined),
  };
}

function possessionOf(
  knowledge: Knowledge,
  fact: FactId,
  role: RoleId,
  availableAt: Ms | undefined,
): readonly Possession[] {
  const delivered = knowledge.delivered(fact).get(role);
  const known = knowledge.knowers(fact).get(role);
  const used = knowledge.uses(fact).get(role);
  if (!delivered && !known && !used) return [];
  return [
    {
      role,
      ...(delivered && { deliveredAt: delivered.at }),
      ...(known && { knownAt: known.at }),
      ...(used && { usedAt: used.at }),
      ...(known && availableAt !== undefined && { timeToKnow: known.at - availableAt }),
      evidence: evidence(delivered?.seq, known?.seq, used?.seq),
    },
  ];
}
