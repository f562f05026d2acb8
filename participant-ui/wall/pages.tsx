/**
 * Text as long as it likes in a frame of fixed size, page by page: it flows into columns as wide as
 * the frame, of which one is in sight. Knows: how many there are. Does not know: whose turn it is.
 */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

type Props = {
  readonly page: number;
  /** Told whenever it has changed: the text, the type or the window. */
  readonly onCount: (pages: number) => void;
  readonly children: ComponentChildren;
};

export function Pages({ page, onCount, children }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = frame.current;
    if (!box) return;
    const measure = (): void => {
      const gap = Number.parseFloat(getComputedStyle(box).columnGap) || 0;
      const step = box.clientWidth + gap;
      onCount(Math.max(1, Math.round((box.scrollWidth + gap) / step)));
      box.scrollLeft = page * step;
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(box);
    return () => watch.disconnect();
  });
  return (
    <div class="pages" ref={frame}>
      {children}
    </div>
  );
}
