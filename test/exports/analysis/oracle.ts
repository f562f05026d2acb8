/**
 * The formulas of domain report §5.2 and §5.4 done again, minute by minute and word by word, with
 * nothing shared with `exports/`: slow, and easy to check against the text by eye.
 * Knows: entries of exercises whose events fall on whole minutes. Does not know: the analysis.
 */
import type { Entry, ExerciseEvent } from '../../../engine/exercise/entry.ts';
import type { Plan, Task } from '../../../engine/plan/plan.ts';

const MINUTE = 60_000;
type Told = { readonly seq: number; readonly at: number; readonly event: ExerciseEvent };

export function eventsOf(entries: readonly Entry[]): readonly Told[] {
  return entries.flatMap((entry) => ('event' in entry ? [entry] : []));
}

type Life = { readonly from: number; readonly due: number; readonly to: number; done?: Told };

/** From the task's start to its end, or the exercise's. */
export function lifeOf(events: readonly Told[], task: string): Life | undefined {
  const ended = events.find(({ event }) => event.type === 'exercise.ended');
  const end = ended?.at ?? Math.max(...events.map(({ at }) => at));
  for (const told of events) {
    if (told.event.type !== 'task.started' || told.event.task !== task) continue;
    const done = events.find(({ event }) => event.type === 'task.done' && event.task === task);
    return { from: told.at, due: told.event.due, to: done ? done.at : end, ...(done && { done }) };
  }
  return undefined;
}

/** H(t, τ): who holds the task after all that had happened up to and including τ, and how. */
function holdersAt(events: readonly Told[], task: string, until: number): Map<string, string> {
  const holders = new Map<string, string>();
  for (const { at, event } of events) {
    if (at > until) break;
    if (!('task' in event) || event.task !== task) continue;
    if (event.type === 'task.claimed') holders.set(event.role, event.as);
    if (event.type === 'task.released') holders.delete(event.role);
    if (event.type === 'handover.accepted') {
      holders.delete(event.from);
      holders.set(event.to, event.as);
    }
  }
  return holders;
}

/** V and C as sums over the task's minutes. */
export function minutesOf(events: readonly Told[], task: string) {
  const life = lifeOf(events, task);
  if (!life) return undefined;
  const sum = { vacuum: 0, contention: 0, single: 0, whole: 0 };
  for (let minute = life.from; minute < life.to; minute += MINUTE) {
    const holders = [...holdersAt(events, task, minute).values()];
    sum.whole += MINUTE;
    if (holders.length === 0) sum.vacuum += MINUTE;
    else if (holders.filter((as) => as === 'accountable').length > 1) sum.contention += MINUTE;
    else sum.single += MINUTE;
  }
  return sum;
}

const ORDER = 'ARSCI';
const STRENGTH = (letter: string): number => ORDER.indexOf(letter);

/** The observed letter of each role that has one. */
export function observed(events: readonly Told[], task: Task): Map<string, string> {
  const letters = new Map<string, string>();
  const earn = (role: string, letter: string): void => {
    const had = letters.get(role);
    if (had === undefined || STRENGTH(letter) < STRENGTH(had)) letters.set(role, letter);
  };
  const life = lifeOf(events, task.id);
  if (!life) return letters;
  const messages = new Map<string, Told & { event: { type: 'message.sent' } }>();
  const actors = new Set<string>();
  // One can be consulted before a task begins, and help only while it is open.
  let [open, over] = [false, false];
  for (const told of events) {
    const { event } = told;
    if (event.type === 'task.started' && event.task === task.id) open = true;
    if (event.type === 'task.claimed' && event.task === task.id) {
      earn(event.role, event.as === 'accountable' ? 'A' : 'R');
      actors.add(event.role);
    }
    if (event.type === 'handover.accepted' && event.task === task.id) {
      earn(event.to, event.as === 'accountable' ? 'A' : 'R');
      actors.add(event.to);
    }
    if (event.type === 'task.done' && event.task === task.id) {
      earn(event.role, 'R');
      actors.add(event.role);
      [open, over] = [false, true];
    }
    if (event.type === 'message.sent') {
      messages.set(event.message, told as never);
      if (over) continue;
      const before = event.replyTo === undefined ? undefined : messages.get(event.replyTo)?.event;
      const asked = before as ExerciseEvent & { type: 'message.sent' };
      if (before && asked.asks) {
        if (asked.about?.task === task.id && asked.to.includes(event.from)) earn(event.from, 'C');
      } else if (open && !event.asks) {
        const holders = holdersBefore(events, task.id, told.seq);
        const helps = event.about?.task === task.id && event.to.some((role) => holders.has(role));
        if (helps || (before && asked.about?.task === task.id)) earn(event.from, 'S');
      }
    }
  }
  for (const { at, event } of events) {
    if (event.type !== 'item.opened' || !life.done || at > life.due) continue;
    const outcome = messages.get(event.item);
    if (!outcome || outcome.at < life.done.at) continue;
    const sent = outcome.event;
    if (sent.about?.task !== task.id || !sent.to.includes(event.role)) continue;
    if (actors.has(sent.from)) earn(event.role, 'I');
  }
  return letters;
}

