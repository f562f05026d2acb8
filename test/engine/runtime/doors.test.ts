/** Doors to a part of the lobby, codes, chairs taken over, freed and moved: all over the wire. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClientMessage, Invitation } from '../../../engine/runtime/protocol.ts';
import { LIMITS } from '../../../engine/runtime/protocol.ts';
import { openRoster } from '../../../engine/runtime/roster.ts';
import { openRoom, settled, type Of, type Room, type Wire } from './room.ts';

type Take = Extract<ClientMessage, { type: 'take' }>;

async function invited(room: Room): Promise<readonly Invitation[]> {
  const control = await room.control();
  control.say({ type: 'invite', id: 'invite' });
  return (await control.next('invitations')).rows;
}

function keyOf(rows: readonly Invitation[], scope: Partial<Invitation>): Invitation {
  const { role, organisation } = scope;
  const found = rows.find((row) => row.role === role && row.organisation === organisation);
  if (!found) throw new Error(`nothing for ${JSON.stringify(scope)}`);
  return found;
}

async function lobby(room: Room, token: string): Promise<Wire> {
  const wire = room.hello(token);
  await wire.next('lobby');
  return wire;
}

/** Takes a chair; the answer is this take's, also where others were refused before. */
async function take(
  wire: Wire,
  role: string,
  more: Partial<Take> = {},
): Promise<Of<'seated'> | Of<'refused'>> {
  const id = `take-${(takes += 1)}`;
  wire.say({ type: 'take', id, role, ...more });
  for (;;) {
    const answers = [...wire.all('seated'), ...wire.all('refused')];
    const found = answers.find((answer) => answer.id === id);
    if (found) return found;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
let takes = 0;

function roles(wire: Wire): readonly string[] {
  const rows = wire.all('lobby').at(-1)?.roles ?? [];
  return rows.map(({ id, deputy }) => (deputy ? `${id} (deputy)` : id));
}

/** What an entry says of its seat, for the seats' entries. */
async function seatings(room: Room): Promise<readonly string[]> {
  return (await room.entries()).flatMap((entry) => {
    if (!('event' in entry) || !entry.event.type.startsWith('seat.')) return [];
    const { type, seat, pseudonym = '', deputy } = entry.event as never as Record<string, string>;
    return `${type} ${seat} ${pseudonym}${deputy ? ' deputy' : ''}`.trim();
  });
}

test('there is a link and a code for all, for each organisation with people and for each role', async () => {
  const room = await openRoom();
  const rows = await invited(room);
  const scopes = rows.map(({ role, organisation }) => role ?? organisation ?? 'all');
  expect(scopes).toEqual(['all', 'operator', 'town', 'duty', 'boss', 'lead']);
  expect(new Set(rows.flatMap(({ token, code }) => [token, code])).size).toBe(rows.length * 2);
  // Asked again they are the same: what was printed is what one reads out.
  expect(await invited(room)).toEqual(rows);
});

test.each([
  [{}, ['duty', 'boss', 'lead']],
  [{ organisation: 'operator' }, ['duty', 'boss']],
  [{ organisation: 'town' }, ['lead']],
  [{ role: 'lead' }, ['lead']],
  // The boss is the duty officer's deputy.
  [{ role: 'boss' }, ['duty (deputy)', 'boss']],
  [{ role: 'duty' }, ['duty']],
])('the door of %o shows %o, by link and by code', async (scope, shown) => {
  const room = await openRoom();
  const { token, code } = keyOf(await invited(room), scope);
  for (const word of [token, code, code.replace('-', ' ').toLowerCase()]) {
    expect(roles(await lobby(room, word))).toEqual(shown);
  }
});

test('a lobby says nothing of roles that its door does not open, then and later', async () => {
  const room = await openRoom();
  const wire = await lobby(room, keyOf(await invited(room), { role: 'lead' }).token);
  const other = await lobby(room, room.tokens.join);
  await take(other, 'boss', { pseudonym: 'Falken' });
  await settled();
  expect(wire.all('lobby').length).toBeGreaterThan(1);
  const heard = wire.frames.map(String).join('');
  for (const secret of ['Falken', 'duty', 'boss', 'seat-1']) expect(heard).not.toContain(secret);
});

test('no role but the door’s can be taken, whatever is asked', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('duty', 'boss', 'press', 'nobody', '__proto__', 'constructor'),
      fc.record({ deputy: fc.constant(true as const) }, { requiredKeys: [] }),
      async (role, more) => {
        const room = await openRoom();
        const wire = await lobby(room, keyOf(await invited(room), { role: 'lead' }).token);
        expect(await take(wire, role, more)).toMatchObject({ code: 'unknown-role' });
        expect(room.roster.seats()).toEqual([]);
      },
    ),
    { numRuns: 10 },
  );
});

