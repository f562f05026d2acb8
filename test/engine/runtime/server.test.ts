/** The one port, over a real network: HTTP, the WebSocket door, and guests who mean harm. */
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { connect as dial, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket, type ClientOptions } from 'ws';
import type { Attachments } from '../../../engine/runtime/attachments.ts';
import { LIMITS, type ServerMessage } from '../../../engine/runtime/protocol.ts';
import { serve, type Server } from '../../../engine/runtime/server.ts';
import { openRoom, settled, viewOf, type Room } from './room.ts';

type House = { readonly room: Room; readonly server: Server; readonly folder: string };

/** There are none in this house. */
const attachments: Attachments = { fetch: () => Promise.resolve({ type: 'nothing' }) };

/** A room with a real port and a page of three files. */
async function openHouse(): Promise<House> {
  const room = await openRoom();
  const folder = await mkdtemp(join(tmpdir(), 'beredt-page-'));
  const page = join(folder, 'page');
  await mkdir(join(page, 'assets'), { recursive: true });
  await writeFile(join(page, 'index.html'), '<!doctype html><title>Øvelse</title>');
  await writeFile(join(page, 'assets', 'app-1a2b.js'), 'export {};');
  await writeFile(join(page, 'unknown.xyz'), 'bytes');
  await writeFile(join(folder, 'secret.txt'), 'the secret');
  await symlink(join(folder, 'secret.txt'), join(page, 'link.txt'));
  const server = await serve({ hub: room.hub, attachments, page, host: '127.0.0.1', port: 0 });
  onTestFinished(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { room, server, folder };
}

/** Says `request` as it is, and returns all that comes back until the host hangs up. */
async function raw(port: number, request: string): Promise<string> {
  const socket = dial(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
  socket.on('error', () => undefined);
  socket.write(request);
  // Not once(): a reset after the answer is an end like any other.
  await new Promise((resolve) => socket.on('close', resolve));
  return answer;
}

function get(port: number, path: string): Promise<string> {
  return raw(port, `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`);
}

type Guest = {
  readonly socket: WebSocket;
  readonly heard: ServerMessage[];
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  readonly hear: <T extends ServerMessage['type']>(
    type: T,
  ) => Promise<Extract<ServerMessage, { type: T }>>;
};

/** A guest on a real socket. */
async function visit(port: number, options: ClientOptions = {}): Promise<Guest> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, options);
  const heard: ServerMessage[] = [];
  socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString()) as ServerMessage));
  socket.on('error', () => undefined);
  onTestFinished(() => socket.terminate());
  const closed = once(socket, 'close').then(([code, reason]) => ({
    code: code as number,
    reason: String(reason),
  }));
  await once(socket, 'open');
  return {
    socket,
    heard,
    closed,
    hear: async (type) => {
      for (;;) {
        const found = heard.find((message) => message.type === type);
        if (found) return found as never;
        await once(socket, 'message');
      }
    },
  };
}

/** A guest in a chair. */
async function sit(house: House, role: string): Promise<Guest> {
  const guest = await visit(house.server.port);
  guest.socket.send(hello(house.room.tokens.join));
  await guest.hear('lobby');
  guest.socket.send(JSON.stringify({ type: 'take', id: `take-${role}-${Math.random()}`, role }));
  await guest.hear('welcome');
  return guest;
}

function hello(token: string): string {
  return JSON.stringify({ type: 'hello', protocol: 1, token });
}

/** The exercise goes on: control starts it, and the one in the chair hears of it. */
async function goesOn(house: House, seated: Guest): Promise<void> {
  await house.room.session.submit({ type: 'facilitator', name: 'F1' }, { type: 'exercise.start' });
  await seated.hear('update');
  expect(viewOf(seated.heard).has('items/call')).toBe(true);
  expect(house.room.faults).toEqual([]);
}

