/** What the page says of a pause that is for something, in Danish. */
export const hold = {
  held: {
    real: 'REEL HÆNDELSE – øvelsen er standset.',
    discussion: 'Pause til drøftelse: øvelsestiden står stille. Det, du skriver, bliver her.',
    step: 'Der spilles tur for tur: øvelsestiden står stille mellem turene, og du kan læse, skrive og beslutte imens.',
  },
  /** Where one chooses a seat: a story’s title alone could be taken for what has happened. */
  realExercise: (title: string) => `Øvelsen »${title}« er standset`,
  realTodo:
    'Brug de rigtige kanaler, ikke øvelsens. Intet her er virkeligt, og intet kan sendes, før øvelsen genoptages.',
};
