/**
 * Which items of the agenda still stand: what was moved has a new place, and the old one is nobody's.
 * Knows: what can be moved. Does not know: when anything falls due, or what then happens (due).
 */
import { strandOf } from '../plan/exercise.machine.ts';
import { STORYLINE } from '../scenario/strand.ts';
import type { Due } from './agenda.ts';
import type { ExerciseState } from './state.ts';

export type Movable = Extract<Due, { readonly type: 'inject' | 'question' | 'phase' }>;

export function isMovable(what: Due): what is Movable {
  return what.type === 'inject' || what.type === 'question' || what.type === 'phase';
}

export function stands(state: ExerciseState, what: Movable): boolean {
  switch (what.type) {
    case 'inject': {
      // A hold can be undone: the inject's time must still come.
      const inject = state.injects.get(what.id);
      const waits = inject?.status === 'planned' || inject?.status === 'held';
      return waits && inject.moved === what.moved;
    }
    case 'question': {
      const question = state.questions.get(what.id);
      return question?.status === 'planned' && question.moved === what.moved;
    }
    case 'phase':
      return state.strands.get(strandOfPhase(state, what.id))?.visit === what.visit;
    default:
      return what satisfies never;
  }
}

export function strandOfPhase(state: ExerciseState, phase: string): string {
  const row = state.lookup.phases.get(phase);
  return row ? strandOf(row) : STORYLINE;
}
