/**
 * What each of those connected is shown, and when it is shown anew. It follows the journal: its own
 * state is made of durable entries alone, so nothing can be published that is not in the record.
 * Knows: views, and whose is whose. Does not know: how one comes in or gets a chair.
 */
import { controlPuts, controlView } from '../exercise/overview.ts';
import type { Ref } from '../exercise/changes.ts';
import type { Entry } from '../exercise/entry.ts';
import type { Put } from '../exercise/rows.ts';
import { initialState, type ExerciseState } from '../exercise/state.ts';
import { exerciseRow, rolePuts, roleView } from '../exercise/view.ts';
import { wallPuts, wallView } from '../exercise/wall.ts';
import type { Plan } from '../plan/plan.ts';
import { lobbyRoles } from './chairs.ts';
import { frameOf, type Crowd, type Member } from './crowd.ts';
import { createEncoder } from './encode.ts';
import { createPast, type News } from './past.ts';
import type { ClockReading, LobbyRole, ServerMessage } from './protocol.ts';
import type { Door, Seat } from './roster.ts';

export type Broadcast = {
  /** Durable state. */
  readonly state: ExerciseState;
  /** Takes in what has become durable, and sends each receiver what it may see of it. */
  readonly publish: (entries: readonly Entry[]) => void;
  /** What changed since, or the whole view: also when `since` is no seq of ours. */
  readonly welcome: (member: Member, since?: number) => void;
  /** The roles behind a door, with who is there. */
  readonly roles: (door: Door) => readonly LobbyRole[];
  readonly lobby: (door: Door) => ServerMessage;
  /** To control and to the lobby: who is there has changed. */
  readonly tellWhoIsHere: () => void;
  /** To control: who is there, and how quickly each role answers. */
  readonly tellControl: () => void;
};

export type BroadcastOptions = {
  readonly plan: Plan;
  readonly crowd: Crowd;
  readonly reading: () => ClockReading;
};

export function createBroadcast({ plan, crowd, reading }: BroadcastOptions): Broadcast {
  const state = initialState(plan);
  const past = createPast();
  const encode = createEncoder();

  function whole({ seat, stage }: Member): readonly Put[] {
    if (stage === 'wall') return wallView(state);
    if (seat) return roleView(state, seat.role);
    return [...controlView(state), ...past.record()];
  }

  /** What one may see of what has changed; the record is control's alone. */
  function changed({ seat, stage }: Member, refs: readonly Ref[], record: readonly Put[]) {
    if (stage === 'wall') return wallPuts(state, refs);
    if (seat) return rolePuts(state, seat.role, refs);
    return [...controlPuts(state, refs), ...record];
  }

  /** Undefined when control missed more of the record than is kept. */
  function missed(member: Member, since: number): readonly Put[] | undefined {
    const inRecord = !member.seat && member.stage !== 'wall';
    const record = inRecord ? past.recordLast(state.seq - since) : [];
    return record && changed(member, past.since(since), record);
  }

  /** Those who see the same are sent the same bytes. */
  function fanOut({ refs, record, ticked }: News): void {
    const frames = new Map<string, Buffer | undefined>();
    const clock = ticked ? frameOf({ type: 'clock', clock: reading() }) : undefined;
    for (const member of crowd.members()) {
      const key = member.seat?.role ?? UNSEATED[member.stage];
      if (key === undefined) continue;
      if (!frames.has(key)) {
        const puts = changed(member, refs, record);
        frames.set(key, puts.length > 0 ? encode.update(state.seq, puts) : undefined);
      }
      const frame = frames.get(key);
      if (frame) crowd.push(member, frame);
      if (clock) crowd.push(member, clock);
    }
    encode.forget();
  }

  function roles(door: Door): readonly LobbyRole[] {
    return lobbyRoles(state, door, new Set(crowd.seats().map(({ id }) => id)));
  }

  function lobby(door: Door): ServerMessage {
    return { type: 'lobby', exercise: exerciseRow(state), roles: roles(door) };
  }

  /** What each sees depends on the door it came in by; those who came by the same see the same. */
  function tellLobby(): void {
    const frames = new Map<string, Buffer>();
    for (const member of crowd.members()) {
      if (member.stage !== 'lobby') continue;
      const door = member.door ?? 'join';
      const key = JSON.stringify(door);
      const frame = frames.get(key) ?? frameOf(lobby(door));
      frames.set(key, frame);
      crowd.push(member, frame);
    }
  }

  function tellControl(): void {
    const to = [...crowd.members()].filter(({ stage }) => stage === 'control');
    if (to.length === 0) return;
    const frame = frameOf({ type: 'presence', ...crowd.here() });
    for (const member of to) crowd.push(member, frame);
  }

  return {
    state,
    publish: (entries) => {
      const news = past.add(state, entries);
      fanOut(news);
      if (news.refs.some(({ kind }) => kind === 'seat' || kind === 'exercise')) tellLobby();
    },
    welcome: (member, since) => {
      const { seq } = state;
      const put = since !== undefined && since <= seq ? missed(member, since) : undefined;
      crowd.show(member, {
        type: 'welcome',
        audience: member.seat ? 'role' : member.stage === 'wall' ? 'wall' : 'control',
        ...(member.seat ? whereOf(member.seat) : {}),
        ...(member.stage === 'control' ? { staff: member.name } : {}),
        seq,
        resumed: put !== undefined,
        clock: reading(),
        put: put ?? whole(member),
      });
    },
    roles,
    lobby,
    tellWhoIsHere: () => {
      tellControl();
      tellLobby();
    },
    tellControl,
  };
}

function whereOf({ role, id, pseudonym }: Seat) {
  return { role, seat: id, pseudonym };
}

/** Who is sent news without a chair, by a word that is no role's id. */
const UNSEATED: { readonly [stage: string]: string } = { control: '', wall: ' wall' };
