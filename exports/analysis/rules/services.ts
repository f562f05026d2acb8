/**
 * Rules on restoration and load: targets missed, the wrong order, and the load at which a role no
 * longer keeps up. Knows: services, load. Does not know: what it cost people.
 */
import type { RoleId } from '../../../engine/plan/plan.ts';
import type { Draft, Grounds } from '../finding.ts';
import { type History, type Moment, by, evidence } from '../history.ts';
import type { Outage } from '../services/outage.ts';
import type { ServiceResult } from '../services/services.ts';

export function serviceFindings(grounds: Grounds): readonly Draft[] {
  return [...targets(grounds), ...aged(grounds), ...order(grounds), ...breaking(grounds)];
}

function targets({ services, history }: Grounds): readonly Draft[] {
  return services.services.flatMap((row) =>
    row.outages
      .filter((outage) => outage.rto === 'missed')
      .flatMap((outage) => missed(history, row, outage)),
  );
}

function missed(history: History, row: ServiceResult, outage: Outage): readonly Draft[] {
  const window = row.rto ?? 0;
  const over = outage.from + window;
  const works = restoring(history, row.service, over);
  // Where nobody could have begun to restore it in time, the script decided, and not the roles.
  if (works.length === 0) return [];
  const byPlan = works.every(({ done, due }) => done !== undefined && done.at <= due);
  return [
    {
      code: 'RTO_MISSED',
      severity: byPlan ? 'medium' : 'high',
      variant: byPlan ? 'plan' : outage.to === undefined ? 'still' : 'late',
      services: [row.service],
      tasks: works.map(({ task }) => task),
      roles:
        row.owner === undefined ? works.flatMap(({ accountable }) => accountable) : [row.owner],
      measures: { lasted: outage.lasted, window, lateBy: outage.lasted - window },
      evidence: evidence(
        outage.evidence,
        works.flatMap(({ started, done }) => [started, ...(done ? [done.seq] : [])]),
      ),
    },
  ];
}

/**
 * Restored from data older than may be, while the plan has a task that restores from newer ones:
 * somebody chose. Where it has none, the plan asks for what it cannot give, and no role did that.
 */
function aged({ services, history }: Grounds): readonly Draft[] {
  return services.services.flatMap(({ service, owner, rpo = 0, outages }) =>
    outages
      .filter((outage) => outage.rpo === 'missed')
      .flatMap(({ evidence: seqs, gap = 0 }): readonly Draft[] => {
        const change = by(history, 'service.changed', 'service', service).find(
          ({ seq, event }) => seqs.includes(seq) && event.gap === gap,
        );
        const cause = change?.event.cause;
        if (!cause || !('task' in cause)) return [];
        const [done] = by(history, 'task.done', 'task', cause.task);
        if (!done || !hasNewer(history, cause.task, service, rpo)) return [];
        return [
          {
            code: 'RPO_MISSED',
            severity: 'medium',
            services: [service],
            tasks: [cause.task],
            roles: [done.event.role],
            others: owner === undefined || owner === done.event.role ? [] : [owner],
            measures: { lasted: gap, window: rpo, lateBy: gap - rpo },
            evidence: evidence(seqs, done.seq),
          },
        ];
      }),
  );
}

const hasNewer = ({ plan }: History, than: string, service: string, rpo: number): boolean =>
  plan.tasks.some(
    ({ id, restores = [] }) =>
      id !== than &&
      restores.some((to) => to.service === service && to.gap !== undefined && to.gap <= rpo),
  );

type Work = {
  readonly task: string;
  readonly accountable: readonly RoleId[];
  readonly started: number;
  readonly due: number;
  readonly done?: Moment;
};

/** The tasks that bring the service back altogether, and that had arisen before `until`. */
function restoring(history: History, service: string, until: number): readonly Work[] {
  return history.plan.tasks.flatMap(({ id, accountable, restores = [] }) => {
    const [started] = by(history, 'task.started', 'task', id);
    const full = restores.some((to) => to.service === service && to.level === 1);
    if (!full || !started || started.at >= until) return [];
    const [done] = by(history, 'task.done', 'task', id);
    const { due } = started.event;
    return [
      {
        task: id,
        accountable,
        started: started.seq,
        due,
        ...(done && { done: { seq: done.seq, at: done.at } }),
      },
    ];
  });
}

/** What the script did by an inject is shown in the table, and is nobody's fault. */
function order({ services, history }: Grounds): readonly Draft[] {
  const owners = new Map((history.plan.services ?? []).map(({ id, owner }) => [id, owner]));
  return services.violations.flatMap((row) => {
    if (row.role === undefined) return [];
    const owner = owners.get(row.dependency);
    return [
      {
        code: 'ORDER_VIOLATION',
        severity: 'medium',
        variant: row.until === undefined ? 'never' : 'later',
        services: [row.service, row.dependency],
        tasks: 'task' in row.cause ? [row.cause.task] : [],
        roles: [row.role],
        others: owner === undefined ? [] : [owner],
        measures: { at: row.at, lasted: (row.until ?? history.end) - row.at },
        evidence: row.evidence,
      },
    ];
  });
}

function breaking({ load }: Grounds): readonly Draft[] {
  return load.flatMap(({ role, breaking: found, evidence: seqs }) => {
    if (!found) return [];
    const { inTime: count, due: total } = found.above;
    return [
      {
        code: 'BREAKPOINT',
        severity: 'medium',
        variant: found.recoveredAt === undefined ? 'lasting' : 'passing',
        roles: [role],
        measures: {
          load: found.load,
          count,
          total,
          at: found.brokeAt,
          ...(found.recoveredAt !== undefined && { after: found.recoveredAt - found.brokeAt }),
        },
        doubts: ['verbal'],
        evidence: seqs,
      },
    ];
  });
}

/** Back within its time, by a task that somebody did. */
export function restored({ services, history }: Grounds): readonly Draft[] {
  return services.services.flatMap((row) =>
    row.outages.flatMap((outage) => {
      const last = by(history, 'service.changed', 'service', row.service).find(
        ({ seq }) => seq === outage.evidence.at(-1),
      );
      const cause = last?.event.cause;
      if (outage.rto !== 'met' || !cause || !('task' in cause)) return [];
      const [done] = by(history, 'task.done', 'task', cause.task);
      return [
        {
          code: 'STRENGTH_RESTORED',
          severity: 'medium',
          services: [row.service],
          tasks: [cause.task],
          roles: done ? [done.event.role] : [],
          measures: { lasted: outage.lasted, window: row.rto ?? 0 },
          evidence: evidence(outage.evidence, done?.seq),
        },
      ];
    }),
  );
}
