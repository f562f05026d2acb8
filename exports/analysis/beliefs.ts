/**
 * Perceived responsibility: who the roles believed owned a task when they were asked, beside who was
 * meant to and who held it. Knows: polls. Does not know: what to make of it (rules, people).
 */
import { type RoleId, UNSURE } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import { fleissKappa } from './agreement.ts';
import { type Answer, type Asking, type Kind, asked, seatedAt } from './asking.ts';
import type { Cast } from './cast.ts';
import { type Comparison, compareTasks } from './comparison.ts';
import { type Evidence, type History, evidence } from './history.ts';
import { holdersAt } from './holding.ts';
import { lifeOf } from './letters.ts';
import { type ProbeResults, analyseProbes } from './probes.ts';
import type { Responsibility } from './responsibility.ts';

/** What one role believed. `holders`: who held the task at the moment of the answer. */
export type Belief = Answer & {
  readonly holders: readonly RoleId[];
  readonly evidence: Evidence;
};
/** How far the answers agree: `count` of `answered` gave the commonest one. */
export type Agreed = {
  readonly share: number;
  readonly count: number;
  readonly answered: number;
  /** The commonest answers, `UNSURE` among them; several when they tie. */
  readonly modal: readonly string[];
};
/** A role that somebody named, seen by itself and by the others who answered. */
export type SelfOther = {
  readonly role: RoleId;
  /** Absent where the role itself did not answer. */
  readonly self?: boolean;
  readonly named: number;
  readonly others: number;
  /** `self`: only it thinks so. `others`: others do, and it does not. */
  readonly gap?: 'self' | 'others';
};
export type PollResult = {
  readonly poll: string;
  readonly task: string;
  readonly askedAt: Ms;
  readonly cause: 'due' | 'control';
  /** Whether the task had arisen, and was still open, when it was asked about. */
  readonly state: 'ahead' | 'open' | 'done';
  readonly accountable: readonly RoleId[];
  readonly responsible: readonly RoleId[];
  /** Who held the task when the poll was put. */
  readonly holders: readonly RoleId[];
  readonly beliefs: readonly Belief[];
  readonly unanswered: readonly RoleId[];
  /** Absent when nobody answered. */
  readonly agreed?: Agreed;
  readonly selfOther: readonly SelfOther[];
  /**
   * Nobody named itself while the task was open. `unknown`: nobody did, but somebody whose word would
   * have settled it (planned A or R, or a holder) was not asked or did not answer.
   */
  readonly orphan: 'yes' | 'no' | 'unknown';
  /** The commonest answer, when it is a role that held nothing of the open task. */
  readonly phantom: readonly RoleId[];
  readonly evidence: Evidence;
};
/** Fleiss' kappa over the polls, from the roles that answered every one of them. */
export type Kappa = {
  readonly polls: number;
  readonly roles: number;
  /** Absent where it is not defined, or where all answers are alike. */
  readonly value?: number;
};
export type Beliefs = {
  readonly polls: readonly PollResult[];
  readonly kappa: Kappa;
  readonly comparison: readonly Comparison[];
  readonly probes: ProbeResults;
  /** Entries: questions put to the roles, and answers that a bot gave. */
  readonly asked: Evidence;
  readonly byBots: Evidence;
};

export function analyseBeliefs(
  history: History,
  cast: Cast,
  responsibility: Responsibility,
): Beliefs {
  const askings = asked(history, 'poll');
  const polls = askings.map((asking) => pollResult(history, asking));
  const probes = analyseProbes(history, cast);
  const put = [...polls, ...probes.probes];
  const answers = [
    ...polls.flatMap((poll) => poll.beliefs),
    ...probes.probes.flatMap((probe) => probe.answers),
  ];
  return {
    polls,
    kappa: kappaOf(polls),
    comparison: compareTasks(polls, responsibility),
    probes,
    asked: evidence(...put.map((row) => row.evidence[0])),
    byBots: evidence(...answers.filter((row) => row.bot).map((row) => row.evidence)),
  };
}

