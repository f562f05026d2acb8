/** The hub on fake sockets: doors, chairs, what each receives, and how one comes back. */
import { expect, test } from 'vitest';
import { CLOSE, LIMITS, PROTOCOL } from '../../../engine/runtime/protocol.ts';
import { openRoom, settled, viewOf, type Wire } from './room.ts';

const START = { type: 'exercise.start' } as const;

test('a join token leads to the lobby, and a chair to the role and its token', async () => {
  const room = await openRoom();
  const wire = room.hello(room.tokens.join);
  const lobby = await wire.next('lobby');
  expect(lobby.exercise.status).toBe('planned');
  expect(lobby.roles.map(({ id, taken, seats }) => [id, taken, seats])).toEqual([
    ['duty', 0, 3],
    ['boss', 0, 1],
    ['lead', 0, 1],
  ]);
  wire.say({ type: 'take', id: 'mine', role: 'duty', name: '  Ada  ' });
  const seated = await wire.next('seated');
  expect(seated).toMatchObject({ id: 'mine', role: 'duty', seat: 'seat-1' });
  const welcome = await wire.next('welcome');
  expect(welcome).toMatchObject({ audience: 'role', role: 'duty', seat: 'seat-1', resumed: false });
  expect(viewOf(wire.heard).get('me/me')).toMatchObject({ id: 'duty' });
  expect(room.roster.seats()).toMatchObject([{ name: 'Ada', pseudonym: 'P1' }]);
  expect(room.journal.text()).not.toContain('Ada');
});

test('those who wait in the lobby see chairs fill up and empty', async () => {
  const room = await openRoom();
  const waiting = room.hello(room.tokens.join);
  await waiting.next('lobby');
  const { wire } = await room.sit('boss');
  await settled();
  const taken = (): number | undefined =>
    waiting
      .all('lobby')
      .at(-1)
      ?.roles.find(({ id }) => id === 'boss')?.taken;
  expect(taken()).toBe(1);
  wire.say({ type: 'leave', id: 'go' });
  await wire.next('done');
  await settled();
  expect(taken()).toBe(0);
  expect((await wire.next('lobby')).roles).toHaveLength(3);
});

test('a chair that was left opens no door again', async () => {
  const room = await openRoom();
  const { wire, token } = await room.sit('boss');
  wire.say({ type: 'leave', id: 'go' });
  await wire.next('done');
  expect(await room.hello(token).ended()).toEqual({ code: 4401, reason: 'unauthorised' });
});

test('the last chair of a role goes to one of two who ask at once', async () => {
  const room = await openRoom();
  const wires = [room.hello(room.tokens.join), room.hello(room.tokens.join)] as const;
  for (const wire of wires) await wire.next('lobby');
  for (const [i, wire] of wires.entries()) wire.say({ type: 'take', id: `w-${i}`, role: 'lead' });
  const answers = wires.map((wire) => Promise.race([wire.next('seated'), wire.next('refused')]));
  await Promise.all(answers);
  const seated = wires.flatMap((wire) => wire.all('seated'));
  const refused = wires.flatMap((wire) => wire.all('refused'));
  expect([seated.length, refused.map(({ code }) => code)]).toEqual([1, ['role-full']]);
  expect(room.roster.seats()).toHaveLength(1);
  expect([...room.session.state.seats.keys()]).toEqual([seated[0]?.seat]);
});

test('one connection gets one chair, however often it asks before it is answered', async () => {
  const room = await openRoom();
  const wire = room.hello(room.tokens.join);
  await wire.next('lobby');
  wire.say({ type: 'take', id: 'a', role: 'duty' });
  wire.say({ type: 'take', id: 'a', role: 'duty' });
  wire.say({ type: 'take', id: 'b', role: 'duty' });
  wire.say({ type: 'take', id: 'c', role: 'boss' });
  await wire.next('welcome');
  await settled();
  expect(wire.all('seated')).toHaveLength(1);
  expect(wire.all('refused').map(({ id, code }) => [id, code])).toEqual([
    ['b', 'not-allowed'],
    ['c', 'not-allowed'],
  ]);
  expect(room.session.state.seats.size).toBe(1);
});

