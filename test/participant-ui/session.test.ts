/** Which token the page connects with, as chairs are taken, kept, lost and left. */
import { describe, expect, it } from 'vitest';
import { CLOSE, type ServerMessage } from '../../engine/runtime/protocol.ts';
import type { FileRow } from '../../engine/exercise/rows.ts';
import { screenOf } from '../../participant-ui/screen.ts';
import { keepSeat, findSeat } from '../../participant-ui/seat.ts';
import { openSession } from '../../participant-ui/session.ts';
import { exercise, memoryShelves, network, role } from './support.ts';

const lobby: ServerMessage = { type: 'lobby', exercise, roles: [] };
const welcome: ServerMessage = {
  type: 'welcome',
  audience: 'role',
  role: 'me',
  seat: 's1',
  seq: 5,
  resumed: false,
  clock: { at: 0, wall: 0, pace: 1, running: true },
  put: [
    ['exercise', 'exercise', exercise],
    ['me', 'me', role('me')],
  ],
};
const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

function arrive(token: string | undefined, shelves = memoryShelves()) {
  const { world, wires } = network();
  const fetched: (readonly [string, string])[] = [];
  const fetchFile = (file: FileRow, bearer: string): Promise<Blob | undefined> => {
    fetched.push([file.digest, bearer]);
    return Promise.resolve(new Blob(['x']));
  };
  const page = { url: 'ws://host/ws', token, control: false, shelves, world, fetchFile };
  const session = openSession(page);
  return { session, wires, shelves, fetched, screen: () => screenOf(session.state()) };
}

const seat = { exercise: 'ex', join: 'door', token: 'chair' };

describe('arriving', () => {
  it('explains itself without a token', () => {
    expect(arrive(undefined).screen()).toEqual({ type: 'no-token', wrong: false });
  });

  it('turns the facilitator’s link away without using it or a kept chair', () => {
    const shelves = memoryShelves();
    keepSeat(shelves, seat);
    const { world, wires } = network();
    const fetchFile = (): Promise<undefined> => Promise.resolve(undefined);
    const rest = { shelves, world, fetchFile };
    const page = { url: 'ws://host/ws', token: undefined, control: true, ...rest };
    expect(screenOf(openSession(page).state())).toEqual({ type: 'control' });
    expect(wires).toEqual([]);
  });

  it('shows the lobby for a join token, and keeps the chair that is taken there', async () => {
    const { session, wires, shelves, screen } = arrive('door');
    await turn();
    expect(wires[0]!.heard).toMatchObject([{ type: 'hello', token: 'door' }]);
    wires[0]!.say(lobby);
    expect(screen().type).toBe('lobby');

    const taken = session.take('me', '');
    const take = wires[0]!.heard[1]!;
    expect(take).toEqual({ type: 'take', id: 'act-1', role: 'me' });
    wires[0]!.say({ type: 'seated', id: 'act-1', role: 'me', seat: 's1', token: 'chair' });
    wires[0]!.say(welcome);
    expect(await taken).toBeUndefined();
    expect(screen().type).toBe('work');
    expect(findSeat(shelves)).toEqual(seat);
  });

  it('fetches attachments with the chair’s own token, and none without a token', async () => {
    const file = { name: 'a.png', type: 'image/png', bytes: 1, digest: 'abc' } as const;
    const nobody = arrive(undefined);
    expect(await nobody.session.file(file)).toBeUndefined();
    expect(nobody.fetched).toEqual([]);
    const { session, wires, fetched } = arrive('door');
    await turn();
    wires[0]!.say(lobby);
    const taken = session.take('me', '');
    wires[0]!.say({ type: 'seated', id: 'act-1', role: 'me', seat: 's1', token: 'chair' });
    await taken;
    expect(await session.file(file)).toBeInstanceOf(Blob);
    expect(fetched).toEqual([['abc', 'chair']]);
  });

  it('tells why a chair was not given', async () => {
    const { session, wires, shelves } = arrive('door');
    await turn();
    wires[0]!.say(lobby);
    const taken = session.take('me', 'Anne');
    expect(wires[0]!.heard[1]).toMatchObject({ type: 'take', name: 'Anne' });
    const reason = { da: 'Optaget', en: 'Taken' };
    wires[0]!.say({ type: 'refused', id: 'act-1', code: 'role-full', reason });
    expect(await taken).toMatchObject({ type: 'refused', reason });
    expect(findSeat(shelves)).toBeUndefined();
  });

  it('comes back to its chair after a reload', async () => {
    const shelves = memoryShelves();
    keepSeat(shelves, seat);
    const { wires } = arrive('door', shelves);
    await turn();
    expect(wires[0]!.heard).toMatchObject([{ type: 'hello', token: 'chair' }]);
  });

  it('comes back without the link, too', async () => {
    const shelves = memoryShelves();
    keepSeat(shelves, seat);
    const { wires } = arrive(undefined, shelves);
    await turn();
    expect(wires[0]!.heard).toMatchObject([{ token: 'chair' }]);
  });

  it('finds its chair when the host has a new link for the same exercise', async () => {
    const shelves = memoryShelves();
    keepSeat(shelves, seat);
    const { wires } = arrive('new-door', shelves);
    await turn();
    wires[0]!.say(lobby);
    await turn();
    expect(wires[1]!.heard).toMatchObject([{ token: 'chair' }]);
    expect(wires[0]!.closed()).toBe(true);
  });
});

