/**
 * Chairs: how one is taken, kept, left, taken over and freed, and the bots in those that nobody has.
 * Every change goes into the roster (who) and through the session into the record (that). Knows:
 * seats. Does not know: connections, or what anybody is shown.
 */
import type { By } from '../exercise/entry.ts';
import type { RefusalCode } from '../exercise/refusal.ts';
import { botSeat } from '../exercise/rehearse.ts';
import type { ExerciseState } from '../exercise/state.ts';
import { roleRow } from '../exercise/view.ts';
import { admits } from './doors.ts';
import type { Chair, ClientMessage, LobbyRole } from './protocol.ts';
import type { Added, Door, Roster, Seat, Wanted } from './roster.ts';
import type { Outcome, Session } from './session.ts';

type Take = Extract<ClientMessage, { type: 'take' }>;

export type ChairsOptions = {
  readonly session: Session;
  readonly roster: Roster;
  /** `empty`: a bot gets up for a person and sits down again; `all`: it stays beside them. */
  readonly bots: 'none' | 'empty' | 'all';
};

export type Chairs = {
  /** A chair in one of the lobby's `roles`, and its token; or why there is none. */
  readonly take: (message: Take, roles: readonly LobbyRole[]) => Promise<Added | RefusalCode>;
  /** Whether the chair is still there for whoever comes back to it. */
  readonly keep: (seat: Seat) => Promise<boolean>;
  readonly leave: (seat: Seat, act: string) => Promise<Outcome>;
  /** Empties a person's chair in control's name. */
  readonly free: (seat: string, by: By, act: string) => Promise<Outcome>;
};

const ENGINE: By = { type: 'engine' };

export function createChairs({ session, roster, bots }: ChairsOptions): Chairs {
  /** Puts the seat into the record, unless it is there. The bot gets up first. */
  async function occupy(seat: Seat): Promise<RefusalCode | undefined> {
    const { role, id, pseudonym, deputy } = seat;
    if (session.state.seats.has(id)) return undefined;
    const bot = session.state.seats.get(`bot:${role}`);
    if (bot && bots !== 'all') {
      await session.submit(ENGINE, { type: 'seat.leave', role, seat: bot.id });
    }
    const taken = { type: 'seat.take', role, seat: id, pseudonym, bot: false } as const;
    const outcome = await session.submit(byOf(seat), { ...taken, ...(deputy ? { deputy } : {}) });
    return outcome.type === 'refused' ? outcome.code : undefined;
  }

  async function occupyOrForget(seat: Seat): Promise<RefusalCode | undefined> {
    const refused = await occupy(seat);
    if (refused) await roster.removeSeat(seat.id);
    return refused;
  }

  async function fill(role: string): Promise<void> {
    const empty = [...session.state.seats.values()].every((other) => other.role !== role);
    if (bots !== 'none' && empty) await session.submit(ENGINE, botSeat(role));
  }

  return {
    take: async (message, roles) => {
      const { id, role, over } = message;
      const row = roles.find((each) => each.id === role);
      if (!row) return 'unknown-role';
      const known = roster.seatByTake(id)?.role === role;
      const not = known ? undefined : whyNot(row, over);
      if (not) return not;
      const added = await roster.addSeat(wantedOf(message, row));
      if (typeof added === 'string') return added;
      // The one taken over is gone from the roster; a host that ends here finds that on its way up.
      if (over !== undefined && session.state.seats.has(over)) {
        await session.submit(ENGINE, { type: 'seat.leave', role, seat: over });
      }
      return (await occupyOrForget(added.seat)) ?? added;
    },
    keep: async (seat) => (await occupyOrForget(seat)) === undefined,
    leave: async (seat, act) => {
      const { role } = seat;
      const left = { type: 'seat.leave', role, seat: seat.id } as const;
      const outcome = await session.submit(byOf(seat), left, act);
      await roster.removeSeat(seat.id);
      await fill(role);
      return outcome;
    },
    free: async (seat, by, act) => {
      const row = session.state.seats.get(seat);
      // No role: then it is refused, unless it is the same act once more, which is answered again.
      const role = row && !row.bot ? row.role : '';
      // Out of the roster first: from now on its token brings nobody back.
      if (role !== '') await roster.removeSeat(seat);
      const outcome = await session.submit(by, { type: 'seat.leave', role, seat }, act);
      if (role !== '') await fill(role);
      return outcome;
    },
  };
}

function wantedOf({ id, role, name, pseudonym, deputy, over }: Take, row: LobbyRole): Wanted {
  const called = name?.trim();
  return {
    role,
    take: id,
    ...(called ? { name: called } : {}),
    ...(pseudonym === undefined ? {} : { pseudonym }),
    ...(deputy || row.asDeputy ? { deputy: true } : {}),
    ...(over === undefined ? {} : { over }),
  };
}

/** Known before the roster is written: nobody fills it by asking for what is not there. */
function whyNot(row: LobbyRole, over: string | undefined): RefusalCode | undefined {
  if (over === undefined) return row.taken >= row.seats ? 'role-full' : undefined;
  const chair = row.chairs.find(({ seat }) => seat === over);
  if (!chair) return 'seat-taken';
  return chair.away ? undefined : 'seat-in-use';
}

/** In whose name a seat acts. */
export function byOf({ role, id }: Seat): By {
  return { type: 'role', role, seat: id };
}

/** The roles that people can play through a door, and who does; `here`: seats with a connection. */
export function lobbyRoles(
  state: ExerciseState,
  door: Door,
  here: ReadonlySet<string>,
): readonly LobbyRole[] {
  const { plan } = state.lookup;
  const people = [...state.seats.values()].filter(({ bot }) => !bot);
  return plan.roles.flatMap(({ id, seats }) => {
    const as = admits(plan, door, id);
    if (!as) return [];
    const chairs: readonly Chair[] = people
      .filter(({ role }) => role === id)
      .map(({ id: seat, pseudonym }) => ({ seat, pseudonym, away: !here.has(seat) }));
    return {
      ...roleRow(state, id),
      taken: chairs.length,
      seats: seats.max,
      chairs,
      ...(as === 'deputy' ? { asDeputy: true as const } : {}),
    };
  });
}
