/**
 * How bots pass on what they know. Knows: who waits for a fact or for a task's outcome, by plan.
 * Does not know: what the receiver makes of it.
 */
import type { RoleId, Task } from '../../plan/plan.ts';
import { say, type Lang } from '../../scenario/text.ts';
import { MINUTE } from '../../scenario/time.ts';
import { BOT_TEXT } from '../bottext.ts';
import { heard } from '../certainty.ts';
import type { RoleInput } from '../entry.ts';
import { knows, type ExerciseState } from '../state.ts';
import { planned } from '../visible.ts';
import { addressees } from './address.ts';
import { pick, tempo, type Manner } from './behaviour.ts';
import type { Plot } from './intent.ts';

export function telling(state: ExerciseState, facts: readonly string[], lang: Lang): string {
  const said = facts.map((fact) => say(state.lookup.facts.get(fact)?.text ?? fact, lang));
  return [BOT_TEXT[lang].inform, ...said].join(' ');
}

/** Tells one role one fact, unless it knows it already. */
export function tell(
  state: ExerciseState,
  from: RoleId,
  to: RoleId,
  fact: string,
  lang: Lang,
): RoleInput | undefined {
  if (knows(state, to, fact)) return undefined;
  const body = telling(state, [fact], lang);
  return { type: 'message.send', to: [to], ...carrying(state, from, [fact]), body };
}

/** Facts as surely as the role was told that they are. */
export function carrying(state: ExerciseState, role: RoleId, facts: readonly string[]) {
  return { facts, ...heard(state, role, facts) };
}

/** Knowing something, one tells those whom an interface or a colleague's task makes wait for it. */
export function passOn(
  state: ExerciseState,
  fact: string,
  role: RoleId,
  plot: Plot,
  manner: Manner,
): void {
  const { lookup } = state;
  const across = lookup.plan.interfaces
    .filter((row) => row.from.includes(role) && row.carries.includes(fact))
    .flatMap((row) => row.to);
  const organisation = lookup.roles.get(role)?.organisation ?? '';
  const colleagues = (lookup.rolesOf.get(organisation) ?? []).filter((other) =>
    needs(state, other, fact),
  );
  const to = [...new Set([...across, ...colleagues])].filter((other) => other !== role);
  if (to.length === 0) return;
  const delay = pick(manner, role, `pass ${role} ${fact}`, 25 * MINUTE);
  if (delay === undefined) return;
  plot(`pass ${fact}`, role, delay, (now) => {
    const ignorant = to.filter((other) => !knows(now, other, fact));
    if (ignorant.length === 0) return undefined;
    const body = telling(now, [fact], manner.lang);
    const told = addressees(now, role, ignorant, manner);
    return { type: 'message.send', to: told, ...carrying(now, role, [fact]), body };
  });
}

function needs(state: ExerciseState, role: RoleId, fact: string): boolean {
  const { tasks, decisions } = state.lookup.plan;
  return (
    tasks.some((task) => task.needs.includes(fact) && doers(task).includes(role)) ||
    decisions.some(({ needs: key, authority }) => key.includes(fact) && authority.includes(role))
  );
}

export function doers(task: Task): readonly RoleId[] {
  return [...task.accountable, ...task.responsible];
}

export function tellOutcome(
  state: ExerciseState,
  id: string,
  doer: RoleId,
  plot: Plot,
  manner: Manner,
): void {
  const task = state.lookup.tasks.get(id);
  if (!task || !planned(task).includes(doer)) return;
  const to = [...new Set([...task.accountable, ...task.informed])].filter((role) => role !== doer);
  if (to.length === 0) return;
  plot(`outcome ${id}`, doer, 4 * MINUTE * tempo(manner, doer), (now) => {
    const body = `${BOT_TEXT[manner.lang].outcome} ${say(task.title, manner.lang)}`;
    const told = addressees(now, doer, to, manner);
    return { type: 'message.send', to: told, about: { task: id }, body };
  });
}
