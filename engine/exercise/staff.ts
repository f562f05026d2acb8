/**
 * What each kind of facilitator may do. Knows: kinds, lanes, acts. Does not know: when an act makes
 * sense (control). Where nobody has joined as staff, every facilitator is the lead.
 */
import type { By, ControlInput } from './entry.ts';
import type { StaffRow } from './rows.ts';
import type { Verdict } from './run.ts';
import { decisionOf, type ExerciseState } from './state.ts';

/** Who may do an act: the lead alone, whoever conducts, whoever evaluates too, or anybody. */
type Reach = 'lead' | 'conduct' | 'evaluate' | 'all';

const REACH: Readonly<Record<ControlInput['type'], Reach>> = {
  'exercise.start': 'lead',
  'exercise.pause': 'conduct',
  'exercise.resume': 'lead',
  'exercise.pace': 'lead',
  'exercise.jump': 'lead',
  'exercise.shift': 'lead',
  'exercise.end': 'lead',
  'exercise.hotwash': 'lead',
  'exercise.close': 'lead',
  'phase.choose': 'lead',
  'phase.adjust': 'lead',
  'staff.hand': 'lead',
  'inject.release': 'conduct',
  'inject.hold': 'conduct',
  'inject.unhold': 'conduct',
  'inject.skip': 'conduct',
  'inject.change': 'conduct',
  'inject.repeat': 'conduct',
  'inject.write': 'conduct',
  'question.ask': 'conduct',
  'question.skip': 'conduct',
  'simcell.send': 'conduct',
  'simcell.call': 'conduct',
  'simcell.play': 'conduct',
  'decision.enter': 'conduct',
  'decision.note': 'conduct',
  'control.answer': 'conduct',
  'observation.note': 'evaluate',
  'record.note': 'evaluate',
};
const RANK = { all: 0, evaluate: 1, conduct: 2, lead: 3 } as const;
const OWN = {
  observer: 'all',
  evaluator: 'evaluate',
  controller: 'conduct',
  lead: 'lead',
} as const;

/** Undefined when the one who asks may do it. */
export function permits(state: ExerciseState, by: By, input: ControlInput): Verdict {
  if (by.type !== 'facilitator' || state.staff.size === 0) return undefined;
  const staff = state.staff.get(by.name);
  if (!staff) return 'not-allowed';
  const reach = reachOf(state, input);
  if (RANK[OWN[staff.kind]] < RANK[reach]) {
    return RANK[OWN[staff.kind]] < RANK.conduct && reach !== 'lead' ? 'not-your-part' : 'lead-only';
  }
  return withinLane(state, staff, input) ? undefined : 'not-in-lane';
}

function reachOf({ status }: ExerciseState, input: ControlInput): Reach {
  if (input.type !== 'exercise.pause') return REACH[input.type];
  // Whoever sees that somebody is hurt stops the exercise.
  if (input.kind === 'real') return 'all';
  // To say that the pause is for something else can let people act again: as resuming does.
  return status === 'paused' ? REACH['exercise.resume'] : REACH[input.type];
}

/** A controller with a lane acts where some role of the lane is concerned: before, and afterwards. */
function withinLane(state: ExerciseState, { kind, lane }: StaffRow, input: ControlInput): boolean {
  if (kind !== 'controller' || lane === undefined) return true;
  const inLane = (role: string): boolean =>
    lane.includes(state.lookup.roles.get(role)?.organisation ?? '');
  const redirected = input.type === 'inject.change' ? input.to : undefined;
  return [concerned(state, input), redirected].every((roles) => roles?.some(inLane) ?? true);
}

/** The roles that an act is about; undefined: it is about nobody in particular. */
function concerned(state: ExerciseState, input: ControlInput): readonly string[] | undefined {
  switch (input.type) {
    case 'inject.release':
    case 'inject.hold':
    case 'inject.unhold':
    case 'inject.skip':
    case 'inject.change':
      return state.injects.get(input.inject)?.row.to;
    case 'inject.repeat':
      return input.to ?? state.injects.get(input.inject)?.row.to;
    case 'inject.write':
    case 'simcell.send':
      return input.to;
    case 'simcell.call':
      return input.with;
    case 'question.ask':
    case 'question.skip':
      return state.questions.get(input.question)?.row.to;
    case 'decision.enter':
      return [input.role, ...(decisionOf(state, input.decision)?.authority ?? [])];
    case 'decision.note':
      return [input.role];
    case 'control.answer': {
      const ask = state.asks.get(input.ask);
      return ask && [ask.role];
    }
    default:
      return undefined;
  }
}
