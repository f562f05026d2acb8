/**
 * Knows: the marking of what leaves the screen: each printed page's top and bottom, and the line
 * above text that is copied or dragged away. Does not know: how the page looks on the screen.
 */
import { useEffect } from 'preact/hooks';
import { formatExerciseTime, storyTime } from '../../engine/runtime/protocol.ts';
import { markCopy, strictest } from '../copy.ts';
import { storyDate } from '../deadline.ts';
import { useDesk, useTold } from '../desk.ts';
import { itemTitle, line } from '../view.ts';
import { Band } from './band.tsx';

/** Seen on paper only; the browser repeats it on every page. */
export function PrintHead() {
  const { words, lang, exercise, me } = useDesk();
  const time = useTold(
    (now) =>
      `${storyDate(exercise.story, now, words)} ${storyTime(exercise.story, now).time} (${formatExerciseTime(now, false)})`,
  );
  return (
    <div class="print-head">
      <Band marking={exercise.marking} />
      <p>
        {line(exercise.title, lang)} · {line(me.name, lang)}, {line(me.organisationName, lang)} ·{' '}
        {time}
      </p>
    </div>
  );
}

export function PrintFoot() {
  const { exercise } = useDesk();
  return (
    <div class="print-foot">
      <Band marking={exercise.marking} />
    </div>
  );
}

/** Text that is copied or dragged out of the page takes its marking along. */
export function useMarkedCopies(): void {
  const { words, lang, view, exercise } = useDesk();
  useEffect(() => {
    const markFor = (selection: Selection): string => {
      const touched = [...document.querySelectorAll<HTMLElement>('[data-item]')]
        .filter((one) => selection.containsNode(one, true))
        .flatMap((one) => view.items[one.dataset['item'] ?? ''] ?? []);
      const name = line(exercise.title, lang);
      const [item] = touched;
      return words.look.marked(
        item
          ? strictest(
              item.marking,
              touched.map(({ marking }) => marking),
            )
          : exercise.marking,
        item ? words.look.inExercise(itemTitle(item, lang), name) : name,
      );
    };
    const mark = (event: Event, data: DataTransfer | null): boolean => {
      const selection = getSelection();
      const text = selection?.toString() ?? '';
      // What is selected in a field is the writer's own.
      const inField = event.target instanceof Element && event.target.matches('input, textarea');
      if (!selection || !data || text.trim() === '' || inField) return false;
      data.clearData();
      data.setData('text/plain', markCopy(text, markFor(selection)));
      return true;
    };
    const copy = (event: ClipboardEvent): void => {
      if (mark(event, event.clipboardData)) event.preventDefault();
    };
    const drag = (event: DragEvent): void => void mark(event, event.dataTransfer);
    document.addEventListener('copy', copy);
    document.addEventListener('dragstart', drag);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('dragstart', drag);
    };
  }, [words, lang, view, exercise]);
}
