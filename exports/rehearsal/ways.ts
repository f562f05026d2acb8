/**
 * The ways in which each goal can come about. Knows: the Plan's conditions and triggers, and what bots
 * do unasked. Does not know: which way is shortest (path.ts), or whether time allows it (a steered
 * run shows that).
 */
import type { Order, Until } from '../../engine/exercise/bots/order.ts';
import { planned } from '../../engine/exercise/visible.ts';
import { ENDEX } from '../../engine/plan/exercise.machine.ts';
import { ALWAYS, lookup, type Lookup } from '../../engine/plan/lookup.ts';
import type { Phase, Plan, RoleId, Trigger } from '../../engine/plan/plan.ts';
import { waysToFail, waysToHold } from './condition.ts';
import type { Goal } from './goal.ts';
import { HABIT, way, WILL, type Way } from './way.ts';

/** Each way by which the goal can be reached, cheapest or not; none where the Plan knows of none. */
export function waysTo(plan: Plan, goal: Goal): readonly Way[] {
  const rows = lookup(plan);
  switch (goal.type) {
    case 'phase':
      return waysToPhase(rows, goal.phase);
    case 'branch':
      return waysOut(rows, goal.phase, goal.way);
    case 'chosen':
      return waysToChoice(rows, goal);
    case 'inject':
      return waysToInject(rows, goal.inject);
    case 'reacted':
      return (rows.injects.get(goal.inject)?.to ?? [])
        .filter((role) => isPlayed(rows, role))
        .map((role) =>
          way([{ type: 'inject', inject: goal.inject }], HABIT, {
            type: 'react',
            inject: goal.inject,
            role,
            how: goal.how,
          }),
        );
    case 'knows':
      return waysToKnow(rows, goal.fact, goal.role);
    case 'task':
      return waysToTask(rows, goal);
    case 'opened':
      return [
        way([{ type: 'holds', condition: rows.decisions.get(goal.decision)?.opens ?? ALWAYS }]),
      ];
    case 'expectation':
      return waysToExpectation(rows, goal);
    case 'clock':
      return waysToClock(rows, goal);
    case 'interface':
      return waysToInterface(rows, goal);
    case 'question': {
      // Whoever is asked answers unasked for more.
      const question = plan.questions?.find(({ id }) => id === goal.question);
      const heard = question?.to.some((role) => isPlayed(rows, role));
      return question && heard ? waysToTrigger(rows, question) : [];
    }
    case 'thread': {
      const thread = plan.threads?.find(({ id }) => id === goal.thread);
      return thread ? [way([{ type: 'phase', phase: thread.begins }])] : [];
    }
    case 'holds':
      return waysToHold(rows, goal);
    case 'fails':
      return waysToFail(rows, goal);
    default:
      return goal satisfies never;
  }
}

const isPlayed = ({ roles }: Lookup, role: RoleId): boolean =>
  roles.get(role)?.playedBy === 'participant';

function waysToPhase(rows: Lookup, phase: string): readonly Way[] {
  const { plan } = rows;
  const begins = [plan.begins, ...(plan.threads ?? []).map((thread) => thread.begins)];
  if (begins.includes(phase)) return [way([])];
  const branches = plan.phases.flatMap((from) =>
    [...from.next.keys()].flatMap((i) =>
      from.next[i]?.to === phase ? [way([{ type: 'branch', phase: from.id, way: i }])] : [],
    ),
  );
  const choices = plan.decisions.flatMap((decision) =>
    decision.options
      .filter(({ goto }) => goto === phase)
      .flatMap((option) =>
        decision.phases
          .filter((from) => from !== phase)
          .map((from) =>
            way([{ type: 'chosen', decision: decision.id, option: option.id, phase: from }]),
          ),
      ),
  );
  return [...branches, ...choices];
}

/** Leaving a phase by one of its own branches; -1 is the end of the exercise behind the last phase. */
function waysOut(rows: Lookup, id: string, index: number): readonly Way[] {
  const phase: Phase | undefined = rows.phases.get(id);
  const branch = phase?.next[index];
  if (!phase || (index >= 0 && !branch)) return [];
  const goals: Goal[] = [{ type: 'phase', phase: id }];
  if (phase.length === undefined) {
    if (!phase.gate) return [];
    goals.push({ type: 'holds', condition: phase.gate });
  }
  const until: { readonly until?: Until } = branch
    ? { until: { type: 'phase', id: branch.to } }
    : {};
  for (const { when } of phase.next.slice(0, Math.max(0, index))) {
    if (when) goals.push({ type: 'fails', condition: when, ...until });
    // An earlier branch without a condition is always taken first.
    else return [];
  }
  // The last branch is taken when none holds: its own condition then need not.
  const last = index === phase.next.length - 1;
  if (branch?.when && !last) goals.push({ type: 'holds', condition: branch.when, ...until });
  return [way(goals, 0, { type: 'leave', phase: id, to: branch?.to ?? ENDEX })];
}

