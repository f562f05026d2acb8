/**
 * The analysis of one exercise: who was meant to do what, who did, with entry numbers for evidence.
 * Knows: which parts there are. Does not know: formats, languages, files.
 */
import type { Entry } from '../../engine/exercise/entry.ts';
import type { Edition } from '../audience/edition.ts';
import type { Proposal } from '../proposal/change.ts';
import { propose } from '../proposal/propose.ts';
import { type Beliefs, analyseBeliefs } from './beliefs.ts';
import { type Cast, castOf } from './cast.ts';
import { type Chains, analyseChains } from './chains/chains.ts';
import { type ClockResult, analyseClocks } from './clocks.ts';
import { type Crossings, analyseCrossing } from './crossing/crossing.ts';
import { type Decisions, analyseDecisions } from './decisions/decisions.ts';
import { type Evaluation, analyseEvaluation } from './evaluation/evaluation.ts';
import type { Observation } from './evaluation/noted.ts';
import type { HotwashAnswer } from './evaluation/views.ts';
import { type ExerciseFacts, factsOf } from './exercise.ts';
import { type Fidelity, analyseFidelity } from './fidelity/fidelity.ts';
import { type Findings, findAll } from './findings.ts';
import { type FollowUp, followUp } from './followup/followup.ts';
import { type Handovers, analyseHandovers } from './handovers.ts';
import { type History, readHistory } from './history.ts';
import { type Flow, analyseFlow } from './information/flow.ts';
import { type Knowledge, readKnowledge } from './information/knowledge.ts';
import { type InjectResult, analyseInjects } from './injects.ts';
import { type InterfaceResult, analyseInterfaces } from './interfaces.ts';
import { type Items, readItems } from './items.ts';
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
export function analyse(entries: readonly Entry[]): Analysis {
  const sources = sourcesIn(entries);
  const { history, cast, items } = sources;
  const [exercise, names] = [factsOf(history), namesOf(history)];
  const obligations = analyseObligations(history);
  const done = whatWasDone(sources);
  const parts = {
    ...done,
    ...whatWasKnown(sources),
    services: analyseServices(history),
    load: analyseLoad(history, cast, done.responsibility.tasks, obligations),
    ...whoDealtWithWhom(sources),
  };
  const findings = findAll({ history, cast, ...parts });
  return {
    format: ANALYSIS_FORMAT,
    exercise,
    names,
    ...parts,
    meetings: analyseMeetings(history, items, cast),
    timeline: timelineOf(history),
    obligations,
    injects: analyseInjects(history, items),
    ...analyseEvaluation(history, done.responsibility.tasks, done.decisions, obligations.rows),
    prompting: analysePrompting(history, done.responsibility.tasks, done.decisions),
    findings,
    ...whatFollows(sources, { exercise, names, ...done }, findings),
  };
}

/** The journal as the parts read it, sorted once for all of them. */
type Sources = {
  readonly history: History;
  readonly cast: Cast;
  readonly items: Items;
  readonly knowledge: Knowledge;
};

function sourcesIn(entries: readonly Entry[]): Sources {
  const history = readHistory(entries);
  const cast = castOf(history.plan);
  const items = readItems(history, cast);
  return { history, cast, items, knowledge: readKnowledge(history, items, cast) };
}

/** Tasks, decisions, clocks and interfaces: who was meant to, who believed they should, who did. */
function whatWasDone({ history, cast, items, knowledge }: Sources) {
  const responsibility = analyseResponsibility(history, items, cast);
  const handovers = analyseHandovers(history, responsibility.tasks);
  return {
    validity: analyseValidity(history, cast),
    responsibility,
    beliefs: analyseBeliefs(history, cast, responsibility),
    handovers,
    decisions: analyseDecisions(history, items, knowledge, cast),
    clocks: analyseClocks(history, cast),
    interfaces: analyseInterfaces(history, items, handovers.offers),
  };
}

/** What came to whom, what became of it on its way, and what was said to all. */
function whatWasKnown({ history, cast, items, knowledge }: Sources) {
  const fidelity = analyseFidelity(history, items, cast);
  return {
    flow: analyseFlow(history, items, knowledge, cast),
    fidelity,
    statements: analyseStatements(history, items),
    picture: analysePicture(history, cast, fidelity),
  };
}

/** The ways that news took, and the traffic that they are a part of. */
function whoDealtWithWhom({ history, cast, items }: Sources) {
  const contacts = contactsOf(history, items, cast);
  return {
    chains: analyseChains(history, items, cast),
    network: analyseNetwork(history, items, cast, contacts),
    crossing: analyseCrossing(history, items, cast, contacts),
  };
}

type Done = ReturnType<typeof whatWasDone> & Pick<Analysis, 'exercise' | 'names'>;

/** What the findings give reason to do: actions with owners, and changes to the plan. */
function whatFollows({ history, items }: Sources, done: Done, { findings }: Findings) {
  const { exercise, names, responsibility, decisions, beliefs, validity } = done;
  const planned = { names, tasks: responsibility.tasks, decisions: decisions.decisions };
  return {
    followUp: followUp(findings, planned, exercise.endedWall),
    proposal: propose({ history, items, responsibility, beliefs, validity, findings }),
  };
}
