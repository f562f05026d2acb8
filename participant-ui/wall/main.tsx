/** Knows: the browser. Hands its socket, clock and address to the wall display and starts it. */
import { render } from 'preact';
import { connect, type Client, type SocketLike } from '../../engine/runtime/client.ts';
import { LANGS, SOCKET_PATH, type Lang } from '../../engine/runtime/protocol.ts';
import { wallWords } from '../words/wall.ts';
import { Wall } from './wall.tsx';
import './wall.css';

/** Wall ms. Well before the room wonders why nothing comes. */
const SILENCE = 10_000;

function after(ms: number, call: () => void): () => void {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
}

function dial(): Client | undefined {
  const { protocol, host, hash } = location;
  const token = new URLSearchParams(hash.slice(1)).get('w');
  if (!token) return undefined;
  return connect(`${protocol === 'https:' ? 'wss' : 'ws'}://${host}${SOCKET_PATH}`, token, {
    open: (url) => new WebSocket(url) as SocketLike,
    now: Date.now,
    after,
    // A wall does nothing, and so has nothing to name.
    id: () => 'wall',
    silence: SILENCE,
  });
}

function spoken(): Lang {
  const asked = new URLSearchParams(location.search).get('lang');
  const wished = [asked, navigator.language.slice(0, 2), 'da'];
  return LANGS.find((lang) => lang === wished.find((one) => LANGS.includes(one as Lang))) ?? 'da';
}

const page = document.getElementById('page');
if (!page) throw new Error('The wall has no #page to stand in.');

let client = dial();
let lang = spoken();

/** In the address, so that it is kept when the projector is turned on again. */
function setLang(next: Lang): void {
  lang = next;
  const address = new URL(location.href);
  address.searchParams.set('lang', next);
  history.replaceState(null, '', address);
  draw();
}

function draw(): void {
  if (!page) return;
  document.documentElement.lang = lang;
  document.title = `${wallWords(lang).exercise} · ${wallWords(lang).wall}`;
  render(<Wall client={client} lang={lang} setLang={setLang} />, page);
}

addEventListener('hashchange', () => {
  client?.close();
  client = dial();
  draw();
});
page.replaceChildren();
draw();
