/**
 * What there is to draw: the host's view, the exercise time, and where the facilitator is in it.
 * Knows: shapes. Does not know: how any of it changes (store) or looks (panels).
 */
import type { ControlInput, StaffKind } from '../engine/exercise/entry.ts';
import type { ControlView, RoleView } from '../engine/exercise/rows.ts';
import type { Client, ClientState, Request } from '../engine/runtime/client.ts';
import {
  say,
  type HostCheck,
  type Invitation,
  type Lang,
  type Ms,
  type Text,
} from '../engine/runtime/protocol.ts';
import type { DebriefUi } from './debrief.ts';
import type { Form } from './form.ts';
import { withOlder, type Older } from './older.ts';
import { catalogue, type Catalogue } from './text.ts';
import type { Tone } from './tone.ts';

export const PANELS = [
  'overview',
  'injects',
  'roles',
  'tasks',
  'decisions',
  'messages',
  'record',
  'observations',
  'reports',
] as const;
export type Panel = (typeof PANELS)[number];

export type RefKind =
  | 'inject'
  | 'question'
  | 'obligation'
  | 'role'
  | 'task'
  | 'clock'
  | 'decision'
  | 'message'
  | 'record'
  | 'observation'
  | 'answer'
  | 'ask'
  | 'contest'
  | 'outside'
  | 'statement'
  | 'picture'
  | 'call'
  | 'note';
/** One row of the view. */
export type Ref = { readonly kind: RefKind; readonly id: string };

export const FILTERS = ['all', 'coming', 'released'] as const;
export type Filter = (typeof FILTERS)[number];

/** Every message, those that control owes an answer, or those that are one's own to answer. */
export const MAILS = ['all', 'inbox', 'mine'] as const;
export type Mail = (typeof MAILS)[number];

export type Span = { readonly text: string; readonly tone?: Tone };
export type Line = readonly Span[];
/** What the host is asked: an act, a chair to be freed, or what opens its doors. */
export type Errand =
  | ControlInput
  | { readonly type: 'free'; readonly seat: string }
  | { readonly type: 'invite'; readonly links: boolean }
  | { readonly type: 'debrief' }
  | Several
  | Extract<Request, { type: 'appoint' | 'dismiss' }>;
/** What is done to one inject at a time, also where it is done to several. */
export type InjectAct = Extract<
  ControlInput,
  {
    readonly type:
      'inject.release' | 'inject.hold' | 'inject.unhold' | 'inject.skip' | 'inject.change';
  }
>;
/** Why something was not done to an inject, in the facilitator's language. */
export type NotDone = { readonly inject: string; readonly why: string };
/** The same to several injects: each is an act of its own, sent one after the other. */
export type Several = {
  readonly type: 'several';
  readonly acts: readonly InjectAct[];
  /** Those that it cannot be done to, as was known before anything was sent. */
  readonly without: readonly NotDone[];
};
/** An act that is not sent before the facilitator has seen what it will do. */
export type Confirm = {
  readonly title: string;
  readonly effects: readonly Line[];
  readonly input: Errand | 'leave';
  /** Can be undone, or harms nothing. */
  readonly harmless?: boolean;
  /** Where to go back to when the answer is no. */
  readonly form?: Form;
};
/** What the host said; while it is asked, nothing. */
export type Answered =
  readonly HostCheck[] | { readonly refused: { readonly [L in Lang]: string } };
/** What is looked at before STARTEX. */
export type Preflight = {
  readonly type: 'preflight';
  /** Conducted turn by turn from STARTEX on. */
  readonly step: boolean;
  readonly host?: Answered | undefined;
  readonly scroll: number;
};

export type Overlay =
  | { readonly type: 'none' }
  | { readonly type: 'help'; readonly scroll: number }
  | { readonly type: 'links'; readonly scroll: number }
  | {
      readonly type: 'codes';
      readonly rows: readonly Invitation[];
      readonly links: boolean;
      readonly scroll: number;
    }
  | { readonly type: 'detail'; readonly ref: Ref; readonly scroll: number }
  | { readonly type: 'debrief'; readonly debrief: DebriefUi }
  | { readonly type: 'confirm'; readonly confirm: Confirm }
  | Preflight
  | { readonly type: 'form'; readonly form: Form }
  /** What became of an act on several injects, where some of them were left as they are. */
  | {
      readonly type: 'results';
      readonly done: number;
      readonly without: readonly NotDone[];
      readonly scroll: number;
    }
  /** The words that the list is filtered by are being typed. */
  | { readonly type: 'filter' }
  | { readonly type: 'palette'; readonly query: string; readonly at: number }
  | { readonly type: 'eyes'; readonly eyes: Eyes; readonly scroll: number }
  /** The people in exercise control, and which of them is chosen. */
  | { readonly type: 'staff'; readonly at: number }
  /** What lets somebody new into exercise control. */
  | {
      readonly type: 'badge';
      readonly staff: string;
      readonly kind: StaffKind;
      readonly token: string;
      readonly scroll: number;
    };

