/** The client in a world held by hand: coming back, the outbox, and what it makes of messages. */
import { expect, test } from 'vitest';
import type { RoleInput } from '../../../engine/exercise/entry.ts';
import type { Put } from '../../../engine/exercise/rows.ts';
import {
  connect,
  extrapolate,
  type Client,
  type ClientWorld,
  type KeptAct,
  type Outcome,
  type SocketLike,
} from '../../../engine/runtime/client.ts';
import { applyPuts } from '../../../engine/runtime/collections.ts';
import {
  CLOSE,
  LIMITS,
  type ClientMessage,
  type ClockReading,
  type ServerMessage,
} from '../../../engine/runtime/protocol.ts';
import { openHand, type Hand } from './hand.ts';
import { openRoom, settled, type Room } from './room.ts';

/** The host's end of one connection that the client opened. */
type Line = {
  readonly url: string;
  readonly said: readonly ClientMessage[];
  readonly open: () => void;
  readonly tell: (message: ServerMessage) => void;
  readonly end: (code: number, reason?: string) => void;
  readonly closedByClient: () => boolean;
};
type World = { readonly hand: Hand; readonly lines: readonly Line[]; readonly client: Client };

function openWorld(token = 'token-1', more: Partial<ClientWorld> = {}): World {
  const hand = openHand();
  const lines: Line[] = [];
  let ids = 0;
  const client = connect('ws://host/ws', token, {
    open: (url) => {
      const [socket, line] = fakeSocket(url);
      lines.push(line);
      return socket;
    },
    now: hand.epoch,
    after: hand.after,
    id: () => `id-${(ids += 1)}`,
    ...more,
  });
  return { hand, lines, client };
}

function fakeSocket(url: string): readonly [SocketLike, Line] {
  const said: ClientMessage[] = [];
  let closed = false;
  const socket: SocketLike = {
    send: (data) => void said.push(JSON.parse(data) as ClientMessage),
    close: () => void (closed = true),
    onopen: null,
    onmessage: null,
    onclose: null,
    onerror: null,
  };
  const line: Line = {
    url,
    said,
    open: () => socket.onopen?.(undefined as never),
    tell: (message) => socket.onmessage?.({ data: JSON.stringify(message) }),
    end: (code, reason = '') => socket.onclose?.({ code, reason }),
    closedByClient: () => closed,
  };
  return [socket, line];
}

const CLOCK: ClockReading = { at: 0, wall: 0, pace: 12, running: false };

function welcome(seq: number, put: readonly Put[] = [], resumed = false): ServerMessage {
  return {
    type: 'welcome',
    audience: 'role',
    role: 'duty',
    seat: 'seat-1',
    seq,
    resumed,
    clock: CLOCK,
    put,
  };
}
const LOBBY: ServerMessage = { type: 'lobby', exercise: {} as never, roles: [] };
const OPEN: RoleInput = { type: 'item.open', item: 'call' };

/** Opens line `n` and lets the client in. */
function letIn(world: World, n: number, seq = 5, resumed = n > 0): Line {
  const line = world.lines[n]!;
  line.open();
  line.tell(welcome(seq, [], resumed));
  return line;
}

test('it says hello, and after a loss what it has applied last', () => {
  const world = openWorld();
  const first = letIn(world, 0);
  expect(first.said).toEqual([{ type: 'hello', protocol: 1, token: 'token-1' }]);
  first.tell({ type: 'update', seq: 9, put: [] });
  first.end(1006);
  expect(world.client.state()).toMatchObject({ connection: 'waiting', lost: { code: 1006 } });
  world.hand.pass(250);
  const second = letIn(world, 1, 9);
  expect(second.said[0]).toEqual({ type: 'hello', protocol: 1, token: 'token-1', since: 9 });
});

