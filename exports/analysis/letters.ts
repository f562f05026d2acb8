/**
 * Planned and observed RASCI letters of one task: what each role did, and the letter that shows.
 * Knows: the rules by which an act earns a letter. Does not know: whether that was right.
 */
import type { Letter, RoleId, Task } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import { type Evidence, type History, type Moment, by, evidence } from './history.ts';
import { heldAt } from './holding.ts';
import { type Items, consulted } from './items.ts';

/** Strongest first; `-` is no letter. Also the order of the confusion matrix. */
export const LETTERS = ['A', 'R', 'S', 'C', 'I', '-'] as const;
export type Cellmark = (typeof LETTERS)[number];

/** What a role did, and the letter it earns by it. */
export type Deed = {
  readonly role: RoleId;
  readonly letter: Letter;
  readonly did: 'claimed' | 'accepted' | 'finished' | 'helped' | 'answered' | 'was-informed';
  readonly at: Ms;
  /** Done where the tool could not see it, as the role says. */
  readonly outside?: true;
  readonly evidence: Evidence;
};

/** A task's life in the exercise. `close`: the entry by which it was over, if one is. */
export type Life = {
  readonly task: Task;
  readonly startedAt: Ms;
  readonly due: Ms;
  readonly started: number;
  readonly done?: Moment & { readonly role: RoleId; readonly outside?: true };
};

export function lifeOf(history: History, task: Task): Life | undefined {
  const [started] = by(history, 'task.started', 'task', task.id);
  if (!started) return undefined;
  const [done] = by(history, 'task.done', 'task', task.id);
  return {
    task,
    startedAt: started.at,
    due: started.event.due,
    started: started.seq,
    ...(done && {
      done: {
        role: done.event.role,
        at: done.at,
        seq: done.seq,
        ...(done.event.outside && { outside: done.event.outside }),
      },
    }),
  };
}

/** The strongest of some letters. */
export function strongest(letters: readonly Cellmark[]): Cellmark {
  return LETTERS.find((letter) => letters.includes(letter)) ?? '-';
}

export function deedsOf(history: History, items: Items, life: Life): readonly Deed[] {
  const acting = [...claims(history, life), ...finished(life)];
  const doers = new Set(acting.map((deed) => deed.role));
  const deeds = [
    ...acting,
    ...helped(history, items, life),
    ...answered(items, life),
    ...informed(items, life, doers),
  ];
  return deeds.sort((a, b) => (a.evidence.at(-1) ?? 0) - (b.evidence.at(-1) ?? 0));
}

function claims(history: History, life: Life): readonly Deed[] {
  const { id } = life.task;
  const claimed = by(history, 'task.claimed', 'task', id).map(
    ({ event, at, seq }) => ({ role: event.role, as: event.as, did: 'claimed', at, seq }) as const,
  );
  const accepted = by(history, 'handover.accepted', 'task', id).map(
    ({ event, at, seq }) => ({ role: event.to, as: event.as, did: 'accepted', at, seq }) as const,
  );
  return [...claimed, ...accepted].map(({ role, as, did, at, seq }) => ({
    role,
    letter: as === 'accountable' ? 'A' : 'R',
    did,
    at,
    evidence: [seq],
  }));
}

function finished(life: Life): readonly Deed[] {
  if (!life.done) return [];
  const { role, at, seq, outside } = life.done;
  const elsewhere = outside ? { outside } : {};
  return [{ role, letter: 'R', did: 'finished', at, ...elsewhere, evidence: [seq] }];
}

/**
 * Help is a message about the task, sent to a holder while it was open, or an answer to a message
 * about it. Asking is not helping, and answering a consultation is being consulted (C, not S).
 */
function helped(history: History, items: Items, life: Life): readonly Deed[] {
  const { id } = life.task;
  return items.onTask(id).flatMap((item) => {
    if (item.from === undefined || item.kind !== 'message' || item.asks) return [];
    if (item.seq < life.started || item.seq > (life.done?.seq ?? Infinity)) return [];
    const before = item.replyTo === undefined ? undefined : items.byId.get(item.replyTo);
    if (before?.asks) return [];
    const toHolder =
      item.about?.task === id && item.to.some((role) => heldAt(history, id, role, item.seq));
    if (!toHolder && before?.about?.task !== id) return [];
    const seqs = evidence(toHolder ? undefined : before?.seq, item.seq);
    return [{ role: item.from, letter: 'S', did: 'helped', at: item.at, evidence: seqs } as const];
  });
}

function answered(items: Items, life: Life): readonly Deed[] {
  return consulted(items, life.task.id, life.done?.seq ?? Infinity).map(
    ({ role, ask, answer }) => ({
      role,
      letter: 'C',
      did: 'answered',
      at: answer.at,
      evidence: [ask.seq, answer.seq],
    }),
  );
}

/** The first outcome each receiver opened: a message about the task by one who acted on it, after. */
export function outcomes(
  items: Items,
  life: Life,
  doers: ReadonlySet<RoleId>,
): readonly { readonly role: RoleId; readonly at: Ms; readonly evidence: Evidence }[] {
  const { done } = life;
  if (!done) return [];
  const first = new Map<RoleId, { role: RoleId; at: Ms; evidence: Evidence }>();
  for (const item of items.onTask(life.task.id)) {
    const outcome = item.about?.task === life.task.id && item.at >= done.at;
    if (!outcome || item.from === undefined || !doers.has(item.from)) continue;
    for (const role of item.to) {
      const opened = items.opened(item, role);
      if (!opened || opened.at >= (first.get(role)?.at ?? Infinity)) continue;
      first.set(role, { role, at: opened.at, evidence: evidence(item.seq, opened.seq) });
    }
  }
  return [...first.values()];
}

function informed(items: Items, life: Life, doers: ReadonlySet<RoleId>): readonly Deed[] {
  return outcomes(items, life, doers)
    .filter((outcome) => outcome.at <= life.due)
    .map((outcome) => ({ ...outcome, letter: 'I', did: 'was-informed' }));
}
