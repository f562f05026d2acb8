/**
 * How one comes in, by a door or to a chair, and how one goes: what each of these words does, and
 * what is answered. Knows: doors, chairs, who is there. Does not know: sockets, frames or rules.
 */
import type { Broadcast } from './broadcast.ts';
import { createChairs, type ChairsOptions } from './chairs.ts';
import type { Crowd, Member } from './crowd.ts';
import { createDoors, type DoorsOptions, type Opened } from './doors.ts';
import type { Office } from './office.ts';
import { LIMITS, PROTOCOL, type ClientMessage } from './protocol.ts';
import type { Added, Door, Seat } from './roster.ts';

type Message<T extends ClientMessage['type']> = Extract<ClientMessage, { type: T }>;

export type Reception = {
  readonly greet: (member: Member, message: Message<'hello'>) => Promise<void>;
  readonly take: (member: Member, message: Message<'take'>) => Promise<void>;
  readonly leave: (member: Member, seat: Seat, id: string) => Promise<void>;
  readonly move: (member: Member, seat: Seat, id: string) => void;
  readonly free: (member: Member, message: Message<'free'>) => Promise<void>;
  readonly invite: (member: Member, id: string) => Promise<void>;
  /** From the lead: lets somebody into exercise control, or shows somebody out. */
  readonly staff: (member: Member, message: Message<'appoint' | 'dismiss'>) => Promise<void>;
};

export type ReceptionOptions = ChairsOptions &
  DoorsOptions & { readonly crowd: Crowd; readonly broadcast: Broadcast; readonly office: Office };

