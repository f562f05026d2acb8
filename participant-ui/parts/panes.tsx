/**
 * A list and what is open from it: side by side where there is room, one at a time where there is
 * not. Knows: layout and where the focus goes. Does not know: what is listed.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useHall } from '../desk.ts';
import type { Section } from '../place.ts';
import { Icon } from './icon.tsx';

export function Panes(props: {
  readonly section: Section;
  readonly list: ComponentChildren;
  /** What is open. Undefined: nothing is. */
  readonly detail?: ComponentChildren;
  /** Said where the detail would be. */
  readonly invite: string;
}) {
  const { words, places } = useHall();
  const id = useId();
  const open = places.here().id !== undefined;
  const pane = useRef<HTMLDivElement>(null);
  useHeldFocus(pane);
  return (
    <div class={open ? 'panes open' : 'panes'}>
      <section class="list" aria-labelledby={id}>
        <h2 id={id} class="section-title" data-heading tabIndex={-1}>
          {words.sections[props.section]}
        </h2>
        {props.list}
      </section>
      <div
        class="detail"
        ref={pane}
        role="region"
        aria-label={words.openedPane}
        tabIndex={open ? 0 : -1}
      >
        {open && (
          <button type="button" class="button quiet back" onClick={places.up}>
            <Icon name="back" />
            {words.sections[places.above()]}
          </button>
        )}
        {open ? (
          (props.detail ?? <p class="empty">{words.gone}</p>)
        ) : (
          <p class="empty invite">{props.invite}</p>
        )}
      </div>
    </div>
  );
}

/** One row of a list. Its content is words, not only colour or weight. */
export function Row(props: {
  readonly id: string;
  readonly section: Section;
  readonly strong?: boolean;
  readonly children: ComponentChildren;
}) {
  const { places } = useHall();
  const { id, section } = props;
  const here = places.here();
  return (
    <li>
      <button
        type="button"
        class={props.strong ? 'row strong' : 'row'}
        data-row={id}
        aria-current={here.section === section && here.id === id ? 'true' : undefined}
        onClick={() => places.go({ section, id })}
      >
        {props.children}
      </button>
    </li>
  );
}

/**
 * A button that does its work may be gone afterwards (the task is taken, the offer answered). Then
 * the keyboard's place goes to the heading above it and not to the top of the page.
 */
export function useHeldFocus(pane: { readonly current: HTMLElement | null }): void {
  const inside = useRef(false);
  useEffect(() => {
    const heed = (event: Event): void => {
      inside.current = event.target instanceof Node && !!pane.current?.contains(event.target);
    };
    const rescue = (): void => {
      if (!inside.current || document.activeElement !== document.body) return;
      pane.current?.querySelector<HTMLElement>('[data-heading]')?.focus({ preventScroll: true });
    };
    const watch = new MutationObserver(rescue);
    if (pane.current) watch.observe(pane.current, { childList: true, subtree: true });
    document.addEventListener('focusin', heed);
    document.addEventListener('pointerdown', heed);
    return () => {
      watch.disconnect();
      document.removeEventListener('focusin', heed);
      document.removeEventListener('pointerdown', heed);
    };
  }, [pane]);
}