test('the page is served with headers that let nothing in from elsewhere', async () => {
  const { server } = await openHouse();
  const answer = await get(server.port, '/');
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  const headers = answer.slice(0, answer.indexOf('\r\n\r\n')).toLowerCase();
  for (const line of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    'x-content-type-options: nosniff',
    'referrer-policy: no-referrer',
    'content-type: text/html; charset=utf-8',
    'cache-control: no-cache',
  ]) {
    expect(headers).toContain(line);
  }
  expect(headers).not.toContain('unsafe');
  expect(headers).not.toContain('x-powered-by');
});

test('whoever can read it gets the page compressed, and the same page', async () => {
  const { server } = await openHouse();
  const address = `http://127.0.0.1:${server.port}/`;
  const [small, whole] = await Promise.all([
    fetch(address, { headers: { 'accept-encoding': 'gzip' } }),
    fetch(address, { headers: { 'accept-encoding': 'identity' } }),
  ]);
  expect(small.headers.get('content-encoding')).toBe('gzip');
  expect(whole.headers.get('content-encoding')).toBeNull();
  expect(small.headers.get('vary')).toBe('accept-encoding');
  expect(await small.text()).toBe(await whole.text());
});

test('assets may be kept for ever, unknown kinds are bytes, and the health is told', async () => {
  const { server } = await openHouse();
  const asset = await get(server.port, '/assets/app-1a2b.js');
  expect(asset).toContain('text/javascript');
  expect(asset).toContain('immutable');
  expect(await get(server.port, '/unknown.xyz')).toContain('application/octet-stream');
  const health = await get(server.port, '/healthz');
  expect(health).toMatch(/{"ok":true,"status":"planned","seq":\d+}/);
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/../../secret.txt',
  '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
  '/..\\secret.txt',
  '/%5c..%5csecret.txt',
  '//secret.txt',
  '/link.txt',
  '/%00',
  '/%',
  '/index.html%00.js',
  '/assets',
  '/assets/',
  '/.git/config',
  '/journal.jsonl',
  '/roster.json',
  'http://elsewhere/../secret.txt',
  '*',
])('no path leads out of the page: %s', async (path) => {
  const house = await openHouse();
  const answer = await get(house.server.port, path);
  expect(answer).toMatch(/^HTTP\/1\.1 (400|404) /);
  expect(answer).not.toContain('the secret');
  expect(await get(house.server.port, '/')).toMatch(/^HTTP\/1\.1 200 /);
});

test.each([
  [
    'another method',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
  ],
  ['no HTTP at all', '\u0016\u0003\u0001\u0002\u0000hello\r\n\r\n'],
  ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ['a header too long', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`],
  [
    'a body that never comes',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\nConnection: close\r\n\r\nabcdefghi',
  ],
  [
    'an upgrade to something else',
    'GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n',
  ],
  [
    'an upgrade without a key',
    'GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
  ],
])('%s gets an error and nothing else', async (_, request) => {
  const house = await openHouse();
  const seated = await sit(house, 'duty');
  expect(await raw(house.server.port, request)).toMatch(/^HTTP\/1\.1 4\d\d /);
  await goesOn(house, seated);
});

test.each([
  ['no origin', undefined, true],
  ['our own page', 'http://127.0.0.1:{port}', true],
  ['another site', 'http://evil.example', false],
  ['another port', 'http://127.0.0.1:1', false],
  ['a file', 'null', false],
  ['nonsense', 'not a url', false],
  ['our name inside another', 'http://127.0.0.1:{port}.evil.example', false],
])('a socket opened from %s', async (_, origin, welcome) => {
  const { server } = await openHouse();
  const sent = origin?.replace('{port}', String(server.port));
  const socket = new WebSocket(
    `ws://127.0.0.1:${server.port}/ws`,
    sent === undefined ? {} : { headers: { origin: sent } },
  );
  onTestFinished(() => socket.terminate());
  const [outcome] = (await Promise.race([
    once(socket, 'open').then(() => ['open']),
    once(socket, 'unexpected-response').then(() => ['refused']),
  ])) as [string];
  expect(outcome).toBe(welcome ? 'open' : 'refused');
});

