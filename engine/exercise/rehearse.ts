/**
 * A whole exercise in virtual time, with a bot in every chair. Knows: how an exercise is opened and
 * run to its end. Does not know: where the record goes. The same seed gives the same record.
 */
import type { Plan } from '../plan/plan.ts';
import type { Lang } from '../scenario/text.ts';
import type { Ms } from '../scenario/time.ts';
import { createBots, type Bots } from './bot.ts';
import {
  JOURNAL_FORMAT,
  type By,
  type ControlInput,
  type Draft,
  type EngineInput,
} from './entry.ts';
import { give, nextPulse, pulse } from './pulse.ts';
import { planDigest } from './replay.ts';
import { initialState, type ExerciseState } from './state.ts';

export type Opening = {
  readonly plan: Plan;
  readonly exercise: string;
  readonly seed: number;
  /** The engine's version, for the journal's first entry. */
  readonly engine: string;
};

/** The journal's first input. */
export function openingInput(opening: Opening): EngineInput {
  const { plan, exercise, seed, engine } = opening;
  const digest = planDigest(plan);
  return { type: 'exercise.open', format: JOURNAL_FORMAT, engine, exercise, seed, digest, plan };
}

/** A bot sits down in every chair that nobody has taken. */
export function seatBots(state: ExerciseState): readonly EngineInput[] {
  const taken = new Set([...state.seats.values()].map(({ role }) => role));
  return state.lookup.plan.roles
    .filter(({ id, playedBy }) => playedBy === 'participant' && !taken.has(id))
    .map(({ id }) => botSeat(id));
}

export function botSeat(role: string): EngineInput {
  return { type: 'seat.take', role, seat: `bot:${role}`, pseudonym: 'bot', bot: true };
}

/** Who does in a rehearsal what only a facilitator can. */
const FACILITATOR = 'rehearsal';

/**
 * Yields the record group by group, from the opening to the close. `wall` gives the virtual wall
 * time at an exercise time: rehearsals are read by people too. `control` is asked after every step
 * what the facilitator does.
 */
export function* rehearse(
  opening: Opening,
  lang: Lang,
  wall: (at: Ms) => string,
  bots: Bots = createBots(opening.seed, lang),
  control: (state: ExerciseState) => ControlInput | undefined = () => undefined,
): Generator<readonly Draft[], ExerciseState> {
  const state = initialState(opening.plan);
  const engine = (input: EngineInput | { readonly type: 'exercise.start' | 'exercise.close' }) =>
    give(state, bots, { input, by: { type: 'engine' }, at: state.at, wall: wall(state.at) }).drafts;

  yield engine(openingInput(opening));
  for (const seat of seatBots(state)) yield engine(seat);
  yield engine({ type: 'exercise.start' });
  for (let at = nextPulse(state, bots); at !== undefined; at = nextPulse(state, bots)) {
    const { drafts } = pulse(state, bots, wall(at));
    if (drafts.length > 0) yield drafts;
    const input = drafts.length > 0 ? control(state) : undefined;
    const by: By = { type: 'facilitator', name: FACILITATOR };
    if (input) yield give(state, bots, { input, by, at: state.at, wall: wall(state.at) }).drafts;
  }
  yield engine({ type: 'exercise.close' });
  return state;
}
