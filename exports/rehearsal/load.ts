/**
 * How busy each role was: what it received in each quarter of an hour, how much it had on its hands
 * at once, how long it had nothing. Knows: one run's events. Does not know: what anything was worth.
 */
import type { Plan, RoleId } from '../../engine/plan/plan.ts';
import type { ExerciseEvent } from '../../engine/exercise/entry.ts';
import { MINUTE, type Ms } from '../../engine/scenario/time.ts';

export const QUARTER = 15 * MINUTE;

export type Duty = {
  /** Items received, by quarter of an hour from STARTEX. */
  readonly received: readonly number[];
  /** The most expectations open at once. */
  readonly open: number;
  /** The most items lying unopened at once. */
  readonly unopened: number;
  readonly acts: number;
  /** The longest time without receiving or doing anything, and when it began. */
  readonly idle: { readonly from: Ms; readonly length: Ms };
};

type Slate = {
  received: number[];
  open: number;
  mostOpen: number;
  unopened: number;
  mostUnopened: number;
  acts: number;
  last: Ms;
  idle: { from: Ms; length: Ms };
};

export type DutyWatch = {
  readonly see: (event: ExerciseEvent, at: Ms) => void;
  readonly done: (end: Ms) => ReadonlyMap<RoleId, Duty>;
};

export function createDuty(plan: Plan): DutyWatch {
  const played = plan.roles.filter(({ playedBy }) => playedBy === 'participant');
  const slates = new Map(played.map(({ id }) => [id, emptySlate()]));
  const roleOf = new Map(plan.expectations.map(({ id, role }) => [id, role]));

  const stir = (slate: Slate, at: Ms): void => {
    const length = at - slate.last;
    if (length > slate.idle.length) slate.idle = { from: slate.last, length };
    slate.last = at;
  };
  const receive = (to: readonly RoleId[], at: Ms): void => {
    for (const role of to) {
      const slate = slates.get(role);
      if (!slate) continue;
      const quarter = Math.floor(at / QUARTER);
      slate.received[quarter] = (slate.received[quarter] ?? 0) + 1;
      slate.unopened += 1;
      slate.mostUnopened = Math.max(slate.mostUnopened, slate.unopened);
      stir(slate, at);
    }
  };
  const burden = (obligation: string, by: number): void => {
    const slate = slates.get(roleOf.get(obligation) ?? '');
    if (!slate) return;
    slate.open += by;
    slate.mostOpen = Math.max(slate.mostOpen, slate.open);
  };
  const act = (role: RoleId | undefined, at: Ms): Slate | undefined => {
    const slate = slates.get(role ?? '');
    if (!slate) return undefined;
    slate.acts += 1;
    stir(slate, at);
    return slate;
  };

  return {
    see: (event, at) => {
      switch (event.type) {
        case 'inject.released':
          receive(event.to, at);
          return;
        case 'message.sent':
          act(event.from, at);
          receive(event.to, at);
          return;
        case 'item.opened': {
          const slate = act(event.role, at);
          if (slate) slate.unopened -= 1;
          return;
        }
        case 'item.acknowledged':
        case 'task.claimed':
        case 'task.released':
        case 'task.done':
        case 'decision.recorded':
        case 'awareness.declared':
          act(event.role, at);
          return;
        case 'handover.offered':
          act(event.from, at);
          return;
        case 'handover.accepted':
        case 'handover.declined':
          act(event.to, at);
          return;
        case 'obligation.opened':
          burden(event.obligation, 1);
          return;
        case 'obligation.met':
        case 'obligation.late':
        case 'obligation.lapsed':
        case 'obligation.waived':
          burden(event.obligation, -1);
          return;
        default:
      }
    },
    done: (end) => {
      const rows = [...slates].map(([role, slate]) => {
        stir(slate, end);
        return [role, dutyOf(slate, end)] as const;
      });
      return new Map(rows);
    },
  };
}

function emptySlate(): Slate {
  return {
    received: [],
    open: 0,
    mostOpen: 0,
    unopened: 0,
    mostUnopened: 0,
    acts: 0,
    last: 0,
    idle: { from: 0, length: 0 },
  };
}

function dutyOf(slate: Slate, end: Ms): Duty {
  const quarters = Math.floor(end / QUARTER) + 1;
  return {
    received: Array.from({ length: quarters }, (_, i) => slate.received[i] ?? 0),
    open: slate.mostOpen,
    unopened: slate.mostUnopened,
    acts: slate.acts,
    idle: slate.idle,
  };
}
