/**
 * What is being written and what became of it when it was sent, form by form. It outlives the forms:
 * going elsewhere on the page, a lost connection, a refusal or a reload takes nothing away.
 * Knows: drafts and trials. Does not know: the forms.
 */
import type { Outcome } from '../engine/runtime/client.ts';
import type { Written } from './kept.ts';

export type Draft = {
  readonly to: readonly string[];
  readonly title: string;
  readonly body: string;
  readonly facts: readonly string[];
  /** How sure one is of some of them; see sure.ts. */
  readonly sure: readonly string[];
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
  readonly attempt: (form: string, send: (ticket: string) => Promise<Outcome>) => Promise<boolean>;
  /** An act that went out with this ticket before the page was loaded anew is under way again. */
  readonly revive: (ticket: string, outcome: Promise<Outcome>) => void;
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
  /** The chair is this owner's: takes up what was written in it before the page was loaded anew. */
  readonly belong: (owner: string) => void;
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
  sure: [],
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
/** Between a form's name and the number of what was set aside from it. */
const ASIDE = '#';
const TICKET = 'sent-';

/** The number at the end of a name; none is 0. */
function numberIn(name: string): number {
  return Number(/\d{1,9}$/.exec(name)?.[0] ?? 0);
}

/** Where drafts are kept over a reload. */
export type DraftKeep = {
  readonly load: (owner: string) => Written;
  readonly save: (owner: string, written: Written) => void;
};

export function openDrafts(keep?: DraftKeep): Drafts {
  const written = new Map<string, Draft>();
  const trials = new Map<string, Trial>();
  const listeners = new Set<() => void>();
  /** What is under way, under the name that it has now. */
  const flights = new Map<string, { form: string }>();
  /** The same by the ticket it went out with, which it still has after a reload. */
  const tickets = new Map<string, { form: string }>();
  const asides = new Map<string, readonly string[]>();
  let count = 0;
  let owner: string | undefined;

  const save = (to: string): void => {
    const sent = [...tickets].map(([ticket, { form }]) => [ticket, form] as const);
    keep?.save(to, { drafts: Object.fromEntries(written), sent: Object.fromEntries(sent) });
  };
  const tell = (): void => {
    if (owner !== undefined) save(owner);
    for (const listener of [...listeners]) listener();
  };
  const judge = (form: string, trial: Trial): void => {
    trials.set(form, trial);
    tell();
  };
  const emptyAll = (): void => {
    for (const kept of [written, trials, asides, flights, tickets]) kept.clear();
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
  const layAside = (form: string, name: string): void => {
    asides.set(form, [...(asides.get(form) ?? NONE), name]);
  };
  /** From before the page was loaded anew: what is written since then stands. */
  const takeUp = ({ drafts = {}, sent = {} }: Written): void => {
    for (const [form, kept] of Object.entries(drafts)) {
      if (written.has(form)) continue;
      written.set(form, fitted(kept));
      const at = form.lastIndexOf(ASIDE);
      if (at >= 0) layAside(form.slice(0, at), form);
      count = Math.max(count, numberIn(form));
    }
    for (const [ticket, form] of Object.entries(sent)) {
      if (typeof form === 'string') tickets.set(ticket, { form });
      count = Math.max(count, numberIn(ticket));
    }
  };
  const setAside = (form: string): void => {
    const flight = flights.get(form);
    if (!flight) return;
    count += 1;
    flight.form = `${form}${ASIDE}${count}`;
    flights.delete(form);
    flights.set(flight.form, flight);
    written.set(flight.form, draft(form));
    trials.set(flight.form, { type: 'sending' });
    written.delete(form);
    trials.delete(form);
    layAside(form, flight.form);
    tell();
  };

  async function underWay(
    form: string,
    ticket: string,
    send: () => Promise<Outcome>,
  ): Promise<boolean> {
    if (trials.get(form)?.type === 'sending') return false;
    const sent = written.get(form);
    const flight = { form };
    flights.set(form, flight);
    tickets.set(ticket, flight);
    judge(form, { type: 'sending' });
    const outcome = await send();
    const done = outcome.type === 'done';
    flights.delete(flight.form);
    tickets.delete(ticket);
    // What was written on while the host answered is a new draft, and stays.
    if (done && (flight.form !== form || written.get(form) === sent)) forget(flight.form);
    judge(flight.form, done ? { type: 'done' } : { type: 'refused', reason: outcome.reason });
    return done;
  }

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
    attempt: (form, send) => {
      count += 1;
      const ticket = `${TICKET}${count}`;
      return underWay(form, ticket, () => send(ticket));
    },
    revive: (ticket, outcome) => {
      const form = tickets.get(ticket)?.form;
      if (form !== undefined) void underWay(form, ticket, () => outcome);
    },
    clear: (form) => {
      forget(form);
      trials.delete(form);
      tell();
    },
    settle: (form) => {
      if (trials.get(form)?.type === 'done') trials.delete(form);
    },
    belong: (next) => {
      if (owner === next) return;
      if (owner !== undefined) emptyAll();
      owner = next;
      takeUp(keep?.load(next) ?? {});
      tell();
    },
    empty: () => {
      emptyAll();
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

/** The shelf is the reader's own, but an older version of this page may have filled it. */
function fitted(kept: unknown): Draft {
  if (typeof kept !== 'object' || kept === null) return BLANK;
  const fits = ([field, value]: readonly [string, unknown]): boolean => {
    const blank: unknown = BLANK[field as keyof Draft];
    if (!Array.isArray(blank)) return typeof value === typeof blank;
    return Array.isArray(value) && value.every((one) => typeof one === 'string');
  };
  return { ...BLANK, ...Object.fromEntries(Object.entries(kept).filter(fits)) };
}
