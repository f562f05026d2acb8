/**
 * How much each role has on it, and who is there. Knows: rows and connections. Does not know: the
 * screen.
 */
import type { ControlTaskRow, ControlView } from '../engine/exercise/rows.ts';
import type { ClientState } from '../engine/runtime/client.ts';
import { once } from './keep.ts';
import { owed, record, seatsOf, tasksOf } from './rows.ts';

type Rows = Partial<ControlView>;

/** What is expected of a role and not done yet, how much of that is late, and what tasks it holds. */
export type Load = {
  readonly role: string;
  readonly open: number;
  readonly late: number;
  readonly tasks: number;
};

export function loadOf(view: Rows, role: string): Load {
  const duties = owed(view, role);
  const late = duties.filter(({ status }) => status === 'overdue').length;
  return { role, open: duties.length - late, late, tasks: tasksOf(view, role).length };
}

/** Whom one would look at first stands first; equals stay in the plan's order. */
export function loads(view: Rows): readonly Load[] {
  // The view is another one after every change, whatever becomes of its collections.
  return once(view, 'loads', () =>
    Object.values(view.roles ?? {})
      .filter(({ simulated }) => !simulated)
      .map(({ id }) => loadOf(view, id))
      .sort((a, b) => b.late - a.late || b.open - a.open || b.tasks - a.tasks),
  );
}

/** What is expected of the role of whom most is. */
export function mostOf(view: Rows): number {
  return once(loads(view), 'most', (all) =>
    Math.max(1, ...all.map(({ open, late }) => open + late)),
  );
}

/** Cells of a bar: what is late, then what is open. Whatever there is shows as one cell at least. */
export function bar({ open, late }: Load, most: number, cells: number): readonly [number, number] {
  const upTo = (n: number): number => Math.round((n / Math.max(1, most)) * cells);
  const dark = late === 0 ? 0 : Math.max(1, upTo(late));
  const light = open === 0 ? 0 : Math.max(1, upTo(late + open) - dark);
  return [Math.min(dark, cells), Math.min(light, Math.max(0, cells - dark))];
}

/** `bots`: nobody is there but a bot. `away`: somebody has the chair and is not connected. */
export type Presence = 'here' | 'bots' | 'away' | 'empty';

export function presenceOf(view: Rows, here: ClientState['presence'], role: string): Presence {
  if ((here[role] ?? 0) > 0) return 'here';
  const seats = seatsOf(view, role);
  if (seats.some(({ bot }) => bot)) return 'bots';
  return seats.length > 0 ? 'away' : 'empty';
}

/** The roles that are to be played, by who is there. */
export type Crowd = { readonly [P in Presence | 'roles']: number };

export function crowdOf(view: Rows, here: ClientState['presence']): Crowd {
  const crowd = { roles: 0, here: 0, bots: 0, away: 0, empty: 0 };
  for (const { id, simulated } of Object.values(view.roles ?? {})) {
    if (simulated) continue;
    crowd.roles += 1;
    crowd[presenceOf(view, here, id)] += 1;
  }
  return crowd;
}

/** Since when nobody has the task, or since when two own it. */
export function doubtSince({ startedAt = 0, holders }: ControlTaskRow): number {
  const owners = holders.filter(({ as }) => as === 'accountable').map(({ since }) => since);
  return owners.toSorted((a, b) => a - b)[1] ?? startedAt;
}

/** The slowest connections, the slowest first; none where the host has not told of any. */
export function slowest(
  delays: ClientState['delays'],
  count: number,
): readonly (readonly [role: string, ms: number])[] {
  return Object.entries(delays ?? {})
    .sort((a, b) => b[1] - a[1])
    .slice(0, count);
}

/** When the last entry that we have was written: nobody is told of one that is not on the disk. */
export function lastEntry(view: Rows): { readonly seq: number; readonly at: number } | undefined {
  return record(view)[0];
}
