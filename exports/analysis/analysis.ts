/**
 * The analysis of one exercise: who was meant to do what, who did, with entry numbers for evidence.
 * Knows: which parts there are. Does not know: formats, languages, files.
 */
import type { Entry, ExerciseEvent } from '../../engine/exercise/entry.ts';
import type { Kind, Marking } from '../../engine/scenario/schema.ts';
import type { Lang, Text } from '../../engine/scenario/text.ts';
import type { Ms, Story } from '../../engine/scenario/time.ts';
import type { Edition } from '../audience/edition.ts';
import type { Proposal } from '../proposal/change.ts';
import { propose } from '../proposal/propose.ts';
import { type Beliefs, analyseBeliefs } from './beliefs.ts';
import { castOf } from './cast.ts';
import { type Chains, analyseChains } from './chains/chains.ts';
import { type ClockResult, analyseClocks } from './clocks.ts';
import { type Crossings, analyseCrossing } from './crossing/crossing.ts';
import { type Decisions, analyseDecisions } from './decisions/decisions.ts';
import { type Evaluation, analyseEvaluation } from './evaluation/evaluation.ts';
import type { Observation } from './evaluation/noted.ts';
import type { HotwashAnswer } from './evaluation/views.ts';
import { type Fidelity, analyseFidelity } from './fidelity/fidelity.ts';
import { type Findings, findAll } from './findings.ts';
import { type FollowUp, followUp } from './followup/followup.ts';
import { type Handovers, analyseHandovers } from './handovers.ts';
import { type History, of, readHistory } from './history.ts';
import { type Flow, analyseFlow } from './information/flow.ts';
import { readKnowledge } from './information/knowledge.ts';
import { type InjectResult, analyseInjects } from './injects.ts';
import { type InterfaceResult, analyseInterfaces } from './interfaces.ts';
import { readItems } from './items.ts';
import { type RoleLoad, analyseLoad } from './load.ts';
import { type Meetings, analyseMeetings } from './meetings.ts';
import { type Names, namesOf } from './names.ts';
import { contactsOf } from './network/contacts.ts';
import { type Network, analyseNetwork } from './network/network.ts';
import { type Obligations, analyseObligations } from './obligations.ts';
import { type Picture, analysePicture } from './picture.ts';
import { type Prompting, analysePrompting } from './prompting.ts';
import { type Responsibility, analyseResponsibility } from './responsibility.ts';
import { type Services, analyseServices } from './services/services.ts';
import { type Statements, analyseStatements } from './statements.ts';
import { type TimelineRow, timelineOf } from './timeline.ts';
import { type Validity, analyseValidity } from './validity.ts';

/**
 * The analysis's own format, for those who read its JSON.
 * 1: first.
 * 2: chains, network, crossing, fidelity, statements, picture, services, load, evaluation, prompting,
 *    follow-up and proposal are new; decisions have their parts, and flow its biographies and duties.
 */
export const ANALYSIS_FORMAT = 2;

