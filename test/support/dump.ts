/**
 * An exercise's state as plain data that two states can be compared by. Knows: every field.
 * The agenda is the items that still matter: when a stale one is dropped is nobody's business.
 */
import { nextDue } from '../../engine/exercise/due.ts';
import type { Agenda, AgendaItem } from '../../engine/exercise/agenda.ts';
import { popHeap } from '../../engine/exercise/heap.ts';
import type { ExerciseState } from '../../engine/exercise/state.ts';

export function dump(state: ExerciseState): unknown {
  const { lookup, agenda, ...rest } = state;
  return { plan: lookup.plan.id, agenda: agendaOf(state), count: agenda.count, ...plain(rest) };
}

/** What is still to come, in order: read from a copy, so that looking changes nothing. */
function agendaOf(state: ExerciseState): readonly AgendaItem[] {
  const agenda: Agenda = { heap: [...state.agenda.heap], count: state.agenda.count };
  const copy = { ...state, agenda };
  const items: AgendaItem[] = [];
  for (let item = nextDue(copy); item; item = nextDue(copy)) {
    items.push(item);
    popHeap(agenda.heap);
  }
  return items;
}

/** Maps as lists in their own order, which is part of the state; sets sorted. */
function plain(value: unknown): object {
  return JSON.parse(
    JSON.stringify(value, (_key, each: unknown) => {
      if (each instanceof Map) return [...(each as Map<unknown, unknown>)];
      if (each instanceof Set) return [...(each as Set<string>)].sort();
      return each;
    }),
  ) as object;
}
