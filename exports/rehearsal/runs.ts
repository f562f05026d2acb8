/**
 * Runs in memory, one after another. Knows: how a rehearsal is conducted and watched.
 * Does not know: where a record goes, or what time it is.
 */
import { createBots } from '../../engine/exercise/bot.ts';
import type { Behave } from '../../engine/exercise/bots/behaviour.ts';
import type { Order } from '../../engine/exercise/bots/order.ts';
import { controlFor } from '../../engine/exercise/bots/steer.ts';
import type { Draft } from '../../engine/exercise/entry.ts';
import { rehearse, type Opening } from '../../engine/exercise/rehearse.ts';
import type { ExerciseState } from '../../engine/exercise/state.ts';
import type { RoleId } from '../../engine/plan/plan.ts';
import type { Lang } from '../../engine/scenario/text.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import { watchRun, type Tally } from './tally.ts';

export type Setting = {
  readonly opening: Opening;
  readonly lang: Lang;
  readonly behave?: Behave;
  readonly orders?: readonly Order[];
  readonly wall?: (at: Ms) => string;
};
export type Pile = { readonly longest: number; readonly forgotten: number };
export type Ran = {
  readonly tally: Tally;
  readonly state: ExerciseState;
  /** Of the overloaded. */
  readonly piles: ReadonlyMap<RoleId, Pile>;
};

/** The wall time of a run that nobody keeps. */
const NO_WALL = '1970-01-01T00:00:00.000Z';

/** Conducts one run to its close; `keep` is handed every group of the record as it comes. */
export function runOnce(
  setting: Setting,
  keep: (drafts: readonly Draft[]) => void = () => {},
): Ran {
  const { opening, lang, behave, orders = [], wall = () => NO_WALL } = setting;
  const bots = createBots(opening.seed, lang, behave, orders);
  const watch = watchRun(opening.plan, opening.seed);
  const run = rehearse(opening, lang, wall, bots, (state) => controlFor(state, orders));
  let next = run.next();
  for (; !next.done; next = run.next()) {
    for (const draft of next.value) watch.see(draft);
    keep(next.value);
  }
  return { tally: watch.done(), state: next.value, piles: bots.piles() };
}
