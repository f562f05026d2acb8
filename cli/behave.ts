/** Reads `--behave it-manager=silent,*=diligent`. Knows: roles and behaviours by name. */
import {
  BEHAVIOURS,
  EVERYONE,
  type Behave,
  type Behaviour,
} from '../engine/exercise/bots/behaviour.ts';
import type { Plan } from '../engine/plan/plan.ts';
import { nearest } from '../engine/scenario/nearest.ts';
import { Usage } from './output.ts';
import type { CliText } from './text.ts';

/** Ways to write the same: `alle` and `all` stand for `*`. */
const ALL: readonly string[] = [EVERYONE, 'all', 'alle'];

export function readBehave(source: string, plan: Plan, { rehearsal: text }: CliText): Behave {
  const behave = new Map<string, Behaviour>();
  const played = plan.roles.filter(({ playedBy }) => playedBy === 'participant');
  const roles = played.map(({ id }) => id);
  for (const part of source.split(',')) {
    const [who = '', how, ...more] = part
      .trim()
      .split('=')
      .map((word) => word.trim());
    if (who === '' || how === undefined || more.length > 0) throw new Usage(text.badBehave(part));
    const behaviour = BEHAVIOURS.find((known) => known === how);
    if (!behaviour) {
      throw new Usage(text.badBehaviour(how, BEHAVIOURS.join(', '), nearest(how, BEHAVIOURS)));
    }
    const role = ALL.includes(who) ? EVERYONE : who;
    if (role !== EVERYONE && !roles.includes(role)) {
      throw new Usage(text.badRole(who, nearest(who, roles)));
    }
    if (behave.has(role)) throw new Usage(text.twice(who));
    behave.set(role, behaviour);
  }
  return behave;
}
