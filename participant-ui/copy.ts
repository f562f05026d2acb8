/**
 * Text that leaves the page says what it is from. Knows: the lines above and below it.
 * Does not know: the browser's clipboard.
 */
import type { Marking } from '../engine/scenario/schema.ts';

/** From so many characters or lines on, the end is marked as well: it may be read without the top. */
const LONG = { characters: 600, lines: 12 };

const BY_STRICTNESS: readonly Marking[] = [
  'TLP:CLEAR',
  'TLP:GREEN',
  'TLP:AMBER',
  'TLP:AMBER+STRICT',
  'TLP:RED',
];

/** Text from several sources is marked as the strictest of them. */
export function strictest(first: Marking, others: readonly Marking[]): Marking {
  return [first, ...others].reduce((a, b) =>
    BY_STRICTNESS.indexOf(b) > BY_STRICTNESS.indexOf(a) ? b : a,
  );
}

export function markCopy(text: string, mark: string): string {
  const long = text.length > LONG.characters || text.split('\n').length > LONG.lines;
  return long ? `${mark}\n\n${text}\n\n${mark}` : `${mark}\n${text}`;
}