test('whoever comes as the deputy is recorded as that, asked or not', async () => {
  const room = await openRoom();
  const wire = await lobby(room, keyOf(await invited(room), { role: 'boss' }).token);
  await take(wire, 'duty');
  const own = await lobby(room, room.tokens.join);
  await take(own, 'lead', { deputy: true });
  expect(await seatings(room)).toEqual([
    'seat.taken seat-1 P1 deputy',
    'seat.taken seat-2 P2 deputy',
  ]);
});

test('links and codes of earlier starts go on working, and none is in the file', async () => {
  const room = await openRoom();
  const [row] = await room.roster.addKeys([{ role: 'lead' }]);
  await room.roster.addKeys([{ role: 'boss' }]);
  expect(roles(await lobby(room, row!.token))).toEqual(['lead']);
  expect(roles(await lobby(room, row!.code))).toEqual(['lead']);
  expect(JSON.stringify(room.roster.seats())).not.toContain(row!.token);
});

test('one’s own pseudonym is what the record and the welcome say', async () => {
  const room = await openRoom();
  const wire = await lobby(room, room.tokens.join);
  await take(wire, 'duty', { pseudonym: '  Blå Falk ', name: 'Ada' });
  expect((await wire.next('welcome')).pseudonym).toBe('Blå Falk');
  expect((await room.sit('duty')).welcome.pseudonym).toBe('P2');
  expect(await seatings(room)).toEqual(['seat.taken seat-1 Blå Falk', 'seat.taken seat-2 P2']);
  expect(room.journal.text()).not.toContain('Ada');
});

test.each([
  'Blå Falk',
  'blå  falk',
  'BLÅ FALK',
  'Bla\u030a Falk',
  'ＢＬÅ ＦＡＬＫ',
  'P7',
  'f1',
  'Bot',
])('a pseudonym is one person’s, also after that one has left: »%s«', async (pseudonym) => {
  const room = await openRoom();
  const wire = await lobby(room, room.tokens.join);
  await take(wire, 'duty', { pseudonym: 'Blå Falk' });
  wire.say({ type: 'leave', id: 'go' });
  await wire.next('done');
  const other = await lobby(room, room.tokens.join);
  expect(await take(other, 'duty', { pseudonym })).toMatchObject({ code: 'pseudonym-taken' });
  expect(await take(other, 'duty', { pseudonym: 'Grå Falk' })).toMatchObject({ type: 'seated' });
});

test('of two who want the same pseudonym at once, one gets it', async () => {
  const room = await openRoom();
  const wires = [await lobby(room, room.tokens.join), await lobby(room, room.tokens.join)];
  const answers = await Promise.all(
    wires.map((wire) => take(wire, 'duty', { pseudonym: 'Falken' })),
  );
  expect(answers.map(({ type }) => type).sort()).toEqual(['refused', 'seated']);
});

test('a chair whose person is away is shown so, and can be taken over; the old token is dead', async () => {
  const room = await openRoom();
  const { wire: before, token, seat } = await room.sit('boss');
  const wire = await lobby(room, room.tokens.join);
  const away = (): unknown =>
    wire
      .all('lobby')
      .at(-1)
      ?.roles.find(({ id }) => id === 'boss');
  expect(away()).toMatchObject({ chairs: [{ seat, pseudonym: 'P1', away: false }] });
  expect(await take(wire, 'boss', { over: seat })).toMatchObject({ code: 'seat-in-use' });
  before.cut();
  await settled();
  expect(away()).toMatchObject({ taken: 1, chairs: [{ seat, pseudonym: 'P1', away: true }] });
  expect(await take(wire, 'boss')).toMatchObject({ code: 'role-full' });
  expect(await take(wire, 'boss', { over: seat })).toMatchObject({
    type: 'seated',
    seat: 'seat-2',
  });
  expect(await room.hello(token).ended()).toMatchObject({ reason: 'unauthorised' });
  expect(await seatings(room)).toEqual([
    'seat.taken seat-1 P1',
    'seat.left seat-1',
    'seat.taken seat-2 P2',
  ]);
});

test('whoever lost the browser takes over the own chair and keeps the pseudonym', async () => {
  const room = await openRoom();
  const first = await lobby(room, room.tokens.join);
  const seated = await take(first, 'boss', { pseudonym: 'Falken' });
  first.cut();
  const again = await lobby(room, room.tokens.join);
  const over = seated.type === 'seated' ? seated.seat : '';
  await take(again, 'boss', { pseudonym: 'falken', over });
  expect((await again.next('welcome')).pseudonym).toBe('falken');
});

