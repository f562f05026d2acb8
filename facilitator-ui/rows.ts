/**
 * Lists worked out from the view, each once for every change of the rows it reads.
 * Knows: what order things are in and which of them need attention. Does not know: the screen.
 */
import type {
  ClockRow,
  ControlDecisionRow,
  ControlInjectRow,
  ControlQuestionRow,
  ControlTaskRow,
  ControlView,
  NoteRow,
  ObligationRow,
  RecordRow,
} from '../engine/exercise/rows.ts';
import { byCodeUnit } from '../engine/runtime/protocol.ts';
import { grouped, once, shapeOf, sorted as inOrder } from './keep.ts';
import type { Filter, Ref, RefKind } from './scene.ts';

export { once };

type Rows = Partial<ControlView>;
const NONE: Readonly<Record<string, never>> = {};
const NOTHING: readonly never[] = [];
const INFINITE = Number.MAX_SAFE_INTEGER;

export function valuesOf<T>(collection: { readonly [key: string]: T }): readonly T[] {
  return once<{ readonly [key: string]: T }, readonly T[]>(collection, 'values', Object.values);
}

/** All rows of a collection in an order of their own. */
export function sorted<T>(
  collection: { readonly [key: string]: T } | undefined,
  name: string,
  order: (a: T, b: T) => number,
  wanted: (row: T) => boolean = () => true,
): readonly T[] {
  return inOrder<T>(collection ?? NONE, name, order, wanted);
}

export function refs(kind: RefKind, rows: readonly { readonly id: string }[]): readonly Ref[] {
  return once(shapeOf(rows), `refs:${kind}`, () => rows.map(({ id }) => ({ kind, id })));
}

const due = (row: { readonly due?: number }): number => row.due ?? INFINITE;

export function injects(view: Rows, filter: Filter): readonly ControlInjectRow[] {
  switch (filter) {
    case 'all':
      return sorted(view.injects, 'all', (a, b) => a.number - b.number);
    case 'coming':
      return coming(view);
    case 'released':
      return sorted(
        view.injects,
        'released',
        (a, b) => (b.releasedAt ?? 0) - (a.releasedAt ?? 0) || b.number - a.number,
        (row) => row.status === 'released',
      );
    default:
      return filter satisfies never;
  }
}

/** Those that were released once more. */
export function repeats(view: Rows): readonly ControlInjectRow[] {
  return sorted(
    view.injects,
    'repeats',
    (a, b) => a.number - b.number,
    (row) => row.repeats !== undefined,
  );
}

/** Planned and held, those with a known time first. */
export function coming(view: Rows): readonly ControlInjectRow[] {
  return sorted(
    view.injects,
    'coming',
    (a, b) => due(a) - due(b) || a.number - b.number,
    (row) => row.status === 'planned' || row.status === 'held',
  );
}

/** Those that will be released when their time comes. */
export function scheduled(view: Rows): readonly ControlInjectRow[] {
  return once(coming(view), 'scheduled', (rows) =>
    rows.filter((row) => row.status === 'planned' && row.due !== undefined),
  );
}

/** Polls and probes: those to come by when they fall due, then the asked, the latest first. */
export function questions(view: Rows, filter: Filter): readonly ControlQuestionRow[] {
  const wanted = { all: undefined, coming: 'planned', released: 'asked' }[filter];
  return sorted(
    view.questions,
    `questions:${filter}`,
    (a, b) =>
      QUESTION_RANK[a.status] - QUESTION_RANK[b.status] ||
      due(a) - due(b) ||
      (b.askedAt ?? 0) - (a.askedAt ?? 0),
    (row) => wanted === undefined || row.status === wanted,
  );
}
const QUESTION_RANK = { planned: 0, asked: 1, skipped: 2 } as const;

