/** What finding says: filters, the palette, looking through other eyes and into the past. Danish and English. */
export const da = {
  /** What a key does, in a word or two, and in a sentence for the help. */
  actions: {},
  longer: {},
};
export const en: typeof da = {
  actions: {},
  longer: {},
};
