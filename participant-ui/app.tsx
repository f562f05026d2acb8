/** Knows: which screen to show, in which language. Does not know: what is on it. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { DeskContext, HallContext, type Hall } from './desk.ts';
import type { Drafts } from './drafts.ts';
import { Gate } from './parts/gate.tsx';
import { LobbyScreen } from './parts/lobby.tsx';
import type { Work as WorkScreen } from './parts/work.tsx';
import type { Places } from './place.ts';
import { screenOf, type Screen } from './screen.ts';
import type { Shelf } from './seat.ts';
import type { Session } from './session.ts';
import { openSignals } from './signal.ts';
import { LANG_KEY, loadWords, type Speech } from './text.ts';

export function App(props: {
  readonly session: Session;
  readonly drafts: Drafts;
  readonly places: Places;
  readonly shelf: Shelf;
  /** What it speaks at first. */
  readonly speech: Speech;
}) {
  const { session, drafts, places, shelf } = props;
  const [{ lang, words }, speak] = useState(props.speech);
  const signals = useMemo(() => openSignals(shelf), [shelf]);
  const wished = useRef(0);
  const [, redraw] = useState(0);
  useEffect(() => {
    redraw((n) => n + 1);
    return session.subscribe(() => redraw((n) => n + 1));
  }, [session]);
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);

  const hall: Hall = useMemo(
    () => ({
      session,
      drafts,
      places,
      lang,
      signals,
      words,
      setLang: async (next) => {
        const turn = (wished.current += 1);
        const fetched = await loadWords(next);
        // The last wish counts, also where an earlier one took longer to fetch.
        if (turn !== wished.current) return;
        speak({ lang: next, words: fetched });
        shelf.setItem(LANG_KEY, next);
      },
    }),
    [session, drafts, places, shelf, signals, lang, words],
  );
  const screen = screenOf(session.state());
  const Work = useWork(screen.type);
  useArrival(screen.type === 'work' && !Work ? 'connecting' : screen.type);
  return (
    <HallContext.Provider value={hall}>
      <Shown screen={screen} Work={Work} />
    </HallContext.Provider>
  );
}

let loaded: typeof WorkScreen | undefined;

/** Wall ms between two tries. */
const AGAIN = 2_000;

/** The working screen: the first load does without it, and it is there before one sits down. */
function useWork(type: Screen['type']): typeof WorkScreen | undefined {
  const [tries, redraw] = useState(0);
  useEffect(() => {
    if (loaded || (type !== 'lobby' && type !== 'work')) return;
    import('./parts/work.tsx').then(
      ({ Work }) => {
        loaded = Work;
        redraw((n) => n + 1);
      },
      () => setTimeout(() => redraw((n) => n + 1), AGAIN),
    );
  }, [type, tries]);
  return loaded;
}

function Shown(props: { readonly screen: Screen; readonly Work: typeof WorkScreen | undefined }) {
  const { screen, Work } = props;
  switch (screen.type) {
    case 'no-token':
    case 'left':
    case 'control':
    case 'connecting':
    case 'closed':
      return <Gate screen={screen} />;
    case 'lobby':
      return <LobbyScreen lobby={screen.lobby} link={screen.link} />;
    case 'work': {
      if (!Work) return <Gate screen={{ type: 'connecting', again: false, later: false }} />;
      const { view, exercise, me, link } = screen;
      const desk = { view, exercise, me, online: link.connection === 'open' };
      return (
        <DeskContext.Provider value={desk}>
          <Work link={link} />
        </DeskContext.Provider>
      );
    }
    default:
      return screen satisfies never;
  }
}

/** A new screen begins at its top, and where the old one took the focus with it, at its heading. */
function useArrival(type: Screen['type']): void {
  const before = useRef(type);
  useLayoutEffect(() => {
    const from = before.current;
    if (from === type) return;
    before.current = type;
    window.scrollTo(0, 0);
    if (from === 'connecting' || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('main [data-heading]')?.focus({ preventScroll: true });
  }, [type]);
}
