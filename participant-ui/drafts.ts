/**
 * What is being written and what became of it when it was sent, form by form. It outlives the forms:
 * going elsewhere on the page, a lost connection or a refusal takes nothing away.
 * Knows: drafts and trials. Does not know: the forms.
 */
import type { Outcome } from '../engine/runtime/client.ts';

export type Draft = {
  readonly to: readonly string[];
  readonly title: string;
  readonly body: string;
  readonly facts: readonly string[];
  readonly asks: boolean;
  /** `task:<id>`, `decision:<id>` or nothing. */
  readonly about: string;
  readonly option: string;
  /** Somebody outside the exercise, by name. */
  readonly outside: string;
  /** It happened where the tool could not see it. */
  readonly elsewhere: boolean;
  readonly assumptions: string;
  readonly dissent: string;
  readonly options: readonly string[];
  /** Minutes, as a choice among a few; nothing: the usual. */
  readonly within: string;
  readonly marking: string;
  /** The version that the writing began from. */
  readonly base: string;
};

/** What became of the last attempt. */
export type Trial =
  | { readonly type: 'idle' | 'sending' | 'done' }
  /** Not sent: the form lacks something. */
  | { readonly type: 'missing'; readonly field: keyof Draft }
  | { readonly type: 'refused'; readonly reason: { readonly da: string; readonly en: string } };

export type Drafts = {
  readonly draft: (form: string) => Draft;
  readonly trial: (form: string) => Trial;
  readonly write: (form: string, change: Partial<Draft>) => void;
  /** Fills in a form that nothing has been written in. */
  readonly begin: (form: string, start: Partial<Draft>) => void;
  /** Says what is missing, so that the form can. */
  readonly miss: (form: string, field: keyof Draft) => void;
  /** Sends; when the host has said yes the draft is cleared, otherwise it stays. */
  readonly attempt: (form: string, send: () => Promise<Outcome>) => Promise<boolean>;
  readonly clear: (form: string) => void;
  /**
   * Gives the form's place free while what was sent from it waits for an answer: it goes on under a
   * name of its own, and the form is blank for the next.
   */
  readonly setAside: (form: string) => void;
  /** What was set aside and is not done, by name: it waits, or it was refused. */
  readonly aside: (form: string) => readonly string[];
  /** A yes has been read: it is not said again when the form is next seen. */
  readonly settle: (form: string) => void;
  /** Forgets everything: the chair is another's now. */
  readonly empty: () => void;
  /** Whether anything would be lost with the page. */
  readonly dirty: () => boolean;
  readonly subscribe: (changed: () => void) => () => void;
};

const BLANK: Draft = {
  to: [],
  title: '',
  body: '',
  facts: [],
  asks: false,
  about: '',
  option: '',
  outside: '',
  elsewhere: false,
  assumptions: '',
  dissent: '',
  options: [],
  within: '',
  marking: '',
  base: '',
};
const IDLE: Trial = { type: 'idle' };
const NONE: readonly string[] = [];

export function openDrafts(): Drafts {
  const written = new Map<string, Draft>();
  const trials = new Map<string, Trial>();
  const listeners = new Set<() => void>();
  /** What is under way, under the name that it has now. */
  const flights = new Map<string, { form: string }>();
  const asides = new Map<string, readonly string[]>();
  let count = 0;

  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const judge = (form: string, trial: Trial): void => {
    trials.set(form, trial);
    tell();
  };
  const draft = (form: string): Draft => written.get(form) ?? BLANK;

  const write = (form: string, change: Partial<Draft>): void => {
    written.set(form, { ...draft(form), ...change });
    if (trials.get(form)?.type !== 'sending') trials.delete(form);
    tell();
  };

  const forget = (form: string): void => {
    written.delete(form);
    for (const [from, names] of asides) {
      if (names.includes(form))
        asides.set(
          from,
          names.filter((name) => name !== form),
        );
    }
  };
  const setAside = (form: string): void => {
    const flight = flights.get(form);
    if (!flight) return;
    count += 1;
    flight.form = `${form}#${count}`;
    flights.delete(form);
    flights.set(flight.form, flight);
    written.set(flight.form, draft(form));
    trials.set(flight.form, { type: 'sending' });
    written.delete(form);
    trials.delete(form);
    asides.set(form, [...(asides.get(form) ?? NONE), flight.form]);
    tell();
  };

  return {
    draft,
    trial: (form) => trials.get(form) ?? IDLE,
    setAside,
    aside: (form) => asides.get(form) ?? NONE,
    write,
    begin: (form, start) => {
      if (!written.has(form)) write(form, start);
    },
    miss: (form, field) => {
      // An eager finger's second tap on what has just been done and cleared lacks nothing.
      const again = trials.get(form)?.type === 'done' && !written.has(form);
      if (!again && trials.get(form)?.type !== 'sending') judge(form, { type: 'missing', field });
    },
    attempt: async (form, send) => {
      if (trials.get(form)?.type === 'sending') return false;
      const sent = written.get(form);
      const flight = { form };
      flights.set(form, flight);
      judge(form, { type: 'sending' });
      const outcome = await send();
      const done = outcome.type === 'done';
      flights.delete(flight.form);
      // What was written on while the host answered is a new draft, and stays.
      if (done && (flight.form !== form || written.get(form) === sent)) forget(flight.form);
      judge(flight.form, done ? { type: 'done' } : { type: 'refused', reason: outcome.reason });
      return done;
    },
    clear: (form) => {
      forget(form);
      trials.delete(form);
      tell();
    },
    settle: (form) => {
      if (trials.get(form)?.type === 'done') trials.delete(form);
    },
    empty: () => {
      written.clear();
      trials.clear();
      asides.clear();
      tell();
    },
    dirty: () =>
      [...trials.values()].some(({ type }) => type === 'sending') ||
      [...written.values()].some(({ body, assumptions, dissent, options }) =>
        [body, assumptions, dissent, ...options].some((text) => text.trim() !== ''),
      ),
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
