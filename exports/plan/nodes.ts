/**
 * The Plan as things that wait for each other, for the engine's search of earliest times.
 * Knows: how conditions and triggers read time. Does not know: how the search goes.
 */
import type { Phase, Plan, Trigger } from '../../engine/plan/plan.ts';
import { leaves, type Condition } from '../../engine/scenario/condition.ts';
import { NEVER, type Node } from '../../engine/scenario/earliest.ts';
import type { Ms } from '../../engine/scenario/time.ts';

export type At = (key: string) => Ms;
/** When the usual course first enters each phase, as far as it has been walked. */
export type Entries = ReadonlyMap<string, Ms>;
/**
 * `earliest`: whatever people may do, they may do at once. `course`: they do what is expected of
 * them when it is due, and decisions lapse to their default; phases are entered when `walk` says.
 */
export type View = 'earliest' | Entries;

export function nodesOf(plan: Plan, view: View): ReadonlyMap<string, Node> {
  const reader = readerOf(plan, view);
  const wait = (condition: Condition | undefined): Node =>
    condition
      ? { waits: reader.keys(condition), time: (at) => reader.time(condition, at) }
      : { waits: [], time: () => 0 };
  const nodes = new Map<string, Node>();
  for (const [key, node] of phaseNodes(plan, view, reader)) nodes.set(key, node);
  for (const { id, opens } of plan.decisions) nodes.set(`decision:${id}`, wait(opens));
  for (const { id, starts } of plan.tasks) nodes.set(`task:${id}`, wait(starts));
  for (const { id, starts } of plan.interfaces) nodes.set(`interface:${id}`, wait(starts));
  for (const [key, node] of factNodes(plan)) nodes.set(key, node);
  const parents = parentsOf(plan, view);
  for (const { id, trigger, phases } of plan.injects) {
    nodes.set(`inject:${id}`, within(phases, triggerNode(trigger, parents(id), reader)));
  }
  for (const { id, trigger } of plan.questions ?? []) {
    nodes.set(`question:${id}`, triggerNode(trigger, [], reader));
  }
  return nodes;
}

/** Released only in its phases, hence not before the first of them begins. */
function within(phases: readonly string[], { waits, time }: Required<Node>): Node {
  if (phases.length === 0) return { waits, time };
  const keys = phases.map((phase) => `phase:${phase}`);
  return {
    waits: [...waits, ...keys],
    time: (at) => Math.max(time(at), least(keys.map(at))),
  };
}

type Late = { readonly key: string; readonly within: Ms };

function triggerNode(trigger: Trigger, parents: readonly Late[], reader: Reader): Required<Node> {
  switch (trigger.type) {
    case 'at':
      return { waits: [], time: () => trigger.at };
    case 'manual':
      return { waits: [], time: () => NEVER };
    case 'when':
      return { waits: reader.keys(trigger.when), time: (at) => reader.time(trigger.when, at) };
    case 'after':
      return {
        waits: reader.keys(trigger.when),
        time: (at) => reader.time(trigger.when, at) + trigger.delay,
      };
    case 'if-not':
      return {
        waits: parents.map(({ key }) => key),
        time: (at) => least(parents.map((parent) => at(parent.key) + parent.within)),
      };
    default:
      return trigger satisfies never;
  }
}

/** What a contingency inject waits for. On the usual course nothing is overdue. */
function parentsOf(plan: Plan, view: View): (id: string) => readonly Late[] {
  const windows = new Map<string, Ms>();
  for (const { inject, within: window } of plan.expectations) {
    windows.set(inject, Math.min(windows.get(inject) ?? NEVER, window));
  }
  const parents = new Map<string, Late[]>();
  for (const { id, ifNot } of plan.injects) {
    if (ifNot === undefined || view !== 'earliest') continue;
    const late = { key: `inject:${id}`, within: windows.get(id) ?? 0 };
    parents.set(ifNot, [...(parents.get(ifNot) ?? []), late]);
  }
  return (id) => parents.get(id) ?? [];
}

/** A fact can be known as soon as one inject with it is out: people pass it on. */
function factNodes({ injects }: Plan): ReadonlyMap<string, Node> {
  const carriers = new Map<string, string[]>();
  for (const { id, facts } of injects) {
    for (const fact of facts) {
      const known = carriers.get(fact);
      if (known) known.push(`inject:${id}`);
      else carriers.set(fact, [`inject:${id}`]);
    }
  }
  return new Map([...carriers].map(([fact, waits]) => [`fact:${fact}`, { waits }]));
}

function* phaseNodes(
  plan: Plan,
  view: View,
  reader: Reader,
): Generator<readonly [string, Required<Node>]> {
  if (view !== 'earliest') {
    for (const { id } of plan.phases) {
      yield [`phase:${id}`, { waits: [], time: () => view.get(id) ?? NEVER }];
    }
    return;
  }
  const starts = new Set([plan.begins, ...(plan.threads ?? []).map(({ begins }) => begins)]);
  const ways = waysInto(plan);
  for (const { id } of plan.phases) {
    const into = ways.get(id) ?? [];
    yield [
      `phase:${id}`,
      {
        waits: into.flatMap((way) => waitsOf(way, reader)),
        time: (at) => (starts.has(id) ? 0 : least(into.map((way) => timeAlong(way, reader, at)))),
      },
    ];
  }
}

type Way =
  | { readonly from: Phase; readonly when?: Condition }
  | { readonly from: Phase; readonly decision: string };

