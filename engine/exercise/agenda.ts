/**
 * What falls due when. Knows: order. Does not know: what the items mean, or what time it is. Items
 * that no longer matter are dropped when they come to the top.
 */
import type { Ms } from '../scenario/time.ts';
import { popHeap, pushHeap, type Timed } from './heap.ts';

export type AgendaItem = Timed & { readonly what: Due };

export type Due =
  /** `moved` tells the place it has from those it had before. */
  | { readonly type: 'inject' | 'question'; readonly id: string; readonly moved: number }
  | { readonly type: 'obligation'; readonly id: string }
  | { readonly type: 'task'; readonly id: string }
  | { readonly type: 'decision'; readonly id: string }
  | { readonly type: 'clock'; readonly id: string }
  /** The length of a phase; `visit` tells one stay in a phase from the next. */
  | { readonly type: 'phase'; readonly id: string; readonly visit: number }
  /** A moment that some `time-after` waits for. */
  | { readonly type: 'time'; readonly at: Ms }
  | { readonly type: 'length'; readonly shifts: number };

export type Agenda = { readonly heap: AgendaItem[]; count: number };

export function emptyAgenda(): Agenda {
  return { heap: [], count: 0 };
}

export function addDue(agenda: Agenda, due: Ms, what: Due): void {
  pushHeap(agenda.heap, { due, number: agenda.count++, what });
}

/** Comes after all else that is due then, whenever that is added. Only one of them ever matters. */
export function addLast(agenda: Agenda, due: Ms, what: Due): void {
  pushHeap(agenda.heap, { due, number: Number.MAX_SAFE_INTEGER, what });
}

export function head(agenda: Agenda): AgendaItem | undefined {
  return agenda.heap[0];
}

export function takeHead(agenda: Agenda): AgendaItem | undefined {
  return popHeap(agenda.heap);
}
