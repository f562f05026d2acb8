/** Knows: which lengths of time must not be nothing. Does not know: what happens in them. */
import type { Path } from './problem.ts';
import type { Scope } from './scope.ts';
import type { Ms } from './time.ts';

/**
 * Phases without length could follow each other round and round in no time at all, and what must be
 * done within no time is late before anybody has seen it.
 */
export function checkLimits({ sound, say }: Scope): void {
  const positive = (time: Ms | undefined, path: Path): void => {
    if (time !== 0) return;
    say('out-of-range', path, { params: { key: String(path.at(-1)), limit: '> 0m' } });
  };
  positive(sound.head.length, ['length']);
  for (const [id, { length }] of sound.rows.phases) positive(length, ['phases', id, 'length']);
  for (const section of ['tasks', 'decisions', 'interfaces'] as const) {
    for (const [id, { within }] of sound.rows[section]) positive(within, [section, id, 'within']);
  }
  for (const [id, rows] of sound.expectations) {
    for (const [i, { within }] of rows) positive(within, ['injects', id, 'expect', i, 'within']);
  }
}
