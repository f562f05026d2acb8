/**
 * Rules on the network: roles where things piled up, roles that ways could not go round, tasks thrown
 * back and forth, and facts that were slow to cross from one domain to the other.
 * Knows: queues, cuts, returns. Does not know: how hard anybody worked; counts of messages weigh nothing.
 */
import type { Crossing } from '../crossing/domains.ts';
import { type Draft, type Grounds, QUEUE } from '../finding.ts';
import { evidence, groupBy } from '../history.ts';
import { median } from '../quantile.ts';
import type { Network } from '../network/network.ts';
import type { Queue } from '../network/queues.ts';

/**
 * High betweenness alone is a post's nature, a queue alone a busy day: only both are a finding. It is
 * measured against everybody's ways and waits; the evidence is what waited.
 */
export function bottleneckFindings({ network }: Grounds): readonly Draft[] {
  return bottlenecksIn(network).map((queue) => ({
    code: 'BOTTLENECK',
    severity: 'medium',
    roles: [queue.role],
    measures: {
      count: queue.peak,
      total: queue.items,
      at: queue.peakAt,
      lasted: queue.wait,
      margin: queue.busy,
    },
    doubts: ['verbal'],
    evidence: queue.evidence,
  }));
}

export function bottlenecksIn({ roles, queues }: Network): readonly Queue[] {
  const last = Math.max(1, Math.floor(roles.length * QUEUE.brokers));
  const brokers = new Set(
    roles.filter((row) => row.betweenness > 0 && row.rank <= last).map((row) => row.role),
  );
  return queues.filter(({ role, peak, busy, wait }) => {
    if (!brokers.has(role) || peak < QUEUE.peak || busy < QUEUE.busy) return false;
    const others = median(queues.filter((queue) => queue.role !== role).map((q) => q.wait));
    return wait > 0 && wait >= QUEUE.longer * (others ?? 0);
  });
}

/**
 * What the plan leads through one role is the plan's weakness, found where everybody did everything
 * right: a low one, until the exercise showed things piling up there, or nobody sitting there. That a
 * chain broke there is CHAIN_BREAK's to weigh.
 */
export function cutFindings({ chains, network, validity }: Grounds): readonly Draft[] {
  return chains.cuts
    .filter((cut) => cut.deputy === undefined)
    .map((cut) => {
      const absent = validity.unseated.includes(cut.role);
      const queue = network.queues.find(({ role, peak, busy }) => {
        return role === cut.role && peak >= QUEUE.peak && busy >= QUEUE.busy;
      });
      return {
        code: 'SPOF',
        severity: absent || queue ? 'medium' : 'low',
        variant: absent ? 'absent' : cut.broke ? 'broke' : 'held',
        roles: [cut.role],
        others: cut.lost,
        facts: cut.facts,
        ...(queue && { measures: { load: queue.peak, at: queue.peakAt } }),
        doubts: absent || queue ? [] : ['plan'],
        evidence: evidence(cut.evidence, queue?.evidence),
      };
    });
}

export function returnFindings({ handovers }: Grounds): readonly Draft[] {
  return [...groupBy(handovers.returns, (row) => row.task)].map(([task, rows]) => {
    const times = rows.reduce((sum, row) => sum + row.times, 0);
    return {
      code: 'PINGPONG',
      severity: times > 1 ? 'medium' : 'low',
      tasks: [task],
      roles: rows.map((row) => row.role),
      others: [...new Set(rows.flatMap((row) => row.others))],
      measures: { count: times },
      evidence: evidence(...rows.map((row) => row.evidence)),
    };
  });
}

/** Only beyond the whole window: sooner than that it was in time. */
export function crossingFindings(grounds: Grounds): readonly Draft[] {
  const late = grounds.crossing.domains.filter((row) => lagOf(grounds, row) > row.window);
  const told = late.filter((row) => !saidElsewhere(grounds, row));
  return [...groupBy(told, (row) => `${row.task ?? ''} ${row.decision ?? ''}`).values()].flatMap(
    (rows): readonly Draft[] => {
      // The slowest fact speaks for the task or decision.
      const [row] = [...rows].sort((a, b) => lagOf(grounds, b) - lagOf(grounds, a));
      if (!row) return [];
      return [
        {
          code: 'CROSSDOMAIN_LAG',
          severity: row.actedAt === undefined ? 'high' : 'medium',
          variant: `${row.from} ${row.actedAt === undefined ? 'never' : 'late'}`,
          facts: [row.fact],
          roles: row.actors,
          ...(row.task !== undefined && { tasks: [row.task] }),
          ...(row.decision !== undefined && { decisions: [row.decision] }),
          measures: { lasted: lagOf(grounds, row), window: row.window },
          doubts: ['verbal'],
          evidence: row.evidence,
        },
      ];
    },
  );
}

const lagOf = ({ history }: Grounds, row: Crossing): number => row.lag ?? history.end - row.readyAt;

/** A task that nobody took is a gap, and a decision that nobody made is late: that is said already. */
function saidElsewhere({ responsibility, decisions }: Grounds, row: Crossing): boolean {
  const task = responsibility.tasks.find((one) => one.task === row.task)?.run;
  const decision = decisions.decisions.find((one) => one.decision === row.decision)?.run;
  return (task?.gap ?? false) || (decision?.late ?? false);
}
