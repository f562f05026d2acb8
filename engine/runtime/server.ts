/**
 * The host's one port: the participants' page and the WebSocket door. Knows: HTTP, ws, headers.
 * Does not know: what is said (hub does) or who may fetch which file (attachments does). The page
 * lies in memory from the start.
 */
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Duplex } from 'node:stream';
import { constants, gzipSync } from 'node:zlib';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Attachment } from '../plan/plan.ts';
import type { Attachments } from './attachments.ts';
import type { Debrief } from './debrief.ts';
import type { Connection, Hub } from './hub.ts';
import { DEBRIEF_PATH, FILES_PATH, LIMITS, SOCKET_PATH } from './protocol.ts';

export type ServerOptions = {
  readonly hub: Hub;
  readonly attachments: Attachments;
  readonly debrief?: Debrief | undefined;
  /** The folder of the built participants' page. */
  readonly page: string;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
};

export type Server = {
  readonly port: number;
  readonly close: () => Promise<void>;
};

type Asset = {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
  /** The same, compressed: once at the start, not for everybody who asks. */
  readonly gzip: Uint8Array<ArrayBuffer>;
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Nothing is fetched and nothing is run. */
const REPORT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What the pages are called, and the files they lie in. */
const PAGES: Readonly<Record<string, string>> = { '/': '/index.html', '/wall': '/wall.html' };

/** Starts listening. Rejects with the system's error when the port cannot be had. */
export async function serve(options: ServerOptions): Promise<Server> {
  const assets = await readAssets(options.page);
  const http = createAdaptorServer({ fetch: routes(options, assets).fetch }) as HttpServer;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.frame,
    perMessageDeflate: false,
    clientTracking: true,
  });
  const connections = new WeakMap<WebSocket, Connection>();
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    if (welcomeUpgrade(request)) {
      sockets.handleUpgrade(request, socket, head, (opened) =>
        connections.set(opened, attach(options.hub, opened)),
      );
    } else refuseUpgrade(socket);
  });
  const stopBeating = heartbeat(options.hub, sockets, connections);
  await listen(http, options.port, options.host);
  return {
    port: (http.address() as AddressInfo).port,
    close: async () => {
      stopBeating();
      for (const socket of sockets.clients) socket.terminate();
      const closed = new Promise((resolve) => http.close(resolve));
      // Also those that have connected and asked for nothing: waiting for them takes a minute.
      http.closeAllConnections();
      await closed;
    },
  };
}

function routes(
  { hub, attachments, debrief }: ServerOptions,
  assets: ReadonlyMap<string, Asset>,
): Hono {
  const app = new Hono();
  // Outermost, so that it has the last word: opened by itself, a file can do nothing at all.
  app.use(`${FILES_PATH}*`, async (c, next) => {
    await next();
    c.res.headers.set('content-security-policy', "default-src 'none'; sandbox");
    c.res.headers.set('cache-control', 'no-store');
  });
  // The report is one file with its style in it, made from a record that others wrote in.
  app.use(`${DEBRIEF_PATH}*`, async (c, next) => {
    await next();
    c.res.headers.set('content-security-policy', REPORT_POLICY);
    c.res.headers.set('cache-control', 'no-store');
  });
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // Attachments: fetched with the seat's token, and shown from memory.
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
      // The host of an air-gapped room speaks plain HTTP; a proxy with TLS sets this itself.
      strictTransportSecurity: false,
    }),
  );
  app.get('/healthz', (c) => c.json({ ok: true, status: hub.state.status, seq: hub.state.seq }));
  app.get(`${FILES_PATH}:digest`, async (c) => {
    const token = bearerOf(c.req.header('authorization'));
    const handed = await attachments.fetch(token, c.req.param('digest'));
    if (handed.type === 'flood') return c.text('429', 429, { 'retry-after': '5' });
    if (handed.type === 'nothing') return c.text('404', 404);
    return c.body(handed.content, 200, fileHeaders(handed.file));
  });
  app.get(`${DEBRIEF_PATH}:key`, (c) => {
    const page = debrief?.page(c.req.param('key'), c.req.query('lang') === 'en' ? 'en' : 'da');
    return page === undefined ? c.text('404', 404) : c.html(page);
  });
  app.get('*', (c) => {
    const path = PAGES[c.req.path] ?? c.req.path;
    const asset = assets.get(path);
    if (!asset) return c.text('404', 404);
    const lasting = path.startsWith('/assets/');
    const gzip = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
    return c.body(gzip ? asset.gzip : asset.body, 200, {
      'content-type': asset.type,
      'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      ...(gzip ? { 'content-encoding': 'gzip' } : {}),
    });
  });
  return app;
}

