/**
 * The chairs this browser has taken, so that a reload or a restarted host leads back to them.
 * Knows: what is kept, and where. Does not know: connections. What it reads may be anything.
 */

export type Seat = {
  /** The exercise's id. */
  readonly exercise: string;
  /** The join token that led here: what the link in the address bar says. */
  readonly join: string;
  /** The seat's own token. */
  readonly token: string;
};

/** What we need of localStorage and sessionStorage. */
export type Shelf = {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
};

/** The tab's own shelf is asked first, so that two tabs in one browser can be two roles. */
export type Shelves = { readonly tab: Shelf; readonly browser: Shelf };

const KEY = 'beredt:seat';
const MOST = 20;

export function findSeat(
  shelves: Shelves,
  wanted: (seat: Seat) => boolean = () => true,
): Seat | undefined {
  return [shelves.tab, shelves.browser].flatMap(seatsOn).find(wanted);
}

export function keepSeat(shelves: Shelves, seat: Seat): void {
  for (const shelf of [shelves.tab, shelves.browser]) {
    const others = seatsOn(shelf).filter((kept) => kept.exercise !== seat.exercise);
    write(shelf, [seat, ...others].slice(0, MOST));
  }
}

/** Forgets the chair with that token. Another tab's chair in the same exercise stays. */
export function forgetSeat(shelves: Shelves, token: string): void {
  for (const shelf of [shelves.tab, shelves.browser]) {
    const kept = seatsOn(shelf);
    const rest = kept.filter((seat) => seat.token !== token);
    if (rest.length < kept.length) write(shelf, rest);
  }
}

function seatsOn(shelf: Shelf): readonly Seat[] {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isSeat) : [];
  } catch {
    return [];
  }
}

function isSeat(value: unknown): value is Seat {
  if (typeof value !== 'object' || value === null) return false;
  const { exercise, join, token } = value as Record<string, unknown>;
  return [exercise, join, token].every((part) => typeof part === 'string');
}

function write(shelf: Shelf, seats: readonly Seat[]): void {
  try {
    shelf.setItem(KEY, JSON.stringify(seats));
  } catch {
    // A browser that keeps nothing still plays; only the way back after a reload is lost.
  }
}
