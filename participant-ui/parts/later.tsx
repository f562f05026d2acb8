/**
 * A part that is fetched when it is first opened: the first load of the page does without it.
 * Knows: fetching, saying so, trying again. Does not know: any part.
 */
import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useHall } from '../desk.ts';

type Load = () => Promise<ComponentType>;
type Fetch =
  | { readonly type: 'loading' | 'failed'; readonly again: () => void }
  | { readonly type: 'loaded'; readonly Part: ComponentType };

/**
 * A section. Its heading stands from the start, for the focus to go to; `whole`: the part brings
 * its own. `load` must be the same function each time.
 */
export function Later(props: {
  readonly title: string;
  readonly load: Load;
  /** More classes. */
  readonly look?: string;
  readonly whole?: boolean;
}) {
  const fetch = useFetched(props.load);
  useHeadingFocus(props.whole === true, fetch);
  if (props.whole && fetch.type === 'loaded') return <fetch.Part />;
  return (
    <div class={`single ${props.look ?? ''}`}>
      <h2 class="section-title" data-heading tabIndex={-1}>
        {props.title}
      </h2>
      <Shown fetch={fetch} />
    </div>
  );
}

/** A part by itself, within another. `quiet`: the page is whole without it, and says nothing. */
export function Fetched(props: { readonly load: Load; readonly quiet?: boolean }) {
  const fetch = useFetched(props.load);
  if (props.quiet && fetch.type !== 'loaded') return null;
  return <Shown fetch={fetch} />;
}

function useFetched(load: Load): Fetch {
  const [tries, retry] = useState(0);
  const again = (): void => retry((n) => n + 1);
  const [fetch, setFetch] = useState<Fetch>({ type: 'loading', again });
  useEffect(() => {
    let gone = false;
    load().then(
      (Part) => {
        if (!gone) setFetch({ type: 'loaded', Part });
      },
      () => {
        if (!gone) setFetch({ type: 'failed', again });
      },
    );
    return () => {
      gone = true;
    };
  }, [load, tries]);
  return fetch;
}

function Shown({ fetch }: { readonly fetch: Fetch }) {
  const { words } = useHall();
  if (fetch.type === 'loaded') return <fetch.Part />;
  if (fetch.type === 'loading') return <p class="empty">{words.loadingPart}</p>;
  return (
    <div class="acts">
      <p class="empty" role="status">
        {words.loadFailed}
      </p>
      <button type="button" class="button quiet" onClick={fetch.again}>
        {words.tryAgain}
      </button>
    </div>
  );
}

/** The heading that had the focus was the part's stand-in. */
function useHeadingFocus(whole: boolean, fetch: Fetch): void {
  const stood = useRef(false);
  useLayoutEffect(() => {
    if (fetch.type !== 'loaded') stood.current = whole;
    else if (stood.current) {
      stood.current = false;
      if (document.activeElement !== document.body) return;
      const headings = [...document.querySelectorAll<HTMLElement>('main [data-heading]')];
      headings.at(-1)?.focus({ preventScroll: true });
    }
  });
}
