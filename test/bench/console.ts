/**
 * The facilitator's console at the size of scenario.ts: 10,000 injects to 300 roles, 50 events a
 * second, heard and drawn fifteen times a second through the client, the store, Ink and the terminal
 * as they are run. The floor is the same Ink and the same terminal with frames that were made
 * beforehand from the same rows. Then a simulated day of the same events: the memory after it,
 * against the memory after its first hour.
 */
import '../../facilitator-ui/production.ts';
import { EventEmitter } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { render } from 'ink';
import { createElement, useSyncExternalStore, type ReactElement } from 'react';
import type { Put } from '../../engine/exercise/rows.ts';
import { connect, type Client, type SocketLike } from '../../engine/runtime/client.ts';
import type { ServerMessage } from '../../engine/runtime/protocol.ts';
import { App, useFrame } from '../../facilitator-ui/app.tsx';
import { PANELS, type Line, type Size } from '../../facilitator-ui/scene.ts';
import { screenLines } from '../../facilitator-ui/screen.ts';
import { createStore, type Store } from '../../facilitator-ui/store.ts';
import { openTerminal } from '../../facilitator-ui/terminal.ts';
import { happening, NOW, wholeView } from './control.ts';
import { median, quantile, type Figure } from './measure.ts';

const SIZES: readonly Size[] = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 200, rows: 60 },
];
const EVENTS_A_SECOND = 50;
const FRAMES_A_SECOND = 15;
const FRAMES = 180;
/** The first ones are spent on becoming fast. */
const WARM = 60;
/** What a frame may take, ms, and how much of one core. */
const FRAME_MS = 15;
const CORE = 0.25;
const HOUR = 3_600;

export async function benchConsole(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const size of SIZES) figures.push(...(await drawing(size)));
  return [...figures, day()];
}

type Heard = {
  readonly client: Client;
  /** So many things happen, each heard in a message of its own. */
  readonly pass: (events: number) => void;
  /** The same, a second's worth in one message. */
  readonly rush: (events: number) => void;
};

/** A client with a host that the measurement holds in its hand. */
function hear(): Heard {
  const socket: SocketLike = {
    send: () => undefined,
    close: () => undefined,
    onopen: null,
    onmessage: null,
    onclose: null,
    onerror: null,
  };
  let seq = 0;
  const client = connect('ws://bench', 'token', {
    open: () => socket,
    // The exercise's clock moves with what happens in it.
    now: () => seq * (1_000 / EVENTS_A_SECOND),
    after: () => () => undefined,
    id: () => 'id',
    inPlace: true,
  });
  // As text, and read again: what a socket would carry.
  const say = (message: ServerMessage): void =>
    socket.onmessage?.({ data: JSON.stringify(message) });
  const clock = { at: NOW, running: true, pace: 1, wall: 0 };
  const put = wholeView();
  say({ type: 'welcome', audience: 'control', resumed: false, seq, clock, put });
  const update = (events: readonly (readonly Put[])[]): void => {
    seq += events.length;
    say({ type: 'update', seq, put: events.flat() });
  };
  return {
    client,
    pass: (events) => {
      for (let i = 0; i < events; i += 1) update([happening(seq)]);
    },
    rush: (events) => update(Array.from({ length: events }, (_, i) => happening(seq + i))),
  };
}

function storeOf(client: Client, size: Size): { readonly store: Store; readonly next: () => void } {
  let waiting: (() => void)[] = [];
  const after = (_: number, call: () => void): (() => void) => {
    waiting.push(call);
    return () => (waiting = waiting.filter((one) => one !== call));
  };
  const store = createStore({ client, lang: 'da', size, left: () => undefined, after });
  return {
    store,
    // The time of a frame, and of a tick, is over.
    next: () => {
      const now = waiting;
      waiting = [];
      for (const call of now) call();
    },
  };
}

/** Ink on the console's terminal, into nothing. */
function openScreen(size: Size, app: ReactElement) {
  const out = Object.assign(new EventEmitter(), { ...size, write: () => true });
  const { stdout, leave } = openTerminal(out);
  const write = stdout.write.bind(stdout);
  let drawn: () => void = () => undefined;
  stdout.write = (frame: string | Uint8Array) => {
    const done = write(frame);
    if (frame !== '') drawn();
    return done;
  };
  const keys = { isTTY: true, setEncoding() {}, setRawMode() {}, ref() {}, unref() {} };
  const stdin = Object.assign(new EventEmitter(), keys, { read: () => null });
  const options = { stdout, stdin: stdin as never, exitOnCtrlC: false, debug: true };
  const screen = render(app, { ...options, patchConsole: false });
  return {
    /** Until the frame that `change` leads to is written. */
    frame: (change: () => void): Promise<void> =>
      new Promise((resolve) => {
        drawn = resolve;
        change();
      }),
    close: () => {
      screen.unmount();
      leave();
    },
  };
}

