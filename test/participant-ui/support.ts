/** Shelves in memory, a network held by the test, and rows to show. */
import type { ClientWorld, SocketLike } from '../../engine/runtime/client.ts';
import type { ClientMessage, ServerMessage } from '../../engine/runtime/protocol.ts';
import type {
  ExerciseRow,
  ItemRow,
  RoleRow,
  RoleView,
  TaskRow,
} from '../../engine/exercise/rows.ts';
import type { Shelf, Shelves } from '../../participant-ui/seat.ts';

export function memoryShelf(): Shelf {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}

export function memoryShelves(): Shelves {
  return { tab: memoryShelf(), browser: memoryShelf() };
}

/** One connection as the host's end sees it. */
export type Wire = {
  readonly heard: readonly ClientMessage[];
  readonly say: (message: ServerMessage) => void;
  readonly drop: (code: number) => void;
  readonly closed: () => boolean;
};

/** A network: every dialling opens at once and is kept in `wires`. */
export function network(): { readonly world: ClientWorld; readonly wires: readonly Wire[] } {
  const wires: Wire[] = [];
  let ids = 0;
  const open = (): SocketLike => {
    const heard: ClientMessage[] = [];
    let closed = false;
    const socket: SocketLike = {
      send: (data) => void heard.push(JSON.parse(data) as ClientMessage),
      close: () => {
        closed = true;
      },
      onopen: null,
      onmessage: null,
      onclose: null,
      onerror: null,
    };
    wires.push({
      heard,
      say: (message) => socket.onmessage?.({ data: JSON.stringify(message) }),
      drop: (code) => socket.onclose?.({ code, reason: '' }),
      closed: () => closed,
    });
    queueMicrotask(() => socket.onopen?.(undefined as never));
    return socket;
  };
  const world: ClientWorld = {
    open,
    now: () => 0,
    after: () => () => undefined,
    id: () => `act-${(ids += 1)}`,
  };
  return { world, wires };
}

export const exercise: ExerciseRow = {
  id: 'ex',
  title: { da: 'Fællesdrift nede', en: 'Shared operations down' },
  kind: 'cross-sector',
  languages: ['da', 'en'],
  marking: 'TLP:AMBER',
  status: 'running',
  story: { epoch: 0, zone: 'UTC', offsets: [{ from: 0, offset: 0 }] },
  length: 3_600_000,
  pace: 1,
  hotWash: [],
  matters: [],
};

export function role(id: string, organisation = 'it'): RoleRow {
  return {
    id,
    name: { da: `${id} da`, en: `${id} en` },
    organisation,
    organisationName: `Org ${organisation}`,
    simulated: false,
  };
}

export function item(id: string, change: Partial<ItemRow> = {}): ItemRow {
  return {
    id,
    kind: 'inject',
    seq: 1,
    at: 0,
    from: { name: 'Vagtcentral' },
    to: ['me'],
    channel: 'phone',
    title: `Om ${id}`,
    body: 'Tekst',
    marking: 'TLP:AMBER',
    facts: [],
    asks: false,
    sent: false,
    ...change,
  };
}

export function task(id: string, change: Partial<TaskRow> = {}): TaskRow {
  return {
    id,
    title: `Opgave ${id}`,
    domain: 'digital',
    status: 'open',
    startedAt: 0,
    due: 1_000,
    overdue: false,
    holders: [],
    offers: [],
    ...change,
  };
}

export function viewWith(change: Partial<RoleView> = {}): RoleView {
  return {
    exercise: { exercise },
    me: { me: role('me') },
    roles: { me: role('me'), colleague: role('colleague'), cert: role('cert', 'cert') },
    items: {},
    tasks: {},
    decisions: {},
    facts: {},
    clocks: {},
    awareness: {},
    questions: {},
    statements: {},
    picture: {},
    asks: {},
    contests: {},
    outside: {},
    hotwash: {},
    ...change,
  };
}
