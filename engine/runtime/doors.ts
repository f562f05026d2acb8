/**
 * What opens which door: tokens from links, short codes that are said aloud, and codes with which
 * one goes on elsewhere. Knows: the roster's hashes, and how guessing is held back. Does not know:
 * connections, or what is behind a door.
 *
 * The arithmetic of guessing. A code is one of 25^6 = 244 million. Of those that open nothing, 20
 * are looked at, and then one in ten seconds, whoever they come from and over however many
 * connections; each connection has one try. In three hours at full speed that is 20 + 1,080 tries.
 * A host that was started once has a door for each role and organisation, say 25, and 15 chairs
 * under way to another device: 1,100 × 40 / 244 million is 0.02 %. One that was started twenty
 * times, with all those doors: 0.24 %. What guessing can do is hold up others who say a code; they
 * are let in a little later by themselves, and links are not held up at all.
 */
import type { Plan } from '../plan/plan.ts';
import { createBucket } from './bucket.ts';
import { readCode, showCode } from './code.ts';
import { LIMITS, type Invitation } from './protocol.ts';
import type { Added, Door, Key, Roster, Scope, Seat } from './roster.ts';
import { newCode } from './token.ts';

export type Opened =
  | { readonly type: 'seat'; readonly seat: Seat }
  /** `id`: the move's; the code is used up, and so is the token of the device one comes from. */
  | ({ readonly type: 'moved'; readonly id: string } & Added)
  | { readonly type: 'door'; readonly door: Door }
  /** Somebody in exercise control, by a link of their own. */
  | { readonly type: 'staff'; readonly staff: string }
  | { readonly type: 'nothing' }
  /** Too much has been guessed: not looked at. */
  | { readonly type: 'later' };

export type Doors = {
  readonly open: (token: string) => Promise<Opened>;
  /** A code that opens the seat once. A new one takes the place of the last. */
  readonly move: (seat: string, id: string) => string;
  /** The seat is another's, or nobody's: its code opens nothing any more. */
  readonly forget: (seat: string) => void;
  /** One for the whole lobby, each organisation and each role. Made at the first call, then kept. */
  readonly invitations: () => Promise<readonly Invitation[]>;
};

export type DoorsOptions = {
  readonly plan: Plan;
  readonly roster: Roster;
  /** Monotonic wall ms. */
  readonly now: () => number;
};

type Move = { readonly seat: string; readonly id: string; readonly until: number };

export function createDoors({ plan, roster, now }: DoorsOptions): Doors {
  const guesses = createBucket(LIMITS.guesses, LIMITS.guessesPerMinute / 60, now);
  const moves = new Map<string, Move>();
  let invited: Promise<readonly Invitation[]> | undefined;

  async function tryCode(code: string): Promise<Opened> {
    // Taken out first: many at once are not looked at on the strength of one that is left.
    if (!guesses.take()) return { type: 'later' };
    const opened = (await tryMove(code)) ?? (await tryDoor(code));
    if (opened) guesses.giveBack();
    return opened ?? { type: 'nothing' };
  }

  async function tryMove(code: string): Promise<Opened | undefined> {
    const move = moves.get(code);
    if (!move) return undefined;
    moves.delete(code);
    if (now() >= move.until) return undefined;
    const renewed = await roster.renewSeat(move.seat);
    return renewed && { type: 'moved', id: move.id, ...renewed };
  }

  async function tryDoor(code: string): Promise<Opened | undefined> {
    const door = await roster.doorByCode(code);
    return door && { type: 'door', door };
  }

  function forget(seat: string): void {
    for (const [code, move] of moves) if (move.seat === seat) moves.delete(code);
  }

  return {
    open: async (token) => {
      const seat = roster.seatByToken(token);
      if (seat) return { type: 'seat', seat };
      const staff = roster.staffByToken(token);
      if (staff !== undefined) return { type: 'staff', staff };
      const door = roster.door(token);
      if (door) return { type: 'door', door };
      const code = readCode(token);
      return code === undefined ? { type: 'nothing' } : tryCode(code);
    },
    move: (seat, id) => {
      forget(seat);
      const code = newCode();
      moves.set(code, { seat, id, until: now() + LIMITS.moving });
      return showCode(code);
    },
    forget,
    invitations: () => {
      invited ??= invite(plan, roster).catch((error: unknown) => {
        invited = undefined;
        throw error;
      });
      return invited;
    },
  };
}

async function invite(plan: Plan, roster: Roster): Promise<readonly Invitation[]> {
  const roles = plan.roles.filter(({ playedBy }) => playedBy === 'participant');
  const peopled = new Set(roles.map(({ organisation }) => organisation));
  const scopes: readonly (Scope | 'join')[] = [
    'join',
    ...plan.organisations
      .filter(({ id }) => peopled.has(id))
      .map(({ id }) => ({ organisation: id })),
    ...roles.map(({ id }) => ({ role: id })),
  ];
  const keys: readonly (Key | undefined)[] = await roster.addKeys(scopes);
  return scopes.map((scope, i) => ({
    ...(scope === 'join' ? {} : scope),
    token: keys[i]?.token ?? '',
    code: keys[i]?.code ?? '',
  }));
}

/** How a door lets one into a role: as its own person, as the deputy of that, or not at all. */
export function admits(plan: Plan, door: Door, role: string): 'own' | 'deputy' | undefined {
  const row = plan.roles.find(({ id }) => id === role);
  if (row?.playedBy !== 'participant') return undefined;
  if (door === 'control' || door === 'wall') return undefined;
  if (door === 'join') return 'own';
  const within = (id: string): boolean =>
    'role' in door
      ? door.role === id
      : plan.roles.some((each) => each.id === id && each.organisation === door.organisation);
  if (within(role)) return 'own';
  return row.deputy !== undefined && within(row.deputy) ? 'deputy' : undefined;
}
