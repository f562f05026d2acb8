/** Ratings, conflicts, prompts and principles in English. */
import { APART } from '../analysis/evaluation/conflicts.ts';
import { DRAFT } from '../analysis/evaluation/measured.ts';
import { ENOUGH_RATED } from '../analysis/evaluation/ratings.ts';
import type * as danish from '../danish/evaluation.ts';

export const evaluation: typeof danish.evaluation = {
  title: 'Rating of the objectives',
  intro:
    'A rating is set by people. The draft is what the rules in the method appendix would say from tasks and decisions alone; it knows nothing of quality. Where the sources say different things, that stands at the end, and nothing is averaged.',
  objectives: 'Objectives',
  objective: 'Objective',
  capability: 'Core task',
  rated: 'Rated by evaluator',
  unrated: 'not rated',
  draft: 'Draft (rules)',
  noDraft: 'too little to go by',
  measured: 'Measured',
  counts: (good, partial, bad, unknown) =>
    `${good} in time, ${partial} late or without mandate, ${bad} not done${unknown === '0' ? '' : `, ${unknown} cannot be told`}`,
  others: 'Other ratings',
  subject: 'About',
  kinds: { objective: 'objective', task: 'task', decision: 'decision', role: 'role' },
  rating: (rating, by, at) => `${rating} (${by}, ${at})`,
  before: 'earlier',
  raters: 'Agreement between evaluators',
  pair: 'Evaluators',
  common: 'Rated by both',
  alike: 'Alike',
  kappa: 'Weighted κ',
  tooFew: 'too few',
  views: 'The players’ own words beside what was measured',
  role: 'Role',
  said: 'Hot wash',
  words: 'Objections and reports',
  tasks: 'Tasks the role took part in',
  expected: 'What was expected of it',
  done: (inTime, late, not, outside) =>
    `${inTime} in time, ${late} late, ${not} not${outside === '0' ? '' : `, ${outside} outside the tool`}`,
  contest: 'Objection',
  report: 'Done outside the tool',
  conflicts: 'Where the sources say different things',
  noConflicts: 'None of the sources contradict each other.',
  between: 'Between',
  saying: 'What they say',
  types: {
    raters: 'Evaluators',
    measured: 'Evaluator and journal',
    contest: 'Player and journal',
    outside: 'Player and journal',
  },
  sourceSays: (source, rating) => `${source}: ${rating}`,
  record: 'the journal',
  outcomes: {
    good: 'done in time',
    partial: 'done late or without mandate',
    bad: 'not done',
    unknown: 'cannot be told',
  },
  nothing: 'says nothing of it',
  notes: 'Bookmarks and corrections',
  note: { bookmark: 'Bookmark', correction: 'Correction', handled: 'Needs no answer' },
  beside: 'Beside entry',
  by: 'Noted by',
  seen: (at) => `seen ${at}`,
};

export const prompting: typeof danish.prompting = {
  heading: 'With and without what was prompted',
  intro:
    'A task or decision counts as prompted when a contingency inject, an inject that control sent itself, or a poll about it came while it was open.',
  figure: 'Headline figure',
  all: 'All',
  unprompted: 'Without those prompted',
  tasks: 'Tasks done in time',
  outside: 'Tasks done outside the tool',
  gaps: 'Responsibility gaps',
  jaccard: 'Agreement with the plan (J)',
  decisions: 'Decisions made in time',
  prompted: 'Prompted',
  none: 'Nothing was prompted.',
  what: 'Task or decision',
  kinds: {
    contingency: 'contingency inject',
    'by-hand': 'inject by control',
    poll: 'poll on responsibility',
  },
  badge: 'Done outside the tool',
  elsewhere: 'outside the tool',
};

export const principles: typeof danish.principles = {
  heading: 'The findings through the principles of Danish crisis management',
  principle: 'Principle',
  findings: 'Findings',
  none: 'no finding touches it',
  note: 'That a principle has no findings does not mean that it was followed; only that nothing the report can measure speaks against it.',
};

export const evaluationMethod: typeof danish.evaluationMethod = [
  [
    'Draft rating',
    `Measured on the tasks and decisions under the objective that arose: in time (by somebody who could), late or without mandate, not done (or taken by default). What was done outside the tool, or cut off by the end of the exercise, does not count. P: all in time. U: nothing done. S: at least ⅔ in time and nothing critical undone. M: the rest. There is no draft below ${DRAFT.least} tasks and decisions.`,
  ],
  [
    'Evaluators’ agreement',
    `Each evaluator’s latest rating of the same thing. Weighted κ on the 4×4 matrix P, S, M, U is given from ${ENOUGH_RATED} common ratings on.`,
  ],
  [
    'Sources that say different things',
    `Evaluators: any difference. Evaluator and journal: at least ${APART} steps between the rating and the draft (or the task’s own outcome: in time P, late S, not done U). Player and journal: any objection, and a report of something done elsewhere where the journal says it was not done.`,
  ],
  [
    'Prompted',
    'Contingency injects, injects sent by control and polls that are about the task or decision and came while it was open. An inject is about what it expects; a contingency inject about what the inject before it expected.',
  ],
];

export const ratingColumns: typeof danish.ratingColumns = {
  kind: 'kind',
  subjectId: 'about_id',
  subject: 'about',
  by: 'evaluator',
  rating: 'rating',
  at: 'seen_s',
  draft: 'draft',
  good: 'in_time',
  partial: 'late',
  bad: 'not_done',
  text: 'text',
  evidence: 'evidence',
};
