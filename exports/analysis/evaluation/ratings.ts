/**
 * Ratings by people: who rated what how, and how far two raters agree. Knows: ratings.
 * Does not know: what the record shows (measured.ts does).
 */
import type { About, Rating } from '../../../engine/exercise/entry.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import { weightedKappa } from '../agreement.ts';
import { type Evidence, groupBy } from '../history.ts';
import { type Observation, seenAt } from './noted.ts';

/** From best to worst; a step apart is the distance that weighted kappa counts. */
const RATINGS = ['P', 'S', 'M', 'U'] as const satisfies readonly Rating[];
const KINDS = ['objective', 'task', 'decision', 'role'] as const;
export type RatedThing = { readonly kind: (typeof KINDS)[number]; readonly id: string };
export type Rated = {
  readonly by: string;
  readonly rating: Rating;
  /** When it was seen, as the rater says. */
  readonly at: Ms;
  readonly text: string;
  readonly evidence: Evidence;
};
export type SubjectRatings = {
  readonly subject: RatedThing;
  /** All of them, in order. */
  readonly ratings: readonly Rated[];
  /** Each rater's last word. */
  readonly latest: readonly Rated[];
};
export type RaterPair = {
  readonly raters: readonly [string, string];
  /** Subjects that both rated, and of those, how many alike. */
  readonly common: number;
  readonly alike: number;
  /** Rows the first's, columns the second's, in the order of `RATINGS`. */
  readonly matrix: readonly (readonly number[])[];
  /** Absent with fewer than `ENOUGH_RATED` in common, and where chance alone explains everything. */
  readonly kappa?: number;
};

/** Kappa over fewer subjects says nothing. The method appendix prints it. */
export const ENOUGH_RATED = 5;

export const stepsBetween = (a: Rating, b: Rating): number =>
  Math.abs(RATINGS.indexOf(a) - RATINGS.indexOf(b));

/** An observation that names several things rates the first of: objective, task, decision, role. */
export function subjectOf(about: About | undefined): RatedThing | undefined {
  for (const kind of KINDS) {
    const id = about?.[kind];
    if (id !== undefined) return { kind, id };
  }
  return undefined;
}

export function ratingsIn(observations: readonly Observation[]): readonly SubjectRatings[] {
  const rated = observations.flatMap((row) => {
    const subject = subjectOf(row.about);
    if (!row.rating || !subject) return [];
    const { by, rating, text, evidence } = row;
    return [{ subject, rated: { by, rating, at: seenAt(row), text, evidence } }];
  });
  return [...groupBy(rated, ({ subject }) => `${subject.kind} ${subject.id}`).values()].flatMap(
    (rows) => {
      const [first] = rows;
      if (!first) return [];
      const ratings = rows.map((row) => row.rated);
      const latest = [...groupBy(ratings, ({ by }) => by).values()].flatMap(
        (own) => own.at(-1) ?? [],
      );
      return [{ subject: first.subject, ratings, latest }];
    },
  );
}

/** Every two raters who rated something in common. */
export function raterPairs(subjects: readonly SubjectRatings[]): readonly RaterPair[] {
  const raters = [...new Set(subjects.flatMap(({ latest }) => latest.map(({ by }) => by)))].sort();
  return raters.flatMap((one, i) =>
    raters.slice(i + 1).flatMap((other) => {
      const pair = pairOf(one, other, subjects);
      return pair.common === 0 ? [] : [pair];
    }),
  );
}

function pairOf(one: string, other: string, subjects: readonly SubjectRatings[]): RaterPair {
  const both = subjects.flatMap(({ latest }) => {
    const [a, b] = [one, other].map((rater) => latest.find(({ by }) => by === rater)?.rating);
    return a && b ? [[a, b] as const] : [];
  });
  const matrix = RATINGS.map((row) =>
    RATINGS.map((column) => both.filter(([a, b]) => a === row && b === column).length),
  );
  const kappa = both.length < ENOUGH_RATED ? undefined : weightedKappa(matrix);
  return {
    raters: [one, other],
    common: both.length,
    alike: both.filter(([a, b]) => a === b).length,
    matrix,
    ...(kappa !== undefined && { kappa }),
  };
}
