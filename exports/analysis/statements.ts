/**
 * What was said to the public: which topics, by whom, when first, and what did not agree.
 * Knows: statements and the facts attached to them. Does not know: free text, tone, or reach.
 */
import type { Outlet } from '../../engine/exercise/entry.ts';
import type { FactId, RoleId } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import { type Contradiction, contradictionsIn, publishedIn } from './contradictions.ts';
import { versionsOf } from './fidelity/versions.ts';
import { type Evidence, type History, evidence, groupBy, of } from './history.ts';
import type { Items } from './items.ts';

export type Statement = {
  readonly item: string;
  readonly role: RoleId;
  readonly outlet: Outlet;
  readonly at: Ms;
  readonly facts: readonly FactId[];
  /** Changed versions that it held out as true. */
  readonly wrong: readonly FactId[];
  readonly evidence: Evidence;
};
/** A matter that statements were about. */
export type Topic = {
  /** The true fact. */
  readonly fact: FactId;
  readonly senders: readonly {
    readonly role: RoleId;
    readonly firstAt: Ms;
    readonly statements: number;
    /** It also held out a changed version as true. */
    readonly wrong: boolean;
    readonly evidence: Evidence;
  }[];
  readonly firstAt: Ms;
  /** From when the fact, in any version, first came into the exercise until the first statement. */
  readonly waited?: Ms;
  readonly evidence: Evidence;
};
export type Statements = {
  readonly statements: readonly Statement[];
  readonly senders: readonly RoleId[];
  /** In order of their first statement. */
  readonly topics: readonly Topic[];
  /** Among statements, and among them and the picture. */
  readonly contradictions: readonly Contradiction[];
};

export function analyseStatements(history: History, items: Items): Statements {
  const versions = versionsOf(history.plan);
  const statements = of(history, 'statement.published').map(({ seq, at, event }): Statement => {
    const { statement: item, role, outlet, facts } = event;
    const wrong = versions.claimed(facts).filter(versions.isVariant);
    return { item, role, outlet, at, facts, wrong, evidence: [seq] };
  });
  const said = statements.flatMap((row) =>
    [...new Set(row.facts.map(versions.original))].map((fact) => ({ fact, row })),
  );
  const born = new Map<FactId, Ms>();
  for (const { at, facts } of items.all) {
    for (const fact of facts) {
      const original = versions.original(fact);
      if (!born.has(original)) born.set(original, at);
    }
  }
  const topics = [...groupBy(said, ({ fact }) => fact)].map(([fact, rows]) =>
    topicOf(
      fact,
      rows.map(({ row }) => row),
      born.get(fact),
      (wrong) => versions.original(wrong) === fact,
    ),
  );
  const sections = new Map(
    of(history, 'picture.updated').map(({ event }) => [event.picture, event.section]),
  );
  return {
    statements,
    senders: [...new Set(statements.map(({ role }) => role))],
    topics,
    contradictions: contradictionsIn(publishedIn(items.all, sections), versions),
  };
}

function topicOf(
  fact: FactId,
  rows: readonly Statement[],
  born: Ms | undefined,
  ofTopic: (wrong: FactId) => boolean,
): Topic {
  const firstAt = rows[0]?.at ?? 0;
  return {
    fact,
    senders: [...groupBy(rows, ({ role }) => role)].map(([role, own]) => ({
      role,
      firstAt: own[0]?.at ?? 0,
      statements: own.length,
      wrong: own.some(({ wrong }) => wrong.some(ofTopic)),
      evidence: evidence(...own.map((row) => row.evidence)),
    })),
    firstAt,
    ...(born !== undefined && { waited: firstAt - born }),
    evidence: evidence(...rows.map((row) => row.evidence)),
  };
}