test.each(['/', '/ws/', '/ws?token=x', '/wss', '//ws'])('%s is no door', async (path) => {
  const { server } = await openHouse();
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`);
  const [error] = (await once(socket, 'error')) as [Error];
  expect(error.message).toContain('403');
});

/** A frame as bytes, masked with zeros. */
function frame(opcode: number, body: Buffer, fin = true): Buffer {
  const head = [(fin ? 0x80 : 0) | opcode];
  if (body.length < 126) head.push(0x80 | body.length);
  else head.push(0x80 | 126, body.length >> 8, body.length & 255);
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), body]);
}

test.each<[string, number, (guest: Guest) => void]>([
  ['a binary frame', 1003, ({ socket }) => socket.send(Buffer.from('{}'))],
  ['a frame that is too long', 1009, ({ socket }) => socket.send('x'.repeat(LIMITS.frame + 1))],
  [
    'a message in pieces that is too long',
    1009,
    ({ socket }) => {
      for (let i = 0; i < 5; i += 1) socket.send('x'.repeat(LIMITS.frame / 4), { fin: i === 4 });
    },
  ],
  [
    'bytes that are no UTF-8',
    1007,
    (guest) => tcp(guest).write(frame(1, Buffer.from([0xc3, 0x28]))),
  ],
  ['a frame of no kind', 1002, (guest) => tcp(guest).write(frame(3, Buffer.from('x')))],
  ['garbage', 4400, ({ socket }) => socket.send('\u0000garbage')],
])('%s closes that connection alone', async (_, code, harm) => {
  const house = await openHouse();
  const seated = await sit(house, 'duty');
  const bad = await sit(house, 'boss');
  harm(bad);
  expect((await bad.closed).code).toBe(code);
  await goesOn(house, seated);
});

function tcp(guest: Guest): Socket {
  return (guest.socket as unknown as { _socket: Socket })._socket;
}

test('a message of the longest allowed frame is read', async () => {
  const house = await openHouse();
  const seated = await sit(house, 'duty');
  const message = { type: 'act', id: 'a', input: { type: 'item.open', item: 'call' } };
  seated.socket.send(JSON.stringify(message).padEnd(LIMITS.frame, ' '));
  expect(await seated.hear('refused')).toMatchObject({ id: 'a', code: 'not-started' });
});

test('a thousand who connect and say nothing keep nobody out for long', async () => {
  const house = await openHouse();
  const seated = await sit(house, 'duty');
  const silent = Array.from({ length: 1_000 }, () => {
    const socket = new WebSocket(`ws://127.0.0.1:${house.server.port}/ws`);
    socket.on('error', () => undefined);
    onTestFinished(() => socket.terminate());
    return once(socket, 'close').then(([code]) => code as number);
  });
  // Those for whom there is no room are sent away at once; the others when their time is up.
  const away = await Promise.all(silent.slice(LIMITS.unauthenticated + 100));
  expect(new Set(away)).toEqual(new Set([4431]));
  await goesOn(house, seated);
  await settled();
  house.room.hand.pass(LIMITS.hello);
  const codes = await Promise.all(silent);
  expect(codes.filter((code) => code === 4408)).toHaveLength(LIMITS.unauthenticated);
  await sit(house, 'boss');
});

test('bare connections that send no request do not hold up the closing host', async () => {
  const { server, room } = await openHouse();
  const sockets = Array.from({ length: 50 }, () => dial(server.port, '127.0.0.1'));
  for (const socket of sockets) {
    socket.on('error', () => undefined);
    await once(socket, 'connect');
  }
  sockets[0]?.write('GET / HTTP/1.1\r\nHost:');
  const began = performance.now();
  room.hub.close();
  await server.close();
  expect(performance.now() - began).toBeLessThan(2_000);
});

