/** Knows: the browser. Hands its socket, storage, clock and history to the page and starts it. */
import { render } from 'preact';
import { ownerOf, type SocketLike } from '../engine/runtime/client.ts';
import type { FileRow } from '../engine/exercise/rows.ts';
import { FILES_PATH, SOCKET_PATH } from '../engine/runtime/protocol.ts';
import { App } from './app.tsx';
import { openDrafts } from './drafts.ts';
import { openKept } from './kept.ts';
import { safeType } from './file.ts';
import { openPlaces } from './place.ts';
import type { Shelf } from './seat.ts';
import { openSession, type Session } from './session.ts';
import { LANG_KEY, loadWords, readLang } from './text.ts';
import './style.css';
import './styles/channel.css';
import './styles/act.css';
import './styles/join.css';
import './styles/overview.css';
import './styles/hold.css';

/** A shelf that keeps nothing, for a browser that forbids storage. */
const NO_SHELF: Shelf = { getItem: () => null, setItem: () => undefined };

function shelf(open: () => Shelf): Shelf {
  try {
    return open();
  } catch {
    return NO_SHELF;
  }
}

/** Wall ms. Well before a person wonders why nothing comes. */
const SILENCE = 10_000;

/** crypto.randomUUID is missing on plain http, which is what an exercise on a local network has. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function after(ms: number, call: () => void): () => void {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
}

/** The token goes in a header: an address ends up in logs and histories. */
async function fetchFile(file: FileRow, token: string): Promise<Blob | undefined> {
  try {
    const response = await fetch(FILES_PATH + encodeURIComponent(file.digest), {
      headers: { authorization: `Bearer ${token}` },
      credentials: 'omit',
      redirect: 'error',
    });
    if (!response.ok) return undefined;
    return new Blob([await response.arrayBuffer()], { type: safeType(file.type) });
  } catch {
    return undefined;
  }
}

const browser = shelf(() => localStorage);
const shelves = { tab: shelf(() => sessionStorage), browser };

const kept = openKept(shelves.tab);
const drafts = openDrafts({ load: kept.written, save: kept.keepWritten });

function start(): Session {
  const { protocol, host, hash } = location;
  const fragment = new URLSearchParams(hash.slice(1));
  const session = openSession({
    url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}${SOCKET_PATH}`,
    token: fragment.get('t') ?? undefined,
    control: fragment.has('c') && !fragment.has('t'),
    shelves,
    fetchFile,
    world: {
      open: (url) => new WebSocket(url) as SocketLike,
      now: Date.now,
      after,
      id: newId,
      silence: SILENCE,
      keep: {
        load: kept.acts,
        save: kept.keepActs,
        revived: ({ note }, outcome) => {
          if (note !== undefined) drafts.revive(note, outcome);
        },
      },
    },
  });
  // Heard before anything is drawn: forms open with what was written in them.
  session.subscribe(() => {
    const state = session.state();
    const owner = state.type === 'live' ? ownerOf(state.link) : undefined;
    if (owner !== undefined) drafts.belong(owner);
  });
  return session;
}

const page = document.getElementById('page');
if (!page) throw new Error('The page has no #page to stand in.');

const places = openPlaces(history);
addEventListener('popstate', places.arrive);
addEventListener('beforeunload', (event) => {
  if (drafts.dirty()) event.preventDefault();
});

let session = start();
const lang = readLang(browser.getItem(LANG_KEY));
const speech = { lang, words: await loadWords(lang) };
const draw = (): void => {
  const rest = { drafts, places, speech, shelf: browser };
  render(<App session={session} {...rest} />, page);
};
// Another link pasted into the same tab: only the fragment changes, so nothing is loaded anew.
addEventListener('hashchange', () => {
  session.close();
  session = start();
  draw();
});
page.replaceChildren();
draw();
