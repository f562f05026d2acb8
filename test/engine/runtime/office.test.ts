/** Exercise control as several people: who is who, what each may, and what is left in the record. */
import { expect, test } from 'vitest';
import type { ControlInput, Entry } from '../../../engine/exercise/entry.ts';
import { replay } from '../../../engine/exercise/replay.ts';
import { createAlarm } from '../../../engine/runtime/clock.ts';
import type { ClientMessage } from '../../../engine/runtime/protocol.ts';
import { Session } from '../../../engine/runtime/session.ts';
import { hashToken } from '../../../engine/runtime/token.ts';
import { openRoom, settled, viewOf, type Of, type Room, type Wire } from './room.ts';

type Appoint = Omit<Extract<ClientMessage, { type: 'appoint' }>, 'type' | 'id'>;
type Colleague = { readonly wire: Wire; readonly token: string; readonly staff: string };

const START = { type: 'exercise.start' } as const;
const GONE = { code: 4401, reason: 'unauthorised' };

let asked = 0;
async function appointed(lead: Wire, whom: Appoint): Promise<Of<'appointed'>> {
  lead.say({ type: 'appoint', id: `appoint-${(asked += 1)}`, ...whom });
  return lead.next('appointed');
}

async function colleague(room: Room, lead: Wire, whom: Appoint): Promise<Colleague> {
  const { token, staff } = await appointed(lead, whom);
  const wire = room.hello(token);
  expect((await wire.next('welcome')).staff).toBe(staff);
  return { wire, token, staff };
}

/** What becomes of a request that is no act. */
async function answer(wire: Wire, message: ClientMessage & { id: string }): Promise<string> {
  wire.say(message);
  for (;;) {
    const heard = wire.heard.find((one) => 'id' in one && one.id === message.id);
    if (heard) return heard.type === 'refused' ? heard.code : heard.type;
    await settled();
  }
}

async function outcome(wire: Wire, input: ControlInput): Promise<string> {
  const told = await wire.act(input, `own-${(asked += 1)}`);
  return told.type === 'refused' ? told.code : told.type;
}

const staffOf = (wire: Wire): readonly unknown[] =>
  [...viewOf(wire.heard)].filter(([key]) => key.startsWith('staff/')).map(([, row]) => row);

const joins = (entries: readonly Entry[]): readonly unknown[] =>
  entries.flatMap((entry) =>
    'event' in entry && entry.event.type.startsWith('staff.') ? [entry.event] : [],
  );

test('the control link is one person, at however many terminals', async () => {
  const room = await openRoom();
  const wires = [room.hello(room.tokens.control), room.hello(room.tokens.control)];
  for (const wire of wires) expect(await wire.next('welcome')).toMatchObject({ staff: 'F1' });
  await settled();
  expect(wires.map(staffOf)).toEqual(Array(2).fill([{ id: 'F1', kind: 'lead' }]));
  expect(wires[0]?.all('presence').at(-1)?.staff).toEqual({ F1: 2 });
  wires[1]?.cut();
  await settled();
  expect(wires[0]?.all('presence').at(-1)?.staff).toEqual({ F1: 1 });
  expect(joins(await room.entries())).toEqual([
    { type: 'staff.joined', staff: 'F1', kind: 'lead' },
  ]);
});

test('an act that is sent again from another connection of the same person is carried out once', async () => {
  const room = await openRoom();
  const first = await room.control();
  const done = await first.act(START, 'once');
  first.cut();
  const again = await room.control();
  expect(await again.act(START, 'once')).toEqual(done);
});

test('two people who chose the same id for an act are not taken for each other', async () => {
  const room = await openRoom();
  const lead = await room.control();
  const { wire } = await colleague(room, lead, { kind: 'controller' });
  await lead.act(START);
  await lead.act({ type: 'inject.hold', inject: 'sitrep' }, 'same');
  expect((await wire.act({ type: 'inject.unhold', inject: 'sitrep' }, 'same')).type).toBe('done');
  expect(room.session.state.injects.get('sitrep')?.status).toBe('planned');
});

