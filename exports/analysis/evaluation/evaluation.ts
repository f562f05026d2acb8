/**
 * What evaluators and players say, beside what the record shows. Knows: which parts there are.
 * Does not know: how to weigh them; people do that.
 */
import type { Decisions } from '../decisions/decisions.ts';
import type { History } from '../history.ts';
import type { ObligationResult } from '../obligations.ts';
import type { TaskResult } from '../responsibility.ts';
import { type Conflict, conflictsIn } from './conflicts.ts';
import { type Measured, arisenIn, measuredFor } from './measured.ts';
import {
  type Note,
  type Observation,
  type Word,
  notesIn,
  observationsIn,
  wordsIn,
} from './noted.ts';
import { type RaterPair, type SubjectRatings, raterPairs, ratingsIn } from './ratings.ts';
import { type HotwashAnswer, type RoleView, hotwashIn, viewsOf } from './views.ts';

export type Evaluation = {
  readonly ratings: readonly SubjectRatings[];
  readonly raters: readonly RaterPair[];
  /** One for each objective of the plan. */
  readonly measured: readonly Measured[];
  readonly notes: readonly Note[];
  readonly words: readonly Word[];
  readonly views: readonly RoleView[];
  readonly conflicts: readonly Conflict[];
};

export function analyseEvaluation(
  history: History,
  tasks: readonly TaskResult[],
  decisions: Decisions,
  obligations: readonly ObligationResult[],
): {
  readonly observations: readonly Observation[];
  readonly hotwash: readonly HotwashAnswer[];
  readonly evaluation: Evaluation;
} {
  const observations = observationsIn(history);
  const hotwash = hotwashIn(history);
  const words = wordsIn(history);
  const ratings = ratingsIn(observations);
  const arisen = arisenIn(history, tasks, decisions);
  const measured = history.plan.objectives.map(({ id }) => measuredFor(id, arisen));
  return {
    observations,
    hotwash,
    evaluation: {
      ratings,
      raters: raterPairs(ratings),
      measured,
      notes: notesIn(history),
      words,
      views: viewsOf(history, hotwash, words, tasks, obligations),
      conflicts: conflictsIn(ratings, measured, arisen, words, obligations),
    },
  };
}
