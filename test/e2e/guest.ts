/**
 * A client written from PROTOCOL.md alone: ws, node, and nothing of ours.
 * Knows: the protocol. Does not know: what is played.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';

export type Row = { readonly [field: string]: unknown };
export type Message = { readonly type: string; readonly [field: string]: unknown };
export type Answer = { readonly type: 'done' | 'refused'; readonly [field: string]: unknown };
type Change = readonly [collection: string, key: string, row: Row | null];

export type Guest = {
  readonly heard: readonly Message[];
  /** Every frame as it came. */
  readonly text: () => string;
  readonly seq: () => number;
  readonly row: (collection: string, key: string) => Row | undefined;
  readonly rows: (collection: string) => readonly Row[];
  readonly clock: () => Row;
  /** Waits until `look` finds something in what was heard. */
  readonly until: <T>(what: string, look: () => T | undefined) => Promise<T>;
  readonly act: (input: Row, id?: string) => Promise<Answer>;
  readonly say: (message: Message) => void;
  readonly close: () => Promise<void>;
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
};

const PATIENCE = 15_000;

/** Opens a connection and says hello. */
export async function open(port: number, token: string, since?: number): Promise<Guest> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`);
  const heard: Message[] = [];
  const frames: string[] = [];
  const view = new Map<string, Map<string, Row>>();
  const waiting = new Set<() => void>();
  let seq = -1;
  let clock: Row = {};

  function put(changes: readonly Change[]): void {
    for (const [collection, key, row] of changes) {
      const rows = view.get(collection) ?? new Map<string, Row>();
      view.set(collection, rows);
      if (row) rows.set(key, row);
      else rows.delete(key);
    }
  }
  function hear(message: Message): void {
    if (message.type === 'welcome' && message['resumed'] !== true) view.clear();
    if (message.type === 'welcome' || message.type === 'update') {
      if (message.type === 'update' && (message['seq'] as number) <= seq) {
        throw new Error(`update ${String(message['seq'])} after ${seq}`);
      }
      seq = message['seq'] as number;
      put(message['put'] as readonly Change[]);
    }
    if (message['clock']) clock = message['clock'] as Row;
    heard.push(message);
  }
  socket.on('message', (data: Buffer, binary) => {
    if (binary) throw new Error('binary');
    frames.push(data.toString('utf8'));
    hear(JSON.parse(data.toString('utf8')) as Message);
    for (const look of [...waiting]) look();
  });
  const closed = once(socket, 'close').then(([code, reason]) => ({
    code: code as number,
    reason: String(reason),
  }));
  socket.on('error', () => undefined);
  await Promise.race([once(socket, 'open'), closed]);
  if (socket.readyState !== WebSocket.OPEN) throw new Error(`nobody answers on ${port}`);
  const say = (message: Message): void => socket.send(JSON.stringify(message));
  say({ type: 'hello', protocol: 1, token, ...(since === undefined ? {} : { since }) });

  function until<T>(what: string, look: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const give = (end: () => void): void => {
        waiting.delete(check);
        clearTimeout(timer);
        end();
      };
      const check = (): void => {
        const found = look();
        if (found !== undefined) give(() => resolve(found));
      };
      const timer = setTimeout(
        () => give(() => reject(new Error(`never came: ${what}`))),
        PATIENCE,
      );
      waiting.add(check);
      check();
    });
  }
  return {
    heard,
    text: () => frames.join('\n'),
    seq: () => seq,
    row: (collection, key) => view.get(collection)?.get(key),
    rows: (collection) => [...(view.get(collection)?.values() ?? [])],
    clock: () => clock,
    until,
    say,
    act: (input, id = randomUUID()) => {
      say({ type: 'act', id, input });
      return until(`an answer to ${JSON.stringify(input)}`, () =>
        heard.find(
          (message): message is Answer =>
            (message.type === 'done' || message.type === 'refused') && message['id'] === id,
        ),
      );
    },
    close: async () => {
      socket.close();
      await closed;
    },
    closed,
  };
}

export type Seated = Guest & { readonly token: string; readonly seat: string };

/** Arrives as control. */
export async function arrive(port: number, token: string): Promise<Guest> {
  const guest = await open(port, token);
  await guest.until('welcome', () => guest.heard.find(({ type }) => type === 'welcome'));
  return guest;
}

/** Takes a chair. */
export async function sit(
  port: number,
  token: string,
  role: string,
  name?: string,
): Promise<Seated> {
  const guest = await open(port, token);
  await guest.until('lobby', () => guest.heard.find(({ type }) => type === 'lobby'));
  guest.say({ type: 'take', id: randomUUID(), role, ...(name === undefined ? {} : { name }) });
  const seated = await guest.until('seated', () =>
    guest.heard.find(({ type }) => type === 'seated' || type === 'refused'),
  );
  if (seated.type === 'refused') throw new Error(JSON.stringify(seated));
  await guest.until('welcome', () => guest.heard.find(({ type }) => type === 'welcome'));
  return { ...guest, token: seated['token'] as string, seat: seated['seat'] as string };
}
