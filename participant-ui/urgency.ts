/**
 * What calls for this role now, the most urgent first. Knows: a role's view and the exercise time.
 * Does not know: words, or how it is shown.
 */
import { byCodeUnit, type Ms, type Text } from '../engine/runtime/protocol.ts';
import type { ItemRow, QuestionRow, RoleView, TaskRow } from '../engine/exercise/rows.ts';
import { NEAR } from './deadline.ts';
import type { Place } from './place.ts';
import { SHOWN } from './question.ts';
import { isUnread, openQuestions } from './view.ts';

/** Why it calls. `ringing`: unread, on a channel that does not wait. */
export type CallKind =
  | 'ringing'
  | 'unread'
  | 'asked'
  | 'offered'
  | 'assigned'
  | 'declined'
  | 'task'
  | 'untaken'
  | 'decision'
  | 'clock'
  | 'question'
  | 'hotwash';

export type Call = {
  /** The thing's own: one thing calls once, whatever the reasons. */
  readonly key: string;
  readonly kind: CallKind;
  readonly title: Text;
  /** The message itself, for its sender and its title. */
  readonly item?: ItemRow;
  readonly question?: QuestionRow;
  /** The role it comes from, where one does. */
  readonly from?: string;
  readonly since: Ms;
  readonly due?: Ms;
  /** A statutory deadline. */
  readonly statutory?: true;
  readonly place: Place;
};

/**
 * How urgent a call is, before times are compared: what rings, what is overdue, what soon will be,
 * what somebody waits for, what has time left, what has no time at all.
 */
export type Band = 'ringing' | 'overdue' | 'near' | 'waiting' | 'ahead' | 'whenever';
const BANDS: readonly Band[] = ['ringing', 'overdue', 'near', 'waiting', 'ahead', 'whenever'];

/** Within a band, where the times are alike. */
const KINDS: readonly CallKind[] = [
  'ringing',
  'clock',
  'decision',
  'task',
  'assigned',
  'offered',
  'declined',
  'asked',
  'unread',
  'untaken',
  'question',
  'hotwash',
];

/** Later than every deadline. */
const NEVER = Number.MAX_SAFE_INTEGER;

/** Those who ring or sound until somebody heeds them, the loudest first. */
const RINGING: readonly string[] = ['alarm', 'broadcast', 'phone'];

export function rings(item: ItemRow): boolean {
  return isUnread(item) && RINGING.includes(item.channel);
}

/** Asked of us, read or not, and not answered. */
export function awaits(item: ItemRow): boolean {
  return !item.sent && item.asks && item.answered === undefined;
}

/** Everything that waits for this role, each thing once. */
export function waiting(view: RoleView, now: Ms): readonly Call[] {
  return calling(view).sort((a, b) => byUrgency(a, b, now));
}

function calling(view: RoleView): Call[] {
  const status = view.exercise['exercise']?.status;
  if (status === 'hotwash') return hotwashCalls(view);
  if (status !== 'running' && status !== 'paused') return [];
  return [
    ...itemCalls(view),
    ...taskCalls(view),
    ...decisionCalls(view),
    ...clockCalls(view),
    ...questionCalls(view),
  ];
}

export function bandOf({ kind, due }: Call, now: Ms): Band {
  if (kind === 'ringing') return 'ringing';
  if (due !== undefined && due <= now) return 'overdue';
  if (due !== undefined && due - now <= NEAR) return 'near';
  if (['unread', 'asked', 'offered', 'assigned', 'declined'].includes(kind)) return 'waiting';
  return due === undefined ? 'whenever' : 'ahead';
}

/** A total order: the key settles what nothing else does. */
export function byUrgency(a: Call, b: Call, now: Ms): number {
  return (
    BANDS.indexOf(bandOf(a, now)) - BANDS.indexOf(bandOf(b, now)) ||
    loudness(a) - loudness(b) ||
    (a.due ?? NEVER) - (b.due ?? NEVER) ||
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    a.since - b.since ||
    byCodeUnit(a.key, b.key)
  );
}

function loudness({ kind, item }: Call): number {
  return kind === 'ringing' && item ? RINGING.indexOf(item.channel) : 0;
}

/** Received and not read, or read and not answered. */
function itemCalls(view: RoleView): readonly Call[] {
  return Object.values(view.items).flatMap((item): readonly Call[] => {
    if (!isUnread(item) && !awaits(item)) return [];
    const { role } = item.from;
    return [
      {
        key: `item:${item.id}`,
        kind: rings(item) ? 'ringing' : awaits(item) ? 'asked' : 'unread',
        title: item.title,
        item,
        ...(role === undefined ? {} : { from: role }),
        since: item.at,
        place: { section: 'inbox', id: item.id },
      },
    ];
  });
}

