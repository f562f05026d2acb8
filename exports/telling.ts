/**
 * Events in words: one sentence each, in the reader's language.
 * Knows: the languages. Does not know: where the sentence goes.
 */
import type { ExerciseEvent } from '../engine/exercise/entry.ts';
import { events as da } from './danish/events.ts';
import { events as en } from './english/events.ts';
import type { Speaker } from './formats/words.ts';

/** One sentence, beginning with a capital. */
export function tell(event: ExerciseEvent, s: Speaker): string {
  const table = { da, en }[s.lang];
  const say = table[event.type] as (event: ExerciseEvent, s: Speaker) => string;
  const sentence = say(event, s);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
