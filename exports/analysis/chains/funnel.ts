/**
 * From sent to acted upon: how much of what was put before the players got how far.
 * Knows: items by receiver. Does not know: what an act was worth; signing for a thing may be ritual.
 */
import type { RoleId } from '../../../engine/plan/plan.ts';
import type { Cast } from '../cast.ts';
import { type History, of } from '../history.ts';
import type { Item, Items } from '../items.ts';

/** Counts of receivers, each step of the step before. */
export type Funnel = {
  readonly kind: 'inject' | 'message';
  readonly sent: number;
  /** To a role in which somebody sat, at some time. */
  readonly delivered: number;
  readonly opened: number;
  readonly acknowledged: number;
  /**
   * Opened, and afterwards answered, passed on (one of its facts), or followed by an act of the role on
   * the task or decision it was about. Acknowledged or not.
   */
  readonly acted: number;
  /** Acknowledged and acted upon. */
  readonly both: number;
};

export function funnelsOf(history: History, items: Items, cast: Cast): readonly Funnel[] {
  const seated = new Set(of(history, 'seat.taken').map(({ event }) => event.role));
  const signed = new Set(
    of(history, 'item.acknowledged').map(({ event }) => `${event.role} ${event.item}`),
  );
  const latest = latestActs(history, items);
  const funnel = (kind: Funnel['kind']): Funnel => {
    const counts = { sent: 0, delivered: 0, opened: 0, acknowledged: 0, acted: 0, both: 0 };
    for (const item of items.all) {
      if (item.kind !== kind || (kind === 'message' && !cast.plays(item.from ?? ''))) continue;
      const subjects = subjectsOf(item);
      for (const role of item.to) {
        if (!cast.plays(role)) continue;
        counts.sent += 1;
        if (!seated.has(role)) continue;
        counts.delivered += 1;
        const opened = items.opened(item, role);
        if (!opened) continue;
        counts.opened += 1;
        const sign = signed.has(`${role} ${item.id}`);
        const act = subjects.some((key) => (latest.get(`${role} ${key}`) ?? -1) > opened.seq);
        if (sign) counts.acknowledged += 1;
        if (act) counts.acted += 1;
        if (sign && act) counts.both += 1;
      }
    }
    return { kind, ...counts };
  };
  return [funnel('inject'), funnel('message')];
}

function subjectsOf({ id, facts, about }: Item): readonly string[] {
  return [
    `reply ${id}`,
    ...facts.map((fact) => `fact ${fact}`),
    ...(about?.task === undefined ? [] : [`task ${about.task}`]),
    ...(about?.decision === undefined ? [] : [`decision ${about.decision}`]),
  ];
}

/** The last time each role acted on each thing. */
function latestActs(history: History, items: Items): ReadonlyMap<string, number> {
  const latest = new Map<string, number>();
  const note = (role: RoleId | undefined, key: string, seq: number): void => {
    const known = latest.get(`${role ?? ''} ${key}`) ?? -1;
    latest.set(`${role ?? ''} ${key}`, Math.max(known, seq));
  };
  for (const { kind, from, replyTo, facts, seq } of items.all) {
    if (kind === 'inject') continue;
    if (replyTo !== undefined) note(from, `reply ${replyTo}`, seq);
    for (const fact of facts) note(from, `fact ${fact}`, seq);
  }
  const owned = [
    ...of(history, 'task.claimed'),
    ...of(history, 'task.released'),
    ...of(history, 'task.done'),
  ];
  for (const { seq, event } of owned) note(event.role, `task ${event.task}`, seq);
  const given = [...of(history, 'handover.offered'), ...of(history, 'task.assigned')];
  for (const { seq, event } of given) note(event.from, `task ${event.task}`, seq);
  for (const { seq, event } of of(history, 'handover.accepted')) {
    note(event.to, `task ${event.task}`, seq);
  }
  const said = [...of(history, 'decision.recorded'), ...of(history, 'decision.discussed')];
  for (const { seq, event } of said) note(event.role, `decision ${event.decision}`, seq);
  return latest;
}