function waysToChoice(
  rows: Lookup,
  { decision: id, option, phase }: Extract<Goal, { type: 'chosen' }>,
): readonly Way[] {
  const decision = rows.decisions.get(id);
  const chosen = decision?.options.find((row) => row.id === option);
  if (!decision || !chosen) return [];
  // An option that moves the storyline is a choice of a phase: what else it stands in is not steered.
  const inPhase: readonly Goal[] = phase === undefined ? [] : [{ type: 'phase', phase }];
  const goals: readonly Goal[] = [...inPhase, { type: 'opened', decision: id }];
  const { goto } = chosen;
  const leave: readonly Order[] =
    phase !== undefined && goto !== undefined ? [{ type: 'leave', phase, to: goto }] : [];
  const where = phase === undefined ? {} : { phase };
  const decided: Way[] = decision.authority.some((role) => isPlayed(rows, role))
    ? [way(goals, WILL, { type: 'decide', decision: id, option, ...where }, ...leave)]
    : [];
  return decision.default === option
    ? [...decided, way(goals, WILL, { type: 'undecided', decision: id }, ...leave)]
    : decided;
}

function waysToInject(rows: Lookup, id: string): readonly Way[] {
  const inject = rows.injects.get(id);
  if (!inject) return [];
  return waysToTrigger(rows, inject).flatMap((found) =>
    inject.phases.length === 0
      ? [found]
      : inject.phases.map((phase) => ({
          ...found,
          goals: [{ type: 'phase' as const, phase }, ...found.goals],
        })),
  );
}

function waysToTrigger(
  { plan }: Lookup,
  { id, trigger }: { readonly id: string; readonly trigger: Trigger },
): readonly Way[] {
  switch (trigger.type) {
    case 'at':
      return trigger.at <= plan.length ? [way([])] : [];
    case 'after':
    case 'when':
      return [way([{ type: 'holds', condition: trigger.when, until: { type: 'inject', id } }])];
    case 'manual':
      return [way([], WILL, { type: 'release', inject: id })];
    case 'if-not':
      return plan.expectations
        .filter(({ inject }) => trigger.of.includes(inject))
        .map((row) => way([{ type: 'expectation', expectation: row.id, is: 'overdue' }]));
    default:
      return trigger satisfies never;
  }
}

/** It comes with an inject, or from somebody who had it with one. */
function waysToKnow(rows: Lookup, fact: string, role: RoleId): readonly Way[] {
  if (!isPlayed(rows, role)) return [];
  const carriers = rows.plan.injects.filter(({ facts }) => facts.includes(fact));
  const direct = carriers
    .filter(({ to }) => to.includes(role))
    .map(({ id }) => way([{ type: 'inject', inject: id }], HABIT));
  const holders = new Set(carriers.flatMap(({ to }) => to).filter((id) => isPlayed(rows, id)));
  holders.delete(role);
  const told = [...holders].map((from) => {
    const waits = rows.plan.interfaces.some(
      (row) => row.from.includes(from) && row.to.includes(role) && row.carries.includes(fact),
    );
    return way([{ type: 'knows', fact, role: from }], waits ? 3 * HABIT : WILL, {
      type: 'tell',
      fact,
      from,
      to: role,
    });
  });
  return [...direct, ...told];
}

function waysToTask(
  rows: Lookup,
  { task: id, is }: Extract<Goal, { type: 'task' }>,
): readonly Way[] {
  const task = rows.tasks.get(id);
  if (!task) return [];
  if (is === 'open') return [way([{ type: 'holds', condition: task.starts ?? ALWAYS }])];
  const started: Goal = { type: 'task', task: id, is: 'open' };
  if (is === 'overdue') return [way([started], WILL, { type: 'delay', task: id })];
  const doable = [...task.accountable, ...task.responsible].some((role) => isPlayed(rows, role));
  return doable ? [way([started], HABIT, { type: 'do', task: id })] : [];
}

