/** Whom decisions heard. Knows: consultations and discussions. Does not know: whether they were heeded. */
import type { Cast } from '../cast.ts';
import { type Evidence, type History, by, evidence, groupBy, of } from '../history.ts';
import type { Items } from '../items.ts';

/** A decision that somebody made, and who else had a part in it. */
export type SharedDecision = {
  readonly decision: string;
  /** The plan's other sectors that were to be consulted or informed, and those that were heard. */
  readonly affected: readonly string[];
  readonly heard: readonly string[];
  /** Organisations that spoke on it, were asked and answered, or decided. More than one: joint. */
  readonly organisations: readonly string[];
  readonly evidence: Evidence;
};
/** What nobody decided was shared by nobody. */
export function decisionsOf(history: History, items: Items, cast: Cast): readonly SharedDecision[] {
  const made = of(history, 'decision.recorded').filter((h) => h.event.how !== 'default');
  const asks = groupBy(
    items.all.filter((item) => item.asks),
    (item) => item.about?.decision,
  );
  const replies = groupBy(
    items.all.filter((item) => item.replyTo !== undefined),
    (item) => item.replyTo,
  );
  return made.map((h) => {
    const { decision, role } = h.event;
    const answers = (asks.get(decision) ?? []).flatMap((ask) =>
      (replies.get(ask.id) ?? []).filter((a) => a.seq < h.seq && ask.to.includes(a.from ?? '')),
    );
    const words = by(history, 'decision.discussed', 'decision', decision).filter(
      (word) => word.seq < h.seq,
    );
    const spoke = [...answers.map((a) => a.from ?? ''), ...words.map((word) => word.event.role)];
    const own = role === undefined ? [] : [cast.sector(role)];
    const row = history.plan.decisions.find(({ id }) => id === decision);
    const touched = [...(row?.consult ?? []), ...(row?.inform ?? [])].filter(cast.plays);
    const affected = [...new Set(touched.map(cast.sector))].filter((one) => !own.includes(one));
    const parts = role === undefined ? spoke : [role, ...spoke];
    return {
      decision,
      affected,
      heard: affected.filter((sector) => spoke.some((other) => cast.sector(other) === sector)),
      organisations: [...new Set(parts.map(cast.organisation))],
      evidence: evidence(h.seq, ...answers.map((a) => a.seq), ...words.map((word) => word.seq)),
    };
  });
}
