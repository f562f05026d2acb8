/**
 * The links that the plan lays for news: interfaces, expected messages, and tasks whose outcome
 * somebody is to be told. Knows: the plan. Does not know: what went over them.
 */
import type { Condition } from '../../../engine/scenario/condition.ts';
import type { Expectation, FactId, Plan, RoleId, Task } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';

export type Link = {
  readonly kind: 'interface' | 'expectation' | 'task';
  /** The interface's, the expectation's or the task's. */
  readonly id: string;
  readonly from: readonly RoleId[];
  readonly to: readonly RoleId[];
  readonly facts: readonly FactId[];
  readonly within?: Ms;
  /** Before this holds, nobody is meant to send. */
  readonly starts?: Condition;
};

/** Interfaces first; what one of them already asks for is no second link. */
export function linksOf(plan: Plan): readonly Link[] {
  const interfaces = interfaceLinks(plan);
  const expected = plan.expectations.flatMap((row) => expectationLink(row, interfaces));
  return [...interfaces, ...expected, ...plan.tasks.flatMap((task) => taskLink(plan, task))];
}

/** An interface that names no facts carries what its tasks need. */
function interfaceLinks({ interfaces, tasks }: Plan): readonly Link[] {
  return interfaces.map((row) => {
    const needs = tasks.filter((task) => task.interface === row.id).flatMap((task) => task.needs);
    return {
      kind: 'interface',
      id: row.id,
      from: row.from,
      to: row.to,
      facts: row.carries.length > 0 ? row.carries : [...new Set(needs)],
      ...(row.within !== undefined && { within: row.within }),
      ...(row.starts && { starts: row.starts }),
    };
  });
}

function expectationLink(row: Expectation, interfaces: readonly Link[]): readonly Link[] {
  if (row.does !== 'message' || row.to.length === 0 || row.facts.length === 0) return [];
  const covered = interfaces.some(
    ({ from, to, facts }) =>
      from.includes(row.role) &&
      row.to.every((role) => to.includes(role)) &&
      row.facts.every((fact) => facts.includes(fact)),
  );
  if (covered) return [];
  const { id, role, to, facts, within } = row;
  return [{ kind: 'expectation', id, from: [role], to, facts, within }];
}

/** Those who own or do a task tell those who are to be informed; its interface has a link already. */
function taskLink(plan: Plan, task: Task): readonly Link[] {
  const from = [...new Set([...task.accountable, ...task.responsible])];
  const across = plan.interfaces.find((row) => row.id === task.interface)?.to ?? [];
  const to = task.informed.filter((role) => !from.includes(role) && !across.includes(role));
  if (to.length === 0 || task.needs.length === 0) return [];
  return [{ kind: 'task', id: task.id, from, to, facts: task.needs, within: task.within }];
}
