/** How bots take up tasks, consult about them, finish them, and answer handovers. */
import type { RoleId } from '../../plan/plan.ts';
import type { Lang } from '../../scenario/text.ts';
import { MINUTE } from '../../scenario/time.ts';
import { BOT_TEXT } from '../bottext.ts';
import { chance } from '../chance.ts';
import type { EventOf, RoleInput } from '../entry.ts';
import type { ExerciseState } from '../state.ts';
import { behaviourOf, pick, tempo, type Manner } from './behaviour.ts';
import type { Plot } from './intent.ts';
import { doers } from './telling.ts';

export function takeUp(state: ExerciseState, id: string, plot: Plot, manner: Manner): void {
  const task = state.lookup.tasks.get(id);
  if (!task) return;
  const open = (now: ExerciseState): boolean => now.tasks.get(id)?.status === 'open';
  const [owner] = task.accountable;
  for (const role of doers(task)) {
    const as = task.accountable.includes(role) ? 'accountable' : 'responsible';
    const share = 0.05 + 0.2 * chance(manner.seed, `claim ${role} ${id}`);
    plot(`claim ${id}`, role, task.within * share * tempo(manner, role), (now) =>
      open(now) && !now.tasks.get(id)?.holders.some((holder) => holder.role === role)
        ? { type: 'task.claim', task: id, as }
        : undefined,
    );
  }
  const doer = task.responsible[0] ?? owner;
  if (doer === undefined) return;
  const slowness = tempo(manner, doer);
  const consulted = task.consulted.filter((role) => role !== doer);
  if (consulted.length > 0) {
    plot(`consult ${id}`, doer, task.within * 0.28 * slowness, (now) =>
      open(now) ? ask(consulted, { task: id }, manner.lang) : undefined,
    );
  }
  const delay = pick(manner, doer, `finish ${id}`, task.within);
  if (delay === undefined) return;
  plot(`finish ${id}`, doer, Math.max(delay, task.within * 0.35 * slowness), (now) =>
    open(now) ? finish(id, manner.lang) : undefined,
  );
}

export function finish(task: string, lang: Lang): RoleInput {
  return { type: 'task.finish', task, note: BOT_TEXT[lang].finished };
}

export function ask(
  to: readonly RoleId[],
  about: { readonly task?: string; readonly decision?: string },
  lang: Lang,
): RoleInput {
  return { type: 'message.send', to, about, asks: true, body: BOT_TEXT[lang].consult };
}

/** How often a bot that does as it likes declines what it is handed. */
const DECLINES = 0.5;

export function answerOffer(
  { type, task, from, to }: EventOf<'handover.offered' | 'task.assigned'>,
  plot: Plot,
  manner: Manner,
): void {
  const whim = behaviourOf(manner, to) === 'random';
  const declines = whim && chance(manner.seed, `decline ${to} ${task} ${from}`) < DECLINES;
  const key = type === 'task.assigned' ? 'take on' : 'accept';
  plot(`${key} ${task} ${from}`, to, 3 * MINUTE * tempo(manner, to), () =>
    declines
      ? { type: 'handover.decline', task, from, reason: BOT_TEXT[manner.lang].declined }
      : { type: 'handover.accept', task, from },
  );
}
