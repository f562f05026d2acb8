/**
 * The roster: who sits in which chair, and what opens the doors. The only place with people's names;
 * the journal knows pseudonyms. Knows: seats and hashes of tokens. Does not know: any token itself.
 */
import { join } from 'node:path';
import { z } from 'zod';
import type { RoleId } from '../plan/plan.ts';
import { openStore, type Shape } from './store.ts';
import { hashToken, matches, newToken } from './token.ts';

export type Seat = {
  /** `seat-1`, `seat-2` …; never given twice. */
  readonly id: string;
  readonly role: RoleId;
  /** `P1`, `P2` …: whom the journal and the reports speak of. */
  readonly pseudonym: string;
  readonly name?: string | undefined;
  /** The hash of the seat's token. */
  readonly token: string;
  /** The hash of the client's own id for taking it: whoever repeats the request gets a new token. */
  readonly take: string;
};

/** What a link opens: exercise control, or the lobby where one takes a seat. */
export type Door = 'control' | 'join';

export type Roster = {
  /** The port that the links were handed out with; a host that resumes listens there again. */
  readonly port: () => number | undefined;
  readonly setPort: (port: number) => Promise<void>;
  readonly seats: () => readonly Seat[];
  readonly seatByToken: (token: string) => Seat | undefined;
  readonly seatByTake: (take: string) => Seat | undefined;
  readonly door: (token: string) => Door | undefined;
  /** Whether the token opens the wall display. */
  readonly opensWall: (token: string) => boolean;
  /** A new token for the wall display: shown now or never. */
  readonly addWall: () => Promise<string>;
  /** Makes `count` new tokens for a door. They are shown now or never: only hashes are kept. */
  readonly addTokens: (door: Door, count: number) => Promise<readonly string[]>;
  /**
   * A new seat and its token. The same `take` again gives the same seat with a new token: the first
   * answer was lost on its way, and the old token cannot be read back from its hash.
   */
  readonly addSeat: (wanted: Wanted) => Promise<{ readonly seat: Seat; readonly token: string }>;
  readonly removeSeat: (id: string) => Promise<boolean>;
  /** Erases every name, also in files set aside. Pseudonyms stay; returns how many had one. */
  readonly forgetNames: () => Promise<number>;
};

export type Wanted = { readonly role: RoleId; readonly take: string; readonly name?: string };

type Content = {
  readonly beredt: 1;
  readonly port?: number | undefined;
  readonly tokens: { readonly [D in Door]: readonly string[] };
  /** Hashes of what opens the wall display. */
  readonly walls?: readonly string[] | undefined;
  readonly seats: readonly Seat[];
  /** How many seats have ever been given. */
  readonly given: number;
};

const seatShape = z.looseObject({
  id: z.string(),
  role: z.string(),
  pseudonym: z.string(),
  name: z.string().optional(),
  token: z.string(),
  take: z.string(),
});
const content = z.looseObject({
  beredt: z.literal(1),
  port: z.int().min(1).max(65_535).optional(),
  tokens: z.object({ control: z.array(z.string()), join: z.array(z.string()) }),
  walls: z.array(z.string()).optional(),
  seats: z.array(seatShape),
  given: z.int().min(0),
});

const SHAPE: Shape<Content> = {
  kind: 'roster',
  blank: { beredt: 1, tokens: { control: [], join: [] }, seats: [], given: 0 },
  parse: (value) => content.parse(value),
};

/** Opens `roster.json` in the exercise's folder. */
export async function openRoster(folder: string): Promise<Roster> {
  const store = await openStore(join(folder, 'roster.json'), SHAPE);
  const seats = (): readonly Seat[] => store.get().seats;

  return {
    port: () => store.get().port,
    setPort: (port) => store.update((data) => [{ ...data, port }, undefined]),
    seats,
    seatByToken: (token) => findByToken(seats(), token),
    seatByTake: (take) => {
      const hash = hashToken(take);
      return seats().find((seat) => seat.take === hash);
    },
    door: (token) => doorOf(store.get(), token),
    opensWall: (token) => (store.get().walls ?? []).some((hash) => matches(token, hash)),
    addWall: async () => {
      const token = newToken();
      await store.update((data) => [
        { ...data, walls: [...(data.walls ?? []), hashToken(token)] },
        undefined,
      ]);
      return token;
    },
    addTokens: (door, count) => {
      const fresh = Array.from({ length: count }, newToken);
      return store.update((data) => [withTokens(data, door, fresh.map(hashToken)), fresh]);
    },
    addSeat: (wanted) => {
      const token = newToken();
      return store.update((data) => {
        const [next, seat] = withSeat(data, wanted, hashToken(token));
        return [next, { seat, token }];
      });
    },
    removeSeat: (id) =>
      store.update((data) => {
        const left = data.seats.filter((seat) => seat.id !== id);
        return left.length < data.seats.length ? [{ ...data, seats: left }, true] : [data, false];
      }),
    forgetNames: async () => {
      const named = await store.update((data) => {
        const count = data.seats.filter((seat) => seat.name !== undefined).length;
        return [{ ...data, seats: data.seats.map(nameless) }, count];
      });
      await store.forgetCopies();
      return named;
    },
  };
}

function withTokens(data: Content, door: Door, hashes: readonly string[]): Content {
  return { ...data, tokens: { ...data.tokens, [door]: [...data.tokens[door], ...hashes] } };
}

function withSeat(data: Content, wanted: Wanted, token: string): readonly [Content, Seat] {
  const { role, name } = wanted;
  const take = hashToken(wanted.take);
  const taken = data.seats.find((seat) => seat.take === take && seat.role === role);
  if (taken) {
    const seat = { ...taken, token };
    return [{ ...data, seats: data.seats.map((each) => (each === taken ? seat : each)) }, seat];
  }
  const given = data.given + 1;
  const seat: Seat = {
    id: `seat-${given}`,
    role,
    pseudonym: `P${given}`,
    ...(name === undefined ? {} : { name }),
    token,
    take,
  };
  return [{ ...data, given, seats: [...data.seats, seat] }, seat];
}

function nameless(seat: Seat): Seat {
  const { name, ...rest } = seat;
  return name === undefined ? seat : rest;
}

/** The token is hashed once; an index by hash gives nothing away, for nobody can choose a hash. */
function findByToken(seats: readonly Seat[], token: string): Seat | undefined {
  const hash = hashToken(token);
  return seats.find((seat) => seat.token === hash && matches(token, seat.token));
}

function doorOf(data: Content, token: string): Door | undefined {
  if (data.tokens.control.some((hash) => matches(token, hash))) return 'control';
  return data.tokens.join.some((hash) => matches(token, hash)) ? 'join' : undefined;
}
