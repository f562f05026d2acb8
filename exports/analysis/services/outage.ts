/**
 * Outages of one service: from when it leaves its full level until it is back there, held against
 * how long it may be gone and how old its data may be. Knows: one service's changes.
 * Does not know: other services, or whether anybody could have been faster.
 */
import type { Service } from '../../../engine/plan/plan.ts';
import { HOUR, type Ms } from '../../../engine/scenario/time.ts';
import type { Evidence, Happening } from '../history.ts';

/**
 * `running`: still down when the exercise ended, and its time had not run out: nobody can tell.
 * `unset`: no target.
 */
export type Target = 'met' | 'missed' | 'running' | 'unset';
/** `unstated`: it was restored, and nothing says how old the data were. */
export type Gap = 'met' | 'missed' | 'unstated' | 'unset';
export type Outage = {
  readonly from: Ms;
  /** When it worked in full again; absent: it did not before the exercise ended. */
  readonly to?: Ms;
  readonly lasted: Ms;
  readonly lowest: number;
  readonly rto: Target;
  readonly rpo: Gap;
  /** How old the restored data were; the oldest, where several were said. */
  readonly gap?: Ms;
  /**
   * Full service regained in an hour: from the last moment at its lowest to its last rise, whether
   * or not that was to full service. Absent: it never rose.
   */
  readonly slope?: number;
  readonly evidence: Evidence;
};

type Change = Happening<'service.changed'>;

export function outagesOf(
  service: Service,
  changes: readonly Change[],
  end: Ms,
): readonly Outage[] {
  const outages: Outage[] = [];
  let open: Change[] = [];
  for (const change of changes) {
    if (open.length === 0 && change.event.level === 1) continue;
    open.push(change);
    if (change.event.level < 1) continue;
    outages.push(outageOf(service, open, change.at, end));
    open = [];
  }
  return open.length === 0 ? outages : [...outages, outageOf(service, open, undefined, end)];
}

function outageOf(
  service: Service,
  changes: readonly Change[],
  to: Ms | undefined,
  end: Ms,
): Outage {
  const from = changes[0]?.at ?? 0;
  const lasted = (to ?? end) - from;
  const gaps = changes.flatMap(({ event }) => event.gap ?? []);
  const gap = gaps.length === 0 ? undefined : Math.max(...gaps);
  const slope = slopeOf(changes);
  return {
    from,
    ...(to !== undefined && { to }),
    lasted,
    lowest: Math.min(...changes.map(({ event }) => event.level)),
    rto: targetOf(service.rto, lasted, to !== undefined),
    rpo: gapOf(service.rpo, gap),
    ...(gap !== undefined && { gap }),
    ...(slope !== undefined && { slope }),
    evidence: changes.map(({ seq }) => seq),
  };
}

function targetOf(rto: Ms | undefined, lasted: Ms, over: boolean): Target {
  if (rto === undefined) return 'unset';
  if (lasted > rto) return 'missed';
  return over ? 'met' : 'running';
}

function gapOf(rpo: Ms | undefined, gap: Ms | undefined): Gap {
  if (rpo === undefined) return 'unset';
  if (gap === undefined) return 'unstated';
  return gap > rpo ? 'missed' : 'met';
}

function slopeOf(changes: readonly Change[]): number | undefined {
  const lowest = Math.min(...changes.map(({ event }) => event.level));
  const bottom = changes.findLastIndex(({ event }) => event.level === lowest);
  const rises = changes.slice(bottom + 1);
  const [start, last] = [changes[bottom], rises.at(-1)];
  if (!start || !last || last.at === start.at) return undefined;
  return (last.event.level - lowest) / ((last.at - start.at) / HOUR);
}
