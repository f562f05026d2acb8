/** Exercises beside each other, in English. Knows: words. Does not know: figures. */
import type { compare as Danish } from '../danish/compare.ts';

export const compare: typeof Danish = {
  kicker: 'Comparison across exercises',
  subtitle:
    'Each exercise against the earlier ones. Nothing is ranked: neither organisations nor roles are set against each other.',
  sections: {
    warnings: 'Reservations',
    figures: 'Key figures over time',
    findings: 'Findings that come again',
    method: 'Method',
  },
  warnings: {
    scenario:
      'The scenarios are not the same. Only findings on the same subjects can be recognised.',
    version: 'The scenario’s version is not the same.',
    plan: 'The plans differ: a figure may have moved because the plan did.',
    tasks: 'The tasks are not the same: the figures rest on different ground.',
    pace: 'The exercises ran at different paces, which affects every time.',
    bots: 'Bots sat in one role or more.',
    'not-ended': 'The exercise was never ended.',
  },
  noWarnings: 'Same scenario, version and plan.',
  exercise: 'Exercise',
  date: 'Date',
  gaps: 'Gaps',
  jaccard: 'Jaccard (tasks)',
  kappa: 'Weighted kappa (cells)',
  latency: 'Median decision (number)',
  coverage: 'Information needs met',
  found: 'Findings',
  few: 'A few exercises show no trend. Read the figures with the number behind them.',
  finding: 'Finding',
  status: 'Status',
  where: 'Found in',
  statuses: {
    repeated: '↻ repeated',
    new: '✚ new',
    'not-again': '○ not found again',
    'not-exercised': '– not exercised this time',
  },
  rate: (again, of) =>
    of === '0'
      ? 'No earlier finding had occasion to show itself again.'
      : `Repeated findings: ${again} of the ${of} earlier ones whose situation arose again in the latest exercise.`,
  never:
    '“Not found again” means that the situation arose and the finding could not be shown, not that the problem is solved. “Not exercised” says nothing.',
  none: 'No findings in any of the exercises.',
  method: [
    [
      'The same finding',
      'Same code, same subjects (statutory deadlines by the catalogue’s id) and at least one organisation in common (by the catalogue’s id where it has one). The scenario’s name has no part in it.',
    ],
    [
      'The situation arose',
      'The task arose, the decision was raised, the deadline’s ground was there, the interface became relevant, the information came in, and at least one role of the organisation was seated.',
    ],
    [
      'Key figures',
      'As in each exercise’s own report. Gaps of tasks that arose; Jaccard with the number of tasks; kappa with the number of cells; median with the number of decisions made.',
    ],
  ],
};
