/** Knows: durations and the story's calendar. Does not know: what time it is. */
import { Temporal } from 'temporal-polyfill';

/** Whole milliseconds of exercise time. */
export type Ms = number;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const UNITS: Readonly<Record<string, Ms>> = { d: DAY, h: HOUR, m: MINUTE, s: SECOND };

/**
 * Reads `45m`, `2h`, `1d 3h`, `1h30m`, `T+01:30`, `T+01:30:15`, `PT15M`, `P1DT2H`.
 * Returns undefined for anything else, so that the caller can say where it stood.
 */
export function readDuration(source: string): Ms | undefined {
  const text = source.trim();
  return readClockForm(text) ?? readIsoForm(text) ?? readUnitForm(text);
}

function readClockForm(text: string): Ms | undefined {
  const match = /^T\+(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (!match) return undefined;
  return Number(match[1]) * HOUR + Number(match[2]) * MINUTE + Number(match[3] ?? 0) * SECOND;
}

function readIsoForm(text: string): Ms | undefined {
  const match = /^P(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?$/.exec(text);
  if (!match || text === 'P' || text.endsWith('T')) return undefined;
  const [, d, h, m, s] = match;
  return (
    Number(d ?? 0) * DAY + Number(h ?? 0) * HOUR + Number(m ?? 0) * MINUTE + Number(s ?? 0) * SECOND
  );
}

function readUnitForm(text: string): Ms | undefined {
  if (!/^(?:\d{1,6}(?:\.\d{1,3})?\s*[dhms]\s*)+$/.test(text)) return undefined;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)\s*([dhms])/g)) {
    total += Number(amount) * (UNITS[unit ?? ''] ?? 0);
  }
  return Math.round(total);
}

/** `T+01:30`, or `T+01:30:15` where the seconds say something. Hours go on past 24. */
export function formatExerciseTime(at: Ms, seconds = at % MINUTE !== 0): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const total = Math.floor(at / SECOND);
  const base = `T+${two(Math.floor(total / 3600))}:${two(Math.floor(total / 60) % 60)}`;
  return seconds ? `${base}:${two(total % 60)}` : base;
}

/** A length as people say it: `45m`, `2h 30m`, `1d 3h`; below a minute in seconds. */
export function formatDuration(length: Ms): string {
  const sign = length < 0 ? '-' : '';
  const total = Math.floor(Math.abs(length) / SECOND);
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(total / 86400), 'd'],
    [Math.floor(total / 3600) % 24, 'h'],
    [Math.floor(total / 60) % 60, 'm'],
    [total < 60 ? total : 0, 's'],
  ];
  const said = parts.filter(([n]) => n > 0).map(([n, unit]) => `${n}${unit}`);
  return said.length === 0 ? '0m' : sign + said.join(' ');
}

/** The story's own calendar: the instant of STARTEX and the zone's offset as it changes on the way. */
export type Story = {
  /** ms since 1970 at STARTEX. */
  readonly epoch: number;
  readonly zone: string;
  /** From exercise time `from` on, local time is UTC + `offset` ms. The first is from 0. */
  readonly offsets: readonly { readonly from: Ms; readonly offset: Ms }[];
};

/**
 * Reads `2026-09-18T02:10 Europe/Copenhagen`. Every change of offset within `length` is worked out
 * here, once, so that pages and replays need no time zone data.
 */
export function readStory(source: string, length: Ms): Story | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)\s+(\S+)$/.exec(source.trim());
  if (!match) return undefined;
  try {
    const [, date = '', time = '', zone = ''] = match;
    const start = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone, {
      disambiguation: 'reject',
    });
    return { epoch: start.epochMilliseconds, zone, offsets: offsetsOf(start, length) };
  } catch {
    return undefined;
  }
}

function offsetsOf(start: Temporal.ZonedDateTime, length: Ms): Story['offsets'] {
  const offsets = [{ from: 0, offset: start.offsetNanoseconds / 1e6 }];
  let next = start.getTimeZoneTransition('next');
  while (
    next &&
    next.epochMilliseconds <= start.epochMilliseconds + length &&
    offsets.length < 64
  ) {
    offsets.push({
      from: next.epochMilliseconds - start.epochMilliseconds,
      offset: next.offsetNanoseconds / 1e6,
    });
    next = next.getTimeZoneTransition('next');
  }
  return offsets;
}

/** The story's local date and time at exercise time `at`, as `18-09-2026` and `02:10`. */
export function storyTime(story: Story, at: Ms): { readonly date: string; readonly time: string } {
  let offset = 0;
  for (const change of story.offsets) if (change.from <= at) offset = change.offset;
  const local = Math.floor((story.epoch + at + offset) / SECOND);
  const day = civilDate(Math.floor(local / 86400));
  const second = ((local % 86400) + 86400) % 86400;
  const two = (n: number): string => String(n).padStart(2, '0');
  return {
    date: `${two(day.day)}-${two(day.month)}-${day.year}`,
    time: `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}`,
  };
}

/** Days since 1970-01-01 to the Gregorian date (Hinnant's algorithm: exact, and without a zone). */
function civilDate(days: number): { year: number; month: number; day: number } {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yoe + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: doy - Math.floor((153 * mp + 2) / 5) + 1,
  };
}
