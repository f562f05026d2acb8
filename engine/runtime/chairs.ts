/**
 * Chairs: how one is taken, kept and left, and the bots in those that nobody has. Every change goes
 * into the roster (who) and through the session into the record (that). Knows: seats.
 * Does not know: connections, or what anybody is shown.
 */
import type { By } from '../exercise/entry.ts';
import type { RefusalCode } from '../exercise/refusal.ts';
import { botSeat } from '../exercise/rehearse.ts';
import type { ExerciseState } from '../exercise/state.ts';
import { roleRow } from '../exercise/view.ts';
import type { ClientMessage, LobbyRole } from './protocol.ts';
import type { Roster, Seat } from './roster.ts';
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
  readonly take: (
    message: Take,
    roles: readonly LobbyRole[],
  ) => Promise<{ readonly seat: Seat; readonly token: string } | RefusalCode>;
  /** Whether the chair is still there for whoever comes back to it. */
  readonly keep: (seat: Seat) => Promise<boolean>;
  readonly leave: (seat: Seat, act: string) => Promise<Outcome>;
};

const ENGINE: By = { type: 'engine' };

export function createChairs({ session, roster, bots }: ChairsOptions): Chairs {
  /** Puts the seat into the record, unless it is there. The bot gets up first. */
  async function occupy(seat: Seat): Promise<RefusalCode | undefined> {
    const { role, id, pseudonym } = seat;
    if (session.state.seats.has(id)) return undefined;
    const bot = session.state.seats.get(`bot:${role}`);
    if (bot && bots !== 'all') {
      await session.submit(ENGINE, { type: 'seat.leave', role, seat: bot.id });
    }
    const taken = { type: 'seat.take', role, seat: id, pseudonym, bot: false } as const;
    const outcome = await session.submit(byOf(seat), taken);
    return outcome.type === 'refused' ? outcome.code : undefined;
  }

  async function occupyOrForget(seat: Seat): Promise<RefusalCode | undefined> {
    const refused = await occupy(seat);
    if (refused) await roster.removeSeat(seat.id);
    return refused;
  }

  return {
    take: async ({ id, role, name }, roles) => {
      const known = roster.seatByTake(id)?.role === role;
      const full = known ? undefined : whyNot(roles, role);
      if (full) return full;
      const called = name?.trim();
      const added = await roster.addSeat({ role, take: id, ...(called ? { name: called } : {}) });
      return (await occupyOrForget(added.seat)) ?? added;
    },
    keep: async (seat) => (await occupyOrForget(seat)) === undefined,
    leave: async (seat, act) => {
      const { role } = seat;
      const left = { type: 'seat.leave', role, seat: seat.id } as const;
      const outcome = await session.submit(byOf(seat), left, act);
      await roster.removeSeat(seat.id);
      const empty = [...session.state.seats.values()].every((other) => other.role !== role);
      if (bots !== 'none' && empty) await session.submit(ENGINE, botSeat(role));
      return outcome;
    },
  };
}

/** Known before the roster is written: nobody fills it by asking for what is not there. */
function whyNot(roles: readonly LobbyRole[], role: string): RefusalCode | undefined {
  const found = roles.find(({ id }) => id === role);
  if (!found) return 'unknown-role';
  return found.taken >= found.seats ? 'role-full' : undefined;
}

/** In whose name a seat acts. */
export function byOf({ role, id }: Seat): By {
  return { type: 'role', role, seat: id };
}

/** The roles that people can play, and how many do. */
export function lobbyRoles(state: ExerciseState): readonly LobbyRole[] {
  const people = [...state.seats.values()].filter(({ bot }) => !bot);
  return state.lookup.plan.roles
    .filter(({ playedBy }) => playedBy === 'participant')
    .map(({ id, seats }) => ({
      ...roleRow(state, id),
      taken: people.filter(({ role }) => role === id).length,
      seats: seats.max,
    }));
}