test('it waits longer each time nobody answers, and begins anew once it was let in', () => {
  const world = openWorld();
  letIn(world, 0).end(1006);
  const waits = [250, 500, 1_000, 2_000, 5_000, 5_000];
  for (const [i, wait] of waits.entries()) {
    world.hand.pass(wait - 1);
    expect(world.lines).toHaveLength(i + 1);
    world.hand.pass(1);
    expect(world.lines).toHaveLength(i + 2);
    world.lines[i + 1]!.end(1006);
  }
  world.hand.pass(5_000);
  letIn(world, waits.length + 1).end(1006);
  world.hand.pass(250);
  expect(world.lines).toHaveLength(waits.length + 3);
});

test.each(Object.entries(CLOSE))(
  'after %s it comes back, or not, as the protocol says',
  (_, why) => {
    const world = openWorld();
    letIn(world, 0).end(why.code, 'why');
    world.hand.pass(60_000);
    expect(world.lines.length).toBe(why.retry ? 2 : 1);
    expect(world.client.state().connection).toBe(why.retry ? 'waiting' : 'closed');
  },
);

test('what is asked while there is no connection is sent when there is one, in order', () => {
  const world = openWorld();
  void world.client.act(OPEN);
  void world.client.act({ ...OPEN, item: 'second' });
  expect(world.client.state().pending).toBe(2);
  const line = letIn(world, 0);
  expect(line.said.slice(1)).toEqual([
    { type: 'act', id: 'id-1', input: OPEN },
    { type: 'act', id: 'id-2', input: { ...OPEN, item: 'second' } },
  ]);
});

test('what had no answer is sent again under the same id; what had one is not', async () => {
  const world = openWorld();
  const first = letIn(world, 0);
  const answered = world.client.act(OPEN);
  const lost = world.client.act(OPEN);
  first.tell({ type: 'done', id: 'id-1', seq: 6 });
  expect(await answered).toMatchObject({ type: 'done', seq: 6 });
  first.end(1006);
  world.hand.pass(250);
  const second = letIn(world, 1);
  expect(second.said.slice(1)).toEqual([{ type: 'act', id: 'id-2', input: OPEN }]);
  second.tell({ type: 'refused', id: 'id-2', code: 'paused', reason: { da: 'p', en: 'p' } });
  expect(await lost).toMatchObject({ type: 'refused', code: 'paused' });
  expect(world.client.state().pending).toBe(0);
});

test('an answer from a connection that is gone, or to nothing, does no harm', () => {
  const world = openWorld();
  const first = letIn(world, 0);
  first.end(1006);
  world.hand.pass(250);
  const second = letIn(world, 1, 7);
  first.tell({ type: 'update', seq: 99, put: [['items', 'ghost', {}]] });
  first.end(4401);
  second.tell({ type: 'done', id: 'never-asked', seq: 8 });
  second.tell({ type: 'gossip', about: 'later versions' } as never);
  expect(world.client.state()).toMatchObject({ connection: 'open', seq: 7 });
  expect(world.client.state().view).toEqual({});
});

test('it never sends faster than the host allows, and everything in the end', () => {
  const world = openWorld();
  const count = 100;
  for (let i = 0; i < count; i += 1) void world.client.act(OPEN);
  const line = letIn(world, 0);
  const times: number[] = [];
  for (let ms = 0; ms < 20_000; ms += 50) {
    while (times.length < line.said.length) times.push(ms);
    world.hand.pass(50);
  }
  expect(line.said).toHaveLength(count + 1);
  expect(new Set(line.said.map((message) => ('id' in message ? message.id : ''))).size).toBe(
    count + 1,
  );
  // As the host counts: never more in any stretch of time than the bucket holds.
  for (const [i, from] of times.entries()) {
    for (const [j, to] of times.slice(i).entries()) {
      const allowed = LIMITS.burst + ((to - from) / 1_000) * LIMITS.perSecond;
      expect(j + 1).toBeLessThanOrEqual(allowed);
    }
  }
});

