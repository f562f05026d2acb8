/**
 * The notifications themselves: told twice by two roles, and submitted without what was needed.
 * Knows: messages about tasks, what the house knew. Does not know: what a form asks for in law.
 */
import type { Clock, FactId, RoleId, Task } from '../../../engine/plan/plan.ts';
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
  const messages = items.all.filter((item) => item.kind === 'message');
  const about = groupBy(messages, (item) => item.about?.task);
  const plain = groupBy(about.get(undefined) ?? [], (item) => item.from ?? '');
  return {
    doubled: history.plan.tasks.flatMap((task) => {
      const told = doubledOn(history, task, about.get(task.id) ?? [], cast);
      return told.length > 0 ? told : doubledAcross(history, task, plain, cast);
    }),
    incomplete: history.plan.clocks.flatMap((clock) =>
      incompleteOf(history, cast, clock, about.get(clock.id) ?? []),
    ),
  };
}

/** A notification is no question, and no answer to one. */
const isReport = (item: Item, receiver: RoleId, cast: Cast): boolean =>
  item.to.includes(receiver) &&
  item.from !== receiver &&
  cast.plays(item.from ?? '') &&
  !item.asks &&
  item.replyTo === undefined;

function doubledOn(
  history: History,
  task: Task,
  messages: readonly Item[],
  cast: Cast,
): readonly Doubled[] {
  const row = history.plan.interfaces.find(({ id }) => id === task.interface);
  const actors = new Set([...task.accountable, ...task.responsible]);
  const receivers = new Set([...task.informed, ...(row?.to ?? [])].filter((r) => !actors.has(r)));
  return [...receivers].flatMap((receiver) => {
    const own = messages.filter((item) => isReport(item, receiver, cast));
    return doubledTo(history, task.id, receiver, own);
  });
}

/**
 * Without a subject: two roles of one house that sent the same fact over the task's interface. Houses
 * have duties of their own. Where tasks share an interface, the first of them speaks for all.
 */
function doubledAcross(
  history: History,
  task: Task,
  plain: ReadonlyMap<RoleId, readonly Item[]>,
  cast: Cast,
): readonly Doubled[] {
  const { interfaces, tasks } = history.plan;
  const row = interfaces.find(({ id }) => id === task.interface);
  if (!row || tasks.find((one) => one.interface === row.id) !== task) return [];
  const sent = row.from.flatMap((role) => plain.get(role) ?? []);
  const houses = groupBy(sent, (item) => cast.organisation(item.from ?? ''));
  return [...houses.values()].flatMap((own) =>
    row.to.flatMap((receiver) =>
      row.carries
        .map((fact) =>
          own.filter((item) => item.facts.includes(fact) && isReport(item, receiver, cast)),
        )
        .flatMap((items) => doubledTo(history, task.id, receiver, items))
        .slice(0, 1),
    ),
  );
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
  cast: Cast,
  clock: Clock,
  about: readonly Item[],
): readonly Incomplete[] {
  const [done] = by(history, 'task.done', 'task', clock.id);
  const needs = history.plan.tasks.find((task) => task.id === clock.id)?.needs ?? [];
  if (!done || needs.length === 0) return [];
  const { role } = done.event;
  const inHouse = (one: RoleId): boolean =>
    one === role || cast.organisation(one) === clock.organisation;
  const known = new Map(
    needs.map((fact) => [
      fact,
      by(history, 'fact.known', 'fact', fact).find((h) => inHouse(h.event.role) && h.seq < done.seq)
        ?.seq,
    ]),
  );
  const unknown = needs.filter((fact) => known.get(fact) === undefined);
  const own = about.filter(
    (item) => inHouse(item.from ?? '') && item.to.some((to) => !inHouse(to)),
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
      evidence: evidence(done.seq, seqs, ...known.values()),
    },
  ];
}