test('who is refused a chair can ask for another', async () => {
  const room = await openRoom();
  await room.sit('boss');
  const wire = room.hello(room.tokens.join);
  await wire.next('lobby');
  wire.say({ type: 'take', id: 'a', role: 'boss' });
  expect((await wire.next('refused')).code).toBe('role-full');
  wire.say({ type: 'take', id: 'b', role: 'press' });
  expect((await wire.next('refused')).code).toBe('unknown-role');
  wire.say({ type: 'take', id: 'c', role: 'lead' });
  expect((await wire.next('seated')).role).toBe('lead');
});

test('a take sent again after its answer was lost gives the same chair and a token that works', async () => {
  const room = await openRoom();
  const first = room.hello(room.tokens.join);
  await first.next('lobby');
  first.say({ type: 'take', id: 'same', role: 'boss' });
  first.cut();
  await settled();
  const again = room.hello(room.tokens.join);
  await again.next('lobby');
  again.say({ type: 'take', id: 'same', role: 'boss' });
  const { seat, token } = await again.next('seated');
  expect(seat).toBe('seat-1');
  expect((await room.hello(token).next('welcome')).seat).toBe('seat-1');
});

test('a known take id opens no other role', async () => {
  const room = await openRoom();
  await room.sit('boss');
  const wire = room.hello(room.tokens.join);
  await wire.next('lobby');
  wire.say({ type: 'take', id: 'x', role: 'lead' });
  await wire.next('seated');
  const other = room.hello(room.tokens.join);
  await other.next('lobby');
  other.say({ type: 'take', id: 'x', role: 'boss' });
  expect((await other.next('refused')).code).toBe('role-full');
  expect(room.roster.seats()).toHaveLength(2);
});

test('who is gone before the chair is theirs takes nobody else off it', async () => {
  const room = await openRoom();
  const { wire: before, token } = await room.sit('boss');
  before.cut();
  const first = room.hello(token);
  first.cut();
  const second = room.hello(token);
  await second.next('welcome');
  await settled();
  expect(second.closed()).toBeUndefined();
  const { wire } = { wire: await room.control() };
  expect((await wire.next('presence')).roles).toEqual({ boss: 1 });
});

test('the newest connection has the chair', async () => {
  const room = await openRoom();
  const { wire, token } = await room.sit('boss');
  const newer = room.hello(token);
  await newer.next('welcome');
  expect(wire.closed()).toEqual({ code: 4409, reason: 'taken-over' });
});

test('what a role does not know is not sent to it', async () => {
  const room = await openRoom();
  const control = await room.control();
  const [duty, boss, lead] = [
    await room.sit('duty'),
    await room.sit('boss'),
    await room.sit('lead'),
  ] as const;
  await control.act(START);
  await duty.wire.act({ type: 'item.open', item: 'call' });
  const body = 'Kun til chefen: 4711';
  await duty.wire.act({ type: 'message.send', to: ['boss'], body, facts: ['encrypted'] });
  await settled();
  const text = (wire: Wire): string => wire.frames.map(String).join('\n');
  expect(text(boss.wire)).toContain(body);
  expect(text(lead.wire)).not.toContain(body);
  // Nor what control's notes say, nor what is in the script for later.
  expect(text(lead.wire)).not.toContain('Filer er krypteret');
  for (const { wire } of [duty, boss, lead]) {
    expect(text(wire)).not.toContain('Se efter ro');
    expect(text(wire)).not.toContain('Data er lækket');
  }
  expect(text(control)).toContain('Se efter ro');
});

