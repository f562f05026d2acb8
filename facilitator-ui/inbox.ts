/**
 * Whom control owes an answer: messages to simulated roles and to outsiders by name, those that
 * nobody has answered first. Knows: what counts as an answer. Does not know: the screen, or acts.
 */
import type { BOT } from '../engine/exercise/entry.ts';
import type { CallRow, ControlInjectRow, ControlView, NoteRow } from '../engine/exercise/rows.ts';
import type { Ms } from '../engine/runtime/protocol.ts';
import { onceOf } from './keep.ts';
import { messages, refs, sorted, valuesOf, type Message } from './rows.ts';
import type { Mail, Ref, Scene } from './scene.ts';

type Rows = Partial<ControlView>;
const NONE: Readonly<Record<string, never>> = {};
/** Plays by itself. */
const ROBOT: typeof BOT = 'bot';

/** One answer to a message: by a role, or by somebody outside. */
export type Reply = { readonly at: Ms; readonly who: string; readonly text: string };
export type Post = {
  readonly message: Message;
  /** The simulated roles that still owe an answer. */
  readonly waits: readonly string[];
  /** Somebody outside who does. */
  readonly outside?: string;
  readonly replies: readonly Reply[];
  /** Somebody has said that no answer is due. */
  readonly settled?: NoteRow;
};
export type Inbox = {
  /** The oldest first. */
  readonly waiting: readonly Post[];
  /** The newest first. */
  readonly answered: readonly Post[];
  readonly of: ReadonlyMap<string, Post>;
};

export function inboxOf(view: Rows): Inbox {
  const { calls, notes, roles } = view;
  const asked = toAnswer(view);
  const source = [spoken(view), written(view), calls, notes, roles];
  return onceOf(asked, 'inbox', source, () => read(view, asked));
}

/** What was written to somebody whom control speaks for. Who is simulated is the plan's, and stays so. */
function toAnswer(view: Rows): readonly Message[] {
  const { roles } = view;
  return sorted(
    view.messages,
    'to-answer',
    (a, b) => a.at - b.at || a.seq - b.seq,
    ({ simulated, outside, to }) =>
      !simulated && (outside !== undefined || to.some((id) => roles?.[id]?.simulated)),
  );
}

/** What was written in the name of a simulated role, in the order it was. */
function spoken(view: Rows): readonly Message[] {
  const inName = ({ simulated, from }: Message): boolean => simulated && from.role !== undefined;
  return sorted(view.messages, 'spoken', (a, b) => a.seq - b.seq, inName);
}

/** What control wrote while it ran, in the order it was. */
function written(view: Rows): readonly ControlInjectRow[] {
  const released = ({ trigger, releasedAt }: ControlInjectRow): boolean =>
    trigger === 'adhoc' && releasedAt !== undefined;
  return sorted(view.injects, 'written', (a, b) => a.number - b.number, released);
}

function read(view: Rows, asked: readonly Message[]): Inbox {
  const answers = answersIn(view);
  const settled = new Map(
    Object.values(view.notes ?? {}).flatMap((note) =>
      note.kind === 'handled' ? [[note.entry, note] as const] : [],
    ),
  );
  const posts = asked.map((message): Post => {
    const simulated = message.to.filter((id) => view.roles?.[id]?.simulated);
    const handled = settled.get(message.seq);
    const by = (who: string): readonly Reply[] => answers(message, who);
    const owes = (who: string): boolean => handled === undefined && by(who).length === 0;
    const { outside } = message;
    return {
      message,
      waits: simulated.filter(owes),
      ...(outside !== undefined && owes(outside) ? { outside } : {}),
      replies: [...simulated, ...(outside === undefined ? [] : [outside])]
        .flatMap(by)
        .sort((a, b) => a.at - b.at),
      ...(handled ? { settled: handled } : {}),
    };
  });
  return {
    waiting: posts.filter(isWaiting),
    answered: posts.filter((post) => !isWaiting(post)).reverse(),
    of: new Map(posts.map((post) => [post.message.id, post])),
  };
}

export function isWaiting({ waits, outside }: Post): boolean {
  return waits.length > 0 || outside !== undefined;
}

type Said = Reply & {
  readonly to: readonly string[];
  /** The message it answers; absent: it does not say. */
  readonly replyTo?: string;
};

