/** What the live MSEL says: planned and actual, changing, repeating, the bank. Danish and English. */
export const da = {
  /** What a key does, in a word or two, and in a sentence for the help. */
  actions: {},
  longer: {},
};
export const en: typeof da = {
  actions: {},
  longer: {},
};
