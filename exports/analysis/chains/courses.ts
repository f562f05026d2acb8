/**
 * The ways that news should take: from where a fact enters the exercise, link by link, to those at
 * the end. Knows: links. Does not know: what was sent.
 */
import type { FactId, RoleId } from '../../../engine/plan/plan.ts';
import type { Link } from './links.ts';

/** A link as one fact uses it: who on this way has it to give, and who is still to get it. */
export type Leg = {
  readonly link: Link;
  readonly from: readonly RoleId[];
  readonly to: readonly RoleId[];
};
/** One way, and the facts that go it. */
export type Course = { readonly facts: readonly FactId[]; readonly legs: readonly Leg[] };

type Placed = Leg & { readonly before?: Placed };

/**
 * `entries`: who gets each fact from outside. A role that control plays can always begin: control
 * knows the whole story.
 */
export function coursesOf(
  links: readonly Link[],
  entries: ReadonlyMap<FactId, ReadonlySet<RoleId>>,
  plays: (role: RoleId) => boolean,
): readonly Course[] {
  const courses = new Map<string, { readonly facts: FactId[]; readonly legs: readonly Leg[] }>();
  const facts = new Set(links.flatMap((link) => link.facts));
  for (const fact of facts) {
    const own = links.filter((link) => link.facts.includes(fact));
    for (const legs of waysOf(spread(own, entries.get(fact) ?? new Set(), plays))) {
      const key = legs
        .map((leg) => `${leg.link.kind} ${leg.link.id} ${leg.from.join()} ${leg.to.join()}`)
        .join('>');
      const known = courses.get(key);
      if (known) known.facts.push(fact);
      else courses.set(key, { facts: [fact], legs });
    }
  }
  return [...courses.values()];
}

/** The links that a fact goes over, wave by wave, each with the one that brought it there. */
export function spread(
  links: readonly Link[],
  entry: ReadonlySet<RoleId>,
  plays: (role: RoleId) => boolean,
): readonly Placed[] {
  const had = new Set(entry);
  const placed: Placed[] = [];
  const done = new Set<Link>();
  const begins = (role: RoleId): boolean => had.has(role) || !plays(role);
  for (;;) {
    const wave = links.filter(
      (link) => !done.has(link) && link.from.some(begins) && link.to.some((role) => !had.has(role)),
    );
    if (wave.length === 0) return placed;
    for (const link of wave) done.add(link);
    const next = wave
      .map((link) => placeOf(link, had, begins, entry, placed))
      .filter((leg) => leg.to.length > 0);
    for (const leg of next) for (const role of leg.to) had.add(role);
    placed.push(...next);
  }
}

function placeOf(
  link: Link,
  had: ReadonlySet<RoleId>,
  begins: (role: RoleId) => boolean,
  entry: ReadonlySet<RoleId>,
  placed: readonly Placed[],
): Placed {
  const from = link.from.filter(begins);
  const to = link.to.filter((role) => !had.has(role) && !from.includes(role));
  const root = from.some((role) => entry.has(role));
  const before = root
    ? undefined
    : placed.find((leg) => leg.to.some((role) => from.includes(role)));
  return { link, from, to, ...(before && { before }) };
}

/** From each last link back to the first. */
function waysOf(placed: readonly Placed[]): readonly (readonly Leg[])[] {
  const inner = new Set(placed.flatMap((leg) => (leg.before ? [leg.before] : [])));
  return placed
    .filter((leg) => !inner.has(leg))
    .map((last) => {
      const legs: Leg[] = [];
      for (let at: Placed | undefined = last; at; at = at.before) {
        legs.unshift({ link: at.link, from: at.from, to: at.to });
      }
      return legs;
    });
}
