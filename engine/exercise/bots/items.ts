/**
 * What bots do with what they receive: open, acknowledge, answer, tell. Knows: expectations.
 * Does not know: tasks and decisions.
 */
import type { Expectation, RoleId } from '../../plan/plan.ts';
import { say } from '../../scenario/text.ts';
import { MINUTE } from '../../scenario/time.ts';
import { BOT_TEXT } from '../bottext.ts';
import { chance } from '../chance.ts';
import type { EventOf, RoleInput } from '../entry.ts';
import { knows, received, type ExerciseState } from '../state.ts';
import { declare } from './awareness.ts';
import { addressees } from './address.ts';
import { pick, tempo, type Manner } from './behaviour.ts';
import { choose } from './decisions.ts';
import type { Plot } from './intent.ts';
import { carrying, telling } from './telling.ts';

export function openSoon(
  state: ExerciseState,
  item: string,
  role: RoleId,
  plot: Plot,
  manner: Manner,
): void {
  const tightest = (state.lookup.expectationsOf.get(item) ?? [])
    .filter((row) => row.role === role && (row.does === 'open' || row.does === 'acknowledge'))
    .reduce((least, row) => Math.min(least, row.within), 15 * MINUTE);
  const share = 0.1 + 0.4 * chance(manner.seed, `open ${role} ${item}`);
  plot(`open ${item}`, role, tightest * share * tempo(manner, role), (now) =>
    received(now, role, item)?.opened.has(role) ? undefined : { type: 'item.open', item },
  );
}

export function meet(state: ExerciseState, id: string, plot: Plot, manner: Manner): void {
  const row = state.obligations.get(id)?.row;
  if (!row) return;
  const delay = pick(manner, row.role, `meet ${id}`, row.within);
  if (delay === undefined) return;
  const { role, inject } = row;
  switch (row.does) {
    case 'open':
    case 'task':
      // Opening is everybody's habit; tasks are taken up when they arise.
      return;
    case 'acknowledge':
      plot(`acknowledge ${inject}`, role, delay, (now) => acknowledge(now, role, inject));
      return;
    case 'answer':
      plot(`answer ${inject}`, role, delay, (now) => answer(now, role, inject, manner));
      return;
    case 'message':
      plot(`message ${id}`, role, delay, (now) => inform(now, row, manner));
      return;
    case 'decision':
      plot(`decide ${row.decision ?? ''}`, role, delay, (now) =>
        choose(now, role, row.decision ?? '', manner),
      );
      return;
    case 'declare':
      plot(`declare ${id}`, role, delay, (now) => declare(now, role, manner.lang));
      return;
    default:
      row.does satisfies never;
  }
}

export function acknowledge(
  state: ExerciseState,
  role: RoleId,
  item: string,
): RoleInput | undefined {
  return received(state, role, item)?.acknowledged.has(role)
    ? undefined
    : { type: 'item.acknowledge', item };
}

export function answer(
  state: ExerciseState,
  role: RoleId,
  item: string,
  { lang }: Manner,
): RoleInput | undefined {
  const found = received(state, role, item);
  if (!found || found.answered.has(role)) return undefined;
  const from = 'row' in found ? found.row.from : { role: found.from };
  const to = 'role' in from && from.role !== role ? [from.role] : [];
  return { type: 'message.send', to, replyTo: item, body: BOT_TEXT[lang].answer };
}

export function inform(
  state: ExerciseState,
  row: Expectation,
  manner: Manner,
): RoleInput | undefined {
  const meant = row.to.filter((role) => role !== row.role);
  const facts = row.facts.filter((fact) => knows(state, row.role, fact));
  if (meant.length === 0) return undefined;
  const { lang } = manner;
  const title = say(state.injects.get(row.inject)?.row.title ?? '', lang);
  const body = facts.length > 0 ? telling(state, facts, lang) : `${BOT_TEXT[lang].inform} ${title}`;
  const to = addressees(state, row.role, meant, manner);
  return { type: 'message.send', to, ...carrying(state, row.role, facts), body };
}

export function replyTo(
  { message, from, to }: EventOf<'message.sent'>,
  plot: Plot,
  manner: Manner,
): void {
  for (const role of to) {
    const delay = pick(manner, role, `reply ${role} ${message}`, 20 * MINUTE);
    if (delay === undefined) continue;
    plot(`reply ${message}`, role, delay, (now) => {
      if (now.messages.get(message)?.answered.has(role)) return undefined;
      const body = BOT_TEXT[manner.lang].consulted;
      return { type: 'message.send', to: [from], replyTo: message, body };
    });
  }
}
