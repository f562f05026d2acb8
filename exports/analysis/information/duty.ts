/**
 * Duties to pass a fact on: who had it, to whom it was to go, by when, and whether it went.
 * Knows: interfaces and expectations. Does not know: what was said in the room.
 */
import type { Expectation, FactId, Interface, RoleId } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import { type Evidence, type History, type Moment, by, evidence, groupBy, of } from '../history.ts';
import type { Item, Items } from '../items.ts';
import { type Knowledge, type Learned } from './knowledge.ts';
import { heldFrom } from '../condition.ts';
import type { NeedResult } from './needs.ts';

/**
 * One fact that one side was to pass on to another, from the moment that somebody of that side knew it.
 */
export type DutyResult = {
  readonly fact: FactId;
  readonly interface?: string;
  readonly obligation?: string;
  /** Of those who were to pass it on, the players who knew it in time. */
  readonly holders: readonly RoleId[];
  readonly to: readonly RoleId[];
  readonly since: Ms;
  /** By the interface or the expectation; otherwise when a receiver needed it first. Absent: neither. */
  readonly due?: Ms;
  readonly passedAt?: Ms;
  /**
   * `unneeded`: a receiver had it already. `outside`: passed on outside the tool, as a role says.
   * `open`: its time had not run out when the exercise ended, or it has none. `kept`: none of these.
   */
  readonly result: 'passed' | 'late' | 'kept' | 'unneeded' | 'outside' | 'open';
  /** What the receivers needed it for, and did not have it in time. */
  readonly tasks: readonly string[];
  readonly decisions: readonly string[];
  readonly evidence: Evidence;
};

type Duty = {
  readonly fact: FactId;
  readonly from: readonly RoleId[];
  readonly to: readonly RoleId[];
  readonly interface?: string;
  readonly obligation?: string;
  /** When it began to be one, if the plan says. */
  readonly starts?: Ms;
  readonly within?: Ms;
  readonly due?: Ms;
};
type Sources = {
  readonly history: History;
  readonly items: Items;
  readonly knowledge: Knowledge;
  readonly needs: ReadonlyMap<FactId, readonly NeedResult[]>;
};

export function readDuties(
  history: History,
  items: Items,
  knowledge: Knowledge,
  needs: readonly NeedResult[],
): readonly DutyResult[] {
  const sources = { history, items, knowledge, needs: groupBy(needs, (need) => need.fact) };
  const duties = [
    ...history.plan.interfaces.flatMap((row) => acrossInterface(history, row)),
    ...expectedOf(history),
  ];
  return duties.flatMap((duty) => dutyResult(sources, duty));
}

/** An interface with a condition is one from when it holds; where that cannot be seen, it is none. */
function acrossInterface(history: History, row: Interface): readonly Duty[] {
  const held = row.starts ? heldFrom(history, row.starts) : { at: 0 };
  if (typeof held === 'string') return [];
  const starts = held.at;
  const { id, from, to, carries, within } = row;
  return carries.map((fact) => ({
    ...{ fact, from, to, interface: id, starts },
    ...(within !== undefined && { within }),
  }));
}

/** Expectations to tell somebody certain facts, once they have fallen due. */
function expectedOf(history: History): readonly Duty[] {
  const rows = new Map<string, Expectation>(
    history.plan.expectations.filter(({ does }) => does === 'message').map((row) => [row.id, row]),
  );
  const waived = new Set(of(history, 'obligation.waived').map(({ event }) => event.obligation));
  return of(history, 'obligation.opened').flatMap(({ at, event }) => {
    const row = rows.get(event.obligation);
    if (!row || waived.has(row.id)) return [];
    return row.facts.map((fact) => ({
      ...{ fact, from: [row.role], to: row.to, obligation: row.id, starts: at, due: event.due },
    }));
  });
}

