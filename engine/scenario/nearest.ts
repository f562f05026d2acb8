/** Knows: which of several words a misspelt one was meant to be. Does not know: what the words are. */
import leven from 'leven';
import { byCodeUnit } from './text.ts';

/**
 * The candidate most like `word`, if any is like it at all: two letters in five may differ, so that
 * two that changed places in a word of five are forgiven.
 * Ties go to the first by code unit, whatever order the candidates came in.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > 100) return undefined;
  const low = word.toLowerCase();
  let limit = Math.max(1, Math.floor(word.length * 0.4)) + 1;
  let best: string | undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= limit + 1) continue;
    const distance = leven(low, candidate.toLowerCase(), { maxDistance: limit + 1 });
    const wins = distance < limit || (distance === limit && isBefore(candidate, best));
    if (!wins) continue;
    limit = distance;
    best = candidate;
  }
  return best;
}

function isBefore(candidate: string, best: string | undefined): boolean {
  return best !== undefined && byCodeUnit(candidate, best) < 0;
}
