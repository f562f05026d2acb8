/**
 * Restored in the wrong order: a service that rose above one that it rests on. Knows: levels and the
 * plan's dependencies. Does not know: whether the plan is right about them.
 */
import type { ServiceCause } from '../../../engine/exercise/entry.ts';
import type { RoleId } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import { type Evidence, type Happening, type History, by, evidence, of } from '../history.ts';

export type OrderViolation = {
  readonly service: string;
  readonly dependency: string;
  readonly at: Ms;
  readonly level: number;
  /** The dependency's level at that moment. */
  readonly below: number;
  /** Who did the task that raised it. Absent: an inject did, and that is the script's doing. */
  readonly role?: RoleId;
  readonly cause: ServiceCause;
  /** When the dependency had come as far. Absent: never in the exercise. */
  readonly until?: Ms;
  readonly evidence: Evidence;
};

type Change = Happening<'service.changed'>;

export function orderViolations(history: History): readonly OrderViolation[] {
  const rests = new Map((history.plan.services ?? []).map((row) => [row.id, row.dependsOn]));
  const levels = new Map<string, number>();
  const all = of(history, 'service.changed');
  return all.flatMap((change, i) => {
    const { service, level } = change.event;
    const before = levels.get(service) ?? 1;
    levels.set(service, level);
    if (level <= before) return [];
    return (rests.get(service) ?? []).flatMap((dependency) => {
      const below = levelAtOnce(all, i, dependency, levels);
      return below < level ? [violation(history, change, dependency, below)] : [];
    });
  });
}

/** What rises in the same moment, rises together: no time passed between them. */
function levelAtOnce(
  all: readonly Change[],
  from: number,
  service: string,
  levels: ReadonlyMap<string, number>,
): number {
  let level = levels.get(service) ?? 1;
  for (let i = from + 1; all[i]?.at === all[from]?.at && i < all.length; i += 1) {
    const { event } = all[i] ?? all[from] ?? { event: undefined };
    if (event?.service === service) level = Math.max(level, event.level);
  }
  return level;
}

function violation(
  history: History,
  { seq, at, event }: Change,
  dependency: string,
  below: number,
): OrderViolation {
  const { service, level, cause } = event;
  const changes = by(history, 'service.changed', 'service', dependency);
  const last = changes.findLast((change) => change.seq < seq);
  const caught = changes.find((change) => change.seq > seq && change.event.level >= level);
  const done = 'task' in cause ? by(history, 'task.done', 'task', cause.task)[0] : undefined;
  return {
    service,
    dependency,
    at,
    level,
    below,
    cause,
    ...(done && { role: done.event.role }),
    ...(caught && { until: caught.at }),
    evidence: evidence(last?.seq, done?.seq, seq, caught?.seq),
  };
}
