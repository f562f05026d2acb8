/**
 * Every decision: when it was raised, noticed, made and told, by whom, with what authority, and on
 * what information. Knows: what was known when. Does not know: whether the choice was wise.
 */
import type { FactId, RoleId } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import type { Cast } from '../cast.ts';
import { type Evidence, type History, by, evidence } from '../history.ts';
import type { Items } from '../items.ts';
import { type FactAtHand, type Knowledge, before, whereWas } from '../information/knowledge.ts';
import { type Survival, survival } from '../survival.ts';
import { type Effects, readEffects } from './effect.ts';
import {
  type DecisionCourse,
  type LatencyPart,
  type DecisionPoint,
  type Milestone,
  type PartSummary,
  courseOf,
  evidenceOf,
  summarise,
} from './latency.ts';
import { type DecisionLevel, levelOf } from './level.ts';
import { type DecisionOrigin, type DecisionRecord, type Recorded, readRecords } from './record.ts';
import { type DecisionRevision, type Revisions, readRevisions, reverses } from './reversal.ts';
import { type Subjects, readSubjects, riseOf } from './subject.ts';

export type DecisionResult = {
  readonly decision: string;
  readonly origin: DecisionOrigin;
  readonly authority: readonly RoleId[];
  /** Absent when it was never raised. */
  readonly run?: DecisionRun;
};
export type DecisionRun = {
  readonly openedAt: Ms;
  readonly due: Ms;
  /** When what it rose from was released; the opening itself where that was nothing put before a role. */
  readonly releasedAt?: Ms;
  /** First opening of that, or of something about the decision, by a role with authority. */
  readonly noticedAt?: Ms;
  /** First word about it from a role with authority: a message, a question, a discussion. */
  readonly orientedAt?: Ms;
  readonly made?: Made;
  /** First thing in the scenario that came of it. */
  readonly effectAt?: Ms;
  /** Points that were seen, with their entries, and the stretches between them. */
  readonly points: readonly DecisionPoint[];
  readonly parts: readonly LatencyPart[];
  /** Made after its time, taken by default, or still not made when its time had passed. */
  readonly late: boolean;
  /** How long it waited: until made by somebody, or (censored) until default or the end. */
  readonly waited: Ms;
  readonly consulted: readonly {
    readonly role: RoleId;
    readonly answered: boolean;
    readonly evidence: Evidence;
  }[];
  /** The roles to be told, and when each first opened a word about it from the decider. */
  readonly informed: readonly { readonly role: RoleId; readonly at?: Ms }[];
  /** What was at hand when it was made, or when the exercise ended. */
  readonly atHand: readonly FactAtHand[];
  readonly level: DecisionLevel;
  readonly revisions: readonly DecisionRevision[];
  readonly evidence: Evidence;
};
export type Made = {
  readonly at: Ms;
  /** When it was entered, where that was later than it was made. */
  readonly enteredAt?: Ms;
  readonly option: string;
  readonly reason: string;
  readonly assumptions?: string;
  readonly dissent?: string;
  readonly how: 'role' | 'control' | 'default';
  /** Made where the tool could not see it, as the role says itself. */
  readonly outside?: true;
  readonly role?: RoleId;
  /** `unplanned`: the plan says nothing of who was to make it. */
  readonly mandate: 'own' | 'deputy' | 'none' | 'default' | 'unplanned';
  /** The facts the decider named. */
  readonly facts: readonly FactId[];
  /** First message about the decision from the decider afterwards, or first statement. */
  readonly toldAt?: Ms;
};
/** How many key facts were where, over the decisions that arose. */
export type AtHandCounts = { readonly [W in FactAtHand['where']]: number };
export type Decisions = {
  readonly decisions: readonly DecisionResult[];
  /** From raised to made. What was noted with its answer never waited here, and is left out. */
  readonly latency: Survival;
  readonly parts: readonly PartSummary[];
  readonly atHand: AtHandCounts;
  /** Made by somebody; of those reversed afterwards; and taken by default. */
  readonly made: number;
  readonly reversed: number;
  readonly defaults: number;
};