test('who does not read is let go once too much waits for them; the others miss nothing', async () => {
  const house = await openHouse();
  const quick = await sit(house, 'duty');
  const slow = await sit(house, 'boss');
  await goesOn(house, quick);
  slow.socket.pause();
  const body = 'x'.repeat(LIMITS.text);
  const count = 2_500;
  const by = { type: 'facilitator', name: 'F1' } as const;
  for (let i = 1; i <= count; i += 1) {
    await house.room.session.submit(by, {
      type: 'inject.write',
      to: ['duty', 'boss'],
      from: 'f',
      channel: 'news',
      title: `nr. ${i}`,
      body,
    });
    if (i % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  while (!viewOf(quick.heard).has(`items/adhoc.${count}`)) await once(quick.socket, 'message');
  const titles = quick.heard
    .flatMap((message) => (message.type === 'update' ? message.put : []))
    .flatMap(([, key]) => (key.startsWith('adhoc.') ? [key] : []));
  expect(titles).toEqual(Array.from({ length: count }, (_, i) => `adhoc.${i + 1}`));
  slow.socket.resume();
  expect(await slow.closed).toEqual({ code: 4430, reason: 'backlog' });
});

test('a port that is taken is told as such', async () => {
  const house = await openHouse();
  const again = serve({
    hub: house.room.hub,
    attachments,
    page: join(house.folder, 'page'),
    host: '127.0.0.1',
    port: house.server.port,
  });
  await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('a closing host tells everybody that it will be back', async () => {
  const house = await openHouse();
  const seated = await sit(house, 'duty');
  house.room.hub.close();
  await house.server.close();
  expect(await seated.closed).toEqual({ code: 4503, reason: 'closing' });
});

test('who no longer answers is let go; who answers stays', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const { server } = await openHouse();
  const dead = await visit(server.port, { autoPong: false });
  const alive = await visit(server.port);
  const pings = (): Promise<unknown> =>
    Promise.all([once(dead.socket, 'ping'), once(alive.socket, 'ping')]);
  for (let beat = 0; beat < 2; beat += 1) {
    const heard = pings();
    vi.advanceTimersByTime(LIMITS.heartbeat);
    await heard;
    // The answer is on its way back to the host.
    await settled();
  }
  vi.advanceTimersByTime(LIMITS.heartbeat);
  expect((await dead.closed).code).toBe(1006);
  await settled();
  expect(alive.socket.readyState).toBe(WebSocket.OPEN);
});

test('the report runs nothing and fetches nothing, is kept by nobody, and has one address', async () => {
  const { room, folder } = await openHouse();
  const debrief = {
    ask: () => Promise.resolve('not-ended' as const),
    page: (key: string, lang: string) => (key === 'KEY' ? `<p>${lang}</p>` : undefined),
  };
  const page = join(folder, 'page');
  const at = { hub: room.hub, attachments, debrief, page, host: '127.0.0.1', port: 0 };
  const server = await serve(at);
  onTestFinished(() => server.close());
  const shown = await get(server.port, '/debrief/KEY?lang=en');
  expect(shown).toContain('<p>en</p>');
  expect(shown).toMatch(/content-security-policy: default-src 'none'; style-src 'unsafe-inline'/i);
  expect(shown).toMatch(/cache-control: no-store/i);
  expect(shown).toMatch(/referrer-policy: no-referrer/i);
  expect(await get(server.port, '/debrief/KEY')).toContain('<p>da</p>');
  expect(await get(server.port, '/debrief/NEY')).toMatch(/^HTTP\/1.1 404/);
});

test('how slowly each role answers the heartbeat is told to control', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const house = await openHouse();
  const control = await house.room.control();
  const quick = await sit(house, 'duty');
  const silent = await visit(house.server.port, { autoPong: false });
  silent.socket.send(hello(house.room.tokens.join));
  await silent.hear('lobby');
  silent.socket.send(JSON.stringify({ type: 'take', id: 'silent', role: 'boss' }));
  await silent.hear('welcome');
  const delays = (): Readonly<Record<string, number>> =>
    control.all('presence').at(-1)?.delays ?? {};
  const heard = Promise.all([once(quick.socket, 'ping'), once(silent.socket, 'ping')]);
  vi.advanceTimersByTime(LIMITS.heartbeat);
  await heard;
  await settled();
  vi.advanceTimersByTime(LIMITS.heartbeat);
  // The one who has not answered is as slow as it has been waited for: longer than whoever has.
  expect(Object.keys(delays()).sort()).toEqual(['boss', 'duty']);
  expect(delays()['boss']).toBeGreaterThan(delays()['duty'] ?? Infinity);
});