/** What exercise control saw at a time that is past: everything on the screen is of then. */
export type Past = {
  readonly at: Ms;
  /** The last entry that was there. */
  readonly seq: number;
  readonly view: Partial<ControlView>;
};
/** What one role sees, or saw. */
export type Eyes = {
  readonly role: string;
  readonly at: Ms;
  readonly seq: number;
  readonly view: Partial<RoleView>;
};

export type Notice = { readonly tone: Tone; readonly text: string };
export type Size = { readonly columns: number; readonly rows: number };

export type Ui = {
  readonly lang: Lang;
  readonly size: Size;
  readonly panel: Panel;
  /** The chosen row of each panel; absent: the first, whatever that comes to be. */
  readonly chosen: { readonly [P in Panel]?: Ref | undefined };
  readonly filter: Filter;
  readonly mail: Mail;
  /** Entries marked as evidence, by seq. */
  readonly marks: readonly string[];
  /** Injects marked on the script, to be acted on together, by id. */
  readonly picked: readonly string[];
  readonly overlay: Overlay;
  readonly drafts: { readonly [form: string]: Form | undefined };
  /** What a controller with a lane has chosen to see; absent: the lane. */
  readonly lane?: 'mine' | 'all';
  readonly notice?: Notice | undefined;
  /** The words each list is filtered by. */
  readonly sought?: { readonly [P in Panel]?: string };
  readonly past?: Past | undefined;
  /** What was fetched of the record. */
  readonly older?: Older | undefined;
};

/** `more`: there are rows that have not been read yet. */
export type Found = {
  readonly panel: Panel;
  readonly refs: readonly Ref[];
  readonly more: boolean;
};

export type Scene = {
  readonly ui: Ui;
  readonly client: ClientState;
  readonly view: Partial<ControlView>;
  readonly now: Ms;
  readonly links: readonly string[];
  readonly qr?: string;
  readonly linkOf?: LinkOf;
  readonly onQuit: 'detach' | 'stop';
  /** The exercise's own folder, on the host's machine. */
  readonly folder?: string;
  /** What is left of a panel's list where it is filtered. */
  readonly found?: Found;
};

export function words(scene: Scene): Catalogue {
  return catalogue(scene.ui.lang);
}

/** A text of the exercise in the facilitator's language. Made safe where it is fitted. */
export function told(scene: Scene, text: Text): string {
  return say(text, scene.ui.lang);
}

/** Where everybody begins. */
export function firstUi(lang: Lang, size: Size): Ui {
  return {
    lang,
    size,
    panel: 'overview',
    chosen: {},
    filter: 'all',
    mail: 'all',
    marks: [],
    picked: [],
    overlay: { type: 'none' },
    drafts: {},
  };
}

/** The address that participants open with a token; or the one that exercise control is attached by. */
export type LinkOf = (token: string, door?: 'join' | 'control') => string;

/** What the console is told when it is opened. */
export type Surroundings = {
  readonly links?: readonly string[];
  readonly qr?: string;
  readonly linkOf?: LinkOf;
  readonly onQuit?: 'detach' | 'stop';
  readonly folder?: string;
};

/** What there is to draw just now. */
export function sceneOf(ui: Ui, client: Client, options: Surroundings): Scene {
  const state = client.state();
  return {
    ui,
    client: state,
    view: withOlder(ui.past?.view ?? viewOf(state), ui.older, ui.past?.seq),
    now: ui.past?.at ?? client.now(),
    links: options.links ?? [],
    ...(options.qr === undefined ? {} : { qr: options.qr }),
    ...(options.linkOf ? { linkOf: options.linkOf } : {}),
    onQuit: options.onQuit ?? 'detach',
    ...(options.folder === undefined ? {} : { folder: options.folder }),
  };
}

/** Only control's view is shaped for this console. */
export function viewOf(state: ClientState): Partial<ControlView> {
  return state.audience === 'control' ? state.view : {};
}
