/** Knows: which rows ask something of the facilitator's judgement. Does not know: the screen. */
import type { ControlView } from '../engine/exercise/rows.ts';
import { clocks, decisions, doubt, once, overdue, stageOf, tasks, unanswered } from './rows.ts';
import { inboxOf, needsSomebody } from './inbox.ts';
import { onceOf } from './keep.ts';
import type { Ref } from './scene.ts';

type Rows = Partial<ControlView>;
export type AttentionKind =
  | 'ask'
  | 'simulated'
  | 'outside'
  | 'decision'
  | 'vacuum'
  | 'double'
  | 'clock'
  | 'missed'
  | 'overdue';
export type Attention = { readonly kind: AttentionKind; readonly ref: Ref };

/** Everything that asks something of the facilitator's judgement, in the order to look at it. */
export function attention(view: Rows): readonly Attention[] {
  const parts = [
    openAsks(view),
    messagesOut(view),
    openDecisions(view),
    doubtful(view, 'vacuum'),
    doubtful(view, 'double'),
    runningClocks(view),
    lateDuties(view),
  ];
  if (parts.some((part, i) => part !== last.parts[i])) last = { parts, all: parts.flat() };
  return last.all;
}

/** Asked several times for one drawing. There is one console in a process, so one is remembered. */
let last: {
  readonly parts: readonly (readonly Attention[])[];
  readonly all: readonly Attention[];
} = { parts: [], all: [] };

/** A participant waits for control itself. */
function openAsks(view: Rows): readonly Attention[] {
  return once(unanswered(view), 'attention', (rows) =>
    rows.map(({ id }) => ({ kind: 'ask', ref: { kind: 'ask', id } })),
  );
}

/** A participant waits for somebody whom control speaks for. */
function messagesOut(view: Rows): readonly Attention[] {
  const { waiting } = inboxOf(view);
  return onceOf(waiting, 'attention', [view.roles], () =>
    waiting
      .filter((post) => needsSomebody(view, post))
      .map(({ message: { id }, outside }) => ({
        kind: outside === undefined ? 'simulated' : 'outside',
        ref: { kind: 'message', id },
      })),
  );
}

function openDecisions(view: Rows): readonly Attention[] {
  return once(decisions(view), 'attention', (rows) =>
    rows
      .filter((row) => stageOf(row) === 'open')
      .map(({ id }) => ({ kind: 'decision', ref: { kind: 'decision', id } })),
  );
}

function doubtful(view: Rows, kind: 'vacuum' | 'double'): readonly Attention[] {
  return once(tasks(view), kind, (rows) =>
    rows
      .filter((row) => doubt(row) === kind)
      .map(({ id }) => ({ kind, ref: { kind: 'task', id } })),
  );
}

function runningClocks(view: Rows): readonly Attention[] {
  return once(clocks(view), 'attention', (rows) =>
    rows
      .filter((row) => row.status !== 'met')
      .map((row) => ({
        kind: row.status === 'late' ? 'missed' : 'clock',
        ref: { kind: 'clock', id: row.id },
      })),
  );
}

function lateDuties(view: Rows): readonly Attention[] {
  return once(overdue(view), 'attention', (rows) =>
    rows.map(({ id }) => ({ kind: 'overdue', ref: { kind: 'obligation', id } })),
  );
}
