/** Knows: what a pause for something looks like. Does not know: who called it. */
import type { ExerciseRow } from '../../engine/exercise/rows.ts';
import { useHall } from '../desk.ts';
import { isReal } from '../hold.ts';
import { plain } from '../plain.ts';

/**
 * Across the whole width, above all else. An alert that comes into the page is said at once; before
 * there is anything to say there is none.
 */
export function Real({ exercise }: { readonly exercise: ExerciseRow }) {
  const { words } = useHall();
  if (!isReal(exercise)) return null;
  const { reason } = exercise;
  return (
    <div role="alert" class="real-incident">
      <p>
        <span aria-hidden="true">‼ </span>
        <strong>{words.held.real}</strong> {words.realTodo}
      </p>
      {reason !== undefined && (
        <p>
          {words.reason}: {plain(reason)}
        </p>
      )}
    </div>
  );
}
