/** Knows: how the working screen is put together, and where the focus goes when one moves about. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ClientState } from '../../engine/runtime/client.ts';
import type { ExerciseRow, RoleView } from '../../engine/exercise/rows.ts';
import { useDesk, useStore } from '../desk.ts';
import { news } from '../news.ts';
import type { Place, Section } from '../place.ts';
import { waiting } from '../urgency.ts';
import { line } from '../view.ts';
import { Band } from './band.tsx';
import { Bar } from './bar.tsx';
import { Ringing } from './channel/ring.tsx';
import { Deadlines } from './deadlines.tsx';
import { Decisions } from './decisions.tsx';
import { Facts } from './facts.tsx';
import { Real } from './hold.tsx';
import { HotWash } from './hotwash.tsx';
import { Inbox } from './inbox.tsx';
import { Fetched, Later } from './later.tsx';
import { PrintFoot, PrintHead, useMarkedCopies } from './marking.tsx';
import { More, Nav } from './nav.tsx';
import { Connection, Owed, Put, Standing } from './notice.tsx';
import { Now } from './now.tsx';
import { Questions } from './questions.tsx';
import { RoleCard } from './role.tsx';
import { Signaller } from './signaller.tsx';
import { Tasks } from './tasks.tsx';
import { Write } from './write.tsx';

type Status = ExerciseRow['status'];

export function Work({ link }: { readonly link: ClientState }) {
  const { words, exercise, places } = useDesk();
  const place = useStore(places, places.here);
  const main = useRef<HTMLElement>(null);
  const top = useRef<HTMLElement>(null);
  useFocusOn(place, main);
  useRoomAbove(top);
  useTitle();
  useMarkedCopies();
  useSearchKey();
  return (
    <div class="work">
      <PrintHead />
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {words.skip}
      </button>
      <header class="top" ref={top}>
        <Band marking={exercise.marking} />
        <Bar />
        <Real exercise={exercise} />
        {/* A closed exercise's host goes; nobody waits for it to come back. */}
        {exercise.status !== 'closed' && <Connection link={link} />}
        <Ringing />
      </header>
      <aside class="notices" aria-label={words.notices}>
        <Standing />
        <Put />
        <Owed />
      </aside>
      <Nav />
      <main ref={main} tabIndex={-1}>
        <Part section={place.section} status={exercise.status} />
      </main>
      <Announcer />
      <Signaller />
      <PrintFoot />
    </div>
  );
}

const timeline = () => import('./timeline.tsx').then(({ Timeline }) => Timeline);
const search = () => import('./search.tsx').then(({ Search }) => Search);
const contacts = () => import('./contacts.tsx').then(({ Contacts }) => Contacts);
const deeds = () => import('./deeds.tsx').then(({ Deeds }) => Deeds);

const picture = () => import('./picture.tsx').then(({ Picture }) => Picture);
const statements = () => import('./statements.tsx').then(({ Statements }) => Statements);
const asks = () => import('./asks.tsx').then(({ Asks }) => Asks);
/** Before STARTEX alone: whoever comes later does not load it. */
const waitingRoom = () => import('./waiting.tsx').then(({ Waiting }) => Waiting);

function Part(props: { readonly section: Section; readonly status: Status }) {
  const { words } = useDesk();
  const { section, status } = props;
  switch (section) {
    case 'now':
      return (
        <>
          {status === 'planned' && <Fetched load={waitingRoom} quiet />}
          <Now />
        </>
      );
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
      return <Later title={words.sections[section]} load={picture} whole />;
    case 'statements':
      return <Later title={words.sections[section]} load={statements} whole />;
    case 'asks':
      return <Later title={words.sections[section]} load={asks} whole />;
    case 'questions':
      return <Questions />;
    case 'facts':
      return <Facts />;
    case 'contacts':
      return <Later title={words.sections[section]} load={contacts} look="wide" />;
    case 'timeline':
      return <Later title={words.sections[section]} load={timeline} look="wide" />;
    case 'search':
      return <Later title={words.sections[section]} load={search} look="search-part" />;
    case 'deeds':
      return <Later title={words.sections[section]} load={deeds} look="deeds-part" />;
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
    const back = place.id === undefined ? rowOf(from, place) : undefined;
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

/** What sticks above is as high as its words make it, and what has the focus must not lie under it. */
function useRoomAbove(top: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const { style } = document.documentElement;
    const watch = new ResizeObserver(() => {
      style.setProperty('--top', `${top.current?.offsetHeight ?? 0}px`);
    });
    if (top.current) watch.observe(top.current);
    return () => {
      watch.disconnect();
      style.removeProperty('--top');
    };
  }, [top]);
}

/** The row one came back from: a list's own by its id, an overview's by what kind of thing it is. */
function rowOf(from: Place, to: Place): string | undefined {
  if (from.section === to.section) return from.id;
  return from.id === undefined ? undefined : `${KINDS[from.section] ?? from.section}:${from.id}`;
}

const KINDS: { readonly [S in Section]?: string } = {
  inbox: 'item',
  tasks: 'task',
  decisions: 'decision',
};

/** "/" opens the search, unless one is writing or has turned that off. */
function useSearchKey(): void {
  const { places, signals } = useDesk();
  useEffect(() => {
    const heed = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!signals.choices().slash || isField(event.target)) return;
      event.preventDefault();
      if (places.here().section === 'search')
        document.querySelector<HTMLElement>('main input[type=search]')?.focus();
      else places.go({ section: 'search' });
    };
    document.addEventListener('keydown', heed);
    return () => document.removeEventListener('keydown', heed);
  }, [places, signals]);
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
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

/** A tab in the background still says how much waits. */
function useTitle(): void {
  const { words, lang, view, exercise, session } = useDesk();
  const { length } = waiting(view, session.now());
  const band = words.exerciseBand.split(' ')[0] ?? '';
  const title = `${length > 0 ? `(${length}) ` : ''}${band} · ${line(exercise.title, lang)}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** What was said stays for a moment: what comes right after must not take its place unsaid. */
const KEPT = 6;

/**
 * Says what is new, politely, to those who do not see it come. Each is added by itself, so that it is
 * said once, and again when the same comes again.
 */
function Announcer() {
  const { view, words, lang } = useDesk();
  const before = useRef<RoleView>(view);
  const count = useRef(0);
  const [said, say] = useState<readonly (readonly [key: number, text: string])[]>([]);
  useEffect(() => {
    const heard = news(before.current, view, words, lang);
    before.current = view;
    if (heard.length === 0) return;
    const added = heard.map((text) => [(count.current += 1), text] as const);
    say((earlier) => [...earlier, ...added].slice(-Math.max(KEPT, added.length)));
  }, [view, words, lang]);
  return (
    <div class="hidden" role="status" aria-live="polite" aria-atomic="false">
      {said.map(([key, text]) => (
        <p key={key}>{text}</p>
      ))}
    </div>
  );
}