test('a lobby that changes while a chair is asked for does not ask again', () => {
  const world = openWorld();
  const line = world.lines[0]!;
  line.open();
  line.tell(LOBBY);
  void world.client.take('duty', 'Ada');
  line.tell(LOBBY);
  line.tell(LOBBY);
  expect(line.said.slice(1)).toEqual([{ type: 'take', id: 'id-1', role: 'duty', name: 'Ada' }]);
  line.end(1006);
  world.hand.pass(250);
  const again = world.lines[1]!;
  again.open();
  again.tell(LOBBY);
  again.tell(LOBBY);
  expect(again.said.slice(1)).toEqual([{ type: 'take', id: 'id-1', role: 'duty', name: 'Ada' }]);
});

test('with a chair it comes back by the chair’s own token', async () => {
  const world = openWorld();
  const line = world.lines[0]!;
  line.open();
  line.tell(LOBBY);
  const taken = world.client.take('duty');
  line.tell({ type: 'seated', id: 'id-1', role: 'duty', seat: 'seat-1', token: 'seat-token' });
  line.tell(welcome(3));
  expect(await taken).toMatchObject({ token: 'seat-token' });
  line.end(1006);
  world.hand.pass(250);
  world.lines[1]!.open();
  expect(world.lines[1]!.said[0]).toMatchObject({ token: 'seat-token', since: 3 });
});

test('a chair that was left is forgotten: the next hello is at the door it came by', async () => {
  const world = openWorld('join-token');
  const line = world.lines[0]!;
  line.open();
  line.tell(LOBBY);
  void world.client.take('duty');
  line.tell({ type: 'seated', id: 'id-1', role: 'duty', seat: 'seat-1', token: 'seat-token' });
  line.tell(welcome(3, [['items', 'call', { id: 'call' }]]));
  const left = world.client.leave();
  line.tell({ type: 'done', id: 'id-2', seq: 4 });
  await left;
  const { audience, seat, role, view } = world.client.state();
  expect({ audience, seat, role, view }).toEqual({ view: {} });
  line.end(1006);
  world.hand.pass(250);
  world.lines[1]!.open();
  expect(world.lines[1]!.said).toEqual([{ type: 'hello', protocol: 1, token: 'join-token' }]);
});

test('what is still unanswered when the door is shut for good is said to be so', async () => {
  const world = openWorld();
  const line = letIn(world, 0);
  const asked = world.client.act(OPEN);
  line.end(CLOSE['taken-over'].code, 'taken-over');
  const outcome = await asked;
  expect(outcome).toMatchObject({ type: 'refused', code: 'unanswered' });
  expect(world.client.state().pending).toBe(0);
});

test('an update that was applied already changes nothing', () => {
  const world = openWorld();
  const line = letIn(world, 0, 5);
  line.tell({ type: 'update', seq: 6, put: [['items', 'a', { n: 1 }]] });
  line.tell({ type: 'update', seq: 6, put: [['items', 'a', { n: 2 }]] });
  line.tell({ type: 'update', seq: 4, put: [['items', 'a', null]] });
  expect(world.client.state()).toMatchObject({ seq: 6, view: { items: { a: { n: 1 } } } });
});

test('a whole view replaces what was there; a resumed one adds to it', () => {
  const world = openWorld();
  const line = letIn(world, 0);
  line.tell({ type: 'update', seq: 6, put: [['items', 'a', { n: 1 }]] });
  line.end(1006);
  world.hand.pass(250);
  world.lines[1]!.open();
  world.lines[1]!.tell(welcome(7, [['items', 'b', { n: 2 }]], true));
  expect(world.client.state().view).toEqual({ items: { a: { n: 1 }, b: { n: 2 } } });
  world.lines[1]!.end(1006);
  world.hand.pass(250);
  world.lines[2]!.open();
  world.lines[2]!.tell(welcome(7, [['items', 'c', { n: 3 }]], false));
  expect(world.client.state().view).toEqual({ items: { c: { n: 3 } } });
});