describe('losing the chair', () => {
  it('goes to the lobby when the host no longer knows the seat, and forgets it', async () => {
    const shelves = memoryShelves();
    keepSeat(shelves, seat);
    const { wires, screen } = arrive('door', shelves);
    await turn();
    wires[0]!.drop(CLOSE.unauthorised.code);
    await turn();
    expect(wires[1]!.heard).toMatchObject([{ token: 'door' }]);
    wires[1]!.say(lobby);
    expect(screen().type).toBe('lobby');
    expect(findSeat(shelves)).toBeUndefined();
  });

  it('says so when the join token itself is refused', async () => {
    const { wires, screen } = arrive('door');
    await turn();
    wires[0]!.drop(CLOSE.unauthorised.code);
    expect(screen()).toMatchObject({ type: 'closed', why: 'unauthorised' });
  });

  it('can take it back when it was opened elsewhere', async () => {
    const shelves = memoryShelves();
    keepSeat(shelves, seat);
    const { session, wires, screen } = arrive('door', shelves);
    await turn();
    wires[0]!.say(welcome);
    wires[0]!.drop(CLOSE['taken-over'].code);
    expect(screen()).toMatchObject({ type: 'closed', why: 'taken-over', canJoin: true });
    session.comeBack();
    await turn();
    expect(wires[1]!.heard).toMatchObject([{ token: 'chair' }]);
  });

  it('can choose another instead, and is not led back to the old one', async () => {
    const shelves = memoryShelves();
    keepSeat(shelves, seat);
    const { session, wires, screen } = arrive('door', shelves);
    await turn();
    wires[0]!.drop(CLOSE['taken-over'].code);
    session.chooseAnother();
    await turn();
    wires[1]!.say(lobby);
    await turn();
    expect(wires).toHaveLength(2);
    expect(screen().type).toBe('lobby');
  });

  it('keeps the working screen while a lost connection is tried again', async () => {
    const shelves = memoryShelves();
    keepSeat(shelves, seat);
    const { wires, screen } = arrive('door', shelves);
    await turn();
    wires[0]!.say(welcome);
    wires[0]!.drop(1006);
    expect(screen()).toMatchObject({ type: 'work', link: { connection: 'waiting' } });
  });
});

describe('leaving', () => {
  it('forgets the chair and shows the lobby', async () => {
    const shelves = memoryShelves();
    keepSeat(shelves, seat);
    const { session, wires, screen } = arrive('door', shelves);
    await turn();
    wires[0]!.say(welcome);
    const left = session.leave();
    expect(wires[0]!.heard[1]).toEqual({ type: 'leave', id: 'act-1' });
    wires[0]!.say({ type: 'done', id: 'act-1', seq: 6 });
    await left;
    await turn();
    wires[1]!.say(lobby);
    expect(screen().type).toBe('lobby');
    expect(findSeat(shelves)).toBeUndefined();
  });
});