type Sources = {
  readonly history: History;
  readonly items: Items;
  readonly knowledge: Knowledge;
  readonly subjects: Subjects;
  readonly effects: Effects;
  readonly revisions: Revisions;
  readonly cast: Cast;
};

export function analyseDecisions(
  history: History,
  items: Items,
  knowledge: Knowledge,
  cast: Cast,
): Decisions {
  const records = readRecords(history);
  const sources: Sources = {
    history,
    items,
    knowledge,
    subjects: readSubjects(history, items),
    effects: readEffects(history),
    revisions: readRevisions(history, records),
    cast,
  };
  const decisions = records.map((record): DecisionResult => {
    const run = runOf(sources, record);
    const { id: decision, origin, authority } = record;
    return { decision, origin, authority, ...(run && { run }) };
  });
  return { decisions, ...summaryOf(decisions) };
}

function summaryOf(decisions: readonly DecisionResult[]): Omit<Decisions, 'decisions'> {
  const arisen = decisions.flatMap(({ run, origin }) => (run ? [{ run, origin }] : []));
  const byRoles = arisen.filter(({ run }) => run.made && run.made.how !== 'default');
  const facts = arisen.flatMap(({ run }) => run.atHand);
  const count = (where: FactAtHand['where']): number =>
    facts.filter((fact) => fact.where === where).length;
  const waits = arisen
    .filter(({ origin }) => origin !== 'noted')
    .map(({ run }) => ({
      time: run.waited,
      happened: run.made !== undefined && run.made.how !== 'default',
    }));
  return {
    latency: survival(waits),
    parts: summarise(arisen.map(({ run }) => partsByRoles(run))),
    atHand: {
      known: count('known'),
      unopened: count('unopened'),
      held: count('held'),
      nowhere: count('nowhere'),
    },
    made: byRoles.length,
    reversed: byRoles.filter(({ run }) => run.revisions.some(reverses)).length,
    defaults: arisen.filter(({ run }) => run.made?.how === 'default').length,
  };
}

/** A default is nobody's act: it ended the wait, and says nothing of how long deciding takes. */
function partsByRoles({ parts, made }: DecisionRun): readonly LatencyPart[] {
  return parts.filter(({ name }) => {
    return made?.how !== 'default' || name === 'noticed' || name === 'oriented';
  });
}

function runOf(sources: Sources, record: DecisionRecord): DecisionRun | undefined {
  const { history } = sources;
  const { opened, recorded, madeAt } = record;
  if (!opened) return undefined;
  const authorised = authorisedIn(sources, record);
  const course = courseIn(sources, record, opened, authorised);
  const at = (name: Milestone): Ms | undefined =>
    course.points.find((point) => point.name === name)?.at;
  const until = madeAt ?? history.end;
  const byDefault = recorded?.event.how === 'default';
  return {
    openedAt: opened.at,
    due: opened.due,
    ...seen({
      releasedAt: at('released'),
      noticedAt: at('noticed'),
      orientedAt: at('oriented'),
      effectAt: at('effect'),
    }),
    ...(recorded && { made: madeOf(sources, record, recorded, at('told')) }),
    ...course,
    late: byDefault || until > opened.due,
    waited: Math.max(0, until - opened.at),
    consulted: consultedOn(sources, record),
    informed: informedOf(sources, record),
    atHand: atHand(sources, record),
    level: levelOf({ ...sources, authorised }, record),
    revisions: sources.revisions(record),
    evidence: evidence(opened.seq, evidenceOf(course)),
  };
}

/** Only what was seen is there at all. */
function seen<K extends string>(times: { readonly [T in K]: Ms | undefined }): {
  readonly [T in K]?: Ms;
} {
  const known = Object.entries(times).filter(([, at]) => at !== undefined);
  return Object.fromEntries(known) as { readonly [T in K]?: Ms };
}

