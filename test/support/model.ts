/**
 * The exercise as a child would work it out: go through every minute from the beginning and see
 * what happens in it. No agenda, no machines, no events; slow, and plain enough to be believed.
 * Knows: injects by time, after each other, by hand and if-not; expectations; who opened what.
 */
import type { Inject, Plan } from '../../engine/plan/plan.ts';
import { MINUTE } from '../../engine/scenario/time.ts';

/** Something that somebody did, in the minute in which it was done. */
export type Deed = { readonly minute: number } & (
  | {
      readonly does: 'open' | 'acknowledge' | 'answer';
      readonly role: string;
      readonly inject: string;
    }
  | { readonly does: 'release' | 'hold' | 'unhold' | 'skip'; readonly inject: string }
  | { readonly does: 'end' }
);

type Row = {
  readonly row: Inject;
  status: string;
  due?: number;
  at?: number;
  readonly opened: Set<string>;
  readonly acknowledged: Set<string>;
  readonly answered: Set<string>;
};
export type Snapshot = {
  readonly injects: Readonly<Record<string, readonly [string, number | undefined]>>;
  readonly obligations: Readonly<Record<string, string>>;
  readonly over: boolean;
};

export function recompute(plan: Plan, deeds: readonly Deed[], now: number): Snapshot {
  const injects = new Map<string, Row>(plan.injects.map((row) => [row.id, fresh(row)]));
  const owed = new Map<string, { due: number; status: string }>();
  let over = false;

  const release = (inject: Row, minute: number): void => {
    Object.assign(inject, { status: 'released', at: minute });
    for (const { id, within, inject: of } of plan.expectations) {
      if (of === inject.row.id) owed.set(id, { due: minute + within / MINUTE, status: 'open' });
    }
  };
  /** Lets happen what this minute brings, until it brings nothing more. */
  const settle = (minute: number): void => {
    for (let again = true; again;) {
      again = false;
      for (const inject of injects.values()) {
        const due = inject.due ?? dueOf(inject.row, injects, minute);
        if (due !== undefined) inject.due = due;
        if (inject.status !== 'planned' || due === undefined || due > minute) continue;
        release(inject, minute);
        again = true;
      }
      for (const { id, inject } of plan.expectations) {
        const one = owed.get(id);
        if (one?.status !== 'open' || one.due > minute) continue;
        one.status = 'overdue';
        const nudge = injects.get(injects.get(inject)?.row.ifNot ?? '');
        if (nudge?.status === 'planned') release(nudge, minute);
        again = true;
      }
    }
  };
  const end = (): void => {
    over = true;
    for (const one of owed.values()) {
      if (one.status === 'open') one.status = 'waived';
      if (one.status === 'overdue') one.status = 'lapsed';
    }
  };
  const fulfil = (does: string, role: string, inject: string): void => {
    for (const row of plan.expectations) {
      const one = owed.get(row.id);
      if (!one || row.does !== does || row.role !== role || row.inject !== inject) continue;
      if (one.status === 'open') one.status = 'met';
      if (one.status === 'overdue') one.status = 'late';
    }
  };
  const carryOut = (deed: Deed): void => {
    if (deed.does === 'end') {
      end();
      return;
    }
    const inject = injects.get(deed.inject)!;
    const { status } = inject;
    if ('role' in deed) {
      if (status !== 'released' || !inject.row.to.includes(deed.role)) return;
      if (deed.does !== 'answer') {
        inject.opened.add(deed.role);
        fulfil('open', deed.role, deed.inject);
      }
      if (deed.does === 'acknowledge') inject.acknowledged.add(deed.role);
      if (deed.does === 'answer') inject.answered.add(deed.role);
      fulfil(deed.does, deed.role, deed.inject);
    } else if (deed.does === 'release' && status !== 'released') release(inject, deed.minute);
    else if (deed.does === 'hold' && status === 'planned') inject.status = 'held';
    else if (deed.does === 'unhold' && status === 'held') inject.status = 'planned';
    else if (deed.does === 'skip' && (status === 'planned' || status === 'held')) {
      inject.status = 'skipped';
    }
  };

  for (let minute = 0; minute <= now && !over; minute += 1) {
    settle(minute);
    if (minute * MINUTE === plan.length) end();
    for (const deed of deeds) {
      if (deed.minute !== minute || over) continue;
      carryOut(deed);
      if (!over) settle(minute);
    }
  }
  return {
    injects: Object.fromEntries([...injects].map(([id, { status, at }]) => [id, [status, at]])),
    obligations: Object.fromEntries([...owed].map(([id, { status }]) => [id, status])),
    over,
  };
}

function fresh(row: Inject): Row {
  return {
    row,
    status: 'planned',
    opened: new Set(),
    acknowledged: new Set(),
    answered: new Set(),
  };
}

/** The minute for which the inject is planned, as far as can be known in this minute. */
function dueOf(
  { trigger }: Inject,
  injects: ReadonlyMap<string, Row>,
  minute: number,
): number | undefined {
  if (trigger.type === 'at') return trigger.at / MINUTE;
  if (trigger.type !== 'after' || trigger.when.type !== 'inject') return undefined;
  const { inject: id, is } = trigger.when;
  const other = injects.get(id)!;
  const holds = is === 'released' ? other.status === 'released' : other[is].size > 0;
  return holds ? minute + trigger.delay / MINUTE : undefined;
}
