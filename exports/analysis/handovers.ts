/**
 * Handovers and tasks let go: what was offered, what was answered, what nobody took up.
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
  evidence,
  of,
} from './history.ts';
import type { TaskResult } from './responsibility.ts';

export type HandoverResult = {
  readonly task: string;
  readonly from: RoleId;
  readonly to: RoleId;
  readonly as: ClaimAs;
  readonly offeredAt: Ms;
  /** `withdrawn`: the task was done, or its giver let it go, before an answer came. */
  readonly result: 'accepted' | 'declined' | 'unanswered' | 'withdrawn';
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
export type Handovers = {
  readonly offers: readonly HandoverResult[];
  readonly orphans: readonly OrphanResult[];
};

export function analyseHandovers(history: History, tasks: readonly TaskResult[]): Handovers {
  return {
    offers: of(history, 'handover.offered').map((offer) => offerResult(history, offer)),
    orphans: tasks.flatMap((task) => orphansOf(history, task)),
  };
}

function offerResult(history: History, offer: Happening<'handover.offered'>): HandoverResult {
  const { task, from, to, as } = offer.event;
  const end = history.events.find((h) => h.seq > offer.seq && isEnd(h.event, offer.event));
  return {
    task,
    from,
    to,
    as,
    offeredAt: offer.at,
    result: resultOf(end?.event, offer.event),
    ...(end && { answeredAt: end.at }),
    evidence: evidence(offer.seq, end?.seq),
  };
}

type Offer = EventOf<'handover.offered'>;

/** An offer ends with its answer, or when its giver no longer has the task to give. */
function isEnd(event: ExerciseEvent, offer: Offer): boolean {
  if (!('task' in event) || event.task !== offer.task) return false;
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
      return false;
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
  return of(history, 'task.released').flatMap(({ seq, event }) => {
    const spell = empty.find((s) => s.evidence[0] === seq);
    if (event.task !== task || !spell) return [];
    return [{ task, by: event.role, from: spell.from, to: spell.to, evidence: spell.evidence }];
  });
}
