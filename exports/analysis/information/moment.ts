/**
 * When a condition of the plan first held, read off the journal.
 * Knows: what is noted when it begins. Does not know: states that are noted nowhere, or what ended
 * again: the parts of an `all` are taken to last.
 */
import type { RoleId } from '../../../engine/plan/plan.ts';
import type { Condition } from '../../../engine/scenario/condition.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import { type History, by } from '../history.ts';
import type { Moment } from '../items.ts';
import type { Knowledge } from './knowledge.ts';

/** Undefined: it never held, or whether it did cannot be read off the journal. */
export function since(
  history: History,
  knowledge: Knowledge,
  condition: Condition,
): Ms | undefined {
  const each = (parts: readonly Condition[]): readonly (Ms | undefined)[] =>
    parts.map((part) => since(history, knowledge, part));
  switch (condition.type) {
    case 'fact': {
      const learned = knowledge.knowers(condition.fact);
      const times = condition.by.map((role: RoleId) => learned.get(role)?.at);
      return condition.mode === 'all' ? last(times) : first(times);
    }
    case 'all':
      return last(each(condition.of));
    case 'any':
      return first(each(condition.of));
    case 'time-after':
      return condition.at <= history.end ? condition.at : undefined;
    case 'not':
    case 'expectation':
    case 'service':
      return undefined;
    default:
      return eventsOf(history, condition)[0]?.at;
  }
}

type Simple = Exclude<
  Condition,
  { readonly type: 'fact' | 'all' | 'any' | 'time-after' | 'not' | 'expectation' | 'service' }
>;

function eventsOf(history: History, condition: Simple): readonly Moment[] {
  switch (condition.type) {
    case 'task': {
      const types = {
        open: 'started',
        claimed: 'claimed',
        done: 'done',
        overdue: 'overdue',
      } as const;
      return by(history, `task.${types[condition.is]}`, 'task', condition.task);
    }
    case 'decision': {
      const { decision, is } = condition;
      if (is === 'open') return by(history, 'decision.opened', 'decision', decision);
      const made = by(history, 'decision.recorded', 'decision', decision);
      return is === 'made' ? made : made.filter(({ event }) => event.option === is);
    }
    case 'inject': {
      const { inject, is } = condition;
      if (is === 'released') return by(history, 'inject.released', 'inject', inject);
      if (is === 'answered') return by(history, 'message.sent', 'replyTo', inject);
      return by(history, `item.${is}`, 'item', inject);
    }
    case 'phase':
      return by(history, 'phase.entered', 'phase', condition.phase);
    case 'clock': {
      const types = { running: 'started', met: 'met', late: 'missed' } as const;
      return by(history, `clock.${types[condition.is]}`, 'clock', condition.clock);
    }
    default:
      return condition satisfies never;
  }
}

function first(times: readonly (Ms | undefined)[]): Ms | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

function last(times: readonly (Ms | undefined)[]): Ms | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length < times.length || known.length === 0 ? undefined : Math.max(...known);
}
