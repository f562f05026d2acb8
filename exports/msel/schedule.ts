/**
 * Times of a sheet, row by row, as times of the exercise. Knows: the start, how days roll over.
 * Does not know: how times are written (moment does).
 *
 * - A time of day counts from the start's. A fall of more than twelve hours from one row to the
 *   next (or from the start to the first) is taken for midnight, so that a night exercise goes on;
 *   a smaller fall is not: 09:00 in an exercise that starts at 10:00 lies before STARTEX.
 * - Dates count from the start's date where that is known; else the first date is the first day,
 *   and without a start from `--starts` the earliest of them is STARTEX.
 */
import { DAY, type Ms } from '../../engine/scenario/time.ts';
import type { Moment } from './moment.ts';

export type Start = {
  /** Time of day at STARTEX. */
  readonly clock: Ms;
  /** Midnight of its date, in ms since 1970. */
  readonly date?: Ms;
  /** Whether the planner gave it for this sheet; else it is the scenario's own. */
  readonly given: boolean;
};
export type Placed = {
  readonly at: Ms;
  /** What had to be assumed. */
  readonly guess?: 'unit' | 'start' | 'midnight' | 'first-date' | 'no-clock';
};
const FALL = DAY / 2;

/** The same length as `moments`; undefined where there is none. */
export function place(
  moments: readonly (Moment | undefined)[],
  start: Start,
): readonly (Placed | undefined)[] {
  const origin = originOf(moments, start);
  let day = 0;
  let last = start.clock;
  return moments.map((moment) => {
    if (!moment) return undefined;
    switch (moment.type) {
      case 'at':
        return { at: moment.ms, ...(moment.counted ? { guess: 'unit' as const } : {}) };
      case 'date': {
        const guess = origin.guessed ? 'first-date' : moment.hasTime ? undefined : 'no-clock';
        return { at: moment.ms - origin.ms, ...(guess ? { guess } : {}) };
      }
      case 'clock': {
        if (moment.day !== undefined) {
          return { at: moment.day * DAY + moment.ms - start.clock, ...startGuess(start) };
        }
        const fell = last - moment.ms > FALL;
        if (fell) day += 1;
        last = moment.ms;
        const at = day * DAY + moment.ms - start.clock;
        return { at, ...(fell ? { guess: 'midnight' as const } : startGuess(start)) };
      }
      default:
        return moment satisfies never;
    }
  });
}

function startGuess({ given }: Start): { readonly guess?: 'start' } {
  return given ? {} : { guess: 'start' };
}

/** The instant, in the sheet's own time, that is STARTEX. */
function originOf(
  moments: readonly (Moment | undefined)[],
  start: Start,
): { readonly ms: Ms; readonly guessed: boolean } {
  const dates = moments.flatMap((moment) => (moment?.type === 'date' ? [moment.ms] : []));
  const earliest = dates.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const firstDay = Math.floor(earliest / DAY) * DAY;
  const { date, clock, given } = start;
  if (date !== undefined && (given || sameTime(date, firstDay))) {
    return { ms: date + clock, guessed: !given };
  }
  return { ms: given ? firstDay + clock : earliest, guessed: true };
}

/** Sheets of another year than the story's are common: a month apart, they are not about it. */
function sameTime(date: Ms, firstDay: Ms): boolean {
  return Math.abs(firstDay - date) <= 31 * DAY;
}