test('lead, local controller, evaluator and observer each do their own part', async () => {
  const room = await openRoom();
  const lead = await room.control();
  const town = await colleague(room, lead, { kind: 'controller', lane: ['town'] });
  const evaluator = await colleague(room, lead, { kind: 'evaluator' });
  const observer = await colleague(room, lead, { kind: 'observer' });
  expect([town, evaluator, observer].map(({ staff }) => staff)).toEqual(['F2', 'F3', 'F4']);
  const everybody = [town.wire, evaluator.wire, observer.wire, lead];
  const each = async (input: ControlInput): Promise<readonly string[]> => {
    const said: string[] = [];
    for (const wire of everybody) said.push(await outcome(wire, input));
    return said;
  };
  const note = (entry: number) =>
    ({ type: 'record.note', entry, kind: 'bookmark', text: 'Se her' }) as const;
  expect(await each(START)).toEqual(['lead-only', 'lead-only', 'lead-only', 'done']);
  expect(await each({ type: 'exercise.pace', pace: 3 })).toEqual([
    'lead-only',
    'lead-only',
    'lead-only',
    'done',
  ]);
  // The call is to duty and boss, who are not the town's.
  expect(await each({ type: 'inject.hold', inject: 'nudge' })).toEqual([
    'not-in-lane',
    'not-your-part',
    'not-your-part',
    'done',
  ]);
  const write = {
    type: 'inject.write',
    to: ['lead'],
    from: 'Avisen',
    channel: 'email',
    title: 'Hvad ved I?',
    body: 'Svar gerne.',
  } as const;
  expect(await each(write)).toEqual(['done', 'not-your-part', 'not-your-part', 'done']);
  expect(await each({ type: 'observation.note', text: 'Rolig', rating: 'P' })).toEqual([
    'done',
    'done',
    'not-your-part',
    'done',
  ]);
  expect(await each(note(1))).toEqual(['done', 'done', 'not-your-part', 'done']);
  // Whoever sees that somebody is hurt stops the exercise.
  expect(await outcome(observer.wire, { type: 'exercise.pause', kind: 'real' })).toBe('done');
  expect(await outcome(town.wire, { type: 'exercise.resume' })).toBe('lead-only');
  expect(await outcome(lead, { type: 'exercise.resume' })).toBe('done');

  const entries = await room.entries();
  expect(replay(entries).differs).toBeUndefined();
  const acts = entries.flatMap((entry) =>
    'input' in entry && entry.input.type === 'observation.note' ? [entry.by] : [],
  );
  expect(acts).toEqual(['F2', 'F3', 'F4', 'F1'].map((name) => ({ type: 'facilitator', name })));
});

test('only whoever leads now lets people in and shows them out', async () => {
  const room = await openRoom();
  const lead = await room.control();
  const { wire: second, staff } = await colleague(room, lead, { kind: 'controller' });
  const third = await colleague(room, lead, { kind: 'observer' });
  const whom = { kind: 'evaluator' } as const;
  expect(await answer(second, { type: 'appoint', id: 'no-1', ...whom })).toBe('lead-only');
  expect(await answer(second, { type: 'dismiss', id: 'no-2', staff: 'F3' })).toBe('lead-only');
  expect(await outcome(lead, { type: 'staff.hand', to: staff })).toBe('done');
  expect(await answer(lead, { type: 'appoint', id: 'no-3', ...whom })).toBe('lead-only');
  expect(await answer(second, { type: 'appoint', id: 'yes-1', ...whom })).toBe('appointed');
  // F1 leads no more, and has no lane: the whole exercise is still F1's to help with.
  expect(await outcome(lead, START)).toBe('lead-only');
  expect(await outcome(second, START)).toBe('done');
  expect(await answer(second, { type: 'dismiss', id: 'yes-2', staff: 'F3' })).toBe('done');
  expect(await third.wire.ended()).toEqual(GONE);
  expect(await room.hello(third.token).ended()).toEqual(GONE);
  expect(await answer(second, { type: 'dismiss', id: 'no-4', staff })).toBe('unknown-staff');
  expect(await answer(second, { type: 'dismiss', id: 'no-5', staff: 'F9' })).toBe('unknown-staff');
  expect(joins(await room.entries()).slice(1)).toEqual([
    { type: 'staff.joined', staff: 'F2', kind: 'controller' },
    { type: 'staff.joined', staff: 'F3', kind: 'observer' },
    { type: 'staff.handed', from: 'F1', to: 'F2' },
    { type: 'staff.joined', staff: 'F4', kind: 'evaluator' },
    { type: 'staff.left', staff: 'F3' },
  ]);
});

