/**
 * The roster: who sits in which chair, and what opens the doors. The only place with people's names;
 * the journal knows pseudonyms. Knows: seats and hashes of tokens. Does not know: any token itself.
 */
import { join } from 'node:path';
import { z } from 'zod';
import type { RoleId } from '../plan/plan.ts';
import { openStore, type Shape } from './store.ts';
import { showCode } from './code.ts';
import { hashCode, hashToken, matches, newCode, newToken } from './token.ts';

export type Seat = {
  /** `seat-1`, `seat-2` …; never given twice. */
  readonly id: string;
  readonly role: RoleId;
  /** Chosen, or `P1`, `P2` …: whom the journal and the reports speak of. */
  readonly pseudonym: string;
  readonly deputy?: true | undefined;
  readonly name?: string | undefined;
  /** The hash of the seat's token. */
  readonly token: string;
  /** The hash of the client's own id for taking it: whoever repeats the request gets a new token. */
  readonly take: string;
};

/** The part of the lobby that a link opens: a role, or an organisation's roles. */
export type Scope = { readonly role: RoleId } | { readonly organisation: string };

/** What a link opens: exercise control, the wall display, or the lobby where one takes a seat, all of it or a part. */
export type Door = 'control' | 'wall' | 'join' | Scope;

/** What is handed out for a door: shown now or never, for only hashes are kept. */
export type Key = { readonly token: string; readonly code: string };

export type Roster = {
  /** The port that the links were handed out with; a host that resumes listens there again. */
  readonly port: () => number | undefined;
  readonly setPort: (port: number) => Promise<void>;
  readonly seats: () => readonly Seat[];
  readonly seatByToken: (token: string) => Seat | undefined;
  readonly seatByTake: (take: string) => Seat | undefined;
  readonly door: (token: string) => Door | undefined;
  /** A new token for the wall display: shown now or never. */
  readonly addWall: () => Promise<string>;
  /** Makes `count` new tokens for a door. They are shown now or never: only hashes are kept. */
  readonly addTokens: (door: 'control' | 'join', count: number) => Promise<readonly string[]>;
  /** For each of these doors a new token, and a short code that opens the same. */
  readonly addKeys: (doors: readonly (Scope | 'join')[]) => Promise<readonly Key[]>;
  /** Slow on purpose: see `hashCode`. */
  readonly doorByCode: (code: string) => Promise<Door | undefined>;
  /**
   * A new seat and its token. The same `take` again gives the same seat with a new token: the first
   * answer was lost on its way, and the old token cannot be read back from its hash.
   */
  readonly addSeat: {
    (wanted: Anywhere): Promise<Added>;
    (wanted: Wanted): Promise<Added | NotAdded>;
  };
  /** A new token for the seat; the old one opens nothing any more. Undefined: there is no such seat. */
  readonly renewSeat: (id: string) => Promise<Added | undefined>;
  readonly removeSeat: (id: string) => Promise<boolean>;
  /** Who in exercise control has this token. */
  readonly staffByToken: (token: string) => string | undefined;
  /**
   * A new name and its token ('' where another made it). The same request again gives the same name
   * with a new token.
   */
  readonly addStaff: (wanted: WantedStaff) => Promise<AddedStaff>;
  /** One more token for somebody who is there. */
  readonly addBadge: (staff: string) => Promise<string>;
  readonly removeStaff: (staff: string) => Promise<void>;
  /** Erases every name, also in files set aside. Pseudonyms stay; returns how many had one. */
  readonly forgetNames: () => Promise<number>;
};

export type Wanted = {
  readonly role: RoleId;
  readonly take: string;
  readonly name?: string;
  readonly pseudonym?: string;
  readonly deputy?: true;
  /** The seat that this one takes the place of. */
  readonly over?: string;
};
/** Nothing that can be refused: a pseudonym of the host's own, and nobody's place. */
export type Anywhere = Wanted & { readonly pseudonym?: never; readonly over?: never };
export type Added = { readonly seat: Seat; readonly token: string };
/** `seat-taken`: the one to be taken over is somebody else's already. */
export type NotAdded = 'pseudonym-taken' | 'seat-taken';

/** Names begin after F`above`: the record may know more of them than the roster. */
export type WantedStaff = {
  readonly request: string;
  readonly above: number;
  /** The hash of a token that somebody else has made, and alone knows. */
  readonly hash?: string;
};
export type AddedStaff = { readonly staff: string; readonly token: string };