export type Analysis = {
  readonly format: typeof ANALYSIS_FORMAT;
  readonly exercise: ExerciseFacts;
  readonly names: Names;
  readonly validity: Validity;
  readonly timeline: readonly TimelineRow[];
  readonly injects: readonly InjectResult[];
  readonly responsibility: Responsibility;
  readonly beliefs: Beliefs;
  readonly handovers: Handovers;
  readonly decisions: Decisions;
  readonly clocks: readonly ClockResult[];
  readonly obligations: Obligations;
  readonly flow: Flow;
  readonly fidelity: Fidelity;
  readonly statements: Statements;
  readonly picture: Picture;
  readonly interfaces: readonly InterfaceResult[];
  readonly services: Services;
  readonly load: readonly RoleLoad[];
  readonly meetings: Meetings;
  readonly chains: Chains;
  readonly network: Network;
  readonly crossing: Crossings;
  readonly observations: readonly Observation[];
  readonly hotwash: readonly HotwashAnswer[];
  readonly evaluation: Evaluation;
  readonly prompting: Prompting;
  readonly findings: Findings;
  /** A draft corrective action for each finding, in their order. */
  readonly followUp: readonly FollowUp[];
  /** Changes to the responsibility plan itself that the exercise gives reason to consider. */
  readonly proposal: Proposal;
  /** Whom this version is for; absent: exercise control, and nothing is left out. */
  readonly edition?: Edition;
};
export type ExerciseFacts = {
  readonly id: string;
  readonly scenario: string;
  readonly version: string;
  readonly title: Text;
  readonly purpose?: Text;
  readonly kind: Kind;
  readonly marking: Marking;
  readonly languages: readonly Lang[];
  readonly threatBasis?: { readonly title: Text; readonly date: string };
  readonly story: Story;
  readonly length: Ms;
  readonly pace: number;
  /** How far exercise time came, and how it ended. */
  readonly end: Ms;
  readonly ended?: Extract<ExerciseEvent, { readonly type: 'exercise.ended' }>['cause'];
  /** Wall times of STARTEX and ENDEX, for people. */
  readonly startedWall?: string;
  readonly endedWall?: string;
  /** The Plan's digest and the engine that conducted the exercise, as the journal pins them. */
  readonly planDigest: string;
  readonly engine: string;
};
export function analyse(entries: readonly Entry[]): Analysis {
  const history = readHistory(entries);
  const cast = castOf(history.plan);
  const items = readItems(history, cast);
  const validity = analyseValidity(history, cast);
  const responsibility = analyseResponsibility(history, items, cast);
  const beliefs = analyseBeliefs(history, cast, responsibility);
  const handovers = analyseHandovers(history, responsibility.tasks);
  const knowledge = readKnowledge(history, items, cast);
  const decisions = analyseDecisions(history, items, knowledge, cast);
  const clocks = analyseClocks(history, cast);
  const fidelity = analyseFidelity(history, items, cast);
  const statements = analyseStatements(history, items);
  const picture = analysePicture(history, cast, fidelity);
  const obligations = analyseObligations(history);
  const services = analyseServices(history);
  const load = analyseLoad(history, cast, responsibility.tasks, obligations);
  const flow = analyseFlow(history, items, knowledge, cast);
  const interfaces = analyseInterfaces(history, items, handovers.offers);
  const contacts = contactsOf(history, items, cast);
  const chains = analyseChains(history, items, cast);
  const network = analyseNetwork(history, items, cast, contacts);
  const crossing = analyseCrossing(history, items, cast, contacts);
  const parts = {
    validity,
    responsibility,
    beliefs,
    handovers,
    decisions,
    clocks,
    interfaces,
    flow,
    fidelity,
    statements,
    picture,
    services,
    load,
    chains,
    network,
    crossing,
  };
  const [exercise, names] = [exerciseFacts(history), namesOf(history)];
  const findings = findAll({ history, cast, ...parts });
  const planned = { names, tasks: responsibility.tasks, decisions: decisions.decisions };
  return {
    format: ANALYSIS_FORMAT,
    exercise,
    names,
    ...parts,
    meetings: analyseMeetings(history, items, cast),
    timeline: timelineOf(history),
    obligations,
    injects: analyseInjects(history, items),
    ...analyseEvaluation(history, responsibility.tasks, decisions, obligations.rows),
    prompting: analysePrompting(history, responsibility.tasks, decisions),
    findings,
    followUp: followUp(findings.findings, planned, exercise.endedWall),
    proposal: propose({
      history,
      items,
      responsibility,
      beliefs,
      validity,
      findings: findings.findings,
    }),
  };
}

function exerciseFacts(history: History): ExerciseFacts {
  const { plan, opening } = history;
  const [started] = of(history, 'exercise.started');
  const [ended] = of(history, 'exercise.ended');
  return {
    id: opening.exercise,
    scenario: plan.id,
    version: plan.version,
    title: plan.title,
    ...(plan.purpose !== undefined && { purpose: plan.purpose }),
    kind: plan.kind,
    marking: plan.marking,
    languages: plan.languages,
    story: plan.story,
    ...(plan.threatBasis && { threatBasis: plan.threatBasis }),
    length: plan.length,
    pace: started?.event.pace ?? plan.pace,
    end: history.end,
    ...(ended && { ended: ended.event.cause, endedWall: ended.wall }),
    ...(started && { startedWall: started.wall }),
    planDigest: opening.digest,
    engine: opening.engine,
  };
}
