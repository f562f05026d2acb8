/** Rehearsals in memory. Knows: how bots of a behaviour are run. Does not know: what to expect. */
import { createBots, type Crew } from '../../engine/exercise/bot.ts';
import type { Behave, Behaviour } from '../../engine/exercise/bots/behaviour.ts';
import type { Draft, ExerciseEvent, InputEntry } from '../../engine/exercise/entry.ts';
import { rehearse } from '../../engine/exercise/rehearse.ts';
import type { ExerciseState } from '../../engine/exercise/state.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import { WALL } from './given.ts';

export type Rehearsed = {
  readonly state: ExerciseState;
  readonly drafts: readonly Draft[];
  readonly bots: Crew;
};

/** All roles behave in one way, or each as stated. */
export function rehearsed(plan: Plan, seed: number, behave: Behave | Behaviour): Rehearsed {
  const each = typeof behave === 'string' ? new Map([['*', behave]]) : behave;
  const bots = createBots(seed, 'en', each);
  const run = rehearse({ plan, exercise: 'bots', seed, engine: '0.0.0' }, 'en', () => WALL, bots);
  const drafts: Draft[] = [];
  let next = run.next();
  for (; !next.done; next = run.next()) drafts.push(...next.value);
  return { state: next.value, drafts, bots };
}

export const eventsOf = (drafts: readonly Draft[]): readonly ExerciseEvent[] =>
  drafts.flatMap((draft) => ('event' in draft ? [draft.event] : []));

type Given = Omit<InputEntry, 'prev'>;
/** What roles did, in order. */
export const actsOf = (drafts: readonly Draft[]): readonly Given[] =>
  drafts.filter((draft): draft is Given => 'input' in draft && draft.by.type === 'role');