/** More than these cannot be coming up next. */
const NEXT = 50;
/** None when the exercise is over: nothing comes any more, whatever was planned. */
export function nextRefs(view: Rows): readonly Ref[] {
  const status = view.exercise?.['exercise']?.status;
  if (status === 'ended' || status === 'hotwash' || status === 'closed') return [];
  const asked = questions(view, 'coming');
  const next = once(scheduled(view), 'next', () => new WeakMap<object, readonly Ref[]>());
  const known = next.get(asked) ?? merged(scheduled(view), asked);
  next.set(asked, known);
  return known;
}

/** Both in the order in which they fall due, as one list; at the same moment the inject is first. */
function merged(
  injects: readonly ControlInjectRow[],
  asked: readonly ControlQuestionRow[],
): readonly Ref[] {
  const timed = [
    ...injects
      .slice(0, NEXT)
      .map((row) => ({ ref: { kind: 'inject', id: row.id } as const, due: due(row) })),
    ...asked
      .filter((row) => row.due !== undefined)
      .map((row) => ({ ref: { kind: 'question', id: row.id } as const, due: due(row) })),
  ];
  return timed
    .sort((a, b) => a.due - b.due)
    .slice(0, NEXT)
    .map(({ ref }) => ref);
}

const TASK_RANK = { open: 0, dormant: 1, done: 2 } as const;
export function tasks(view: Rows): readonly ControlTaskRow[] {
  return sorted(
    view.tasks,
    'tasks',
    (a, b) => TASK_RANK[a.status] - TASK_RANK[b.status] || due(a) - due(b),
  );
}

type DecisionStage = 'dormant' | 'open' | 'made';
export function stageOf(row: ControlDecisionRow): DecisionStage {
  if (row.made) return 'made';
  return row.openedAt === undefined ? 'dormant' : 'open';
}
const DECISION_RANK = { open: 0, dormant: 1, made: 2 } as const;
export function decisions(view: Rows): readonly ControlDecisionRow[] {
  return sorted(
    view.decisions,
    'decisions',
    (a, b) => DECISION_RANK[stageOf(a)] - DECISION_RANK[stageOf(b)] || due(a) - due(b),
  );
}

/** How a task that somebody should have stands: nobody has it, or two own it. */
export function doubt(row: ControlTaskRow): 'vacuum' | 'double' | undefined {
  if (row.status !== 'open') return undefined;
  if (row.holders.length === 0) return 'vacuum';
  return row.holders.filter((h) => h.as === 'accountable').length > 1 ? 'double' : undefined;
}

export function overdue(view: Rows): readonly ObligationRow[] {
  return sorted(
    view.obligations,
    'overdue',
    (a, b) => due(a) - due(b) || byCodeUnit(a.id, b.id),
    (row) => row.status === 'overdue',
  );
}

/** What is expected about one inject. */
export function expected(view: Rows, inject: string): readonly ObligationRow[] {
  return group(view.obligations, 'by-inject', (row) => row.inject).get(inject) ?? [];
}

/** What one role owes, open or overdue, most urgent first. */
export function owed(view: Rows, role: string): readonly ObligationRow[] {
  const rows = group(view.obligations, 'by-role', (row) => row.role).get(role) ?? NOTHING;
  return once(rows, 'owed', (all) =>
    all
      .filter((row) => row.status === 'open' || row.status === 'overdue')
      .sort((a, b) => a.due - b.due),
  );
}

function group<T>(
  collection: { readonly [key: string]: T } | undefined,
  name: string,
  key: (row: T) => string,
): ReadonlyMap<string, readonly T[]> {
  return grouped<T>(collection ?? NONE, name, key);
}

export function seatsOf(view: Rows, role: string): NonNullable<Rows['seats']>[string][] {
  return [...(group(view.seats, 'by-role', (seat) => seat.role).get(role) ?? [])];
}

/** The open tasks that a role holds. */
export function tasksOf(view: Rows, role: string): readonly ControlTaskRow[] {
  return once(tasks(view), 'by-holder', byHolder).get(role) ?? [];
}

function byHolder(rows: readonly ControlTaskRow[]): ReadonlyMap<string, readonly ControlTaskRow[]> {
  const held = new Map<string, ControlTaskRow[]>();
  for (const row of rows) {
    if (row.status !== 'open') continue;
    for (const role of new Set(row.holders.map((holder) => holder.role))) {
      held.set(role, [...(held.get(role) ?? []), row]);
    }
  }
  return held;
}

