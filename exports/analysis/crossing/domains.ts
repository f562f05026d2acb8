/**
 * How long a digital fact took to move somebody in the physical world, and back.
 * Knows: what the plan lets depend on a fact. Does not know: effects outside the plan.
 */
import type { FactId, RoleId } from '../../../engine/plan/plan.ts';
import type { Domain } from '../../../engine/scenario/schema.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import type { Cast } from '../cast.ts';
import { factsIn } from '../condition.ts';
import {
  type Evidence,
  type History,
  type Moment,
  by,
  evidence,
  groupBy,
  inOrder,
  of,
} from '../history.ts';
import type { Items } from '../items.ts';

/**
 * What a fact of one domain did in the other. Only where the plan says that a task or a decision needs
 * it: that something happened afterwards proves nothing.
 */
export type Crossing = {
  readonly fact: FactId;
  readonly from: Domain;
  readonly to: Domain;
  readonly task?: string;
  readonly decision?: string;
  readonly actors: readonly RoleId[];
  /** Somebody first knew it. */
  readonly knownAt: Ms;
  /** One of those who were to act first knew it. */
  readonly crossedAt?: Ms;
  /** From when they could have acted: known; or, where it begins for another reason, begun. */
  readonly readyAt: Ms;
  /** Their first act on it. */
  readonly actedAt?: Ms;
  /** Acted − ready. */
  readonly lag?: Ms;
  readonly window: Ms;
  /** Whether the task or decision came up at all. */
  readonly arose: boolean;
  readonly evidence: Evidence;
};
/** What the plan lets depend on a fact of the other domain. */
type Dependent = {
  readonly task?: string;
  readonly decision?: string;
  readonly domain: Domain;
  readonly needs: readonly FactId[];
  readonly actors: readonly RoleId[];
  readonly window: Ms;
  /** Begins when one of these facts is known. */
  readonly waits: readonly FactId[];
  readonly begun: Moment | undefined;
};

function dependents(history: History): readonly Dependent[] {
  const { plan } = history;
  const tasks = plan.tasks.map((task) => ({
    task: task.id,
    domain: task.domain,
    needs: task.needs,
    actors: [...new Set([...task.accountable, ...task.responsible])],
    window: task.within,
    waits: task.starts ? factsIn(task.starts) : [],
    begun: by(history, 'task.started', 'task', task.id)[0],
  }));
  const decisions = plan.decisions.map((row) => ({
    decision: row.id,
    domain: row.domain,
    needs: row.needs,
    actors: row.authority,
    window: row.within,
    waits: row.opens ? factsIn(row.opens) : [],
    begun: by(history, 'decision.opened', 'decision', row.id)[0],
  }));
  return [...tasks, ...decisions];
}

export function domainsOf(history: History, items: Items, cast: Cast): readonly Crossing[] {
  const domain = new Map(history.plan.facts.map((fact) => [fact.id, fact.domain]));
  const acts = actsOf(history, items);
  return dependents(history).flatMap((row) =>
    row.needs.flatMap((fact) => crossingOf({ history, cast, acts }, row, fact, domain.get(fact))),
  );
}

function crossingOf(
  { history, cast, acts }: { readonly history: History; readonly cast: Cast; readonly acts: Acts },
  row: Dependent,
  fact: FactId,
  from: Domain | undefined,
): readonly Crossing[] {
  const apart = from !== undefined && from !== 'both' && row.domain !== 'both';
  const known = by(history, 'fact.known', 'fact', fact);
  const [first] = known;
  const actors = row.actors.filter(cast.plays);
  if (!apart || from === row.domain || !first || actors.length === 0) return [];
  // Where it begins with this very fact, the wait for it to come across is part of the lag.
  const own = row.waits.includes(fact);
  if (!own && !row.begun) return [];
  const ready: Moment = own || !row.begun || row.begun.at < first.at ? first : row.begun;
  const crossed = known.find((h) => actors.includes(h.event.role));
  const acted = actors
    .flatMap((role) => acts(role, row))
    .filter((act) => act.seq > ready.seq)
    .sort(inOrder)[0];
  const { task, decision, domain: to, window } = row;
  return [
    {
      fact,
      from,
      to,
      ...(task !== undefined && { task }),
      ...(decision !== undefined && { decision }),
      actors,
      knownAt: first.at,
      ...(crossed && { crossedAt: crossed.at }),
      readyAt: ready.at,
      ...(acted && { actedAt: acted.at, lag: acted.at - ready.at }),
      window,
      arose: row.begun !== undefined,
      evidence: evidence(first.seq, crossed?.seq, row.begun?.seq, acted?.seq),
    },
  ];
}

/** Everything a role did on a task or a decision: took it, did it, wrote or spoke of it, decided it. */
type Acts = (role: RoleId, on: Pick<Dependent, 'task' | 'decision'>) => readonly Moment[];

function actsOf(history: History, items: Items): Acts {
  const messages = items.all.filter((item) => item.kind === 'message');
  const owned = [...of(history, 'task.claimed'), ...of(history, 'task.done')];
  const spoken = [...of(history, 'decision.recorded'), ...of(history, 'decision.discussed')];
  const tasks = groupBy(
    [
      ...owned.map((h) => act(h, h.event.role, h.event.task)),
      ...messages.map((item) => act(item, item.from, item.about?.task)),
    ],
    (row) => row.key,
  );
  const decisions = groupBy(
    [
      ...spoken.map((h) => act(h, h.event.role, h.event.decision)),
      ...messages.map((item) => act(item, item.from, item.about?.decision)),
    ],
    (row) => row.key,
  );
  return (role, { task, decision }) =>
    task !== undefined
      ? (tasks.get(`${role} ${task}`) ?? [])
      : (decisions.get(`${role} ${decision ?? ''}`) ?? []);
}

const act = (
  { at, seq }: Moment,
  role: RoleId | undefined,
  on: string | undefined,
): Moment & { readonly key: string } => ({ at, seq, key: `${role ?? ''} ${on ?? ''}` });
