/**
 * What happens next as exercise time goes by: the agenda's head, or a bot's intent.
 * Knows: their order. Does not know: how fast time goes. The running host and the rehearsal both
 * move through time with it, and so cannot differ.
 */
import type { Ms } from '../scenario/time.ts';
import type { Bots } from './bot.ts';
import { nextDue } from './due.ts';
import type { Intent } from './bots/intent.ts';
import type { Draft, ExerciseEvent } from './entry.ts';
import { record, type Given } from './record.ts';
import type { ExerciseState } from './state.ts';

/** When something happens next; undefined when nothing will. */
export function nextPulse(state: ExerciseState, bots?: Bots): Ms | undefined {
  const due = nextDue(state)?.due;
  const intent = state.status === 'running' ? bots?.next()?.due : undefined;
  return due === undefined ? intent : Math.min(due, intent ?? Infinity);
}

/** Records one input and lets the bots take notice of what came of it. */
export function give(
  state: ExerciseState,
  bots: Bots | undefined,
  given: Given,
): { readonly drafts: readonly Draft[]; readonly events: readonly ExerciseEvent[] } {
  const recorded = record(state, given);
  if (bots) for (const event of recorded.events) bots.notice(state, event);
  return recorded;
}

/**
 * Lets the next thing happen, at its own time: an agenda item before a bot's act at the same time.
 * A bot whose chair a person has taken, or that finds nothing left to do, does nothing.
 */
export function pulse(
  state: ExerciseState,
  bots: Bots | undefined,
  wall: string,
): { readonly drafts: readonly Draft[]; readonly events: readonly ExerciseEvent[] } {
  const item = nextDue(state);
  const intent = state.status === 'running' ? bots?.next() : undefined;
  // An intent plotted while time stood still may lie behind the last event; time does not go back.
  const at = Math.max(intent?.due ?? Infinity, state.at);
  if (item && item.due <= at) {
    const input = { type: 'agenda.due' as const, number: item.number };
    return give(state, bots, { input, by: { type: 'engine' }, at: item.due, wall });
  }
  bots?.take();
  const act = intent && actOf(state, intent);
  return act ? give(state, bots, { ...act, at, wall }) : { drafts: [], events: [] };
}

/** A bot acts from its seat; in a simulated role's name, which has none, the engine does. */
function actOf(state: ExerciseState, intent: Intent): Pick<Given, 'input' | 'by'> | undefined {
  if ('reply' in intent) {
    const input = intent.reply(state);
    return input && { input, by: { type: 'engine' } };
  }
  const seat = [...state.seats.values()].find(({ role, bot }) => bot && role === intent.role);
  const input = seat && intent.input(state);
  return input && { input, by: { type: 'role', role: seat.role, seat: seat.id } };
}
