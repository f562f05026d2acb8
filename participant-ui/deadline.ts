/**
 * Times as participants read them. Knows: the story's calendar and how long is left.
 * Does not know: what time it is, or any word (the catalogue hands those in).
 */
import { storyTime, type Ms } from '../engine/runtime/protocol.ts';
import type { ExerciseRow } from '../engine/exercise/rows.ts';
import type { Words } from './text.ts';

type Story = ExerciseRow['story'];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Exercise time before a deadline from which it is called near. */
export const NEAR = 15 * MINUTE;

/** A length in its two largest units, as it is said aloud: "1 døgn 3 t", "26 min". */
export function spell(length: Ms, words: Words): string {
  const whole = Math.max(0, length);
  if (whole < MINUTE) return words.underMinute;
  const days = Math.floor(whole / DAY);
  const hours = Math.floor(whole / HOUR) % 24;
  const minutes = Math.floor(whole / MINUTE) % 60;
  const parts: readonly (readonly [number, string])[] = [
    [days, words.day],
    [hours, words.hour],
    [minutes, words.minute],
  ];
  const first = parts.findIndex(([n]) => n > 0);
  return parts
    .slice(first, first + 2)
    .filter(([n]) => n > 0)
    .map(([n, unit]) => `${n} ${unit}`)
    .join(' ');
}

/** The story's date in words: "18. sep. 2026". */
export function storyDate(story: Story, at: Ms, words: Words): string {
  const [day = '', month = '', year = ''] = storyTime(story, at).date.split('-');
  return words.date(Number(day), words.months[Number(month) - 1] ?? month, year);
}

/** The story's time, with the date where it is another than today's: "03:42", "19. sep. 2026 01:15". */
export function moment(story: Story, at: Ms, now: Ms, words: Words): string {
  const then = storyTime(story, at);
  if (then.date === storyTime(story, now).date) return then.time;
  return `${storyDate(story, at, words)} ${then.time}`;
}

export type Deadline = { readonly state: 'ahead' | 'near' | 'over'; readonly text: string };

/** What is left of the time, or by how much it is exceeded. */
export function deadline(due: Ms, now: Ms, words: Words): Deadline {
  if (now >= due) return { state: 'over', text: words.overdueBy(spell(now - due, words)) };
  return { state: due - now <= NEAR ? 'near' : 'ahead', text: words.left(spell(due - now, words)) };
}
