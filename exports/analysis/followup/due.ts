/**
 * How long after ENDEX a corrective action is suggested to be done, by the finding's severity.
 * Knows: a dated table, and how to add days to a date. Does not know: today.
 */
import type { Text } from '../../../engine/scenario/text.ts';
import type { Severity } from '../finding.ts';

/**
 * Common practice, not law: nothing obliges anybody to these. They are a start for whoever writes
 * the date that counts. A grave finding is to be looked at before the next duty roster is made, the
 * rest before the exercise is forgotten.
 */
export const DUE_TABLE = {
  asOf: '2026-09-01',
  days: { high: 30, medium: 90, low: 180 },
  reason: {
    da: 'Skøn efter almindelig praksis, ikke lovkrav: alvorlige fund inden for en måned, resten inden for et kvartal eller et halvt år.',
    en: 'A judgement from common practice, not law: grave findings within a month, the rest within a quarter or half a year.',
  },
} as const satisfies {
  readonly asOf: string;
  readonly days: Readonly<Record<Severity, number>>;
  readonly reason: Text;
};

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Whether a text is a calendar date, `2026-02-28`, that exists. */
export function isDate(text: string): boolean {
  const [, year, month, day] = (DATE.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
}

/** The calendar date so many days later. Both are `YYYY-MM-DD`; days are never negative. */
export function addDays(date: string, days: number): string {
  let [year = 1, month = 1, day = 1] = date.split('-').map(Number);
  day += days;
  for (let length = monthLength(year, month); day > length; length = monthLength(year, month)) {
    day -= length;
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  const pad = (n: number, width: number): string => String(n).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function monthLength(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
