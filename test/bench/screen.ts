/**
 * An inject to the screen: from its release to the moment it stands in the page's DOM, with 200
 * simulated participants and five real pages. The floor is heard in the same browser at the same
 * time, by five bare WebSockets that draw nothing. Knows: a browser and a hall. Does not know: how
 * the page is made.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { chromium, type Browser, type Page } from 'playwright-core';
import { CHROMIUM, FLAGS } from '../e2e/browser.ts';
import { openHall, type Hall } from './hall.ts';
import type { Orders } from './listeners.ts';
import { quantile, type Figure } from './measure.ts';

const SIMULATED = 200;
const PAGES = 5;
const ROUNDS = 60;
/** Between two injects, wall ms: nothing queues behind the one before. */
const PAUSE = 250;
const FOLDER = join(import.meta.dirname, '..', '..', 'dist', 'participant-ui');

/** A page that nobody looks at must not be put to sleep. */
const AWAKE = [
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
];

export async function benchScreen(): Promise<readonly Figure[]> {
  if (CHROMIUM === undefined) {
    console.error('screen: no Chromium here, so nothing is measured');
    return [];
  }
  const hall = await openHall(SIMULATED + 2 * PAGES, FOLDER);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...AWAKE] });
  const crowd = await fillHall(hall);
  try {
    const seat = (n: number): string => tokenOf(hall, SIMULATED + n);
    const [pages, bare] = [await openPages(browser, hall, seat), await openBare(browser, hall)];
    const sent: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      sent.push(wall());
      hall.send(round);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    const drawn = await delays(pages, sent, hall);
    const heard = await delays(bare, sent, hall);
    return [0.5, 0.99].map((q) => figure(q, quantile(drawn, q), quantile(heard, q)));
  } finally {
    await browser.close();
    crowd.kill();
    await hall.close();
  }
}

function figure(q: number, ours: number, floor: number): Figure {
  return {
    name: `inject to screen, p${q * 100}: ${SIMULATED} participants and ${PAGES} pages, against bare sockets there`,
    ours: `${ours.toFixed(1)} ms`,
    floor: `${floor.toFixed(1)} ms`,
    ratio: floor / ours,
    goal: 0.2,
  };
}

/** Wall ms with fractions, on a scale that the browser has too. */
function wall(): number {
  return performance.timeOrigin + performance.now();
}

async function fillHall(hall: Hall) {
  const file = new URL('./listeners.ts', import.meta.url);
  const crowd = fork(file, { execArgv: ['--import', 'tsx'] });
  const { port, path, greetings, ready } = hall;
  crowd.send({
    type: 'connect',
    port,
    path,
    sockets: SIMULATED,
    greetings,
    ready,
  } satisfies Orders);
  await once(crowd, 'message');
  return crowd;
}

/** The seat's token, out of the hello that sits down in it. */
function tokenOf({ greetings }: Hall, seat: number): string {
  return (JSON.parse(greetings[seat]?.[0] ?? '{}') as { token: string }).token;
}

type SeatToken = (n: number) => string;

/** Real pages, each of which notes when a text is first in its document. */
async function openPages(browser: Browser, hall: Hall, seat: SeatToken): Promise<readonly Page[]> {
  return Promise.all(
    Array.from({ length: PAGES }, async (_, n) => {
      const page = await (await browser.newContext()).newPage();
      await page.goto(`http://127.0.0.1:${hall.port}/#t=${seat(n)}`);
      await page.getByRole('navigation').waitFor();
      await page.evaluate(WATCH);
      return page;
    }),
  );
}

async function openBare(browser: Browser, hall: Hall): Promise<readonly Page[]> {
  return Promise.all(
    Array.from({ length: PAGES }, async (_, n) => {
      const page = await (await browser.newContext()).newPage();
      await page.goto(`http://127.0.0.1:${hall.port}/healthz`);
      const hello = hall.greetings[SIMULATED + PAGES + n]?.[0] ?? '';
      const said = [`ws://127.0.0.1:${hall.port}${hall.path}`, hello, hall.ready];
      await page.evaluate(`(${LISTEN})(${JSON.stringify(said)})`);
      return page;
    }),
  );
}

/** Browser code as text: this file is checked without the DOM's types. */
const WATCH = `
  window.seen = {};
  const look = (node) => {
    for (const [words] of (node.textContent ?? '').matchAll(/Round \\d+\\./g)) {
      window.seen[words] ??= performance.timeOrigin + performance.now();
    }
  };
  new MutationObserver((changes) => {
    for (const { addedNodes, target } of changes) (addedNodes.length > 0 ? [...addedNodes] : [target]).forEach(look);
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
`;
const LISTEN = `
  ([url, hello, ready]) => new Promise((resolve) => {
    window.seen = {};
    const socket = new WebSocket(url);
    socket.onopen = () => socket.send(hello);
    socket.onmessage = ({ data }) => {
      if (data.includes(ready)) resolve();
      const [words] = /Round \\d+\\./.exec(data) ?? [];
      if (words) window.seen[words] ??= performance.timeOrigin + performance.now();
    };
  })
`;

/** Ms from sending to being seen, of every round in every page but the first few, which warm up. */
async function delays(
  pages: readonly Page[],
  sent: readonly number[],
  hall: Hall,
): Promise<readonly number[]> {
  const last = hall.words(ROUNDS - 1);
  const all: number[] = [];
  for (const page of pages) {
    await page.waitForFunction((words) => words in (globalThis as { seen?: object }).seen!, last);
    const seen = await page.evaluate<Record<string, number>>('window.seen');
    for (let round = ROUNDS / 6; round < ROUNDS; round += 1) {
      const at = seen[hall.words(round)];
      if (at === undefined) throw new Error(`a page never showed round ${round}`);
      all.push(at - (sent[round] ?? NaN));
    }
  }
  return all;
}
