/**
 * Across sectors and across domains: how soon they found each other, whom decisions heard, what came
 * of requests, and how long a digital fact took to move somebody in the physical world, and back.
 * Knows: contacts, decisions, the plan's needs. Does not know: whether they should have met sooner.
 */
import type { FactId, Plan, RoleId } from '../../engine/plan/plan.ts';
import type { Domain } from '../../engine/scenario/schema.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import type { Cast } from './cast.ts';
import { factsIn } from './condition.ts';
import {
  type Evidence,
  type Happening,
  type History,
  by,
  evidence,
  groupBy,
  of,
} from './history.ts';
import { type Item, type Items, answers } from './items.ts';
import type { Contact } from './network/contacts.ts';
import { median } from './network/figures.ts';

/** A sector and its first contact with another, either way. */
export type SectorResult = {
  readonly sector: string;
  readonly roles: number;
  readonly firstAt?: Ms;
  readonly other?: string;
  readonly evidence: Evidence;
};
/** A decision that somebody made, and who else had a part in it. */
export type SharedDecision = {
  readonly decision: string;
  /** The plan's other sectors that were to be consulted or informed, and those that were heard. */
  readonly affected: readonly string[];
  readonly heard: readonly string[];
  /** Organisations that spoke on it, were asked and answered, or decided. More than one: joint. */
  readonly organisations: readonly string[];
  readonly evidence: Evidence;
};
/** Questions and assignments from one sector to another. */
export type Requests = {
  readonly made: number;
  readonly met: number;
  readonly share?: number;
  readonly median?: Ms;
  readonly evidence: Evidence;
};
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
export type Crossings = {
  readonly sectors: readonly SectorResult[];
  /** From STARTEX until two sectors first had to do with each other. */
  readonly firstAcross?: Ms;
  readonly decisions: readonly SharedDecision[];
  /** Decisions that affected other sectors and heard them all / decisions that affected others. */
  readonly consulted?: number;
  /** Decisions with more than one organisation / decisions made. */
  readonly joint?: number;
  readonly requests: Requests;
  readonly domains: readonly Crossing[];
  /** Median lag each way; with the two, how many there were. */
  readonly digitalToPhysical?: Ms;
  readonly physicalToDigital?: Ms;
};

export function analyseCrossing(
  history: History,
  items: Items,
  cast: Cast,
  contacts: readonly Contact[],
): Crossings {
  const across = contacts.filter(({ from, to }) => cast.sector(from) !== cast.sector(to));
  const [started] = of(history, 'exercise.started');
  const decisions = decisionsOf(history, items, cast);
  const affecting = decisions.filter((row) => row.affected.length > 0);
  const domains = domainsOf(history, items);
  const lag = (from: Domain): Ms | undefined =>
    median(domains.filter((row) => row.from === from).flatMap((row) => row.lag ?? []));
  const [physical, digital] = [lag('digital'), lag('physical')];
  const [first] = across;
  return {
    sectors: sectorsOf(across, cast),
    ...(first && { firstAcross: first.at - (started?.at ?? 0) }),
    decisions,
    ...(affecting.length > 0 && {
      consulted:
        affecting.filter((d) => d.heard.length === d.affected.length).length / affecting.length,
    }),
    ...(decisions.length > 0 && {
      joint: decisions.filter((d) => d.organisations.length > 1).length / decisions.length,
    }),
    requests: requestsOf(history, items, cast),
    domains,
    ...(physical !== undefined && { digitalToPhysical: physical }),
    ...(digital !== undefined && { physicalToDigital: digital }),
  };
}

function sectorsOf(across: readonly Contact[], cast: Cast): readonly SectorResult[] {
  const first = new Map<string, { readonly contact: Contact; readonly other: string }>();
  for (const contact of across) {
    const [from, to] = [cast.sector(contact.from), cast.sector(contact.to)];
    if (!first.has(from)) first.set(from, { contact, other: to });
    if (!first.has(to)) first.set(to, { contact, other: from });
  }
  return [...groupBy(cast.players, cast.sector)].map(([sector, roles]) => {
    const found = first.get(sector);
    return {
      sector,
      roles: roles.length,
      ...(found && { firstAt: found.contact.at, other: found.other }),
      evidence: found ? [found.contact.seq] : [],
    };
  });
}

