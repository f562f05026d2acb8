/**
 * A process full of listeners, forked by fanout.ts. Knows: opening many sockets and counting what
 * they hear. Does not know: who speaks. Bare TCP, so that listening costs as little as it can.
 */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

export type Orders =
  | {
      readonly type: 'connect';
      readonly port: number;
      readonly path: string;
      readonly sockets: number;
      /** Text frames to send once connected, one list for each socket in turn. */
      readonly greetings: readonly (readonly string[])[];
      /** Each socket is ready when it has heard this; at once when empty. */
      readonly ready: string;
    }
  /** Report when every socket has heard `text` once more. */
  | { readonly type: 'listen'; readonly text: string };
export type Report = { readonly type: 'connected' | 'heard' };

/** So many connect at once; a server's backlog is 511. */
const WAVE = 100;
const HEAD_END = '\r\n\r\n';

let sockets: Socket[] = [];

process.on('message', (orders: Orders) => {
  if (orders.type === 'connect') void connectAll(orders);
  else void listen(orders.text);
});

function report(type: Report['type']): void {
  process.send?.({ type });
}

async function connectAll(orders: Extract<Orders, { type: 'connect' }>): Promise<void> {
  sockets = [];
  for (let from = 0; from < orders.sockets; from += WAVE) {
    const size = Math.min(WAVE, orders.sockets - from);
    const wave = Array.from({ length: size }, (_, i) => open(orders, from + i));
    sockets.push(...(await Promise.all(wave)));
  }
  report('connected');
}

async function open(orders: Extract<Orders, { type: 'connect' }>, index: number): Promise<Socket> {
  const socket = connect(orders.port, '127.0.0.1').setNoDelay(true);
  socket.on('error', (error) => {
    console.error(`listener ${index}: ${error.message}`);
    process.exit(1);
  });
  const upgraded = hear(socket, HEAD_END);
  socket.write(
    [
      `GET ${orders.path} HTTP/1.1`,
      `Host: 127.0.0.1:${orders.port}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      `Sec-WebSocket-Version: 13${HEAD_END}`,
    ].join('\r\n'),
  );
  await upgraded;
  if (orders.ready === '') return socket;
  const ready = hear(socket, orders.ready);
  for (const text of orders.greetings[index % orders.greetings.length] ?? []) {
    socket.write(frame(text));
  }
  await ready;
  return socket;
}

async function listen(text: string): Promise<void> {
  await Promise.all(sockets.map((socket) => hear(socket, text)));
  report('heard');
}

/** Resolves when `text` has come, wherever the network has cut it. */
function hear(socket: Socket, text: string): Promise<void> {
  return new Promise((resolve) => {
    let tail = '';
    const listener = (chunk: Buffer): void => {
      tail += chunk.toString('latin1');
      if (tail.includes(text)) {
        socket.off('data', listener);
        resolve();
      } else tail = tail.slice(-text.length);
    };
    socket.on('data', listener);
  });
}

/** A masked text frame, as clients must send them. */
function frame(text: string): Buffer {
  const body = Buffer.from(text, 'utf8');
  if (body.length > 65_535) throw new RangeError('too long for this frame');
  const short = body.length < 126;
  const head = short
    ? [0x81, 0x80 | body.length]
    : [0x81, 0xfe, body.length >> 8, body.length & 255];
  // A mask of zeros is a mask.
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), body]);
}
