/**
 * The way of a decision through the organisations until it was made, and whether it was made at the
 * nearest that was authorised. Knows: who wrote about it, spoke of it, made it. Does not know: ranks.
 */
import type { RoleId } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import type { Cast } from '../cast.ts';
import { type Evidence, type History, type Moment, by, evidence, inOrder } from '../history.ts';
import type { Item, Items } from '../items.ts';
import { before } from '../information/knowledge.ts';
import type { DecisionRecord } from './record.ts';
import type { Subjects } from './subject.ts';

/** A stretch in which the decision lay with an organisation: until another dealt with it. */
export type DecisionStop = {
  readonly organisation: string;
  readonly roles: readonly RoleId[];
  readonly from: Ms;
  readonly to: Ms;
  readonly evidence: Evidence;
};
export type DecisionLevel = {
  /** In order. Their lengths add up to the time from the first act on it until it was made. */
  readonly stops: readonly DecisionStop[];
  /** Organisations beside the first that dealt with it. */
  readonly depth: number;
  /**
   * `nearest`: made in the first organisation with authority that dealt with it. `passed-on`: such a
   * one passed it on to the one that made it. `outside`: made in an organisation without authority.
   * Absent: nobody made it, or the plan says nothing of authority.
   */
  readonly made?: 'nearest' | 'passed-on' | 'outside';
  /** The role with authority that first passed it on, and when. */
  readonly passedBy?: RoleId;
  readonly passedAt?: Ms;
  /** The entries by which it was passed on. */
  readonly evidence: Evidence;
};

type Act = Moment & { readonly role: RoleId };
type Handled = {
  readonly history: History;
  readonly items: Items;
  readonly subjects: Subjects;
  readonly cast: Cast;
  /** Those with authority, and their deputies. */
  readonly authorised: ReadonlySet<RoleId>;
};

export function levelOf(handled: Handled, record: DecisionRecord): DecisionLevel {
  const acts = actsOn(handled, record);
  const stops = stopsOf(handled, record, acts);
  const depth = Math.max(0, new Set(stops.map((stop) => stop.organisation)).size - 1);
  return { stops, depth, ...verdictOf(handled, record) };
}

/** Answering a question is being consulted; all else that is said about it is dealing with it. */
function actsOn(
  { history, items, subjects, cast }: Handled,
  record: DecisionRecord,
): readonly Act[] {
  const { id, recorded, madeAt, opened } = record;
  const raised = by(history, 'decision.raised', 'decision', id);
  const spoken = by(history, 'decision.discussed', 'decision', id);
  const written = subjects.messages(id).filter((item) => isWritten(item, items));
  const acts: readonly Act[] = [
    ...(record.origin === 'noted' ? [] : raised).map(({ at, seq, event }) => ({
      at,
      seq,
      role: event.role,
    })),
    ...spoken.map(({ at, seq, event }) => ({ at, seq, role: event.role })),
    ...written.flatMap(({ at, seq, from }) =>
      from === undefined ? [] : [{ at, seq, role: from }],
    ),
  ].filter(
    (act) => cast.plays(act.role) && before(act, record.cut) && act.seq > (opened?.seq ?? 0) - 1,
  );
  const decider = recorded?.event.role;
  if (!recorded || madeAt === undefined || decider === undefined) return acts.toSorted(inOrder);
  return [...acts.toSorted(inOrder), { at: madeAt, seq: recorded.seq, role: decider }];
}

function isWritten({ kind, replyTo }: Item, items: Items): boolean {
  const asked = replyTo === undefined ? undefined : items.byId.get(replyTo);
  return kind === 'message' && asked?.asks !== true;
}

function stopsOf(
  { cast, history }: Handled,
  { madeAt }: DecisionRecord,
  acts: readonly Act[],
): readonly DecisionStop[] {
  const end = madeAt ?? history.end;
  const groups: { organisation: string; acts: Act[] }[] = [];
  for (const act of acts) {
    const organisation = cast.organisation(act.role);
    const last = groups.at(-1);
    if (last?.organisation === organisation) last.acts.push(act);
    else groups.push({ organisation, acts: [act] });
  }
  return groups.map(({ organisation, acts: own }, i) => ({
    organisation,
    roles: [...new Set(own.map((act) => act.role))],
    from: own[0]?.at ?? end,
    to: groups[i + 1]?.acts[0]?.at ?? end,
    evidence: evidence(own.map((act) => act.seq)),
  }));
}

function verdictOf(
  { subjects, cast, authorised, items }: Handled,
  { id, recorded, authority, cut }: DecisionRecord,
): Pick<DecisionLevel, 'made' | 'passedBy' | 'passedAt' | 'evidence'> {
  const decider = recorded?.event.role;
  if (decider === undefined || authority.length === 0) return { evidence: [] };
  const houses = new Set([...authorised].map(cast.organisation));
  const house = cast.organisation(decider);
  if (!houses.has(house)) return { made: 'outside', evidence: evidence(recorded?.seq) };
  const passed = subjects
    .messages(id)
    .filter(
      (item) =>
        item.from !== undefined &&
        authorised.has(item.from) &&
        cast.organisation(item.from) !== house &&
        isWritten(item, items) &&
        !item.asks &&
        before(item, cut) &&
        item.to.some((role) => cast.organisation(role) === house),
    );
  const [first] = passed;
  if (first?.from === undefined) return { made: 'nearest', evidence: [] };
  const seqs = passed.map((item) => item.seq);
  return {
    made: 'passed-on',
    passedBy: first.from,
    passedAt: first.at,
    evidence: evidence(seqs, recorded?.seq),
  };
}
