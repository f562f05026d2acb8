/**
 * What a finding is: a code, what it concerns, how sure and how grave it is, and its evidence.
 * Knows: the codes and the thresholds. Does not know: when one applies (rules) or words (formats).
 */
import type { FactId, RoleId } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import type { Beliefs } from './beliefs.ts';
import type { Cast } from './cast.ts';
import type { Chains } from './chains/chains.ts';
import type { ClockResult } from './clocks.ts';
import type { Fidelity } from './fidelity/fidelity.ts';
import type { Decisions } from './decisions/decisions.ts';
import type { Flow } from './information/flow.ts';
import type { Picture } from './picture.ts';
import type { Crossings } from './crossing/crossing.ts';
import type { Handovers } from './handovers.ts';
import type { Evidence, History } from './history.ts';
import type { InterfaceResult } from './interfaces.ts';
import type { Network } from './network/network.ts';
import type { Responsibility } from './responsibility.ts';
import type { Statements } from './statements.ts';
import type { RoleLoad } from './load.ts';
import type { Services } from './services/services.ts';
import type { Validity } from './validity.ts';

/** In the order in which findings of equal severity are listed. */
export const CODES = [
  'GAP',
  'NO_AUTHORITY',
  'VACUUM',
  'OVERLAP',
  'CONTENTION',
  'DRIFT',
  'ABSENT_A',
  'ORPHAN_BELIEF',
  'PHANTOM_OWNER',
  'TASK_LATE',
  'HANDOVER_ORPHAN',
  'PINGPONG',
  'CLOCK_MISSED',
  'CLOCK_LATE',
  'CLOCK_UNDECLARED',
  'CLOCK_INCOMPLETE',
  'LATE_DECISION',
  'ESCALATED',
  'TLP_BREACH',
  'HOARDED',
  'CHAIN_BREAK',
  'WRONG_ADDRESSEE',
  'INFO_HELD',
  'UNOPENED',
  'CONTRADICTION',
  'RUMOUR_OPEN',
  'CONF_INFLATION',
  'LOST_FACT',
  'STALE_COP',
  'COP_DIVERGENCE',
  'NOT_CONSULTED',
  'NOT_INFORMED',
  'RTO_MISSED',
  'RPO_MISSED',
  'ORDER_VIOLATION',
  'BREAKPOINT',
  'CROSSDOMAIN_LAG',
  'BOTTLENECK',
  'SPOF',
  'BYPASS',
  'DOUBLE_REPORT',
  'IF_UNTESTED',
] as const;
export const STRENGTHS = [
  'STRENGTH_OWNERSHIP',
  'STRENGTH_DECISION',
  'STRENGTH_CLOCK',
  'STRENGTH_SHARING',
  'STRENGTH_HANDOVER',
  'STRENGTH_INTERFACE',
  'STRENGTH_RESTORED',
] as const;
export type FindingCode = (typeof CODES)[number];
export type StrengthCode = (typeof STRENGTHS)[number];
export type Code = FindingCode | StrengthCode;

export const SEVERITIES = ['high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];
/** Why a finding may say more about the exercise than about the organisation. */
export const DOUBTS = [
  'unseated',
  'bots',
  'cut',
  'verbal',
  'ambiguity',
  'deputy',
  'prompted',
  'asked',
  'few',
  'plan',
] as const;
export type Doubt = (typeof DOUBTS)[number];

/** The figures a finding mentions; which of them, and of what, is for its wording to say. */
export type Measures = {
  readonly lasted?: Ms;
  readonly window?: Ms;
  readonly lateBy?: Ms;
  readonly after?: Ms;
  /** A share, 0–1. */
  readonly margin?: number;
  /** The moment that it is about. */
  readonly at?: Ms;
  /** So many of `total`; without it, so many times. */
  readonly count?: number;
  readonly total?: number;
  /** Things on a role at once. */
  readonly load?: number;
};
export type Subject = {
  readonly tasks: readonly string[];
  readonly decisions: readonly string[];
  readonly clocks: readonly string[];
  readonly interfaces: readonly string[];
  readonly facts: readonly FactId[];
  /** The service it is about, and those that it rests on. */
  readonly services: readonly string[];
  /** The roles it is about, and the others it names. */
  readonly roles: readonly RoleId[];
  readonly others: readonly RoleId[];
};
/** A finding before it has its number: what a rule returns. */
export type Draft = Partial<Subject> & {
  readonly code: Code;
  readonly severity: Severity;
  /** The case of a code that has several, for its wording. */
  readonly variant?: string;
  readonly measures?: Measures;
  readonly doubts?: readonly Doubt[];
  readonly evidence: Evidence;
};
export type Finding = Subject & {
  /** `F1` … in order of weight; strengths `S1` … */
  readonly id: string;
  readonly code: Code;
  readonly severity: Severity;
  readonly confidence: Severity;
  readonly variant?: string;
  readonly measures: Measures;
  readonly doubts: readonly Doubt[];
  readonly evidence: Evidence;
};

/** What the rules read: everything that the analysis has worked out. */
export type Grounds = {
  readonly history: History;
  readonly responsibility: Responsibility;
  readonly beliefs: Beliefs;
  readonly decisions: Decisions;
  readonly clocks: readonly ClockResult[];
  readonly interfaces: readonly InterfaceResult[];
  readonly handovers: Handovers;
  readonly flow: Flow;
  readonly fidelity: Fidelity;
  readonly statements: Statements;
  readonly picture: Picture;
  readonly services: Services;
  readonly load: readonly RoleLoad[];
  readonly validity: Validity;
  readonly cast: Cast;
  readonly chains: Chains;
  readonly network: Network;
  readonly crossing: Crossings;
};

/** Shares of a task's window below which a stretch is noise. The method appendix prints them. */
export const THRESHOLDS = { vacuum: 0.25, contention: 0.05 } as const;

/**
 * When a queue at a broker is a bottleneck: a rank among the first `brokers` of the roles by
 * betweenness, `peak` things waiting at once, something waiting for `busy` of the exercise, and a mean
 * wait `longer` times the other roles' median. The method appendix prints them.
 */
export const QUEUE = { brokers: 0.25, peak: 3, busy: 0.25, longer: 2 } as const;

/** Below so many answers a share is one person's opinion. The method appendix prints it. */
export const FEW_ANSWERS = 3;

/** Whether a stretch is long enough, as a share of a window, to be worth a finding. */
export function exceeds(lasted: Ms, window: Ms, threshold: number): boolean {
  return lasted > 0 && lasted >= window * threshold;
}