test('an update comes before the done that it belongs to, and carries its seq or more', async () => {
  const room = await openRoom();
  const control = await room.control();
  await control.act(START);
  const { wire } = await room.sit('duty');
  const done = await wire.act({ type: 'item.acknowledge', item: 'call' });
  if (done.type !== 'done') throw new Error(done.code);
  const at = wire.heard.indexOf(done);
  const update = wire.heard
    .slice(0, at)
    .findLast((message) => message.type === 'update' && message.seq >= done.seq);
  expect(update).toBeDefined();
});

test('it says when it has read as far as one wants', async () => {
  const room = await openRoom();
  const { seq } = room.session.state;
  await room.hub.reached(seq);
  let reached = false;
  const later = room.hub.reached(seq + 2).then(() => (reached = true));
  await settled();
  expect(reached).toBe(false);
  await room.session.submit({ type: 'facilitator', name: 'F1' }, START);
  await later;
  expect(room.hub.state.status).toBe('running');
});

test('nothing is sent that is not in the journal', async () => {
  const room = await openRoom();
  const control = await room.control();
  const { wire } = await room.sit('duty');
  await control.act(START);
  await wire.act({ type: 'item.acknowledge', item: 'call' });
  const recorded = (await room.entries()).length;
  for (const one of [wire, control]) {
    for (const message of one.heard) {
      if ('seq' in message) expect(message.seq).toBeLessThan(recorded);
    }
  }
});

test('equal views are the very same bytes', async () => {
  const room = await openRoom();
  const control = await room.control();
  const seats = [await room.sit('duty'), await room.sit('duty'), await room.sit('duty')];
  await control.act(START);
  await settled();
  const frames = seats.map(({ wire }) => wire.frames.findLast((f) => String(f).includes('"call"')));
  expect(frames[0]).toBeInstanceOf(Buffer);
  expect(frames[1]).toBe(frames[0]);
  expect(frames[2]).toBe(frames[0]);
});

test.each([['duty'], ['control']])(
  '%s that comes back has the same view as one who stayed',
  async (who) => {
    const room = await openRoom();
    const control = await room.control();
    const { wire, token } = await room.sit('duty');
    await control.act(START);
    const cut = who === 'duty' ? wire : control;
    const heard = [...cut.heard];
    const since =
      heard.flatMap((one) => ('put' in one && 'seq' in one ? [one.seq] : [])).at(-1) ?? 0;
    cut.cut();
    const other = await room.control();
    await other.act({ type: 'exercise.pause', reason: 'Brandalarm' });
    await other.act({ type: 'exercise.resume' });
    await other.act({
      type: 'inject.write',
      to: ['duty'],
      from: 'Avis',
      channel: 'news',
      title: 'T',
      body: 'B',
    });
    await other.act({ type: 'exercise.jump', to: 3_600_000 });
    const back = room.hello(who === 'duty' ? token : room.tokens.control, since);
    const welcome = await back.next('welcome');
    expect(welcome.resumed).toBe(true);
    const whole = room.hello(who === 'duty' ? token : room.tokens.control);
    await whole.next('welcome');
    expect(viewOf([...heard, ...back.heard])).toEqual(viewOf(whole.heard));
    expect(welcome.put.length).toBeLessThan(await wholePuts(whole));
  },
);

async function wholePuts(wire: Wire): Promise<number> {
  return Promise.resolve(wire.all('welcome')[0]?.put.length ?? 0);
}

test('a since that was never ours gives the whole view', async () => {
  const room = await openRoom();
  const { wire, token, welcome } = await room.sit('duty');
  wire.cut();
  const back = room.hello(token, 999_999);
  const again = await back.next('welcome');
  expect(again.resumed).toBe(false);
  expect(again.put).toHaveLength(welcome.put.length);
});

test('control is shown the record, and is told who is here', async () => {
  const room = await openRoom();
  const control = await room.control();
  const { wire } = await room.sit('duty');
  await settled();
  expect(control.all('presence').at(-1)?.roles).toEqual({ duty: 1 });
  wire.cut();
  await settled();
  expect(control.all('presence').at(-1)?.roles).toEqual({});
  const record = [...viewOf(control.heard)].filter(([key]) => key.startsWith('record/'));
  expect(record.map(([key]) => key)).toEqual(
    (await room.entries()).map(({ seq }) => `record/${seq}`),
  );
  expect(JSON.stringify(record)).not.toContain('"plan"');
});

