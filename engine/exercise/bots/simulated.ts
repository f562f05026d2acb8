/**
 * A bot that plays a simulated role: it answers what is written to the role, by what the plan has
 * prepared for that receiver where there is anything, each text once. Knows: who plays whom.
 * Does not know: how an answer is given by a role that has no chair (pulse).
 */
import type { RoleId } from '../../plan/plan.ts';
import { say, type Lang } from '../../scenario/text.ts';
import { MINUTE } from '../../scenario/time.ts';
import { BOT_TEXT } from '../bottext.ts';
import { chance } from '../chance.ts';
import { BOT, type ControlInput, type RoleInput } from '../entry.ts';
import type { ExerciseState, MessageState } from '../state.ts';
import type { Manner } from './behaviour.ts';
import type { Plot } from './intent.ts';

export function playedByBot(state: ExerciseState, role: RoleId): boolean {
  return state.players.get(role) === BOT;
}

/** Whatever the role has not answered yet, when the bot takes it over or when it is written. */
export function speakFor(
  state: ExerciseState,
  role: RoleId,
  messages: Iterable<MessageState>,
  plot: Plot,
  manner: Manner,
): void {
  if (!playedByBot(state, role)) return;
  for (const { id, to, simulated } of messages) {
    if (simulated || !to.includes(role)) continue;
    const delay = (2 + 6 * chance(manner.seed, `speak ${role} ${id}`)) * MINUTE;
    plot(`speak ${id}`, role, delay, (now) => answer(now, role, id, manner.lang));
  }
}

function answer(state: ExerciseState, role: RoleId, id: string, lang: Lang): RoleInput | undefined {
  const message = state.messages.get(id);
  if (!message || message.answered.has(role) || !playedByBot(state, role)) return undefined;
  const row = preparedFor(state, role, message.from);
  return {
    type: 'message.send',
    to: [message.from],
    ...(row ? { title: say(row.title, lang) } : {}),
    body: row ? say(row.body, lang) : BOT_TEXT[lang].answer,
    ...(row && row.facts.length > 0 ? { facts: row.facts } : {}),
    replyTo: id,
  };
}

/** What the plan lets this role say to that one, and that has not been said to it. */
function preparedFor(state: ExerciseState, role: RoleId, to: RoleId) {
  const said = new Set(
    [...state.messages.values()]
      .filter((message) => message.to.includes(to))
      .map(({ prepared }) => prepared),
  );
  return (state.lookup.plan.bank ?? []).find(
    (row) =>
      'role' in row.from && row.from.role === role && row.to.includes(to) && !said.has(row.id),
  );
}

/** A bot's answer as control gives it; undefined where the role is played by somebody else. */
export function spokenFor(
  state: ExerciseState,
  role: RoleId,
  input: RoleInput | undefined,
): ControlInput | undefined {
  if (input?.type !== 'message.send' || !playedByBot(state, role)) return undefined;
  const { to, title, body, facts, replyTo } = input;
  if (replyTo === undefined || !state.messages.has(replyTo)) return undefined;
  const bank = state.lookup.plan.bank ?? [];
  const row = bank.find((one) => texts(one.body).includes(body));
  return {
    type: 'simcell.send',
    from: role,
    to,
    ...(title === undefined ? {} : { title }),
    body,
    ...(facts === undefined ? {} : { facts }),
    replyTo,
    ...(row === undefined ? {} : { prepared: row.id }),
  };
}

function texts(text: Parameters<typeof say>[0]): readonly (string | undefined)[] {
  return typeof text === 'string' ? [text] : [text.da, text.en];
}
