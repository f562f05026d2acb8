/** Knows: the words that keep an exercise from being taken for the real thing. Always on top. */
import type { Marking } from '../../engine/scenario/schema.ts';
import { useHall } from '../desk.ts';
import { Tlp } from './tlp.tsx';

export function Band({ marking }: { readonly marking?: Marking | undefined }) {
  const { words } = useHall();
  return (
    <div class="band">
      <strong>{words.exerciseBand}</strong>
      {marking && <Tlp marking={marking} />}
    </div>
  );
}