test('exercise time goes on from the host’s last reading, however wrong our own clock is', () => {
  const world = openWorld();
  const line = letIn(world, 0);
  const wall = world.hand.epoch() + 3_600_000;
  line.tell({ type: 'clock', clock: { at: 60_000, wall, pace: 12, running: true } });
  expect(world.client.now()).toBe(60_000);
  world.hand.pass(1_000);
  expect(world.client.now()).toBe(72_000);
  line.tell({
    type: 'clock',
    clock: { at: 72_000, wall: wall + 1_000, pace: 12, running: false },
  });
  world.hand.pass(5_000);
  expect(world.client.now()).toBe(72_000);
});

test('time is never shown as running backwards from a reading', () => {
  const reading = { at: 500, wall: 1_000, pace: 2, running: true };
  expect(extrapolate(reading, 900)).toBe(500);
  expect(extrapolate(reading, 1_001)).toBe(502);
  expect(extrapolate(undefined, 5)).toBe(0);
});

test('a closed client says nothing more and does not come back', () => {
  const world = openWorld();
  const line = letIn(world, 0);
  line.end(1006);
  world.client.close();
  world.hand.pass(60_000);
  expect(world.lines).toHaveLength(1);
  expect(world.hand.timers()).toBe(0);
  const other = openWorld();
  const open = letIn(other, 0);
  other.client.close();
  expect(open.closedByClient()).toBe(true);
  expect(other.client.state().connection).toBe('closed');
});

test('only the collections that change are new objects', () => {
  const before = { items: { a: { n: 1 } }, tasks: { t: { n: 1 } } };
  const after = applyPuts(before, [['items', 'a', null]]);
  expect(after).toEqual({ items: {}, tasks: { t: { n: 1 } } });
  expect(after['tasks']).toBe(before.tasks);
  expect(before.items).toEqual({ a: { n: 1 } });
});

/** The client on a real hub, with a network that can be cut. */
function join(room: Room, token: string): { client: Client; cut: () => void } {
  let cut = (): void => undefined;
  let ids = 0;
  const client = connect('ws://room/ws', token, {
    open: () => {
      let alive = true;
      const socket: SocketLike = {
        send: (data) => {
          if (alive) connection.receive(data);
        },
        close: () => cut(),
        onopen: null,
        onmessage: null,
        onclose: null,
        onerror: null,
      };
      const end = (code: number, reason: string): void => {
        if (!alive) return;
        alive = false;
        connection.closed();
        socket.onclose?.({ code, reason });
      };
      const connection = room.hub.connect({
        send: (frame) => {
          if (alive) socket.onmessage?.({ data: frame.toString() });
        },
        close: end,
        waiting: () => 0,
      });
      cut = () => end(1006, '');
      queueMicrotask(() => socket.onopen?.(undefined as never));
      return socket;
    },
    now: room.hand.epoch,
    after: room.hand.after,
    id: () => `${token.slice(0, 8)}-${(ids += 1)}`,
  });
  return { client, cut: () => cut() };
}

test('through any number of cuts each act is carried out once, and the view is the same', async () => {
  const room = await openRoom();
  const control = await room.control();
  await control.act({ type: 'exercise.start' });
  const { client, cut } = join(room, room.tokens.join);
  await settled();
  const seated = await client.take('duty');
  if (seated.type !== 'seated') throw new Error(seated.type);
  const sent: Promise<unknown>[] = [];
  for (let i = 0; i < 60; i += 1) {
    sent.push(client.act({ type: 'message.send', to: ['boss'], body: `nr. ${i}` }));
    if (i % 7 === 3) cut();
    room.hand.pass(130);
    if (i % 5 === 0) await settled();
  }
  for (let i = 0; i < 40 && client.state().pending > 0; i += 1) {
    room.hand.pass(300);
    await settled();
  }
  const outcomes = await Promise.all(sent);
  expect(outcomes).toEqual(
    outcomes.map(() => expect.objectContaining({ type: 'done' }) as unknown),
  );
  const bodies = [...room.session.state.messages.values()].map(({ body }) => body);
  expect(bodies).toEqual(Array.from({ length: 60 }, (_, i) => `nr. ${i}`));
  const whole = room.hello(seated.token);
  const all = applyPuts({}, (await whole.next('welcome')).put);
  expect(client.state().view).toEqual(all);
});

