/**
 * Ratings and words as an organisation may have them: objectives by its own tasks and decisions, what
 * evaluators say of its own roles, and what those said themselves. Knows: the sources. Does not know:
 * what an evaluator meant who did not say of whom.
 */
import type { Analysis } from '../analysis/analysis.ts';
import type { Conflict } from '../analysis/evaluation/conflicts.ts';
import type { Evaluation } from '../analysis/evaluation/evaluation.ts';
import { type Measured, measuredFrom } from '../analysis/evaluation/measured.ts';
import type { Word } from '../analysis/evaluation/noted.ts';
import {
  type Rated,
  type RatedThing,
  type SubjectRatings,
} from '../analysis/evaluation/ratings.ts';
import type { HotwashAnswer, RoleView } from '../analysis/evaluation/views.ts';
import { type Evidence, groupBy } from '../analysis/history.ts';
import { type Fields, cut } from './cut.ts';
import type { Sight } from './sight.ts';

type Ground = { readonly analysis: Analysis; readonly sight: Sight; readonly seen: Seen };
/** Whether a rating stands in an observation that names one of its roles. */
type Seen = (row: Pick<Rated, 'by' | 'text' | 'evidence'>) => boolean;

export function evaluationFor(analysis: Analysis, sight: Sight): Evaluation {
  const key = ({ by, text, evidence }: Parameters<Seen>[0]): string =>
    JSON.stringify([by, text, evidence]);
  const own = new Set(analysis.observations.filter(({ about }) => sight.own(about?.role)).map(key));
  return cut(EVALUATION, analysis.evaluation, {
    analysis,
    sight,
    seen: (row) => own.has(key(row)),
  });
}

const EVALUATION: Fields<Evaluation, Ground> = {
  ratings: ({ ratings }, ground) => ratings.flatMap((row) => ratingsFor(row, ground)),
  // How two raters agree over all that they rated.
  raters: () => [],
  measured: ({ measured }, ground) => measured.flatMap((row) => measuredOwn(row, ground)),
  // What exercise control wrote beside the record is control's.
  notes: () => [],
  words: ({ words }, ground) =>
    words.filter(({ role }) => ground.sight.own(role)).map((row) => cut(WORD, row, ground)),
  views: ({ views }, ground) =>
    views.filter(({ role }) => ground.sight.own(role)).map((row) => cut(VIEW, row, ground)),
  conflicts: ({ conflicts, ratings }, ground) =>
    conflicts.flatMap((row) => conflictFor(row, ratings, ground)),
};

const entries = (row: { readonly evidence: Evidence }, { sight }: Ground): Evidence =>
  sight.entries(row.evidence);

function seesSubject({ kind, id }: RatedThing, sight: Sight): boolean {
  switch (kind) {
    case 'objective':
      return true;
    case 'task':
      return sight.task(id);
    case 'decision':
      return sight.decision(id);
    case 'role':
      return sight.own(id);
    default:
      return kind satisfies never;
  }
}

function ratingsFor(row: SubjectRatings, ground: Ground): readonly SubjectRatings[] {
  const own = row.ratings.filter(ground.seen);
  if (own.length === 0 || !seesSubject(row.subject, ground.sight)) return [];
  const fields: Fields<SubjectRatings, Ground> = {
    subject: ({ subject }) => ({ kind: subject.kind, id: subject.id }),
    ratings: () => own.map((one) => cut(RATED, one, ground)),
    latest: () =>
      [...groupBy(own, ({ by }) => by).values()].flatMap((same) =>
        same.slice(-1).map((one) => cut(RATED, one, ground)),
      ),
  };
  return [cut(fields, row, ground)];
}

/** As in the observation, which it has. */
const RATED: Fields<Rated, Ground> = {
  by: ({ by }) => by,
  rating: ({ rating }) => rating,
  at: ({ at }) => at,
  text: ({ text }) => text,
  evidence: ({ evidence }) => evidence,
};

