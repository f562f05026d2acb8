/** How sure somebody is of a fact. In a file of its own, for those who have no use for the schema. */

/** In ascending order. */
export const CERTAINTIES = ['possible', 'likely', 'confirmed'] as const;
export type Certainty = (typeof CERTAINTIES)[number];
