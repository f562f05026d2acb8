/** What the page says of a pause that is for something, in English. */
import type { hold as danish } from '../danish/hold.ts';

export const hold: typeof danish = {
  held: {
    real: 'REAL INCIDENT – the exercise is stopped.',
    discussion: 'Paused for a discussion: exercise time stands still. What you write stays here.',
    step: 'It is played turn by turn: exercise time stands still between turns, and meanwhile you can read, write and decide.',
  },
  realExercise: (title) => `The exercise “${title}” is stopped`,
  realTodo:
    'Use the real channels, not those of the exercise. Nothing here is real, and nothing can be sent until the exercise resumes.',
};
