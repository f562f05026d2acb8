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
  readonly asks: boolean;
  /** `task:<id>`, `decision:<id>` or nothing. */
  readonly about: string;
  readonly option: string;
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
  asks: false,
  about: '',
  option: '',
};
const IDLE: Trial = { type: 'idle' };

/** Where drafts are kept over a reload. */
export type DraftKeep = {
  readonly load: (owner: string) => Written;
  readonly save: (owner: string, written: Written) => void;
};

export function openDrafts(keep?: DraftKeep): Drafts {
  const written = new Map<string, Draft>();
  const trials = new Map<string, Trial>();
  const listeners = new Set<() => void>();

  let owner: string | undefined;

  const tell = (): void => {
    if (owner !== undefined) keep?.save(owner, Object.fromEntries(written));
    for (const listener of [...listeners]) listener();
  };
  const judge = (form: string, trial: Trial): void => {
    trials.set(form, trial);
    tell();
  };
  const forget = (): void => {
    written.clear();
    trials.clear();
  };
  const draft = (form: string): Draft => written.get(form) ?? BLANK;

  const write = (form: string, change: Partial<Draft>): void => {
    written.set(form, { ...draft(form), ...change });
    if (trials.get(form)?.type !== 'sending') trials.delete(form);
    tell();
  };

  return {
    draft,
    trial: (form) => trials.get(form) ?? IDLE,
    write,
    begin: (form, start) => {
      if (!written.has(form)) write(form, start);
    },
    miss: (form, field) => judge(form, { type: 'missing', field }),
    attempt: async (form, send) => {
      if (trials.get(form)?.type === 'sending') return false;
      const sent = written.get(form);
      judge(form, { type: 'sending' });
      const outcome = await send();
      const done = outcome.type === 'done';
      // What was written on while the host answered is a new draft, and stays.
      if (done && written.get(form) === sent) written.delete(form);
      judge(form, done ? { type: 'done' } : { type: 'refused', reason: outcome.reason });
      return done;
    },
    clear: (form) => {
      written.delete(form);
      trials.delete(form);
      tell();
    },
    settle: (form) => {
      if (trials.get(form)?.type === 'done') trials.delete(form);
    },
    belong: (next) => {
      if (owner === next) return;
      if (owner !== undefined) forget();
      owner = next;
      for (const [form, draft] of Object.entries(keep?.load(next) ?? {})) {
        if (!written.has(form)) written.set(form, fitted(draft));
      }
      tell();
    },
    empty: () => {
      forget();
      tell();
    },
    dirty: () =>
      [...trials.values()].some(({ type }) => type === 'sending') ||
      [...written.values()].some(({ body }) => body.trim() !== ''),
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