test('the record that is shown on arrival is bounded, and whoever returns is told all of it', async () => {
  const room = await openRoom();
  const control = await room.control();
  for (let i = 0; i < 130; i += 1) {
    await control.act({ type: 'observation.note', text: `iagttagelse ${i}` });
    room.hand.pass(200);
  }
  const since = 100;
  const puts = (wire: Wire): readonly string[] =>
    wire
      .all('welcome')[0]!
      .put.flatMap(([collection, key]) => (collection === 'record' ? [key] : []));
  const last = room.session.state.seq;
  expect(puts(await room.control())).toEqual(numbers(last - 199, last));
  const back = room.hello(room.tokens.control, since);
  await back.next('welcome');
  expect(puts(back)).toEqual(numbers(since + 1, last));
});

function numbers(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
}

test('an act sent twice is carried out once, and answered twice', async () => {
  const room = await openRoom();
  const control = await room.control();
  await control.act(START);
  const { wire, token } = await room.sit('duty');
  const input = { type: 'message.send', to: ['boss'], body: 'Én gang' } as const;
  const first = await wire.act(input, 'once');
  wire.cut();
  const back = room.hello(token);
  await back.next('welcome');
  expect(await back.act(input, 'once')).toEqual(first);
  expect(room.session.state.messages.size).toBe(1);
});

test('a refusal says why in both languages, and is in the journal', async () => {
  const room = await openRoom();
  const { wire } = await room.sit('duty');
  const refused = await wire.act({ type: 'item.open', item: 'call' });
  expect(refused).toMatchObject({ type: 'refused', code: 'not-started' });
  if (refused.type !== 'refused') throw new Error('done');
  expect(refused.reason.da).not.toBe(refused.reason.en);
  expect(JSON.stringify((await room.entries()).at(-1))).toContain('"not-started"');
});

test.each([
  ['a role that acts as control', 'duty', START],
  ['control that acts as a role', 'control', { type: 'item.open', item: 'call' }],
] as const)('%s is refused', async (_, who, input) => {
  const room = await openRoom();
  const wire = who === 'control' ? await room.control() : (await room.sit('duty')).wire;
  expect(await wire.act(input)).toMatchObject({ type: 'refused', code: 'not-allowed' });
  expect(room.session.state.status).toBe('planned');
});

test('who has no chair can neither act nor leave, and who has one takes no other', async () => {
  const room = await openRoom();
  const lobby = room.hello(room.tokens.join);
  await lobby.next('lobby');
  expect(await lobby.act({ type: 'item.open', item: 'call' })).toMatchObject({
    code: 'not-allowed',
  });
  lobby.say({ type: 'leave', id: 'leave' });
  await settled();
  const { wire } = await room.sit('duty');
  wire.say({ type: 'take', id: 'more', role: 'boss' });
  await settled();
  const control = await room.control();
  control.say({ type: 'take', id: 'me-too', role: 'boss' });
  control.say({ type: 'leave', id: 'away' });
  await settled();
  const refused = [lobby, wire, control].map((one) =>
    one.all('refused').map(({ id, code }) => `${id} ${code}`),
  );
  expect(refused).toEqual([
    ['act-1 not-allowed', 'leave not-allowed'],
    ['more not-allowed'],
    ['me-too not-allowed', 'away not-allowed'],
  ]);
});

