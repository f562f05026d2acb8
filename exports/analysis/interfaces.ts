/**
 * The interface register: which meeting points between roles the exercise tried, and which it did not.
 * Knows: messages and handovers across them. Does not know: what was said in the room.
 */
import type { FactId, Interface } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import { type Evidence, type History, evidence, of } from './history.ts';
import type { Item, Items } from './items.ts';

export type InterfaceResult = {
  readonly interface: string;
  /**
   * `tested`: what should cross did, and was opened, or a handover was accepted. `used`: something
   * crossed, but not that, or unopened. `not-exercised` is never "in order".
   */
  readonly status: 'tested' | 'used' | 'not-exercised';
  /** One end first knew a fact to carry, or a task of the interface arose. */
  readonly triggeredAt?: Ms;
  readonly crossedAt?: Ms;
  /** First crossing − trigger. */
  readonly delay?: Ms;
  /** Of the facts it should carry, those that crossed and were opened. */
  readonly carried: readonly FactId[];
  readonly missing: readonly FactId[];
  readonly messages: number;
  /** Messages the other way. */
  readonly returns: number;
  readonly handovers: number;
  /** Crossed later than the interface allows; only where it says. */
  readonly late: boolean;
  readonly evidence: Evidence;
};

export function analyseInterfaces(history: History, items: Items): readonly InterfaceResult[] {
  return history.plan.interfaces.map((row) => interfaceResult(history, items, row));
}

const between = (item: Item, from: readonly string[], to: readonly string[]): boolean =>
  item.kind === 'message' &&
  item.from !== undefined &&
  from.includes(item.from) &&
  item.to.some((role) => to.includes(role));

function interfaceResult(history: History, items: Items, row: Interface): InterfaceResult {
  const tasks = history.plan.tasks.filter((t) => t.interface === row.id).map((t) => t.id);
  const trigger = triggerOf(history, row, tasks);
  const crossing = items.all.filter((item) => between(item, row.from, row.to));
  const received = crossing.filter((item) => row.to.some((role) => items.opened(item, role)));
  const carried = row.carries.filter((fact) => received.some((i) => i.facts.includes(fact)));
  const handovers = of(history, 'handover.accepted').filter(
    ({ event: e }) => tasks.includes(e.task) && row.from.includes(e.from) && row.to.includes(e.to),
  );
  // A row that names neither facts nor a task is tested by any word that arrives.
  const open = row.carries.length + tasks.length === 0;
  const relevant = received.filter(
    (item) =>
      open ||
      item.facts.some((fact) => row.carries.includes(fact)) ||
      tasks.includes(item.about?.task ?? ''),
  );
  const tested = relevant.length + handovers.length > 0;
  const first = [...(tested ? relevant : crossing), ...handovers].sort((a, b) => a.seq - b.seq)[0];
  const delay = tested && first && trigger ? Math.max(0, first.at - trigger.at) : undefined;
  return {
    interface: row.id,
    carried,
    messages: crossing.length,
    handovers: handovers.length,
    status: tested ? 'tested' : first ? 'used' : 'not-exercised',
    ...(trigger && { triggeredAt: trigger.at }),
    ...(first && { crossedAt: first.at }),
    ...(delay !== undefined && { delay }),
    missing: row.carries.filter((fact) => !carried.includes(fact)),
    returns: items.all.filter((item) => between(item, row.to, row.from)).length,
    late: delay !== undefined && row.within !== undefined && delay > row.within,
    evidence: evidence(
      trigger?.seq,
      first?.seq,
      relevant.map((item) => item.seq),
    ),
  };
}

function triggerOf(
  history: History,
  row: Interface,
  tasks: readonly string[],
): { readonly at: Ms; readonly seq: number } | undefined {
  const known = of(history, 'fact.known').find(
    ({ event }) => row.carries.includes(event.fact) && row.from.includes(event.role),
  );
  const arisen = of(history, 'task.started').find(({ event }) => tasks.includes(event.task));
  return [known, arisen].filter((h) => h !== undefined).sort((a, b) => a.seq - b.seq)[0];
}
