/**
 * Rules on what lies between roles and against the law's time: handovers, interfaces, clocks.
 * Knows: their results. Does not know: tasks' inner life.
 */
import type { ClockResult } from '../clocks.ts';
import type { Draft, Grounds } from '../finding.ts';
import { type Evidence, evidence } from '../history.ts';

export function handoverFindings({ handovers, responsibility }: Grounds): readonly Draft[] {
  const movesOf = (task: string): Evidence =>
    responsibility.tasks.find((row) => row.task === task)?.run?.holding.moves ?? [];
  const unanswered = handovers.offers
    .filter((offer) => offer.result === 'unanswered')
    .map((offer): Draft => ({
      code: 'HANDOVER_ORPHAN',
      severity: 'medium',
      variant: 'unanswered',
      tasks: [offer.task],
      roles: [offer.to],
      others: [offer.from],
      evidence: offer.evidence,
    }));
  const orphans = handovers.orphans.map((orphan): Draft => ({
    code: 'HANDOVER_ORPHAN',
    severity: 'medium',
    variant: 'released',
    tasks: [orphan.task],
    roles: [orphan.by],
    measures: { lasted: orphan.to - orphan.from },
    doubts: ['verbal'],
    evidence: evidence(movesOf(orphan.task), orphan.evidence),
  }));
  return [...unanswered, ...orphans];
}

export function interfaceFindings({ interfaces, history }: Grounds): readonly Draft[] {
  return interfaces
    .filter((row) => row.status !== 'tested')
    .map((row) => {
      const parties = history.plan.interfaces.find((i) => i.id === row.interface);
      const triggered = row.triggeredAt !== undefined;
      return {
        code: 'IF_UNTESTED',
        severity: triggered ? 'medium' : 'low',
        doubts: ['verbal'],
        variant: row.status === 'used' ? 'used' : triggered ? 'triggered' : 'never',
        interfaces: [row.interface],
        facts: row.missing,
        roles: parties?.from ?? [],
        others: parties?.to ?? [],
        evidence: row.evidence,
      };
    });
}

export function clockFindings(grounds: Grounds): readonly Draft[] {
  return grounds.clocks.flatMap((clock) => clockFinding(grounds, clock));
}

function clockFinding({ history }: Grounds, clock: ClockResult): readonly Draft[] {
  const roles = history.plan.tasks.find((task) => task.id === clock.clock)?.accountable ?? [];
  const common = { clocks: [clock.clock], tasks: [clock.clock], roles, evidence: clock.evidence };
  switch (clock.status) {
    case 'late': {
      const lateBy = (clock.submittedAt ?? 0) - (clock.deadline ?? 0);
      return [{ ...common, code: 'CLOCK_LATE', severity: 'high', measures: { lateBy } }];
    }
    case 'missed':
      return [{ ...common, code: 'CLOCK_MISSED', severity: 'high', measures: {} }];
    case 'undeclared': {
      const after = history.end - (clock.shouldAt ?? history.end);
      const length = history.plan.clocks.find((c) => c.id === clock.clock)?.deadline;
      const over = length !== undefined && after > length;
      const severity = over ? 'high' : 'medium';
      return [{ ...common, code: 'CLOCK_UNDECLARED', severity, measures: { after } }];
    }
    case 'met':
    case 'running':
    case 'unstarted':
    case 'dormant':
      return [];
    default:
      return clock.status satisfies never;
  }
}
