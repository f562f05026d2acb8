/**
 * The analysis of one exercise: who was meant to do what, who did, with entry numbers for evidence.
 * Knows: which parts there are. Does not know: formats, languages, files.
 */
import type { About, Entry, ExerciseEvent, Rating } from '../../engine/exercise/entry.ts';
import type { Kind, Marking } from '../../engine/scenario/schema.ts';
import type { Lang, Text } from '../../engine/scenario/text.ts';
import type { Ms, Story } from '../../engine/scenario/time.ts';
import { type Beliefs, analyseBeliefs } from './beliefs.ts';
import { type ClockResult, analyseClocks } from './clocks.ts';
import { type Fidelity, analyseFidelity } from './fidelity/fidelity.ts';
import { type Decisions, analyseDecisions } from './decisions/decisions.ts';
import { type Findings, findAll } from './findings.ts';
import { type Handovers, analyseHandovers } from './handovers.ts';
import { type Evidence, type History, of, readHistory } from './history.ts';
import { type Flow, analyseFlow } from './information/flow.ts';
import { readKnowledge } from './information/knowledge.ts';
import { type InterfaceResult, analyseInterfaces } from './interfaces.ts';
import { readItems } from './items.ts';
import { type RoleLoad, analyseLoad } from './load.ts';
import { type Names, namesOf } from './names.ts';
import { type Obligations, analyseObligations } from './obligations.ts';
import { type Picture, analysePicture } from './picture.ts';
import { type Responsibility, analyseResponsibility } from './responsibility.ts';
import { type Statements, analyseStatements } from './statements.ts';
import { type Services, analyseServices } from './services/services.ts';
import { type TimelineRow, timelineOf } from './timeline.ts';
import { type Validity, analyseValidity } from './validity.ts';

/** The analysis's own format, for those who read its JSON. 1: first. */
export const ANALYSIS_FORMAT = 1;

export type Analysis = {
  readonly format: typeof ANALYSIS_FORMAT;
  readonly exercise: ExerciseFacts;
  readonly names: Names;
  readonly validity: Validity;
  readonly timeline: readonly TimelineRow[];
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
  readonly observations: readonly Observation[];
  readonly hotwash: readonly HotwashAnswer[];
  readonly findings: Findings;
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
export type Observation = {
  readonly at: Ms;
  readonly text: string;
  readonly rating?: Rating;
  readonly about?: About;
  readonly evidence: Evidence;
};
export type HotwashAnswer = {
  readonly question: string;
  readonly role: string;
  readonly text: string;
  readonly evidence: Evidence;
};

export function analyse(entries: readonly Entry[]): Analysis {
  const history = readHistory(entries);
  const items = readItems(history);
  const validity = analyseValidity(history);
  const responsibility = analyseResponsibility(history, items);
  const beliefs = analyseBeliefs(history, responsibility);
  const handovers = analyseHandovers(history, responsibility.tasks);
  const knowledge = readKnowledge(history, items);
  const decisions = analyseDecisions(history, items, knowledge);
  const clocks = analyseClocks(history);
  const interfaces = analyseInterfaces(history, items);
  const fidelity = analyseFidelity(history, items);
  const statements = analyseStatements(history, items);
  const picture = analysePicture(history, fidelity);
  const obligations = analyseObligations(history);
  const services = analyseServices(history);
  const load = analyseLoad(history, responsibility.tasks, obligations);
  const flow = analyseFlow(history, items, knowledge);
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
  };
  return {
    format: ANALYSIS_FORMAT,
    exercise: exerciseFacts(history),
    names: namesOf(history),
    ...parts,
    timeline: timelineOf(history),
    obligations,
    observations: observations(history),
    hotwash: of(history, 'hotwash.answered').map(({ seq, event }) => ({
      question: event.question,
      role: event.role,
      text: event.text,
      evidence: [seq],
    })),
    findings: findAll({ history, ...parts }),
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

function observations(history: History): readonly Observation[] {
  return of(history, 'observation.noted').map(({ seq, at, event }) => ({
    at,
    text: event.text,
    evidence: [seq],
    ...(event.rating && { rating: event.rating }),
    ...(event.about && { about: event.about }),
  }));
}
