/**
 * What a reader must know before believing the figures: pauses, jumps, prompts, bots, empty seats,
 * and what the plan or the journal does not hold. Knows: how the exercise was run. Judges nothing.
 */
import type { RoleId } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import { asked } from './asking.ts';
import type { Cast } from './cast.ts';
import { type Evidence, type Happening, type History, evidence, inOrder, of } from './history.ts';

export type Missing =
  | 'no-tasks'
  | 'no-facts'
  | 'no-decisions'
  | 'no-interfaces'
  | 'no-clocks'
  | 'no-polls'
  | 'not-ended'
  | 'no-observations'
  | 'no-hotwash';
export type Pause = {
  readonly at: Ms;
  readonly reason?: string;
  /** Wall times, for people; no figure is computed from them. */
  readonly from: string;
  readonly to?: string;
  readonly evidence: Evidence;
};
export type Validity = {
  readonly pauses: readonly Pause[];
  readonly jumps: readonly { readonly from: Ms; readonly to: Ms; readonly evidence: Evidence }[];
  readonly paces: readonly {
    readonly at: Ms;
    readonly pace: number;
    readonly evidence: Evidence;
  }[];
  /** Contingency injects released because an expectation was overdue. */
  readonly contingency: Evidence;
  /** Injects that control released by hand or wrote on the way. */
  readonly byHand: Evidence;
  readonly held: Evidence;
  readonly skipped: Evidence;
  /** Messages control wrote for simulated roles. */
  readonly simulated: Evidence;
  /** Decisions entered by control for a role. */
  readonly entered: Evidence;
  /** Phases that control chose. */
  readonly chosen: Evidence;
  readonly refused: Evidence;
  /** Played roles in which only a bot ever sat. */
  readonly bots: readonly RoleId[];
  /** Played roles in which nobody ever sat. */
  readonly unseated: readonly RoleId[];
  readonly simulatedRoles: readonly RoleId[];
  readonly missing: readonly Missing[];
};

export function analyseValidity(history: History, cast: Cast): Validity {
  const released = of(history, 'inject.released');
  const seats = of(history, 'seat.taken');
  const taken = (role: RoleId, bot: boolean): boolean =>
    seats.some(({ event }) => event.role === role && event.bot === bot);
  return {
    pauses: of(history, 'exercise.paused').map((pause) => pauseOf(history, pause)),
    jumps: jumpsOf(history),
    paces: of(history, 'exercise.paced').map((h) => ({
      at: h.at,
      pace: h.event.pace,
      evidence: [h.seq],
    })),
    contingency: seqs(released.filter(({ event }) => event.cause === 'if-not')),
    byHand: seqs(released.filter(({ event }) => event.cause === 'control')),
    held: seqs(of(history, 'inject.held')),
    skipped: seqs(of(history, 'inject.skipped')),
    simulated: seqs(of(history, 'message.sent').filter(({ event }) => event.simulated)),
    entered: seqs(of(history, 'decision.recorded').filter(({ event }) => event.how === 'control')),
    chosen: seqs(
      of(history, 'phase.entered').filter(({ event }) => event.cause.type === 'control'),
    ),
    refused: seqs(of(history, 'input.refused')),
    bots: cast.players.filter((role) => taken(role, true) && !taken(role, false)),
    unseated: cast.players.filter((role) => !taken(role, true) && !taken(role, false)),
    simulatedRoles: cast.simulated,
    missing: missingFrom(history),
  };
}

const seqs = (rows: readonly { readonly seq: number }[]): Evidence => rows.map((row) => row.seq);

function pauseOf(history: History, pause: Happening<'exercise.paused'>): Pause {
  const { reason } = pause.event;
  // Said anew to be for something else, it is another pause, and the first is over.
  const over = [...of(history, 'exercise.resumed'), ...of(history, 'exercise.paused')]
    .sort(inOrder)
    .find((h) => h.seq > pause.seq);
  return {
    at: pause.at,
    from: pause.wall,
    ...(reason !== undefined && { reason }),
    ...(over && { to: over.wall }),
    evidence: evidence(pause.seq, over?.seq),
  };
}

/** A jump begins at its input: the event is noted when the time between has been walked through. */
function jumpsOf(history: History): Validity['jumps'] {
  return of(history, 'exercise.jumped').map(({ seq, at, event }) => {
    const asked = history.inputs.findLast((e) => e.seq < seq && e.input.type === 'exercise.jump');
    return { from: asked?.at ?? at, to: event.to, evidence: evidence(asked?.seq, seq) };
  });
}

function missingFrom(history: History): readonly Missing[] {
  const { plan } = history;
  const checks: readonly (readonly [Missing, boolean])[] = [
    ['no-tasks', plan.tasks.length === 0],
    ['no-facts', plan.facts.length === 0],
    ['no-decisions', plan.decisions.length === 0],
    ['no-interfaces', plan.interfaces.length === 0],
    ['no-clocks', plan.clocks.length === 0],
    ['no-polls', !asked(history, 'poll').length],
    ['not-ended', of(history, 'exercise.ended').length === 0],
    ['no-observations', of(history, 'observation.noted').length === 0],
    ['no-hotwash', of(history, 'hotwash.answered').length === 0],
  ];
  return checks.filter(([, missing]) => missing).map(([code]) => code);
}
