/**
 * Telling the host, once, that one has read something. Knows: what is on the screen.
 * Does not know: what it says.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from './desk.ts';
import { canAct } from './hold.ts';
import type { Session } from './session.ts';

/** What has been told in each session: a part may come and go before the host has answered. */
const told = new WeakMap<Session, Set<string>>();

/** Says that `row` was opened, as soon as `looked` and the exercise takes it. */
export function useOpen(
  row: { readonly id: string; readonly opened?: number },
  looked: boolean,
): void {
  const { session, exercise } = useDesk();
  const due = looked && row.opened === undefined && canAct(exercise);
  useEffect(() => {
    const known = told.get(session) ?? new Set();
    told.set(session, known);
    if (!due || known.has(row.id)) return;
    known.add(row.id);
    void session.act({ type: 'item.open', item: row.id }).then((outcome) => {
      if (outcome.type === 'refused') known.delete(row.id);
    });
  }, [session, row.id, due]);
}

/** Whether some of the element has been on the screen. */
export function useSeen<E extends HTMLElement>() {
  const element = useRef<E>(null);
  const [seen, see] = useState(false);
  useEffect(() => {
    if (seen || !element.current) return;
    const watch = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) see(true);
    });
    watch.observe(element.current);
    return () => watch.disconnect();
  }, [seen]);
  return { element, seen };
}