function waysInto(plan: Plan): ReadonlyMap<string, readonly Way[]> {
  const ways = new Map<string, Way[]>();
  const add = (to: string, way: Way): unknown => ways.set(to, [...(ways.get(to) ?? []), way]);
  for (const from of plan.phases) {
    for (const { to, when } of from.next) add(to, { from, ...(when && { when }) });
    for (const { id, phases, options } of plan.decisions) {
      if (!phases.includes(from.id)) continue;
      for (const { goto } of options) if (goto !== undefined) add(goto, { from, decision: id });
    }
  }
  return ways;
}

function waitsOf(way: Way, reader: Reader): readonly string[] {
  const { from } = way;
  const conditions = [from.gate, 'when' in way ? way.when : undefined];
  return [
    `phase:${from.id}`,
    ...('decision' in way ? [`decision:${way.decision}`] : []),
    ...conditions.flatMap((condition) => (condition ? reader.keys(condition) : [])),
  ];
}

function timeAlong(way: Way, reader: Reader, at: At): Ms {
  const entry = at(`phase:${way.from.id}`);
  if ('decision' in way) return Math.max(entry, at(`decision:${way.decision}`));
  const out = leaving(way.from, entry, reader, at);
  return way.when ? Math.max(out, reader.time(way.when, at)) : out;
}

/** When a phase entered at `entry` is over by its gate or its length, whichever comes first. */
export function leaving({ gate, length }: Phase, entry: Ms, reader: Reader, at: At): Ms {
  const byGate = gate ? Math.max(entry, reader.time(gate, at)) : NEVER;
  return Math.min(byGate, length === undefined ? NEVER : entry + length);
}

export type Reader = {
  readonly keys: (condition: Condition) => readonly string[];
  readonly time: (condition: Condition, at: At) => Ms;
  /** Whether it holds at `now`, for what `time` cannot see: that a `not` has ceased to hold. */
  readonly holds: (condition: Condition, now: Ms, at: At) => boolean;
};

/** How conditions read time: a key that is waited for, and what comes on top of it. */
export function readerOf(plan: Plan, view: View): Reader {
  const leaf = leafOf(plan, view !== 'earliest');
  const time = (condition: Condition, at: At): Ms => {
    switch (condition.type) {
      case 'all':
        return condition.of.reduce((most, part) => Math.max(most, time(part, at)), 0);
      case 'any':
        return least(condition.of.map((part) => time(part, at)));
      case 'not':
        return 0;
      default: {
        const [key, delay] = leaf(condition);
        return (key === '' ? 0 : at(key)) + delay;
      }
    }
  };
  const holds = (condition: Condition, now: Ms, at: At): boolean => {
    if (condition.type === 'all') return condition.of.every((part) => holds(part, now, at));
    if (condition.type === 'any') return condition.of.some((part) => holds(part, now, at));
    return condition.type === 'not' ? !holds(condition.of, now, at) : time(condition, at) <= now;
  };
  return { keys: (condition) => leaves(condition).map((part) => leaf(part)[0]), time, holds };
}

function leafOf(plan: Plan, course: boolean): (leaf: Condition) => readonly [string, Ms] {
  const rows = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
    new Map(list.map((row) => [row.id, row]));
  const tasks = rows(plan.tasks);
  const decisions = rows(plan.decisions);
  const clocks = rows(plan.clocks);
  const expected = new Map(
    plan.expectations.flatMap((row) =>
      [row.id, row.id.split('/', 1)[0] ?? row.id].map((name) => [name, row] as const),
    ),
  );
  /** What is done in time on the usual course, and at once at the earliest. */
  const done = (length: Ms): Ms => (course ? length : 0);
  /** What happens only when nobody acts: never on the usual course. */
  const missed = (length: Ms): Ms => (course ? NEVER : length);
  return (condition) => {
    switch (condition.type) {
      case 'fact':
        return [`fact:${condition.fact}`, 0];
      case 'task': {
        const length = tasks.get(condition.task)?.within ?? 0;
        const { is } = condition;
        const delay = is === 'done' ? done(length) : is === 'overdue' ? missed(length) : 0;
        return [`task:${condition.task}`, delay];
      }
      case 'decision': {
        const row = decisions.get(condition.decision);
        if (condition.is === 'open') return [`decision:${condition.decision}`, 0];
        const taken = condition.is === 'made' || condition.is === row?.default;
        return [
          `decision:${condition.decision}`,
          course && !taken ? NEVER : done(row?.within ?? 0),
        ];
      }
      case 'inject':
        return [`inject:${condition.inject}`, 0];
      case 'expectation': {
        const row = expected.get(condition.expectation);
        const length = row?.within ?? 0;
        return [
          `inject:${row?.inject ?? ''}`,
          condition.is === 'met' ? done(length) : missed(length),
        ];
      }
      case 'phase':
        return [`phase:${condition.phase}`, 0];
      case 'clock': {
        const length = clocks.get(condition.clock)?.deadline ?? NEVER;
        const met = done(tasks.get(condition.clock)?.within ?? 0);
        const delay = { running: 0, met, late: missed(length) }[condition.is];
        return [`task:${condition.clock}`, delay];
      }
      case 'time-after':
        return ['', condition.at];
      default:
        return ['', 0];
    }
  };
}

function least(times: readonly Ms[]): Ms {
  return times.reduce((first, time) => Math.min(first, time), NEVER);
}
