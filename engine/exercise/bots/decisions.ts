/** How bots decide. Knows: windows, and who is to be heard. Does not know: which option is wise. */
import type { RoleId } from '../../plan/plan.ts';
import { BOT_TEXT } from '../bottext.ts';
import { chance } from '../chance.ts';
import type { RoleInput } from '../entry.ts';
import { knows, type ExerciseState } from '../state.ts';
import { behaviourOf, pick, tempo, type Manner } from './behaviour.ts';
import type { Plot } from './intent.ts';
import { ask } from './tasks.ts';

export function decide(state: ExerciseState, id: string, plot: Plot, manner: Manner): void {
  const decision = state.lookup.decisions.get(id);
  const [decider] = decision?.authority ?? [];
  if (!decision || decider === undefined) return;
  const { within } = decision;
  const consulted = decision.consult.filter((role) => role !== decider);
  if (consulted.length > 0) {
    plot(`consult ${id}`, decider, within * 0.15 * tempo(manner, decider), (now) =>
      now.decisions.get(id)?.status === 'open'
        ? ask(consulted, { decision: id }, manner.lang)
        : undefined,
    );
  }
  const delay = pick(manner, decider, `decide ${id}`, within);
  if (delay === undefined) return;
  // Whoever keeps time decides before the window closes; the slow may find that it has.
  const latest = behaviourOf(manner, decider) === 'slow' ? delay : within * 0.95;
  plot(`decide ${id}`, decider, Math.min(Math.max(delay, within * 0.3), latest), (now) =>
    choose(now, decider, id, manner),
  );
}

export function choose(
  state: ExerciseState,
  role: RoleId,
  id: string,
  manner: Manner,
  wanted?: string,
): RoleInput | undefined {
  const decision = state.lookup.decisions.get(id);
  if (!decision || state.decisions.get(id)?.status !== 'open') return undefined;
  const { options } = decision;
  const drawn = options[Math.floor(chance(manner.seed, `choose ${id}`) * options.length)];
  const option = wanted ?? drawn?.id;
  if (option === undefined) return undefined;
  const facts = decision.needs.filter((fact) => knows(state, role, fact));
  const reason = BOT_TEXT[manner.lang].decided;
  return { type: 'decision.record', decision: id, option, reason, facts };
}
