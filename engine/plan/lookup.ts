/**
 * A Plan's rows by id, and who must look again when something changes. Built once a Plan.
 * Knows: the Plan. Does not know: the exercise's state.
 */
import { leaves, reads, type Condition } from '../scenario/condition.ts';
import type {
  Clock,
  Decision,
  Expectation,
  Fact,
  Inject,
  Interface,
  Organisation,
  Phase,
  Plan,
  Question,
  Role,
  Task,
} from './plan.ts';

/** What waits for a condition. */
export type Watcher = {
  readonly kind: 'inject' | 'task' | 'decision' | 'question';
  readonly id: string;
};

export type Lookup = {
  readonly plan: Plan;
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly rolesOf: ReadonlyMap<string, readonly string[]>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly tasks: ReadonlyMap<string, Task>;
  readonly interfaces: ReadonlyMap<string, Interface>;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly phases: ReadonlyMap<string, Phase>;
  readonly injects: ReadonlyMap<string, Inject>;
  readonly questions: ReadonlyMap<string, Question>;
  readonly clocks: ReadonlyMap<string, Clock>;
  readonly expectations: ReadonlyMap<string, Expectation>;
  readonly expectationsOf: ReadonlyMap<string, readonly Expectation[]>;
  /** The rows behind an expectation's name: one, or all its roles' by the name they share. */
  readonly expectationsNamed: ReadonlyMap<string, readonly string[]>;
  readonly injectsIn: ReadonlyMap<string, readonly string[]>;
  /** Phases that can still come once their strand stands in the key, itself left out. */
  readonly ahead: ReadonlyMap<string, ReadonlySet<string>>;
  /** Tasks that knowing the fact makes visible, and the other way round. */
  readonly tasksOf: ReadonlyMap<string, readonly string[]>;
  readonly factsOf: ReadonlyMap<string, readonly string[]>;
  /** Who looks again when the thing behind the key changes. */
  readonly watchers: ReadonlyMap<string, readonly Watcher[]>;
  /** What each phase's gate reads, as keys. */
  readonly gateReads: ReadonlyMap<string, ReadonlySet<string>>;
  /** Everything that can begin by itself, in the Plan's order: looked at once at STARTEX. */
  readonly conditions: readonly Watcher[];
  /** Exercise times that some `time-after` waits for, ascending. */
  readonly times: readonly number[];
};

/** What has no condition of its own waits for nothing but STARTEX. */
export const ALWAYS: Condition = { type: 'all', of: [] };

const cache = new WeakMap<Plan, Lookup>();

export function lookup(plan: Plan): Lookup {
  const known = cache.get(plan);
  if (known) return known;
  const built = build(plan);
  cache.set(plan, built);
  return built;
}

function build(plan: Plan): Lookup {
  const conditions = conditionsOf(plan);
  const watchers = new Map<string, Watcher[]>();
  for (const { watcher, condition } of conditions) {
    for (const key of new Set([...reads(condition), ...timeKeys(condition)])) {
      push(watchers, key, watcher);
    }
  }
  return {
    plan,
    organisations: byId(plan.organisations),
    roles: byId(plan.roles),
    rolesOf: group(plan.roles, (role) => [role.organisation]),
    facts: byId(plan.facts),
    tasks: byId(plan.tasks),
    interfaces: byId(plan.interfaces),
    decisions: byId(plan.decisions),
    phases: byId(plan.phases),
    injects: byId(plan.injects),
    questions: byId(plan.questions ?? []),
    clocks: byId(plan.clocks),
    expectations: byId(plan.expectations),
    expectationsOf: groupRows(plan.expectations, (row) => row.inject),
    expectationsNamed: group(plan.expectations, expectationNames),
    injectsIn: group(plan.injects, (inject) => inject.phases),
    ahead: new Map(plan.phases.map((phase) => [phase.id, phasesAhead(plan, phase)])),
    tasksOf: group(plan.tasks, revealingFacts),
    factsOf: new Map(plan.tasks.map((task) => [task.id, revealingFacts(task)])),
    watchers,
    gateReads: new Map(
      plan.phases.flatMap(({ id, gate }) =>
        gate ? [[id, new Set([...reads(gate), ...timeKeys(gate)])] as const] : [],
      ),
    ),
    conditions: conditions.map(({ watcher }) => watcher),
    times: timesOf(plan),
  };
}

/** The names that a condition can use: the row's own, and the one it shares with other roles. */
export function expectationNames({ id, name }: Expectation): readonly string[] {
  const shared = name ?? id.split('/', 1)[0] ?? id;
  return shared === id ? [id] : [id, shared];
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function groupRows<T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, T[]> {
  const map = new Map<string, T[]>();
  for (const row of rows) push(map, key(row), row);
  return map;
}

function group<T extends { readonly id: string }>(
  rows: readonly T[],
  keys: (row: T) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const row of rows) for (const key of keys(row)) push(map, key, row.id);
  return map;
}

function conditionsOf(plan: Plan): readonly { watcher: Watcher; condition: Condition }[] {
  const injects = plan.injects.flatMap(({ id, trigger }) =>
    'when' in trigger
      ? [{ watcher: { kind: 'inject' as const, id }, condition: trigger.when }]
      : [],
  );
  const questions = (plan.questions ?? []).flatMap(({ id, trigger }) =>
    'when' in trigger
      ? [{ watcher: { kind: 'question' as const, id }, condition: trigger.when }]
      : [],
  );
  const tasks = plan.tasks.map(({ id, starts = ALWAYS }) => ({
    watcher: { kind: 'task' as const, id },
    condition: starts,
  }));
  const decisions = plan.decisions.map(({ id, opens = ALWAYS }) => ({
    watcher: { kind: 'decision' as const, id },
    condition: opens,
  }));
  return [...injects, ...tasks, ...decisions, ...questions];
}

function timeKeys(condition: Condition): readonly string[] {
  return leaves(condition).flatMap((leaf) =>
    leaf.type === 'time-after' ? [`time:${leaf.at}`] : [],
  );
}

function timesOf(plan: Plan): readonly number[] {
  const gates = plan.phases.flatMap((phase) => (phase.gate ? [phase.gate] : []));
  const all = [...conditionsOf(plan).map(({ condition }) => condition), ...gates].flatMap(leaves);
  const times = all.flatMap((leaf) => (leaf.type === 'time-after' ? [leaf.at] : []));
  return [...new Set(times)].sort((a, b) => a - b);
}

/** The facts that a task needs or springs from. */
function revealingFacts({ needs, starts }: Task): readonly string[] {
  const read = starts ? leaves(starts) : [];
  const facts = read.flatMap((leaf) => (leaf.type === 'fact' ? [leaf.fact] : []));
  return [...new Set([...needs, ...facts])];
}

/** Every phase that `next` or an option's goto can lead to from here, however far. */
function phasesAhead(plan: Plan, from: Phase): ReadonlySet<string> {
  const seen = new Set<string>();
  const queue = [from.id];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const to of leadsTo(plan, id)) {
      if (!seen.has(to)) {
        seen.add(to);
        queue.push(to);
      }
    }
  }
  seen.delete(from.id);
  return seen;
}

/** The phases one step away. */
export function leadsTo(plan: Plan, phase: string): readonly string[] {
  const next = plan.phases.find(({ id }) => id === phase)?.next ?? [];
  const decided = plan.decisions
    .filter((decision) => decision.phases.includes(phase))
    .flatMap((decision) => decision.options.flatMap(({ goto }) => (goto ? [goto] : [])));
  return [...next.map(({ to }) => to), ...decided];
}
