/** The words that charts and the interactive page bring themselves, in Danish. */
export const charts = {
  more: (n: string) => `og ${n} til: se tabellen`,
  nothing: 'Intet at vise',
  edges: {
    both: 'planlagt og set',
    meant: 'planlagt, ikke set',
    unmeant: 'set, ikke planlagt',
  },
  hops: { reached: 'nået', broken: 'brudt', bypass: 'uden om kæden' },
};
export type Charts = typeof charts;