function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer ([\w-]+)$/i.exec(header ?? '')?.[1];
}

/** The kind is the plan's, never guessed; what is no picture is for keeping, not for showing. */
function fileHeaders({ name, type }: Attachment): Record<string, string> {
  const shown = type.startsWith('image/') ? 'inline' : 'attachment';
  const last = name.slice(name.lastIndexOf('/') + 1);
  // RFC 8187: what is left of ASCII for old readers, the whole name in UTF-8 for the others.
  const ascii = last.replace(/[^\w.-]/g, '_');
  const whole = encodeURIComponent(last.replace(/\p{Surrogate}/gu, '_')).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    'content-disposition': `${shown}; filename="${ascii}"; filename*=UTF-8''${whole}`,
  };
}

async function readAssets(folder: string): Promise<ReadonlyMap<string, Asset>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  const rows = await Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const body = new Uint8Array(await readFile(path));
      const type = TYPES[extname(entry.name)] ?? 'application/octet-stream';
      const name = path.slice(folder.length).replaceAll('\\', '/');
      const gzip = new Uint8Array(gzipSync(body, { level: constants.Z_BEST_COMPRESSION }));
      return [name.startsWith('/') ? name : `/${name}`, { type, body, gzip }] as const;
    }),
  );
  return new Map(rows);
}

/** Only our own door, and only from our own page or from a client that is no browser. */
function welcomeUpgrade({ url, headers }: IncomingMessage): boolean {
  if (url !== SOCKET_PATH) return false;
  if (headers.origin === undefined) return true;
  try {
    return new URL(headers.origin).host === headers.host;
  } catch {
    return false;
  }
}

function refuseUpgrade(socket: Duplex): void {
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

function attach(hub: Hub, socket: WebSocket): Connection {
  const connection = hub.connect({
    send: (frame) => socket.send(frame, { binary: false }),
    close: (code, reason) => socket.close(code, reason),
    waiting: () => socket.bufferedAmount,
  });
  socket.on('message', (data, binary) => {
    if (binary) socket.close(1003, 'text only');
    else connection.receive((data as Buffer).toString('utf8'));
  });
  socket.on('close', () => connection.closed());
  // A frame that breaks the protocol or a limit: ws closes the connection with the right code.
  socket.on('error', () => undefined);
  return connection;
}

type Beat = { missed: number; sent: number };

/**
 * Pings everybody; whoever has not answered the last two is gone. How long an answer took is told
 * to the hub, and while there is none, how long it has been waited for.
 */
function heartbeat(
  hub: Hub,
  sockets: WebSocketServer,
  connections: WeakMap<WebSocket, Connection>,
): () => void {
  const beats = new WeakMap<WebSocket, Beat>();
  const tell = (socket: WebSocket, { missed, sent }: Beat): void => {
    if (missed > 0) connections.get(socket)?.delayed(performance.now() - sent);
  };
  function firstBeat(socket: WebSocket): Beat {
    const beat = { missed: 0, sent: 0 };
    beats.set(socket, beat);
    socket.on('pong', () => {
      tell(socket, beat);
      beat.missed = 0;
    });
    return beat;
  }
  const timer = setInterval(() => {
    for (const socket of sockets.clients) {
      const beat = beats.get(socket) ?? firstBeat(socket);
      tell(socket, beat);
      if (beat.missed >= 2) {
        socket.terminate();
        continue;
      }
      if (beat.missed === 0) beat.sent = performance.now();
      beat.missed += 1;
      socket.ping();
    }
    hub.beat();
  }, LIMITS.heartbeat);
  timer.unref();
  return () => clearInterval(timer);
}

function listen(http: HttpServer, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.off('error', reject);
      resolve();
    });
  });
}
