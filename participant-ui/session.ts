/**
 * The page's one session: which token it connects with, and what it does when that changes (a chair
 * taken, left, taken over or no longer there). Knows: seats and the engine's client. Does not know:
 * the DOM; the browser's sockets, clock and storage are handed in.
 */
import {
  connect,
  type Client,
  type ClientState,
  type ClientWorld,
  type Outcome,
} from '../engine/runtime/client.ts';
import { CLOSE } from '../engine/runtime/protocol.ts';
import type { RoleInput } from '../engine/exercise/entry.ts';
import type { FileRow } from '../engine/exercise/rows.ts';
import { findSeat, forgetSeat, keepSeat, type Seat, type Shelves } from './seat.ts';

export type Page = {
  /** ws:// or wss:// address of the host. */
  readonly url: string;
  /** The token in the address bar's fragment, if there is one. */
  readonly token: string | undefined;
  /** The fragment holds the facilitator's token instead. It is not used, and not kept. */
  readonly control: boolean;
  readonly shelves: Shelves;
  readonly world: ClientWorld;
  /** Fetches an attachment with a token; undefined when it cannot be had. */
  readonly fetchFile: (file: FileRow, token: string) => Promise<Blob | undefined>;
};

export type SessionState =
  /** Nothing says which exercise, or as whom. */
  { readonly type: 'no-token' | 'control' | 'left' } | LiveState;
export type LiveState = {
  readonly type: 'live';
  readonly link: ClientState;
  /** Whether there is a join token to choose a chair with. */
  readonly canJoin: boolean;
};

export type Session = {
  readonly state: () => SessionState;
  readonly subscribe: (changed: () => void) => () => void;
  /** `ticket`: the draft's, to be told of the answer also after a reload. */
  readonly act: (input: RoleInput, ticket?: string) => Promise<Outcome>;
  /** Takes a chair. Undefined when it is ours; otherwise why not. */
  readonly take: (role: string, name: string) => Promise<Outcome | undefined>;
  readonly leave: () => Promise<Outcome>;
  /** An attachment's content; undefined when it cannot be had. */
  readonly file: (file: FileRow) => Promise<Blob | undefined>;
  /** Exercise time now, for display. */
  readonly now: () => number;
  /** Connects again with the chair this page had: after it was taken over elsewhere. */
  readonly comeBack: () => void;
  /** Goes to the lobby for another chair, and leaves the present one to whoever has it. */
  readonly chooseAnother: () => void;
  readonly close: () => void;
};

type Line = { readonly client: Client; readonly token: string; readonly stop: () => void };

export function openSession(page: Page): Session {
  const { shelves } = page;
  const listeners = new Set<() => void>();
  const ours = ({ join, token }: Seat): boolean =>
    page.token === undefined || join === page.token || token === page.token;
  let seat = page.control ? undefined : findSeat(shelves, ours);
  const join = page.token === seat?.token ? seat?.join : (page.token ?? seat?.join);
  let left = false;
  /** Set once a lobby was asked for: then no kept chair is taken instead. */
  let atDoor = false;
  let line: Line | undefined;

  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };

  function dial(token: string | undefined): void {
    line?.stop();
    line = undefined;
    if (token === undefined) {
      tell();
      return;
    }
    const client = connect(page.url, token, page.world);
    const unsubscribe = client.subscribe(() => {
      if (line?.client === client) heed(line);
    });
    const stop = (): void => {
      unsubscribe();
      client.close();
    };
    line = { client, token, stop };
    tell();
  }

  /** Looks at what the line has become; some of it means another token. */
  function heed({ client, token }: Line): void {
    const { connection, lost, lobby, audience } = client.state();
    const refused = connection === 'closed' && lost?.code === CLOSE.unauthorised.code;
    if (refused && seat && (token !== join || audience)) {
      forgetSeat(shelves, seat.token);
      seat = undefined;
      dial(join);
      return;
    }
    if (lobby && !audience && !seat && !atDoor) {
      atDoor = true;
      seat = findSeat(shelves, (kept) => kept.exercise === lobby.exercise.id);
      if (seat) {
        dial(seat.token);
        return;
      }
    }
    tell();
  }

  async function take(role: string, name: string): Promise<Outcome | undefined> {
    const client = line?.client;
    const exercise = client?.state().lobby?.exercise.id;
    if (!client || exercise === undefined) return undefined;
    const answer = await client.take(role, name === '' ? undefined : name);
    if (answer.type !== 'seated') return answer;
    seat = { exercise, join: join ?? answer.token, token: answer.token };
    keepSeat(shelves, seat);
    return undefined;
  }

  async function leave(): Promise<Outcome> {
    const client = line?.client;
    if (!client) return { type: 'done', seq: -1 };
    const outcome = await client.leave();
    if (outcome.type === 'refused') return outcome;
    if (seat) forgetSeat(shelves, seat.token);
    seat = undefined;
    atDoor = true;
    left = join === undefined;
    dial(join);
    return outcome;
  }

  dial(seat?.token ?? join);
  return {
    state: () =>
      line
        ? { type: 'live', link: line.client.state(), canJoin: join !== undefined }
        : { type: left ? 'left' : page.control ? 'control' : 'no-token' },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    act: (input, ticket) =>
      line ? line.client.act(input, ticket) : Promise.reject(new Error('There is no connection.')),
    take,
    leave,
    file: async (file) => {
      const token = seat?.token ?? line?.token;
      return token === undefined ? undefined : page.fetchFile(file, token);
    },
    now: () => line?.client.now() ?? 0,
    comeBack: () => dial(seat?.token ?? line?.token),
    chooseAnother: () => {
      seat = undefined;
      atDoor = true;
      dial(join);
    },
    close: () => line?.stop(),
  };
}