type Content = {
  readonly beredt: 1;
  readonly port?: number | undefined;
  readonly tokens: { readonly control: readonly string[]; readonly join: readonly string[] };
  /** Hashes of what opens the wall display. */
  readonly walls?: readonly string[] | undefined;
  readonly seats: readonly Seat[];
  /** How many seats have ever been given. */
  readonly given: number;
  /** Doors that have a code. With neither role nor organisation: to the whole lobby. */
  readonly doors?: readonly CodedDoor[] | undefined;
  /** What the codes' hashes are salted with. */
  readonly salt?: string | undefined;
  /** Every pseudonym that was ever chosen, as they are compared: the record keeps them all apart. */
  readonly pseudonyms?: readonly string[] | undefined;
  /** What lets each of those in exercise control in, beside the control link. */
  readonly staff?: readonly Badge[] | undefined;
  /** The number in the last name that was given: F4 has been, whoever is left. */
  readonly staffGiven?: number | undefined;
};

/** Hashes of a token, and of the request that it was made for. */
type Badge = {
  readonly id: string;
  readonly token: string;
  readonly request?: string | undefined;
};

type CodedDoor = {
  readonly role?: RoleId | undefined;
  readonly organisation?: string | undefined;
  /** Hashes. */
  readonly token: string;
  readonly code: string;
};

