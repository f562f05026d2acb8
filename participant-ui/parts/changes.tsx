/** Knows: how a change in a text is shown, to the eye and to the ear, without needing colour. */
import { useMemo } from 'preact/hooks';
import { compare } from '../compare.ts';
import { useHall } from '../desk.ts';
import { plain } from '../plain.ts';

export function Changes({ before, after }: { readonly before: string; readonly after: string }) {
  const { words } = useHall();
  const pieces = useMemo(() => compare(plain(before), plain(after)), [before, after]);
  return (
    <p class="changes">
      {pieces.map(({ type, text }, i) => {
        if (type === 'same') return text;
        return type === 'added' ? (
          <ins key={i}>
            <span class="hidden">{words.addedHere}</span>
            {text}
          </ins>
        ) : (
          <del key={i}>
            <span class="hidden">{words.removedHere}</span>
            {text}
          </del>
        );
      })}
    </p>
  );
}
