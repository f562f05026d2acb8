/**
 * The notifications themselves: told twice by two roles, and submitted without what was needed.
 * Knows: messages about tasks, what the house knew. Does not know: what a form asks for in law.
 */
import type { Clock, FactId, Plan, RoleId, Task } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import type { Cast } from '../cast.ts';
import { type Evidence, type History, by, evidence, groupBy } from '../history.ts';
import type { Item, Items } from '../items.ts';

/** Two roles or more told one receiver of the same task. */
export type Doubled = {
  readonly task: string;
  readonly receiver: RoleId;
  readonly by: readonly RoleId[];
  /** From the first role's first message to the second role's. */
  readonly apart: Ms;
  readonly evidence: Evidence;
};
/** A clock's task that was submitted with facts wanting. */
export type Incomplete = {
  readonly clock: string;
  readonly role: RoleId;
  /** Not known in the house when it was submitted. */
  readonly unknown: readonly FactId[];
  /** Known, but not among the facts that its messages about the task carried, where any did. */
  readonly leftOut: readonly FactId[];
  readonly needed: number;
  readonly evidence: Evidence;
};
export type Reports = {
  readonly doubled: readonly Doubled[];
  readonly incomplete: readonly Incomplete[];
};

export function reportsOf(history: History, items: Items, cast: Cast): Reports {
  const about = groupBy(
    items.all.filter((item) => item.kind === 'message'),
    (item) => item.about?.task,
  );
  const across = acrossOf(items);
  return {
    doubled: history.plan.tasks.flatMap((task) =>
      doubledOn(
        history,
        task,
        [...(about.get(task.id) ?? []), ...across(history.plan, task)],
        cast,
      ),
    ),
    incomplete: history.plan.clocks.flatMap((clock) =>
      incompleteOf(history, clock, about.get(clock.id) ?? []),
    ),
  };
}

/** Messages with no subject of their own that carry a task's facts over its interface. */
function acrossOf(items: Items): (plan: Plan, task: Task) => readonly Item[] {
  const plain = items.all.filter((i) => i.kind === 'message' && i.about?.task === undefined);
  const bySender = groupBy(plain, (item) => item.from);
  return ({ interfaces }, task) => {
    const row = interfaces.find(({ id }) => id === task.interface);
    const actors = [...new Set([...task.accountable, ...task.responsible])];
    return actors.flatMap((role) =>
      (bySender.get(role) ?? []).filter(
        (item) =>
          item.to.some((to) => row?.to.includes(to)) &&
          item.facts.some((fact) => row?.carries.includes(fact)),
      ),
    );
  };
}

function doubledOn(
  history: History,
  task: Task,
  messages: readonly Item[],
  cast: Cast,
): readonly Doubled[] {
  const row = history.plan.interfaces.find(({ id }) => id === task.interface);
  const actors = new Set([...task.accountable, ...task.responsible]);
  const receivers = new Set([...task.informed, ...(row?.to ?? [])].filter((r) => !actors.has(r)));
  const reports = [...new Set(messages)]
    .filter(({ from, asks, replyTo }) => cast.plays(from ?? '') && !asks && replyTo === undefined)
    .sort((a, b) => a.seq - b.seq);
  return [...receivers].flatMap((receiver) => {
    const own = reports.filter((item) => item.to.includes(receiver) && item.from !== receiver);
    return doubledTo(history, task.id, receiver, own);
  });
}

function doubledTo(
  history: History,
  task: string,
  receiver: RoleId,
  reports: readonly Item[],
): readonly Doubled[] {
  const firsts = [...groupBy(reports, (item) => item.from ?? '').values()].flatMap(
    ([first]) => first ?? [],
  );
  const [one, ...rest] = firsts;
  const others = rest.filter((item) => !passedOn(history, task, one?.from ?? '', item.from ?? ''));
  const [second] = others;
  if (!one || !second) return [];
  return [
    {
      task,
      receiver,
      by: [one, ...others].map((item) => item.from ?? ''),
      apart: second.at - one.at,
      evidence: evidence(one.seq, ...others.map((item) => item.seq)),
    },
  ];
}

/** Where the task itself went from one to the other, both had reason to write. */
function passedOn(history: History, task: string, one: RoleId, other: RoleId): boolean {
  return by(history, 'handover.accepted', 'task', task).some(
    ({ event: { from, to } }) => [from, to].includes(one) && [from, to].includes(other),
  );
}

function incompleteOf(
  history: History,
  clock: Clock,
  about: readonly Item[],
): readonly Incomplete[] {
  const [done] = by(history, 'task.done', 'task', clock.id);
  const needs = history.plan.tasks.find((task) => task.id === clock.id)?.needs ?? [];
  if (!done || needs.length === 0) return [];
  const { role } = done.event;
  const house = new Set(
    history.plan.roles.filter((r) => r.organisation === clock.organisation).map((r) => r.id),
  ).add(role);
  const knows = (fact: FactId): boolean =>
    by(history, 'fact.known', 'fact', fact).some(
      (h) => house.has(h.event.role) && h.seq < done.seq,
    );
  const unknown = needs.filter((fact) => !knows(fact));
  const own = about.filter(
    (item) => house.has(item.from ?? '') && item.to.some((to) => !house.has(to)),
  );
  const attached = new Set(own.flatMap((item) => item.facts));
  // Who attached none may have written them all: the words are not read.
  const attaches = needs.some((fact) => attached.has(fact));
  const leftOut = needs.filter(
    (fact) => attaches && !unknown.includes(fact) && !attached.has(fact),
  );
  if (unknown.length + leftOut.length === 0) return [];
  const seqs = leftOut.length > 0 ? own.map((item) => item.seq) : [];
  return [
    {
      clock: clock.id,
      role,
      unknown,
      leftOut,
      needed: needs.length,
      evidence: evidence(done.seq, seqs),
    },
  ];
}