const seatShape = z.looseObject({
  id: z.string(),
  role: z.string(),
  pseudonym: z.string(),
  deputy: z.literal(true).optional(),
  name: z.string().optional(),
  token: z.string(),
  take: z.string(),
});
const doorShape = z.looseObject({
  role: z.string().optional(),
  organisation: z.string().optional(),
  token: z.string(),
  code: z.string(),
});
const badgeShape = z.looseObject({
  id: z.string(),
  token: z.string(),
  request: z.string().optional(),
});
const content = z.looseObject({
  beredt: z.literal(1),
  port: z.int().min(1).max(65_535).optional(),
  tokens: z.object({ control: z.array(z.string()), join: z.array(z.string()) }),
  walls: z.array(z.string()).optional(),
  seats: z.array(seatShape),
  given: z.int().min(0),
  doors: z.array(doorShape).optional(),
  salt: z.string().optional(),
  pseudonyms: z.array(z.string()).optional(),
  staff: z.array(badgeShape).optional(),
  staffGiven: z.int().min(0).optional(),
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

  function addSeat(wanted: Anywhere): Promise<Added>;
  function addSeat(wanted: Wanted): Promise<Added | NotAdded>;
  function addSeat(wanted: Wanted): Promise<Added | NotAdded> {
    const token = newToken();
    return store.update((data) => {
      const [next, seat] = withSeat(data, wanted, hashToken(token));
      return [next, typeof seat === 'string' ? seat : { seat, token }];
    });
  }

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
    addKeys: async (doors) => {
      const keys = doors.map(() => ({ token: newToken(), code: newCode() }));
      const salt = await store.update((data) => {
        const salt = data.salt ?? newToken();
        return [data.salt === undefined ? { ...data, salt } : data, salt];
      });
      const hashes = await Promise.all(keys.map(({ code }) => hashCode(code, salt)));
      const fresh = doors.map((door, i) => ({
        ...(typeof door === 'string' ? {} : door),
        token: hashToken(keys[i]?.token ?? ''),
        code: hashes[i] ?? '',
      }));
      await store.update((data) => [
        { ...data, doors: [...(data.doors ?? []), ...fresh] },
        undefined,
      ]);
      return keys.map(({ token, code }) => ({ token, code: showCode(code) }));
    },
    doorByCode: async (code) => {
      const { salt } = store.get();
      if (salt === undefined) return undefined;
      const hash = await hashCode(code, salt);
      const found = store.get().doors?.find((door) => door.code === hash);
      return found && scopeOf(found);
    },
    addSeat,
    renewSeat: (id) => {
      const token = newToken();
      return store.update((data) => {
        const [next, seat] = withToken(data, (each) => each.id === id, hashToken(token));
        return [next, seat && { seat, token }];
      });
    },
    removeSeat: (id) =>
      store.update((data) => {
        const left = data.seats.filter((seat) => seat.id !== id);
        return left.length < data.seats.length ? [{ ...data, seats: left }, true] : [data, false];
      }),
    staffByToken: (token) => {
      const hash = hashToken(token);
      return store.get().staff?.find((badge) => badge.token === hash)?.id;
    },
    addStaff: ({ request, above, hash }) => {
      const token = hash === undefined ? newToken() : '';
      return store.update((data) => {
        const badge = { request: hashToken(request), token: hash ?? hashToken(token) };
        const [next, staff] = withStaff(data, badge, above);
        return [next, { staff, token }];
      });
    },
    addBadge: (id) => {
      const token = newToken();
      const badge = { id, token: hashToken(token) };
      return store.update((data) => [{ ...data, staff: [...(data.staff ?? []), badge] }, token]);
    },
    removeStaff: (staff) =>
      store.update((data) => {
        const left = data.staff?.filter(({ id }) => id !== staff);
        const same = left?.length === data.staff?.length;
        return [same ? data : { ...data, staff: left }, undefined];
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

function withTokens(data: Content, door: 'control' | 'join', hashes: readonly string[]): Content {
  return { ...data, tokens: { ...data.tokens, [door]: [...data.tokens[door], ...hashes] } };
}

function withToken(
  data: Content,
  wanted: (seat: Seat) => boolean,
  token: string,
): readonly [Content, Seat | undefined] {
  const found = data.seats.find(wanted);
  if (!found) return [data, undefined];
  const seat = { ...found, token };
  return [{ ...data, seats: data.seats.map((each) => (each === found ? seat : each)) }, seat];
}

function withSeat(
  data: Content,
  wanted: Wanted,
  token: string,
): readonly [Content, Seat | NotAdded] {
  const { role, name, deputy, over } = wanted;
  const take = hashToken(wanted.take);
  const same = (seat: Seat): boolean => seat.take === take && seat.role === role;
  const [again, known] = withToken(data, same, token);
  if (known) return [again, known];
  const before = data.seats.find((seat) => seat.id === over && seat.role === role);
  if (over !== undefined && !before) return [data, 'seat-taken'];
  const chosen = wanted.pseudonym?.normalize('NFC').trim();
  if (chosen !== undefined && isUsed(data, chosen, before)) return [data, 'pseudonym-taken'];
  const given = data.given + 1;
  const seat: Seat = {
    id: `seat-${given}`,
    role,
    pseudonym: chosen ?? `P${given}`,
    ...(deputy ? { deputy } : {}),
    ...(name === undefined ? {} : { name }),
    token,
    take,
  };
  const pseudonyms = data.pseudonyms ?? [];
  const seats = [...data.seats.filter((each) => each !== before), seat];
  return [
    {
      ...data,
      given,
      seats,
      ...(chosen === undefined ? {} : { pseudonyms: [...pseudonyms, folded(chosen)] }),
    },
    seat,
  ];
}

function withStaff(
  data: Content,
  { request, token }: Omit<Badge, 'id'>,
  above: number,
): readonly [Content, string] {
  const staff = data.staff ?? [];
  const known = staff.find((badge) => badge.request === request);
  const given = Math.max(data.staffGiven ?? 0, above) + 1;
  const badge: Badge = { id: known?.id ?? `F${given}`, token, request };
  const next = { ...data, staff: [...staff.filter((each) => each !== known), badge] };
  return [known ? next : { ...next, staffGiven: given }, badge.id];
}

/** Whoever takes over a chair may be its own person without the old browser: the name stays theirs. */
function isUsed(data: Content, chosen: string, before: Seat | undefined): boolean {
  const wanted = folded(chosen);
  if (before && folded(before.pseudonym) === wanted) return false;
  // P1 and F1 are what the host calls people by itself.
  return /^([pf]\d+|bot)$/.test(wanted) || (data.pseudonyms ?? []).includes(wanted);
}

/** As pseudonyms are compared: what differs only in case or in how it is encoded is the same. */
function folded(pseudonym: string): string {
  return pseudonym.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
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
  if (data.tokens.join.some((hash) => matches(token, hash))) return 'join';
  if (data.walls?.some((hash) => matches(token, hash))) return 'wall';
  const hash = hashToken(token);
  const found = data.doors?.find((door) => door.token === hash);
  return found && scopeOf(found);
}

function scopeOf({ role, organisation }: CodedDoor): Door {
  if (role !== undefined) return { role };
  return organisation === undefined ? 'join' : { organisation };
}
