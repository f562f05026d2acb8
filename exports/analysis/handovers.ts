/**
 * Handovers and tasks let go: what was offered, what was answered, what nobody took up, what came back.
 * Knows: offers, answers, releases. Does not know: who should have taken it.
 */
import type { ClaimAs, ExerciseEvent } from '../../engine/exercise/entry.ts';
import type { RoleId } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import {
  type EventOf,
  type Evidence,
  type Happening,
  type History,
  by,
  evidence,
  groupBy,
  inOrder,
  of,
} from './history.ts';
import { median } from './quantile.ts';
import type { TaskResult } from './responsibility.ts';

export type HandoverResult = {
  readonly task: string;
  readonly from: RoleId;
  readonly to: RoleId;
  readonly as: ClaimAs;
  readonly offeredAt: Ms;
  /** `withdrawn`: the task was done, or its giver let it go, before an answer came. */
  readonly result: 'accepted' | 'declined' | 'unanswered' | 'withdrawn';
  /** Accepted before the task's window closed. */
  readonly inTime: boolean;
  /** When it ended, by answer or otherwise. */
  readonly answeredAt?: Ms;
  readonly evidence: Evidence;
};
/** A task that its last holder let go of, until somebody took it again. */
export type OrphanResult = {
  readonly task: string;
  readonly by: RoleId;
  readonly from: Ms;
  readonly to: Ms;
  readonly evidence: Evidence;
};
/** A task that came back to a role that had given it away, with another holding it in between. */
export type Return = {
  readonly task: string;
  readonly role: RoleId;
  /** Who had it in between. */
  readonly others: readonly RoleId[];
  readonly times: number;
  readonly evidence: Evidence;
};
export type Handovers = {
  readonly offers: readonly HandoverResult[];
  readonly orphans: readonly OrphanResult[];
  readonly returns: readonly Return[];
  /** Accepted in the task's window / offered. Absent when nothing was offered. */
  readonly success?: number;
  /** Of offers that were accepted: from offered to accepted. */
  readonly median?: Ms;
  /** Of all orphans. */
  readonly orphaned: Ms;
};

export function analyseHandovers(history: History, tasks: readonly TaskResult[]): Handovers {
  const windows = new Map(tasks.map(({ task, run }) => [task, run?.due]));
  const ends = endsByTask(history);
  const offers = of(history, 'handover.offered').map((offer) =>
    offerResult(offer, ends.get(offer.event.task) ?? [], windows.get(offer.event.task)),
  );
  const orphans = tasks.flatMap((task) => orphansOf(history, task));
  const taken = offers.filter((offer) => offer.result === 'accepted');
  const waits = taken.map((offer) => (offer.answeredAt ?? offer.offeredAt) - offer.offeredAt);
  const middle = median(waits);
  return {
    offers,
    orphans,
    returns: tasks.flatMap(({ task }) => returnsOf(history, task)),
    ...(offers.length > 0 && { success: taken.filter((o) => o.inTime).length / offers.length }),
    ...(middle !== undefined && { median: middle }),
    orphaned: orphans.reduce((sum, orphan) => sum + orphan.to - orphan.from, 0),
  };
}

const ENDS = [
  'task.done',
  'task.claimed',
  'task.released',
  'handover.declined',
  'handover.accepted',
] as const;
type End = Happening<(typeof ENDS)[number]>;

/** What can end an offer, by task, in the journal's order. */
function endsByTask(history: History): ReadonlyMap<string, readonly End[]> {
  const all: readonly End[] = ENDS.flatMap((type): readonly End[] => of(history, type));
  return groupBy([...all].sort(inOrder), ({ event }) => event.task);
}

function offerResult(
  offer: Happening<'handover.offered'>,
  ends: readonly End[],
  due: Ms | undefined,
): HandoverResult {
  const { task, from, to, as } = offer.event;
  const end = ends.find((h) => h.seq > offer.seq && isEnd(h.event, offer.event));
  const result = resultOf(end?.event, offer.event);
  return {
    task,
    from,
    to,
    as,
    offeredAt: offer.at,
    result,
    inTime: result === 'accepted' && end !== undefined && end.at <= (due ?? Infinity),
    ...(end && { answeredAt: end.at }),
    evidence: evidence(offer.seq, end?.seq),
  };
}

type Offer = EventOf<'handover.offered'>;

/** An offer ends with its answer, or when its giver no longer has the task to give. */
function isEnd(event: End['event'], offer: Offer): boolean {
  switch (event.type) {
    case 'task.done':
      return true;
    case 'task.claimed':
    case 'task.released':
      return event.role === offer.from;
    case 'handover.declined':
      return event.from === offer.from && event.to === offer.to;
    case 'handover.accepted':
      return event.from === offer.from || event.to === offer.from;
    default:
      return event satisfies never;
  }
}

function resultOf(end: ExerciseEvent | undefined, offer: Offer): HandoverResult['result'] {
  if (!end) return 'unanswered';
  if (end.type === 'handover.declined') return 'declined';
  const accepted = end.type === 'handover.accepted' && end.to === offer.to;
  return accepted && end.from === offer.from ? 'accepted' : 'withdrawn';
}

function orphansOf(history: History, { task, run }: TaskResult): readonly OrphanResult[] {
  if (!run) return [];
  const empty = run.holding.spells.filter((spell) => spell.state === 'vacuum');
  return by(history, 'task.released', 'task', task).flatMap(({ seq, event }) => {
    const spell = empty.find((s) => s.evidence[0] === seq);
    if (!spell) return [];
    return [{ task, by: event.role, from: spell.from, to: spell.to, evidence: spell.evidence }];
  });
}

/** Who took a task, one after another: a return is a taking by one whom another has followed. */
function returnsOf(history: History, task: string): readonly Return[] {
  const accepted = by(history, 'handover.accepted', 'task', task);
  const takings = [
    ...by(history, 'task.claimed', 'task', task).map(({ seq, event }) => ({
      seq,
      role: event.role,
    })),
    ...accepted.map(({ seq, event }) => ({ seq, role: event.to })),
  ].sort(inOrder);
  const gave = lossesOf(history, task);
  const back = takings.filter(({ seq, role }, i) => {
    const before = takings.findLastIndex((taking, at) => at < i && taking.role === role);
    const since = takings[before]?.seq ?? Infinity;
    const lost = gave.some((h) => h.role === role && h.seq > since && h.seq <= seq);
    return before >= 0 && lost && takings.slice(before + 1, i).some((t) => t.role !== role);
  });
  return [...groupBy(back, ({ role }) => role)].map(([role, rows]) => ({
    task,
    role,
    others: [...new Set(takings.map((t) => t.role).filter((other) => other !== role))],
    times: rows.length,
    evidence: evidence(
      takings.map((t) => t.seq),
      gave.filter((loss) => loss.role === role).map((loss) => loss.seq),
    ),
  }));
}

function lossesOf(
  history: History,
  task: string,
): readonly { readonly role: RoleId; readonly seq: number }[] {
  return [
    ...by(history, 'task.released', 'task', task).map(({ seq, event }) => ({
      seq,
      role: event.role,
    })),
    ...by(history, 'handover.accepted', 'task', task).map(({ seq, event }) => ({
      seq,
      role: event.from,
    })),
  ];
}
