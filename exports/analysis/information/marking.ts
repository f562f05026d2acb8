/**
 * Facts that came to somebody who was not to have them: marked more strictly than a role is cleared
 * for, or put before the public. Knows: markings, clearances. Does not know: what the words gave away.
 */
import type { FactId, RoleId } from '../../../engine/plan/plan.ts';
import { strictness } from '../../../engine/scenario/marking.ts';
import type { Marking } from '../../../engine/scenario/schema.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import { type Evidence, type History, evidence, of } from '../history.ts';
import type { Item, Items } from '../items.ts';
import type { Knowledge } from './knowledge.ts';

export type MarkingBreach = {
  readonly fact: FactId;
  readonly marking: Marking;
  /**
   * `received`: by roles not cleared for it. `published`: in a statement, and marked more strictly
   * than the exercise at large. `low`: carried by an inject that is itself marked less strictly.
   */
  readonly kind: 'received' | 'published' | 'low';
  readonly item: string;
  readonly at: Ms;
  /** The player who sent it. Absent: the script or exercise control did, and nobody is to blame. */
  readonly by?: RoleId;
  /** The roles it came to that were not cleared for it, and those of them that opened it. */
  readonly to: readonly RoleId[];
  readonly opened: readonly RoleId[];
  readonly evidence: Evidence;
};
export type Markings = {
  readonly breaches: readonly MarkingBreach[];
  /**
   * Facts published that are marked as the exercise at large is: their marking may be its own by
   * default, so that no more is said than that it was done.
   */
  readonly usual: readonly FactId[];
};

/** Who speaks to the public speaks to everybody. */
const PUBLIC: Marking = 'TLP:CLEAR';

export function readMarkings(history: History, items: Items, knowledge: Knowledge): Markings {
  const { plan } = history;
  const marked = new Map(plan.facts.map((fact) => [fact.id, fact.marking]));
  const cleared = new Map(
    plan.roles.flatMap(({ id, clearedFor }) => (clearedFor ? [[id, clearedFor] as const] : [])),
  );
  const injects = injectMarkings(history);
  const usual = new Set<FactId>();
  const breaches = items.all.flatMap((item): readonly MarkingBreach[] =>
    [...new Set(item.facts)].flatMap((fact) => {
      const marking = marked.get(fact);
      if (marking === undefined || strictness(marking) <= strictness(PUBLIC)) return [];
      const common = { fact, marking, item: item.id, at: item.at, ...sender(knowledge, item) };
      const found: MarkingBreach[] = [];
      const received = reached(items, item, cleared, marking);
      if (received) found.push({ ...common, kind: 'received', ...received });
      if (item.kind === 'statement') {
        if (strictness(marking) <= strictness(plan.marking)) usual.add(fact);
        else found.push({ ...common, kind: 'published', to: [], opened: [], evidence: [item.seq] });
      }
      const own = item.kind === 'inject' ? injects.get(item.id) : undefined;
      if (own !== undefined && strictness(own) < strictness(marking)) {
        found.push({ ...common, kind: 'low', to: [], opened: [], evidence: [item.seq] });
      }
      return found;
    }),
  );
  return { breaches, usual: [...usual] };
}

function injectMarkings(history: History): ReadonlyMap<string, Marking> {
  const written = of(history, 'inject.written').flatMap(({ event: { inject, row } }) =>
    row.marking === undefined ? [] : [[inject, row.marking] as const],
  );
  return new Map([
    ...history.plan.injects.map((row) => [row.id, row.marking] as const),
    ...written,
  ]);
}

function sender(knowledge: Knowledge, { from, kind }: Item): { readonly by?: RoleId } {
  const played = from !== undefined && kind !== 'inject' && knowledge.plays(from);
  return played ? { by: from } : {};
}

/** A statement is before everybody: that is the publication, not a delivery to each role. */
function reached(
  items: Items,
  item: Item,
  cleared: ReadonlyMap<RoleId, Marking>,
  marking: Marking,
): Pick<MarkingBreach, 'to' | 'opened' | 'evidence'> | undefined {
  if (item.kind === 'statement' || cleared.size === 0) return undefined;
  const to = item.to.filter((role) => {
    const most = cleared.get(role);
    return most !== undefined && strictness(marking) > strictness(most);
  });
  if (to.length === 0) return undefined;
  const openings = to.flatMap((role) => {
    const moment = items.opened(item, role);
    return moment ? [{ role, seq: moment.seq }] : [];
  });
  return {
    to,
    opened: openings.map(({ role }) => role),
    evidence: evidence(
      item.seq,
      openings.map(({ seq }) => seq),
    ),
  };
}