function holdersBefore(events: readonly Told[], task: string, seq: number): Map<string, string> {
  return holdersAt(
    events.filter((told) => told.seq < seq),
    task,
    Infinity,
  );
}

const acts = (letter: string | undefined): boolean => letter === 'A' || letter === 'R';

/** P, O, J, gap, overlap, drift, absent A of one task. */
export function conformance(events: readonly Told[], task: Task) {
  const life = lifeOf(events, task.id);
  if (!life) return undefined;
  const letters = observed(events, task);
  const planned = new Set([...task.accountable, ...task.responsible]);
  const seen = new Set([...letters].filter(([, letter]) => acts(letter)).map(([role]) => role));
  const both = [...planned].filter((role) => seen.has(role)).length;
  const either = new Set([...planned, ...seen]).size;
  const windowEnd = Math.min(life.due, ...endOf(events));
  const acted = events.some(({ at, event }) => {
    if (at > windowEnd || !('task' in event) || event.task !== task.id) return false;
    return ['task.claimed', 'handover.accepted', 'task.done'].includes(event.type);
  });
  const owners = events.flatMap(({ event }) =>
    event.type === 'task.claimed' && event.task === task.id && event.as === 'accountable'
      ? [event.role]
      : [],
  );
  const accepted = events.some(
    ({ event }) =>
      event.type === 'handover.accepted' && event.task === task.id && event.as === 'accountable',
  );
  return {
    ...(either > 0 && { jaccard: both / either }),
    gap: !acted,
    overlap: new Set(owners).size > 1 ? [...new Set(owners)] : [],
    drift: [...seen].filter((role) => !planned.has(role)).sort(),
    absentA: life.done !== undefined && owners.length === 0 && !accepted,
  };
}

function endOf(events: readonly Told[]): readonly number[] {
  return events.flatMap(({ at, event }) => (event.type === 'exercise.ended' ? [at] : []));
}

/** Rows planned, columns observed, over roles × tasks that arose; letters A R S C I –. */
export function confusion(plan: Plan, events: readonly Told[]): number[][] {
  const marks = ['A', 'R', 'S', 'C', 'I', '-'];
  const matrix = marks.map(() => marks.map(() => 0));
  for (const task of plan.tasks) {
    if (!lifeOf(events, task.id)) continue;
    const letters = observed(events, task);
    for (const role of plan.roles.filter((r) => r.playedBy === 'participant')) {
      const row = marks.indexOf(plannedLetter(task, role.id));
      const column = marks.indexOf(letters.get(role.id) ?? '-');
      matrix[row]![column]! += 1;
    }
  }
  return matrix;
}

function plannedLetter(task: Task, role: string): string {
  if (task.accountable.includes(role)) return 'A';
  if (task.responsible.includes(role)) return 'R';
  if (task.support.includes(role)) return 'S';
  if (task.consulted.includes(role)) return 'C';
  return task.informed.includes(role) ? 'I' : '-';
}

/** Cohen's κ with linear weights, over a list of pairs written out one by one. */
export function kappa(matrix: readonly (readonly number[])[]): number | undefined {
  const pairs = matrix.flatMap((row, i) =>
    row.flatMap((n, j) => Array.from({ length: n }, () => [i, j] as const)),
  );
  const apart = (i: number, j: number): number => Math.abs(i - j);
  let [seen, chance] = [0, 0];
  for (const [i, j] of pairs) seen += apart(i, j) / pairs.length;
  for (const [i] of pairs)
    for (const [, j] of pairs) chance += apart(i, j) / (pairs.length * pairs.length);
  return chance === 0 ? undefined : 1 - seen / chance;
}

type Wait = { readonly time: number; readonly happened: boolean };

/** S(t) by definition: the product over all times up to t of (1 − those that happened / at risk). */
export function stillWaiting(waits: readonly Wait[], t: number): number {
  let share = 1;
  for (let time = 0; time <= t; time += 1) {
    const risk = waits.filter((wait) => wait.time >= time).length;
    const happened = waits.filter((wait) => wait.time === time && wait.happened).length;
    if (risk > 0) share *= (risk - happened) / risk;
  }
  return share;
}
