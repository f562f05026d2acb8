/**
 * What became of the services: their level over time, what was lost, whether targets held, and in
 * which order they came back. Knows: levels. Does not know: what people could not do without them.
 */
import type { RoleId } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import { type Evidence, type History, by } from '../history.ts';
import { type LevelStep, combined, curveOf, lossOf } from './curve.ts';
import { type OrderViolation, orderViolations } from './order.ts';
import { type Outage, outagesOf } from './outage.ts';

export type ServiceResult = {
  readonly service: string;
  readonly owner?: RoleId;
  readonly dependsOn: readonly string[];
  readonly weight: number;
  readonly rto?: Ms;
  readonly rpo?: Ms;
  readonly steps: readonly LevelStep[];
  /** ∫(1 − Q)dt, in ms of full service; without its weight. */
  readonly loss: Ms;
  readonly outages: readonly Outage[];
  readonly evidence: Evidence;
};
export type Services = {
  /** In the plan's order; none where the plan has none. */
  readonly services: readonly ServiceResult[];
  /** Σ w∫(1 − Q)dt. */
  readonly loss: Ms;
  /** Σ wQ / Σ w. Absent where there are no services, or none counts. */
  readonly together?: readonly LevelStep[];
  readonly violations: readonly OrderViolation[];
};

export function analyseServices(history: History): Services {
  const services = (history.plan.services ?? []).map((row): ServiceResult => {
    const changes = by(history, 'service.changed', 'service', row.id);
    const steps = curveOf(
      changes.map(({ at, event }) => ({ at, level: event.level })),
      history.end,
    );
    const { owner, rto, rpo, dependsOn, weight } = row;
    return {
      service: row.id,
      dependsOn,
      weight,
      ...(owner !== undefined && { owner }),
      ...(rto !== undefined && { rto }),
      ...(rpo !== undefined && { rpo }),
      steps,
      loss: lossOf(steps),
      outages: outagesOf(row, changes, history.end),
      evidence: changes.map(({ seq }) => seq),
    };
  });
  const together = combined(services, history.end);
  return {
    services,
    loss: services.reduce((sum, { loss, weight }) => sum + loss * weight, 0),
    ...(together && { together }),
    violations: orderViolations(history),
  };
}