function dutyResult(sources: Sources, duty: Duty): readonly DutyResult[] {
  const { history, knowledge } = sources;
  const { fact, from, to, starts = 0 } = duty;
  const known = knowledge.knowers(fact);
  const holders = from
    .filter((role) => knowledge.plays(role) && !to.includes(role))
    .flatMap((role) => {
      const learned = known.get(role);
      return learned ? [{ role, learned }] : [];
    })
    .sort((a, b) => a.learned.seq - b.learned.seq);
  const [first] = holders;
  if (!first) return [];
  const began = Math.max(starts, first.learned.at);
  const wanting = (sources.needs.get(fact) ?? []).filter((need) => to.includes(need.role));
  const due = dueOf(duty, began, wanting);
  const limit = Math.min(due ?? history.end, history.end);
  const passed = passedOn(sources, duty, first.learned);
  const had = receivedBy(sources, duty, limit);
  const outside = toldOutside(sources, duty, first.learned);
  const result = resultOf({ passed, had, outside, due, end: history.end });
  const missed = result === 'kept' || result === 'late' ? wanting.filter(lacked) : [];
  return [
    {
      fact,
      to,
      ...(duty.interface !== undefined && { interface: duty.interface }),
      ...(duty.obligation !== undefined && { obligation: duty.obligation }),
      holders: holders.filter(({ learned }) => learned.at <= limit).map(({ role }) => role),
      since: began,
      ...(due !== undefined && { due }),
      ...(passed && { passedAt: passed.at }),
      result,
      tasks: [...new Set(missed.flatMap((need) => need.task ?? []))],
      decisions: [...new Set(missed.flatMap((need) => need.decision ?? []))],
      evidence: evidence(first.learned.seq, passed?.seq, outside?.seq),
    },
  ];
}

const lacked = (need: NeedResult): boolean => need.where === 'held' || need.where === 'nowhere';

function dueOf(duty: Duty, began: Ms, wanting: readonly NeedResult[]): Ms | undefined {
  if (duty.due !== undefined) return duty.due;
  if (duty.within !== undefined) return began + duty.within;
  const [soonest] = wanting.map((need) => need.due).sort((a, b) => a - b);
  // What was needed before it could be passed on, no passing on could have brought in time.
  return soonest === undefined || soonest < began ? undefined : soonest;
}

/** The first item by which one of those who were to brought it to one of those it was to reach. */
function passedOn(
  { knowledge }: Sources,
  { fact, from, to }: Duty,
  known: Learned,
): Item | undefined {
  return knowledge
    .carriers(fact)
    .find(
      (item) =>
        item.seq > known.seq &&
        item.from !== undefined &&
        from.includes(item.from) &&
        item.to.some((role) => to.includes(role)),
    );
}

/** Whether it had come to one of them by then, whoever brought it. */
function receivedBy({ knowledge }: Sources, { fact, to }: Duty, limit: Ms): boolean {
  const [delivered, known] = [knowledge.delivered(fact), knowledge.knowers(fact)];
  return to.some((role) =>
    [delivered.get(role), known.get(role)].some((moment) => moment && moment.at <= limit),
  );
}

/** A report that what carried the fact was seen to outside the tool, with one it was to reach. */
function toldOutside(
  { history, items }: Sources,
  { fact, from, to, obligation }: Duty,
  known: Learned,
): Moment | undefined {
  if (obligation !== undefined) {
    const [said] = by(history, 'obligation.outside', 'obligation', obligation);
    if (said) return said;
  }
  return from
    .flatMap((role) => by(history, 'outside.reported', 'role', role))
    .find(({ seq, event }) => {
      const about = items.byId.get(event.about.inject ?? event.about.message ?? '');
      const reached = event.to.some((role) => to.includes(role));
      return seq > known.seq && reached && about?.facts.includes(fact) === true;
    });
}

function resultOf(seen: {
  readonly passed: Item | undefined;
  readonly had: boolean;
  readonly outside: Moment | undefined;
  readonly due: Ms | undefined;
  readonly end: Ms;
}): DutyResult['result'] {
  const { passed, had, outside, due, end } = seen;
  if (passed && (due === undefined || passed.at <= due)) return 'passed';
  if (outside) return 'outside';
  if (had) return 'unneeded';
  if (passed) return 'late';
  return due === undefined || due > end ? 'open' : 'kept';
}