test('a name is never given again, also when the roster has forgotten it', async () => {
  const room = await openRoom();
  const lead = await room.control();
  const { staff } = await appointed(lead, { kind: 'observer' });
  expect(await answer(lead, { type: 'dismiss', id: 'out', staff })).toBe('done');
  expect((await appointed(lead, { kind: 'observer' })).staff).toBe('F3');
  const by = { type: 'facilitator', name: 'F1' } as const;
  await room.session.submit(by, { type: 'staff.join', staff: 'F40', kind: 'observer' });
  expect((await appointed(lead, { kind: 'observer' })).staff).toBe('F41');
});

test('a lost answer to an appointment is asked for again: one person, one key that fits', async () => {
  const room = await openRoom();
  const lead = await room.control();
  lead.say({ type: 'appoint', id: 'twice', kind: 'evaluator' });
  const first = await lead.next('appointed');
  const back = await room.control();
  back.say({ type: 'appoint', id: 'twice', kind: 'evaluator' });
  const second = await back.next('appointed');
  expect(second.staff).toBe(first.staff);
  expect(await room.hello(first.token).ended()).toEqual(GONE);
  expect((await room.hello(second.token).next('welcome')).staff).toBe('F2');
  expect(joins(await room.entries())).toHaveLength(2);
});

test('an appointment that the rules refuse leaves no key behind', async () => {
  const room = await openRoom();
  const lead = await room.control();
  const nowhere = { kind: 'controller', lane: ['nowhere'] } as const;
  expect(await answer(lead, { type: 'appoint', id: 'no', ...nowhere })).toBe('unknown-role');
  expect(staffOf(lead)).toHaveLength(1);
  expect((await appointed(lead, { kind: 'controller' })).staff).toBe('F3');
});

test('chairs and doors are for those who conduct, in their own lane', async () => {
  const room = await openRoom();
  const lead = await room.control();
  const town = await colleague(room, lead, { kind: 'controller', lane: ['town'] });
  const evaluator = await colleague(room, lead, { kind: 'evaluator' });
  const duty = await room.sit('duty');
  const crisis = await room.sit('lead');
  const free = (wire: Wire, id: string, seat: string): Promise<string> =>
    answer(wire, { type: 'free', id, seat });
  expect(await free(evaluator.wire, 'f-1', crisis.seat)).toBe('not-your-part');
  expect(await free(town.wire, 'f-2', duty.seat)).toBe('not-in-lane');
  expect(duty.wire.closed()).toBeUndefined();
  expect(await free(town.wire, 'f-3', crisis.seat)).toBe('done');
  expect(await crisis.wire.ended()).toEqual(GONE);
  expect(await answer(evaluator.wire, { type: 'invite', id: 'i-1' })).toBe('not-your-part');
  town.wire.say({ type: 'invite', id: 'i-2' });
  const { rows } = await town.wire.next('invitations');
  expect(rows.map(({ role, organisation }) => role ?? organisation)).toEqual(['town', 'lead']);
  lead.say({ type: 'invite', id: 'i-3' });
  expect((await lead.next('invitations')).rows.length).toBeGreaterThan(rows.length);
});

test('where the first lead has been shown out, the control link opens nothing', async () => {
  const room = await openRoom();
  const lead = await room.control();
  const { wire } = await colleague(room, lead, { kind: 'controller' });
  await lead.act({ type: 'staff.hand', to: 'F2' });
  expect(await answer(wire, { type: 'dismiss', id: 'out', staff: 'F1' })).toBe('done');
  expect(await lead.ended()).toEqual(GONE);
  expect(await room.hello(room.tokens.control).ended()).toEqual(GONE);
});

test('a record that is closed takes nobody in', async () => {
  const room = await openRoom();
  const engine = { type: 'engine' } as const;
  await room.session.submit(engine, START);
  await room.session.submit(engine, { type: 'exercise.end' });
  await room.session.submit(engine, { type: 'exercise.close' });
  const { seq } = room.session.state;
  const lead = await room.control();
  expect(await answer(lead, { type: 'appoint', id: 'late', kind: 'observer' })).toBe('lead-only');
  expect(room.session.state.seq).toBe(seq);
});

