/**
 * Deadlines as a calendar file (RFC 5545): a day each. Everything is given, so that the same deadlines
 * are the same bytes. Knows: the calendar's form. Does not know: where deadlines come from.
 */
import { isDate } from '../../analysis/followup/due.ts';
import { plain } from '../escape.ts';

export type Deadline = {
  /** The same action keeps its id from one file to the next, so that a calendar replaces it. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** The last day: `2026-12-31`. */
  readonly due: string;
};

/** `moment`: when the file counts as made, ISO 8601 in UTC: of the exercise, lest two runs differ. */
export function renderIcal(name: string, deadlines: readonly Deadline[], moment: string): string {
  return calendar(
    name,
    deadlines.flatMap((deadline) => eventLines(deadline, stampOf(moment))),
  );
}

/** A whole file around `components`, whose lines are not folded yet. */
export function calendar(name: string, components: readonly string[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Beredt//Beredt//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...components,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines({ id, title, text, due }: Deadline, stamp: string): readonly string[] {
  const day = dayOf(due);
  return [
    'BEGIN:VEVENT',
    `UID:${id.replace(/[^\w.-]/g, '-')}@beredt`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day}`,
    `SUMMARY:${escaped(title)}`,
    ...(text === '' ? [] : [`DESCRIPTION:${escaped(text)}`]),
    // A deadline takes up nobody's day.
    'TRANSP:TRANSPARENT',
    'CLASS:CONFIDENTIAL',
    'END:VEVENT',
  ];
}

export function dayOf(due: string): string {
  if (!isDate(due)) throw new Error(`“${plain(due)}” is no day; write 2026-12-31.`);
  return due.replaceAll('-', '');
}

export function stampOf(moment: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/.exec(moment);
  const [, year, month, day, hour, minute, second] = match ?? [];
  return match ? `${year}${month}${day}T${hour}${minute}${second}Z` : '19800101T000000Z';
}

export const escaped = (text: string): string =>
  plain(text, true)
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

const LONGEST = 75;

/** At most 75 octets a line, and no character parted. */
function folded(line: string): string {
  let [out, octets] = ['', 0];
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LONGEST) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
