/**
 * The usual course: which phases the storyline and the threads come to, and when, if decisions lapse to
 * their default and what is expected is done when it is due. Knows: how strands move on.
 * Does not know: what else the times are used for.
 */
import type { Phase, Plan } from '../../engine/plan/plan.ts';
import { earliest, NEVER } from '../../engine/scenario/earliest.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import { type At, leaving, nodesOf, type Reader, readerOf } from './nodes.ts';

/** A phase from when it is entered until it is left. */
export type Span = {
  readonly phase: string;
  /** Absent: the storyline. */
  readonly thread?: string;
  readonly from: Ms;
  readonly to: Ms;
};

/** A storyline that goes in rings is followed so many phases. */
const MOST_STEPS = 100;

type Strand = { readonly thread?: string; readonly phase: Phase; readonly from: Ms };
type Move = { readonly strand: Strand; readonly leave: Ms; readonly to?: Phase };

export type Course = { readonly at: At; readonly reader: Reader; readonly spans: readonly Span[] };

export function walk(plan: Plan): Course {
  const phases = new Map(plan.phases.map((phase) => [phase.id, phase]));
  const entries = new Map<string, Ms>();
  const spans: Span[] = [];
  let strands = startsOf(plan, phases);
  for (const { phase } of strands) entries.set(phase.id, 0);
  const reader = readerOf(plan, entries);
  let at = earliest(nodesOf(plan, entries));
  for (let step = 0; strands.length > 0 && step < MOST_STEPS; step++) {
    const first = firstOf(strands.map((strand) => moveOf(strand, plan, phases, reader, at)));
    if (!first || first.leave >= plan.length) break;
    const { strand, leave, to } = first;
    spans.push(spanOf(strand, leave));
    strands = strands.filter((other) => other !== strand);
    if (!to && strand.thread === undefined) {
      // ENDEX: the threads end with the storyline.
      spans.push(...strands.map((other) => spanOf(other, leave)));
      return { at, reader, spans: inOrder(spans, plan) };
    }
    if (!to) continue;
    strands = [...strands, { ...strand, phase: to, from: leave }];
    if (entries.has(to.id)) continue;
    entries.set(to.id, leave);
    at = earliest(nodesOf(plan, entries));
  }
  spans.push(...strands.map((strand) => spanOf(strand, Math.max(strand.from, plan.length))));
  return { at, reader, spans: inOrder(spans, plan) };
}

function startsOf(plan: Plan, phases: ReadonlyMap<string, Phase>): readonly Strand[] {
  const strand = (begins: string, thread?: string): readonly Strand[] => {
    const phase = phases.get(begins);
    return phase ? [{ ...(thread === undefined ? {} : { thread }), phase, from: 0 }] : [];
  };
  const threads = (plan.threads ?? []).flatMap(({ id, begins }) => strand(begins, id));
  return [...strand(plan.begins), ...threads];
}

/** When the strand leaves its phase, and where to: by a decision's default, by gate or by length. */
function moveOf(
  strand: Strand,
  plan: Plan,
  phases: ReadonlyMap<string, Phase>,
  reader: Reader,
  at: At,
): Move {
  const { phase, from } = strand;
  const out = leaving(phase, from, reader, at);
  const decided = firstOf(
    plan.decisions.flatMap((decision): readonly Move[] => {
      const goto = decision.options.find(({ id }) => id === decision.default)?.goto;
      const to = phases.get(goto ?? '');
      const leave = at(`decision:${decision.id}`) + decision.within;
      const moves = decision.phases.includes(phase.id) && goto !== phase.id && leave >= from;
      return to && moves ? [{ strand, leave, to }] : [];
    }),
  );
  if (decided && decided.leave < out) return decided;
  const branch = phase.next.find(({ when }) => !when || reader.holds(when, out, at));
  const to = phases.get(branch?.to ?? '');
  return { strand, leave: out, ...(to && { to }) };
}

function firstOf(moves: readonly Move[]): Move | undefined {
  const known = moves.filter(({ leave }) => leave !== NEVER);
  return known.reduce<Move | undefined>(
    (first, move) => (!first || move.leave < first.leave ? move : first),
    undefined,
  );
}

function spanOf({ phase, thread, from }: Strand, to: Ms): Span {
  return { phase: phase.id, ...(thread === undefined ? {} : { thread }), from, to };
}

/** The storyline first, then each thread, from beginning to end. */
function inOrder(spans: readonly Span[], { threads = [] }: Plan): readonly Span[] {
  const order = new Map<string | undefined, number>(threads.map(({ id }, i) => [id, i + 1]));
  const strand = ({ thread }: Span): number => order.get(thread) ?? 0;
  return spans.toSorted((a, b) => strand(a) - strand(b) || a.from - b.from || a.to - b.to);
}
