/** What came of requests from one sector to another. Knows: questions and assignments. Does not know: telephones. */
import type { RoleId } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import type { Cast } from '../cast.ts';
import {
  type Evidence,
  type Happening,
  type History,
  type Moment,
  by,
  evidence,
  inOrder,
  of,
} from '../history.ts';
import { type Item, type Items, answers } from '../items.ts';
import { median } from '../quantile.ts';

/** Questions and assignments from one sector to another. */
export type Requests = {
  readonly made: number;
  readonly met: number;
  readonly share?: number;
  readonly median?: Ms;
  readonly evidence: Evidence;
};
export function requestsOf(history: History, items: Items, cast: Cast): Requests {
  const apart = (from: RoleId | undefined, to: RoleId): boolean =>
    from !== undefined &&
    cast.plays(from) &&
    cast.plays(to) &&
    cast.sector(from) !== cast.sector(to);
  const replies = answers(items, items.all);
  const answered = new Map<string, Item>();
  for (const { role, ask, answer } of replies) {
    const key = `${role} ${ask.id}`;
    if (!answered.has(key)) answered.set(key, answer);
  }
  const asked = items.all
    .filter((item) => item.asks)
    .flatMap((ask) =>
      ask.to
        .filter((role) => apart(ask.from, role))
        .map((role) => ({ ask, answer: answered.get(`${role} ${ask.id}`) })),
    );
  const assigned = of(history, 'task.assigned')
    .filter(({ event }) => apart(event.from, event.to))
    .map((ask) => ({ ask, answer: takenAfter(history, ask) }));
  const all: readonly { readonly ask: Moment; readonly answer: Moment | undefined }[] = [
    ...asked,
    ...assigned,
  ];
  const times = all.flatMap(({ ask, answer }) => (answer ? [answer.at - ask.at] : []));
  const middle = median(times);
  return {
    made: all.length,
    met: times.length,
    ...(all.length > 0 && { share: times.length / all.length }),
    ...(middle !== undefined && { median: middle }),
    evidence: evidence(...all.map(({ ask, answer }) => evidence(ask.seq, answer?.seq))),
  };
}

function takenAfter(history: History, ask: Happening<'task.assigned'>): Moment | undefined {
  const { task, to } = ask.event;
  const taken: readonly Moment[] = [
    ...by(history, 'task.claimed', 'task', task).filter((h) => h.event.role === to),
    ...by(history, 'handover.accepted', 'task', task).filter((h) => h.event.to === to),
  ];
  return [...taken].filter((h) => h.seq > ask.seq).sort(inOrder)[0];
}
