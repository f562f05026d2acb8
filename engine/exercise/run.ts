/**
 * One step on its way: the events so far, each already applied to the state.
 * Knows: how events are emitted. Does not know: which (acts, control, due and react decide).
 */
import {
  ENDEX,
  lengthEvent,
  moveStoryline,
  strandOf,
  THREAD_END,
  type Entered,
  type Move,
  type Stand,
  type StorylineEvent,
} from '../plan/exercise.machine.ts';
import { nextObligation } from '../plan/lifecycle.machine.ts';
import type { Expectation, Phase, RoleId } from '../plan/plan.ts';
import { STORYLINE } from '../scenario/strand.ts';
import { SECOND } from '../scenario/time.ts';
import type { ExerciseEvent, Moment, PhaseCause, ReleaseCause } from './entry.ts';
import { evolve } from './evolve.ts';
import { holds } from './holds.ts';
import type { RefusalCode } from './refusal.ts';
import {
  conducted,
  phaseOf,
  standsIn,
  type ExerciseState,
  type InjectState,
  type QuestionState,
} from './state.ts';

export type Run = {
  readonly state: ExerciseState;
  /** The input's own moment; its events follow it in seq. */
  readonly moment: Moment;
  readonly events: ExerciseEvent[];
  /** Phases entered in this step: a gate cannot send a strand round in a circle. */
  readonly entered: Set<string>;
};

/** Time must pass in every phase: in a circle of phases without length it would stand still. */
const SHORTEST = SECOND;

/** A refusal's code, or undefined when the input was carried out. */
export type Verdict = RefusalCode | undefined;

export function emit(run: Run, event: ExerciseEvent): void {
  const { seq, at, by } = run.moment;
  run.events.push(event);
  evolve(run.state, event, { seq: seq + run.events.length, at, by });
}

/** Lets the chart take the event; a phase that it leads to is entered with its cause. */
export function steer(run: Run, event: StorylineEvent, cause?: PhaseCause): Move {
  const { state } = run;
  const move = moveStoryline(state.lookup.plan, standOf(state), event);
  if (move.moved && cause) enter(run, move, cause);
  return move;
}

function standOf({ status, strands }: ExerciseState): Stand {
  return { status, phases: new Map([...strands].map(([id, { phase }]) => [id, phase])) };
}

/** Enters the phases that the chart moved to; behind the storyline's last one lies ENDEX. */
export function enter(run: Run, { entered }: Move, cause: PhaseCause): void {
  for (const one of entered) enterOne(run, one, cause);
}

function enterOne(run: Run, { strand, phase, delay }: Entered, cause: PhaseCause): void {
  const before = phaseOf(run.state, strand);
  if (phase === ENDEX) {
    endExercise(run, 'storyline');
  } else if (phase === THREAD_END) {
    emit(run, { type: 'thread.ended', thread: strand, from: before ?? '' });
  } else {
    const until = delay === undefined ? {} : { until: run.moment.at + Math.max(delay, SHORTEST) };
    const from = before === undefined || before === THREAD_END ? {} : { from: before };
    run.entered.add(phase);
    emit(run, { type: 'phase.entered', phase, ...from, ...until, cause });
  }
}

export function endExercise(
  run: Run,
  cause: 'control' | 'storyline' | 'length',
  reason?: string,
): void {
  emit(run, { type: 'exercise.ended', cause, ...(reason === undefined ? {} : { reason }) });
}

/** Leaves a phase that a strand stands in by its own way on: its first branch that holds. */
export function leavePhase(run: Run, phase: Phase, cause: 'length' | 'gate'): void {
  const to = branchOf(run.state, phase);
  const event: StorylineEvent =
    cause === 'gate'
      ? { type: 'gate.opened', from: phase.id, to }
      : lengthEvent(run.state.lookup.plan, phase, to);
  steer(run, event, { type: cause });
}

function branchOf(state: ExerciseState, phase: Phase): string {
  const open = phase.next.find(({ when }) => !when || holds(state, when));
  const end = strandOf(phase) === STORYLINE ? ENDEX : THREAD_END;
  return (open ?? phase.next.at(-1))?.to ?? end;
}

export function inPhase(state: ExerciseState, inject: InjectState): boolean {
  const { phases } = inject.row;
  return phases.length === 0 || phases.some((phase) => standsIn(state, phase));
}

/** Passes a planned inject over if no strand can come to any of its phases any more. */
export function passOver(run: Run, id: string): void {
  const { state } = run;
  const inject = state.injects.get(id);
  if (!conducted(state) || inject?.status !== 'planned' || inPhase(state, inject)) return;
  const ahead = [...state.strands.values()].map((at) => state.lookup.ahead.get(at.phase));
  const comes = inject.row.phases.some((phase) => ahead.some((phases) => phases?.has(phase)));
  if (!comes) emit(run, { type: 'inject.passed', inject: id });
}

/** Releases an inject, and lets its expectations fall on their roles. */
export function release(run: Run, inject: InjectState, cause: ReleaseCause): void {
  const { id, to } = inject.row;
  emit(run, { type: 'inject.released', inject: id, to, cause });
  for (const expectation of run.state.lookup.expectationsOf.get(id) ?? []) {
    // Nobody owes an answer to what has been sent to others instead.
    if (inject.spared?.includes(expectation.role)) continue;
    const due = run.moment.at + expectation.within;
    emit(run, { type: 'obligation.opened', obligation: expectation.id, due });
  }
}

/** Puts a poll or a probe to its roles. */
export function ask(run: Run, { row }: QuestionState, cause: 'due' | 'control'): void {
  emit(run, { type: 'question.asked', question: row.id, to: row.to, cause });
}

/** Ends those of the role's obligations that match: met in time, or late. */
export function fulfil(run: Run, role: RoleId, matches: (row: Expectation) => boolean): void {
  for (const id of [...(run.state.pending.get(role) ?? [])]) {
    const obligation = run.state.obligations.get(id);
    if (!obligation || !matches(obligation.row)) continue;
    const next = nextObligation(obligation.status, 'fulfil');
    if (next === 'met') emit(run, { type: 'obligation.met', obligation: id });
    else if (next === 'late') emit(run, { type: 'obligation.late', obligation: id });
  }
}

/** Ends every pending obligation that matches and can no longer be met: its chance is gone. */
export function dismiss(run: Run, matches: (row: Expectation) => boolean): void {
  for (const pending of [...run.state.pending.values()]) {
    for (const id of [...pending]) {
      const obligation = run.state.obligations.get(id);
      if (!obligation || !matches(obligation.row)) continue;
      const type = obligation.status === 'overdue' ? 'obligation.lapsed' : 'obligation.waived';
      emit(run, { type, obligation: id });
    }
  }
}
