/** The words that charts and the interactive page bring themselves, in English. */
import type { Charts } from '../danish/charts.ts';

export const charts: Charts = {
  more: (n) => `and ${n} more: see the table`,
  nothing: 'Nothing to show',
  edges: {
    both: 'planned and used',
    meant: 'planned, not used',
    unmeant: 'used, not planned',
  },
  hops: { reached: 'reached', broken: 'broken', bypass: 'around the chain' },
};
