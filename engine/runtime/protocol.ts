/**
 * The words on the wire. PROTOCOL.md says the same in prose; a test holds the two together.
 * Knows: message shapes, close codes, limits. Does not know: sockets. Runs in a browser too.
 */
import type { ControlInput, RoleInput, StaffKind } from '../exercise/entry.ts';
import type { RefusalCode } from '../exercise/refusal.ts';
import type { ExerciseRow, Put, RoleRow } from '../exercise/rows.ts';
import type { Ms } from '../scenario/time.ts';

export { UNSURE } from '../plan/plan.ts';
export { readCode, showCode } from './code.ts';
export { CERTAINTIES, type Certainty } from '../scenario/certainty.ts';
export { byCodeUnit, LANGS, say, type Lang, type Text } from '../scenario/text.ts';
export { formatDuration, formatExerciseTime, storyTime, type Ms } from '../scenario/time.ts';

export const PROTOCOL = 1;
export const SOCKET_PATH = '/ws';
/** Before an attachment's digest. */
export const FILES_PATH = '/files/';
/** Before the word that opens the report. */
export const DEBRIEF_PATH = '/debrief/';

export const LIMITS = {
  /** A frame from a client, bytes. */
  frame: 64 * 1024,
  /** A connection must say hello within this, wall ms. */
  hello: 5_000,
  /** Connections that have not said hello yet, in all. */
  unauthenticated: 200,
  connections: 20_000,
  /** Acts: so many at once, refilled at so many a second. More closes with `flood`. */
  burst: 40,
  perSecond: 10,
  /** Bytes waiting in a socket that reads too slowly; more closes with `backlog`. */
  backlog: 8 * 1024 * 1024,
  /** A ping is sent so often, wall ms; two without an answer ends the connection. */
  heartbeat: 15_000,
  /** Characters in a title and in any other text that a client sends. */
  title: 200,
  text: 10_000,
  name: 60,
  pseudonym: 30,
  /** Codes that opened nothing: so many at once in all, refilled at so many a minute. */
  guesses: 20,
  guessesPerMinute: 6,
  /** A code for going on elsewhere opens its chair for so long, wall ms. */
  moving: 600_000,
  /** Entries of the record in one answer. */
  entries: 500,
  /** Looks into the past: so many at once, refilled at so many a minute, for each facilitator. */
  looks: 10,
  looksPerMinute: 60,
} as const;

/** Why the host closes a connection. A client comes back by itself after those marked `retry`. */
export const CLOSE = {
  malformed: { code: 4400, retry: false },
  unauthorised: { code: 4401, retry: false },
  'hello-timeout': { code: 4408, retry: true },
  'taken-over': { code: 4409, retry: false },
  version: { code: 4426, retry: false },
  flood: { code: 4429, retry: true },
  backlog: { code: 4430, retry: true },
  full: { code: 4431, retry: true },
  fault: { code: 4500, retry: true },
  closing: { code: 4503, retry: true },
} as const;
export type CloseReason = keyof typeof CLOSE;

export type ClientMessage =
  | {
      readonly type: 'hello';
      readonly protocol: number;
      /** A join token, a seat's token or the facilitator's token; or a short code. */
      readonly token: string;
      /** The last seq this client has applied: send only what came after. */
      readonly since?: number;
    }
  /** Take a chair (with a join token). Answered by `seated`, then `welcome`. */
  | {
      readonly type: 'take';
      readonly id: string;
      readonly role: string;
      /** Kept in the host's roster; never in the journal. */
      readonly name?: string;
      /** One's own choice, for the journal and the reports; without it one is `P1`, `P2` … */
      readonly pseudonym?: string;
      /** Sits there for the one who should. */
      readonly deputy?: true;
      /** The seat whose person is away, to be taken over. */
      readonly over?: string;
    }
  /** Is anybody there? Answered by `pong`; a network that swallows everything says nothing itself. */
  | { readonly type: 'ping'; readonly id: string }
  /** Asks for a code with which one goes on in this chair on another device. */
  | { readonly type: 'move'; readonly id: string }
  /** From control: empties a chair. Whoever sits there is shown out. */
  | { readonly type: 'free'; readonly id: string; readonly seat: string }
  /** From control: asks for the links and codes for each organisation and role. */
  | { readonly type: 'invite'; readonly id: string }
  /** From the lead: lets somebody else into exercise control. Answered by `appointed`. */
  | {
      readonly type: 'appoint';
      readonly id: string;
      readonly kind: Exclude<StaffKind, 'lead'>;
      /** The organisations that a controller looks after; absent: all of them. */
      readonly lane?: readonly string[];
    }
  /** From the lead: shows somebody out of exercise control, for good. */
  | { readonly type: 'dismiss'; readonly id: string; readonly staff: string }
  /**
   * From control: what there was to see at `at` (absent: now), by a role or (absent) by control.
   * The run is not touched. Answered by `looked`.
   */
  | { readonly type: 'look'; readonly id: string; readonly role?: string; readonly at?: Ms }
  /** From control: the last LIMITS.entries of the record before seq `before`, none later than `at`. */
  | { readonly type: 'entries'; readonly id: string; readonly before: number; readonly at?: Ms }
  /** From control: how the host stands. Answered by `checked`. */
  | { readonly type: 'check'; readonly id: string }
  /** From control, after ENDEX: the findings, and where a browser can read the report. */
  | { readonly type: 'debrief'; readonly id: string }
  /** Give up one's chair. */
  | { readonly type: 'leave'; readonly id: string }
  /** `id` is the client's own, unique to it: an act sent twice is carried out once. */
  | { readonly type: 'act'; readonly id: string; readonly input: ControlInput | RoleInput };

