/**
 * Where the sources do not say the same: raters, the record, and those who took part. Each is listed
 * as it stands; nothing is averaged, and nobody is proved right. Knows: all the sources.
 */
import type { Rating } from '../../../engine/exercise/entry.ts';
import { type Evidence, evidence, groupBy } from '../history.ts';
import type { ObligationResult } from '../obligations.ts';
import type { Arisen, Measured, Outcome } from './measured.ts';
import type { Word } from './noted.ts';
import { type Rated, type RatedThing, type SubjectRatings, stepsBetween } from './ratings.ts';

export type Conflict =
  /** Two raters, or more, rate the same thing differently. */
  | {
      readonly type: 'raters';
      readonly subject: RatedThing;
      readonly said: readonly Pick<Rated, 'by' | 'rating'>[];
      readonly evidence: Evidence;
    }
  /** A rater and what the record shows are at least `APART` steps from each other. */
  | {
      readonly type: 'measured';
      readonly subject: RatedThing;
      readonly by: string;
      readonly rating: Rating;
      readonly draft: Rating;
      readonly evidence: Evidence;
    }
  /** A role says that the record is wrong, or that it did what the record does not show. */
  | {
      readonly type: 'contest' | 'outside';
      readonly word: Word;
      /** What the record says of the task or decision it is about. */
      readonly outcome?: Outcome;
      readonly evidence: Evidence;
    };

/** One step is judgement; from here on the two tell different stories. The method appendix prints it. */
export const APART = 2;

/** What an outcome would be as a rating, were it one. */
const AS_RATING: { readonly [O in Outcome]?: Rating } = { good: 'P', partial: 'S', bad: 'U' };

export function conflictsIn(
  ratings: readonly SubjectRatings[],
  measured: readonly Measured[],
  items: readonly Arisen[],
  words: readonly Word[],
  obligations: readonly ObligationResult[],
): readonly Conflict[] {
  const itemOf = new Map(items.map((item) => [`${item.kind} ${item.id}`, item]));
  const drafts = new Map(measured.map((row) => [`objective ${row.objective}`, row]));
  const undone = groupBy(
    obligations.filter(({ status }) => status === 'lapsed' || status === 'overdue'),
    ({ role, inject }) => `${role} ${inject}`,
  );
  return [
    ...ratings.flatMap(betweenRaters),
    ...ratings.flatMap((row) => withRecord(row, itemOf, drafts)),
    ...words.flatMap((word) => withWord(word, itemOf, undone)),
  ];
}

function betweenRaters({ subject, latest }: SubjectRatings): readonly Conflict[] {
  if (new Set(latest.map(({ rating }) => rating)).size < 2) return [];
  return [
    {
      type: 'raters',
      subject,
      said: latest.map(({ by, rating }) => ({ by, rating })),
      evidence: evidence(...latest.map((row) => row.evidence)),
    },
  ];
}

function withRecord(
  { subject, latest }: SubjectRatings,
  items: ReadonlyMap<string, Arisen>,
  drafts: ReadonlyMap<string, Measured>,
): readonly Conflict[] {
  const key = `${subject.kind} ${subject.id}`;
  const item = items.get(key);
  const draft = drafts.get(key)?.draft ?? (item && AS_RATING[item.outcome]);
  if (!draft) return [];
  const shown = item?.evidence ?? drafts.get(key)?.evidence ?? [];
  return latest
    .filter(({ rating }) => stepsBetween(rating, draft) >= APART)
    .map(({ by, rating, evidence: own }) => ({
      type: 'measured',
      subject,
      by,
      rating,
      draft,
      evidence: evidence(own, shown),
    }));
}

/** An objection is a conflict by itself; a report of what was done elsewhere, where the record denies it. */
function withWord(
  word: Word,
  items: ReadonlyMap<string, Arisen>,
  undone: ReadonlyMap<string, readonly ObligationResult[]>,
): readonly Conflict[] {
  const { task, decision, inject } = word.about;
  const item =
    task !== undefined
      ? items.get(`task ${task}`)
      : decision === undefined
        ? undefined
        : items.get(`decision ${decision}`);
  const owed = undone.get(`${word.role} ${inject ?? ''}`) ?? [];
  const denied = item?.outcome === 'bad' || owed.length > 0;
  if (word.kind === 'outside' && !denied) return [];
  const outcome = item?.outcome ?? (owed.length > 0 ? 'bad' : undefined);
  return [
    {
      type: word.kind,
      word,
      ...(outcome && { outcome }),
      evidence: evidence(word.evidence, item?.evidence, ...owed.map((row) => row.evidence)),
    },
  ];
}
