/**
 * What bots do that do as they like: claim others' tasks, hand them on, decide what is not theirs,
 * tell whoever comes to mind. Knows: what is allowed. Does not know: what is planned.
 */
import type { RoleId } from '../../plan/plan.ts';
import { MINUTE } from '../../scenario/time.ts';
import { chance } from '../chance.ts';
import type { ExerciseEvent } from '../entry.ts';
import type { ExerciseState } from '../state.ts';
import { seesDecision, seesTask } from '../visible.ts';
import { behaviourOf, type Manner } from './behaviour.ts';
import { choose } from './decisions.ts';
import type { Plot } from './intent.ts';
import { tell } from './telling.ts';

const CLAIMS = 0.3;
const LETS_GO = 0.2;
const HANDS_ON = 0.3;
const DECIDES = 0.25;
const TELLS = 0.25;

export function followWhims(
  state: ExerciseState,
  event: ExerciseEvent,
  plot: Plot,
  manner: Manner,
): void {
  const { plan } = state.lookup;
  const erratic = (role: RoleId): boolean => behaviourOf(manner, role) === 'random';
  const draw = (name: string): number => chance(manner.seed, `whim ${name}`);
  switch (event.type) {
    case 'task.started':
      for (const { id: role } of plan.roles) {
        if (erratic(role) && draw(`claim ${role} ${event.task}`) < CLAIMS) {
          claim(state, event.task, role, plot, draw);
        }
      }
      return;
    case 'task.claimed':
      if (erratic(event.role)) letGo(state, event.task, event.role, plot, draw);
      return;
    case 'decision.opened': {
      const decision = state.lookup.decisions.get(event.decision);
      if (!decision) return;
      for (const role of new Set([...decision.authority.slice(1), ...decision.consult])) {
        const name = `decide ${role} ${decision.id}`;
        if (!erratic(role) || draw(name) >= DECIDES) continue;
        plot(name, role, decision.within * draw(`${name} when`), (now) =>
          seesDecision(now, role, decision) ? choose(now, role, decision.id, manner) : undefined,
        );
      }
      return;
    }
    case 'fact.known': {
      const { fact, role } = event;
      const others = plan.roles.filter(({ id }) => id !== role);
      const name = `tell ${role} ${fact}`;
      const to = others[Math.floor(draw(`${name} whom`) * others.length)]?.id;
      if (!erratic(role) || to === undefined || draw(name) >= TELLS) return;
      plot(name, role, 60 * MINUTE * draw(`${name} when`), (now) =>
        tell(now, role, to, fact, manner.lang),
      );
      return;
    }
    default:
  }
}

type Draw = (name: string) => number;

function claim(state: ExerciseState, id: string, role: RoleId, plot: Plot, draw: Draw): void {
  const task = state.lookup.tasks.get(id);
  if (!task) return;
  const name = `claim ${role} ${id}`;
  const as = draw(`${name} as`) < 0.5 ? 'accountable' : 'responsible';
  plot(`whim claim ${id}`, role, task.within * draw(`${name} when`), (now) => {
    const held = now.tasks.get(id)?.holders.some((holder) => holder.role === role);
    const open = now.tasks.get(id)?.status === 'open' && seesTask(now, role, id);
    return open && !held ? { type: 'task.claim', task: id, as } : undefined;
  });
}

/** Having taken a task, it may put it down, or offer it to somebody. */
function letGo(state: ExerciseState, id: string, role: RoleId, plot: Plot, draw: Draw): void {
  const name = `let go ${role} ${id}`;
  const mood = draw(name);
  if (mood >= LETS_GO + HANDS_ON) return;
  const others = state.lookup.plan.roles.filter((other) => other.id !== role);
  const to = others[Math.floor(draw(`${name} whom`) * others.length)]?.id;
  plot(`let go ${id}`, role, 30 * MINUTE * draw(`${name} when`), (now) => {
    const task = now.tasks.get(id);
    const holds = task?.status === 'open' && task.holders.some((holder) => holder.role === role);
    if (!holds) return undefined;
    if (mood < LETS_GO || to === undefined) return { type: 'task.release', task: id };
    const offered = task.offers.some((offer) => offer.from === role && offer.to === to);
    return offered ? undefined : { type: 'handover.offer', task: id, to };
  });
}