export function clocks(view: Rows): readonly ClockRow[] {
  const rank = { late: 0, running: 1, met: 2 };
  return sorted(
    view.clocks,
    'clocks',
    (a, b) => rank[a.status] - rank[b.status] || due(a) - due(b),
  );
}

export function messages(view: Rows): readonly Message[] {
  return sorted(view.messages, 'messages', (a, b) => b.seq - a.seq);
}

/** What happened, newest first. Inputs show themselves by what they caused. */
export function record(view: Rows): readonly RecordRow[] {
  return sorted(
    view.record,
    'record',
    (a, b) => b.seq - a.seq,
    (row) => row.event !== undefined,
  );
}

export function recordRefs(view: Rows): readonly Ref[] {
  return once(record(view), 'refs', (rows) =>
    rows.map((row) => ({ kind: 'record', id: String(row.seq) })),
  );
}

/** Bookmarks and corrections, the newest first. */
export function notes(view: Rows): readonly NoteRow[] {
  return sorted(
    view.notes,
    'notes',
    (a, b) => b.at - a.at || byNumber(b.id, a.id),
    ({ kind }) => kind !== 'handled',
  );
}

/** What was added beside one entry, in the order it was. */
export function notesAt(view: Rows, entry: number): readonly NoteRow[] {
  return group(view.notes, 'by-entry', (row) => String(row.entry)).get(String(entry)) ?? [];
}

export function observations(view: Rows): readonly NonNullable<Rows['observations']>[string][] {
  return sorted(view.observations, 'observations', (a, b) => b.at - a.at || byNumber(b.id, a.id));
}

function byNumber(a: string, b: string): number {
  return a.length - b.length || byCodeUnit(a, b);
}

export function answerRefs(view: Rows): readonly Ref[] {
  return once<object, readonly Ref[]>(view.hotwash ?? NONE, 'refs', (answers) =>
    Object.keys(answers).map((id) => ({ kind: 'answer', id })),
  );
}

export type AskRow = NonNullable<Rows['asks']>[string];
/** What participants asked control: those without an answer first, the oldest of them first. */
export function asks(view: Rows): readonly AskRow[] {
  return sorted(
    view.asks,
    'asks',
    (a, b) =>
      Number(a.answer !== undefined) - Number(b.answer !== undefined) ||
      (a.answer && b.answer ? b.at - a.at : a.at - b.at) ||
      byNumber(a.id, b.id),
  );
}

export function unanswered(view: Rows): readonly AskRow[] {
  return once(asks(view), 'unanswered', (rows) => rows.filter(({ answer }) => !answer));
}

const REPORTED = {
  contest: 'contests',
  outside: 'outside',
  statement: 'statements',
  picture: 'picture',
} as const;
/** The questions to control, then what participants have said to all or about the record, newest first. */
export function reportRefs(view: Rows): readonly Ref[] {
  const kinds = Object.keys(REPORTED) as (keyof typeof REPORTED)[];
  const said = kinds.flatMap((kind) =>
    valuesOf<{ readonly id: string; readonly at: number }>(view[REPORTED[kind]] ?? NONE).map(
      ({ id, at }) => ({ ref: { kind, id }, at }),
    ),
  );
  const newest = said.sort((a, b) => b.at - a.at || byNumber(b.ref.id, a.ref.id));
  return [...refs('ask', asks(view)), ...newest.map(({ ref }) => ref)];
}

export type Message = NonNullable<Rows['messages']>[string];
/** Who outside the exercise a message is to: by name, or as the sender of what it answers. */
export function outsider(view: Rows, message: Message): string | undefined {
  if (message.outside !== undefined) return message.outside;
  const from = message.to.length === 0 ? view.injects?.[message.replyTo ?? '']?.from : undefined;
  if (!from || from.role !== undefined) return undefined;
  return typeof from.name === 'string' ? from.name : (from.name.da ?? from.name.en);
}
