/**
 * What follows from an event by rule: conditions that now hold, obligations that are met, clocks
 * that start. Knows: the Plan's rules. Does not know: who asked, or what time it is.
 */
import { strandOf } from '../plan/exercise.machine.ts';
import { ALWAYS, expectationNames, type Lookup, type Watcher } from '../plan/lookup.ts';
import type { Expectation, RoleId } from '../plan/plan.ts';
import type { Act } from '../scenario/schema.ts';
import { STORYLINE } from '../scenario/strand.ts';
import type { EventOf, ExerciseEvent } from './entry.ts';
import { holds } from './holds.ts';
import {
  dismiss,
  emit,
  fulfil,
  inPhase,
  leavePhase,
  passOver,
  release,
  steer,
  type Run,
} from './run.ts';
import {
  carried,
  conducted,
  knows,
  originalOf,
  phaseOf,
  standsIn,
  type ExerciseState,
} from './state.ts';
import { openable } from './visible.ts';

/** Emits what follows from one event of this step; those events are reacted to in their turn. */
export function react(run: Run, event: ExerciseEvent): void {
  consequences(run, event);
  for (const key of touched(event, run.state)) touch(run, key);
}

/** The keys (condition.ts, `reads`) behind which something may have changed. */
function touched(event: ExerciseEvent, state: ExerciseState): readonly string[] {
  const { expectations }: Lookup = state.lookup;
  switch (event.type) {
    case 'phase.entered':
    case 'thread.ended':
      return ['phase'];
    case 'inject.released':
      return [`inject:${event.inject}`];
    case 'obligation.met':
    case 'obligation.overdue':
    case 'obligation.outside': {
      const row = expectations.get(event.obligation);
      return row ? expectationNames(row).map((name) => `expectation:${name}`) : [];
    }
    case 'item.opened':
    case 'item.acknowledged':
      return [`inject:${originalOf(state, event.item)}`];
    case 'message.sent':
      return event.replyTo === undefined ? [] : [`inject:${originalOf(state, event.replyTo)}`];
    case 'fact.known':
      return [`fact:${event.fact}`];
    case 'task.started':
    case 'task.claimed':
    case 'task.released':
    case 'task.done':
    case 'task.overdue':
    case 'handover.accepted':
      return [`task:${event.task}`];
    case 'decision.opened':
    case 'decision.recorded':
      return [`decision:${event.decision}`];
    case 'clock.started':
    case 'clock.met':
    case 'clock.missed':
      return [`clock:${event.clock}`];
    case 'service.changed':
      return [`service:${event.service}`];
    default:
      return [];
  }
}

/** Looks again at everything that waits for what is behind the key. */
export function touch(run: Run, key: string): void {
  const { state } = run;
  for (const watcher of state.lookup.watchers.get(key) ?? []) look(run, watcher);
  for (const [strand, { phase }] of [...state.strands]) {
    if (state.lookup.gateReads.get(phase)?.has(key)) passGate(run, strand);
  }
}

function passGate(run: Run, strand: string): void {
  const { state } = run;
  const phase = state.lookup.phases.get(phaseOf(state, strand) ?? '');
  if (!conducted(state) || !phase?.gate || !holds(state, phase.gate)) return;
  const again = phase.next.some(({ to }) => run.entered.has(to));
  if (!again) leavePhase(run, phase, 'gate');
}

/** Fires the watcher if its condition holds; each fires once. */
function look(run: Run, watcher: Watcher): void {
  const { state } = run;
  if (!conducted(state)) return;
  const { at } = run.moment;
  switch (watcher.kind) {
    case 'inject': {
      const inject = state.injects.get(watcher.id);
      const trigger = inject?.row.trigger;
      const waits = inject?.status === 'planned' || inject?.status === 'held';
      if (!inject || !waits || inject.due !== undefined) return;
      if (!trigger || !('when' in trigger) || !holds(state, trigger.when)) return;
      const due = at + (trigger.type === 'after' ? trigger.delay : 0);
      emit(run, { type: 'inject.scheduled', inject: watcher.id, due });
      return;
    }
    case 'task': {
      const task = state.lookup.tasks.get(watcher.id);
      if (!task || state.tasks.get(watcher.id)?.status !== 'dormant') return;
      if (!holds(state, task.starts ?? ALWAYS)) return;
      emit(run, { type: 'task.started', task: task.id, due: at + task.within });
      return;
    }
    case 'decision': {
      const decision = state.lookup.decisions.get(watcher.id);
      if (!decision || state.decisions.get(watcher.id)?.status !== 'dormant') return;
      if (!holds(state, decision.opens ?? ALWAYS)) return;
      emit(run, { type: 'decision.opened', decision: decision.id, due: at + decision.within });
      return;
    }
    case 'question': {
      const question = state.questions.get(watcher.id);
      const trigger = question?.row.trigger;
      if (question?.status !== 'planned' || question.due !== undefined) return;
      if (!trigger || !('when' in trigger) || !holds(state, trigger.when)) return;
      const due = at + (trigger.type === 'after' ? trigger.delay : 0);
      emit(run, { type: 'question.scheduled', question: watcher.id, due });
      return;
    }
    default:
      watcher.kind satisfies never;
  }
}