/** Offered to us, declined by whom we offered it, held by us, or held by nobody as far as one can see. */
function taskCalls(view: RoleView): readonly Call[] {
  const me = view.me['me']?.id;
  return Object.values(view.tasks).flatMap((task): readonly Call[] => {
    if (task.status === 'done') return [];
    const offer = task.offers.find(({ to }) => to === me);
    const declined = offer ? undefined : refusal(task, me);
    const kind = offer
      ? offer.assigned
        ? 'assigned'
        : 'offered'
      : declined
        ? 'declined'
        : standing(task, me);
    if (kind === undefined) return [];
    const from = offer?.from ?? declined?.to;
    return [
      {
        key: `task:${task.id}`,
        kind,
        title: task.title,
        ...(from === undefined ? {} : { from }),
        since: offer?.at ?? declined?.at ?? task.startedAt,
        due: task.due,
        ...statute(view, task),
        place: { section: 'tasks', id: task.id },
      },
    ];
  });
}

/** The last no to what we offered or asked, unless it was offered or taken on since. */
function refusal({ declined = [], offers, holders }: TaskRow, me: string | undefined) {
  const last = declined.findLast(({ from }) => from === me);
  if (!last) return undefined;
  const anew = offers.some(({ from, at }) => from === me && at >= last.at);
  const taken = holders.some(({ as, since }) => as === last.as && since >= last.at);
  return anew || taken ? undefined : last;
}

function standing(task: TaskRow, me: string | undefined): 'task' | 'untaken' | undefined {
  if (task.holders.some(({ role }) => role === me)) return 'task';
  return task.holders.some(({ as }) => as === 'accountable') ? undefined : 'untaken';
}

/** The law's deadline for a task, where ours runs: the first of the two holds. */
function statute(view: RoleView, { id, due }: TaskRow): Pick<Call, 'due' | 'statutory'> {
  if (!pressing(view, id)) return {};
  return { due: Math.min(due, view.clocks[id]?.due ?? due), statutory: true };
}

/** A clock of ours that has not been met; one missed still calls while its task is open. */
function pressing(view: RoleView, id: string): boolean {
  const status = view.clocks[id]?.status;
  return status === 'running' || (status === 'late' && view.tasks[id]?.status === 'open');
}

function decisionCalls(view: RoleView): readonly Call[] {
  return Object.values(view.decisions).flatMap((decision): readonly Call[] => {
    if (decision.made) return [];
    const { id, question, openedAt, due, raisedBy } = decision;
    const from = raisedBy === undefined ? {} : { from: raisedBy };
    const place = { section: 'decisions', id } as const;
    return [
      {
        key: `decision:${id}`,
        kind: 'decision',
        title: question,
        ...from,
        since: openedAt,
        due,
        place,
      },
    ];
  });
}

/** A clock and the task that it is the deadline of have one id: who sees the task sees it there. */
function clockCalls(view: RoleView): readonly Call[] {
  const shown = new Set(taskCalls(view).map(({ place }) => place.id));
  return Object.values(view.clocks).flatMap((clock): readonly Call[] => {
    if (!pressing(view, clock.id) || shown.has(clock.id)) return [];
    return [
      {
        key: `clock:${clock.id}`,
        kind: 'clock',
        title: clock.title,
        since: clock.startedAt,
        ...(clock.due === undefined ? {} : { due: clock.due }),
        statutory: true,
        place: { section: 'deadlines' },
      },
    ];
  });
}

/** As many as are put at a time. */
function questionCalls(view: RoleView): readonly Call[] {
  return openQuestions(view)
    .slice(0, SHOWN)
    .map((question) => ({
      key: `question:${question.id}`,
      kind: 'question',
      title: question.title,
      question,
      since: question.askedAt,
      place: { section: 'questions' },
    }));
}

/** The hot wash is one thing to do, however many its questions. */
function hotwashCalls(view: RoleView): Call[] {
  const { asked, answered } = hotwashProgress(view);
  const title = view.exercise['exercise']?.title ?? '';
  if (answered === asked) return [];
  return [{ key: 'hotwash', kind: 'hotwash', title, since: 0, place: { section: 'hotwash' } }];
}

export function hotwashProgress(view: RoleView): {
  readonly asked: number;
  readonly answered: number;
} {
  const asked = view.exercise['exercise']?.hotWash ?? [];
  return { asked: asked.length, answered: asked.filter(({ id }) => view.hotwash[id]).length };
}

/** Received mail with what calls first; within that, and for the rest, the newest first. */
export function byCall(a: ItemRow, b: ItemRow): number {
  return callOf(a) - callOf(b) || b.seq - a.seq;
}

function callOf(item: ItemRow): number {
  if (rings(item)) return RINGING.indexOf(item.channel);
  if (awaits(item)) return RINGING.length;
  return RINGING.length + (isUnread(item) ? 1 : 2);
}
