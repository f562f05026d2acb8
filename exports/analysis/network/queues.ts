/**
 * What lay waiting with each role: delivered and not yet opened, or asked and not yet answered.
 * Knows: injects and messages by role. Does not know: how much work an item was.
 */
import type { RoleId } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import type { Cast } from '../cast.ts';
import { type Evidence, type History, by, of } from '../history.ts';
import type { Item, Items } from '../items.ts';

export type Queue = {
  readonly role: RoleId;
  /** What came, and how much of it was still waiting at the end. */
  readonly items: number;
  readonly waiting: number;
  /** Most at one time, and when first. */
  readonly peak: number;
  readonly peakAt: Ms;
  /** Mean of L(τ) over the exercise, and mean wait W; what still waits counts until the end. */
  readonly mean: number;
  readonly wait: Ms;
  /** Share of the exercise in which something waited. */
  readonly busy: number;
  /** L(τ), each value until the next. */
  readonly points: readonly { readonly at: Ms; readonly waiting: number }[];
  /** What waited when the queue was longest. */
  readonly evidence: Evidence;
};

type Wait = { readonly from: Ms; readonly to: Ms; readonly done: boolean; readonly seq: number };

/** Roles to which something came, in the plan's order. What goes to everybody is in no queue. */
export function queuesOf(history: History, items: Items, cast: Cast): readonly Queue[] {
  const [started] = of(history, 'exercise.started');
  const start = started?.at ?? 0;
  const waits = waitsOf(history, items, cast);
  return cast.players.flatMap((role) => {
    const own = waits.get(role);
    return own ? [queueOf(role, own, start, history.end)] : [];
  });
}

function waitsOf(history: History, items: Items, cast: Cast): ReadonlyMap<RoleId, readonly Wait[]> {
  const answered = answersBy(items);
  const over = overBy(history);
  const waits = new Map<RoleId, Wait[]>(cast.players.map((role) => [role, []]));
  for (const item of items.all) {
    if (item.kind === 'statement' || item.kind === 'picture' || item.at > history.end) continue;
    for (const role of item.to) {
      const end = item.asks
        ? sooner(answered.get(`${role} ${item.id}`), over(item))
        : items.opened(item, role)?.at;
      const done = end !== undefined && end <= history.end;
      const to = done ? end : history.end;
      waits.get(role)?.push({ from: item.at, to, done, seq: item.seq });
    }
  }
  return new Map([...waits].filter(([, own]) => own.length > 0));
}

/** When a role first answered an item. */
function answersBy(items: Items): ReadonlyMap<string, Ms> {
  const first = new Map<string, Ms>();
  for (const { from, replyTo, at } of items.all) {
    const key = `${from ?? ''} ${replyTo ?? ''}`;
    if (replyTo !== undefined && !first.has(key)) first.set(key, at);
  }
  return first;
}

/** When a question no longer needed an answer: dealt with, or what it was about was over. */
function overBy(history: History): (item: Item) => Ms | undefined {
  const handled = new Map<number, Ms>();
  for (const { at, event } of of(history, 'record.noted')) {
    if (event.kind === 'handled' && !handled.has(event.entry)) handled.set(event.entry, at);
  }
  return ({ seq, at, about }) => {
    const [done] = about?.task === undefined ? [] : by(history, 'task.done', 'task', about.task);
    const [made] =
      about?.decision === undefined
        ? []
        : by(history, 'decision.recorded', 'decision', about.decision);
    const end = sooner(handled.get(seq), sooner(done?.at, made?.at));
    return end === undefined ? undefined : Math.max(at, end);
  };
}

const sooner = (one: Ms | undefined, other: Ms | undefined): Ms | undefined =>
  one === undefined ? other : other === undefined ? one : Math.min(one, other);

function queueOf(role: RoleId, waits: readonly Wait[], start: Ms, end: Ms): Queue {
  const points = pointsOf(waits);
  const peak = points.reduce((most, point) => Math.max(most, point.waiting), 0);
  const peakAt = points.find((point) => point.waiting === peak)?.at ?? start;
  const total = waits.reduce((sum, wait) => sum + wait.to - wait.from, 0);
  const length = end - start;
  return {
    role,
    items: waits.length,
    waiting: waits.filter((wait) => !wait.done).length,
    peak,
    peakAt,
    mean: length > 0 ? total / length : 0,
    wait: total / waits.length,
    busy: length > 0 ? Math.min(1, busyTime(points, end) / length) : 0,
    points,
    evidence: waits.filter((w) => w.from <= peakAt && w.to > peakAt).map((wait) => wait.seq),
  };
}

/** Only where the number changes; what came and went in the same instant never waited. */
function pointsOf(waits: readonly Wait[]): Queue['points'] {
  const changes = new Map<Ms, number>();
  const add = (at: Ms, by: number): unknown => changes.set(at, (changes.get(at) ?? 0) + by);
  for (const { from, to, done } of waits) {
    add(from, 1);
    if (done) add(to, -1);
  }
  let waiting = 0;
  return [...changes]
    .sort(([a], [b]) => a - b)
    .filter(([, by], i) => by !== 0 || i === 0)
    .map(([at, by]) => ({ at, waiting: (waiting += by) }));
}

function busyTime(points: Queue['points'], end: Ms): Ms {
  return points.reduce((sum, point, i) => {
    const until = points[i + 1]?.at ?? end;
    return point.waiting > 0 ? sum + until - point.at : sum;
  }, 0);
}