/** Played roles with authority, and those who deputise for one. */
function authorisedIn({ cast }: Sources, { authority }: DecisionRecord): ReadonlySet<RoleId> {
  const deputies = authority.flatMap((role) => cast.deputy(role) ?? []);
  return new Set([...authority, ...deputies].filter(cast.plays));
}

function courseIn(
  sources: Sources,
  record: DecisionRecord,
  opened: NonNullable<DecisionRecord['opened']>,
  watchers: ReadonlySet<RoleId>,
): DecisionCourse {
  const rise = riseOf(sources, record, opened);
  const effect = record.recorded && sources.effects(record.recorded);
  return courseOf({ ...sources, rise, watchers, effect }, record);
}

function madeOf(
  sources: Sources,
  record: DecisionRecord,
  { at: entered, event }: Recorded,
  toldAt: Ms | undefined,
): Made {
  const { option, reason, how, role, facts, assumptions, dissent, outside, happened } = event;
  return {
    at: happened ?? entered,
    option,
    reason,
    how,
    facts,
    ...(happened !== undefined && { enteredAt: entered }),
    ...(assumptions !== undefined && { assumptions }),
    ...(dissent !== undefined && { dissent }),
    ...(outside && { outside }),
    ...(role !== undefined && { role }),
    mandate: how === 'default' || role === undefined ? 'default' : mandateOf(sources, record, role),
    ...(toldAt !== undefined && { toldAt }),
  };
}

function mandateOf({ cast }: Sources, record: DecisionRecord, role: RoleId): Made['mandate'] {
  const { authority, origin } = record;
  if (authority.includes(role)) return 'own';
  if (origin !== 'plan') return 'unplanned';
  return authority.some((principal) => cast.deputy(principal) === role) ? 'deputy' : 'none';
}

/** Who answered a question about it, or joined in discussing it, before it was made. */
function consultedOn(
  sources: Sources,
  { id, consult, cut }: DecisionRecord,
): DecisionRun['consulted'] {
  const { subjects, history } = sources;
  const answered = subjects
    .messages(id)
    .filter((item) => item.asks)
    .flatMap((ask) =>
      subjects
        .replies(ask.id)
        .filter((reply) => ask.to.includes(reply.from ?? '') && before(reply, cut))
        .map((reply) => ({ role: reply.from, seqs: [ask.seq, reply.seq] })),
    );
  const discussed = by(history, 'decision.discussed', 'decision', id).filter((h) => before(h, cut));
  const heard = [
    ...answered,
    ...discussed.map(({ seq, event }) => ({ role: event.role, seqs: [seq] })),
  ];
  return consult.map((role) => {
    const own = heard.filter((row) => row.role === role);
    return { role, answered: own.length > 0, evidence: evidence(...own.map((row) => row.seqs)) };
  });
}

function informedOf(
  { subjects, items }: Sources,
  { id, inform, recorded, madeAt = Infinity }: DecisionRecord,
): DecisionRun['informed'] {
  const decider = recorded?.event.role;
  if (!recorded || decider === undefined) return [];
  const words = subjects.messages(id).filter((item) => item.from === decider && item.at >= madeAt);
  return inform.map((role) => {
    const times = words.flatMap((item) => items.opened(item, role)?.at ?? []);
    const [at] = times.sort((a, b) => a - b);
    return { role, ...(at !== undefined && { at }) };
  });
}

/** A default is nobody's act: then the authorised roles' knowledge together is what was at hand. */
function atHand(
  { knowledge }: Sources,
  { needs, recorded, authority, cut }: DecisionRecord,
): readonly FactAtHand[] {
  const decider = recorded?.event.role;
  const deciders = decider === undefined ? authority : [decider];
  return needs.map((fact) => whereWas(knowledge, fact, deciders, cut));
}
