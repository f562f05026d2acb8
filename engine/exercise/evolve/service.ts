/** How what happens to a service changes the state. */
import type { EventOf } from '../entry.ts';
import type { ExerciseState } from '../state.ts';

export function evolveService(state: ExerciseState, event: EventOf<'service.changed'>): void {
  const service = state.services.get(event.service);
  if (!service) return;
  const { level, gap } = event;
  service.level = level;
  service.changedAt = state.at;
  if (gap !== undefined) service.gap = gap;
  if (level < 1) service.loweredAt ??= state.at;
  else delete service.loweredAt;
}
