/**
 * Handovers and tasks let go: what was offered, what was answered, what nobody took up.
 * Knows: offers, answers, releases. Does not know: who should have taken it.
 */
import type { ClaimAs } from '../../engine/exercise/entry.ts';
import type { RoleId } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import { type Evidence, type Happening, type History, evidence, of } from './history.ts';
import type { TaskResult } from './responsibility.ts';

export type HandoverResult = {
  readonly task: string;
  readonly from: RoleId;
  readonly to: RoleId;
  readonly as: ClaimAs;
  readonly offeredAt: Ms;
  readonly result: 'accepted' | 'declined' | 'unanswered';
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
  const reply = [...of(history, 'handover.accepted'), ...of(history, 'handover.declined')]
    .sort((a, b) => a.seq - b.seq)
    .find((h) => {
      const same = h.event.task === task && h.event.from === from && h.event.to === to;
      return same && h.seq > offer.seq;
    });
  const accepted = reply?.event.type === 'handover.accepted';
  return {
    task,
    from,
    to,
    as,
    offeredAt: offer.at,
    result: reply ? (accepted ? 'accepted' : 'declined') : 'unanswered',
    ...(reply && { answeredAt: reply.at }),
    evidence: evidence(offer.seq, reply?.seq),
  };
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