type Cost = { readonly ms: readonly number[]; readonly core: number };

/** The processor's time for each frame, until it is written: waiting for a neighbour's is not ours. */
async function cost(frame: (change: () => void) => Promise<void>, change: (i: number) => void) {
  const ms: number[] = [];
  let before = process.cpuUsage();
  for (let i = 0; i < WARM + FRAMES; i += 1) {
    if (i === WARM) before = process.cpuUsage();
    const began = process.cpuUsage();
    await frame(() => change(i));
    const { user, system } = process.cpuUsage(began);
    if (i >= WARM) ms.push((user + system) / 1_000);
  }
  const { user, system } = process.cpuUsage(before);
  return { ms, core: (user + system) / 1e6 / (FRAMES / FRAMES_A_SECOND) } satisfies Cost;
}

async function drawing(size: Size): Promise<readonly Figure[]> {
  const costs: { readonly panel: string; readonly ours: Cost; readonly floor: Cost }[] = [];
  for (const [i, panel] of PANELS.entries()) {
    const { client, pass } = hear();
    const { store, next } = storeOf(client, size);
    store.press({ name: String(i + 1), text: String(i + 1) });
    const made: (readonly Line[])[] = [];
    const screen = openScreen(size, createElement(App, { store }));
    const ours = await cost(screen.frame, (n) => {
      pass(eventsIn(n));
      next();
      if (made.length < FRAMES_A_SECOND) made.push(screenLines(store.scene()));
    });
    screen.close();
    store.stop();
    costs.push({ panel, ours, floor: await bare(size, made) });
  }
  return figures(size, costs);
}

/** 50 a second are three or four a frame. */
function eventsIn(frame: number): number {
  const upTo = (n: number): number => Math.floor((n * EVENTS_A_SECOND) / FRAMES_A_SECOND);
  return upTo(frame + 1) - upTo(frame);
}

/** The floor: frames that are made already, one after the other. */
async function bare(size: Size, frames: readonly (readonly Line[])[]): Promise<Cost> {
  let shown = 0;
  let changed: () => void = () => undefined;
  const subscribe = (listener: () => void): (() => void) => {
    changed = listener;
    return () => undefined;
  };
  function Bare(): null {
    const at = useSyncExternalStore(subscribe, () => shown);
    const lines = frames[at % frames.length] ?? [];
    useFrame(lines, size.columns);
    return null;
  }
  const screen = openScreen(size, createElement(Bare));
  const all = await cost(screen.frame, () => {
    shown += 1;
    changed();
  });
  screen.close();
  return all;
}

function figures(
  { columns, rows }: Size,
  costs: readonly { readonly panel: string; readonly ours: Cost; readonly floor: Cost }[],
): readonly Figure[] {
  const slow = (cost: Cost): number => quantile(cost.ms, 0.95);
  const worst = costs.reduce((a, b) => (slow(b.ours) > slow(a.ours) ? b : a));
  const busiest = Math.max(...costs.map(({ ours }) => ours.core));
  const ours = slow(worst.ours);
  const floor = slow(worst.floor);
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
  const all = costs.flatMap((one) => one.ours.ms);
  const name = `console ${columns}×${rows}`;
  return [
    {
      name: `${name}, p95 of ${worst.panel} (the slowest panel), against drawing what is made already`,
      ours: ms(ours),
      floor: ms(floor),
      ratio: floor / ours,
      goal: 0.05,
    },
    {
      name: `${name}, the same against what a frame may take (p50 of all panels ${ms(median(all))})`,
      ours: ms(ours),
      floor: ms(FRAME_MS),
      ratio: FRAME_MS / ours,
      goal: 1,
    },
    {
      name: `${name}, of a core at ${FRAMES_A_SECOND} frames and ${EVENTS_A_SECOND} events a second, against what it may take`,
      ours: percent(busiest),
      floor: percent(CORE),
      ratio: CORE / busiest,
      goal: 1,
    },
  ];
}

/** 24 hours of events as fast as they can be heard; every panel is looked at once a minute. */
function day(): Figure {
  const { client, rush } = hear();
  const { store, next } = storeOf(client, { columns: 120, rows: 40 });
  const heaps: number[] = [];
  for (let second = 1; second <= 24 * HOUR; second += 1) {
    rush(EVENTS_A_SECOND);
    next();
    if (second % 60 === 0) {
      for (const [i] of PANELS.entries()) {
        store.press({ name: String(i + 1), text: String(i + 1) });
        screenLines(store.scene());
      }
    }
    if (second % HOUR === 0) heaps.push(heapInUse());
  }
  const [first = NaN] = heaps;
  const end = heaps.at(-1) ?? NaN;
  const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  return {
    name: 'console, memory after a day of 50 events a second, against that after an hour',
    ours: mb(end),
    floor: mb(first),
    ratio: first / end,
    goal: 0.9,
  };
}

function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}
