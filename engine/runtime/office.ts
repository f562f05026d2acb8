/**
 * Exercise control as several people: who comes by the control link, who is let in beside them and
 * who is shown out, and what each may ask of the host. Knows: the staff in the record and the tokens
 * in the roster; the record decides. Does not know: connections, or what acts are allowed (the
 * engine does).
 */
import type { By, Entry, StaffKind } from '../exercise/entry.ts';
import type { RefusalCode } from '../exercise/refusal.ts';
import type { StaffRow } from '../exercise/rows.ts';
import type { ExerciseState } from '../exercise/state.ts';
import type { ClientMessage, Invitation } from './protocol.ts';
import type { AddedStaff, Roster } from './roster.ts';
import type { Outcome, Session } from './session.ts';
import type { NewLead } from './spare.ts';

type Appoint = Extract<ClientMessage, { type: 'appoint' }>;
type Dismiss = Extract<ClientMessage, { type: 'dismiss' }>;

export type Office = {
  /**
   * Who it is that comes by the control link: the first one becomes the lead, and everybody after
   * that is the same person at another terminal. Undefined: that person is no longer there.
   */
  readonly head: () => Promise<string | undefined>;
  /** Whether the one that a link of their own names is in exercise control. */
  readonly knows: (staff: string) => boolean;
  /** From the lead: a name and a token for somebody new; or why not. */
  readonly appoint: (by: string, message: Appoint) => Promise<AddedStaff | RefusalCode>;
  /** From the lead: out of the record, so that no link of theirs opens anything any more. */
  readonly dismiss: (by: string, message: Dismiss) => Promise<Outcome>;
  /**
   * From whoever has the host's own folder: somebody new, whose token has this hash, leads from now
   * on, and who led before is a controller. By the engine's hand, so that the record shows that it
   * was nobody in exercise control.
   */
  readonly replaceLead: (hash: string, request: string) => Promise<NewLead | RefusalCode>;
  /** Sweeps up the tokens of somebody who is out of the record. */
  readonly forget: (staff: string) => Promise<void>;
  /** Why this one may not see to the participants' chairs and doors; `role`: to this role's. */
  readonly bars: (by: string, role?: string) => RefusalCode | undefined;
  /** What this one may hand out: a controller with a lane the doors of the lane. */
  readonly invitations: (by: string, rows: readonly Invitation[]) => readonly Invitation[];
  /** Names in the record are not given again, whatever has become of the roster. */
  readonly notice: (entries: readonly Entry[]) => void;
};

export type OfficeOptions = { readonly session: Session; readonly roster: Roster };

/** Whoever comes first by the control link. */
const FIRST = 'F1';
const ENGINE: By = { type: 'engine' };
/** Who sees to chairs and doors. */
const HOSTS: readonly StaffKind[] = ['lead', 'controller'];

export function createOffice({ session, roster }: OfficeOptions): Office {
  let joining: Promise<Outcome> | undefined;
  let highest = 1;

  const rowOf = (name: string): StaffRow | undefined => session.state.staff.get(name);

  function bars(by: string, role?: string): RefusalCode | undefined {
    // Nobody has joined where the exercise was over before there was such a thing.
    if (session.state.staff.size === 0) return undefined;
    const row = rowOf(by);
    if (!row) return 'not-allowed';
    if (!HOSTS.includes(row.kind)) return 'not-your-part';
    const lane = laneOf(row);
    const { roles } = session.state.lookup;
    if (!lane || role === undefined) return undefined;
    return lane.includes(roles.get(role)?.organisation ?? '') ? undefined : 'not-in-lane';
  }

  async function head(): Promise<string | undefined> {
    const { staff, status } = session.state;
    // A record that is closed takes nothing more: there one only looks.
    if (staff.size === 0 && status !== 'closed') {
      joining ??= session.submit(ENGINE, { type: 'staff.join', staff: FIRST, kind: 'lead' });
    }
    await joining;
    return isFirstThere(session.state) ? FIRST : undefined;
  }

  async function replaceLead(hash: string, request: string): Promise<NewLead | RefusalCode> {
    if (session.state.status === 'closed') return 'closed';
    // The lead is handed over, never taken where there is none.
    await head();
    const before = leadOf(session.state)?.id ?? FIRST;
    const wanted = { request: `host ${request}`, above: highest, hash };
    const { staff } = await roster.addStaff(wanted);
    const join = { type: 'staff.join', staff, kind: 'controller' } as const;
    const joined = await session.submit(ENGINE, join);
    const hand = { type: 'staff.hand', to: staff } as const;
    const handed = joined.type === 'done' ? await session.submit(ENGINE, hand) : joined;
    if (handed.type === 'done') return { staff, before };
    await roster.removeStaff(staff);
    return handed.code;
  }

  return {
    head,
    replaceLead,
    knows: (staff) => rowOf(staff) !== undefined,
    appoint: async (by, { id, kind, lane }) => {
      if (rowOf(by)?.kind !== 'lead') return 'lead-only';
      if (session.state.status === 'closed') return 'closed';
      const added = await roster.addStaff({ request: `${by} ${id}`, above: highest });
      const join = { type: 'staff.join', staff: added.staff, kind } as const;
      const input = lane === undefined ? join : { ...join, lane: [...new Set(lane)] };
      const outcome = await session.submit({ type: 'facilitator', name: by }, input, id);
      if (outcome.type === 'done' && rowOf(added.staff)) return added;
      await roster.removeStaff(added.staff);
      return outcome.type === 'refused' ? outcome.code : 'unknown-staff';
    },
    dismiss: (by, { id, staff }) => {
      const input = { type: 'staff.leave', staff } as const;
      return session.submit({ type: 'facilitator', name: by }, input, id);
    },
    forget: (staff) => roster.removeStaff(staff),
    bars,
    invitations: (by, rows) => {
      const lane = laneOf(rowOf(by));
      if (!lane) return rows;
      return rows.filter(({ role, organisation }) =>
        role === undefined ? lane.includes(organisation ?? '') : !bars(by, role),
      );
    },
    notice: (entries) => {
      for (const entry of entries) highest = Math.max(highest, ...namesIn(entry).map(numberOf));
    },
  };
}

/**
 * A token for this run's control link. It is the first lead's, also when somebody else leads now;
 * where that one has been shown out, the host belongs to whoever leads.
 */
export async function controlToken(roster: Roster, state: ExerciseState): Promise<string> {
  const lead = leadOf(state);
  if (lead && !isFirstThere(state)) return roster.addBadge(lead.id);
  const [token = ''] = await roster.addTokens('control', 1);
  return token;
}

function leadOf({ staff }: ExerciseState): StaffRow | undefined {
  return [...staff.values()].find(({ kind }) => kind === 'lead');
}

/** Whether a control link opens anything: before anybody has come by it, and while that one is there. */
export function isFirstThere({ staff }: ExerciseState): boolean {
  return staff.size === 0 || staff.has(FIRST);
}

function laneOf(row: StaffRow | undefined): readonly string[] | undefined {
  return row?.kind === 'controller' ? row.lane : undefined;
}

function namesIn(entry: Entry): readonly string[] {
  const by = entry.by.type === 'facilitator' ? [entry.by.name] : [];
  const joined = 'input' in entry && entry.input.type === 'staff.join' ? [entry.input.staff] : [];
  return [...by, ...joined];
}

/** 2 for F2; 0 for a name that the host has not given. */
function numberOf(name: string): number {
  return Number(/^F(\d{1,9})$/.exec(name)?.[1] ?? 0);
}
