/** The wall while a real incident is dealt with. Knows: one message. Does not know: the exercise. */
import type { WallCollections } from '../../engine/exercise/rows.ts';
import { plainLine } from '../plain.ts';
import type { Words } from '../words/wall.ts';

/** Instead of all else: nothing of the story stays in sight. */
export function RealWall(props: {
  readonly exercise: WallCollections['exercise'];
  readonly words: Words;
}) {
  const { exercise, words } = props;
  const { reason } = exercise;
  return (
    <main class="real">
      <div role="alert">
        <h1>‼ {words.real} ‼</h1>
        <p class="stopped">{words.realStopped}</p>
        {reason !== undefined && (
          <p>
            {words.reason}: {plainLine(reason)}
          </p>
        )}
        <p>{words.realTodo}</p>
      </div>
    </main>
  );
}