export type LobbyRole = RoleRow & {
  readonly taken: number;
  readonly seats: number;
  readonly chairs: readonly Chair[];
  /** One's link opens this role only for its deputy: whoever takes it, sits there as that. */
  readonly asDeputy?: true;
};

/** A chair that a person has. `away`: with no connection now, so that it can be taken over. */
export type Chair = {
  readonly seat: string;
  readonly pseudonym: string;
  readonly away: boolean;
};

/** What opens the door to one role, to an organisation's roles, or (with neither) to all. */
export type Invitation = {
  readonly role?: string;
  readonly organisation?: string;
  readonly token: string;
  readonly code: string;
};

/** One thing that the host has looked at in itself. `detail`: a number or a name for the words. */
export type HostCheck = {
  readonly check: 'address' | 'disk' | 'clock' | 'journal' | 'page';
  readonly state: 'ok' | 'warn' | 'bad';
  readonly detail: string;
};

/** What the analysis found, in words, for the debrief. */
export type DebriefFinding = {
  /** `F1` … in order of weight; strengths `S1` … */
  readonly id: string;
  readonly code: string;
  readonly severity: 'high' | 'medium' | 'low' | 'strength';
  readonly title: Both;
  readonly happened: Both;
  readonly planned: Both;
  /** To put to those in the room. */
  readonly question: Both;
  readonly roles: readonly string[];
  /** The entries that show it, by seq. */
  readonly evidence: readonly number[];
};

type Both = { readonly da: string; readonly en: string };

/** The exercise clock. Now = at + (wall now − wall) × pace while running, at otherwise. */
export type ClockReading = {
  readonly at: Ms;
  /** The host's wall clock, ms since 1970, when `at` was read. */
  readonly wall: number;
  readonly pace: number;
  readonly running: boolean;
};

export type ServerMessage =
  /** To a client with a join token and no chair; again whenever it changes. */
  | {
      readonly type: 'lobby';
      readonly exercise: ExerciseRow;
      readonly roles: readonly LobbyRole[];
    }
  /** The chair is yours; come back with this token. `id`: the take's, or the move's. */
  | {
      readonly type: 'seated';
      readonly id: string;
      readonly role: string;
      readonly seat: string;
      readonly token: string;
    }
  /** A code that opens this chair once, until `until` (wall ms since 1970). */
  | { readonly type: 'moving'; readonly id: string; readonly code: string; readonly until: number }
  | { readonly type: 'invitations'; readonly id: string; readonly rows: readonly Invitation[] }
  /** Shown now or never: the token that lets this one into exercise control. */
  | {
      readonly type: 'appointed';
      readonly id: string;
      readonly staff: string;
      readonly token: string;
    }
  /** A view as it was once the entry `seq` was in the record. */
  | {
      readonly type: 'looked';
      readonly id: string;
      readonly role?: string;
      readonly at: Ms;
      readonly seq: number;
      readonly put: readonly Put[];
    }
  /** Rows of the record, oldest first; none: there is nothing before. */
  | { readonly type: 'entries'; readonly id: string; readonly put: readonly Put[] }
  | { readonly type: 'checked'; readonly id: string; readonly checks: readonly HostCheck[] }
  /** `path`: opens the report on this host in a browser, for whoever has it. */
  | {
      readonly type: 'debriefed';
      readonly id: string;
      readonly path: string;
      readonly findings: readonly DebriefFinding[];
    }
  /** The view as it is at `seq`. When `resumed`, `put` holds only what changed since. */
  | {
      readonly type: 'welcome';
      readonly audience: 'role' | 'control' | 'wall';
      readonly role?: string;
      readonly seat?: string;
      readonly pseudonym?: string;
      /** One's own name in exercise control; a row of `staff` says what one may do. */
      readonly staff?: string;
      readonly seq: number;
      readonly resumed: boolean;
      readonly clock: ClockReading;
      readonly put: readonly Put[];
    }
  | { readonly type: 'update'; readonly seq: number; readonly put: readonly Put[] }
  | { readonly type: 'pong'; readonly id: string }
  | { readonly type: 'clock'; readonly clock: ClockReading }
  /** To control: how many connections each role has now, bots left out. Not part of the record. */
  | {
      readonly type: 'presence';
      readonly roles: { readonly [role: string]: number };
      /** Connections of each facilitator. */
      readonly staff?: { readonly [staff: string]: number };
      /** The slowest answer to a heartbeat in each role, wall ms. */
      readonly delays?: { readonly [role: string]: Ms };
    }
  /** The act is in the journal, durable, at `seq`. */
  | { readonly type: 'done'; readonly id: string; readonly seq: number }
  | {
      readonly type: 'refused';
      readonly id: string;
      readonly code: RefusalCode;
      readonly reason: { readonly da: string; readonly en: string };
    };