test('of two who take over the same chair at once, one gets it', async () => {
  const room = await openRoom();
  const { wire: before, seat } = await room.sit('boss');
  before.cut();
  const wires = [await lobby(room, room.tokens.join), await lobby(room, room.tokens.join)];
  const answers = await Promise.all(wires.map((wire) => take(wire, 'boss', { over: seat })));
  expect(answers.map((answer) => ('code' in answer ? answer.code : answer.type)).sort()).toEqual([
    'seat-taken',
    'seated',
  ]);
  expect(room.roster.seats()).toHaveLength(1);
  expect([...room.session.state.seats.keys()]).toEqual(room.roster.seats().map(({ id }) => id));
});

test('no chair of another role is taken over, nor a bot’s, nor one that is not there', async () => {
  const room = await openRoom({ bots: 'all' });
  const { wire: before, seat } = await room.sit('duty');
  before.cut();
  const wire = await lobby(room, keyOf(await invited(room), { role: 'lead' }).token);
  for (const over of [seat, 'bot:lead', 'seat-99', '__proto__']) {
    expect(await take(wire, 'lead', { over })).toMatchObject({ code: 'seat-taken' });
  }
  expect(room.roster.seats().map(({ id }) => id)).toEqual([seat]);
});

test('a takeover sent again after its answer was lost gives the same chair', async () => {
  const room = await openRoom();
  const { wire: before, seat } = await room.sit('boss');
  before.cut();
  const first = await lobby(room, room.tokens.join);
  first.say({ type: 'take', id: 'same', role: 'boss', over: seat, pseudonym: 'Falken' });
  first.cut();
  await settled();
  const again = await lobby(room, room.tokens.join);
  again.say({ type: 'take', id: 'same', role: 'boss', over: seat, pseudonym: 'Falken' });
  expect((await again.next('seated')).seat).toBe('seat-2');
  expect(room.roster.seats()).toHaveLength(1);
});

test('control frees a chair: its person is shown out, and the record says who did it', async () => {
  const room = await openRoom({ bots: 'empty' });
  const control = await room.control();
  const { wire, token, seat } = await room.sit('boss');
  control.say({ type: 'free', id: 'free', seat });
  const done = await control.next('done');
  expect(await wire.ended()).toMatchObject({ code: 4401 });
  expect(await room.hello(token).ended()).toMatchObject({ code: 4401 });
  control.say({ type: 'free', id: 'free', seat });
  expect(await control.next('done')).toEqual(done);
  const left = (await room.entries()).filter(
    (entry) => 'input' in entry && entry.input.type === 'seat.leave' && entry.input.seat === seat,
  );
  expect(left.map(({ by }) => by)).toEqual([{ type: 'facilitator', name: 'F1' }]);
  await settled();
  expect([...room.session.state.seats.keys()]).toContain('bot:boss');
  expect(room.roster.seats()).toEqual([]);
});

test.each(['seat-99', 'bot:boss', '__proto__'])('control cannot free %s', async (seat) => {
  const room = await openRoom({ bots: 'all' });
  const control = await room.control();
  control.say({ type: 'free', id: 'free', seat });
  expect(await control.next('refused')).toMatchObject({ id: 'free', code: 'not-allowed' });
  expect([...room.session.state.seats.keys()]).toContain('bot:boss');
});

test('only control frees and invites, and only who sits can move', async () => {
  const room = await openRoom();
  const waiting = await lobby(room, room.tokens.join);
  const { wire, seat } = await room.sit('boss');
  const control = await room.control();
  for (const one of [waiting, wire]) {
    one.say({ type: 'free', id: 'free', seat });
    one.say({ type: 'invite', id: 'invite' });
  }
  waiting.say({ type: 'move', id: 'move' });
  control.say({ type: 'move', id: 'move' });
  await settled();
  const told = [waiting, wire, control].map((one) =>
    one.all('refused').map(({ id, code }) => `${id} ${code}`),
  );
  const both = ['free not-allowed', 'invite not-allowed'];
  expect(told).toEqual([[...both, 'move not-allowed'], both, ['move not-allowed']]);
  expect(room.roster.seats()).toHaveLength(1);
});

async function moving(room: Room, wire: Wire): Promise<string> {
  wire.say({ type: 'move', id: 'move' });
  const { code, until } = await wire.next('moving');
  expect(until).toBe(room.hand.epoch() + LIMITS.moving);
  return code;
}

