/** What the debrief says. Danish and English. */
export const da = {
  /** What a key does, in a word or two, and in a sentence for the help. */
  actions: {},
  longer: {},
};
export const en: typeof da = {
  actions: {},
  longer: {},
};
