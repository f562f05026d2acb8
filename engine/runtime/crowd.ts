/**
 * Everybody who is connected, and how frames reach them. Knows: sockets, limits, who sits where.
 * Does not know: what is said to whom, or who may come in.
 */
import { refusalText, type RefusalCode } from '../exercise/refusal.ts';
import { createBucket, type Bucket } from './bucket.ts';
import { CLOSE, LIMITS, type CloseReason, type ServerMessage } from './protocol.ts';
import type { Door, Seat } from './roster.ts';

/** All that the hub needs of a socket. */
export type Socket = {
  readonly send: (frame: string | Buffer) => void;
  readonly close: (code: number, reason: string) => void;
  /** Bytes not yet taken by the network. */
  readonly waiting: () => number;
};

export type Member = {
  readonly socket: Socket;
  stage: 'new' | 'arriving' | 'lobby' | 'control' | 'wall' | 'seated' | 'gone';
  seat?: Seat;
  /** What it came in by: how much of the lobby it sees. */
  door?: Door;
  /** The take that is being carried out. */
  taking?: string;
  /** A facilitator's: the one in the staff. */
  name: string;
  /** How long the last heartbeat took, wall ms. */
  delay?: number;
  bucket: Bucket;
  /** Bytes that may wait beyond the limit: it is still reading a view that is very large. */
  spared?: number;
};

export type Crowd = {
  /** Everybody, also while the crowd changes. */
  readonly members: () => Iterable<Member>;
  readonly has: (member: Member) => boolean;
  /** Undefined when there is no room for one more. */
  readonly admit: (socket: Socket) => Member | undefined;
  /** It has said hello. */
  readonly greeted: (member: Member) => void;
  /** Gives the chair to this one. One person, one screen: whoever else sits there is shown out. */
  readonly sit: (member: Member, seat: Seat) => void;
  /** Nobody has the chair now: whoever comes to it begins with an allowance of their own. */
  readonly forgetSeat: (seat: string) => void;
  /** Closes every connection in a chair but one's own. */
  readonly showOut: (seat: string, reason: CloseReason, but?: Member) => void;
  /** Closes every connection of somebody in exercise control. */
  readonly showOutStaff: (staff: string, reason: CloseReason) => void;
  /** Connections in each role and of each facilitator, and the slowest heartbeat in each role. */
  readonly here: () => Omit<Extract<ServerMessage, { type: 'presence' }>, 'type'>;
  /** The seats with a connection. */
  readonly seats: () => readonly Seat[];
  readonly send: (member: Member, message: ServerMessage) => void;
  /** Sends a whole view: however large it is, it is no reason to let its receiver go. */
  readonly show: (member: Member, message: ServerMessage) => void;
  readonly refuse: (member: Member, id: string, code: RefusalCode) => void;
  /** A receiver that cannot keep up is let go: it comes back and asks for what it missed. */
  readonly push: (member: Member, frame: Buffer) => void;
  readonly close: (member: Member, reason: CloseReason) => void;
  /** The socket is gone by itself. */
  readonly forget: (member: Member) => void;
};

export type CrowdOptions = {
  /** Monotonic wall ms, for rate limits. */
  readonly now: () => number;
  /** Somebody in a chair, or in exercise control, is no longer connected. */
  readonly left: (from: 'chair' | 'control') => void;
};

export function createCrowd({ now, left }: CrowdOptions): Crowd {
  const members = new Set<Member>();
  /** One for each chair: whoever floods gains nothing by coming back. */
  const buckets = new Map<string, Bucket>();
  let unknown = 0;

  const newBucket = (): Bucket => createBucket(LIMITS.burst, LIMITS.perSecond, now);

  function bucketOf(seat: string): Bucket {
    const bucket = buckets.get(seat) ?? newBucket();
    buckets.set(seat, bucket);
    return bucket;
  }

  function push(member: Member, frame: Buffer): void {
    if (member.stage === 'gone') return;
    const waiting = member.socket.waiting();
    if (waiting === 0) delete member.spared;
    if (waiting > LIMITS.backlog + (member.spared ?? 0)) close(member, 'backlog');
    else member.socket.send(frame);
  }

  function show(member: Member, message: ServerMessage): void {
    const frame = frameOf(message);
    push(member, frame);
    // However large it is, half of what may wait is left for what comes after it.
    member.spared = Math.max(0, frame.length - LIMITS.backlog / 2);
  }

  const send = (member: Member, message: ServerMessage): void => push(member, frameOf(message));

  function close(member: Member, reason: CloseReason): void {
    if (member.stage === 'gone') return;
    forget(member);
    member.socket.close(CLOSE[reason].code, reason);
  }

  function forget(member: Member): void {
    if (!members.delete(member)) return;
    if (member.stage === 'new') unknown -= 1;
    const from = member.seat ? 'chair' : member.stage === 'control' ? 'control' : undefined;
    member.stage = 'gone';
    delete member.seat;
    if (from) left(from);
  }

  function showOut(seat: string, reason: CloseReason, but?: Member): void {
    for (const other of [...members]) {
      if (other !== but && other.seat?.id === seat) close(other, reason);
    }
  }

  return {
    members: () => members,
    has: (member) => members.has(member),
    admit: (socket) => {
      if (members.size >= LIMITS.connections || unknown >= LIMITS.unauthenticated) return undefined;
      const member: Member = { socket, stage: 'new', name: '', bucket: newBucket() };
      members.add(member);
      unknown += 1;
      return member;
    },
    greeted: (member) => {
      unknown -= 1;
      member.stage = 'arriving';
    },
    sit: (member, seat) => {
      showOut(seat.id, 'taken-over', member);
      member.stage = 'seated';
      member.seat = seat;
      member.bucket = bucketOf(seat.id);
    },
    forgetSeat: (seat) => buckets.delete(seat),
    showOut,
    showOutStaff: (staff, reason) => {
      for (const member of [...members]) {
        if (member.stage === 'control' && member.name === staff) close(member, reason);
      }
    },
    here: () => hereOf(members),
    seats: () => [...members].flatMap(({ seat }) => seat ?? []),
    send,
    show,
    refuse: (member, id, code) => {
      const reason = { da: refusalText(code, 'da'), en: refusalText(code, 'en') };
      send(member, { type: 'refused', id, code, reason });
    },
    push,
    close,
    forget,
  };
}

/** One pass over everybody. */
function hereOf(members: Iterable<Member>): ReturnType<Crowd['here']> {
  const roles: Record<string, number> = {};
  const staff: Record<string, number> = {};
  const delays: Record<string, number> = {};
  for (const { stage, seat, name, delay } of members) {
    if (stage === 'control') staff[name] = (staff[name] ?? 0) + 1;
    if (!seat) continue;
    roles[seat.role] = (roles[seat.role] ?? 0) + 1;
    if (delay !== undefined) delays[seat.role] = Math.max(delays[seat.role] ?? 0, delay);
  }
  return { roles, staff, delays };
}

export function frameOf(message: ServerMessage): Buffer {
  return Buffer.from(JSON.stringify(message));
}
