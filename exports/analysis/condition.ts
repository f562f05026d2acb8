/**
 * When a condition of the plan first held, as far as the journal shows it.
 * Knows: conditions and events. Does not know: the engine's state; what it cannot tell, it leaves open.
 */
import type { Condition } from '../../engine/scenario/condition.ts';
import { type History, type Moment, by } from './history.ts';

/** `never`: it did not hold. `unknown`: the journal does not say. */
export type Held = Moment | 'never' | 'unknown';

export function heldFrom(history: History, condition: Condition): Held {
  switch (condition.type) {
    case 'fact':
      return factKnown(history, condition);
    case 'inject':
      return injectIs(history, condition);
    case 'task':
      return first(taskEvents(history, condition));
    case 'decision':
      return first(decisionEvents(history, condition));
    case 'clock': {
      const types = { running: 'started', met: 'met', late: 'missed' } as const;
      return first(by(history, `clock.${types[condition.is]}`, 'clock', condition.clock));
    }
    case 'phase':
      return first(by(history, 'phase.entered', 'phase', condition.phase));
    case 'time-after':
      return condition.at <= history.end ? { at: condition.at, seq: 0 } : 'never';
    case 'all':
      return last(condition.of.map((part) => heldFrom(history, part)));
    case 'any':
      return soonest(condition.of.map((part) => heldFrom(history, part)));
    case 'expectation':
    case 'service':
    case 'not':
      return 'unknown';
    default:
      return condition satisfies never;
  }
}

type Of<T extends Condition['type']> = Extract<Condition, { readonly type: T }>;

const first = ([event]: readonly Moment[]): Held =>
  event ? { at: event.at, seq: event.seq } : 'never';

function factKnown(history: History, { fact, by: roles, mode }: Of<'fact'>): Held {
  const known = by(history, 'fact.known', 'fact', fact);
  const points = roles.map((role) => first(known.filter((h) => h.event.role === role)));
  return mode === 'all' ? last(points) : soonest(points);
}

function injectIs(history: History, { inject, is }: Of<'inject'>): Held {
  switch (is) {
    case 'released':
      return first(by(history, 'inject.released', 'inject', inject));
    case 'opened':
      return first(by(history, 'item.opened', 'item', inject));
    case 'acknowledged':
      return first(by(history, 'item.acknowledged', 'item', inject));
    case 'answered':
      return first(by(history, 'message.sent', 'replyTo', inject));
    default:
      return is satisfies never;
  }
}

function taskEvents(history: History, { task, is }: Of<'task'>): readonly Moment[] {
  switch (is) {
    case 'open':
      return by(history, 'task.started', 'task', task);
    case 'claimed':
      return by(history, 'task.claimed', 'task', task);
    case 'done':
      return by(history, 'task.done', 'task', task);
    case 'overdue':
      return by(history, 'task.overdue', 'task', task);
    default:
      return is satisfies never;
  }
}

function decisionEvents(history: History, { decision, is }: Of<'decision'>): readonly Moment[] {
  if (is === 'open') return by(history, 'decision.opened', 'decision', decision);
  const made = by(history, 'decision.recorded', 'decision', decision);
  return is === 'made' ? made : made.filter(({ event }) => event.option === is);
}

const isMoment = (held: Held): held is Moment => typeof held !== 'string';

/** All of several: from the last on; never where one never did. */
function last(parts: readonly Held[]): Held {
  if (parts.includes('never')) return 'never';
  if (parts.includes('unknown')) return 'unknown';
  return parts.filter(isMoment).sort((a, b) => b.seq - a.seq || b.at - a.at)[0] ?? 'unknown';
}

function soonest(parts: readonly Held[]): Held {
  const points = parts.filter(isMoment).sort((a, b) => a.at - b.at || a.seq - b.seq);
  return points[0] ?? (parts.includes('unknown') ? 'unknown' : 'never');
}

/** The facts that a condition waits to be known by somebody. */
export function factsIn(condition: Condition): readonly string[] {
  switch (condition.type) {
    case 'fact':
      return [condition.fact];
    case 'all':
    case 'any':
      return condition.of.flatMap(factsIn);
    default:
      return [];
  }
}
