/**
 * Conducts an exercise by a list of steps, from the opening to the close, in exercise time alone.
 * Knows: the engine's doors. Does not know: any rule.
 */
import { nextDue } from '../../engine/exercise/due.ts';
import type { By, Draft, Entry, Input } from '../../engine/exercise/entry.ts';
import { pulse } from '../../engine/exercise/pulse.ts';
import { record } from '../../engine/exercise/record.ts';
import { openingInput } from '../../engine/exercise/rehearse.ts';
import { initialState, type ExerciseState } from '../../engine/exercise/state.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import { link } from '../../engine/runtime/journal/chain.ts';
import { EMPTY } from '../../engine/runtime/journal/journal.ts';
import { aimed, said, type Step } from './behaviours.ts';
import { CONTROL, ENGINE, seated, WALL } from './given.ts';

export type Conducted = {
  readonly state: ExerciseState;
  readonly drafts: readonly Draft[];
};

/** Called after each input and what it caused: where the exercise stands, and the new lines. */
export type Onlooker = (state: ExerciseState, drafts: readonly Draft[]) => void;

export function conduct(plan: Plan, steps: readonly Step[], look: Onlooker = () => {}): Conducted {
  const state = initialState(plan);
  const drafts: Draft[] = [];
  let now: Ms = 0;
  const write = (recorded: { readonly drafts: readonly Draft[] }): void => {
    drafts.push(...recorded.drafts);
    look(state, recorded.drafts);
  };
  const pass = (until: Ms): void => {
    for (let item = nextDue(state); item && item.due <= until; item = nextDue(state)) {
      write(pulse(state, undefined, WALL));
    }
    now = Math.max(until, state.at);
  };
  const give = (by: By, input: Input): void => {
    const recorded = record(state, { input, by, at: now, wall: WALL });
    write(recorded);
    const jump = recorded.events.find(({ type }) => type === 'exercise.jumped');
    pass(jump?.type === 'exercise.jumped' ? jump.to : now);
  };

  give(ENGINE, openingInput({ plan, exercise: 'drawn', seed: 1, engine: '0.0.0' }));
  const first = plan.roles.find(({ playedBy }) => playedBy === 'participant')!.id;
  const { seat } = seated(first) as Extract<By, { type: 'role' }>;
  give(ENGINE, { type: 'seat.take', role: first, seat, pseudonym: said(-1, 'name'), bot: false });
  give(seated(first), { type: 'practice.finish', opened: 1_200, acknowledged: 2_400 });
  give(seated(first), { type: 'control.ask', text: said(-1, 'before') });
  give(lead(state), { type: 'exercise.start' });
  for (const [turn, step] of steps.entries()) {
    if (!('wait' in step)) {
      const { by, input } = aimed(state, step, turn);
      give(by, input);
    } else if (state.status === 'running') pass(now + step.wait);
  }
  if (state.status === 'paused') give(lead(state), { type: 'exercise.resume' });
  if (state.status === 'running') pass(state.length);
  // What can still be said of the record when it is done.
  const [late] = state.injects.keys();
  const about = late === undefined ? {} : { inject: late };
  give(seated(first), { type: 'outside.report', about, text: said(steps.length, 'aside') });
  give(seated(first), { type: 'record.contest', about, text: said(steps.length, 'wrong') });
  give(lead(state), { type: 'control.answer', ask: 'ask.1', text: said(steps.length, 'answer') });
  give(lead(state), { type: 'exercise.hotwash' });
  const [question] = plan.hotWash;
  if (question) {
    const text = said(steps.length, 'hot wash');
    give(seated(plan.roles[0]!.id), { type: 'hotwash.answer', question: question.id, text });
  }
  give(lead(state), { type: 'exercise.close' });
  return { state, drafts };
}

/** Who leads now, by the record. */
export function lead({ staff }: ExerciseState): By {
  const one = [...staff.values()].find(({ kind }) => kind === 'lead');
  return one ? { type: 'facilitator', name: one.id } : CONTROL;
}

/** The journal as bytes, chained. */
export function journalText(drafts: readonly Draft[]): string {
  return link(drafts, EMPTY)
    .lines.map((line) => `${line}\n`)
    .join('');
}

/** The journal as whoever reads it gets it. */
export function entriesOf(drafts: readonly Draft[]): readonly Entry[] {
  return link(drafts, EMPTY).lines.map((line) => JSON.parse(line) as Entry);
}
