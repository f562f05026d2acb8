/**
 * What every part of the page can reach: the session, the drafts, the place, the language.
 * Knows: Preact's context and hooks. Does not know: any part.
 */
import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { Lang } from '../engine/runtime/protocol.ts';
import type { RoleInput } from '../engine/exercise/entry.ts';
import type { ExerciseRow, RoleCollections, RoleView } from '../engine/exercise/rows.ts';
import type { Draft, Drafts, Trial } from './drafts.ts';
import type { Places } from './place.ts';
import type { Session } from './session.ts';
import type { Signals } from './signal.ts';
import type { Words } from './text.ts';

/** There before one has a chair, too. */
export type Hall = {
  readonly session: Session;
  readonly drafts: Drafts;
  readonly places: Places;
  readonly lang: Lang;
  /** Rejects when the other language cannot be fetched now; the page goes on in the first. */
  readonly setLang: (lang: Lang) => Promise<void>;
  readonly signals: Signals;
  readonly words: Words;
};

export type Desk = {
  readonly view: RoleView;
  readonly exercise: ExerciseRow;
  readonly me: RoleCollections['me'];
  /** Whether acts reach the host now. */
  readonly online: boolean;
};

export const HallContext = createContext<Hall | undefined>(undefined);
export const DeskContext = createContext<Desk | undefined>(undefined);

export function useHall(): Hall {
  const hall = useContext(HallContext);
  if (!hall) throw new Error('This part stands outside the hall.');
  return hall;
}

export function useDesk(): Hall & Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('This part needs a role’s view.');
  return { ...useHall(), ...desk };
}

/** Draws again when the store's answer to `read` is another one. */
export function useStore<T>(
  store: { readonly subscribe: (changed: () => void) => () => void },
  read: () => T,
): T {
  const [, redraw] = useState(0);
  const value = read();
  useEffect(() => {
    let seen = value;
    const look = (): void => {
      const next = read();
      if (next === seen) return;
      seen = next;
      redraw((n) => n + 1);
    };
    look();
    return store.subscribe(look);
  });
  return value;
}

/** One timer for the page, however many times stand on it. */
const seconds = (() => {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  const tick = (): void => {
    for (const listener of [...listeners]) listener();
  };
  return {
    subscribe: (changed: () => void) => {
      listeners.add(changed);
      timer ??= setInterval(tick, 1_000);
      return () => {
        listeners.delete(changed);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
})();

/** Words that exercise time changes: drawn again in the second when they become others. */
export function useTold(tell: (now: number) => string): string {
  const { session } = useHall();
  return useStore(seconds, () => tell(session.now()));
}

export type Form = {
  readonly draft: Draft;
  readonly trial: Trial;
  readonly write: (change: Partial<Draft>) => void;
  readonly miss: (field: keyof Draft) => void;
  readonly send: (input: RoleInput) => Promise<boolean>;
  readonly clear: () => void;
};

/** One form's draft and what became of it, by the form's name. */
export function useForm(name: string): Form {
  const { drafts, session } = useHall();
  useEffect(() => () => drafts.settle(name), [drafts, name]);
  return {
    draft: useStore(drafts, () => drafts.draft(name)),
    trial: useStore(drafts, () => drafts.trial(name)),
    write: (change) => drafts.write(name, change),
    miss: (field) => drafts.miss(name, field),
    send: (input) => drafts.attempt(name, (ticket) => session.act(input, ticket)),
    clear: () => drafts.clear(name),
  };
}

/** When the reader opens a form, the writing starts in its first field. */
export function useOpenedForm(open: string | undefined) {
  const around = useRef<HTMLElement>(null);
  const before = useRef(open);
  useEffect(() => {
    if (before.current === open) return;
    before.current = open;
    if (open !== undefined)
      around.current?.querySelector<HTMLElement>('form :is(input, textarea, select)')?.focus();
  }, [open]);
  return around;
}