/** The counts and the draft are made anew from the tasks and decisions that were its own to do. */
function measuredOwn({ objective, items }: Measured, ground: Ground): readonly Measured[] {
  const own = items.filter((item) => isItsOwn(item, ground));
  const { sight } = ground;
  return own.length === 0
    ? []
    : [
        measuredFrom(
          objective,
          own.map(({ kind, id, critical, outcome, evidence }) => ({
            kind,
            id,
            critical,
            outcome,
            evidence: sight.entries(evidence),
          })),
        ),
      ];
}

function isItsOwn(
  { kind, id }: Pick<Measured['items'][number], 'kind' | 'id'>,
  { analysis, sight }: Ground,
): boolean {
  if (kind === 'decision') {
    const row = analysis.decisions.decisions.find(({ decision }) => decision === id);
    return row !== undefined && (sight.ownAny(row.authority) || sight.own(row.run?.made?.role));
  }
  const row = analysis.responsibility.tasks.find(({ task }) => task === id);
  const acts = (letters: readonly string[]): boolean =>
    letters.some((letter) => letter === 'A' || letter === 'R');
  return (row?.cells ?? []).some(
    (cell) => sight.own(cell.role) && (acts(cell.planned) || acts([cell.observed])),
  );
}

const WORD: Fields<Word, Ground> = {
  kind: ({ kind }) => kind,
  at: ({ at }) => at,
  role: ({ role }) => role,
  about: ({ about }, { sight }) => sight.about(about) ?? {},
  text: ({ text }) => text,
  evidence: entries,
};
const ANSWER: Fields<HotwashAnswer, Ground> = {
  question: ({ question }) => question,
  role: ({ role }) => role,
  text: ({ text }) => text,
  evidence: entries,
};
const VIEW: Fields<RoleView, Ground> = {
  role: ({ role }) => role,
  answers: ({ answers }, ground) => answers.map((row) => cut(ANSWER, row, ground)),
  words: ({ words }, ground) => words.map((row) => cut(WORD, row, ground)),
  tasks: ({ tasks }) => tasks,
  expected: ({ expected }) => expected,
};

type Of<T extends Conflict['type']> = Extract<Conflict, { readonly type: T }>;

const RATERS: Fields<Of<'raters'>, Ground> = {
  type: ({ type }) => type,
  subject: ({ subject }) => subject,
  said: ({ said }) => said,
  evidence: ({ evidence }) => evidence,
};
const MEASURED: Fields<Of<'measured'>, Ground> = {
  type: ({ type }) => type,
  subject: ({ subject }) => subject,
  by: ({ by }) => by,
  rating: ({ rating }) => rating,
  draft: ({ draft }) => draft,
  evidence: entries,
};
const CONTEST: Fields<Of<'contest' | 'outside'>, Ground> = {
  type: ({ type }) => type,
  word: ({ word }, ground) => cut(WORD, word, ground),
  outcome: ({ outcome }) => outcome,
  evidence: entries,
};

/** Only where it has every side of it: all the ratings, and a record that is its own. */
function conflictFor(
  row: Conflict,
  ratings: readonly SubjectRatings[],
  ground: Ground,
): readonly Conflict[] {
  switch (row.type) {
    case 'raters':
    case 'measured': {
      const { kind, id } = row.subject;
      const rated = ratings.find(({ subject }) => subject.kind === kind && subject.id === id);
      const all =
        rated?.latest.every(ground.seen) === true && seesSubject(row.subject, ground.sight);
      if (!all) return [];
      if (row.type === 'raters') return [cut(RATERS, row, ground)];
      const own = kind !== 'objective' && kind !== 'role' && isItsOwn({ kind, id }, ground);
      return own ? [cut(MEASURED, row, ground)] : [];
    }
    case 'contest':
    case 'outside':
      return ground.sight.own(row.word.role) ? [cut(CONTEST, row, ground)] : [];
    default:
      return row satisfies never;
  }
}
