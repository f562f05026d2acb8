/**
 * What the page may do to be noticed, and what a reader has chosen; kept in the browser. Everything
 * that disturbs is off until it is asked for. Knows: choices, and which arrivals call for a signal.
 * Does not know: how a sound is made, or what a notification is.
 */
import type { RoleView } from '../engine/exercise/rows.ts';
import type { Shelf } from './seat.ts';
import { openQuestions } from './view.ts';

export type Choices = {
  readonly sound: boolean;
  readonly notify: boolean;
  /** The key "/" opens the search. A key that acts by itself must be possible to turn off. */
  readonly slash: boolean;
  readonly inbox: 'newest' | 'urgency';
};

export type Signals = {
  readonly choices: () => Choices;
  readonly choose: (change: Partial<Choices>) => void;
  readonly subscribe: (changed: () => void) => () => void;
};

const KEY = 'beredt:signals';
const FIRST: Choices = { sound: false, notify: false, slash: true, inbox: 'newest' };

export function openSignals(shelf: Shelf): Signals {
  const listeners = new Set<() => void>();
  let kept = readChoices(shelf);
  return {
    choices: () => kept,
    choose: (change) => {
      kept = { ...kept, ...change };
      try {
        shelf.setItem(KEY, JSON.stringify(kept));
      } catch {
        // A browser that keeps nothing: the choice holds until the page is closed.
      }
      for (const listener of [...listeners]) listener();
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

/** What is kept may be anything. */
function readChoices(shelf: Shelf): Choices {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(KEY) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return FIRST;
    const { sound, notify, slash, inbox } = kept as Record<string, unknown>;
    return {
      sound: sound === true,
      notify: notify === true,
      slash: slash !== false,
      inbox: inbox === 'urgency' ? inbox : 'newest',
    };
  } catch {
    return FIRST;
  }
}

/** How a sound is to be heard: an alarm is not a telephone, and mail is neither. */
export type Tone = 'alarm' | 'phone' | 'message';

/** What has come between two views and calls for a signal, the loudest; undefined: nothing has. */
export function arrival(before: RoleView, after: RoleView): Tone | undefined {
  const items = Object.values(after.items).filter(({ id, sent }) => !sent && !before.items[id]);
  const channels: readonly string[] = items.map(({ channel }) => channel);
  if (channels.includes('alarm') || channels.includes('broadcast')) return 'alarm';
  if (channels.includes('phone')) return 'phone';
  const others = [
    [keys(before.tasks), keys(after.tasks)],
    [keys(before.decisions), keys(after.decisions)],
    [offersTo(before), offersTo(after)],
    [openQuestions(before).map(({ id }) => id), openQuestions(after).map(({ id }) => id)],
  ] as const;
  const fresh = others.some(([was, is]) => is.some((id) => !was.includes(id)));
  return items.length > 0 || fresh ? 'message' : undefined;
}

function keys(rows: object): readonly string[] {
  return Object.keys(rows);
}

function offersTo(view: RoleView): readonly string[] {
  const me = view.me['me']?.id;
  return Object.values(view.tasks).flatMap(({ id, offers }) =>
    offers.filter(({ to }) => to === me).map(({ from, at }) => `${id} ${from} ${at}`),
  );
}
