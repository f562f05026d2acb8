/** How planners write times, and what each comes to. */
import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../../engine/scenario/time.ts';
import {
  daysSince1970,
  readMoment,
  readMomentText,
  type Moment,
  type Unit,
} from '../../../exports/msel/moment.ts';
import { place, type Start } from '../../../exports/msel/schedule.ts';

const at = (minutes: number): Moment => ({ type: 'at', ms: minutes * MINUTE });
const counted = (minutes: number): Moment => ({ type: 'at', ms: minutes * MINUTE, counted: true });
const clock = (hours: number, minutes = 0, day?: number): Moment => ({
  type: 'clock',
  ms: hours * HOUR + minutes * MINUTE,
  ...(day === undefined ? {} : { day }),
});
const date = (days: number, hours: number): Moment => ({
  type: 'date',
  ms: days * DAY + hours * HOUR,
  hasTime: true,
});
const JUNE_26 = 19_900;

const FORMS: readonly (readonly [string, Moment | undefined])[] = [
  ['09:05', clock(9, 5)],
  ['9.05', clock(9, 5)],
  ['kl. 9.05', clock(9, 5)],
  ['kl. 9', clock(9)],
  ['0905', clock(9, 5)],
  ['09h05', clock(9, 5)],
  ['9 h 05', clock(9, 5)],
  ['9:05 PM', clock(21, 5)],
  ['12:10 am', clock(0, 10)],
  ['24:00', clock(24)],
  ['T+2', counted(2)],
  ['T-30', counted(-30)],
  ['+90', counted(90)],
  ['90', counted(90)],
  ['T+2,5', counted(2.5)],
  ['T+01:30', at(90)],
  ['T+1:30', at(90)],
  ['T-1:30', at(-90)],
  ['T+20m', at(20)],
  ['T+2 timer', at(120)],
  ['T-30 min', at(-30)],
  ['T\u22125 min', at(-5)],
  ['+01:30', at(90)],
  ['-00:15', at(-15)],
  ['45m', at(45)],
  ['PT15M', at(15)],
  ['M-5', at(-5)],
  ['H+2', at(120)],
  ['J+1', at(24 * 60)],
  ['J-60', at(-60 * 24 * 60)],
  ['J+1 H+2 M-5', at(24 * 60 + 120 - 5)],
  ['j+1  h+2  m-5', at(24 * 60 + 120 - 5)],
  ['J+1, H+2', at(26 * 60)],
  ['J-1 H+2', at(-22 * 60)],
  ['D+2 H+3 M+45', at(2 * 24 * 60 + 3 * 60 + 45)],
  ['D+0', at(0)],
  ['J+1 09h00', clock(9, 0, 1)],
  ['D+1 0905', clock(9, 5, 1)],
  ['J-1 09:00', clock(9, 0, -1)],
  ['Dag 2 kl. 09.05', clock(9, 5, 1)],
  ['day 1, 09:05', clock(9, 5, 0)],
  ['26/06/2024 09h00', date(JUNE_26, 9)],
  ['26.6.2024 kl. 9.00', date(JUNE_26, 9)],
  ['26-06-2024 09:00', date(JUNE_26, 9)],
  ['2024-06-26T09:00:00.000Z', date(JUNE_26, 9)],
  ['2024-06-26', { type: 'date', ms: JUNE_26 * DAY, hasTime: false }],
  ['31/02/2024', undefined],
  ['25:00', undefined],
  ['9:75', undefined],
  ['???', undefined],
  ['snart', undefined],
  ['H+', undefined],
  ['J+1 X+2', undefined],
  ['', undefined],
  [`J${'+1 J'.repeat(5_000)}`, undefined],
];

test.each(FORMS)('%s', (text, moment) => {
  expect(readMomentText(text, 'm')).toEqual(moment);
});

test.each<[Unit, number]>([
  ['m', MINUTE],
  ['h', HOUR],
  ['d', DAY],
])('a bare number counts what the planner says: %s', (unit, ms) => {
  expect(readMomentText('T+2', unit)).toEqual({ type: 'at', ms: 2 * ms, counted: true });
  expect(readMoment({ type: 'number', value: 3 }, unit)).toMatchObject({ ms: 3 * ms });
});

test('cells of a workbook', () => {
  expect(readMoment({ type: 'clock', ms: 9 * HOUR + 4.6 * SECOND }, 'm')).toEqual({
    type: 'clock',
    ms: 9 * HOUR + 5 * SECOND,
  });
  expect(readMoment({ type: 'duration', ms: 26 * HOUR }, 'm')).toEqual(at(26 * 60));
  expect(readMoment({ type: 'date', ms: JUNE_26 * DAY }, 'm')).toMatchObject({ type: 'date' });
  expect(readMoment({ type: 'boolean', value: true }, 'm')).toBeUndefined();
  expect(readMoment(null, 'm')).toBeUndefined();
});

test('days are counted as the calendar does', () => {
  expect(daysSince1970(1970, 1, 1)).toBe(0);
  expect(daysSince1970(2024, 2, 29)).toBe(Date.UTC(2024, 1, 29) / DAY);
  expect(daysSince1970(2023, 2, 29)).toBeUndefined();
  expect(daysSince1970(2100, 2, 29)).toBeUndefined();
  expect(daysSince1970(1999, 12, 31)).toBe(Date.UTC(1999, 11, 31) / DAY);
});

const START: Start = { clock: 10 * HOUR, given: true };
const hoursOf = (moments: readonly (Moment | undefined)[], start: Start): unknown[] =>
  place(moments, start).map((placed) => placed && placed.at / HOUR);

test('a time of day counts from the start; a little earlier is before it', () => {
  expect(hoursOf([clock(9), clock(10), undefined, clock(12, 30)], START)).toEqual([
    -1,
    0,
    undefined,
    2.5,
  ]);
});

test('a fall of more than twelve hours is midnight', () => {
  const night: Start = { clock: 22 * HOUR, given: true };
  expect(hoursOf([clock(23), clock(1), clock(2), clock(23), clock(0, 30)], night)).toEqual([
    1, 3, 4, 25, 26.5,
  ]);
  expect(place([clock(1)], night)[0]?.guess).toBe('midnight');
  expect(hoursOf([clock(12), clock(11)], START)).toEqual([2, 1]);
});

test('numbered days', () => {
  expect(hoursOf([clock(10, 0, 0), clock(9, 0, 1), clock(9, 0, -1)], START)).toEqual([0, 23, -25]);
});

test('dates: from the story where it is its time, else from the first of them', () => {
  const dates = [date(JUNE_26, 12), date(JUNE_26 + 1, 10)];
  expect(hoursOf(dates, START)).toEqual([2, 24]);
  expect(hoursOf(dates, { clock: 0, given: false })).toEqual([0, 22]);
  expect(hoursOf(dates, { clock: 9 * HOUR, date: JUNE_26 * DAY, given: false })).toEqual([3, 25]);
  expect(hoursOf(dates, { clock: 9 * HOUR, date: 0, given: true })).toEqual([
    JUNE_26 * 24 + 3,
    JUNE_26 * 24 + 25,
  ]);
});

test('what is assumed is said', () => {
  const own: Start = { clock: 10 * HOUR, given: false };
  expect(place([clock(11)], own)[0]?.guess).toBe('start');
  expect(place([counted(2)], own)[0]?.guess).toBe('unit');
  expect(place([at(2)], own)[0]?.guess).toBeUndefined();
  expect(place([date(JUNE_26, 9)], own)[0]?.guess).toBe('first-date');
});
