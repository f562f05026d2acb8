/**
 * The ways from phase to phase. Knows: `begins`, `next` and `goto`, and how long phases may last.
 * Does not know: conditions' truth (reach weighs them).
 */
import type { Condition } from './condition.ts';
import { NEVER } from './earliest.ts';
import { addTo } from './group.ts';
import type { Scope } from './scope.ts';
import { STORYLINE, strandOf } from './strand.ts';
import type { Sound } from './shape.ts';
import type { Ms } from './time.ts';

/** Conditions by their path, `phases.alarm.gate`. */
export type Conditions = ReadonlyMap<string, Condition>;

/** A way from one phase to another; without `from`, from anywhere. */
export type Edge = {
  readonly from?: string;
  readonly to: string;
  readonly when?: Condition;
  readonly decision?: string;
};

/** More ways than this nobody can survey; nothing is then said about what is reached. */
const MOST_EDGES = 100_000;

/** Every way from phase to phase. `known` is false where one cannot be made out. */
export function storyline(
  scope: Scope,
  conditions: Conditions,
): { readonly edges: readonly Edge[]; readonly known: boolean } {
  const { sound, references, wrote } = scope;
  const edges: Edge[] = [];
  const { begins } = sound.head;
  let known = true;
  const add = (to: string | undefined, edge: Omit<Edge, 'to'>): void => {
    const phase = to === undefined ? undefined : references.meant('phase', to);
    if (phase === undefined || edges.length >= MOST_EDGES) known = false;
    else edges.push({ ...edge, to: phase });
  };
  // Threads begin with the storyline, at STARTEX.
  const beginnings = [
    [STORYLINE, begins] as const,
    ...[...sound.rows.threads].map(([id, thread]) => [id, thread.begins] as const),
  ];
  for (const [strand, phase] of beginnings) {
    add(phase, {});
    // Which phase was meant instead, nobody knows; the mistake itself has its Problem.
    if (strandOf(scope, phase ?? '') !== strand) known = false;
  }
  for (const [id, { next }] of sound.rows.phases) {
    if (next === undefined && wrote('phases', id, 'next')) known = false;
    if (typeof next === 'string') add(next, { from: id });
    if (typeof next !== 'object') continue;
    for (const [i, { to, when }] of next.entries()) {
      const condition = when && conditions.get(['phases', id, 'next', i, 'when'].join('.'));
      add(to, { from: id, ...(condition ? { when: condition } : {}) });
    }
  }
  for (const [id, { options, phase }] of sound.rows.decisions) {
    if (!options) known = false;
    for (const { goto } of Object.values(options ?? {})) {
      if (goto === undefined) continue;
      for (const from of new Set(phase)) {
        if (from === goto) continue;
        add(goto, { from: references.meant('phase', from) ?? from, decision: id });
      }
      if (!phase) add(goto, {});
    }
  }
  return { edges, known };
}

/**
 * The longest the storyline can take to leave each phase, by lengths alone. Phase by phase, each after
 * all that lead to it; those in a ring, or after one, never get their turn: rings have no longest.
 */
export function latest({ rows }: Sound, edges: readonly Edge[]): (phase: string) => Ms {
  const out = new Map<string, string[]>();
  const open = new Map<string, number>();
  const entry = new Map<string, Ms>();
  const left = new Map<string, Ms>();
  for (const { from, to } of edges) {
    if (from === undefined) continue;
    addTo(out, from, to);
    open.set(to, (open.get(to) ?? 0) + 1);
  }
  const turn = [...rows.phases.keys()].filter((id) => !open.has(id));
  for (let id = turn.pop(); id !== undefined; id = turn.pop()) {
    const length = rows.phases.get(id)?.length ?? NEVER;
    const end = (entry.get(id) ?? 0) + length;
    left.set(id, end);
    for (const next of out.get(id) ?? []) {
      entry.set(next, Math.max(entry.get(next) ?? 0, end));
      const waiting = (open.get(next) ?? 1) - 1;
      open.set(next, waiting);
      if (waiting === 0) turn.push(next);
    }
  }
  return (phase) => left.get(phase) ?? NEVER;
}

export function edgesInto(edges: readonly Edge[]): ReadonlyMap<string, readonly Edge[]> {
  const into = new Map<string, Edge[]>();
  for (const edge of edges) addTo(into, edge.to, edge);
  return into;
}
