/** A Plan with nothing but chairs, for measuring people rather than rules. */
import { PLAN_FORMAT, type Plan } from '../../engine/plan/plan.ts';

export function crowdPlan(roleIds: readonly string[], seats: number): Plan {
  return {
    format: PLAN_FORMAT,
    id: 'crowd',
    version: '1.0.0',
    title: 'A crowd',
    kind: 'procedure',
    languages: ['en'],
    story: { epoch: 0, zone: 'UTC', offsets: [{ from: 0, offset: 0 }] },
    length: 3_600_000,
    pace: 1,
    marking: 'TLP:GREEN',
    begins: 'only',
    organisations: [{ id: 'all', name: 'All' }],
    roles: roleIds.map((id) => ({
      id,
      name: id,
      organisation: 'all',
      seats: { min: 1, max: seats },
      playedBy: 'participant',
    })),
    objectives: [],
    facts: [],
    tasks: [],
    interfaces: [],
    decisions: [],
    phases: [{ id: 'only', title: 'Only', next: [] }],
    injects: [],
    expectations: [],
    matters: [],
    clocks: [],
    hotWash: [],
  };
}
