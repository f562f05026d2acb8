/**
 * A decision's time in parts: released → noticed → oriented → made, and from made: told, first effect.
 * Knows: who did what about it when. Does not know: whether the time was well spent.
 */
import type { RoleId } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import { type Evidence, type History, type Moment, by, evidence } from '../history.ts';
import type { Item, Items } from '../items.ts';
import { before } from '../information/knowledge.ts';
import { median, quantile } from '../quantile.ts';
import type { DecisionRecord } from './record.ts';
import type { DecisionRise, Subjects } from './subject.ts';

export const MILESTONES = ['released', 'noticed', 'oriented', 'made', 'told', 'effect'] as const;
export type Milestone = (typeof MILESTONES)[number];
/** A point in a decision's life that was seen. */
export type DecisionPoint = {
  readonly name: Milestone;
  readonly at: Ms;
  readonly evidence: Evidence;
};
/**
 * From one seen point to the next. Those up to `made` add up to made − released, whatever was not
 * seen in between; `told` and `effect` both run from `made`, for neither waits for the other.
 */
export type LatencyPart = {
  readonly name: Exclude<Milestone, 'released'>;
  readonly since: Milestone;
  readonly from: Ms;
  readonly to: Ms;
};

export type DecisionCourse = {
  readonly points: readonly DecisionPoint[];
  readonly parts: readonly LatencyPart[];
};

/** What is known of a decision's course besides its record. */
export type Traces = {
  readonly history: History;
  readonly items: Items;
  readonly subjects: Subjects;
  readonly rise: DecisionRise;
  /** Those who were authorised, and their deputies. */
  readonly watchers: ReadonlySet<RoleId>;
  readonly effect: Moment | undefined;
};

export function courseOf(traces: Traces, record: DecisionRecord): DecisionCourse {
  const { recorded, madeAt = Infinity } = record;
  const { released } = traces.rise;
  const oriented = record.origin === 'noted' ? undefined : firstAct(traces, record);
  const noticed = record.origin === 'plan' ? firstSeen(traces, record, oriented) : undefined;
  const made = recorded && { at: madeAt, seq: recorded.seq };
  const started = record.origin !== 'noted' && released.at <= madeAt ? released : undefined;
  const point = (name: Milestone, moment: Moment | undefined): readonly DecisionPoint[] =>
    moment ? [{ name, at: moment.at, evidence: [moment.seq] }] : [];
  const points = [
    ...point('released', started),
    ...point('noticed', noticed),
    ...point('oriented', oriented),
    ...point('made', made),
    ...point('told', toldIn(traces, record)),
    ...point('effect', traces.effect),
  ];
  return { points, parts: partsOf(points) };
}

function partsOf(points: readonly DecisionPoint[]): readonly LatencyPart[] {
  const made = points.find((point) => point.name === 'made');
  const chain = points.filter(({ name }) => name !== 'told' && name !== 'effect');
  const after = points.filter(({ name }) => name === 'told' || name === 'effect');
  const part = (from: DecisionPoint, to: DecisionPoint): readonly LatencyPart[] =>
    to.name === 'released' ? [] : [{ name: to.name, since: from.name, from: from.at, to: to.at }];
  return [
    ...chain.slice(1).flatMap((to, i) => {
      const from = chain[i];
      // Where the beginning was not seen, there is nothing to count from.
      return from && chain[0]?.name === 'released' ? part(from, to) : [];
    }),
    ...after.flatMap((to) => (made ? part(made, to) : [])),
  ];
}

/** First opening, by one who was authorised, of what it rose from or of something about it. */
function firstSeen(
  { history, rise, watchers }: Traces,
  { cut }: DecisionRecord,
  acted: Moment | undefined,
): Moment | undefined {
  const opened = rise.items.flatMap((item) =>
    by(history, 'item.opened', 'item', item.id).filter(
      (h) => watchers.has(h.event.role) && h.seq > rise.released.seq && before(h, cut),
    ),
  );
  return earliest([...opened, ...(acted ? [acted] : [])]);
}

/** First act of an authorised role on the matter, short of deciding it. */
function firstAct(traces: Traces, record: DecisionRecord): Moment | undefined {
  const { history, rise, subjects, watchers } = traces;
  const answering = rise.items.flatMap((item) => subjects.replies(item.id));
  const written = [...subjects.messages(record.id), ...answering].filter(
    (item) => item.kind === 'message' && item.from !== undefined && watchers.has(item.from),
  );
  const spoken = by(history, 'decision.discussed', 'decision', record.id).filter((h) =>
    watchers.has(h.event.role),
  );
  const acts: readonly Moment[] = [...written, ...spoken];
  return earliest(acts.filter((act) => act.seq > rise.released.seq && before(act, record.cut)));
}

/**
 * The decider's first message about it from then on; where there is none, the decider's first
 * statement to the public, which does not say what it is about.
 */
function toldIn({ subjects, history }: Traces, record: DecisionRecord): Moment | undefined {
  const { recorded, madeAt = Infinity } = record;
  const role = recorded?.event.role;
  if (!recorded || role === undefined) return undefined;
  const entered = recorded.event.happened === undefined;
  const after = (moment: Moment): boolean =>
    entered ? moment.seq > recorded.seq : moment.at >= madeAt;
  const own = (item: Item): boolean => item.kind === 'message' && item.from === role;
  const message = subjects.messages(record.id).find((item) => own(item) && after(item));
  return message ?? by(history, 'statement.published', 'role', role).find(after);
}

function earliest(moments: readonly Moment[]): Moment | undefined {
  return moments.reduce<Moment | undefined>(
    (first, moment) => (first && first.seq <= moment.seq ? first : moment),
    undefined,
  );
}

/** How long a part took, over the decisions in which both its ends were seen. */
export type PartSummary = {
  readonly name: LatencyPart['name'];
  readonly since: Milestone;
  readonly count: number;
  readonly median: Ms;
  /** The middle half lies between them; absent with fewer than four. */
  readonly lower?: Ms;
  readonly upper?: Ms;
};

const PARTS: readonly (readonly [LatencyPart['name'], Milestone])[] = [
  ['noticed', 'released'],
  ['oriented', 'noticed'],
  ['made', 'oriented'],
  ['told', 'made'],
  ['effect', 'made'],
];

/** `courses`: each decision's parts. */
export function summarise(courses: readonly (readonly LatencyPart[])[]): readonly PartSummary[] {
  return PARTS.flatMap(([name, since]) => {
    const lengths = courses
      .flatMap((parts) => parts.filter((part) => part.name === name && part.since === since))
      .map((part) => part.to - part.from);
    const half = median(lengths);
    if (half === undefined) return [];
    const [lower, upper] = [quantile(lengths, 0.25), quantile(lengths, 0.75)];
    const few = lengths.length < 4 || lower === undefined || upper === undefined;
    return [{ name, since, count: lengths.length, median: half, ...(!few && { lower, upper }) }];
  });
}

export const evidenceOf = ({ points }: DecisionCourse): Evidence =>
  evidence(...points.map((point) => point.evidence));
