/**
 * The shared situation picture: how old it was, how much of what its authors' organisations knew
 * stood in it, and how much of that was right. Knows: the facts attached to its versions. Does not
 * know: what only the text says, or who believed it (probes do).
 */
import { PICTURE_SECTIONS, type PictureSection } from '../../engine/exercise/entry.ts';
import type { FactId, RoleId } from '../../engine/plan/plan.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import type { Cast } from './cast.ts';
import type { Fidelity } from './fidelity/fidelity.ts';
import { type Versions, versionsOf } from './fidelity/versions.ts';
import {
  type Evidence,
  type Happening,
  type History,
  type Moment,
  addTo,
  evidence,
  groupBy,
  of,
} from './history.ts';

export type PictureVersion = {
  readonly item: string;
  readonly version: number;
  readonly role: RoleId;
  readonly at: Ms;
  /** When the next version of the section took its place, or the end. */
  readonly until: Ms;
  readonly facts: readonly FactId[];
  /** Changed versions of facts that it held out as true. */
  readonly wrong: readonly FactId[];
  /** Facts stated surer than its author had ever read them. */
  readonly tooSure: readonly FactId[];
  readonly seq: number;
};
export type SectionResult = {
  readonly section: PictureSection;
  readonly versions: readonly PictureVersion[];
  /** Mean age of what stood, over the time from the first version to the end. */
  readonly staleness: Ms;
  /** From the last version to the end. */
  readonly sinceLast: Ms;
  /** The longest that one version stood. */
  readonly longest: Ms;
  /** Facts attached over all versions, and those of them that were right. */
  readonly carried: number;
  readonly right: number;
  readonly evidence: Evidence;
};
/**
 * A stretch in which the picture, as a whole, was not touched while one of its authors'
 * organisations came to know something that did not stand in it.
 */
export type Silence = {
  readonly from: Ms;
  readonly to: Ms;
  /** Known in the meantime, and in no section that stood. In the order they came to be known. */
  readonly facts: readonly FactId[];
  /** The author of the version before. */
  readonly role: RoleId;
  readonly evidence: Evidence;
};
export type Picture = {
  /** Those that were ever written, in the order in which they are read. */
  readonly sections: readonly SectionResult[];
  readonly never: readonly PictureSection[];
  /** From the first version of any section to the end; absent: there is no picture. */
  readonly span?: { readonly from: Ms; readonly to: Ms };
  /** At the end: matters that the authors' organisations knew, and those that stood in it. */
  readonly completeness?: {
    readonly known: number;
    readonly standing: number;
    readonly missing: readonly FactId[];
  };
  readonly silences: readonly Silence[];
};
type Update = Happening<'picture.updated'>;

export function analysePicture(history: History, cast: Cast, fidelity: Fidelity): Picture {
  const updates = of(history, 'picture.updated');
  const versions = versionsOf(history.plan);
  const groups = groupBy(updates, ({ event }) => event.section);
  const raised = new Map<string, FactId[]>();
  for (const { item, fact, shift } of fidelity.statings.shifts) {
    if (shift === 'raised') addTo(raised, item, fact);
  }
  const sections = PICTURE_SECTIONS.flatMap((section) => {
    const own = groups.get(section);
    return own ? [sectionOf(section, own, history.end, versions, raised)] : [];
  });
  const [first] = updates;
  return {
    sections,
    never: PICTURE_SECTIONS.filter((section) => !groups.has(section)),
    ...(first && { span: { from: first.at, to: Math.max(first.at, history.end) } }),
    ...wholeOf(history, cast, updates, versions),
  };
}

function sectionOf(
  section: PictureSection,
  updates: readonly Update[],
  end: Ms,
  versions: Versions,
  raised: ReadonlyMap<string, readonly FactId[]>,
): SectionResult {
  const rows = updates.map(({ seq, at, event }, i): PictureVersion => ({
    item: event.picture,
    version: event.version,
    role: event.role,
    at,
    until: Math.max(at, updates[i + 1]?.at ?? end),
    facts: event.facts,
    wrong: versions.claimed(event.facts).filter(versions.isVariant),
    tooSure: raised.get(event.picture) ?? [],
    seq,
  }));
  const firstAt = rows[0]?.at ?? end;
  const span = Math.max(end, firstAt) - firstAt;
  const aged = rows.reduce((sum, { at, until }) => sum + (until - at) ** 2 / 2, 0);
  const claimed = rows.map((row) => versions.claimed(row.facts));
  const carried = claimed.reduce((sum, facts) => sum + facts.length, 0);
  const bad = rows.reduce((sum, row) => sum + new Set([...row.wrong, ...row.tooSure]).size, 0);
  return {
    section,
    versions: rows,
    staleness: span === 0 ? 0 : aged / span,
    sinceLast: Math.max(0, end - (rows.at(-1)?.at ?? end)),
    longest: Math.max(0, ...rows.map(({ at, until }) => until - at)),
    carried,
    right: Math.max(0, carried - bad),
    evidence: evidence(...rows.map(({ seq }) => seq)),
  };
}

/** The picture as a whole: one walk through what its authors' organisations learned and wrote. */
function wholeOf(
  history: History,
  cast: Cast,
  updates: readonly Update[],
  versions: Versions,
): Pick<Picture, 'completeness' | 'silences'> {
  const authors = new Set(updates.map(({ event }) => cast.organisation(event.role)));
  const learned = firstLearned(history, versions, (role) => authors.has(cast.organisation(role)));
  const standing = new Map<PictureSection, ReadonlySet<FactId>>();
  const silences: Silence[] = [];
  updates.forEach((update, i) => {
    const { event, at, seq } = update;
    standing.set(event.section, new Set(event.facts.map(versions.original)));
    const next = updates[i + 1];
    const to = next?.at ?? Math.max(at, history.end);
    const until = next?.seq ?? Infinity;
    const news = learned.filter((row) => row.seq > seq && row.seq < until && row.at <= to);
    const facts = news.filter(({ fact }) => !stands(standing, fact));
    if (facts.length === 0) return;
    silences.push({
      from: at,
      to,
      facts: facts.map(({ fact }) => fact),
      role: event.role,
      evidence: evidence(seq, ...facts.map((row) => row.seq), next?.seq),
    });
  });
  if (updates.length === 0) return { silences };
  const missing = learned.filter(({ fact }) => !stands(standing, fact)).map(({ fact }) => fact);
  return {
    silences,
    completeness: { known: learned.length, standing: learned.length - missing.length, missing },
  };
}

function stands(standing: ReadonlyMap<PictureSection, ReadonlySet<FactId>>, fact: FactId): boolean {
  return [...standing.values()].some((facts) => facts.has(fact));
}

/** When each matter, in any version, first came to be known to one of those roles. */
function firstLearned(
  history: History,
  versions: Versions,
  counts: (role: RoleId) => boolean,
): readonly (Moment & { readonly fact: FactId })[] {
  const found = new Map<FactId, Moment & { readonly fact: FactId }>();
  for (const { at, seq, event } of of(history, 'fact.known')) {
    const fact = versions.original(event.fact);
    if (counts(event.role) && !found.has(fact)) found.set(fact, { fact, at, seq });
  }
  return [...found.values()];
}