function pollResult(history: History, asking: Asking<Kind<'poll'>>): PollResult {
  const { row } = asking;
  const { seq, at, event } = asking.asked;
  const task = history.plan.tasks.find(({ id }) => id === row.task);
  const state = stateAt(history, row.task, seq);
  const holders = holderIds(history, row.task, seq);
  const beliefs = event.to.map((role) => beliefOf(history, asking, role));
  const agreed = agreedOf(beliefs);
  const [accountable, responsible] = [task?.accountable ?? [], task?.responsible ?? []];
  const owners = [...new Set([...accountable, ...responsible, ...holders])].filter(
    (role) => seatedAt(history, role, seq) !== 'nobody',
  );
  return {
    poll: row.id,
    task: row.task,
    askedAt: at,
    cause: event.cause,
    state,
    accountable,
    responsible,
    holders,
    beliefs,
    unanswered: beliefs.filter((b) => b.answer === undefined).map((b) => b.role),
    ...(agreed && { agreed }),
    selfOther: selfOther(beliefs),
    orphan: state === 'open' ? orphanOf(beliefs, owners) : 'no',
    phantom: state === 'open' ? phantomOf(beliefs, holders, agreed) : [],
    evidence: evidence(seq, ...beliefs.map((belief) => belief.evidence)),
  };
}

function stateAt(history: History, id: string, seq: number): PollResult['state'] {
  const task = history.plan.tasks.find((row) => row.id === id);
  const life = task && lifeOf(history, task);
  if (!life || life.started > seq) return 'ahead';
  return life.done && life.done.seq < seq ? 'done' : 'open';
}

function holderIds(history: History, task: string, seq: number): readonly RoleId[] {
  return holdersAt(history, task, seq).map((holder) => holder.role);
}

function beliefOf(history: History, { row, asked, answers }: Asking<Kind<'poll'>>, role: RoleId) {
  const given = answers.find(({ event }) => event.role === role);
  const seq = given?.seq ?? asked.seq;
  return {
    role,
    bot: given !== undefined && seatedAt(history, role, seq) === 'bot',
    holders: holderIds(history, row.task, seq),
    evidence: given ? [given.seq] : [],
    ...(given && { answer: given.event.answer, at: given.at }),
  };
}

/** The commonest answer among those who answered. Not to know is an answer of its own. */
export function agreedOf(beliefs: readonly Pick<Belief, 'answer'>[]): Agreed | undefined {
  const given = beliefs.flatMap(({ answer }) => (answer === undefined ? [] : [answer]));
  if (given.length === 0) return undefined;
  const count = (said: string): number => given.filter((answer) => answer === said).length;
  const most = Math.max(...given.map(count));
  const modal = [...new Set(given)].filter((said) => count(said) === most);
  return { share: most / given.length, count: most, answered: given.length, modal };
}

function selfOther(beliefs: readonly Belief[]): readonly SelfOther[] {
  const given = beliefs.filter((belief) => belief.answer !== undefined);
  const roles = [...new Set(given.map((b) => b.answer ?? UNSURE))].filter((a) => a !== UNSURE);
  return roles.map((role) => {
    const own = given.find((belief) => belief.role === role);
    const others = given.filter((belief) => belief.role !== role);
    const named = others.filter((belief) => belief.answer === role).length;
    const self = own && own.answer === role;
    const gap = self && named === 0 && others.length > 0 ? 'self' : self === false ? 'others' : '';
    return {
      role,
      named,
      others: others.length,
      ...(self !== undefined && { self }),
      ...(gap !== '' && { gap }),
    };
  });
}

function orphanOf(beliefs: readonly Belief[], owners: readonly RoleId[]): PollResult['orphan'] {
  const given = beliefs.filter((belief) => belief.answer !== undefined);
  if (given.length === 0) return 'unknown';
  if (given.some((belief) => belief.answer === belief.role)) return 'no';
  const heard = owners.every((role) => given.some((belief) => belief.role === role));
  return heard ? 'yes' : 'unknown';
}

/** A role that took the task before it was named, if only then, was no phantom. */
function phantomOf(
  beliefs: readonly Belief[],
  holders: readonly RoleId[],
  agreed: Agreed | undefined,
): readonly RoleId[] {
  const modal = agreed?.modal ?? [];
  const holds = (role: RoleId): boolean =>
    holders.includes(role) ||
    beliefs.some((belief) => belief.answer === role && belief.holders.includes(role));
  return modal.some((said) => said === UNSURE || holds(said)) ? [] : modal;
}

function kappaOf(polls: readonly PollResult[]): Kappa {
  const rows = polls.map((poll) => new Map(poll.beliefs.map((b) => [b.role, b.answer])));
  const everywhere = [...(rows[0]?.keys() ?? [])].filter((role) =>
    rows.every((row) => row.get(role) !== undefined),
  );
  const value = fleissKappa(rows.map((row) => everywhere.map((role) => row.get(role) ?? UNSURE)));
  const counts = { polls: polls.length, roles: everywhere.length };
  return { ...counts, ...(value !== undefined && { value }) };
}
