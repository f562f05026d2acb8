/**
 * The many ways in which planners write when something happens. Knows: the forms. Does not know: the
 * exercise's start, so not what a time of day comes to (schedule does).
 *
 * - `45m`, `1d 3h`, `T+01:30`, `PT15M`, `+01:30`: after STARTEX.
 * - `T+2`, `+2`, `2`: so many of the unit that the sheet counts in; minutes where nobody said.
 * - `J+1 H+2 M-5`, `D+2 H+3 M+45`: days (jours), hours and minutes from STARTEX, each with its own
 *   sign, added up; `J+1 H+2 M-5` is a day, two hours and minus five minutes: T+25:55. What comes
 *   to less than nothing lies before STARTEX.
 * - `J+1 09:05`, `dag 2 kl. 09.05`, `day 2 0905`: a time of day on a numbered day.
 * - `09:05`, `9.05`, `09h05`, `0905`, `9:05 PM`, `kl. 9`: a time of day.
 * - `26/06/2024 09h00`, `26.6.2024 kl. 9.00`, `2024-06-26T09:00Z`: a date; day before month.
 */
import { DAY, HOUR, MINUTE, readDuration, SECOND, type Ms } from '../../engine/scenario/time.ts';
import type { Cell } from './workbook.ts';

export type Unit = 'm' | 'h' | 'd';
/** `day`: whole days after the first one. `date`: ms since 1970 in the sheet's own zone. */
export type Moment =
  | { readonly type: 'at'; readonly ms: Ms; readonly counted?: true }
  | { readonly type: 'clock'; readonly ms: Ms; readonly day?: number }
  | { readonly type: 'date'; readonly ms: Ms; readonly hasTime: boolean };

const UNITS: Readonly<Record<Unit, Ms>> = { m: MINUTE, h: HOUR, d: DAY };
/** Longer than this nobody writes a time; a pattern need not look at it. */
const LONGEST = 60;

export function readMoment(cell: Cell, unit: Unit): Moment | undefined {
  switch (cell?.type) {
    case undefined:
    case 'boolean':
      return undefined;
    case 'duration':
      return { type: 'at', ms: cell.ms };
    case 'clock':
      // A fraction of a day is never exactly a minute; people write whole seconds.
      return { type: 'clock', ms: Math.round(cell.ms / SECOND) * SECOND };
    case 'date':
      return { type: 'date', ms: Math.round(cell.ms / SECOND) * SECOND, hasTime: true };
    case 'number':
      return { type: 'at', ms: Math.round(cell.value * UNITS[unit]), counted: true };
    case 'text':
      return readMomentText(cell.text, unit);
    default:
      return cell satisfies never;
  }
}

export function readMomentText(source: string, unit: Unit): Moment | undefined {
  const text = source
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[\u2212\u2013]/g, '-')
    .trim();
  if (text === '' || text.length > LONGEST) return undefined;
  const plain = readDuration(text);
  if (plain !== undefined) return { type: 'at', ms: plain };
  return (
    readClock(text) ??
    readCount(text, unit) ??
    readSigned(text) ??
    readDate(text) ??
    readDayClock(text) ??
    readOffsets(text, unit)
  );
}

const CLOCK =
  /^(?:kl\.?|at|à)? ?(?:([01]?\d|2[0-4])(?: ?[:.h] ?([0-5]\d)(?:[:.]([0-5]\d))?|() ?h)|([01]\d|2[0-4])([0-5]\d))(?: ?(am|pm))?(?: ?(?:hrs?|timer))?$/i;

function readClock(text: string): Moment | undefined {
  const bare = /^kl\.? ?(\d{1,2})$/i.exec(text);
  const match = bare ? undefined : CLOCK.exec(text);
  const ms = bare ? Number(bare[1]) * HOUR : match ? clockOf(match) : undefined;
  return ms === undefined || ms > DAY ? undefined : { type: 'clock', ms };
}

function clockOf([, h, m, s, , hh, mm, half]: RegExpExecArray): Ms {
  const written = Number(h ?? hh);
  const noon = half?.toLowerCase() === 'pm' ? 12 : 0;
  const hours = half === undefined ? written : (written % 12) + noon;
  return hours * HOUR + Number(m ?? mm ?? 0) * MINUTE + Number(s ?? 0) * SECOND;
}

/** `T+2`, `T-30`, `+2`, `2`, `90`, `T+2,5`: a number and no unit. */
function readCount(text: string, unit: Unit): Moment | undefined {
  const match = /^(?:T ?)?([+-]?) ?(\d{1,5}(?:[.,]\d{1,2})?)$/i.exec(text);
  if (!match) return undefined;
  const amount = Number((match[2] ?? '').replace(',', '.')) * UNITS[unit];
  return { type: 'at', ms: Math.round(match[1] === '-' ? -amount : amount), counted: true };
}