test.each([
  ['garbage', 'malformed', '{'],
  ['an array', 'malformed', '[]'],
  ['null', 'malformed', 'null'],
  ['another type', 'malformed', '{"type":"shout","id":"1"}'],
  ['act before hello', 'malformed', '{"type":"act","id":"1","input":{"type":"exercise.start"}}'],
  ['a token that opens nothing', 'unauthorised', '{"type":"hello","protocol":1,"token":"nope"}'],
  ['another version', 'version', '{"type":"hello","protocol":2,"token":"nope"}'],
  ['an extra key', 'malformed', '{"type":"hello","protocol":1,"token":"nope","admin":true}'],
] as const)('%s closes the door: %s', async (_, reason, frame) => {
  const room = await openRoom();
  const wire = room.connect();
  wire.sayText(frame);
  expect(await wire.ended()).toEqual({ code: CLOSE[reason].code, reason });
  wire.sayText(frame);
  await settled();
  expect(wire.heard).toEqual([]);
});

test('saying hello again closes the door', async () => {
  const room = await openRoom();
  const { wire } = await room.sit('duty');
  wire.say({ type: 'hello', protocol: PROTOCOL, token: room.tokens.control });
  expect(await wire.ended()).toMatchObject({ code: 4400 });
});

test('who says nothing is shown out; who has said hello is not', async () => {
  const room = await openRoom();
  const silent = room.connect();
  const { wire } = await room.sit('duty');
  room.hand.pass(LIMITS.hello - 1);
  expect(silent.closed()).toBeUndefined();
  room.hand.pass(1);
  expect(silent.closed()).toEqual({ code: 4408, reason: 'hello-timeout' });
  expect(wire.closed()).toBeUndefined();
});

test('the room before the door is bounded, and has room again', async () => {
  const room = await openRoom();
  const { wire } = await room.sit('duty');
  const silent = Array.from({ length: LIMITS.unauthenticated }, () => room.connect());
  expect(silent.every((one) => one.closed() === undefined)).toBe(true);
  expect(room.connect().closed()).toEqual({ code: 4431, reason: 'full' });
  expect(wire.closed()).toBeUndefined();
  room.hand.pass(LIMITS.hello);
  await settled();
  await room.sit('boss');
});

test('who floods is shown out; at the allowed rate nobody is', async () => {
  const room = await openRoom();
  const { wire } = await room.sit('duty');
  const { wire: calm } = await room.sit('boss');
  for (let i = 0; i < LIMITS.burst + 10; i += 1) {
    calm.say({ type: 'act', id: `calm-${i}`, input: { type: 'item.open', item: 'call' } });
    room.hand.pass(1_000 / LIMITS.perSecond);
  }
  expect(calm.closed()).toBeUndefined();
  for (let i = 0; i < LIMITS.burst + 10; i += 1) {
    wire.say({ type: 'act', id: `flood-${i}`, input: { type: 'item.open', item: 'call' } });
  }
  expect(wire.closed()).toEqual({ code: 4429, reason: 'flood' });
});

test('who floods gains nothing by coming back', async () => {
  const room = await openRoom();
  const { wire, token } = await room.sit('duty');
  const flood = (from: Wire): number => {
    for (let i = 1; ; i += 1) {
      from.say({ type: 'act', id: `f-${i}`, input: { type: 'item.open', item: 'call' } });
      if (from.closed()) return i;
    }
  };
  expect(flood(wire)).toBeGreaterThan(LIMITS.burst / 2);
  const back = room.hello(token);
  await back.next('welcome');
  expect(flood(back)).toBeLessThan(5);
  room.hand.pass(2_000);
  const later = room.hello(token);
  await later.next('welcome');
  const allowed = flood(later);
  expect(allowed).toBeGreaterThan(10);
  expect(allowed).toBeLessThan(LIMITS.burst);
});

test('who reads too slowly is let go, and the others hear everything', async () => {
  const room = await openRoom();
  const control = await room.control();
  const { wire: slow } = await room.sit('duty');
  const { wire: quick } = await room.sit('boss');
  slow.waiting = LIMITS.backlog + 1;
  await control.act(START);
  expect(await slow.ended()).toEqual({ code: 4430, reason: 'backlog' });
  expect(viewOf(quick.heard).has('items/call')).toBe(true);
});

