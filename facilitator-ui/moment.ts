/**
 * The moments that time can be led to: the next one at which something falls due by itself, and the
 * last. Knows: times. Does not know: what follows from them (effects).
 */
import { formatExerciseTime, type Ms } from '../engine/runtime/protocol.ts';
import { questions, scheduled } from './rows.ts';
import { words, type Scene } from './scene.ts';
import { current } from './strand.ts';

/** Where the exercise ends as its length stands now; nothing lies behind it. */
export function lastMoment({ view }: Pick<Scene, 'view'>): Ms {
  return view.exercise?.['exercise']?.length ?? Number.MAX_SAFE_INTEGER;
}

/** Why one cannot go so far. */
export function pastEnd(scene: Scene): string {
  return words(scene).pacing.pastEnd(formatExerciseTime(lastMoment(scene)));
}

/**
 * An inject of a phase in which the story stands, a poll or a probe, the end of such a phase; where
 * there is none of them, the end of the exercise.
 */
export function nextMoment(scene: Scene): Ms | undefined {
  const { view, now } = scene;
  const here = current(view);
  const moments = [
    ...scheduled(view)
      .filter(({ phases }) => phases.length === 0 || here.some(({ id }) => phases.includes(id)))
      .map(({ due }) => due),
    ...questions(view, 'coming').map(({ due }) => due),
    ...here.map(({ until }) => until),
  ];
  const end = lastMoment(scene);
  const ahead = (at: Ms | undefined): at is Ms => at !== undefined && at > now && at <= end;
  const next = moments.filter(ahead).reduce((least, at) => Math.min(least, at), Infinity);
  if (next !== Infinity) return next;
  return ahead(end) && end !== Number.MAX_SAFE_INTEGER ? end : undefined;
}