/**
 * What somebody has answered to a message: what says so itself, a call with the one who asked, or
 * what was written to that one later on without saying to what.
 */
function answersIn(view: Rows): (message: Message, who: string) => readonly Reply[] {
  const said = new Map<string, Said[]>();
  const add = (one: Said): void => {
    const all = said.get(one.who) ?? [];
    all.push(one);
    said.set(one.who, all);
  };
  for (const { at, from, to, title, body, replyTo } of spoken(view)) {
    const text = anyOf(body) || anyOf(title);
    add({ at, who: from.role ?? '', to, text, ...(replyTo === undefined ? {} : { replyTo }) });
  }
  for (const { at, from, with: to, text } of Object.values(view.calls ?? {})) {
    add({ at, who: from, to, text: `☎ ${text}` });
  }
  for (const { from, to, body, replyTo, releasedAt: at = 0 } of written(view)) {
    const own = { at, who: anyOf(from.name), to, text: anyOf(body) };
    add({ ...own, ...(replyTo === undefined ? {} : { replyTo }) });
  }
  return (message, who) =>
    (said.get(who) ?? []).filter(({ at, to, replyTo }) =>
      replyTo === undefined
        ? at >= message.at && to.includes(message.from.role ?? '')
        : replyTo === message.id,
    );
}

function anyOf(text: Message['body']): string {
  return typeof text === 'string' ? text : (text.da ?? text.en ?? '');
}

export function playerOf(view: Rows, role: string): string | undefined {
  return view.roles?.[role]?.playedBy;
}

/**
 * Whether somebody's own: the roles that they play. What nobody plays is the lead's, so that every
 * message lies with somebody.
 */
export function isOwn({ view, client }: Desk, post: Post): boolean {
  const { staff } = client;
  const lead = staff === undefined || (view.staff?.[staff]?.kind ?? 'lead') === 'lead';
  const parties = post.message.to.filter((id) => view.roles?.[id]?.simulated);
  const mine = (role: string): boolean => {
    const player = playerOf(view, role);
    return player === undefined ? lead : player === staff;
  };
  return parties.some(mine) || (lead && post.message.outside !== undefined);
}

/** What asks for a person: a bot answers for itself. */
export function needsSomebody(view: Rows, { waits, outside }: Post): boolean {
  return outside !== undefined || waits.some((role) => playerOf(view, role) !== ROBOT);
}

type Desk = Pick<Scene, 'view' | 'client'>;

export function waitingHere(scene: Desk, mail: Mail): readonly Post[] {
  const { waiting } = inboxOf(scene.view);
  return mail === 'mine' ? waiting.filter((post) => isOwn(scene, post)) : waiting;
}

/** The rows of the messages panel: all of them, or an inbox. Calls are among them. */
export function mailRefs(scene: Desk & Pick<Scene, 'ui'>): readonly Ref[] {
  const { view, ui, client } = scene;
  const source = [inboxOf(view), view.calls, view.roles, view.staff, client.staff];
  return onceOf(view.messages ?? NONE, `mail:${ui.mail}`, source, () => refsIn(scene, ui.mail));
}

function refsIn(scene: Desk, mail: Mail): readonly Ref[] {
  const { view } = scene;
  const calls = valuesOf(view.calls ?? {});
  if (mail === 'all') return newest(messages(view), calls);
  const { answered } = inboxOf(view);
  const shown = mail === 'mine' ? answered.filter((post) => isOwn(scene, post)) : answered;
  const own = ({ from }: CallRow): boolean =>
    mail === 'inbox' || playerOf(view, from) === scene.client.staff;
  return [
    ...waitingHere(scene, mail).map(({ message: { id } }): Ref => ({ kind: 'message', id })),
    ...newest(
      shown.map(({ message }) => message),
      calls.filter(own),
    ),
  ];
}

/** `messages`: the newest first. */
function newest(messages: readonly Message[], calls: readonly CallRow[]): readonly Ref[] {
  if (calls.length === 0) return refs('message', messages);
  const rows = [
    ...messages.map(({ id, at, seq }) => ({ ref: { kind: 'message', id } as const, at, seq })),
    ...calls.map(({ id, at }, i) => ({ ref: { kind: 'call', id } as const, at, seq: i })),
  ];
  return rows.sort((a, b) => b.at - a.at || b.seq - a.seq).map(({ ref }) => ref);
}