function waysToExpectation(
  rows: Lookup,
  { expectation: id, is }: Extract<Goal, { type: 'expectation' }>,
): readonly Way[] {
  const ids = rows.expectationsNamed.get(id) ?? [id];
  const each = ids.flatMap((one) => rows.expectations.get(one) ?? []);
  if (is === 'overdue') {
    return each.map((row) =>
      way([{ type: 'inject', inject: row.inject }], WILL, { type: 'lapse', expectation: row.id }),
    );
  }
  const goals = each.flatMap((row): readonly Goal[] => [
    { type: 'inject', inject: row.inject },
    ...(row.task === undefined
      ? []
      : [{ type: 'task' as const, task: row.task, is: 'open' as const }]),
    ...(row.decision === undefined ? [] : [{ type: 'opened' as const, decision: row.decision }]),
    ...(row.does === 'message'
      ? row.facts.map((fact) => ({ type: 'knows' as const, fact, role: row.role }))
      : []),
  ]);
  const able = each.length > 0 && each.every((row) => isPlayed(rows, row.role));
  // Only whoever did the task has met it: for the others there was nothing left to do.
  const orders = each.flatMap((row): readonly Order[] => [
    { type: 'meet', expectation: row.id },
    ...(row.task === undefined ? [] : [{ type: 'do' as const, task: row.task, by: row.role }]),
  ]);
  return able ? [way(goals, HABIT, ...orders)] : [];
}

function waysToClock(
  rows: Lookup,
  { clock: id, is }: Extract<Goal, { type: 'clock' }>,
): readonly Way[] {
  const clock = rows.clocks.get(id);
  const task = rows.tasks.get(id);
  if (!clock || !task) return [];
  const house = rows.rolesOf.get(clock.organisation) ?? [];
  const own = [...task.accountable.filter((role) => house.includes(role)), ...house];
  const role = own.find((one) => isPlayed(rows, one));
  if (role === undefined) return [];
  const running = way([{ type: 'task', task: id, is: 'open' }], HABIT, {
    type: 'declare',
    role,
    matter: clock.matter,
    task: id,
  });
  const started: Goal = { type: 'clock', clock: id, is: 'running' };
  if (is === 'running') return [running];
  if (is === 'met') return [way([started, { type: 'task', task: id, is: 'done' }])];
  return clock.deadline === undefined || clock.deadline >= rows.plan.length
    ? []
    : [way([started], WILL, { type: 'delay', task: id })];
}

function waysToInterface(
  rows: Lookup,
  { interface: id, used }: Extract<Goal, { type: 'interface' }>,
): readonly Way[] {
  const row = rows.interfaces.get(id);
  if (!row) return [];
  if (!used) {
    const tasks = rows.plan.tasks.filter((task) => task.interface === id);
    return [
      ...row.carries.flatMap((fact) =>
        row.from.map((role) => way([{ type: 'knows', fact, role }])),
      ),
      ...tasks.map((task) => way([{ type: 'task', task: task.id, is: 'open' }])),
      ...(row.starts ? [way([{ type: 'holds', condition: row.starts }])] : []),
    ];
  }
  const pairs = row.from
    .filter((from) => isPlayed(rows, from))
    .flatMap((from) => row.to.filter((to) => to !== from).map((to) => ({ from, to })));
  const told = row.carries.flatMap((fact) =>
    pairs.map(({ from, to }) =>
      way([{ type: 'knows', fact, role: from }], 3 * HABIT, { type: 'tell', fact, from, to }),
    ),
  );
  const tasks = rows.plan.tasks.filter((task) => task.interface === id);
  const written = tasks.flatMap((task) =>
    pairs
      .filter(({ from }) => planned(task).includes(from))
      .map((pair) =>
        way([{ type: 'task', task: task.id, is: 'open' }], 3 * HABIT, {
          type: 'write',
          about: { task: task.id },
          ...pair,
        }),
      ),
  );
  if (row.carries.length + tasks.length > 0) return [...told, ...written];
  // Any word will do; there must be something to write about.
  return pairs.flatMap((pair) =>
    rows.plan.injects
      .filter((inject) => inject.to.includes(pair.from))
      .map(({ id: inject }) =>
        way([{ type: 'inject', inject }], WILL, { type: 'write', about: { inject }, ...pair }),
      ),
  );
}
