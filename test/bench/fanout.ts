/**
 * One message to a thousand sockets: from the call that sends it until the last socket has it.
 * Listeners live in a process of their own. The floor is plain ws with one shared Buffer of the same
 * length; how far ws itself is from a bare TCP write is shown beside it. Ours is a whole host: the
 * facilitator's input goes through the rules, the journal and the views before it is sent.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Orders, Report } from './listeners.ts';
import { openHall } from './hall.ts';
import { median, type Figure } from './measure.ts';
import type { Speaker } from './speaker.ts';

const SOCKETS = 1_000;
const ROUNDS = 40;
const RUNS = 3;

/** Milliseconds from sending until the last of `sockets` has heard, for each round. */
async function fanout(speaker: Speaker, sockets = SOCKETS): Promise<readonly number[]> {
  const file = new URL('./listeners.ts', import.meta.url);
  const listeners = fork(file, { execArgv: ['--import', 'tsx'] });
  try {
    const { port, path, greetings, ready } = speaker;
    await order(listeners, { type: 'connect', port, path, sockets, greetings, ready });
    const took: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const heard = order(listeners, { type: 'listen', text: speaker.words(round) });
      // The listeners must be listening before anything is said.
      await new Promise((resolve) => setTimeout(resolve, 40));
      const sent = performance.now();
      speaker.send(round);
      await heard;
      took.push(performance.now() - sent);
    }
    // The first rounds warm up both sides.
    return took.slice(ROUNDS / 4);
  } finally {
    listeners.kill();
    await speaker.close();
  }
}

/** Gives orders, and waits for the report. */
function order(child: ChildProcess, orders: Orders): Promise<Report> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void =>
      reject(new Error(`listeners ended: ${code ?? '?'}`));
    child.once('exit', ended);
    child.once('message', (report) => {
      child.off('exit', ended);
      resolve(report as Report);
    });
    child.send(orders);
  });
}

/** A message of the size that an update with one inject typically has. */
function message(round: number, bytes: number): string {
  const start = `{"type":"update","seq":${round},"put":"`;
  return `${start.padEnd(bytes - 2, 'x')}"}`;
}
const words = (round: number): string => `"update","seq":${round},`;

async function plainWs(bytes: number): Promise<Speaker> {
  const server = createServer();
  const hub = new WebSocketServer({ server, perMessageDeflate: false });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    path: '/',
    greetings: [],
    ready: '',
    words,
    send: (round) => {
      const shared = Buffer.from(message(round, bytes));
      for (const socket of hub.clients) socket.send(shared, { binary: false });
    },
    close: async () => {
      for (const socket of hub.clients) socket.terminate();
      hub.close();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The same frames without ws: one write of one buffer a socket. */
async function bareTcp(bytes: number): Promise<Speaker> {
  const sockets = new Set<Duplex>();
  const server = createServer();
  server.on('upgrade', (request, socket: Duplex) => {
    const key = `${request.headers['sec-websocket-key'] ?? ''}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket.on('error', () => sockets.delete(socket));
    sockets.add(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    path: '/',
    greetings: [],
    ready: '',
    words,
    send: (round) => {
      const head = Buffer.from([0x81, 126, bytes >> 8, bytes & 255]);
      const shared = Buffer.concat([head, Buffer.from(message(round, bytes))]);
      for (const socket of sockets) socket.write(shared);
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The medians of `runs` runs of each, in turn: what disturbs the machine disturbs all alike. */
async function inTurn(
  runs: number,
  speakers: readonly (() => Promise<Speaker>)[],
): Promise<readonly number[]> {
  const medians: number[][] = speakers.map(() => []);
  for (let run = 0; run < runs; run += 1) {
    for (const [i, open] of speakers.entries()) {
      medians[i]!.push(median(await fanout(await open())));
    }
  }
  return medians.map(median);
}

export async function benchFanout(): Promise<readonly Figure[]> {
  const hall = await openHall(SOCKETS);
  await hall.close();
  const floors = [plainWs, bareTcp].map((open) => () => open(hall.bytes));
  const [host = NaN, ws = NaN, tcp = NaN] = await inTurn(RUNS, [
    () => openHall(SOCKETS),
    ...floors,
  ]);
  const show = (ms: number): string => `${ms.toFixed(1)} ms`;
  const figure = (name: string, ours: number, floor: number, goal: number): Figure => ({
    name: `fan-out: ${hall.bytes} bytes to ${SOCKETS} sockets, ${name}`,
    ours: show(ours),
    floor: show(floor),
    ratio: floor / ours,
    goal,
  });
  return [
    figure('a whole host against plain ws', host, ws, 0.7),
    figure('plain ws against bare TCP', ws, tcp, 0.5),
  ];
}