test('one goes on in the very same chair on another device, and the old one is out', async () => {
  const room = await openRoom();
  const { wire, token, seat } = await room.sit('boss');
  const code = await moving(room, wire);
  const other = room.hello(code);
  const seated = await other.next('seated');
  expect(seated).toMatchObject({ id: 'move', role: 'boss', seat });
  expect(await other.next('welcome')).toMatchObject({ seat, pseudonym: 'P1', resumed: false });
  expect(await wire.ended()).toMatchObject({ reason: 'taken-over' });
  expect(await room.hello(token).ended()).toMatchObject({ reason: 'unauthorised' });
  other.cut();
  expect((await room.hello(seated.token).next('welcome')).seat).toBe(seat);
  // The code is used up, and the record knows nothing of devices.
  expect(await room.hello(code).ended()).toMatchObject({ reason: 'unauthorised' });
  expect(await seatings(room)).toEqual(['seat.taken seat-1 P1']);
});

test('a moving code stops working: with time, with the next one, and with the chair', async () => {
  const room = await openRoom();
  const { wire } = await room.sit('duty');
  const late = await moving(room, wire);
  room.hand.pass(LIMITS.moving);
  expect(await room.hello(late).ended()).toMatchObject({ reason: 'unauthorised' });
  const older = await moving(room, wire);
  const newer = await moving(room, wire);
  expect(await room.hello(older).ended()).toMatchObject({ reason: 'unauthorised' });
  wire.say({ type: 'leave', id: 'go' });
  await wire.next('done');
  expect(await room.hello(newer).ended()).toMatchObject({ reason: 'unauthorised' });
  const { wire: second, seat } = await room.sit('duty');
  const freed = await moving(room, second);
  const control = await room.control();
  control.say({ type: 'free', id: 'f', seat });
  await control.next('done');
  expect(await room.hello(freed).ended()).toMatchObject({ reason: 'unauthorised' });
});

test('whoever is gone before the other device has arrived is replaced all the same', async () => {
  const room = await openRoom();
  const { wire, token } = await room.sit('boss');
  const other = room.hello(await moving(room, wire));
  other.cut();
  expect(await wire.ended()).toMatchObject({ reason: 'taken-over' });
  expect(await room.hello(token).ended()).toMatchObject({ reason: 'unauthorised' });
});

/** A code that is in the alphabet, and nobody's. */
const wrong = (i: number): string => `000${String(i).padStart(3, '0')}`;

test('guessing is held back for all together, and the right code waits until it may be looked at', async () => {
  const room = await openRoom();
  const [key] = await room.roster.addKeys([{ role: 'lead' }]);
  for (let i = 0; i < LIMITS.guesses; i += 1) {
    expect(await room.hello(wrong(i)).ended()).toMatchObject({ reason: 'unauthorised' });
  }
  for (const code of [wrong(0), key!.code, wrong(1)]) {
    expect(await room.hello(code).ended()).toMatchObject({ reason: 'flood' });
  }
  // Links are not held up, and neither are tokens that open nothing.
  await lobby(room, key!.token);
  expect(await room.hello('x'.repeat(32)).ended()).toMatchObject({ reason: 'unauthorised' });
  room.hand.pass(60_000 / LIMITS.guessesPerMinute);
  await lobby(room, key!.code);
  // A code that was right costs nothing.
  await lobby(room, key!.code);
  expect(await room.hello(wrong(2)).ended()).toMatchObject({ reason: 'unauthorised' });
  expect(await room.hello(wrong(3)).ended()).toMatchObject({ reason: 'flood' });
});

test('many who guess at once are not looked at more often for that', async () => {
  const room = await openRoom();
  const ends = await Promise.all(
    Array.from({ length: 60 }, (_, i) => room.hello(wrong(i)).ended()),
  );
  const looked = ends.filter(({ reason }) => reason === 'unauthorised');
  expect(looked).toHaveLength(LIMITS.guesses);
  expect(ends.every(({ reason }) => ['unauthorised', 'flood'].includes(reason))).toBe(true);
});

test('each connection has one try', async () => {
  const room = await openRoom();
  const [key] = await room.roster.addKeys([{ role: 'lead' }]);
  const wire = room.hello(wrong(1));
  wire.say({ type: 'hello', protocol: 1, token: key!.code });
  await wire.ended();
  await settled();
  expect(wire.heard).toEqual([]);
});

test('an old roster, without doors and pseudonyms, opens', async () => {
  const room = await openRoom();
  const roster = await openRoster(`${import.meta.dirname}/rosters/before-doors`);
  expect(roster.seats().map(({ pseudonym }) => pseudonym)).toEqual(['P1']);
  expect(await roster.doorByCode('K7M4QX')).toBeUndefined();
  expect(room.faults).toEqual([]);
});
