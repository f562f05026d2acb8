/** The words that charts and the interactive page bring themselves, in Danish. */
export const charts = {
  more: (n: string) => `og ${n} til: se tabellen`,
  nothing: 'Intet at vise',
  edges: {
    both: 'planlagt og brugt',
    meant: 'planlagt, ikke brugt',
    unmeant: 'brugt, ikke planlagt',
  },
  hops: { reached: 'nået', broken: 'brudt', bypass: 'uden om kæden' },
};
export type Charts = typeof charts;
