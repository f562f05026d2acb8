/**
 * What a bot answers in the name of a simulated role that control has handed to it. Knows: the bank,
 * who wrote what. Does not know: when anything is sent (the bots' heap does), or seats.
 *
 * It answers what reaches the role from then on: with the prepared text that fits best and that the
 * writer has not had yet, or else politely that it was received. Two things keep it from talking for
 * ever: it never answers a role that a bot plays in the same way, and to a mere reply to what it wrote
 * itself it has nothing to say but what was prepared, each text once.
 */
import type { Prepared, RoleId } from '../../plan/plan.ts';
import { strictest, strictness } from '../../scenario/marking.ts';
import type { Marking } from '../../scenario/schema.ts';
import { say } from '../../scenario/text.ts';
import { MINUTE, type Ms } from '../../scenario/time.ts';
import { BOT_TEXT } from '../bottext.ts';
import { chance } from '../chance.ts';
import { BOT, type ControlInput, type EventOf, type ExerciseEvent } from '../entry.ts';
import type { ExerciseState, MessageState } from '../state.ts';
import { behaviourOf, tempo, type Manner } from './behaviour.ts';
import { bestFit, type Written } from './fit.ts';

export type Sending = Extract<ControlInput, { readonly type: 'simcell.send' }>;
/** What exactly is answered, and whether at all, is settled when the time comes. */
export type Reply = (state: ExerciseState) => Sending | undefined;

/** Takes notice of events, and means to answer through `later`. */
export function createUnderstudy(
  manner: Manner,
  later: (due: Ms, role: RoleId, reply: Reply) => void,
): (state: ExerciseState, event: ExerciseEvent) => void {
  /** How often each role has been taken back: what was meant before that is dropped. */
  const returned = new Map<RoleId, number>();
  return (state, event) => {
    if (event.type === 'simcell.played' && event.by !== BOT) {
      returned.set(event.role, (returned.get(event.role) ?? 0) + 1);
    }
    if (event.type !== 'message.sent') return;
    for (const role of askedOf(state, event)) {
      if (behaviourOf(manner, role) === 'silent') continue;
      const turn = returned.get(role);
      const answer = reply(role, event.message, manner);
      const due = state.at + Math.round(replyDelay(manner, role, event.message));
      later(due, role, (now) =>
        isBots(now, role) && returned.get(role) === turn ? answer(now) : undefined,
      );
    }
  };
}

function isBots(state: ExerciseState, role: RoleId): boolean {
  return state.players.get(role) === BOT;
}

/** The receivers in whose name a bot means to answer. */
function askedOf(state: ExerciseState, sent: EventOf<'message.sent'>): readonly RoleId[] {
  // One bot answering another would never end; what people write in a simulated role's name is theirs.
  if (isBots(state, sent.from)) return [];
  return sent.to.filter((role) => isBots(state, role));
}

/** As long as it takes to see a message, look something up and write a few lines. */
function replyDelay(manner: Manner, role: RoleId, message: string): Ms {
  const share = chance(manner.seed, `simulated ${role} ${message}`);
  return (3 + 9 * share) * MINUTE * tempo(manner, role);
}

function reply(role: RoleId, id: string, { lang }: Manner): Reply {
  return (state) => {
    const message = state.messages.get(id);
    if (!message || message.answered.has(role)) return undefined;
    const to = [message.from];
    const sending = { type: 'simcell.send', from: role, to, replyTo: id } as const;
    const fit = bestFit(ready(state, role, message.from), writtenIn(state, message));
    if (fit) {
      const [title, body] = [say(fit.title, lang), say(fit.body, lang)];
      return { ...sending, title, body, facts: fit.facts, prepared: fit.id };
    }
    return isAfterword(state, role, message)
      ? undefined
      : { ...sending, body: BOT_TEXT[lang].simulated };
  };
}

/** The role's texts that may be sent to whoever wrote, and that they have not had from it yet. */
function ready(state: ExerciseState, role: RoleId, writer: RoleId): readonly Prepared[] {
  const { plan, roles } = state.lookup;
  const most = roles.get(writer)?.clearedFor;
  const had = new Set<string | undefined>(
    [...state.messages.values()]
      .filter(({ from, to }) => from === role && to.includes(writer))
      .map(({ prepared }) => prepared),
  );
  return (plan.bank ?? []).filter(
    ({ id, from, to, facts }) =>
      'role' in from &&
      from.role === role &&
      (to.length === 0 || to.includes(writer)) &&
      !had.has(id) &&
      (most === undefined || strictness(markingOf(state, facts)) <= strictness(most)),
  );
}

function markingOf({ lookup }: ExerciseState, facts: readonly string[]): Marking {
  const { marking } = lookup.plan;
  return strictest(
    marking,
    facts.map((fact) => lookup.facts.get(fact)?.marking ?? marking),
  );
}

function writtenIn(state: ExerciseState, { title, body, facts, replyTo }: MessageState): Written {
  const channel = state.injects.get(replyTo ?? '')?.row.channel;
  return { words: `${title ?? ''} ${body}`, facts, ...(channel === undefined ? {} : { channel }) };
}

/** It answers what the role wrote, and asks nothing more. */
function isAfterword(state: ExerciseState, role: RoleId, { replyTo, asks }: MessageState): boolean {
  return !asks && state.messages.get(replyTo ?? '')?.from === role;
}
