/**
 * Services as an organisation may have them: those that it owns. Knows: owners. Does not know: what
 * the others' rest on.
 */
import type { Analysis } from '../analysis/analysis.ts';
import type { OrderViolation } from '../analysis/services/order.ts';
import type { Outage } from '../analysis/services/outage.ts';
import type { ServiceResult, Services } from '../analysis/services/services.ts';
import { type Fields, cut } from './cut.ts';
import { HIDDEN, type Sight } from './sight.ts';

export const servicesFor = ({ services }: Analysis, sight: Sight): Services =>
  cut(SERVICES, services, sight);

export const serviceName = (id: string, sight: Sight): string => (sight.service(id) ? id : HIDDEN);

const SERVICES: Fields<Services, Sight> = {
  services: ({ services }, sight) => ownIn(services, sight),
  loss: ({ services }, sight) =>
    ownIn(services, sight).reduce((sum, { loss, weight }) => sum + loss * weight, 0),
  // Weighted over everybody's.
  together: () => undefined,
  // In what it raised itself it was the one who chose the order.
  violations: ({ violations }, sight) =>
    violations
      .filter(
        ({ role, service, cause }) =>
          sight.own(role) && sight.service(service) && 'task' in cause && sight.task(cause.task),
      )
      .map((row) => cut(VIOLATION, row, sight)),
};

const ownIn = (services: readonly ServiceResult[], sight: Sight): readonly ServiceResult[] =>
  services.filter(({ service }) => sight.service(service)).map((row) => cut(SERVICE, row, sight));

const SERVICE: Fields<ServiceResult, Sight> = {
  service: ({ service }) => service,
  owner: ({ owner }) => owner,
  dependsOn: ({ dependsOn }, sight) => dependsOn.map((id) => serviceName(id, sight)),
  weight: ({ weight }) => weight,
  rto: ({ rto }) => rto,
  rpo: ({ rpo }) => rpo,
  steps: ({ steps }) => steps,
  loss: ({ loss }) => loss,
  outages: ({ outages }, sight) => outages.map((row) => cut(OUTAGE, row, sight)),
  evidence: (row, sight) => sight.entries(row.evidence),
};

const OUTAGE: Fields<Outage, Sight> = {
  from: ({ from }) => from,
  to: ({ to }) => to,
  lasted: ({ lasted }) => lasted,
  lowest: ({ lowest }) => lowest,
  rto: ({ rto }) => rto,
  rpo: ({ rpo }) => rpo,
  gap: ({ gap }) => gap,
  slope: ({ slope }) => slope,
  evidence: (row, sight) => sight.entries(row.evidence),
};

const VIOLATION: Fields<OrderViolation, Sight> = {
  service: ({ service }) => service,
  dependency: ({ dependency }, sight) => serviceName(dependency, sight),
  at: ({ at }) => at,
  level: ({ level }) => level,
  below: ({ below }) => below,
  role: ({ role }) => role,
  cause: ({ cause }) => cause,
  until: ({ until }) => until,
  evidence: (row, sight) => sight.entries(row.evidence),
};
