/**
 * Rules on what went well. A strength needs evidence as much as a finding does.
 * Knows: the same results as the other rules. Does not know: what anybody felt.
 */
import { type Draft, type Grounds, THRESHOLDS, exceeds } from '../finding.ts';
import { evidence, groupBy, of } from '../history.ts';
import type { TaskResult, TaskRun } from '../responsibility.ts';

export function strengths(grounds: Grounds): readonly Draft[] {
  return [
    ...grounds.responsibility.tasks.flatMap((task) => ownership(grounds, task)),
    ...decided(grounds),
    ...clocks(grounds),
    ...sharing(grounds),
    ...handovers(grounds),
    ...interfaces(grounds),
  ];
}

/** Done in time by those it was meant for, owned by the one who was to own it, hardly ever unheld. */
function ownership(
  { beliefs }: Grounds,
  { task, critical, cells, run }: TaskResult,
): readonly Draft[] {
  if (!run?.done || (run.lateBy ?? 0) > 0 || run.overlap.length > 0 || run.drift.length > 0)
    return [];
  const owners = cells.filter((cell) => cell.planned.includes('A') && cell.observed === 'A');
  if (owners.length === 0 || isUnheld(run) || run.holding.contention > 0) return [];
  const deeds = owners.flatMap((cell) => cell.deeds.map((deed) => deed.evidence));
  const taken = deeds[0]?.[0] ?? 0;
  const asked = beliefs.polls.some((p) => p.task === task && (p.evidence[0] ?? taken) < taken);
  return [
    {
      code: 'STRENGTH_OWNERSHIP',
      severity: critical ? 'high' : 'medium',
      tasks: [task],
      roles: owners.map((cell) => cell.role),
      measures: { lateBy: run.lateBy ?? 0, window: run.due - run.startedAt },
      doubts: [
        ...(run.prompts.length > 0 ? (['prompted'] as const) : []),
        ...(asked ? (['asked'] as const) : []),
      ],
      // That it was hardly ever unheld rests on everybody's taking and letting go.
      evidence: evidence(run.evidence, run.holding.moves, ...deeds),
    },
  ];
}

const isUnheld = (run: TaskRun): boolean =>
  exceeds(run.holding.vacuum, run.due - run.startedAt, THRESHOLDS.vacuum);

function decided({ decisions }: Grounds): readonly Draft[] {
  return decisions.decisions.flatMap(({ decision, origin, run }): readonly Draft[] => {
    const { made } = run ?? {};
    if (origin !== 'plan' || !run || !made || run.late || made.role === undefined) return [];
    // Where the plan names no key facts, nothing says that the decision rested on them.
    const informed = run.atHand.length > 0 && run.atHand.every((fact) => fact.where === 'known');
    if (made.mandate === 'none' || !informed) return [];
    return [
      {
        code: 'STRENGTH_DECISION',
        severity: 'medium',
        decisions: [decision],
        roles: [made.role],
        facts: run.atHand.map((fact) => fact.fact),
        measures: { lasted: run.waited, window: run.due - run.openedAt },
        evidence: evidence(run.evidence, ...run.atHand.map((fact) => fact.evidence)),
      },
    ];
  });
}

function clocks({ clocks: results, history }: Grounds): readonly Draft[] {
  return results
    .filter((clock) => clock.status === 'met' && clock.margin !== undefined)
    .map((clock) => ({
      code: 'STRENGTH_CLOCK',
      severity: 'high',
      clocks: [clock.clock],
      tasks: [clock.clock],
      roles: history.plan.tasks.find((task) => task.id === clock.clock)?.accountable ?? [],
      measures: clock.margin === undefined ? {} : { margin: Math.min(1, clock.margin) },
      evidence: clock.evidence,
    }));
}

/** A fact that one role had, and that reached another which needed it, in time, by a message. */
function sharing({ flow, history }: Grounds): readonly Draft[] {
  const messages = new Map(of(history, 'message.sent').map((h) => [h.event.message, h]));
  const known = new Map(of(history, 'fact.known').map((h) => [h.seq, h]));
  const passed = flow.needs.flatMap((need) => {
    const point = known.get(need.evidence[0] ?? -1);
    const message = messages.get(point?.event.item ?? '');
    if (need.where !== 'known' || !point || !message || message.event.simulated) return [];
    const seqs = evidence(message.seq, point.seq, need.arose);
    return [{ fact: need.fact, role: need.role, from: message.event.from, seqs }];
  });
  return [...groupBy(passed, (row) => row.fact)].map(([fact, rows]) => ({
    code: 'STRENGTH_SHARING',
    severity: 'medium',
    facts: [fact],
    roles: [...new Set(rows.map((row) => row.from))],
    others: [...new Set(rows.map((row) => row.role))],
    evidence: evidence(...rows.map((row) => row.seqs)),
  }));
}

function handovers({ handovers: { offers } }: Grounds): readonly Draft[] {
  return offers
    .filter((offer) => offer.result === 'accepted')
    .map((offer) => ({
      code: 'STRENGTH_HANDOVER',
      severity: 'low',
      tasks: [offer.task],
      roles: [offer.from],
      others: [offer.to],
      evidence: offer.evidence,
      measures: { lasted: (offer.answeredAt ?? offer.offeredAt) - offer.offeredAt },
    }));
}

function interfaces({ interfaces: rows, history }: Grounds): readonly Draft[] {
  return rows
    .filter((row) => row.status === 'tested' && row.missing.length === 0 && !row.late)
    .map((row) => {
      const parties = history.plan.interfaces.find((i) => i.id === row.interface);
      return {
        code: 'STRENGTH_INTERFACE',
        severity: 'low',
        interfaces: [row.interface],
        roles: parties?.from ?? [],
        others: parties?.to ?? [],
        evidence: row.evidence,
        measures: row.delay === undefined ? {} : { lasted: row.delay },
      };
    });
}
