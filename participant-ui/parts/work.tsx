/** Knows: how the working screen is put together, and where the focus goes when one moves about. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ClientState } from '../../engine/runtime/client.ts';
import type { RoleView } from '../../engine/exercise/rows.ts';
import { useDesk, useStore } from '../desk.ts';
import { news } from '../news.ts';
import type { Place, Section } from '../place.ts';
import { calls, line } from '../view.ts';
import { Band } from './band.tsx';
import { Bar } from './bar.tsx';
import { Ringing } from './channel/ring.tsx';
import { Contacts } from './contacts.tsx';
import { Deadlines } from './deadlines.tsx';
import { Decisions } from './decisions.tsx';
import { Facts } from './facts.tsx';
import { HotWash } from './hotwash.tsx';
import { Inbox } from './inbox.tsx';
import { lazily } from './lazy.tsx';
import { More, Nav } from './nav.tsx';
import { PrintFoot, PrintHead, useMarkedCopies } from './marking.tsx';
import { Connection, Owed, Put, Standing } from './notice.tsx';
import { Questions } from './questions.tsx';
import { RoleCard } from './role.tsx';
import { Tasks } from './tasks.tsx';
import { Write } from './write.tsx';

const Picture = lazily(async () => (await import('./picture.tsx')).Picture);
const Statements = lazily(async () => (await import('./statements.tsx')).Statements);
const Asks = lazily(async () => (await import('./asks.tsx')).Asks);

export function Work({ link }: { readonly link: ClientState }) {
  const { words, exercise, places } = useDesk();
  const place = useStore(places, places.here);
  const main = useRef<HTMLElement>(null);
  useFocusOn(place, main);
  useTitle();
  useMarkedCopies();
  return (
    <div class="work">
      <PrintHead />
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {words.skip}
      </button>
      <header class="top">
        <Band marking={exercise.marking} />
        <Bar />
        <Connection link={link} />
        <Ringing />
      </header>
      <aside class="notices" aria-label={words.notices}>
        <Standing />
        <Put />
        <Owed />
      </aside>
      <Nav />
      <main ref={main} tabIndex={-1}>
        <Part section={place.section} />
      </main>
      <Announcer />
      <PrintFoot />
    </div>
  );
}

function Part({ section }: { readonly section: Section }) {
  const { words } = useDesk();
  switch (section) {
    case 'inbox':
      return <Inbox />;
    case 'write':
      return <Write />;
    case 'tasks':
      return <Tasks />;
    case 'decisions':
      return <Decisions />;
    case 'deadlines':
      return <Deadlines />;
    case 'picture':
      return <Picture title={words.sections.picture} />;
    case 'statements':
      return <Statements title={words.sections.statements} />;
    case 'asks':
      return <Asks title={words.sections.asks} />;
    case 'questions':
      return <Questions />;
    case 'facts':
      return <Facts />;
    case 'contacts':
      return <Contacts />;
    case 'hotwash':
      return <HotWash />;
    case 'role':
      return <RoleCard />;
    case 'more':
      return <More />;
    default:
      return section satisfies never;
  }
}

/**
 * The focus follows only the reader's own steps: to the heading of what was opened, or back to the
 * row it was opened from. Nothing that arrives by itself moves it.
 */
function useFocusOn(place: Place, main: { readonly current: HTMLElement | null }): void {
  const before = useRef(place);
  const heights = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const from = before.current;
    if (from === place) return;
    before.current = place;
    const back = from.section === place.section && place.id === undefined ? from.id : undefined;
    const found = back === undefined ? heading(main.current, place) : row(main.current, back);
    found?.focus({ preventScroll: true });
    window.scrollTo(0, heights.current.get(keyOf(place)) ?? 0);
  }, [place, main]);
  useEffect(() => {
    const remember = (): void => {
      if (place.id === undefined) heights.current.set(keyOf(place), window.scrollY);
    };
    addEventListener('scroll', remember, { passive: true });
    return () => removeEventListener('scroll', remember);
  }, [place]);
}

function keyOf({ section, id = '' }: Place): string {
  return `${section} ${id}`;
}

function heading(main: HTMLElement | null, place: Place): HTMLElement | null | undefined {
  return main?.querySelector<HTMLElement>(
    place.id === undefined ? '[data-heading]' : '.detail [data-heading]',
  );
}

function row(main: HTMLElement | null, id: string): HTMLElement | undefined {
  const rows = main?.querySelectorAll<HTMLElement>('[data-row]') ?? [];
  return [...rows].find((one) => one.dataset['row'] === id);
}

/** A tab in the background still says how much is unread. */
function useTitle(): void {
  const { words, lang, view, exercise } = useDesk();
  const { inbox } = calls(view);
  const band = words.exerciseBand.split(' ')[0] ?? '';
  const title = `${inbox > 0 ? `(${inbox}) ` : ''}${band} · ${line(exercise.title, lang)}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** Says what is new, politely, to those who do not see it come. */
function Announcer() {
  const { view, words, lang } = useDesk();
  const before = useRef<RoleView>(view);
  const [said, say] = useState('');
  useEffect(() => {
    const heard = news(before.current, view, words, lang);
    before.current = view;
    if (heard.length > 0) say(heard.join('. '));
  }, [view, words, lang]);
  return (
    <p class="hidden" role="status" aria-live="polite">
      {said}
    </p>
  );
}