/** What nobody decided was shared by nobody. */
function decisionsOf(history: History, items: Items, cast: Cast): readonly SharedDecision[] {
  const made = of(history, 'decision.recorded').filter((h) => h.event.how !== 'default');
  const asks = groupBy(
    items.all.filter((item) => item.asks),
    (item) => item.about?.decision,
  );
  const replies = groupBy(
    items.all.filter((item) => item.replyTo !== undefined),
    (item) => item.replyTo,
  );
  return made.map((h) => {
    const { decision, role } = h.event;
    const answers = (asks.get(decision) ?? []).flatMap((ask) =>
      (replies.get(ask.id) ?? []).filter((a) => a.seq < h.seq && ask.to.includes(a.from ?? '')),
    );
    const words = by(history, 'decision.discussed', 'decision', decision).filter(
      (word) => word.seq < h.seq,
    );
    const spoke = [...answers.map((a) => a.from ?? ''), ...words.map((word) => word.event.role)];
    const own = role === undefined ? [] : [cast.sector(role)];
    const row = history.plan.decisions.find(({ id }) => id === decision);
    const touched = [...(row?.consult ?? []), ...(row?.inform ?? [])].filter(cast.plays);
    const affected = [...new Set(touched.map(cast.sector))].filter((one) => !own.includes(one));
    const parts = role === undefined ? spoke : [role, ...spoke];
    return {
      decision,
      affected,
      heard: affected.filter((sector) => spoke.some((other) => cast.sector(other) === sector)),
      organisations: [...new Set(parts.map(cast.organisation))],
      evidence: evidence(h.seq, ...answers.map((a) => a.seq), ...words.map((word) => word.seq)),
    };
  });
}

function requestsOf(history: History, items: Items, cast: Cast): Requests {
  const apart = (from: RoleId | undefined, to: RoleId): boolean =>
    from !== undefined &&
    cast.plays(from) &&
    cast.plays(to) &&
    cast.sector(from) !== cast.sector(to);
  const replies = answers(items, () => true, Infinity);
  const answered = new Map<string, Item>();
  for (const { role, ask, answer } of replies) {
    const key = `${role} ${ask.id}`;
    if (!answered.has(key)) answered.set(key, answer);
  }
  const asked = items.all
    .filter((item) => item.asks)
    .flatMap((ask) =>
      ask.to
        .filter((role) => apart(ask.from, role))
        .map((role) => ({ ask, answer: answered.get(`${role} ${ask.id}`) })),
    );
  const assigned = of(history, 'task.assigned')
    .filter(({ event }) => apart(event.from, event.to))
    .map((ask) => ({ ask, answer: takenAfter(history, ask) }));
  const all: readonly { readonly ask: Point; readonly answer: Point | undefined }[] = [
    ...asked,
    ...assigned,
  ];
  const times = all.flatMap(({ ask, answer }) => (answer ? [answer.at - ask.at] : []));
  const middle = median(times);
  return {
    made: all.length,
    met: times.length,
    ...(all.length > 0 && { share: times.length / all.length }),
    ...(middle !== undefined && { median: middle }),
    evidence: evidence(...all.map(({ ask, answer }) => evidence(ask.seq, answer?.seq))),
  };
}

type Point = { readonly at: Ms; readonly seq: number };

function takenAfter(history: History, ask: Happening<'task.assigned'>): Point | undefined {
  const { task, to } = ask.event;
  const taken: readonly Point[] = [
    ...by(history, 'task.claimed', 'task', task).filter((h) => h.event.role === to),
    ...by(history, 'handover.accepted', 'task', task).filter((h) => h.event.to === to),
  ];
  return [...taken].filter((h) => h.seq > ask.seq).sort((a, b) => a.seq - b.seq)[0];
}

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
  readonly begun: Point | undefined;
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

function domainsOf(history: History, items: Items): readonly Crossing[] {
  const domain = new Map(history.plan.facts.map((fact) => [fact.id, fact.domain]));
  const acts = actsOf(history, items);
  return dependents(history).flatMap((row) =>
    row.needs.flatMap((fact) => crossingOf(history, row, fact, domain.get(fact), acts)),
  );
}

function crossingOf(
  history: History,
  row: Dependent,
  fact: FactId,
  from: Domain | undefined,
  acts: Acts,
): readonly Crossing[] {
  const apart = from !== undefined && from !== 'both' && row.domain !== 'both';
  const known = by(history, 'fact.known', 'fact', fact);
  const [first] = known;
  const actors = row.actors.filter((role) => isPlayed(history.plan, role));
  if (!apart || from === row.domain || !first || actors.length === 0) return [];
  // Where it begins with this very fact, the wait for it to come across is part of the lag.
  const own = row.waits.includes(fact);
  if (!own && !row.begun) return [];
  const ready: Point = own || !row.begun || row.begun.at < first.at ? first : row.begun;
  const crossed = known.find((h) => actors.includes(h.event.role));
  const acted = actors
    .flatMap((role) => acts(role, row))
    .filter((act) => act.seq > ready.seq)
    .sort((a, b) => a.seq - b.seq)[0];
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

const isPlayed = ({ roles }: Plan, id: RoleId): boolean =>
  roles.some((role) => role.id === id && role.playedBy === 'participant');

/** Everything a role did on a task or a decision: took it, did it, wrote or spoke of it, decided it. */
type Acts = (role: RoleId, on: Pick<Dependent, 'task' | 'decision'>) => readonly Point[];

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
  { at, seq }: Point,
  role: RoleId | undefined,
  on: string | undefined,
): Point & { readonly key: string } => ({ at, seq, key: `${role ?? ''} ${on ?? ''}` });