test('a facilitator who repeats what was sent before there was staff is recognised, once named', async () => {
  const room = await openRoom();
  const before = { type: 'facilitator', name: 'F3' } as const;
  const told = await room.session.submit(before, START, 'old');
  const past = await room.entries();
  const { state } = replay(past);
  if (!state) throw new Error('the record holds no exercise');
  const { hand, journal } = room;
  const session = new Session({
    state,
    journal,
    past,
    wall: { monotonic: hand.now, epoch: hand.epoch },
    alarm: createAlarm(
      (call, ms) => hand.after(ms, call),
      (cancel) => cancel(),
    ),
    onFault: (fault) => {
      throw fault;
    },
  });
  const engine = { type: 'engine' } as const;
  await session.submit(engine, { type: 'staff.join', staff: 'F1', kind: 'lead' });
  const lead = { type: 'facilitator', name: 'F1' } as const;
  expect(await session.submit(lead, START, 'old')).toEqual(told);
  expect((await session.submit(lead, START, 'new')).type).toBe('refused');
  session.stop();
});

/** What the spare key does: a token of one's own, of which the host learns the hash alone. */
async function spareLead(room: Room, token = 'a-token-of-my-own', id = 'request-1') {
  const named = await room.hub.replaceLead(hashToken(token), id);
  return { named, token };
}

test('whoever has the host’s folder leads when the lead’s link is lost and the first has been shown out', async () => {
  const room = await openRoom();
  const first = await room.control();
  await first.act(START);
  const second = await colleague(room, first, { kind: 'controller' });
  await outcome(first, { type: 'staff.hand', to: second.staff });
  await answer(second.wire, { type: 'dismiss', id: 'out', staff: 'F1' });
  expect(await room.hello(room.tokens.control).ended()).toEqual(GONE);

  const { named, token } = await spareLead(room);
  expect(named).toEqual({ staff: 'F3', before: 'F2' });
  const lead = room.hello(token);
  expect((await lead.next('welcome')).staff).toBe('F3');
  expect(await outcome(lead, { type: 'exercise.pause' })).toBe('done');
  expect(await outcome(lead, { type: 'exercise.resume' })).toBe('done');
  // The lost link is a controller's from then on, and can be made worthless.
  expect(await outcome(second.wire, { type: 'exercise.jump', to: 60_000 })).toBe('lead-only');
  expect(await answer(lead, { type: 'dismiss', id: 'out', staff: 'F2' })).toBe('done');
  expect(await second.wire.ended()).toEqual(GONE);

  const entries = await room.entries();
  const own = entries.filter(
    (entry) => 'input' in entry && entry.by.type === 'engine' && /staff/.test(entry.input.type),
  );
  expect(own.map((entry) => 'input' in entry && entry.input)).toEqual([
    { type: 'staff.join', staff: 'F1', kind: 'lead' },
    { type: 'staff.join', staff: 'F3', kind: 'controller' },
    { type: 'staff.hand', to: 'F3' },
  ]);
  expect(replay(entries)).toMatchObject({ whole: entries.length - 1 });
  expect(replay(entries).differs).toBeUndefined();
  expect(room.faults).toEqual([]);
});

test('also in a real incident, before anybody has come, and after ENDEX; never once it is closed', async () => {
  const room = await openRoom();
  const early = await spareLead(room, 'first-token-of-all', 'request-1');
  expect(early.named).toEqual({ staff: 'F2', before: 'F1' });
  const lead = room.hello(early.token);
  await lead.next('welcome');
  await outcome(lead, START);
  await outcome(lead, { type: 'exercise.pause', kind: 'real' });
  const real = await spareLead(room, 'second-token-of-all', 'request-2');
  expect(real.named).toEqual({ staff: 'F3', before: 'F2' });
  const other = room.hello(real.token);
  await other.next('welcome');
  expect(await outcome(other, { type: 'exercise.end' })).toBe('done');
  const after = await spareLead(room, 'third-token-of-all', 'request-3');
  expect(after.named).toEqual({ staff: 'F4', before: 'F3' });
  const last = room.hello(after.token);
  await last.next('welcome');
  expect(await outcome(last, { type: 'exercise.close' })).toBe('done');
  expect((await spareLead(room, 'one-token-too-many', 'request-4')).named).toBe('closed');
  expect(await room.hello('one-token-too-many').ended()).toEqual(GONE);
});
