/**
 * Who held a task at every moment of its life, and how long it had no holder, or too many.
 * Knows: claims, releases, handovers. Does not know: who was meant to hold it.
 */
import type { ClaimAs } from '../../engine/exercise/entry.ts';
import type { RoleId } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import { type Evidence, type Happening, type History, by, evidence, inOrder } from './history.ts';

type HoldingState = 'vacuum' | 'single' | 'contention';
type Holder = { readonly role: RoleId; readonly as: ClaimAs };

/** A stretch of a task's life in which its holders did not change. */
export type Spell = {
  readonly from: Ms;
  readonly to: Ms;
  readonly state: HoldingState;
  readonly holders: readonly Holder[];
  /** The entry that began the spell and the one that ended it, if an entry did. */
  readonly evidence: Evidence;
};
export type Holding = {
  readonly spells: readonly Spell[];
  /** Nobody held it. */
  readonly vacuum: Ms;
  /** More than one role held it as accountable. */
  readonly contention: Ms;
  /** Held, and by no more than one as accountable. The three add up to `whole`. */
  readonly single: Ms;
  readonly whole: Ms;
  /** Every entry that changed who held it, from its start to its end. */
  readonly moves: Evidence;
};

type Move = Happening<'task.claimed' | 'task.released' | 'task.done' | 'handover.accepted'>;

export function holdingOf(history: History, task: string): Holding | undefined {
  const [started] = by(history, 'task.started', 'task', task);
  if (!started) return undefined;
  const moves = movesOf(history, task);
  const spells = spellsOf(started.at, started.seq, moves, history.end);
  const sum = (state: HoldingState): Ms =>
    spells.reduce((total, s) => (s.state === state ? total + s.to - s.from : total), 0);
  const parts = { vacuum: sum('vacuum'), contention: sum('contention'), single: sum('single') };
  return {
    spells,
    ...parts,
    whole: parts.vacuum + parts.contention + parts.single,
    moves: evidence(
      started.seq,
      moves.map((move) => move.seq),
    ),
  };
}

function movesOf(history: History, task: string): readonly Move[] {
  const moves: readonly Move[] = [
    ...by(history, 'task.claimed', 'task', task),
    ...by(history, 'task.released', 'task', task),
    ...by(history, 'task.done', 'task', task),
    ...by(history, 'handover.accepted', 'task', task),
  ];
  return [...moves].sort(inOrder);
}

function spellsOf(start: Ms, seq: number, moves: readonly Move[], end: Ms): readonly Spell[] {
  const spells: Spell[] = [];
  let holders: readonly Holder[] = [];
  let [from, began] = [start, seq];
  const close = (to: Ms, by?: number): void => {
    if (to <= from) return;
    const state = stateOf(holders);
    spells.push({ from, to, state, holders, evidence: evidence(began, by) });
  };
  for (const move of moves) {
    if (move.event.type === 'task.done') {
      close(move.at, move.seq);
      return spells;
    }
    close(move.at, move.seq);
    holders = holdersAfter(holders, move.event);
    [from, began] = [move.at, move.seq];
  }
  close(end);
  return spells;
}

/** A role holds a task in one way at a time: what it took last is how it holds it. */
function holdersAfter(
  holders: readonly Holder[],
  event: Exclude<Move['event'], { readonly type: 'task.done' }>,
): readonly Holder[] {
  const without = (...roles: readonly RoleId[]): readonly Holder[] =>
    holders.filter((holder) => !roles.includes(holder.role));
  switch (event.type) {
    case 'task.claimed':
      return [...without(event.role), { role: event.role, as: event.as }];
    case 'task.released':
      return without(event.role);
    case 'handover.accepted':
      return [...without(event.from, event.to), { role: event.to, as: event.as }];
    default:
      return event satisfies never;
  }
}

function stateOf(holders: readonly Holder[]): HoldingState {
  if (holders.length === 0) return 'vacuum';
  return holders.filter((h) => h.as === 'accountable').length > 1 ? 'contention' : 'single';
}

/** Who held the task just before entry `seq`. */
export function holdersAt(history: History, task: string, seq: number): readonly Holder[] {
  let holders: readonly Holder[] = [];
  for (const move of movesOf(history, task)) {
    if (move.seq >= seq) break;
    if (move.event.type !== 'task.done') holders = holdersAfter(holders, move.event);
  }
  return holders;
}

/** Whether `role` held the task just before entry `seq`. */
export function heldAt(history: History, task: string, role: RoleId, seq: number): boolean {
  return holdersAt(history, task, seq).some((h) => h.role === role);
}