describe('entering with a code', () => {
  const seated: ServerMessage = {
    type: 'seated',
    id: 'move-1',
    role: 'me',
    seat: 's1',
    token: 'chair',
  };

  it('opens the lobby, and the chair taken there is kept with the code as its door', async () => {
    const { session, wires, shelves, screen } = arrive(undefined);
    session.enter('K7M-4QX');
    await turn();
    expect(wires[0]!.heard).toMatchObject([{ type: 'hello', token: 'K7M-4QX' }]);
    wires[0]!.say(lobby);
    expect(screen().type).toBe('lobby');
    expect(session.state()).toMatchObject({ canJoin: true });
    const taken = session.take('me', '');
    wires[0]!.say({ ...seated, id: 'act-1' });
    await taken;
    expect(findSeat(shelves)).toEqual({ exercise: 'ex', join: 'K7M-4QX', token: 'chair' });
  });

  it('says that it opened nothing, keeps nothing, and lets one try another', async () => {
    const { session, wires, shelves, screen } = arrive(undefined);
    session.enter('000-000');
    await turn();
    wires[0]!.drop(CLOSE.unauthorised.code);
    expect(screen()).toEqual({ type: 'no-token', wrong: true });
    expect(findSeat(shelves)).toBeUndefined();
    session.enter('K7M-4QX');
    await turn();
    expect(wires).toHaveLength(2);
    wires[1]!.say(lobby);
    expect(screen().type).toBe('lobby');
    // Lost and refused later is no wrong code: the door is the one that was closed.
    wires[1]!.drop(CLOSE.unauthorised.code);
    expect(screen()).toMatchObject({ type: 'closed', why: 'unauthorised' });
  });

  it('held back because others guess, it is tried again and is not called wrong', async () => {
    const { session, wires, screen } = arrive(undefined);
    session.enter('K7M-4QX');
    await turn();
    wires[0]!.drop(CLOSE.flood.code);
    expect(screen().type).not.toBe('no-token');
    expect(session.state()).toMatchObject({ link: { connection: 'waiting' } });
  });

  it('with a moving code it has the chair at once, and comes back to it after a reload', async () => {
    const { session, wires, shelves, screen } = arrive(undefined);
    session.enter('K7M-4QX');
    await turn();
    wires[0]!.say(seated);
    wires[0]!.say(welcome);
    expect(screen().type).toBe('work');
    // The code is used up: it is no door to come back by.
    expect(findSeat(shelves)).toEqual({ exercise: 'ex', join: 'chair', token: 'chair' });
    const again = arrive(undefined, shelves);
    await turn();
    expect(again.wires[0]!.heard).toMatchObject([{ token: 'chair' }]);
  });

  it('is tried even where a chair is kept, which is not lost by a code that opens nothing', async () => {
    const shelves = memoryShelves();
    keepSeat(shelves, seat);
    const { session, wires, screen } = arrive('door', shelves);
    await turn();
    session.enter('000-000');
    await turn();
    expect(wires[0]!.closed()).toBe(true);
    expect(wires[1]!.heard).toMatchObject([{ token: '000-000' }]);
    wires[1]!.drop(CLOSE.unauthorised.code);
    expect(screen()).toEqual({ type: 'no-token', wrong: true });
    expect(findSeat(shelves)).toEqual(seat);
  });
});

describe('going on elsewhere', () => {
  async function working() {
    const shelves = memoryShelves();
    keepSeat(shelves, seat);
    const arrived = arrive('door', shelves);
    await turn();
    arrived.wires[0]!.say(welcome);
    return arrived;
  }

  it('asks for a code, and says that the chair went there when it goes', async () => {
    const { session, wires, screen } = await working();
    expect(session.state()).toMatchObject({ moving: false });
    const moving = session.move();
    expect(wires[0]!.heard[1]).toEqual({ type: 'move', id: 'act-1' });
    wires[0]!.say({ type: 'moving', id: 'act-1', code: 'K7M-4QX', until: 600_000 });
    expect(await moving).toMatchObject({ type: 'moving', code: 'K7M-4QX' });
    expect(session.state()).toMatchObject({ moving: true });
    expect(screen().type).toBe('work');
    wires[0]!.drop(CLOSE['taken-over'].code);
    expect(screen()).toMatchObject({ type: 'closed', why: 'moved' });
    expect(wires).toHaveLength(1);
  });

  it('refused, it is not on its way, and losing the chair means what it meant', async () => {
    const { session, wires, screen } = await working();
    const moving = session.move();
    const reason = { da: 'Nej', en: 'No' };
    wires[0]!.say({ type: 'refused', id: 'act-1', code: 'not-allowed', reason });
    expect(await moving).toMatchObject({ type: 'refused', reason });
    expect(session.state()).toMatchObject({ moving: false });
    wires[0]!.drop(CLOSE['taken-over'].code);
    expect(screen()).toMatchObject({ type: 'closed', why: 'taken-over' });
  });

  it('a later code of one’s own begins anew', async () => {
    const { session, wires } = await working();
    const moving = session.move();
    wires[0]!.say({ type: 'moving', id: 'act-1', code: 'K7M-4QX', until: 600_000 });
    await moving;
    session.enter('D2P-TMW');
    expect(session.state()).toMatchObject({ moving: false });
  });
});
