/**
 * Parts that are seldom used are fetched when they are opened, to keep the first load small.
 * Knows: waiting for one, saying that it cannot be had, trying again. Does not know: any part.
 */
import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useHall } from '../desk.ts';

/** A part that stands under `title` once it is there; until then the title stands alone. */
export function lazily(
  load: () => Promise<ComponentType>,
): ComponentType<{ readonly title: string }> {
  let loaded: ComponentType | undefined;
  return function Lazily({ title }) {
    const { words } = useHall();
    const [, redraw] = useState(0);
    const [failed, fail] = useState(false);
    const waiting = useRef(loaded === undefined);
    const fetch = (): void => {
      fail(false);
      void load().then(
        (part) => {
          loaded = part;
          redraw((n) => n + 1);
        },
        () => fail(true),
      );
    };
    useEffect(() => {
      if (!loaded) fetch();
    }, []);
    useLayoutEffect(() => {
      if (!waiting.current || !loaded) return;
      waiting.current = false;
      // The heading that had the focus was this one's stand-in.
      if (document.activeElement !== document.body) return;
      const headings = [...document.querySelectorAll<HTMLElement>('main [data-heading]')];
      headings.at(-1)?.focus({ preventScroll: true });
    });
    if (loaded) {
      const Part = loaded;
      return <Part />;
    }
    return (
      <div class="single">
        <h2 class="section-title" data-heading tabIndex={-1}>
          {title}
        </h2>
        <p role="status">{failed ? words.fetchPartFailed : words.fetchingPart}</p>
        {failed && (
          <p>
            <button type="button" class="button" onClick={fetch}>
              {words.fetchPartAgain}
            </button>
          </p>
        )}
      </div>
    );
  };
}