function consequences(run: Run, event: ExerciseEvent): void {
  switch (event.type) {
    case 'exercise.ended':
      dismiss(run, () => true);
      return;
    case 'phase.entered':
      enterPhase(run, event);
      return;
    case 'thread.ended':
      passBy(run, event.from);
      return;
    case 'inject.released':
      disturb(run, event.inject);
      return;
    case 'obligation.opened':
      meetAtOnce(run, event.obligation);
      return;
    case 'obligation.overdue':
      releaseContingency(run, event.obligation);
      return;
    case 'item.opened':
      learn(run, event);
      heed(run, event, 'open');
      return;
    case 'item.acknowledged':
      heed(run, event, 'acknowledge');
      return;
    case 'call.noted':
      tell(run, event);
      return;
    case 'message.sent':
      answer(run, event);
      return;
    case 'task.done':
      finishTask(run, event);
      return;
    case 'decision.recorded':
      finishDecision(run, event);
      return;
    case 'awareness.declared':
      startClocks(run, event);
      return;
    case 'outside.reported':
      excuse(run, event);
      return;
    default:
  }
}

/** What the release of an inject does to services: their level is what it says. */
function disturb(run: Run, inject: string): void {
  const { state } = run;
  for (const { service, level } of state.injects.get(inject)?.row.services ?? []) {
    if (state.services.get(service)?.level === level) continue;
    emit(run, { type: 'service.changed', service, level, cause: { inject } });
  }
}

/** What doing a task does to services. It never lowers one: somebody else may have come further. */
function restore(run: Run, task: string): void {
  const { state } = run;
  for (const { service, level, gap } of state.lookup.tasks.get(task)?.restores ?? []) {
    if ((state.services.get(service)?.level ?? 1) >= level) continue;
    const old = gap === undefined ? {} : { gap };
    emit(run, { type: 'service.changed', service, level, cause: { task }, ...old });
  }
}

/** Injects of the new phase whose time has come are released; those that cannot come are passed over. */
function enterPhase(run: Run, event: EventOf<'phase.entered'>): void {
  const { state } = run;
  const phase = state.lookup.phases.get(event.phase);
  const strand = phase ? strandOf(phase) : STORYLINE;
  const begins = event.from === undefined && strand === STORYLINE;
  if (begins) for (const watcher of state.lookup.conditions) look(run, watcher);
  if (event.from !== undefined) passBy(run, event.from);
  for (const id of state.lookup.injectsIn.get(event.phase) ?? []) {
    const inject = state.injects.get(id);
    const ripe = inject?.status === 'planned' && (inject.due ?? Infinity) <= run.moment.at;
    // The strand may have moved on since, within this very step.
    if (inject && ripe && standsIn(state, event.phase) && conducted(state)) {
      release(run, inject, 'due');
    }
  }
  passGate(run, strand);
}

/** Not only the phase that was left: a branch that was not taken can be out of reach as well. */
function passBy(run: Run, left: string): void {
  const { injectsIn, ahead } = run.state.lookup;
  for (const phase of [left, ...(ahead.get(left) ?? [])]) {
    for (const id of injectsIn.get(phase) ?? []) passOver(run, id);
  }
}

/**
 * What was asked for may have been done before it was asked. As when it is done afterwards, it is
 * met by whoever did it, and for the others there is nothing left to do.
 */
function meetAtOnce(run: Run, obligation: string): void {
  const row = run.state.obligations.get(obligation)?.row;
  const doers = row && doersOf(run.state, row);
  if (!row || !doers) return;
  const same = ({ id }: Expectation): boolean => id === obligation;
  if (doers.includes(row.role)) fulfil(run, row.role, same);
  else dismiss(run, same);
}

/** Who has done what the expectation asks for (nobody, by default); undefined: it is not done yet. */
function doersOf(state: ExerciseState, row: Expectation): readonly RoleId[] | undefined {
  switch (row.does) {
    case 'task': {
      const task = state.tasks.get(row.task ?? '');
      return task?.done && [task.done.role, ...task.holders.map(({ role }) => role)];
    }
    case 'decision': {
      const made = state.decisions.get(row.decision ?? '')?.made;
      return made && (made.role === undefined ? [] : [made.role]);
    }
    case 'declare': {
      const own = state.lookup.roles.get(row.role)?.organisation;
      const declared = [...state.awareness.values()].filter((by) => by.organisation === own);
      return declared.length > 0 ? declared.map(({ role }) => role) : undefined;
    }
    default:
      return undefined;
  }
}