/** `+01:30`, `-00:15`, `T-1:30`, `T+2h`, `T-30 min`. */
function readSigned(text: string): Moment | undefined {
  const match = /^(?:T ?)?([+-]) ?(.+)$/i.exec(text);
  if (!match) return undefined;
  const [, sign, rest = ''] = match;
  const clock = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$/.exec(rest);
  const ms = clock
    ? Number(clock[1]) * HOUR + Number(clock[2]) * MINUTE + Number(clock[3] ?? 0) * SECOND
    : readDuration(inUnits(rest));
  return ms === undefined ? undefined : { type: 'at', ms: sign === '-' ? -ms : ms };
}

/** Units as people spell them, as `readDuration` knows them. */
function inUnits(text: string): string {
  return text
    .toLowerCase()
    .replace(/(\d) ?(?:minutter|minutes?|mins?|min\.)(?![a-z])/g, '$1m')
    .replace(/(\d) ?(?:timer|time|hours?|hrs?|heures?|t)(?![a-z])/g, '$1h')
    .replace(/(\d) ?(?:dage|dag|days?|jours?|j)(?![a-z])/g, '$1d')
    .replace(/,(?=\d)/g, '.');
}

const DAYS_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ ,T]+(.+))?$/;
const YEAR_FIRST = /^(\d{4})-(\d{2})-(\d{2})(?:[ ,T]+(.+))?$/;

function readDate(text: string): Moment | undefined {
  const [, day, month, year, time] = DAYS_FIRST.exec(text) ?? swapped(YEAR_FIRST.exec(text)) ?? [];
  if (day === undefined) return undefined;
  const days = daysSince1970(Number(year), Number(month), Number(day));
  // A zone is dropped: the sheet's times are its own, whatever clock they were written by.
  const written = time?.replace(/(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})$/i, '');
  const clock = written === undefined ? undefined : readClock(written);
  if (days === undefined || (written !== undefined && !clock)) return undefined;
  return { type: 'date', ms: days * DAY + (clock?.ms ?? 0), hasTime: clock !== undefined };
}

function swapped(match: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  return match ? [match[0], match[3], match[2], match[1], match[4]] : undefined;
}

/** Undefined for a day that never was (Hinnant's algorithm, backwards). */
export function daysSince1970(year: number, month: number, day: number): number | undefined {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (day < 1 || day > (lengths[month - 1] ?? 0)) return undefined;
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146_097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719_468;
}

/** `J+1 09:05`, `D+1 0905`: days after the first; `dag 2 kl. 9.05`: the day's number from 1. */
function readDayClock(text: string): Moment | undefined {
  const after = /^[JD] ?([+-]? ?\d{1,3})[ ,/]+(.+)$/i.exec(text);
  const numbered = /^(?:dag|day|jour) ?(\d{1,3})[ ,:/-]+(.+)$/i.exec(text);
  const clock = readClock(after?.[2] ?? numbered?.[2] ?? '');
  if (clock?.type !== 'clock') return undefined;
  const day = after ? Number((after[1] ?? '').replace(' ', '')) : Number(numbered?.[1]) - 1;
  return { type: 'clock', ms: clock.ms, day };
}

const OFFSET = /([TDJHMS]) ?([+-])? ?(\d{1,5})(?::([0-5]\d)(?::([0-5]\d))?)?(?![\d:])[ ,/]*/gi;
const LETTERS: Readonly<Record<string, Ms>> = { D: DAY, J: DAY, H: HOUR, M: MINUTE, S: SECOND };

/** `J+1 H+2 M-5`: each part with its own sign, added up. `T` counts in the sheet's unit. */
function readOffsets(text: string, unit: Unit): Moment | undefined {
  if (text.replace(OFFSET, '') !== '') return undefined;
  let ms = 0;
  let counted = false;
  for (const [, letter = '', sign, amount, minutes, seconds] of text.matchAll(OFFSET)) {
    const clock = minutes !== undefined;
    const each = clock ? HOUR : (LETTERS[letter.toUpperCase()] ?? UNITS[unit]);
    counted ||= !clock && letter.toUpperCase() === 'T';
    const part = Number(amount) * each + Number(minutes ?? 0) * MINUTE;
    ms += (sign === '-' ? -1 : 1) * (part + Number(seconds ?? 0) * SECOND);
  }
  return { type: 'at', ms, ...(counted ? { counted: true as const } : {}) };
}
