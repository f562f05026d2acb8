/**
 * The situation picture as an organisation may have it: the versions that its own roles wrote, and
 * figures over those alone. Knows: versions. Does not know: what others knew that stood nowhere.
 */
import type { FactId } from '../../engine/plan/plan.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { Picture, PictureVersion, SectionResult } from '../analysis/picture.ts';
import { type Fields, cut } from './cut.ts';
import type { Sight } from './sight.ts';

type Ground = {
  readonly sight: Sight;
  readonly end: number;
  /** The true fact of a changed version that ran. */
  readonly originals: ReadonlyMap<FactId, FactId>;
};

export function pictureFor({ picture, exercise, fidelity }: Analysis, sight: Sight): Picture {
  const originals = new Map(fidelity.rumours.map((row) => [row.fact, row.original]));
  return cut(PICTURE, picture, { sight, end: exercise.end, originals });
}

const PICTURE: Fields<Picture, Ground> = {
  sections: sectionsFor,
  // That nobody wrote a section is nobody's own.
  never: () => [],
  span: (picture, ground) => {
    const times = ownIn(picture, ground).map(({ at }) => at);
    if (times.length === 0) return undefined;
    const from = Math.min(...times);
    return { from, to: Math.max(from, ground.end) };
  },
  // Both weigh what all the authors' organisations knew.
  completeness: () => undefined,
  silences: () => [],
};

const ownIn = ({ sections }: Picture, { sight }: Ground): readonly PictureVersion[] =>
  sections.flatMap(({ versions }) => versions.filter(({ role }) => sight.own(role)));

function sectionsFor({ sections }: Picture, ground: Ground): readonly SectionResult[] {
  return sections.flatMap((row) => {
    const versions = row.versions.filter(({ role }) => ground.sight.own(role));
    return versions.length === 0 ? [] : [cut(sectionFields(versions), row, ground)];
  });
}

const VERSION: Fields<PictureVersion, Ground> = {
  item: ({ item }) => item,
  version: ({ version }) => version,
  role: ({ role }) => role,
  at: ({ at }) => at,
  // The picture stands before everybody, and so does what took its place.
  until: ({ until }) => until,
  facts: ({ facts }, { sight }) => facts.filter(sight.fact),
  wrong: ({ wrong }, { sight }) => wrong.filter(sight.fact),
  tooSure: ({ tooSure }, { sight }) => tooSure.filter(sight.fact),
  seq: ({ seq }) => seq,
};

/** The same formulas as for the whole, over the time in which its own versions stood. */
function sectionFields(own: readonly PictureVersion[]): Fields<SectionResult, Ground> {
  const stood = own.map(({ at, until }) => until - at);
  const whole = stood.reduce((sum, length) => sum + length, 0);
  const aged = stood.reduce((sum, length) => sum + length ** 2 / 2, 0);
  return {
    section: ({ section }) => section,
    versions: (_, ground) => own.map((row) => cut(VERSION, row, ground)),
    staleness: () => (whole === 0 ? 0 : aged / whole),
    sinceLast: (_, { end }) => Math.max(0, end - (own.at(-1)?.at ?? end)),
    longest: () => Math.max(0, ...stood),
    carried: (_, ground) => claimsIn(own, ground),
    right: (_, ground) => Math.max(0, claimsIn(own, ground) - badIn(own)),
    evidence: (row, { sight }) =>
      sight.entries(row.evidence.filter((n) => own.some(({ seq }) => seq === n))),
  };
}

/** A changed version beside the true one is put right, and held out as true no more. */
function claimsIn(own: readonly PictureVersion[], { originals }: Ground): number {
  const claims = own.map(({ facts }) =>
    facts.filter((fact) => !facts.includes(originals.get(fact) ?? '')),
  );
  return claims.reduce((sum, facts) => sum + facts.length, 0);
}

const badIn = (own: readonly PictureVersion[]): number =>
  own.reduce((sum, { wrong, tooSure }) => sum + new Set([...wrong, ...tooSure]).size, 0);