test('a closing host says so to everybody', async () => {
  const room = await openRoom();
  const wires = [room.connect(), await room.control(), (await room.sit('duty')).wire];
  room.hub.close();
  expect(wires.map((wire) => wire.closed())).toEqual(
    wires.map(() => ({ code: 4503, reason: 'closing' })),
  );
});

test('a bot gets up for a person, and sits down when the last one has left', async () => {
  const room = await openRoom({ bots: 'empty' });
  const seats = (): readonly string[] => [...room.session.state.seats.keys()].sort();
  expect(seats()).toEqual(['bot:boss', 'bot:duty', 'bot:lead']);
  const { wire } = await room.sit('duty');
  const { wire: second } = await room.sit('duty');
  expect(seats()).toEqual(['bot:boss', 'bot:lead', 'seat-1', 'seat-2']);
  wire.say({ type: 'leave', id: 'go' });
  await wire.next('done');
  await settled();
  expect(seats()).toEqual(['bot:boss', 'bot:lead', 'seat-2']);
  second.say({ type: 'leave', id: 'go' });
  await second.next('done');
  await settled();
  expect(seats()).toEqual(['bot:boss', 'bot:duty', 'bot:lead']);
});

test('with bots beside everybody, a person shares the role with one', async () => {
  const room = await openRoom({ bots: 'all' });
  await room.sit('duty');
  expect([...room.session.state.seats.keys()].sort()).toEqual([
    'bot:boss',
    'bot:duty',
    'bot:lead',
    'seat-1',
  ]);
});

test('the wall’s token shows what is public as it comes, and lets nobody do anything', async () => {
  const room = await openRoom();
  const wall = room.hello(room.wall);
  const welcome = await wall.next('welcome');
  expect(welcome).toMatchObject({ audience: 'wall', resumed: false });
  expect(welcome).not.toHaveProperty('role');
  expect(welcome.put.map(([collection]) => collection)).toEqual(['exercise']);
  expect(await wall.act({ type: 'exercise.start' })).toMatchObject({ code: 'not-allowed' });
  wall.say({ type: 'take', id: 'mine', role: 'duty' });
  wall.say({ type: 'leave', id: 'go' });
  await settled();
  expect(wall.all('refused').map(({ id }) => id)).toEqual(expect.arrayContaining(['mine', 'go']));
  expect(room.session.state.status).toBe('planned');

  const control = await room.control();
  await control.act(START);
  const { wire: duty } = await room.sit('duty');
  await duty.act({
    type: 'statement.publish',
    outlet: 'web',
    title: 'We are hit',
    body: 'More at noon',
  });
  await control.act({ type: 'observation.note', text: 'They hesitate' });
  await settled();
  expect(viewOf(wall.heard).get('statements/statement.1')).toMatchObject({ title: 'We are hit' });
  expect(wall.all('clock').at(-1)?.clock.running).toBe(true);
  expect(wall.all('presence')).toEqual([]);
  expect(wall.all('lobby')).toEqual([]);
  expect(wall.frames.join('\n')).not.toContain('hesitate');
  const own = new Set(['exercise', 'phases', 'news', 'statements', 'picture']);
  const told = [...wall.all('welcome'), ...wall.all('update')].flatMap(({ put }) => put);
  expect(told.filter(([collection]) => !own.has(collection))).toEqual([]);
});

test('a wall that comes back is told what changed, and other tokens open no wall', async () => {
  const room = await openRoom();
  const first = room.hello(room.wall);
  const { seq } = await first.next('welcome');
  const control = await room.control();
  await control.act(START);
  await settled();
  const again = room.hello(room.wall, seq);
  const back = await again.next('welcome');
  expect(back).toMatchObject({ audience: 'wall', resumed: true });
  expect(back.put).toContainEqual([
    'exercise',
    'exercise',
    expect.objectContaining({ status: 'running' }) as object,
  ]);
  expect(room.roster.door(room.wall)).toBe('wall');
  expect(room.roster.door(room.tokens.join)).toBe('join');
});
