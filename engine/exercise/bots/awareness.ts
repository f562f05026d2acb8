/** How bots come to declare awareness. Knows: clocks and what must be known for them. */
import type { RoleId } from '../../plan/plan.ts';
import type { Lang } from '../../scenario/text.ts';
import { MINUTE } from '../../scenario/time.ts';
import { BOT_TEXT } from '../bottext.ts';
import type { RoleInput } from '../entry.ts';
import { knows, type ExerciseState } from '../state.ts';
import { pick, type Manner } from './behaviour.ts';
import type { Plot } from './intent.ts';

export function becomeAware(state: ExerciseState, role: RoleId, plot: Plot, manner: Manner): void {
  for (const clock of state.lookup.plan.clocks) {
    const task = state.lookup.tasks.get(clock.id);
    const ready = task?.needs.every((fact) => knows(state, role, fact));
    if (!task?.accountable.includes(role) || !ready) continue;
    const delay = pick(manner, role, `aware ${role} ${clock.matter}`, 30 * MINUTE);
    if (delay === undefined) continue;
    plot(`aware ${clock.matter}`, role, delay, (now) =>
      declare(now, role, manner.lang, clock.matter),
    );
  }
}

export function declare(
  state: ExerciseState,
  role: RoleId,
  lang: Lang,
  wanted?: string,
): RoleInput | undefined {
  const organisation = state.lookup.roles.get(role)?.organisation ?? '';
  const open = state.lookup.plan.clocks.find(
    ({ matter, organisation: owner }) =>
      owner === organisation &&
      (wanted ?? matter) === matter &&
      !state.awareness.has(`${organisation}:${matter}`),
  );
  if (!open) return undefined;
  return { type: 'awareness.declare', matter: open.matter, reason: BOT_TEXT[lang].aware };
}