/** A shelf that outlives its clients. */
function openShelf() {
  const shelf: { owner: string; acts: readonly KeptAct[] } = { owner: '', acts: [] };
  const revived: (readonly [KeptAct, Outcome])[] = [];
  const keep: ClientWorld['keep'] & object = {
    load: (owner) => (owner === shelf.owner ? shelf.acts : []),
    save: (owner, acts) => void Object.assign(shelf, { owner, acts }),
    revived: (act, outcome) => void outcome.then((what) => revived.push([act, what])),
  };
  return { shelf, revived, keep };
}
const SEATED: readonly Put[] = [['exercise', 'exercise', { id: 'ex' }]];

test('a page that is loaded anew sends what had no answer under the same ids, before anything new', async () => {
  const { shelf, revived, keep } = openShelf();
  const first = openWorld('token-1', { keep });
  const line = first.lines[0]!;
  line.open();
  line.tell(welcome(5, SEATED));
  void first.client.act(OPEN, 'form-1');
  void first.client.act({ ...OPEN, item: 'second' });
  line.tell({ type: 'done', id: 'id-1', seq: 6 });
  expect(shelf).toEqual({
    owner: 'ex seat-1',
    acts: [{ id: 'id-2', input: { ...OPEN, item: 'second' } }],
  });

  const again = openWorld('token-1', { keep, id: () => 'new' });
  void again.client.act({ ...OPEN, item: 'third' });
  const next = again.lines[0]!;
  next.open();
  next.tell(welcome(6, SEATED));
  expect(next.said.slice(1)).toEqual([
    { type: 'act', id: 'id-2', input: { ...OPEN, item: 'second' } },
    { type: 'act', id: 'new', input: { ...OPEN, item: 'third' } },
  ]);
  next.tell({ type: 'done', id: 'id-2', seq: 7 });
  next.tell({ type: 'done', id: 'new', seq: 8 });
  await settled();
  expect(revived).toEqual([
    [expect.objectContaining({ id: 'id-2' }), { type: 'done', id: 'id-2', seq: 7 }],
  ]);
  expect(shelf.acts).toEqual([]);
  next.end(1006);
  again.hand.pass(250);
  again.lines[1]!.open();
  again.lines[1]!.tell(welcome(8, [], true));
  expect(again.lines[1]!.said).toHaveLength(1);
});

test('what another seat, or another exercise, left behind is not sent', () => {
  const { keep, shelf } = openShelf();
  Object.assign(shelf, { owner: 'ex seat-2', acts: [{ id: 'old', input: OPEN }] });
  const world = openWorld('token-1', { keep });
  world.lines[0]!.open();
  world.lines[0]!.tell(welcome(5, SEATED));
  expect(world.lines[0]!.said).toHaveLength(1);
});

test('a host that has fallen silent is asked, and left when it does not answer', () => {
  const world = openWorld('token-1', { silence: 10_000 });
  const line = letIn(world, 0);
  world.hand.pass(10_000);
  expect(line.said.at(-1)).toMatchObject({ type: 'ping' });
  line.tell({ type: 'pong', id: 'id-1' });
  world.hand.pass(10_000);
  expect(world.client.state().connection).toBe('open');
  world.hand.pass(10_000);
  expect(line.closedByClient()).toBe(true);
  expect(world.client.state()).toMatchObject({ connection: 'waiting', lost: { reason: 'silent' } });
  world.hand.pass(250);
  expect(letIn(world, 1).said[0]).toMatchObject({ type: 'hello', since: 5 });
});
