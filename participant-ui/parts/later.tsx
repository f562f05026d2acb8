/**
 * A part that is fetched when it is first opened: the first load of the page does without it.
 * Knows: fetching and saying so. The heading stands from the start, for the focus to go to.
 */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useHall } from '../desk.ts';
import type { Section } from '../place.ts';

/** `load` must be the same function each time. */
export function Later(props: {
  readonly section: Section;
  readonly load: () => Promise<ComponentType>;
  readonly wide?: boolean;
}) {
  const { words } = useHall();
  return (
    <div class={`single ${props.wide ? 'wide ' : ''}${props.section}-part`}>
      <h2 class="section-title" data-heading tabIndex={-1}>
        {words.sections[props.section]}
      </h2>
      <Fetched load={props.load} />
    </div>
  );
}

type Fetch =
  | { readonly type: 'loading' | 'failed' }
  | { readonly type: 'loaded'; readonly Part: ComponentType };

/** A part by itself, within another. */
export function Fetched({ load }: { readonly load: () => Promise<ComponentType> }) {
  const { words } = useHall();
  const [fetch, setFetch] = useState<Fetch>({ type: 'loading' });
  const [tries, retry] = useState(0);
  useEffect(() => {
    let gone = false;
    load().then(
      (Part) => {
        if (!gone) setFetch({ type: 'loaded', Part });
      },
      () => {
        if (!gone) setFetch({ type: 'failed' });
      },
    );
    return () => {
      gone = true;
    };
  }, [load, tries]);
  if (fetch.type === 'loaded') return <fetch.Part />;
  if (fetch.type === 'loading') return <p class="empty">{words.loadingPart}</p>;
  return (
    <div class="acts">
      <p class="empty" role="status">
        {words.loadFailed}
      </p>
      <button type="button" class="button quiet" onClick={() => retry(tries + 1)}>
        {words.tryAgain}
      </button>
    </div>
  );
}