export function createReception(options: ReceptionOptions): Reception {
  const { crowd, broadcast, roster, session, office } = options;
  const chairs = createChairs(options);
  const doors = createDoors(options);

  async function enter(member: Member, opened: Opened, since: number | undefined): Promise<void> {
    switch (opened.type) {
      case 'nothing':
        crowd.close(member, 'unauthorised');
        break;
      case 'later':
        crowd.close(member, 'flood');
        break;
      case 'seat':
        await comeBack(member, opened.seat, since);
        break;
      case 'moved':
        await arrive(member, opened.id, opened);
        break;
      case 'door':
        await goThrough(member, opened.door, since);
        break;
      case 'staff':
        facilitate(member, office.knows(opened.staff) ? opened.staff : undefined, since);
        break;
      default:
        opened satisfies never;
    }
  }

  async function goThrough(member: Member, door: Door, since: number | undefined): Promise<void> {
    switch (door) {
      case 'control':
        facilitate(member, await office.head(), since);
        break;
      // Whoever holds the wall's link watches what is public; to do anything is not allowed.
      case 'wall':
        member.stage = 'wall';
        broadcast.welcome(member, since);
        break;
      default:
        wait(member, door);
    }
  }

  /** Whoever has come by the same link is the same person, at however many terminals. */
  function facilitate(member: Member, name: string | undefined, since: number | undefined): void {
    if (!crowd.has(member)) return;
    if (name === undefined) {
      crowd.close(member, 'unauthorised');
      return;
    }
    member.stage = 'control';
    member.name = name;
    broadcast.welcome(member, since);
    broadcast.tellControl();
  }

  function wait(member: Member, door: Door = member.door ?? 'join'): void {
    member.stage = 'lobby';
    member.door = door;
    delete member.taking;
    crowd.send(member, broadcast.lobby(door));
  }

  function sit(member: Member, seat: Seat, since?: number): void {
    crowd.sit(member, seat);
    broadcast.welcome(member, since);
    broadcast.tellWhoIsHere();
  }

  function giveSeat(member: Member, id: string, { seat, token }: Added): void {
    crowd.send(member, { type: 'seated', id, role: seat.role, seat: seat.id, token });
    sit(member, seat);
  }

  /** With a seat's own token. Its chair may have gone to others while the host was down. */
  async function comeBack(member: Member, seat: Seat, since: number | undefined): Promise<void> {
    const kept = await chairs.keep(seat);
    // It may have been taken over or freed while we looked.
    const still = roster.seats().some((each) => each.token === seat.token);
    if (!kept || !still) crowd.close(member, 'unauthorised');
    else if (crowd.has(member)) sit(member, seat, since);
  }

  /** With a code for going on here: this device has the chair now, and the other one has not. */
  async function arrive(member: Member, id: string, moved: Added): Promise<void> {
    const kept = await chairs.keep(moved.seat);
    if (!kept) crowd.close(member, 'unauthorised');
    else if (crowd.has(member)) giveSeat(member, id, moved);
    else crowd.showOut(moved.seat.id, 'taken-over');
  }

  /** The chair is no longer theirs who had it. */
  function vacate(seat: string): void {
    doors.forget(seat);
    crowd.forgetSeat(seat);
    crowd.showOut(seat, 'unauthorised');
  }

  return {
    greet: async (member, { protocol, token, since }) => {
      if (protocol !== PROTOCOL) {
        crowd.close(member, 'version');
        return;
      }
      crowd.greeted(member);
      const opened = await doors.open(token);
      if (crowd.has(member)) await enter(member, opened, since);
      else if (opened.type === 'moved') crowd.showOut(opened.seat.id, 'taken-over');
    },
    /** While a chair is being taken, its taker is `arriving`: it cannot ask for one more. */
    take: async (member, message) => {
      const { id, over } = message;
      member.stage = 'arriving';
      member.taking = id;
      const taken = await chairs.take(message, broadcast.roles(member.door ?? 'join'));
      if (over !== undefined && typeof taken !== 'string') vacate(over);
      if (!crowd.has(member)) return;
      if (typeof taken === 'string') {
        crowd.refuse(member, id, taken);
        wait(member);
      } else giveSeat(member, id, taken);
    },
    leave: async (member, seat, id) => {
      member.stage = 'arriving';
      const { seq } = await chairs.leave(seat, id);
      crowd.forgetSeat(seat.id);
      doors.forget(seat.id);
      delete member.seat;
      crowd.send(member, { type: 'done', id, seq });
      if (crowd.has(member)) wait(member);
      broadcast.tellWhoIsHere();
    },
    move: (member, { id: seat }, id) => {
      const code = doors.move(seat, id);
      const until = session.reading().wall + LIMITS.moving;
      crowd.send(member, { type: 'moving', id, code, until });
    },
    free: async (member, { id, seat }) => {
      const by = { type: 'facilitator', name: member.name } as const;
      const barred = office.bars(member.name, session.state.seats.get(seat)?.role);
      if (barred) {
        crowd.refuse(member, id, barred);
        return;
      }
      const outcome = await chairs.free(seat, by, id);
      if (outcome.type === 'refused') {
        crowd.refuse(member, id, outcome.code);
        return;
      }
      vacate(seat);
      crowd.send(member, { type: 'done', id, seq: outcome.seq });
    },
    invite: async (member, id) => {
      const barred = office.bars(member.name);
      if (barred) {
        crowd.refuse(member, id, barred);
        return;
      }
      const rows = office.invitations(member.name, await doors.invitations());
      crowd.send(member, { type: 'invitations', id, rows });
    },
    staff: async (member, message) => {
      const { id } = message;
      if (message.type === 'appoint') {
        const added = await office.appoint(member.name, message);
        if (typeof added === 'string') crowd.refuse(member, id, added);
        else crowd.send(member, { type: 'appointed', id, ...added });
        return;
      }
      const outcome = await office.dismiss(member.name, message);
      if (outcome.type === 'refused') {
        crowd.refuse(member, id, outcome.code);
        return;
      }
      crowd.showOutStaff(message.staff, 'unauthorised');
      await office.forget(message.staff);
      crowd.send(member, { type: 'done', id, seq: outcome.seq });
    },
  };
}
