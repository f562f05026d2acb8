/** How an inject's life changes the state. */
import { nextInject, type InjectStep } from '../../plan/lifecycle.machine.ts';
import type { Inject } from '../../plan/plan.ts';
import { addDue } from '../agenda.ts';
import type { EventOf, Moment, WrittenInject } from '../entry.ts';
import { newInject, type ExerciseState, type InjectState } from '../state.ts';
import { move } from './exercise.ts';
import { noteAnswer } from './item.ts';

export function evolveInject(
  state: ExerciseState,
  event: EventOf<
    | 'inject.scheduled'
    | 'inject.released'
    | 'inject.held'
    | 'inject.unheld'
    | 'inject.skipped'
    | 'inject.passed'
    | 'inject.changed'
    | 'inject.written'
  >,
  moment: Moment,
): void {
  if (event.type === 'inject.written') {
    state.written += 1;
    const row = writtenRow(state, event.inject, event.row);
    const { repeats } = event.row;
    const inject = newInject(row, true);
    if (repeats !== undefined) {
      inject.repeats = repeats;
      state.injects.get(repeats)?.repeated.push(event.inject);
    }
    state.injects.set(event.inject, inject);
    return;
  }
  const inject = state.injects.get(event.inject);
  if (!inject) return;
  const step = (name: InjectStep): void => {
    inject.status = nextInject(inject.status, name) ?? inject.status;
  };
  switch (event.type) {
    case 'inject.scheduled':
      inject.due = event.due;
      addDue(state.agenda, event.due, {
        type: 'inject',
        id: event.inject,
        moved: inject.moved,
      });
      return;
    case 'inject.released':
      step('release');
      inject.releasedAt = state.at;
      inject.seq = moment.seq;
      if (inject.row.replyTo !== undefined) noteAnswer(state, inject.row.replyTo, event.to);
      return;
    case 'inject.held':
      step('hold');
      return;
    case 'inject.unheld':
      step('unhold');
      return;
    case 'inject.skipped':
      step('skip');
      return;
    case 'inject.passed':
      step('pass');
      return;
    case 'inject.changed':
      change(state, inject, event);
      return;
    default:
      event satisfies never;
  }
}

function change(
  state: ExerciseState,
  inject: InjectState,
  { inject: id, due, to, title, body }: EventOf<'inject.changed'>,
): void {
  const { row, spared = [] } = inject;
  const all = [...new Set([...row.to, ...spared])];
  inject.row = {
    ...row,
    ...(to === undefined ? {} : { to }),
    ...(title === undefined ? {} : { title }),
    ...(body === undefined ? {} : { body }),
  };
  if (to !== undefined) inject.spared = all.filter((role) => !to.includes(role));
  if (to !== undefined || title !== undefined || body !== undefined) inject.changed = true;
  if (due !== undefined) move(state, { type: 'inject', id }, due);
}

function writtenRow(state: ExerciseState, id: string, row: WrittenInject): Inject {
  const { plan } = state.lookup;
  const { prepared, repeats, ...rest } = row;
  const original = repeats === undefined ? undefined : state.injects.get(repeats)?.row;
  return {
    marking: plan.marking,
    ...rest,
    id,
    number: plan.injects.length + state.written,
    domain: original?.domain ?? 'both',
    objectives: [],
    trigger: { type: 'manual' },
    phases: [],
  };
}