function releaseContingency(run: Run, obligation: string): void {
  const { state } = run;
  const origin = state.obligations.get(obligation)?.row.inject ?? '';
  const inject = state.injects.get(state.injects.get(origin)?.row.ifNot ?? '');
  if (inject?.status === 'planned' && inPhase(state, inject)) release(run, inject, 'if-not');
}

/** Opening an item makes its facts known to the role. */
function learn(run: Run, { item, role }: EventOf<'item.opened'>): void {
  const found = openable(run.state, role, item);
  for (const fact of found ? carried(found) : []) {
    if (!knows(run.state, role, fact)) emit(run, { type: 'fact.known', fact, role, item });
  }
}

/** What was said in a call is known to those who were in it. */
function tell(run: Run, event: EventOf<'call.noted'>): void {
  for (const role of event.with) {
    for (const fact of event.facts) {
      if (knows(run.state, role, fact)) continue;
      emit(run, { type: 'fact.known', fact, role, item: event.call });
    }
  }
}

/** What is done about a repeat is done about what it repeats. */
function heed(
  run: Run,
  { item, role }: EventOf<'item.opened' | 'item.acknowledged'>,
  does: 'open' | 'acknowledge',
): void {
  const inject = originalOf(run.state, item);
  fulfil(run, role, (row) => row.does === does && row.inject === inject);
}

function answer(run: Run, message: EventOf<'message.sent'>): void {
  const { from, replyTo } = message;
  const inject = replyTo === undefined ? undefined : originalOf(run.state, replyTo);
  fulfil(run, from, (row) => (row.does === 'answer' ? row.inject === inject : tells(row, message)));
}

function tells(row: Expectation, message: EventOf<'message.sent'>): boolean {
  if (row.does !== 'message') return false;
  const reached = row.to.some((role) => message.to.includes(role));
  return reached && row.facts.every((fact) => message.facts.includes(fact));
}

/** Met by whoever did the task or held it then; for the others there is nothing left to do. */
function finishTask(run: Run, event: EventOf<'task.done'>): void {
  const { state } = run;
  restore(run, event.task);
  const same = (row: Expectation): boolean => row.does === 'task' && row.task === event.task;
  const holders = state.tasks.get(event.task)?.holders.map((holder) => holder.role) ?? [];
  for (const role of new Set([event.role, ...holders])) fulfil(run, role, same);
  dismiss(run, same);
  if (state.clocks.get(event.task)?.status === 'running') {
    emit(run, { type: 'clock.met', clock: event.task });
  }
}

function finishDecision(run: Run, event: EventOf<'decision.recorded'>): void {
  const { decision, option, role } = event;
  const same = (row: Expectation): boolean => row.does === 'decision' && row.decision === decision;
  if (role !== undefined) {
    fulfil(run, role, same);
    dismiss(run, same);
  }
  steer(
    run,
    { type: 'decision.recorded', decision, option },
    { type: 'decision', decision, option },
  );
}

/** Clocks run from awareness; one whose task is already done was never needed. */
function startClocks(run: Run, event: EventOf<'awareness.declared'>): void {
  const { state } = run;
  const { matter, organisation } = event;
  for (const { id, ...clock } of state.lookup.plan.clocks) {
    if (clock.matter !== matter || clock.organisation !== organisation) continue;
    // Aware first, classified afterwards (or the other way round): they run from the first.
    if (state.clocks.get(id)?.status !== 'dormant') continue;
    const due = clock.deadline === undefined ? {} : { due: run.moment.at + clock.deadline };
    emit(run, { type: 'clock.started', clock: id, ...due });
    if (state.tasks.get(id)?.status === 'done') emit(run, { type: 'clock.met', clock: id });
  }
  const sameOrganisation = (role: string): boolean =>
    state.lookup.roles.get(role)?.organisation === organisation;
  const declared = (row: Expectation): boolean => row.does === 'declare';
  fulfil(run, event.role, declared);
  dismiss(run, (row) => declared(row) && sameOrganisation(row.role));
}

/** What an inject or a message asked of the role was done where the tool could not see it. */
function excuse(run: Run, { role, about }: EventOf<'outside.reported'>): void {
  const { state } = run;
  const inject = about.inject === undefined ? undefined : originalOf(state, about.inject);
  for (const id of [...(state.pending.get(role) ?? [])]) {
    const row = state.obligations.get(id)?.row;
    if (row && row.inject === inject && BY_ITEM.includes(row.does)) {
      emit(run, { type: 'obligation.outside', obligation: id });
    }
  }
}

/** Obligations that are about the inject itself. Tasks and decisions have an end of their own. */
const BY_ITEM: readonly Act[] = ['open', 'acknowledge', 'answer', 'message'];
