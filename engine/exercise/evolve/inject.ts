/** How an inject's life changes the state. */
import { nextInject, type InjectStep } from '../../plan/lifecycle.machine.ts';
import type { Inject } from '../../plan/plan.ts';
import { addDue } from '../agenda.ts';
import type { EventOf, Moment, WrittenInject } from '../entry.ts';
import { newInject, type ExerciseState } from '../state.ts';
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
    | 'inject.written'
  >,
  moment: Moment,
): void {
  if (event.type === 'inject.written') {
    state.written += 1;
    const row = writtenRow(state, event.inject, event.row);
    state.injects.set(event.inject, newInject(row, true));
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
      addDue(state.agenda, event.due, { type: 'inject', id: event.inject });
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
    default:
      event satisfies never;
  }
}

function writtenRow(state: ExerciseState, id: string, row: WrittenInject): Inject {
  const { plan } = state.lookup;
  return {
    ...row,
    id,
    number: plan.injects.length + state.written,
    domain: 'both',
    marking: plan.marking,
    objectives: [],
    trigger: { type: 'manual' },
    phases: [],
  };
}
